"""How a person's answers are said back: facts and values as messages."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, timedelta

from flows.facts.known import Span, Value, plain
from flows.facts.vocabulary import Fact
from flows.message import Argument, Message, Messages, Month, Nation, Tongue, money, say

# Units of which zero is said as "none".
_NONE = frozenset({"children", "count", "people", "years"})
# Units that are money: each language writes its amounts in its own way.
MONEY = frozenset({"hkd", "mop"})
# The languages on the buttons; any others can be typed.
TONGUES: tuple[tuple[str, ...], ...] = (
    ("chinese", "english"),
    ("chinese",),
    ("english",),
    ("chinese", "other"),
    ("english", "other"),
    ("other",),
    ("other", "another"),
    (),
)
# What is counted and not named.
_OTHERS = frozenset({"other", "another"})


def said(fact: Fact, value: Value | None) -> Argument:
    """Say one answer: an amount, a band, an option, languages, a country, a day."""
    if value is None:
        return say("value-unsure")
    if isinstance(value, bool):
        own = f"-{fact.id}" if fact.worded else ""
        return say(f"option{own}-yes" if value else f"option{own}-no")
    if isinstance(value, Span):
        return _day(value) if fact.kind == "day" else stretch(fact, value)
    if isinstance(value, frozenset):
        return _many(fact, value)
    if fact.kind == "nation":
        return say("option-nationality-other") if value == "other" else Nation(value)
    return say(f"option-{fact.id}-{value}")


def named(facts: Iterable[str]) -> Messages:
    """Say the names of facts."""
    return Messages(tuple(say(f"fact-{name}") for name in facts))


def amount(fact: Fact, number: float) -> Argument:
    """Return a number of a fact as it fills a gap: money is written by the language."""
    unit, told = fact.unit, plain(number)
    return money(unit, told) if unit in MONEY else told


def stretch(fact: Fact, span: Span) -> Message:
    """Say a number or a band in its unit."""

    def end(number: float) -> Argument:
        return amount(fact, number)

    if span.exact == 0 and fact.unit in _NONE:
        return say(f"band-{fact.unit}-none")
    if span.exact is not None:
        exact, unit = plain(span.exact), fact.unit
        return money(unit, exact) if unit in MONEY else say(f"amount-{unit}", count=exact)
    least, most = fact.least or 0.0, fact.most or 0.0
    whole = fact.kind == "whole"
    if span.lo == math.nextafter(least, math.inf):
        return say(f"band-{fact.unit}-some")
    if span.hi == math.nextafter(least, math.inf) or (whole and span.hi == least + 1):
        return say(f"band-{fact.unit}-none")
    if span.hi > most:
        return say(f"band-{fact.unit}-from", low=end(span.lo))
    if span.lo <= least:
        return say(f"band-{fact.unit}-below", high=end(span.hi))
    if not whole:
        return say(f"band-{fact.unit}-range", low=end(span.lo), high=end(span.hi))
    if span.hi == span.lo + 1:
        return say(f"amount-{fact.unit}", count=plain(span.lo))
    return say(f"band-{fact.unit}-whole", low=plain(span.lo), high=plain(span.hi) - 1)


def _many(fact: Fact, value: frozenset[str]) -> Argument:
    if not value:
        return say(f"option-{fact.id}-none")
    if fact.kind == "languages":
        return _languages(value)
    return Messages(tuple(say(f"option-{fact.id}-{item}") for item in sorted(value)))


def _languages(value: frozenset[str]) -> Argument:
    """Say languages by the button that stands for them, or else one after the other."""
    for codes in TONGUES:
        if value == frozenset(codes):
            return say(f"option-languages-{'-'.join(codes)}")
    own = [code for code in ("chinese", "english") if code in value]
    told: list[Argument] = [say(f"option-languages-{code}") for code in own]
    told += [Tongue(code) for code in sorted(value - _OTHERS - frozenset(own))]
    if others := value & _OTHERS:
        told.append(say("languages-others" if others == _OTHERS else "languages-other"))
    return Messages(tuple(told))


def _ends(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return day < date.max and (day + timedelta(days=1)).day == 1


def _day(span: Span) -> Argument:
    first, last = date.fromordinal(int(span.lo)), date.fromordinal(int(span.hi) - 1)
    if first == last:
        return first
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _ends(last):
        return Month(first.year, first.month)
    if first == date.min:
        return say("days-until", day=last)
    if last.year == date.max.year:
        return say("days-from", day=first)
    return say("days-between", first=first, last=last)
