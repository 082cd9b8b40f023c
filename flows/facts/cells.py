"""One fact as an edition reads it: its possible answers, cut into cells that count alike.

What is known of a fact is a set of cells, written as a bit mask: an exact answer is one bit, a
band some, an unknown fact all. Intervals, "not sure" and partial results are this one idea.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from flows.facts.known import Value
from flows.facts.trial import Trial

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


class Axis(Protocol):
    """The cells of one fact; `all` is the mask of every one of them.

    It is hashed, and equal to another that is cut alike.
    """

    def __hash__(self) -> int: ...

    @property
    def fact(self) -> Fact:
        """The fact."""

    @property
    def all(self) -> int:
        """Every cell."""

    @property
    def cuts(self) -> tuple[float, ...]:
        """The thresholds that part a line into cells; none where the answers are no line."""

    def mask(self, value: Value | None) -> int:
        """Return the cells in which the answer may lie."""

    def passes(self, trial: Trial) -> int:
        """Return the cells that pass a test."""

    def cells(self) -> tuple[object, ...]:
        """Return one answer for each cell, as JSON, in the order of the bits."""

    def more(self, cell: int) -> tuple[int, ...]:
        """Return the cells that hold a little more of the good thing than this one."""

    def answer(self, cell: int) -> Value | None:
        """Return what a cell stands for; of what is better with more, all from there on."""

    def below(self, whole: Axis) -> tuple[int, ...]:
        """Return for each cell the cells of a bounding axis that leave room for it."""

    def room(self, part: Fact, value: Value) -> int:
        """Return the cells that leave room for a value of a fact that this one bounds."""

    def further(
        self, value: Value | None, thresholds: frozenset[float]
    ) -> Iterator[tuple[Value, int]]:
        """Yield the answers that a person could come to, each with how many steps that takes."""

    def nearest(self, value: Value | None, mask: int) -> tuple[Value, int] | None:
        """Return the answer inside some cells that takes the fewest steps, with their number."""


class Apart:
    """The cells of a fact that bounds no other and is bounded by none, to be inherited from.

    Nobody is told to change it, either.
    """

    __slots__ = ()

    def below(self: Axis, whole: Axis) -> tuple[int, ...]:
        """See Axis."""
        return tuple(whole.all for _ in self.cells())

    def room(self: Axis, part: Fact, value: Value) -> int:  # noqa: ARG002 - of no other
        """See Axis."""
        return self.all

    def further(
        self,
        value: Value | None,  # noqa: ARG002 - wherever somebody stands
        thresholds: frozenset[float],  # noqa: ARG002
    ) -> Iterator[tuple[Value, int]]:
        """See Axis."""
        return iter(())

    def nearest(self, value: Value | None, mask: int) -> tuple[Value, int] | None:  # noqa: ARG002
        """See Axis."""
        return None
