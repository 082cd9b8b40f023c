"""What kinds of decision share that hold a sum against the threshold and decide by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flows.assessing.decisions.kind import Look, Outcome, Sums
from flows.assessing.decisions.points import AddsPoints
from flows.documents import Place
from flows.message import Argument, Message, Needed, parse_needed, say
from flows.rules.edition import Decision, Edition

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


class ReachesThreshold(AddsPoints):
    """A kind of decision that counts to a threshold: what reaches it meets the test.

    Its verdicts are named by its unit: `result-<unit>-<outcome>`, and `-between` where the score
    is not certain.
    """

    unit: str
    counted = True
    shows_factors = True
    outcomes: frozenset[Outcome] = frozenset({"meets", "falls-short"})
    vain: frozenset[Look] = frozenset()

    def possible(self, sums: Sums, decision: Decision) -> set[Outcome]:
        """See DecisionKind."""
        need = decision.threshold or 1
        found: set[Outcome] = {"falls-short"} if sums.least < need else set()
        if sums.plain is not None and sums.plain >= need:
            found.add("meets")
        if sums.reviewed is not None and sums.reviewed >= need:
            found.add("review")
        return found

    def outcome(self, points: int, decision: Decision, *, reviewed: bool) -> Outcome:
        """See DecisionKind."""
        if points < (decision.threshold or 1):
            return "falls-short"
        return "review" if reviewed else "meets"

    def goal(self, decision: Decision) -> int:
        """See DecisionKind."""
        return decision.threshold or 0

    def faults(self, edition: Edition) -> Iterator[tuple[Place, str]]:
        """See DecisionKind."""
        decision = edition.decision
        if decision.threshold is None or decision.maximum is None:
            sentence = f"a decision of kind {self.name} needs threshold and maximum."
            yield ("decision",), sentence
        yield from super().faults(edition)

    def verdict(self, result: Assessment) -> Message:
        """See DecisionKind."""
        if result.outcome == "ineligible" or result.least is None or result.most is None:
            return say("result-ineligible")
        decision = result.edition.decision
        args: dict[str, Argument] = {"need": decision.threshold or 0, "all": decision.maximum or 0}
        id_ = f"result-{self.unit}-{result.outcome}"
        if result.score is not None:
            return say(id_, score=result.score, **args)
        return say(f"{id_}-between", least=result.least, most=result.most, **args)


def counting_messages(unit: str) -> Needed:
    """Return the messages of every kind that counts, named by what it counts in."""
    ids = """
    early-{unit}-meets count
    early-{unit}-falls-short count
    early-{unit}-review count
    result-{unit}-meets score need all
    result-{unit}-meets-between least most need all
    result-{unit}-falls-short score need all
    result-{unit}-falls-short-between least most need all
    result-{unit}-review score need all
    result-{unit}-review-between least most need all
    result-{unit}-open score need all
    result-{unit}-open-between least most need all
    short-{unit} score all
    short-{unit}-between least most all
    card-factors-{unit}
    card-line-{unit} need
    certificate-{unit}-none
    certificate-{unit}-one count
    certificate-{unit}-more count added short
    certificate-{unit}-never reach need
    way-{unit} changes score
    find-{unit} fact answer score all
    """
    return parse_needed(ids.replace("{unit}", unit))
