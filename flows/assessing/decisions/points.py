"""What kinds of decision share that add up points: rows worth some, and bare JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flows.assessing.groups import PrerequisiteTrace, TableRow
from flows.documents import Place
from flows.rules.edition import Edition

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


class AddsPoints:
    """A kind of decision whose rows are worth points."""

    name: str
    adds_up = True

    def faults(self, edition: Edition) -> Iterator[tuple[Place, str]]:
        """See DecisionKind."""
        for place, part in edition.parts():
            for i, row in enumerate(part.rows or ()):
                if row.label is not None or row.points is None:
                    needs = f'the row "{row.id}" needs points and no label, for the decision is'
                    yield (*place, "rows", i), f"{needs} {self.name}; mend it."

    def row_messages(self, row: TableRow) -> Iterator[str]:  # noqa: ARG002 - points are no words
        """See DecisionKind."""
        yield from ()

    def result_json(self, result: Assessment) -> dict[str, Any]:  # noqa: ARG002 - nothing further
        """See DecisionKind."""
        return {}

    def prerequisite_json(self, trace: PrerequisiteTrace) -> dict[str, Any]:  # noqa: ARG002
        """See DecisionKind."""
        return {}
