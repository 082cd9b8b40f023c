"""A row of the table of screens: where a screen lies, what it says, what it offers and takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flows.assessing.assess import Assessment
from flows.dialogue.reading import Event, Tap
from flows.dialogue.reply import CONTROLS, Asked, Block, Choice, Reply
from flows.dialogue.session import Session
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken
from flows.rules.edition import Edition

# Places to which many moves lead: wherever answers alone lead, whatever lies over a result, and the
# looks that the screen itself offers.
ONWARD = "onward"
LOOKS = "looks"
OFFERED = "offered"


def asks_nothing(_here: Here) -> Asked | None:
    """Ask for nothing: there is only something to choose."""
    return None


def needs_nothing(_session: Session, _result: Assessment) -> str | None:
    """Ask for no fact before the screen shows."""
    return None


def always(_edition: Edition) -> bool:
    """Be a screen of every edition."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A screen by its name.

    `over` are the screens over which it may lie; `onward` marks one to which answers alone lead.
    `leads` says for each trigger that is legal on it to which screens it may lead, or to ONWARD,
    LOOKS or OFFERED. What is chosen or typed on it is `own_trigger`, but for choices that mean
    another one.
    `looks` are the screens that it offers to look at, in order. `asks` says what it asks for,
    `asks_first` which fact must be known before it shows, `of` whether an edition has it.
    """

    name: str
    blocks: Callable[[Here], tuple[Block, ...]]
    choices: Callable[[Here], tuple[Choice, ...]]
    take: Callable[[Here, Event, tuple[str, ...]], Taken]
    leads: Mapping[str, tuple[str, ...]]
    over: tuple[str, ...] = ()
    onward: bool = False
    looks: tuple[str, ...] = ()
    own_trigger: str = "answer"
    means: Mapping[str, str] = field(default_factory=dict)
    asks: Callable[[Here], Asked | None] = asks_nothing
    asks_first: Callable[[Session, Assessment], str | None] = needs_nothing
    of: Callable[[Edition], bool] = always

    @property
    def lies_over_a_result(self) -> bool:
        """Whether it is only looked at from where answers end, and left again."""
        return bool(self.over) and "asking" not in self.over

    def trigger(self, event: Event) -> str:
        """Return what an event asks of the machine."""
        if not isinstance(event, Tap):
            return self.own_trigger
        choice = event.choice
        return choice if choice in CONTROLS else self.means.get(choice, self.own_trigger)

    def reply(self, here: Here) -> Reply:
        """Return what the screen shows."""
        return Reply(self.name, self.blocks(here), self.choices(here), self.asks(here))

    def offers(self, here: Here) -> Reply:
        """Return what can be chosen or told on the screen, without what it says."""
        return Reply(self.name, (), self.choices(here), self.asks(here))
