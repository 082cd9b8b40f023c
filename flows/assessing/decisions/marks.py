"""What kinds of decision share that mark each factor: met, not met, or open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from flows.assessing.decisions.kind import Drawing, State
from flows.assessing.decisions.points import AddsPoints
from flows.assessing.groups import FactorTrace, PartTrace, TableRow
from flows.message import Argument, Message, Needed, parse_needed, say

# What is met, is not, or is still open, as the ids of messages and bars say it.
MARKS: Mapping[bool | None, Literal["met", "not-met", "open"]] = {
    True: "met",
    False: "not-met",
    None: "open",
}


class MarksFactors(AddsPoints):
    """A kind of decision of which a factor counts or does not."""

    drawing: Drawing = "signs"

    def line(self, name: Message, trace: FactorTrace, told: Argument | None) -> Message:
        """See DecisionKind."""
        line = say(f"brief-{MARKS[trace.met]}", name=name)
        return say("brief-told", line=line, told=told) if told else line

    def deciding(self, told: Sequence[str]) -> Sequence[str]:
        """See DecisionKind: the last that is still read."""
        return told

    def came_to(self, trace: FactorTrace) -> Message:
        """See DecisionKind."""
        return say(f"factor-{MARKS[trace.met]}")

    def mark(self, trace: FactorTrace) -> tuple[Message, State]:
        """See DecisionKind."""
        mark = MARKS[trace.met]
        return say(f"card-{mark}"), mark

    def open_part(self, part: PartTrace) -> Message:  # noqa: ARG002 - open is open
        """See DecisionKind."""
        return say("why-criterion-open")

    def rank(self, row: TableRow) -> int:  # noqa: ARG002 - the reason says what it takes
        """See DecisionKind."""
        return 0

    def arguments(self, row: TableRow) -> Iterator[tuple[str, Argument]]:  # noqa: ARG002
        """See DecisionKind."""
        yield from ()


MARK_MESSAGES: Needed = parse_needed(
    """
    why-criterion-open
    brief-met name
    brief-not-met name
    brief-open name
    brief-told line told
    card-met
    card-not-met
    card-open
    factor-met
    factor-not-met
    factor-open
    """
)
