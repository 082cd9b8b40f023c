"""Facts that hang together: the combinations of cells that can exist, and what each is worth.

A group is a short list of entries, one for each combination, and what is known picks among
them: what they agree on is certain, what they differ in is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from flows.documents import RuleError
from flows.facts.cells import Axis
from flows.rules.edition import Label

Condition = tuple[tuple[tuple[int, int], ...], ...]
NEVER: Condition = ()
ALWAYS: Condition = ((),)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table: its worth, or its label; `low` and `high` bound a band."""

    id: str
    condition: Condition
    points: int = 0
    label: Label | None = None
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

    @property
    def met(self) -> bool | None:
        """Whether it counts at all, once that is certain: a criterion, a door."""
        return None if self.points is None else self.points > 0


@dataclass(frozen=True, slots=True)
class PrerequisiteTrace:
    """Whether a prerequisite is met; None while it is unknown or left to people."""

    id: str
    met: bool | None


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

    `low` and `high` bound the points of the combinations that pass; `plain` and `reviewed` are
    the most that those without and with a review reach. All are None where none passes.
    `matters` names the facts that can still change something; with a number, only where the
    whole can reach the threshold from there.
    """

    prerequisites: tuple[PrerequisiteTrace, ...]
    can_fail: bool
    low: int | None
    high: int | None
    plain: int | None
    reviewed: int | None
    factors: tuple[FactorTrace, ...]
    matters: tuple[tuple[str, int | None], ...]


# Answers that contradict each other leave no combination.
NOWHERE = View((), True, None, None, None, None, (), ())


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
        """Return what the entries that `masks` allow (one per axis) agree on, and where not."""
        alive = [
            e for e in self.entries if all(m >> c & 1 for m, c in zip(masks, e.cells, strict=True))
        ]
        if not alive:
            return NOWHERE
        passing = [e for e in alive if not e.failed]
        prerequisites = tuple(
            PrerequisiteTrace(one.id, _agreement([entry.met(i) for entry in alive]))
            for i, one in enumerate(self.prerequisites)
        )
        return View(
            prerequisites=prerequisites,
            can_fail=len(passing) < len(alive),
            low=min((e.points for e in passing), default=None),
            high=max((e.points for e in passing), default=None),
            plain=max((e.points for e in passing if not e.reviewed), default=None),
            reviewed=max((e.points for e in passing if e.reviewed), default=None),
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


def _agreement(values: list[bool | None]) -> bool | None:
    return values[0] if len(set(values)) == 1 else None


def holds(condition: Condition, bits: tuple[int, ...]) -> bool:
    """Whether a condition can hold for cells given as masks, one for each axis."""
    for way in condition:
        for axis, mask in way:
            if not bits[axis] & mask:
                break
        else:
            return True
    return False


def surely(condition: Condition, bits: tuple[int, ...]) -> bool:
    """Whether one way of a condition holds for all cells that are left."""
    return any(all(not bits[axis] & ~mask for axis, mask in way) for way in condition)


def _bounded_pairs(axes: tuple[Axis, ...]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield (bounded axis, bounding axis, allowed cells of the second for each of the first)."""
    places = {axis.fact.id: i for i, axis in enumerate(axes)}
    for i, axis in enumerate(axes):
        j = places.get(axis.fact.at_most or "")
        if j is not None:
            yield i, j, axis.below(axes[j])
