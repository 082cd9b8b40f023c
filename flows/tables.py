"""An edition made ready to be read fast: its conditions over cells, in independent groups.

Facts that meet in one condition, one factor, or bound each other form a group; groups are
independent, so the whole is exact when each group is. A group is a short list of entries, one
for each combination of cells that can exist, and what is known picks among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from flows.axes import Axis, Line, axis_for, cuts_of
from flows.editions import (
    All,
    Edition,
    Factor,
    Part,
    Prerequisite,
    Test,
    Unsettled,
    When,
    alternatives,
)
from flows.facts import Fact, vocabulary
from flows.marked import RuleError

Condition = tuple[tuple[tuple[int, int], ...], ...]
NEVER: Condition = ()
ALWAYS: Condition = ((),)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table: its worth, or its label; `low` and `high` bound a band."""

    id: str
    condition: Condition
    points: int = 0
    label: str | None = None
    strength: str = "plain"
    human: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A part of a factor: rows of which the first that holds counts."""

    id: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class PartTrace:
    """What a part came to: the row, once it is certain, and the points still possible."""

    id: str
    row: TableRow | None
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class FactorTrace:
    """What a factor came to, part by part."""

    id: str
    least: int
    most: int
    maximum: int
    parts: tuple[PartTrace, ...]

    @property
    def points(self) -> int | None:
        """Points once they are certain."""
        return self.least if self.least == self.most else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One combination of cells: what fails, what people must review, what it is worth."""

    cells: tuple[int, ...]
    failed: int
    reviewed: int
    points: int
    rows: tuple[int, ...]

    def met(self, prerequisite: int) -> bool | None:
        """Whether a prerequisite is met; None where people must say."""
        if self.reviewed >> prerequisite & 1:
            return None
        return not self.failed >> prerequisite & 1


@dataclass(frozen=True, slots=True)
class View:
    """What is certain of a group, and what is still possible, for all that is known of it.

    `plain` and `review` bound the points of the combinations that pass, without and with a
    review. `matters` names the facts that can still change something; with a number, only
    where the whole can reach the threshold from there.
    """

    met: tuple[bool | None, ...]
    can_fail: bool
    plain: tuple[int, int] | None
    review: tuple[int, int] | None
    factors: tuple[FactorTrace, ...]
    matters: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class CompiledPrerequisite:
    """A prerequisite over cells."""

    id: str
    condition: Condition
    review: Condition


@dataclass(frozen=True, slots=True)
class CompiledFactor:
    """A factor over cells."""

    id: str
    tables: tuple[Table, ...]
    maximum: int


class Group:
    """Facts that hang together, with what depends on them."""

    def __init__(
        self,
        axes: tuple[Axis, ...],
        prerequisites: tuple[CompiledPrerequisite, ...],
        factors: tuple[CompiledFactor, ...],
    ) -> None:
        self.axes = axes
        self.facts = tuple(axis.fact.id for axis in axes)
        self.prerequisites = prerequisites
        self.factors = factors
        self.tables = tuple(table for factor in factors for table in factor.tables)
        self.entries = tuple(self._entries())
        self.look = lru_cache(maxsize=8192)(self._look)

    def _entries(self) -> Iterator[Entry]:
        pairs = tuple(_bounded_pairs(self.axes))
        for cells in product(*(range(axis.all.bit_length()) for axis in self.axes)):
            bits = tuple(1 << cell for cell in cells)
            if all(allowed[cells[a]] & bits[b] for a, b, allowed in pairs):
                yield self._entry(cells, bits)

    def _entry(self, cells: tuple[int, ...], bits: tuple[int, ...]) -> Entry:
        failed, reviewed = 0, 0
        for i, one in enumerate(self.prerequisites):
            failed |= (not holds(one.condition, bits)) << i
            reviewed |= holds(one.review, bits) << i
        rows = tuple(self._row(table, bits, cells) for table in self.tables)
        points = sum(t.rows[i].points for t, i in zip(self.tables, rows, strict=True))
        return Entry(cells, failed, reviewed, points, rows)

    def _row(self, table: Table, bits: tuple[int, ...], cells: tuple[int, ...]) -> int:
        for i, row in enumerate(table.rows):
            if holds(row.condition, bits):
                return i
        answers = ", ".join(
            f"{axis.fact.id} = {axis.cells()[cell]}"
            for axis, cell in zip(self.axes, cells, strict=True)
        )
        raise RuleError(
            f'no row of "{table.id}" holds for {answers}; add one, or a last row without when.'
        )

    def _look(self, masks: tuple[int, ...]) -> View:
        """Return what the entries allowed by `masks` (one an axis) agree on, and where not."""
        alive = [
            e for e in self.entries if all(m >> c & 1 for m, c in zip(masks, e.cells, strict=True))
        ]
        passing = [e for e in alive if not e.failed]
        met = tuple(
            _agreed([entry.met(i) for entry in alive]) for i in range(len(self.prerequisites))
        )
        return View(
            met=met,
            can_fail=len(passing) < len(alive),
            plain=_ends([e.points for e in passing if not e.reviewed]),
            review=_ends([e.points for e in passing if e.reviewed]),
            factors=self._factors(passing or alive),
            matters=tuple(self._matters(alive)),
        )

    def _factors(self, entries: list[Entry]) -> tuple[FactorTrace, ...]:
        traces = []
        start = 0
        for factor in self.factors:
            columns = range(start, start + len(factor.tables))
            start += len(factor.tables)
            parts = tuple(
                _part(table, {entry.rows[column] for entry in entries})
                for table, column in zip(factor.tables, columns, strict=True)
            )
            sums = [sum(self.tables[c].rows[e.rows[c]].points for c in columns) for e in entries]
            traces.append(FactorTrace(factor.id, min(sums), max(sums), factor.maximum, parts))
        return tuple(traces)

    def _matters(self, alive: list[Entry]) -> Iterator[tuple[str, int | None]]:
        """Yield the facts in which two combinations differ alone and come out differently."""
        for i, fact in enumerate(self.facts):
            lines: dict[tuple[int, ...], list[Entry]] = {}
            for entry in alive:
                lines.setdefault(entry.cells[:i] + entry.cells[i + 1 :], []).append(entry)
            reach: list[int] = []
            for line in lines.values():
                if len({self._worth(entry) for entry in line}) > 1:
                    yield fact, None
                    break
                if len({bool(e.reviewed) for e in line if not e.failed}) > 1:
                    reach.append(line[0].points)
            else:
                if reach:
                    yield fact, max(reach)

    def _worth(self, entry: Entry) -> object:
        """Return what an entry comes to; where nothing is added up, its labels count."""
        if entry.failed:
            return None
        labelled = any(table.rows[0].label for table in self.tables)
        return entry.rows if labelled else entry.points


def _part(table: Table, rows: set[int]) -> PartTrace:
    points = [table.rows[i].points for i in rows]
    row = table.rows[next(iter(rows))] if len(rows) == 1 else None
    return PartTrace(table.id, row, min(points), max(points))


def _agreed(values: list[bool | None]) -> bool | None:
    return values[0] if len(set(values)) == 1 else None


def _ends(points: list[int]) -> tuple[int, int] | None:
    return (min(points), max(points)) if points else None


def holds(condition: Condition, bits: tuple[int, ...]) -> bool:
    """Whether a condition can hold for cells given as masks, one an axis."""
    for way in condition:
        for axis, mask in way:
            if not bits[axis] & mask:
                break
        else:
            return True
    return False


def _bounded_pairs(axes: tuple[Axis, ...]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield (bounded axis, bounding axis, allowed cells of the second for each of the first)."""
    places = {axis.fact.id: i for i, axis in enumerate(axes)}
    for i, axis in enumerate(axes):
        j = places.get(axis.fact.at_most or "")
        if j is not None:
            yield i, j, _allowed(axis, axes[j])


def _allowed(part: Axis, whole: Axis) -> tuple[int, ...]:
    if isinstance(part, Line) and isinstance(whole, Line):
        ends = [end for _, end in whole.spans()]
        return tuple(
            sum(1 << i for i, end in enumerate(ends) if start < end) for start, _ in part.spans()
        )
    levels = whole.fact.levels
    return tuple(
        sum(1 << i for i, level in enumerate(levels) if mine <= level) for mine in part.fact.levels
    )


@dataclass(frozen=True, slots=True)
class Tables:
    """A compiled edition: its groups, and where each group's parts belong in the whole.

    `facts` and `axes` stand group by group, `columns` says where each group's facts lie in
    them, and `order` is the order of asking.
    """

    edition: Edition
    facts: tuple[str, ...]
    groups: tuple[Group, ...]
    order: Mapping[str, int]
    prerequisites: tuple[tuple[int, int], ...]
    factors: tuple[tuple[int, int], ...]
    unsettled: tuple[tuple[Unsettled, Condition, tuple[frozenset[str], ...]], ...]
    axes: Mapping[str, Axis]
    columns: tuple[tuple[Group, slice], ...]


class _Reading:
    """The facts that an edition's conditions read, and the axes they need."""

    def __init__(
        self, edition: Edition, barred: frozenset[str], cuts: Mapping[str, frozenset[float]]
    ) -> None:
        facts = vocabulary()
        found: dict[str, set[float]] = {}
        for when in conditions(edition):
            for way in alternatives(when):
                for name, trial in way.items():
                    fresh = found.setdefault(name, set(cuts.get(name, ())))
                    fresh |= cuts_of(trial, facts[name])
        for name, at in found.items():
            whole = facts[name].at_most
            if whole in found:
                found[whole] |= at
        self.axes = {
            name: axis_for(facts[name], frozenset(at), barred) for name, at in found.items()
        }

    def condition(self, when: When | None, places: Mapping[str, int]) -> Condition:
        if when is None:
            return ALWAYS
        return tuple(
            tuple((places[name], self.axes[name].passes(trial)) for name, trial in way.items())
            for way in alternatives(when)
        )

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
        mine = [p for p in edition.prerequisites if _names(p.when) & places.keys()]
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
        facts=tuple(placed),
        groups=tuple(groups),
        order={name: i for i, name in enumerate(facts)},
        prerequisites=tuple(prerequisites[p.id] for p in edition.prerequisites),
        factors=tuple(factors[f.id] for f in edition.factors),
        unsettled=tuple(
            (
                point,
                reading.condition(point.when, placed),
                tuple(frozenset(way) for way in alternatives(point.when or {})),
            )
            for point in edition.unsettled
        ),
        axes={name: reading.axes[name] for name in placed},
        columns=tuple(columns),
    )


def _prerequisite(
    reading: _Reading, one: Prerequisite, places: Mapping[str, int]
) -> CompiledPrerequisite:
    review = NEVER if one.review is None else reading.condition(one.review, places)
    return CompiledPrerequisite(one.id, reading.condition(one.when, places), review)


def _factor(reading: _Reading, factor: Factor, places: Mapping[str, int]) -> CompiledFactor:
    made = tuple(Table(part.id, tuple(reading.rows(part, places))) for part in factor.tables())
    most = sum(max(row.points for row in table.rows) for table in made)
    return CompiledFactor(factor.id, made, factor.maximum or most)


def _names(when: When | None) -> set[str]:
    return {name for way in alternatives(when) for name in way} if when else set()


def _factor_names(factor: Factor) -> set[str]:
    return {name for part in factor.tables() for _, when in rows_of(part) for name in _names(when)}


def _clusters(edition: Edition, facts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Join facts that meet in a prerequisite or a factor, or bound each other."""
    vocabulary_ = vocabulary()
    ties = [_names(p.when) | _names(p.review) for p in edition.prerequisites]
    ties += [_factor_names(f) for f in edition.factors]
    ties += [{name, _whole(vocabulary_[name])} & set(facts) for name in facts]
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
