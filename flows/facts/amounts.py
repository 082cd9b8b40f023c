"""Amounts that are read off facts: as told, added up, or up to a limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from flows.facts.known import Span, Value

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


class Range(NamedTuple):
    """The amounts that may be, from `least` to `most`; `open` where the most is not among them."""

    least: float
    most: float
    open: bool


class Amount(Protocol):
    """An amount that is read off facts."""

    @property
    def reads(self) -> frozenset[str]:
        """The facts that it is read off."""

    def range(self, known: Mapping[str, Value]) -> Range:
        """Return what it may be."""


@dataclass(frozen=True, slots=True)
class Told:
    """The amount that is known of a fact, or all it can be where nothing is."""

    fact: Fact

    @property
    def reads(self) -> frozenset[str]:
        """See Amount."""
        return frozenset({self.fact.id})

    def range(self, known: Mapping[str, Value]) -> Range:
        """See Amount."""
        value, fact = known.get(self.fact.id), self.fact
        if not isinstance(value, Span):
            return Range(*fact.form.ends(fact), open=False)
        if value.exact is not None:
            return Range(value.exact, value.exact, open=False)
        if fact.form.whole:
            return Range(value.lo, value.hi - 1, open=False)
        return Range(value.lo, value.hi, open=True)


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts added up."""

    parts: tuple[Amount, ...]

    @property
    def reads(self) -> frozenset[str]:
        """See Amount."""
        return frozenset().union(*(part.reads for part in self.parts))

    def range(self, known: Mapping[str, Value]) -> Range:
        """See Amount."""
        ranges = [part.range(known) for part in self.parts]
        return Range(
            sum(one.least for one in ranges),
            sum(one.most for one in ranges),
            any(one.open for one in ranges),
        )


@dataclass(frozen=True, slots=True)
class Cap:
    """An amount that counts up to a limit."""

    part: Amount
    limit: float

    @property
    def reads(self) -> frozenset[str]:
        """See Amount."""
        return self.part.reads

    def range(self, known: Mapping[str, Value]) -> Range:
        """See Amount."""
        least, most, open_ = self.part.range(known)
        if most <= self.limit:
            return Range(least, most, open_)
        return Range(min(least, self.limit), self.limit, open=False)


def is_below(amount: Range, line: float) -> bool:
    """Whether an amount is surely less than a line."""
    return amount.most < line or (amount.open and amount.most <= line)
