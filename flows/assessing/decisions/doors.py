"""`doors`: any one that is open is enough, and people decide what lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.assessing.decisions.additive import points_json
from flows.assessing.decisions.kind import Look, Outcome, State, Sums
from flows.assessing.decisions.marks import MARK_MESSAGES, MarksFactors
from flows.assessing.groups import FactorTrace
from flows.message import Message, Needed, parse_needed, say
from flows.rules.edition import Decision

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


class Doors(MarksFactors):
    """Doors, any one of which is enough: all points or none, or no points any more."""

    name = "doors"
    unit = "doors"
    counted = False
    by_criterion = False
    # Two doors are told in the verdict.
    shows_factors = False
    outcomes: frozenset[Outcome] = frozenset({"review", "falls-short"})
    vain: frozenset[Look] = frozenset({"when"})

    @property
    def needed(self) -> Needed:
        """See DecisionKind."""
        return MARK_MESSAGES | _MESSAGES

    def possible(self, sums: Sums, decision: Decision) -> set[Outcome]:
        """See DecisionKind."""
        need = decision.threshold or 1
        return {
            "review" if sums.most >= need else "falls-short",
            "falls-short" if sums.least < need else "review",
        }

    def outcome(self, points: int, decision: Decision, *, reviewed: bool) -> Outcome:  # noqa: ARG002
        """See DecisionKind."""
        return "falls-short" if points < (decision.threshold or 1) else "review"

    def goal(self, decision: Decision) -> int:
        """See DecisionKind."""
        return decision.threshold or 1

    def verdict(self, result: Assessment) -> Message:
        """See DecisionKind."""
        if result.outcome == "ineligible":
            return say("result-ineligible")
        return say(f"result-doors-{result.outcome}")

    def came_to(self, trace: FactorTrace) -> Message:
        """See DecisionKind."""
        # People judge what lies behind it.
        return say("card-door") if trace.met else super().came_to(trace)

    def mark(self, trace: FactorTrace) -> tuple[Message, State]:
        """See DecisionKind."""
        return (say("card-door"), "part") if trace.met else super().mark(trace)

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:
        """See DecisionKind."""
        return {} if result.edition.decision.maximum is None else points_json(trace)


_MESSAGES = parse_needed(
    """
    result-doors-review
    result-doors-falls-short
    result-doors-open
    card-factors-doors
    card-door
    """
)
