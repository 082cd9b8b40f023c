"""Facts that follow from others, as `facts.yaml` states it under `derive`.

    derive: {years_since: birth_date}                 whole years by the calendar
    derive: {compare: [salary, median]}               its first option below, else its second
    derive: {sum: [funds, {cap: [home, 10000000]}]}   amounts added up, one up to a limit
    derive: {at_least: [funds, 30000000]}             whether an amount reaches a line

All are evaluated on spans, so that a band or a month gives what is certain, and nothing more.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, Self

from pydantic import BaseModel, ConfigDict, model_validator

from flows.calendars import age_on
from flows.documents import Marked
from flows.facts.amounts import Amount, Cap, Sum, Told, is_below
from flows.facts.known import FactError, Span, Value, domain, exactly, quote, write_span

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


class Derive(BaseModel):
    """One function of facts, as an author writes it; amounts may be functions themselves."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    years_since: str | None = None
    compare: tuple[str | Derive, str | Derive] | None = None
    sum: tuple[str | Derive, ...] | None = None
    cap: tuple[str | Derive, float] | None = None
    at_least: tuple[str | Derive, float] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("a fact is derived by one function; keep one of them.")
        if any(isinstance(one, Derive) and not (one.sum or one.cap) for one in self.parts):
            raise ValueError("only sum and cap make an amount; take the other function out.")
        return self

    @property
    def parts(self) -> tuple[str | Derive, ...]:
        """What it is a function of."""
        held = [one[0] for one in (self.cap, self.at_least) if one]
        day = [self.years_since] if self.years_since else []
        return (*day, *(self.compare or ()), *(self.sum or ()), *held)

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that it names, however deep."""
        return tuple(
            name
            for part in self.parts
            for name in (part.names if isinstance(part, Derive) else (part,))
        )


class Derivation(Protocol):
    """How one fact is worked out: of which others, and to what."""

    @property
    def fact(self) -> Fact:
        """The fact that follows."""

    @property
    def reads(self) -> frozenset[str]:
        """The facts that it follows from."""

    def derive(self, known: dict[str, Value], on: date) -> None:
        """Put what follows with the rest that is known. Raises FactError where that contradicts."""


@dataclass(frozen=True, slots=True)
class YearsSince:
    """Whole years since a day, by the calendar: an age, from the day of birth."""

    fact: Fact
    day: Fact
    reads: frozenset[str]

    def derive(self, known: dict[str, Value], on: date) -> None:
        """See Derivation. What was told of the years themselves must agree."""
        born = known.get(self.day.id)
        if not isinstance(born, Span):
            return
        fact, day = self.fact, self.day.id
        first, last = date.fromordinal(int(born.lo)), date.fromordinal(int(born.hi) - 1)
        if first > on:
            raise FactError("born-later", day, found=first, on=on)
        youngest, oldest = age_on(min(last, on), on), age_on(first, on)
        if youngest > (fact.most or 0):
            most = int(fact.most or 0)
            raise FactError("born-too-early", day, found=quote(first.isoformat()), most=most)
        lo, hi = float(youngest), min(float(oldest + 1), domain(fact)[1])
        told = known.get(fact.id)
        if isinstance(told, Span):
            either = Span(lo, hi, youngest if youngest == oldest else None)
            lo, hi = max(lo, told.lo), min(hi, told.hi)
            if lo >= hi:
                found, age = write_span(fact, told), write_span(fact, either)
                raise FactError("age-disagrees", fact.id, found=found, age=age)
        known[fact.id] = Span(lo, hi, int(lo) if hi == lo + 1 else None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A choice of two options: one amount below another, or at least as much."""

    fact: Fact
    left: Amount
    right: Amount
    reads: frozenset[str]

    def derive(self, known: dict[str, Value], on: date) -> None:  # noqa: ARG002 - no day counts
        """See Derivation. Both must be told; where they decide it, they overrule what was told."""
        if not self.reads <= known.keys():
            return
        left, right = self.left.range(known), self.right.range(known)
        below, from_it_on = self.fact.options
        if left.least >= (math.nextafter(right.most, -math.inf) if right.open else right.most):
            known[self.fact.id] = from_it_on
        elif is_below(left, right.least):
            known[self.fact.id] = below


@dataclass(frozen=True, slots=True)
class Total:
    """An amount of its own, such as a sum; what was told of it narrows it, if it agrees."""

    fact: Fact
    amount: Amount
    reads: frozenset[str]

    def derive(self, known: dict[str, Value], on: date) -> None:  # noqa: ARG002 - no day counts
        """See Derivation. Nothing follows where none of the amounts is told."""
        if self.reads.isdisjoint(known):
            return
        fact, (least, most, open_) = self.fact, self.amount.range(known)
        floor, end = domain(fact)
        lo = min(max(least, floor), fact.most or 0.0)
        hi = exactly(fact, min(max(most, floor), fact.most or 0.0)).hi
        if open_ and lo < most < end:
            hi = math.ceil(most) if fact.form.whole else most
        told = known.get(fact.id)
        if isinstance(told, Span):
            both = max(lo, told.lo), min(hi, told.hi)
            lo, hi = both if both[0] < both[1] else (lo, hi)
        one = exactly(fact, lo)
        known[fact.id] = one if one.hi == hi else Span(lo, hi)


@dataclass(frozen=True, slots=True)
class Threshold:
    """Whether an amount reaches a line."""

    fact: Fact
    amount: Amount
    line: float
    reads: frozenset[str]

    def derive(self, known: dict[str, Value], on: date) -> None:  # noqa: ARG002 - no day counts
        """See Derivation. Where the amount decides it, it overrules what was told."""
        if self.reads.isdisjoint(known):
            return
        amount = self.amount.range(known)
        if amount.least >= self.line:
            known[self.fact.id] = True
        elif is_below(amount, self.line):
            known[self.fact.id] = False


def derivation(
    fact: Fact, stated: Derive, facts: Mapping[str, Fact], document: Marked
) -> Derivation:
    """Return how a fact is derived. Raises RuleError where a name or a kind does not fit."""
    fault = _unknown(fact, stated, facts) or _unfit(fact, stated, facts)
    if fault:
        raise document.fault((fact.id, "derive"), fault)
    if stated.years_since is not None:
        return YearsSince(fact, facts[stated.years_since], frozenset({stated.years_since}))
    if stated.compare is not None:
        left, right = (_amount(one, facts) for one in stated.compare)
        return Comparison(fact, left, right, left.reads | right.reads)
    if stated.at_least is not None:
        amount = _amount(stated.at_least[0], facts)
        return Threshold(fact, amount, stated.at_least[1], amount.reads)
    amount = _amount(stated, facts)
    return Total(fact, amount, amount.reads)


def _unknown(fact: Fact, stated: Derive, facts: Mapping[str, Fact]) -> str | None:
    strange = [name for name in stated.names if name not in facts]
    if not strange:
        return None
    return f'"{fact.id}" is derived from "{strange[0]}", which is no fact; name one.'


def _unfit(fact: Fact, stated: Derive, facts: Mapping[str, Fact]) -> str | None:
    """Say which fact is not of the kind that its place in a function needs."""
    form = fact.form
    if stated.years_since is not None:
        if not facts[stated.years_since].form.calendar:
            return f'"{stated.years_since}" is no day, since which years are counted; name one.'
        fits, needed = form.numeric and form.whole, "is a number of whole years; make it whole"
    elif stated.compare is not None:
        fits = len(fact.options) == 2  # noqa: PLR2004 - below, and from there on
        needed = "compares two amounts; give it two options, the lower first"
    elif stated.at_least is not None:
        fits, needed = form.bare, "holds or not; make it a flag"
    else:
        fits, needed = form.numeric, "is an amount; make it a number"
    if not fits:
        return f'"{fact.id}" {needed}.'
    odd = [] if stated.years_since else [one for one in stated.names if not facts[one].numeric]
    return f'"{odd[0]}" is no number, which amounts are; name one that is.' if odd else None


def in_order(ways: list[Derivation], document: Marked) -> tuple[Derivation, ...]:
    """Return derivations so that each follows those that it reads. Raises RuleError for a ring."""
    found: list[Derivation] = []
    left = list(ways)
    while left:
        waiting = {way.fact.id for way in left}
        ready = [way for way in left if way.reads.isdisjoint(waiting)]
        if not ready:
            sentence = f"{', '.join(sorted(waiting))} are derived from each other; mend one."
            raise document.fault((left[0].fact.id, "derive"), sentence)
        found += ready
        left = [way for way in left if way not in ready]
    return tuple(found)


def _amount(stated: str | Derive, facts: Mapping[str, Fact]) -> Amount:
    if isinstance(stated, str):
        return Told(facts[stated])
    if stated.cap is not None:
        return Cap(_amount(stated.cap[0], facts), stated.cap[1])
    return Sum(tuple(_amount(one, facts) for one in stated.sum or ()))
