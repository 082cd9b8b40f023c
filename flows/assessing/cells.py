"""One fact as an edition reads it: its possible answers, cut into cells that count alike.

What is known of a fact is a set of cells, written as a bit mask: an exact answer is one bit, a
band some, an unknown fact all. Intervals, "not sure" and partial results are this one idea.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from flows.facts.known import Span, Value, after, domain
from flows.facts.vocabulary import Fact
from flows.rules.condition import Test, Trial

# Languages count by three things: Chinese, English, and how many others (two stand for more).
_OTHERS = 3
_OTHER_CODES = ("other", "another")


class Axis(Protocol):
    """The cells of one fact; `all` is the mask of every one of them."""

    @property
    def fact(self) -> Fact:
        """The fact."""

    @property
    def all(self) -> int:
        """Every cell."""

    def mask(self, value: Value | None) -> int:
        """Return the cells in which the answer may lie."""

    def passes(self, trial: Trial) -> int:
        """Return the cells that pass a test."""

    def cells(self) -> tuple[object, ...]:
        """Return one answer for each cell, as JSON, in the order of the bits."""

    def more(self, cell: int) -> tuple[int, ...]:
        """Return the cells that hold a little more of the good thing than this one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A number, cut at the thresholds that the edition reads."""

    fact: Fact
    cuts: tuple[float, ...]
    all: int

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, Span):
            return self.all
        low = bisect_right(self.cuts, value.lo)
        high = bisect_left(self.cuts, value.hi, low)
        return (2 << high) - (1 << low)

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test):
            return 0
        found = 0
        low, high = bounds(trial, self.fact)
        for i, (start, end) in enumerate(self.spans()):
            if low <= start and end <= high:
                found |= 1 << i
        return found

    def spans(self) -> tuple[tuple[float, float], ...]:
        """Return each cell as a half-open stretch."""
        start, end = domain(self.fact)
        edges = [start, *self.cuts, end]
        return tuple(pairwise(edges))

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return tuple(int(a) if a == int(a) else a for a, _ in self.spans())

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return (cell + 1,) if cell < len(self.cuts) else ()


def bounds(test: Test, fact: Fact) -> tuple[float, float]:
    """Return the half-open stretch of a number that passes a test."""
    low, high = domain(fact)
    if test.from_ is not None:
        low = test.from_
    if test.above is not None:
        low = after(fact, test.above)
    if test.below is not None:
        high = test.below
    return low, high


@dataclass(frozen=True, slots=True)
class Options:
    """A choice or a flag: one cell for each option."""

    fact: Fact
    options: tuple[Value, ...]
    all: int

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if value is None:
            return self.all
        if isinstance(value, frozenset):
            return sum(1 << i for i, option in enumerate(self.options) if option in value)
        return 1 << self.options.index(value)

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        wanted: tuple[Value, ...]
        if isinstance(trial, Test):
            wanted = trial.in_ or ()
        else:
            wanted = trial if isinstance(trial, tuple) else (trial,)
        return sum(1 << i for i, option in enumerate(self.options) if option in wanted)

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return self.options

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return (cell + 1,) if cell + 1 < len(self.options) else ()


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages a person writes and speaks well."""

    fact: Fact
    all: int = (1 << 4 * _OTHERS) - 1

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, frozenset):
            return self.all
        chinese, english = "chinese" in value, "english" in value
        others = min(len(value) - chinese - english, _OTHERS - 1)
        return 1 << (chinese + 2 * english + 4 * others)

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test):
            return 0
        return sum(1 << i for i, known in enumerate(self.cells()) if _tongue(trial, known))

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """See Axis."""
        return tuple(
            (
                *(("chinese",) if i & 1 else ()),
                *(("english",) if i & 2 else ()),
                *_OTHER_CODES[: i // 4],
            )
            for i in range(4 * _OTHERS)
        )

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return tuple(
            other
            for other, allowed in (
                (cell | 1, True),
                (cell | 2, True),
                (cell + 4, cell + 4 < 4 * _OTHERS),
            )
            if allowed and other != cell
        )


def _tongue(test: Test, known: tuple[str, ...]) -> bool:
    others = len([code for code in known if code in _OTHER_CODES])
    return (
        (test.has is None or set(test.has) <= set(known))
        and (test.any is None or bool(set(test.any) & set(known)))
        and (test.is_ is None or set(test.is_) == set(known))
        and (test.others is None or others >= test.others)
        and (test.count is None or len(known) >= test.count)
    )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A set of which only matters whether it is empty."""

    fact: Fact
    all: int = 3

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, frozenset):
            return self.all
        return 2 if value else 1

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test) or trial.empty is None:
            return 0
        return 1 if trial.empty else 2

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return ((), (self.fact.options[-1],))

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return (1,) if cell == 0 else ()


@dataclass(frozen=True, slots=True)
class Passport:
    """A nationality: barred on the day of application, or not."""

    fact: Fact
    barred: frozenset[str]
    all: int

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, str):
            return self.all
        return 2 if value in self.barred else 1

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test) or trial.barred is None:
            return 0
        return 2 if trial.barred else 1

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return ("other", *sorted(self.barred)[:1])

    def more(self, cell: int) -> tuple[int, ...]:  # noqa: ARG002 - no nationality is more
        """See Axis."""
        return ()


def axis_for(fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:
    """Build the axis of a fact, cut where the edition's tests ask."""
    if fact.numeric:
        start, end = domain(fact)
        inner = tuple(sorted(c for c in cuts if start < c < end))
        return Line(fact, inner, (2 << len(inner)) - 1)
    if fact.kind == "languages":
        return Tongues(fact)
    if fact.kind == "nation":
        return Passport(fact, barred, 3 if barred else 1)
    if fact.kind == "set":
        return Circumstances(fact)
    options: tuple[Value, ...] = (False, True) if fact.kind == "flag" else fact.options
    return Options(fact, options, (1 << len(options)) - 1)


def cuts_of(trial: Trial, fact: Fact) -> frozenset[float]:
    """Return the thresholds at which a test cuts a number."""
    if not fact.numeric or not isinstance(trial, Test):
        return frozenset()
    return frozenset(bounds(trial, fact))
