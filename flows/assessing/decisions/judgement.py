"""`judgement`: labels that are never added up; people look at the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flows.assessing.decisions.kind import Drawing, Look, Outcome, State, Sums
from flows.assessing.groups import FactorTrace, PartTrace, PrerequisiteTrace, TableRow
from flows.documents import Place
from flows.message import Argument, Message, Needed, parse_needed, say
from flows.rules.edition import Decision, Edition, Label

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment

_ORDER: dict[Label, int] = {"blocks": 0, "disadvantage": 1, "neutral": 2, "advantage": 3}


class Judgement:
    """Labels that are never added up; people look at the whole."""

    name = "judgement"
    unit = "labels"
    adds_up = False
    counted = False
    by_criterion = False
    shows_factors = True
    outcomes: frozenset[Outcome] = frozenset({"review"})
    vain: frozenset[Look] = frozenset({"ways", "when", "trying"})
    drawing: Drawing = "words"

    @property
    def needed(self) -> Needed:
        """See DecisionKind."""
        return _MESSAGES

    def possible(self, sums: Sums, decision: Decision) -> set[Outcome]:  # noqa: ARG002 - no sum
        """See DecisionKind."""
        return {"review"}

    def outcome(self, points: int, decision: Decision, *, reviewed: bool) -> Outcome:  # noqa: ARG002
        """See DecisionKind."""
        return "review"

    def goal(self, decision: Decision) -> int:  # noqa: ARG002 - it has no threshold
        """See DecisionKind."""
        return 0

    def faults(self, edition: Edition) -> Iterator[tuple[Place, str]]:
        """See DecisionKind."""
        for place, part in edition.parts():
            if part.rows is None:
                sentence = f'"{part.id}" has no labels, which a judgement reads; write rows with'
                yield place, f"{sentence} labels."
            for i, row in enumerate(part.rows or ()):
                if row.label is None or row.points is not None:
                    needs = f'the row "{row.id}" needs a label and no points, for the decision is'
                    yield (*place, "rows", i), f"{needs} {self.name}; mend it."
        for i, factor in enumerate(edition.factors):
            if factor.maximum is not None:
                sentence = f"the maximum is {factor.maximum}, but a judgement counts nothing"
                yield ("factors", i, "maximum"), f"{sentence}; take it out."
        if edition.decision.threshold is not None or edition.decision.maximum is not None:
            yield ("decision",), "a judgement has no threshold and no maximum; take them out."

    def verdict(self, result: Assessment) -> Message:
        """See DecisionKind."""
        if result.outcome == "ineligible":
            return say("result-ineligible")
        if not result.factors:
            return say("result-labels-urgent" if result.urgent else "result-labels-aside")
        if result.alone:
            return say("result-labels-alone")
        return say("result-labels-human" if result.human else "result-labels")

    def line(self, name: Message, trace: FactorTrace, told: Argument | None) -> Message:
        """See DecisionKind."""
        line = say("brief-told", line=name, told=self.came_to(trace))
        return say("brief-points-told", line=line, told=told) if told else line

    def deciding(self, told: Sequence[str]) -> Sequence[str]:  # noqa: ARG002 - the label says it
        """See DecisionKind."""
        return ()

    def came_to(self, trace: FactorTrace) -> Message:
        """See DecisionKind."""
        row = trace.parts[0].row
        return say(f"label-{_label_of(row)}") if row else say("label-open")

    def mark(self, trace: FactorTrace) -> tuple[Message, State]:
        """See DecisionKind."""
        row = trace.parts[0].row
        return self.came_to(trace), row.label or "neutral" if row else "open"

    def open_part(self, part: PartTrace) -> Message:  # noqa: ARG002 - no points to say
        """See DecisionKind."""
        return say("why-not-assessed")

    def rank(self, row: TableRow) -> int:
        """See DecisionKind."""
        return _ORDER[row.label] if row.label else row.points

    def arguments(self, row: TableRow) -> Iterator[tuple[str, Argument]]:  # noqa: ARG002
        """See DecisionKind."""
        yield from ()

    def row_messages(self, row: TableRow) -> Iterator[str]:
        """See DecisionKind."""
        if row.label:
            yield f"label-{_label_of(row)}"

    def result_json(self, result: Assessment) -> dict[str, Any]:
        """See DecisionKind."""
        return {"historic": result.historic, "human": result.human, "urgent": result.urgent}

    def prerequisite_json(self, trace: PrerequisiteTrace) -> dict[str, Any]:
        """See DecisionKind."""
        return {"label": "blocks" if trace.met is False else "neutral"}

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:
        """See DecisionKind."""
        row = trace.parts[0].row
        return {
            "label": (row.label if row else None) or "neutral",
            "strength": row.strength if row else "plain",
            "human": row.human if row else False,
            **({"historic": True} if result.historic else {}),
        }


def _label_of(row: TableRow) -> str:
    """Return how a row's label is said: with its strength, and whether a person must look."""
    name: str = row.label or "neutral"
    if row.strength != "plain":
        name = f"{name}-{row.strength}"
    return f"{name}-human" if row.human else name


_MESSAGES = parse_needed(
    """
    result-labels
    result-labels-human
    result-labels-alone
    result-labels-aside
    result-labels-urgent
    label-open
    brief-told line told
    brief-points-told line told
    why-not-assessed
    card-factors-labels
    """
)
