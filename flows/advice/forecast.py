"""Forecast: how a result moves by itself, at exact dates, each day under the rules of that day.

Birthdays come, work that goes on adds to the years of it, and an edition that is on file takes the
place of the one before. Nothing else is assumed: rules that are not known to change stay, kinds of
work that somebody has none of stay at none, and what is uncertain today stays as uncertain as it is
(docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from flows.advice.ageing import Ageing
from flows.assessing.assess import Assessment, assess, tables_on
from flows.assessing.compiled import Tables
from flows.assessing.groups import holds
from flows.calendars import (
    DAY,
    day_after,
    years_after,
)
from flows.facts.known import Facts
from flows.rules.edition import Edition

YEARS = 10


# What moves a result when another edition comes into force.
EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Event:
    """A day from which a result is another, the result then, and the facts that moved.

    `because` begins with EDITION where other rules come into force; a score may be the same then.
    `ended` marks the day from which no rules are on file: the result is closed and says no more.
    """

    on: date
    result: Assessment
    because: tuple[str, ...]
    ended: bool = False

    @property
    def rules(self) -> Edition | None:
        """The edition in force from that day; None where none is on file."""
        return None if self.ended else self.result.edition


def forecast(edition: Edition, facts: Facts, on: date, years: int = YEARS) -> tuple[Event, ...]:
    """Return the days on which outcome, score or rules change, the first being the starting day.

    Raises FactError where the facts contradict the route that they name.
    """
    ageing, end = Ageing(facts, on), years_after(on, years)
    events: list[Event] = []
    for one in (edition, *_coming(edition, end)):
        last = end if one.until is None else min(one.until, end)
        _live(one, ageing, (one.day if events else on, last), events)
    if last < end:
        events.append(_end(events[-1].result, day_after(last)))
    return tuple(events)


def under_later_rules(edition: Edition, facts: Facts, on: date) -> Event:
    """Return the first day of an edition to come: the result then, and what has grown for it since.

    The days between are not looked at, so that every result can say it.
    """
    ageing, day = Ageing(facts, on), edition.day
    there = ageing.on(day)
    grown = _facts_that_count_otherwise(tables_on(edition, day), facts, there, ageing.working)
    return Event(day, assess(edition, there, day), (EDITION, *grown))


def can_move(result: Assessment, facts: Facts) -> bool:
    """Whether time or coming rules could mend every prerequisite that fails."""
    if result.outcome != "ineligible" or _time_mends(result, facts):
        return True
    ageing = Ageing(facts, result.on)
    for later in _coming(result.edition, date.max):
        there = ageing.on(later.day)
        then = assess(later, there, later.day)
        if then.outcome != "ineligible" or _time_mends(then, there):
            return True
    return False


def _time_mends(result: Assessment, facts: Facts) -> bool:
    """Whether time could mend every prerequisite that fails, under the same rules."""
    ready = tables_on(result.edition, result.on)
    masks = list(ready.masks(facts))
    for place, axis in ready.places.values():
        if axis.fact.numeric and axis.fact.changes == "time":
            low = (masks[place] & -masks[place]).bit_length() - 1
            masks[place] = axis.all >> low << low
    name = facts.vocabulary.nation
    nation = str(facts.get(name))
    nationals = result.edition.scheme.nationals
    if nationals and any(day > result.on for day in nationals.days_of_opening(nation)):
        place, axis = ready.places[name]
        masks[place] = axis.all
    failing = zip(result.prerequisites, ready.prerequisites, strict=True)
    return all(
        holds(group.prerequisites[i].condition, tuple(masks[columns]))
        for one, (g, i) in failing
        if one.met is False
        for group, columns in (ready.columns[g],)
    )


def _coming(edition: Edition, end: date) -> Iterator[Edition]:
    """Yield the editions on file that follow one, up to a day; they leave no day between them."""
    for day in edition.scheme.days:
        if edition.day < day <= end:
            yield edition.scheme.edition(day)


def _live(edition: Edition, ageing: Ageing, days: tuple[date, date], events: list[Event]) -> None:
    """Add the first day under an edition, and those up to the last on which a result moves."""
    ready, (first, last) = tables_on(edition, days[0]), days
    causes: dict[date, dict[str, None]] = {}
    for day, fact in _days(ready, ageing, last):
        if first <= day <= last:
            causes.setdefault(day, {})[fact] = None
    before, because = ageing.on(first), causes.pop(first, {})
    moved: tuple[str, ...] = ()
    if events:
        moved = (
            EDITION,
            *_facts_that_count_otherwise(ready, ageing.on(first - DAY), before, because),
        )
    events.append(Event(first, assess(edition, before, first), moved))
    for day in sorted(causes):
        now = ageing.on(day)
        moved = tuple(_facts_that_count_otherwise(ready, before, now, causes[day]))
        before = now
        if moved:
            then = assess(edition, now, day)
            if _standing(then) != _standing(events[-1].result):
                events.append(Event(day, then, moved))


def _end(result: Assessment, day: date) -> Event:
    """Return the day after the last rules on file: nothing is said of it by rules that ended."""
    closed = replace(
        result,
        on=day,
        outcome="closed",
        least=None,
        most=None,
        worth_asking=(),
        unsettled=(),
        successor=None,
        historic=True,
    )
    return Event(day, closed, (EDITION,), ended=True)


def _facts_that_count_otherwise(
    ready: Tables, before: Facts, now: Facts, causes: Iterable[str]
) -> Iterator[str]:
    """Yield the facts that count otherwise than they did before."""
    for name in causes:
        axis = ready.axes.get(name)
        # What stands on no line moves by the calendar of the rules: a route, a list.
        line = axis if axis is not None and axis.fact.numeric else None
        if line is None or line.mask(before.get(name)) != line.mask(now.get(name)):
            yield name


def _standing(result: Assessment) -> tuple[str, int | None, int | None]:
    return result.outcome, result.least, result.most


def _days(ready: Tables, ageing: Ageing, until: date) -> Iterator[tuple[date, str]]:
    """Yield every day on which something may come to count otherwise, and the fact that moves."""
    facts = ageing.on(ageing.start)
    for name, axis in ready.axes.items():
        if name == facts.vocabulary.age:
            for cut in axis.cuts:
                yield from ((day, name) for day in ageing.birthdays(int(cut), until))
        elif name in ageing.working:
            for cut in axis.cuts:
                yield from ((day, name) for day in ageing.days_to_reach(name, cut, until))
    route = ready.edition.route
    if route is not None:
        wish = facts.get(route.fact) or route.unless_told
        closed_from = route.ways[str(wish)].closed_from
        if closed_from:
            yield closed_from, route.fact
    nationals = ready.edition.scheme.nationals
    if nationals is not None:
        name = facts.vocabulary.nation
        yield from ((day, name) for day in nationals.days_of_opening(str(facts.get(name))))
