"""An edition made ready to be read fast: its conditions over cells, in independent groups.

Facts that meet in one condition, one factor, or bound each other form a group; groups are
independent, so the whole is exact when each group is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from flows.assessing.decisions import kind_of
from flows.assessing.decisions.kind import DecisionKind
from flows.assessing.groups import (
    ALWAYS,
    NEVER,
    CompiledFactor,
    CompiledPrerequisite,
    Condition,
    Group,
    Table,
    TableRow,
)
from flows.facts.cells import Axis
from flows.facts.known import Facts
from flows.facts.vocabulary import Fact
from flows.rules.condition import All, Test, When, alternatives, facts_of
from flows.rules.edition import Edition, Factor, Part, Prerequisite, Unsettled

# An unsettled point, where it holds, and the facts of each way in which it does.
Point = tuple[Unsettled, Condition, tuple[frozenset[str], ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """A compiled edition: its groups, and where each group's parts belong in the whole.

    `kind` is how it decides. `facts` and `axes` stand group by group, `columns` says where each
    group's facts lie in them, and `order` is the order of asking.
    """

    edition: Edition
    kind: DecisionKind
    facts: tuple[str, ...]
    groups: tuple[Group, ...]
    order: Mapping[str, int]
    prerequisites: tuple[tuple[int, int], ...]
    factors: tuple[tuple[int, int], ...]
    unsettled: tuple[Point, ...]
    axes: Mapping[str, Axis]
    columns: tuple[tuple[Group, slice], ...]
    open: tuple[int, ...]
    places: Mapping[str, tuple[int, Axis]]

    def masks(self, facts: Facts) -> tuple[int, ...]:
        """Return what is known of each fact as cells; all of them where nothing is."""
        found = list(self.open)
        for name, value in facts.known.items():
            place = self.places.get(name)
            if place is not None:
                found[place[0]] = place[1].mask(value)
        return tuple(found)


class _Reading:
    """The facts that an edition's conditions read, and the axes they need."""

    def __init__(
        self, edition: Edition, barred: frozenset[str], cuts: Mapping[str, frozenset[float]]
    ) -> None:
        facts = edition.vocabulary
        found: dict[str, set[float]] = {}
        for when in conditions(edition):
            for way in alternatives(when):
                for name, trial in way.items():
                    fresh = found.setdefault(name, set(cuts.get(name, ())))
                    fresh |= facts[name].form.cuts(facts[name], trial)
        for name, at in found.items():
            whole = facts[name].at_most
            if whole in found:
                found[whole] |= at
        self.axes = {
            name: facts[name].form.axis(facts[name], frozenset(at), barred)
            for name, at in found.items()
        }

    def condition(self, when: When | None, places: Mapping[str, int]) -> Condition:
        if when is None:
            return ALWAYS
        return tuple(
            tuple((places[name], self.axes[name].passes(trial)) for name, trial in way.items())
            for way in alternatives(when)
        )

    def point(self, one: Unsettled, places: Mapping[str, int]) -> Point:
        ways = tuple(frozenset(way) for way in alternatives(one.when or {}))
        return one, self.condition(one.when, places), ways

    def rows(self, part: Part, places: Mapping[str, int]) -> Iterator[TableRow]:
        for row, when in rows_of(part):
            condition = self.condition(when, places)
            yield TableRow(
                row.id, condition, row.points, row.label, row.strength, row.human, row.low, row.high
            )


def rows_of(part: Part) -> Iterator[tuple[TableRow, When | None]]:
    """Yield the rows of any kind of table in one form, each with its condition."""
    if part.bands:
        for band in part.bands.rows:
            fields = {"from": band.from_, "below": band.below}
            when = _test(part.bands.fact, **{k: v for k, v in fields.items() if v is not None})
            row = TableRow("band", NEVER, band.points, low=band.from_, high=band.below)
            yield row, when
    elif part.each:
        steps = part.each.up_to // part.each.points
        for count in range(steps, 0, -1):
            row = TableRow("each", NEVER, count * part.each.points, low=count)
            yield row, _test(part.each.fact, **{"from": count})
        yield TableRow("none", NEVER, 0), None
    elif part.rows:
        for one in part.rows:
            row = TableRow(one.id, NEVER, one.points or 0, one.label, one.strength, one.human)
            yield row, one.when
    else:
        yield TableRow("met", NEVER, 1), part.met
        yield TableRow("not-met", NEVER, 0), None


def _test(fact: str, **fields: float) -> All:
    return {fact: Test.model_validate(fields)}


def conditions(edition: Edition) -> Iterator[When]:
    """Yield every condition that prerequisites and factors state, in their order."""
    for one in edition.prerequisites:
        yield one.when
        if one.review:
            yield one.review
    for factor in edition.factors:
        for part in factor.tables():
            for _, when in rows_of(part):
                if when is not None:
                    yield when


@cache
def tables(edition: Edition, barred: frozenset[str] = frozenset()) -> Tables:
    """Compile an edition for the nationals barred on a day."""
    return compile_tables(edition, barred, {})


def compile_tables(
    edition: Edition, barred: frozenset[str], cuts: Mapping[str, frozenset[float]]
) -> Tables:
    """Compile an edition, with further cuts where tables are to be held against others."""
    reading = _Reading(edition, barred, cuts)
    facts = tuple(reading.axes)
    groups: list[Group] = []
    columns: list[tuple[Group, slice]] = []
    prerequisites, factors = {}, {}
    placed: dict[str, int] = {}
    for g, members in enumerate(_clusters(edition, facts)):
        places = {name: i for i, name in enumerate(members)}
        mine = [p for p in edition.prerequisites if facts_of(p.when) & places.keys()]
        counted = [f for f in edition.factors if _factor_names(f) & places.keys()]
        prerequisites.update({p.id: (g, i) for i, p in enumerate(mine)})
        factors.update({f.id: (g, i) for i, f in enumerate(counted)})
        group = Group(
            tuple(reading.axes[name] for name in members),
            tuple(_prerequisite(reading, p, places) for p in mine),
            tuple(_factor(reading, f, places) for f in counted),
        )
        groups.append(group)
        columns.append((group, slice(len(placed), len(placed) + len(members))))
        placed.update({name: len(placed) + i for i, name in enumerate(members)})
    return Tables(
        edition=edition,
        kind=kind_of(edition),
        facts=tuple(placed),
        groups=tuple(groups),
        order={name: i for i, name in enumerate(_asking_order(edition, facts))},
        prerequisites=tuple(prerequisites[p.id] for p in edition.prerequisites),
        factors=tuple(factors[f.id] for f in edition.factors),
        unsettled=tuple(reading.point(point, placed) for point in edition.unsettled),
        axes={name: reading.axes[name] for name in placed},
        columns=tuple(columns),
        open=tuple(reading.axes[name].all for name in placed),
        places={name: (i, reading.axes[name]) for name, i in placed.items()},
    )


def _asking_order(edition: Edition, facts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the order of asking: prerequisites, then what may leave the rest aside, the rest."""
    if edition.alone is None:
        return facts
    first = facts_of(*(p.when for p in edition.prerequisites))
    alone = {n for f in edition.factors if f.id == edition.alone for n in _factor_names(f)}
    return tuple(sorted(facts, key=lambda name: (name not in first, name not in alone)))


def _prerequisite(
    reading: _Reading, one: Prerequisite, places: Mapping[str, int]
) -> CompiledPrerequisite:
    review = NEVER if one.review is None else reading.condition(one.review, places)
    return CompiledPrerequisite(one.id, reading.condition(one.when, places), review)


def _factor(reading: _Reading, factor: Factor, places: Mapping[str, int]) -> CompiledFactor:
    made = tuple(Table(part.id, tuple(reading.rows(part, places))) for part in factor.tables())
    most = sum(max(row.points for row in table.rows) for table in made)
    return CompiledFactor(factor.id, made, factor.maximum or most)


def _factor_names(factor: Factor) -> frozenset[str]:
    return facts_of(*(when for part in factor.tables() for _, when in rows_of(part)))


def _clusters(edition: Edition, facts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Join facts that meet in a prerequisite or a factor, or bound each other."""
    ties = [facts_of(p.when, p.review) for p in edition.prerequisites]
    ties += [_factor_names(f) for f in edition.factors]
    ties += [frozenset({name, _whole(edition.vocabulary[name])} & set(facts)) for name in facts]
    leader = {name: name for name in facts}
    for tie in ties:
        heads = {leader[name] for name in tie}
        if heads:
            first = min(heads, key=facts.index)
            leader = {n: first if head in heads else head for n, head in leader.items()}
    return [
        tuple(name for name in facts if leader[name] == head)
        for head in dict.fromkeys(leader.values())
    ]


def _whole(fact: Fact) -> str:
    return fact.at_most or fact.id
