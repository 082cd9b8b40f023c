"""What a person told, read strictly: JSON values in, typed facts out.

A number becomes a half-open `Span`; an exact one is as thin as its type allows. Facts that
bound each other are narrowed together, so that a fact left out carries what the others say.
Source of the forms: the project's outer face (`assess`); of the bounds: `facts.yaml`.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flows.calendars import age_on
from flows.facts.bounds import bind, spoken
from flows.facts.codes import NATIONS, TONGUES
from flows.facts.known import FactError, Facts, Span, Value, domain, exactly, printable, written
from flows.facts.vocabulary import Fact, Vocabulary

# `other` and `another`: one and a second language that the person did not name.
LANGUAGES = frozenset({"chinese", "english", "other", "another"}) | TONGUES
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_BAND = frozenset({"from", "below"})


def read_facts(vocabulary: Vocabulary, raw: Mapping[str, Any], on: date) -> Facts:
    """Read facts given as JSON values, as they stand on the day `on`.

    None means "not sure" and counts as unknown. Raises FactError for an unknown fact, a wrong
    type, a value out of bounds, or facts that contradict each other.
    """
    values: dict[str, Value] = {}
    for name, told in raw.items():
        value = read_told(vocabulary, name, told)
        if value is not None:
            values[name] = value
    return gather(vocabulary, values, on)


def read_told(vocabulary: Vocabulary, name: str, told: Any) -> Value | None:
    """Read a fact given as JSON, None for "not sure". Raises FactError, for an unknown fact too."""
    fact = vocabulary.get(name)
    if fact is None:
        raise FactError("unknown-fact", printable(str(name)))
    return None if told is None else read_value(fact, told)


def read_value(fact: Fact, told: Any) -> Value:
    """Read a value of a fact given as JSON. Raises FactError."""
    value: Value = _READERS[fact.kind](fact, told)
    return value


def gather(vocabulary: Vocabulary, values: Mapping[str, Value], on: date) -> Facts:
    """Bind values that were read to facts that agree, as they stand on the day `on`.

    Raises FactError where they contradict each other.
    """
    known, told = dict(values), frozenset(values)
    if "birth_date" in known:
        _age_from_birth(vocabulary, known, on)
    if "basic_salary_mop" in known and "industry_median_mop" in known:
        _salary_against_median(known)
    bind(vocabulary, known, told)
    return Facts(vocabulary, known, told)


def _number(fact: Fact, value: Any) -> Span:
    if isinstance(value, dict):
        return _band(fact, value)
    number = _plain_number(fact, value)
    _within(fact, number)
    if fact.kind == "whole" and number != int(number):
        raise FactError("not-whole", fact.id, found=written(value))
    return exactly(fact, number)


def _plain_number(fact: Fact, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise FactError("not-number", fact.id, found=written(value))
    try:
        number = float(value)
    except OverflowError:
        raise _outside(fact, value) from None
    if not math.isfinite(number):
        raise FactError("not-number", fact.id, found=written(value))
    return number


def _within(fact: Fact, number: float, room: int = 0) -> None:
    least, most = fact.least or 0, fact.most or 0
    if not least <= number <= most + room:
        raise _outside(fact, number)


def _outside(fact: Fact, found: float) -> FactError:
    least, most = int(fact.least or 0), int(fact.most or 0)
    return FactError("out-of-bounds", fact.id, found=written(found), least=least, most=most)


def _band(fact: Fact, value: dict[str, Any]) -> Span:
    if not value or not value.keys() <= _BAND:
        raise FactError("not-band", fact.id, found=written(value))
    lo, hi = domain(fact)
    if value.get("from") is not None:
        lo = _plain_number(fact, value["from"])
        _within(fact, lo)
    if value.get("below") is not None:
        hi = _plain_number(fact, value["below"])
        _within(fact, hi, room=1 if fact.kind == "whole" else 0)
    if fact.kind == "whole":
        lo, hi = math.ceil(lo), math.ceil(hi)
    if lo >= hi:
        raise FactError("empty-band", fact.id, found=written(value))
    return Span(lo, hi)


def _flag(fact: Fact, value: Any) -> bool:
    if not isinstance(value, bool):
        raise FactError("not-flag", fact.id, found=written(value))
    return value


def _choice(fact: Fact, value: Any) -> str:
    if not isinstance(value, str) or value not in fact.options:
        options = ", ".join(fact.options)
        raise FactError("not-option", fact.id, found=written(value), options=options)
    return value


def _set(fact: Fact, value: Any) -> frozenset[str]:
    if not isinstance(value, (list, tuple)):
        raise FactError("not-list", fact.id, found=written(value))
    return frozenset(_choice(fact, item) for item in value)


def _languages(fact: Fact, value: Any) -> frozenset[str]:
    if not isinstance(value, (list, tuple)):
        raise FactError("not-list", fact.id, found=written(value))
    found = set()
    for item in value:
        if not isinstance(item, str) or not item.isascii() or item.lower() not in LANGUAGES:
            raise FactError("not-language", fact.id, found=written(item))
        found.add(item.lower())
    return frozenset(found)


def _nation(fact: Fact, value: Any) -> str:
    if isinstance(value, str):
        if value.lower() == "other":
            return "other"
        if value.isascii() and value.upper() in NATIONS:
            return value.upper()
    raise FactError("not-nation", fact.id, found=written(value))


def _day(fact: Fact, value: Any) -> Span:
    if isinstance(value, dict):
        if not value or not value.keys() <= _BAND:
            raise FactError("not-band", fact.id, found=written(value))
        start, end = value.get("from"), value.get("below")
        lo = date.min.toordinal() if start is None else _days(fact, start)[0]
        hi = date.max.toordinal() if end is None else _days(fact, end)[0]
        if lo >= hi:
            raise FactError("empty-band", fact.id, found=written(value))
        return Span(lo, hi)
    first, after = _days(fact, value)
    return Span(first, after, first if after == first + 1 else None)


def _days(fact: Fact, value: Any) -> tuple[int, int]:
    """First day, and the day after the last, of a day or a month."""
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise FactError("not-day", fact.id, found=written(value))
    year, month, day = int(match[1]), int(match[2]), match[3]
    try:
        first = date(year, month, int(day or 1)).toordinal()
    except ValueError:
        raise FactError("no-such-day", fact.id, found=written(value)) from None
    return first, first + (1 if day else calendar.monthrange(year, month)[1])


_READERS: dict[str, Any] = {
    "whole": _number,
    "number": _number,
    "flag": _flag,
    "choice": _choice,
    "set": _set,
    "languages": _languages,
    "nation": _nation,
    "day": _day,
}


class NoSuchDayError(ValueError):
    """A day is written as it should be, but no calendar has it."""


def read_day(text: str) -> date:
    """Read a day as YYYY-MM-DD and in no other way. Raises ValueError, NoSuchDayError among it."""
    match = _DAY.fullmatch(text)
    if match is None or not match[3]:
        raise ValueError(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NoSuchDayError(text) from None


def _age_from_birth(vocabulary: Vocabulary, known: dict[str, Value], on: date) -> None:
    born = known["birth_date"]
    assert isinstance(born, Span)  # noqa: S101 - the reader of a day yields nothing else
    first, last = date.fromordinal(int(born.lo)), date.fromordinal(int(born.hi) - 1)
    if first > on:
        raise FactError("born-later", "birth_date", found=first, on=on)
    youngest, oldest = age_on(min(last, on), on), age_on(first, on)
    fact = vocabulary["age"]
    if youngest > (fact.most or 0):
        most = int(fact.most or 0)
        raise FactError("born-too-early", "birth_date", found=written(first.isoformat()), most=most)
    lo, hi = float(youngest), min(float(oldest + 1), domain(fact)[1])
    told = known.get("age")
    if isinstance(told, Span):
        either = Span(lo, hi, youngest if youngest == oldest else None)
        lo, hi = max(lo, told.lo), min(hi, told.hi)
        if lo >= hi:
            found, age = spoken(fact, told), spoken(fact, either)
            raise FactError("age-disagrees", "age", found=found, age=age)
    known["age"] = Span(lo, hi, int(lo) if hi == lo + 1 else None)


def _salary_against_median(known: dict[str, Value]) -> None:
    salary, median = known["basic_salary_mop"], known["industry_median_mop"]
    if isinstance(salary, Span) and isinstance(median, Span):
        if salary.lo >= math.nextafter(median.hi, -math.inf):
            known["salary_vs_median"] = "at-or-above"
        elif salary.hi <= median.lo:
            known["salary_vs_median"] = "below"
