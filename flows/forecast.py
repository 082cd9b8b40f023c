"""Forecast: how a result moves by itself, at exact dates, under the rules of the starting day.

Birthdays come, and work that goes on adds to the years of it. Nothing else is assumed: rules that
are not known to change stay, kinds of work that somebody has none of stay at none, and what is
uncertain today stays as uncertain as it is (docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flows.assess import Assessment, assess, tables_on
from flows.axes import Line
from flows.bounds import bind
from flows.calendars import DAY, age_on, born_between, day_after, elapsed, first_day, years_after
from flows.editions import Edition
from flows.facts import Fact, vocabulary
from flows.schemes import Scheme
from flows.tables import Tables
from flows.values import Facts, Span, Value, domain, exactly

YEARS = 10


@dataclass(frozen=True, slots=True)
class Event:
    """A day from which a result is another, the result then, and the facts that moved."""

    on: date
    result: Assessment
    because: tuple[str, ...]


def forecast(
    scheme: Scheme, edition: Edition, facts: Facts, on: date, years: int = YEARS
) -> tuple[Event, ...]:
    """Return the days on which outcome or score change, the first being the starting day.

    Raises FactError where the facts contradict the route that they name.
    """
    ready, ageing = tables_on(scheme, edition, on), Ageing(facts, on)
    end = years_after(on, years)
    events = [Event(on, assess(scheme, edition, facts, on), ())]
    causes: dict[date, dict[str, None]] = {}
    for day, fact in _days(scheme, ready, ageing):
        if on < day <= end:
            causes.setdefault(day, {})[fact] = None
    for day in sorted(causes):
        then = assess(scheme, edition, ageing.on(day), day)
        if _standing(then) != _standing(events[-1].result):
            moved = tuple(_moved(ready, ageing, day, causes[day]))
            events.append(Event(day, then, moved))
    return tuple(events)


def _moved(ready: Tables, ageing: Ageing, day: date, causes: Iterable[str]) -> Iterator[str]:
    """Yield the facts that count otherwise than on the day before."""
    before, now = ageing.on(day - DAY), ageing.on(day)
    for name in causes:
        axis = ready.axes.get(name)
        # What stands on no line moves by the calendar of the rules: a route, a list.
        if not isinstance(axis, Line) or axis.mask(before.get(name)) != axis.mask(now.get(name)):
            yield name


def _standing(result: Assessment) -> tuple[str, int | None, int | None]:
    return result.outcome, result.least, result.most


class Ageing:
    """What is told of a person on one day, as it stands on any later day."""

    def __init__(self, facts: Facts, start: date) -> None:
        self.start = start
        self._facts = facts
        self._words = vocabulary()
        self.born = _born(facts, start)
        self.working = {
            name: value
            for name, value in facts.known.items()
            if isinstance(value, Span) and _grows(self._words[name]) and value.exact != 0
        }

    def on(self, day: date) -> Facts:
        """Return the facts on a day, if work goes on and nothing else changes."""
        if day == self.start:
            return self._facts
        known: dict[str, Value] = dict(self._facts.known)
        if self.born is not None:
            known["age"] = self._age(*self.born, day)
        gone = elapsed(self.start, day)
        for name, value in self.working.items():
            known[name] = _grown(self._words[name], value, gone)
        bind(known, self._facts.told)
        return Facts(known, self._facts.told)

    def birthdays(self, age: int) -> tuple[date, ...]:
        """Return the first and the last day on which an age may be reached."""
        if self.born is None:
            return ()
        first, last = (years_after(born, age) for born in self.born)
        return first, last

    def reached(self, name: str, line: float) -> Iterator[date]:
        """Yield the days on which a line may first be reached, and surely is."""
        value = self.working[name]
        for end in (value.lo, value.hi):
            if end < line:
                day = first_day(self.start, line, end)
                yield day
                yield day_after(day)
        if value.exact is None:
            # The upper end of a band is not in it: just before it somebody may be tomorrow.
            yield day_after(self.start)

    @staticmethod
    def _age(first: date, last: date, day: date) -> Span:
        most = domain(vocabulary()["age"])[1]
        youngest = min(age_on(last, day), int(most) - 1)
        oldest = min(age_on(first, day), int(most) - 1)
        exact = youngest if youngest == oldest else None
        return Span(youngest, oldest + 1, exact)


def _born(facts: Facts, on: date) -> tuple[date, date] | None:
    """Return the first and last possible day of birth."""
    age, told = facts.get("age"), facts.get("birth_date")
    if not isinstance(age, Span):
        return None
    first, last = born_between(on, int(age.lo), int(age.hi) - 1)
    if isinstance(told, Span):
        first = max(first, date.fromordinal(int(told.lo)))
        last = min(last, date.fromordinal(int(told.hi) - 1))
    return first, last


def _grows(fact: Fact) -> bool:
    return fact.changes == "time" and fact.unit == "years"


def _grown(fact: Fact, value: Span, gone: float) -> Span:
    """Return years of work after more of it; somebody who may have none may go on with none."""
    most, end = fact.most or 0.0, domain(fact)[1]
    if value.exact is not None:
        return exactly(fact, min(value.exact + gone, most))
    low = value.lo + gone if value.lo > 0 else value.lo
    return Span(min(low, most), min(value.hi + gone, end))


def _days(scheme: Scheme, ready: Tables, ageing: Ageing) -> Iterator[tuple[date, str]]:
    """Yield every day on which something may come to count otherwise, and the fact that moves."""
    for name, cuts in _cuts(ready).items():
        if name == "age":
            yield from ((day, name) for cut in cuts for day in ageing.birthdays(int(cut)))
        elif name in ageing.working:
            yield from ((day, name) for cut in cuts for day in ageing.reached(name, cut))
    facts = ageing.on(ageing.start)
    route = ready.edition.route
    if route is not None:
        wish = facts.get(route.fact) or route.unless_told
        closed_from = route.ways[str(wish)].closed_from
        if closed_from:
            yield closed_from, route.fact
    if scheme.nationals is not None:
        nation = str(facts.get("nationality"))
        yield from ((day, "nationality") for day in scheme.nationals.opened(nation))


def _cuts(ready: Tables) -> Mapping[str, tuple[float, ...]]:
    return {name: axis.cuts for name, axis in ready.axes.items() if isinstance(axis, Line)}
