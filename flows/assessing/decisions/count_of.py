"""`count_of`: criteria, each worth one, of which so many are to be met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flows.assessing.decisions.marks import MARK_MESSAGES, MarksFactors
from flows.assessing.decisions.threshold import ReachesThreshold, counting_messages
from flows.assessing.groups import FactorTrace
from flows.documents import Place
from flows.message import Needed, parse_needed
from flows.rules.edition import Edition

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


class CountOf(ReachesThreshold, MarksFactors):
    """Criteria, each worth one, of which so many are to be met."""

    name = "count_of"
    unit = "criteria"
    by_criterion = True

    @property
    def needed(self) -> Needed:
        """See DecisionKind."""
        return counting_messages(self.unit) | MARK_MESSAGES | _MESSAGES

    def faults(self, edition: Edition) -> Iterator[tuple[Place, str]]:
        """See DecisionKind."""
        yield from super().faults(edition)
        for i, factor in enumerate(edition.factors):
            if factor.most != 1:
                reaches = f'"{factor.id}" reaches {factor.most}, but a criterion is worth 1'
                yield ("factors", i), f"{reaches}; mend its rows."

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:  # noqa: ARG002
        """See DecisionKind."""
        return {"met": trace.met}


_MESSAGES = parse_needed(
    """
    step-find-marked
    step-nearest criterion
    nearest-title
    nearest-line name changes
    """
)
