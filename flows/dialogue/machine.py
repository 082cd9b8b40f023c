"""The machine: which trigger is legal where, generated once for an edition with `transitions`.

One machine serves all chats; a walker carries the state. Asking is one state, with the question
as data, because the order of questions depends on the answers (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from transitions import Machine, MachineError

from flows.assessing.decisions import kind_of
from flows.dialogue.session import OVER_A_STOP, OVERLAYS
from flows.rules.edition import Edition

TRIGGERS = ("answer", "unsure", "back", "edit", "why", "person", "resume", "restart", "language")
_BEFORE = ("language", "notice", "scheme")


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
    stops = ("stopped",) if edition is None or edition.prerequisites else ()
    # A verdict is early where a sum decides, or where a route is closed.
    early = ("early",) if edition is None or edition.route or kind_of(edition).counted else ()
    return (*_BEFORE, "asking", *stops, *early, "review", "person", "result", *OVERLAYS)


def _moves(edition: Edition | None) -> Iterator[tuple[str, str, str]]:
    """Yield (trigger, from, to) for every legal move."""
    every = states(edition)
    over = {"language", "notice", "review", "person", *OVERLAYS}
    resting = tuple(s for s in every if s not in over)
    inside = tuple(s for s in resting if s != "scheme")
    # Answers lead on. A language chosen in the middle leads back to where the person was, and
    # a route chosen again may find answers already there.
    yield from (("answer", "language", to) for to in ("notice", *resting))
    # Whoever keeps the language goes on; whoever has none is asked still.
    yield from (("resume", "language", to) for to in ("language", "notice", *resting))
    yield "answer", "notice", "scheme"
    yield from (("answer", source, to) for source in ("scheme", "asking") for to in inside)
    yield from (
        ("answer", source, to) for source in ("early", "result") for to in ("asking", "result")
    )
    yield from (("unsure", "asking", to) for to in inside)
    yield from _overlays(inside)
    # Repair: one function for every question.
    yield from (("back", source, to) for source in inside for to in ("asking", "scheme"))
    # Back from the first answer, asked again, is back to where the person was.
    yield from (("back", "asking", to) for to in inside if to != "asking")
    # What is typed as a command comes from anywhere, from the list of answers as well.
    yield from (("edit", source, "review") for source in (*inside, "review", *OVERLAYS))
    yield from (("edit", source, "asking") for source in (*inside, "review"))
    yield "why", "asking", "asking"
    yield from (("person", source, "person") for source in (*inside, "review"))
    yield from (
        ("resume", source, to) for source in ("review", "person", "asking") for to in inside
    )
    yield from (
        ("restart", source, "scheme") for source in every if source not in {"language", "notice"}
    )
    yield from (("language", source, "language") for source in every if source != "language")


def _overlays(inside: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield the moves to what lies over a result, on it, and away from it."""
    yield from (("why", source, "reasons") for source in ("result", "stopped"))
    yield from (("answer", "result", to) for to in OVERLAYS)
    yield from (("answer", "stopped", to) for to in OVER_A_STOP if to != "reasons")
    # Asked on an overlay, answered there: who comes along, what a day of birth leaves open, or
    # what a later day does. An answer that is tried leads to the comparison.
    yield from ((t, "asking", to) for t in ("answer", "unsure") for to in OVERLAYS)
    yield from (("answer", "early", to) for to in OVERLAYS)
    yield from (("answer", "when", to) for to in ("when", *inside))
    yield from (("answer", "next", to) for to in ("asking", "next"))
    yield "answer", "card", "card"
    yield from (("answer", "compare", to) for to in ("trying", *inside))
    yield "edit", "trying", "asking"
    yield "back", "asking", "trying"
    yield from (("resume", source, to) for source in OVERLAYS for to in inside)
    yield from (("person", source, "person") for source in OVERLAYS)


@cache
def machine(edition: Edition | None) -> Machine:
    """Build the machine of an edition's dialogue."""
    known = set(states(edition))
    made = Machine(
        model=None, states=sorted(known), initial="language", auto_transitions=False, name=""
    )
    for trigger, source, to in _moves(edition):
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


def legal(edition: Edition | None, trigger: str, state: str) -> bool:
    """Whether a trigger is known in a state at all."""
    event: Any = machine(edition).events.get(trigger)
    return event is not None and state in event.transitions
