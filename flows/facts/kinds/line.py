"""A line, cut at the thresholds that an edition reads, and what kinds on a line do alike."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.facts.cells import Axis
from flows.facts.kinds.kind import FactKind, Offer
from flows.facts.known import Span, Value, after, domain, exactly
from flows.facts.trial import Test, Trial

if TYPE_CHECKING:
    from datetime import date

    from flows.facts.vocabulary import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """A number or a day, cut at the thresholds that the edition reads."""

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

    def answer(self, cell: int) -> Value | None:
        """See Axis."""
        start, end = self.spans()[cell]
        return Span(start, domain(self.fact)[1] if self.fact.better else end)

    def below(self, whole: Axis) -> tuple[int, ...]:
        """See Axis."""
        ends = [end for _, end in whole.spans()] if isinstance(whole, Line) else []
        return tuple(
            sum(1 << i for i, end in enumerate(ends) if start < end) for start, _ in self.spans()
        )

    def room(self, part: Fact, value: Value) -> int:  # noqa: ARG002 - numbers need no ranks
        """See Axis."""
        low = value.lo if isinstance(value, Span) else self.spans()[0][0]
        return self.mask(Span(low, domain(self.fact)[1]))

    def further(
        self, value: Value | None, thresholds: frozenset[float]
    ) -> Iterator[tuple[Value, int]]:
        """See Axis. More than the least number of a cell changes nothing."""
        fact = self.fact
        nothing = fact.least or 0.0 if fact.changes == "time" else -math.inf
        least = value.lo if isinstance(value, Span) else nothing
        starts = sorted(cut for cut in thresholds if cut > least)
        return ((exactly(fact, start), steps) for steps, start in enumerate(starts, start=1))

    def nearest(self, value: Value | None, mask: int) -> tuple[Value, int] | None:
        """See Axis. It is the first number of them that has not been come to."""
        here = self.mask(value)
        low = (here & -here).bit_length()
        above = mask >> low << low
        if not above:
            return None
        cell = (above & -above).bit_length() - 1
        return exactly(self.fact, self.cuts[cell - 1]), cell - low + 1


class LineKind(FactKind):
    """A kind of fact whose answers lie on a line, each a `Span` of it."""

    tests = ("from_", "above", "below")
    line: type[Line] = Line

    def stated(self, test: Test) -> Iterator[float]:
        """Yield the numbers of a test: on a line of whole steps, the first and last that pass."""
        step = 1 if self.whole else 0
        if test.from_ is not None:
            yield place(test.from_)
        if test.above is not None:
            yield place(test.above) + step
        if test.below is not None:
            yield place(test.below) - step
        yield from super().stated(test)

    def stretches(
        self, fact: Fact, axis: Axis, possible: int, within: Span | None
    ) -> tuple[Offer, ...]:
        """Return the possible cells to choose from, and of a band what lies within."""
        start, end = domain(fact)
        limits, found = within or Span(start, end), []
        for i, (low, high) in enumerate(pairwise((start, *axis.cuts, end))):
            if possible >> i & 1:
                span = Span(max(low, limits.lo), min(high, limits.hi))
                span = exactly(fact, span.lo) if span.hi == after(fact, span.lo) else span
                found.append(Offer(f"band{i}", self.say(fact, span), self.write(fact, span)))
        return tuple(found)

    def cuts(self, fact: Fact, trial: Trial) -> frozenset[float]:
        """See FactKind."""
        return frozenset(bounds(trial, fact)) if isinstance(trial, Test) else frozenset()

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        start, end = domain(fact)
        inner = tuple(sorted(cut for cut in cuts if start < cut < end))
        return self.line(fact, inner, (2 << len(inner)) - 1)

    def reach(self, fact: Fact, value: Value) -> tuple[float, str]:  # noqa: ARG002
        """See FactKind."""
        return (value.lo if isinstance(value, Span) else 0), ""

    def reaches(self, fact: Fact, far: Value, near: Value) -> bool:  # noqa: ARG002
        """See FactKind."""
        return isinstance(far, Span) and isinstance(near, Span) and far.lo >= near.lo


def bounds(test: Test, fact: Fact) -> tuple[float, float]:
    """Return the half-open stretch of a line that passes a test."""
    low, high = domain(fact)
    if test.from_ is not None:
        low = place(test.from_)
    if test.above is not None:
        low = after(fact, place(test.above))
    if test.below is not None:
        high = place(test.below)
    return low, high


def place(end: float | date) -> float:
    """Return where the end of a test lies on its line: a day by its ordinal."""
    return end if isinstance(end, (int, float)) else end.toordinal()


def misses(fact: Fact, test: Test) -> str | None:
    """Say that a test passes every answer, or none, with the word that says which."""
    (low, high), (least, most) = bounds(test, fact), domain(fact)
    if low >= high or low >= most or high <= least:
        return "no"
    return "every" if low <= least and high >= most else None
