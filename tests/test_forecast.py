"""Forecasts as days that can be counted on a calendar, and against ageing day by day."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from flows.advice.advise import advise
from flows.advice.forecast import can_move, forecast
from flows.assessing.assess import assess
from flows.calendars import years_after
from flows.facts.known import FactError, Span
from flows.library import Scheme
from flows.rules.edition import Edition
from tests.brute import lines, targets
from tests.drawn import every_edition, lots, somebody, told
from tests.oracle import age_on, is_barred
from tests.shelf import read_facts, scheme, vocabulary

PEOPLE = 120  # in each edition
DAY_BY_DAY = 1  # of them, every day of the ten years
EDITIONS = {edition.key: (one, edition) for one, edition in every_edition()}
DAY = timedelta(days=1)
LATEST_READ = date(2024, 11, 1)  # the last first day of an edition that the cases know

# ---------------------------------------------------------------- cases

SIX: dict[str, Any] = {
    "nationality": "GB",
    "self_supporting": True,
    "clean_record": True,
    "degree": "master",
    "listed_degree": "master",
    "stem": True,
    "languages": ["chinese", "english"],
    "graduate_years": 0,
    "income_hkd": 0,
    "business": "none",
}
DEMO: dict[str, Any] = {"demo_colour": "blue", "demo_member": True}
QUIET: dict[str, Any] = SIX | {"reputable_years": 0, "sector_years": 0, "international_years": 0}


@dataclass(frozen=True)
class Case:
    """A person on a day, and the days on which their result moves: day, outcome, least, most."""

    name: str
    test: str
    on: str
    facts: dict[str, Any]
    events: tuple[tuple[str, str, int | None, int | None, str], ...]


BOUNDED: dict[str, Any] = QUIET | {"age": 30, "degree": "bachelor", "listed_degree": "none"}
CASES = (
    Case(
        "the 51st birthday costs the age criterion",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"birth_date": "1979-03-12", "income_hkd": 1000000},
        (
            ("2026-11-22", "meets", 6, 6, ""),
            ("2030-03-12", "falls-short", 5, 5, "age"),
        ),
    ),
    Case(
        "an age of 49 has its year of uncertainty: from the day after, and a year later surely",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"age": 49, "income_hkd": 1000000},
        (
            ("2026-11-22", "meets", 6, 6, ""),
            ("2027-11-23", "open", 5, 6, "age"),
            ("2028-11-22", "falls-short", 5, 5, "age"),
        ),
    ),
    Case(
        "a month of birth leaves a month",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"birth_date": "1979-03", "income_hkd": 1000000},
        (
            ("2026-11-22", "meets", 6, 6, ""),
            ("2030-03-01", "open", 5, 6, "age"),
            ("2030-03-31", "falls-short", 5, 5, "age"),
        ),
    ),
    Case(
        "born on 29 February, 51 on 1 March",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"birth_date": "1980-02-29", "income_hkd": 1000000},
        (
            ("2026-11-22", "meets", 6, 6, ""),
            ("2031-03-01", "falls-short", 5, 5, "age"),
        ),
    ),
    Case(
        "from 29 February on, a year has gone by on 1 March",
        "zz-demo",
        "2024-02-29",
        DEMO | {"demo_years": 2},
        (("2024-02-29", "falls-short", 1, 1, ""), ("2025-03-01", "meets", 2, 2, "demo_years")),
    ),
    Case(
        "half a year is 183 of 365 days",
        "zz-demo",
        "2025-01-01",
        DEMO | {"demo_years": 2.5},
        (("2025-01-01", "falls-short", 1, 1, ""), ("2025-07-03", "meets", 2, 2, "demo_years")),
    ),
    Case(
        "a fifth of a year is 73 days, written as a decimal",
        "zz-demo",
        "2025-01-01",
        DEMO | {"demo_years": 2.8},
        (("2025-01-01", "falls-short", 1, 1, ""), ("2025-03-15", "meets", 2, 2, "demo_years")),
    ),
    Case(
        "exactly none stays none",
        "zz-demo",
        "2025-01-01",
        DEMO | {"demo_years": 0},
        (("2025-01-01", "falls-short", 1, 1, ""),),
    ),
    Case(
        "what was not told stays unknown",
        "zz-demo",
        "2025-01-01",
        DEMO,
        (("2025-01-01", "open", 1, 2, ""),),
    ),
    Case(
        "a band that begins above none: first it may be, then it must",
        "zz-demo",
        "2025-01-01",
        DEMO | {"demo_years": {"from": 1, "below": 2}},
        (
            ("2025-01-01", "falls-short", 1, 1, ""),
            ("2026-01-02", "open", 1, 2, "demo_years"),
            ("2027-01-01", "meets", 2, 2, "demo_years"),
        ),
    ),
    Case(
        "a band that ends where the line begins may be past it tomorrow",
        "zz-demo",
        "2025-12-31",
        DEMO | {"demo_years": {"from": 2, "below": 3}},
        (
            ("2025-12-31", "falls-short", 1, 1, ""),
            ("2026-01-01", "open", 1, 2, "demo_years"),
            ("2026-12-31", "meets", 2, 2, "demo_years"),
        ),
    ),
    Case(
        "a band that begins at none: it may be, and never must",
        "zz-demo",
        "2025-01-01",
        DEMO | {"demo_years": {"from": 0, "below": 2}},
        (("2025-01-01", "falls-short", 1, 1, ""), ("2026-01-02", "open", 1, 2, "demo_years")),
    ),
    Case(
        "ten years are the limit, the last day inside it",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"birth_date": "1985-11-22", "income_hkd": 1000000},
        (("2026-11-22", "meets", 6, 6, ""), ("2036-11-22", "falls-short", 5, 5, "age")),
    ),
    Case(
        "a day later is beyond them",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"birth_date": "1985-11-23", "income_hkd": 1000000},
        (("2026-11-22", "meets", 6, 6, ""),),
    ),
    Case(
        "an age of 120 is the last there is",
        "hk-qmas-gpt",
        "2026-11-22",
        QUIET | {"age": 119},
        (("2026-11-22", "falls-short", 4, 4, ""),),
    ),
    Case(
        "a band that an exact answer bounds grows with it, to the day",
        "hk-qmas-gpt",
        "2026-05-09",
        BOUNDED | {"graduate_years": 1, "international_years": {"below": 80}},
        (
            ("2026-05-09", "falls-short", 3, 3, ""),
            ("2027-05-09", "falls-short", 3, 4, "graduate_years international_years"),
            ("2030-05-09", "falls-short", 4, 5, "graduate_years"),
        ),
    ),
    Case(
        "a band that ends just below what bounds it grows by itself",
        "hk-qmas-gpt",
        "2026-05-09",
        BOUNDED | {"graduate_years": 1.8, "international_years": {"below": 1.8}},
        (
            ("2026-05-09", "falls-short", 3, 3, ""),
            ("2026-07-22", "falls-short", 3, 4, "international_years"),
            ("2029-07-21", "falls-short", 4, 5, "graduate_years"),
        ),
    ),
    Case(
        "what comes to be read by other rules is read by them from their first day",
        "zz-demo",
        "2021-06-01",
        {"demo_years": 4, "demo_colour": "green", "demo_member": True},
        (("2021-06-01", "meets", 10, 10, ""), ("2022-01-01", "meets", 3, 3, "edition")),
    ),
    Case(
        "what only the coming rules read is not known by then",
        "hk-qmas-gpt",
        "2024-10-31",
        QUIET | {"age": 35, "income_hkd": None, "hkpr_relative": False, "children": 0},
        (("2024-10-31", "open", 70, 135, ""), ("2024-11-01", "open", 5, 6, "edition")),
    ),
    Case(
        "a birthday on the first day of other rules, which count age from another line",
        "hk-qmas-gpt",
        "2024-10-31",
        QUIET | {"birth_date": "1973-11-01", "hkpr_relative": False, "children": 0},
        (("2024-10-31", "open", 55, 120, ""), ("2024-11-01", "falls-short", 4, 4, "edition age")),
    ),
    Case(
        "in 2006, birthdays bring points and take them; from 2008 on the 51st ends nothing",
        "hk-qmas-gpt",
        "2007-06-01",
        SIX
        | {"birth_date": "1962-06-02", "degree": "two-masters", "graduate_years": 0}
        | {"hkpr_relative": False, "spouse_with_degree": False, "children": 0},
        (
            ("2007-06-01", "falls-short", 75, 75, ""),
            ("2007-06-02", "falls-short", 65, 65, "age"),
            ("2008-01-21", "falls-short", 75, 75, "edition"),
            ("2013-06-02", "falls-short", 60, 60, "age"),
            ("2015-05-04", "open", 60, 90, "edition"),
        ),
    ),
    Case(
        "Macao takes no first application from 1 July 2023 on",
        "mo-technical",
        "2022-11-22",
        {"employment": "contract"},
        (("2022-11-22", "review", None, None, ""), ("2023-07-01", "closed", None, None, "purpose")),
    ),
    Case(
        "a pending application goes on",
        "mo-technical",
        "2022-11-22",
        {"purpose": "pending", "employment": "contract"},
        (("2022-11-22", "review", None, None, ""),),
    ),
    Case(
        "Vietnamese nationals were barred until 24 October 2023",
        "hk-qmas-apt",
        "2023-01-01",
        {"age": 30, "nationality": "VN", "self_supporting": True, "clean_record": True}
        | {"degree": "master", "languages": ["english"], "award": True},
        (
            ("2023-01-01", "ineligible", None, None, ""),
            ("2023-10-25", "review", 245, 245, "nationality"),
            ("2024-11-01", "review", None, None, "edition"),
        ),
    ),
    Case(
        "a birthday on the day on which a bar ends for others",
        "hk-qmas-gpt",
        "2023-01-01",
        SIX
        | {"birth_date": "1972-10-25", "hkpr_relative": False, "spouse_with_degree": False}
        | {"children": 0, "talent_list": False, "renowned_degree": "none"},
        (
            ("2023-01-01", "falls-short", 55, 55, ""),
            ("2023-10-25", "falls-short", 40, 40, "age"),
            ("2024-11-01", "falls-short", 4, 4, "edition"),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_result_moves_on_these_days(case: Case) -> None:
    on, of = date.fromisoformat(case.on), scheme(case.test)
    edition = of.in_force(on)
    assert edition is not None
    # Rules that came after these cases are not what they are about.
    until = min((day for day in of.days if day > LATEST_READ), default=date.max)
    events = forecast(edition, read_facts(case.facts, on), on)
    assert [
        (
            event.on.isoformat(),
            event.result.outcome,
            event.result.least,
            event.result.most,
            " ".join(event.because),
        )
        for event in events
        if event.on < until
    ] == [event for event in case.events if event[0] < until.isoformat()]


# ---------------------------------------------------------------- ageing, day by day


class Ageing:
    """What a person tells on one day, and would tell on any later one if work goes on."""

    def __init__(self, of: Scheme, raw: dict[str, Any], on: date) -> None:
        self.of, self.on = of, on
        self.raw = {name: value for name, value in raw.items() if value is not None}
        facts = read_facts(raw, on)
        self.ages = facts.known.get("age")
        self.born = self.possible_births() if isinstance(self.ages, Span) else None
        self.working = [
            name
            for name, fact in vocabulary().items()
            if name in self.raw and fact.changes == "time" and fact.unit == "years"
        ]

    def rules(self, day: date) -> Edition:
        """Give the edition of a day: the last that had begun."""
        return [edition for edition in self.of.editions if edition.day <= day][-1]

    def possible_births(self) -> tuple[date, date]:
        """Give the first and last day of birth that leaves the ages told on the starting day."""
        assert isinstance(self.ages, Span)
        first = self.on - timedelta(days=int(self.ages.hi * 365.2425) + 3)
        while age_on(first, self.on) >= self.ages.hi:
            first += DAY
        last = self.on - timedelta(days=max(0, int(self.ages.lo * 365.2425) - 3))
        while age_on(last, self.on) < self.ages.lo:
            last -= DAY
        born = self.raw.get("birth_date")
        if born is not None:
            day = date.fromisoformat(born if len(born) == 10 else f"{born}-01")
            end = day if len(born) == 10 else (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY
            first, last = max(first, day), min(last, end)
        return first, last

    def on_day(self, day: date) -> dict[str, Any]:
        """Give what the person would tell on a day."""
        if day == self.on:
            return self.raw
        anew = dict(self.raw)
        if self.born is not None:
            anew.pop("birth_date", None)
            oldest, youngest = (min(age_on(born, day), 120) for born in self.born)
            same = oldest == youngest
            anew["age"] = youngest if same else {"from": youngest, "below": oldest + 1}
        gone = self.gone(day)
        for name in self.working:
            anew[name] = grown(self.raw[name], gone)
        return anew

    def gone(self, day: date) -> Fraction:
        """Give the years gone by: whole anniversaries and the part of the year begun."""
        whole = age_on(self.on, day)
        begun, ends = self.anniversary(whole), self.anniversary(whole + 1)
        return whole + Fraction((day - begun).days, (ends - begun).days)

    def anniversary(self, years: int) -> date:
        try:
            return self.on.replace(year=self.on.year + years)
        except ValueError:
            return date(self.on.year + years, 3, 1)

    def places(self, day: date) -> dict[str, tuple[int, ...]]:
        """Say for each fact that moves between which lines its ends lie on a day."""
        anew, facts, edition = self.on_day(day), vocabulary(), self.rules(day)
        found: dict[str, tuple[int, ...]] = {"edition": (edition.day.toordinal(),)}
        for name in ("age", *self.working):
            if name not in anew and not (name == "age" and self.born):
                continue
            value = anew.get(name)
            if name == "age" and isinstance(self.ages, Span) and day == self.on:
                value = {"from": self.ages.lo, "below": self.ages.hi}
            whole = facts[name].kind == "whole"
            # A senior role of ten years is work of ten years.
            cuts = {*targets(edition, facts[name])}
            cuts |= {*lines(edition).get(facts[name].at_most or "", ())}
            if isinstance(value, dict):
                low, high = value.get("from") or 0, value.get("below") or 10**6
            else:
                assert value is not None
                low, high = value, value + 1 if whole else value
            inside = whole or isinstance(value, dict)
            found[name] = (
                sum(cut <= low for cut in cuts),
                sum(cut < high if inside else cut <= high for cut in cuts),
            )
        nation = self.raw.get("nationality", "other")
        found["nationality"] = (int(is_barred(nation, day)),)
        route = edition.route
        if route is not None:
            way = route.ways[self.raw.get(route.fact) or route.unless_told]
            found[route.fact] = (int(way.closed_from is not None and day >= way.closed_from),)
        return found

    def turns(self, first: date, last: date) -> Iterator[date]:
        """Yield the days on which a place is another; under one edition, all move one way."""
        if self.places(first) == self.places(last):
            return
        if last - first == DAY:
            yield last
            return
        middle = first + (last - first) // 2
        yield from self.turns(first, middle)
        yield from self.turns(middle, last)


def grown(value: Any, gone: Fraction) -> Any:
    """Give years of work after more of it; exactly none, and a band's none, stay."""
    if not isinstance(value, dict):
        return value if value == 0 else least_of_80(Fraction(str(value)) + gone)
    low, high = value.get("from") or 0, value.get("below")
    band = {"from": 0 if low == 0 else least_of_80(Fraction(str(low)) + gone)}
    if high is not None and Fraction(str(high)) + gone <= 80:
        band["below"] = float(Fraction(str(high)) + gone)
    return band


def least_of_80(years: Fraction) -> float:
    """Give years of work, of which there are no more than 80."""
    return min(80.0, float(years))


Standing = tuple[str, int | None, int | None, date]


def standing(ageing: Ageing, day: date) -> Standing:
    """Assess what a person would tell on a day, by the rules of that day."""
    edition = ageing.rules(day)
    result = assess(edition, read_facts(ageing.on_day(day), day), day)
    return result.outcome, result.least, result.most, edition.day


def grow_old(ageing: Ageing, days: Iterator[date]) -> list[tuple[date, Standing]]:
    """Give the starting day, and those of the days on which the result or its rules are others."""
    found = [(ageing.on, standing(ageing, ageing.on))]
    for day in days:
        then = standing(ageing, day)
        if then != found[-1][1]:
            found.append((day, then))
    return found


@cache
def people(key: str) -> tuple[tuple[dict[str, Any], date], ...]:
    edition = EDITIONS[key][1]
    chance = lots(f"forecast {key}")
    return tuple(somebody(chance, edition) for _ in range(PEOPLE))


def told_events(edition: Edition, raw: dict[str, Any], on: date) -> Any:
    events = forecast(edition, read_facts(raw, on), on)
    return [
        (e.on, (e.result.outcome, e.result.least, e.result.most, e.result.edition.day))
        for e in events
    ]


@pytest.mark.parametrize("key", EDITIONS)
def test_events_are_those_of_ageing(key: str) -> None:
    of, edition = EDITIONS[key]
    for raw, on in people(key):
        ageing = Ageing(of, raw, on)
        expected = grow_old(ageing, ageing.turns(on, ageing.anniversary(10)))
        assert told_events(edition, raw, on) == expected, (raw, on)


def bounded(chance: random.Random, raw: dict[str, Any]) -> dict[str, Any]:
    """Tell years of work exactly, and kinds of it in bands that end with them, or near."""
    years = chance.choice((0.2, 1, 1.8, 2, 4.2, 9))
    anew = raw | {"graduate_years": years}
    for name, fact in vocabulary().items():
        if fact.at_most == "graduate_years":
            low = chance.choice((0, years / 2, years))
            high = chance.choice((80, years + 1, years, years - 0.1))
            anew[name] = {"from": low, "below": high} if low < high else years
    return anew


@pytest.mark.parametrize("key", [key for key in EDITIONS if "gpt" in key])
def test_bands_that_end_where_an_exact_answer_does_are_not_a_day_late(key: str) -> None:
    of, edition = EDITIONS[key]
    chance = lots(f"bounded {key}")
    for drawn, on in people(key)[: PEOPLE // 5]:
        raw = bounded(chance, drawn)
        ageing = Ageing(of, raw, on)
        for day, then in told_events(edition, raw, on)[1:]:
            assert standing(ageing, day) == then, (raw, on, day)
            assert standing(ageing, day - DAY) != then, (raw, on, day)
        expected = grow_old(ageing, ageing.turns(on, ageing.anniversary(10)))
        assert told_events(edition, raw, on) == expected, (raw, on)


@pytest.mark.parametrize("key", EDITIONS)
def test_around_every_event_and_on_other_days_the_forecast_is_what_is_assessed(key: str) -> None:
    of, edition = EDITIONS[key]
    chance = lots(f"days {key}")
    for raw, on in people(key):
        ageing = Ageing(of, raw, on)
        events = told_events(edition, raw, on)
        end = ageing.anniversary(10)
        days = {on + timedelta(days=chance.randint(0, (end - on).days)) for _ in range(8)}
        days |= {day + n * DAY for day, _ in events for n in (-1, 0, 1)}
        for day in sorted(days):
            if on <= day <= end:
                held = [then for since, then in events if since <= day][-1]
                assert standing(ageing, day) == held, (raw, on, day)


@pytest.mark.parametrize("key", EDITIONS)
def test_some_live_through_every_day(key: str) -> None:
    of, edition = EDITIONS[key]
    moving = [one for one in people(key) if len(told_events(edition, *one)) > 2]
    for raw, on in (moving or people(key))[:DAY_BY_DAY]:
        ageing = Ageing(of, raw, on)
        days = (ageing.anniversary(10) - on).days
        every = (on + timedelta(days=n) for n in range(1, days + 1))
        assert told_events(edition, raw, on) == grow_old(ageing, every), (raw, on)


@pytest.mark.parametrize("key", EDITIONS)
def test_an_event_names_what_moved(key: str) -> None:
    of, edition = EDITIONS[key]
    for raw, on in people(key):
        ageing = Ageing(of, raw, on)
        first, *rest = forecast(edition, read_facts(raw, on), on)
        assert first.because == ()
        for event in rest:
            before, now = known_places(ageing, event.on - DAY), known_places(ageing, event.on)
            moved = {name for name in now if now[name] != before.get(name)}
            assert (event.because[:1] == ("edition",)) == ("edition" in moved), (raw, on, event)
            assert event.because, (raw, on, event.on)
            assert set(event.because) <= moved, (raw, on, event.on, event.because)


def known_places(ageing: Ageing, day: date) -> dict[str, tuple[int, ...]]:
    """Say between which lines each fact lies that is known, also by what it bounds."""
    found = ageing.places(day)
    for name, value in read_facts(ageing.on_day(day), day).known.items():
        if isinstance(value, Span):
            cuts = targets(ageing.rules(day), vocabulary()[name])
            found[name] = (sum(c <= value.lo for c in cuts), sum(c < value.hi for c in cuts))
    return found


# ---------------------------------------------------------------- what can move at all


def alone(edition: Edition) -> Edition:
    """Return an edition as if it were the last of its scheme."""
    last, of = edition.model_copy(), edition.scheme
    last.belong_to(replace(of, days=tuple(day for day in of.days if day <= edition.day)))
    return last


@pytest.mark.parametrize(("age", "moves"), [(17, True), ({"from": 51, "below": 60}, False)])
def test_a_failed_age_moves_only_while_it_is_too_low(age: Any, moves: bool) -> None:
    edition = scheme("hk-qmas-gpt").editions[0]
    last = alone(edition)
    facts = read_facts(QUIET | {"age": age}, edition.day)
    assert assess(last, facts, edition.day).outcome == "ineligible"
    assert can_move(assess(last, facts, edition.day), facts) is moves
    # The next edition asks for no such age.
    assert can_move(assess(edition, facts, edition.day), facts)


def test_two_failed_prerequisites_move_only_together() -> None:
    on, edition = date(2024, 11, 1), alone(scheme("hk-qmas-gpt").editions[5])
    facts = read_facts(QUIET | {"age": 17, "clean_record": False}, on)
    assert not can_move(assess(edition, facts, on), facts)


# ---------------------------------------------------------------- nothing breaks


@pytest.mark.parametrize("key", EDITIONS)
def test_whoever_can_be_assessed_can_be_advised_and_forecast(key: str) -> None:
    _, edition = EDITIONS[key]
    chance = lots(f"anybody {key}")
    for _ in range(PEOPLE):
        on = edition.day + timedelta(days=chance.randint(0, 4000))
        raw = told(chance, edition, min(on, edition.until or on))
        if edition.route is not None and chance.random() < 0.3:
            raw["filed_on"] = chance.choice(("2022-05-01", "2023-06", "2023-08-01"))
        works(edition, raw, min(on, edition.until or on), chance)


def works(edition: Edition, raw: dict[str, Any], on: date, chance: random.Random) -> None:
    """Advise and forecast; a contradiction is refused where it is assessed, too."""
    try:
        facts = read_facts(raw, on)
    except FactError:
        return
    try:
        assess(edition, facts, on)
    except FactError:
        for ask in (advise, forecast):
            with pytest.raises(FactError):
                ask(edition, facts, on)
        return
    advise(edition, facts, on)
    assert forecast(edition, facts, on, chance.choice((0, 1, 10, 60)))[0].on == on


@pytest.mark.parametrize("on", ["9899-12-31", "9995-06-01", "9999-12-30", "9999-12-31"])
@pytest.mark.parametrize("age", [0, 49, 120, {"from": 17, "below": 60}])
def test_the_calendar_may_end_before_the_forecast(on: str, age: Any) -> None:
    of, day = scheme("hk-qmas-gpt"), date.fromisoformat(on)
    edition = of.in_force(day)
    assert edition is not None
    for years in (0, 0.2, 4.8, {"from": 1, "below": 5}, {"below": 80}, 80):
        facts = read_facts({"age": age, "graduate_years": years}, day)
        events = forecast(edition, facts, day)
        assert events[0].on == day
        assert [event.on for event in events] == sorted({event.on for event in events})
        advise(edition, facts, day)


def test_nobody_told_anything() -> None:
    for of, edition in EDITIONS.values():
        facts = read_facts({}, edition.day)
        fewest = advise(edition, facts, edition.day).fewest
        assert fewest == {"mo-technical": 1, "zz-demo": 2}.get(of.id)
        later = [day for day in of.days if edition.day < day <= years_after(edition.day, 10)]
        events = forecast(edition, facts, edition.day)
        assert [event.on for event in events] == [edition.day, *later]
