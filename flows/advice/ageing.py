"""Ageing: a person as they stand on a later day, if birthdays come and work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.calendars import (
    age_on,
    born_between,
    day_after,
    first_day,
    years_after,
    years_between,
)
from flows.facts.bounds import narrow
from flows.facts.known import Facts, Span, Value, domain, exactly
from flows.facts.vocabulary import Fact


class Ageing:
    """What is told of a person on one day, as it stands on any later day."""

    def __init__(self, facts: Facts, start: date) -> None:
        self.start = start
        self._facts = facts
        self._words = facts.vocabulary
        self.born = _born(facts, start)
        self.working = {
            name: value
            for name, value in facts.known.items()
            if isinstance(value, Span) and _grows(self._words[name]) and value.exact != 0
        }
        # A band that reaches to the end of what bounds it has no end of its own; it grows with it.
        told = [(part, whole) for part, whole in facts.vocabulary.pairs if part.id in facts.told]
        self._bounded = [(part, whole) for part, whole in told if part.id in self.working]
        self._free = frozenset(
            part.id
            for part, whole in self._bounded
            if _reaches_to(self.working[part.id], facts.known[whole.id])
        )

    def on(self, day: date) -> Facts:
        """Return the facts on a day, if work goes on and nothing else changes."""
        if day == self.start:
            return self._facts
        known: dict[str, Value] = dict(self._facts.known)
        if self.born is not None:
            known[self._words.age] = self._age(*self.born, day)
        gone = years_between(self.start, day)
        for name, value in self.working.items():
            known[name] = _grow(self._words[name], value, gone, free=name in self._free)
        narrow(known, self._bounded)
        return Facts(self._words, known, self._facts.told)

    def birthdays(self, age: int, until: date) -> tuple[date, ...]:
        """Return the first and the last day on which an age may be reached, up to a day."""
        if self.born is None or self.born[0].year + age > until.year:
            return ()
        first, last = (years_after(born, age) for born in self.born)
        return (first,) if first == last else (first, last)

    def days_to_reach(self, name: str, line: float, until: date) -> Iterator[date]:
        """Yield the days on which a line may first be reached, and surely is, up to a day."""
        value, room = self.working[name], until.year - self.start.year + 1
        if value.exact is not None:
            if value.exact < line <= value.exact + room:
                yield first_day(self.start, line, value.exact)
            return
        for end in (value.lo, value.hi):
            if end < line <= end + room:
                day = first_day(self.start, line, end)
                yield day
                yield day_after(day)
        # The upper end of a band is not in it: just before it somebody may be tomorrow.
        yield day_after(self.start)

    def _age(self, first: date, last: date, day: date) -> Span:
        most = domain(self._words[self._words.age])[1]
        youngest = min(age_on(last, day), int(most) - 1)
        oldest = min(age_on(first, day), int(most) - 1)
        exact = youngest if youngest == oldest else None
        return Span(youngest, oldest + 1, exact)


def _born(facts: Facts, on: date) -> tuple[date, date] | None:
    """Return the first and last possible day of birth."""
    words = facts.vocabulary
    age, told = facts.get(words.age), facts.get(words.birth)
    if not isinstance(age, Span):
        return None
    first, last = born_between(on, int(age.lo), int(age.hi) - 1)
    if isinstance(told, Span):
        first = max(first, date.fromordinal(int(told.lo)))
        last = min(last, date.fromordinal(int(told.hi) - 1))
    return first, last


def _grows(fact: Fact) -> bool:
    return fact.changes == "time" and fact.unit == "years"


def _reaches_to(value: Span, bound: Value) -> bool:
    return value.exact is None and isinstance(bound, Span) and value.hi >= bound.hi


def _grow(fact: Fact, value: Span, gone: float, *, free: bool) -> Span:
    """Return years of work after more of it; somebody who may have none may go on with none.

    A band that is `free` ends where the fact does, until it is bound again.
    """
    most, end = fact.most or 0.0, domain(fact)[1]
    if value.exact is not None:
        return exactly(fact, min(value.exact + gone, most))
    low = value.lo + gone if value.lo > 0 else value.lo
    return Span(min(low, most), end if free else min(value.hi + gone, end))
