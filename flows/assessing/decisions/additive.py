"""`additive`: points that are added up, against a pass mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flows.assessing.decisions.kind import Drawing, State
from flows.assessing.decisions.threshold import ReachesThreshold, counting_messages
from flows.assessing.groups import FactorTrace, PartTrace, TableRow
from flows.message import Argument, Message, Needed, parse_needed, say

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


class Additive(ReachesThreshold):
    """Points that are added up, against a pass mark."""

    name = "additive"
    unit = "points"
    by_criterion = False
    drawing: Drawing = "bars"

    @property
    def needed(self) -> Needed:
        """See DecisionKind."""
        return counting_messages(self.unit) | _MESSAGES

    def line(self, name: Message, trace: FactorTrace, told: Argument | None) -> Message:
        """See DecisionKind."""
        if trace.points is None:
            worth = {"least": trace.least, "most": trace.most, "maximum": trace.maximum}
            line = say("brief-points-open", name=name, **worth)
        else:
            line = say("brief-points", name=name, points=trace.points, maximum=trace.maximum)
        return say("brief-points-told", line=line, told=told) if told else line

    def deciding(self, told: Sequence[str]) -> Sequence[str]:
        """See DecisionKind: the first, by which the table goes."""
        return told[:1]

    def came_to(self, trace: FactorTrace) -> Message:
        """See DecisionKind."""
        if trace.points is None:
            return say("factor-between", least=trace.least, most=trace.most)
        return say("factor-points", points=trace.points)

    def mark(self, trace: FactorTrace) -> tuple[Message, State]:
        """See DecisionKind."""
        most = trace.maximum
        if trace.points is None:
            ends = {"least": trace.least, "most": trace.most}
            return say("card-points-between", **ends, maximum=most), "open"
        value = say("card-points", points=trace.points, maximum=most)
        if not trace.points:
            return value, "not-met"
        return value, "met" if trace.points >= most else "part"

    def open_part(self, part: PartTrace) -> Message:
        """See DecisionKind."""
        return say("why-points-open", least=part.least, most=part.most)

    def rank(self, row: TableRow) -> int:
        """See DecisionKind."""
        return row.points

    def arguments(self, row: TableRow) -> Iterator[tuple[str, Argument]]:
        """See DecisionKind."""
        yield "points", row.points

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:  # noqa: ARG002
        """See DecisionKind."""
        return points_json(trace)


def points_json(trace: FactorTrace) -> dict[str, Any]:
    """Return the points of a factor as JSON."""
    worth = {"points": trace.points, "least": trace.least, "most": trace.most}
    return worth | {"maximum": trace.maximum}


_MESSAGES = parse_needed(
    """
    why-points-open least most
    brief-points name points maximum
    brief-points-open name least most maximum
    brief-points-told line told
    card-points points maximum
    card-points-between least most maximum
    factor-points points
    factor-between least most
    """
)
