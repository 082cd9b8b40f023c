"""Assessment: where a person stands under an edition on a day, with a trace for each factor.

Pure functions over an edition and facts. What is unknown stays open: the outcome is certain
only if every way of completing the facts gives it, and `least` and `most` are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.assessing.compiled import Tables, tables
from flows.assessing.decisions import KINDS
from flows.assessing.decisions.kind import DecisionKind, Outcome, Sums
from flows.assessing.groups import FactorTrace, PrerequisiteTrace, View, holds, surely
from flows.assessing.route import apply_route
from flows.facts.known import Facts
from flows.rules.condition import facts_of
from flows.rules.edition import Decision, Edition


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result: outcome, score with its ends, what each factor came to, what is still open.

    `score`, `least` and `most` are points or criteria met; None where nothing is counted.
    `missing` are the unknown facts that can still change outcome or score, `worth_asking` those
    and what can change a label; both stand in the order of asking. `historic` marks factors of
    a closed route.
    """

    edition: Edition
    on: date
    outcome: Outcome
    least: int | None
    most: int | None
    prerequisites: tuple[PrerequisiteTrace, ...]
    factors: tuple[FactorTrace, ...]
    worth_asking: tuple[str, ...]
    unsettled: tuple[str, ...]
    successor: str | None = None
    historic: bool = False
    urgent: bool = False
    human: bool = False

    @property
    def kind(self) -> DecisionKind:
        """How its edition decides."""
        return KINDS[self.edition.decision.kind]

    @property
    def score(self) -> int | None:
        """The score, once it is certain."""
        return self.least if self.least == self.most else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that can still change the outcome or the score."""
        if self.kind.adds_up:
            return self.worth_asking
        if self.outcome != "open":
            return ()
        deciding = {name for one in self.edition.prerequisites for name in facts_of(one.when)}
        return tuple(fact for fact in self.worth_asking if fact in deciding)

    @property
    def failed(self) -> tuple[str, ...]:
        """The prerequisites that are not met."""
        return tuple(one.id for one in self.prerequisites if one.met is False)

    @property
    def failed_on(self) -> frozenset[str]:
        """The facts on which the prerequisites rest that are not met."""
        failed = self.failed
        prerequisites = self.edition.prerequisites
        return facts_of(*(w for p in prerequisites if p.id in failed for w in (p.when, p.review)))

    @property
    def alone(self) -> bool:
        """Whether one factor is shown without the rest."""
        return [trace.id for trace in self.factors] == [self.edition.alone]

    @property
    def stale(self) -> bool:
        """Whether the rules are past the day by which they were to be read again."""
        return self.edition.review_by is not None and self.on > self.edition.review_by


def assess(edition: Edition, facts: Facts, on: date) -> Assessment:
    """Assess facts under an edition on a day.

    Raises FactError where the facts contradict the route that they name.
    """
    ready = tables_on(edition, on)
    masks = ready.masks(facts)
    views = tuple([group.look(masks[place]) for group, place in ready.columns])
    unsettled = _unsettled_points(ready, masks, facts, on)
    result = _added_up(ready, views, unsettled, on)
    return result if edition.route is None else apply_route(result, edition.route, views, facts)


def tables_on(edition: Edition, on: date) -> Tables:
    """Return an edition compiled for the nationals who are barred on a day."""
    return tables(edition, edition.scheme.barred(on))


def _sums(views: tuple[View, ...]) -> Sums:
    sums = Sums()
    loss: int | None = None
    for view in views:
        if view.low is None or view.high is None:
            sums.can_pass = False
            return sums
        sums.least += view.low
        sums.most += view.high
        sums.can_fail = sums.can_fail or view.can_fail
        sums.plain = None if sums.plain is None or view.plain is None else sums.plain + view.plain
        if view.reviewed is not None:
            # What the most loses where it is this group that people review.
            lost = view.high - view.reviewed
            loss = lost if loss is None else min(loss, lost)
    sums.reviewed = None if loss is None else sums.most - loss
    return sums


def _added_up(
    ready: Tables, views: tuple[View, ...], unsettled: tuple[str, ...], on: date
) -> Assessment:
    edition = ready.edition
    prerequisites = tuple([views[g].prerequisites[i] for g, i in ready.prerequisites])
    factors = tuple([views[g].factors[i] for g, i in ready.factors])
    sums = _sums(views)
    if not sums.can_pass:
        return Assessment(
            edition, on, "ineligible", None, None, prerequisites, factors, (), unsettled
        )
    threshold = edition.decision.threshold or 1
    counted = edition.decision.maximum is not None
    return Assessment(
        edition,
        on,
        _outcome(ready.kind, sums, edition.decision),
        sums.least if counted else None,
        sums.most if counted else None,
        prerequisites,
        factors,
        _missing(ready, views, sums.most, threshold),
        unsettled,
    )


def _outcome(kind: DecisionKind, sums: Sums, decision: Decision) -> Outcome:
    """Return the one outcome of all completions, or `open`."""
    possible = kind.possible(sums, decision)
    if sums.can_fail:
        possible.add("ineligible")
    return possible.pop() if len(possible) == 1 else "open"


def _missing(ready: Tables, views: tuple[View, ...], most: int, threshold: int) -> tuple[str, ...]:
    # Where people decide in any case, a further thing for them to review changes nothing.
    decided = not ready.kind.counted
    found = []
    for view in views:
        for fact, points in view.matters:
            others = most - (view.high or 0)
            if points is None or (not decided and points + others >= threshold):
                found.append(fact)
    found.sort(key=ready.order.__getitem__)
    return tuple(found)


def _unsettled_points(
    ready: Tables,
    masks: tuple[int, ...],
    facts: Facts,
    on: date,
) -> tuple[str, ...]:
    """Return the points that no source settles and that touch what was told."""
    told, nation = facts.told, facts.known.get(facts.vocabulary.nation)
    if len(told) < len(facts.known):
        found = _following(ready, masks, facts, on)
    else:
        found = [
            point.id
            for point, condition, ways in ready.unsettled
            if any(map(told.issuperset, ways))
            and (point.on is None or point.on.holds(on))
            and (not point.nations or nation in point.nations)
            and holds(condition, masks)
        ]
    edition = ready.edition
    nationals = edition.scheme.nationals
    if nationals and isinstance(nation, str) and nationals.unconfirmed(nation, on):
        found.append(edition.nation_point)
    return tuple(found)


def _following(ready: Tables, masks: tuple[int, ...], facts: Facts, on: date) -> list[str]:
    """Return the points that touch what was told, or what follows from it.

    An age follows from a day of birth: it was told no less. What is only bounded was not told, but
    may be sure all the same: four years in an enterprise are four years of work.
    """
    known = facts.told.union(facts.known)
    told = known - (facts.vocabulary.bounding - facts.told)
    nation = facts.known.get(facts.vocabulary.nation)
    return [
        point.id
        for point, condition, ways in ready.unsettled
        if (point.on is None or point.on.holds(on))
        and (not point.nations or nation in point.nations)
        and holds(condition, masks)
        and (
            any(map(told.issuperset, ways))
            or (any(map(known.issuperset, ways)) and surely(condition, masks))
        )
    ]
