"""The machine: which trigger is legal where, generated once for an edition with `transitions`.

One machine serves all chats; a walker carries the state. Asking is one state, with the question
as data, because the order of questions depends on the answers (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from transitions import Machine, MachineError

from flows.dialogue.reply import CONTROLS
from flows.dialogue.screens import SCREENS, looks_over
from flows.dialogue.screens.screen import LOOKS, OFFERED, ONWARD
from flows.rules.edition import Edition

TRIGGERS = ("answer", *CONTROLS)


class Walker:
    """What moves through the machine: its state, and the place that its session folds to."""

    __slots__ = ("landing", "state")

    def __init__(self, state: str, landing: str) -> None:
        self.state = state
        self.landing = landing

    def __getattr__(self, name: str) -> bool:
        """Answer the conditions `lands_on_<state>`."""
        if name.startswith("lands_on_"):
            return name == f"lands_on_{self.landing}"
        raise AttributeError(name)


def states(edition: Edition | None) -> tuple[str, ...]:
    """Return the states of an edition's dialogue; of any, while none is chosen."""
    return tuple(one.name for one in SCREENS.values() if edition is None or one.of(edition))


def _moves() -> Iterator[tuple[str, str, str]]:
    """Yield (trigger, from, to) for every legal move, as the table of screens has it."""
    many = {
        ONWARD: [one.name for one in SCREENS.values() if one.onward],
        LOOKS: [one.name for one in SCREENS.values() if one.lies_over_a_result],
    }
    for screen in SCREENS.values():
        many[OFFERED] = list(looks_over(screen.name))
        for trigger, leads in screen.leads.items():
            for lead in leads:
                yield from ((trigger, screen.name, to) for to in many.get(lead, [lead]))


@cache
def machine(edition: Edition | None) -> Machine:
    """Build the machine of an edition's dialogue."""
    known = set(states(edition))
    made = Machine(
        model=None, states=sorted(known), initial="language", auto_transitions=False, name=""
    )
    for trigger, source, to in dict.fromkeys(_moves()):
        if source in known and to in known:
            # Staying is an internal move: nothing is left and entered again.
            dest = None if source == to else to
            made.add_transition(trigger, source, dest, conditions=f"lands_on_{to}")
    return made


@cache
def walk(edition: Edition | None, trigger: str, state: str, landing: str) -> bool:
    """Let the machine judge a move, once for each; False where it is not legal."""
    event: Any = machine(edition).events.get(trigger)
    walker = Walker(state, landing)
    if event is None:
        return False
    try:
        return bool(event.trigger(walker)) and walker.state == landing
    except MachineError:
        return False
