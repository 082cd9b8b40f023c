"""A day, or a month of which the day is not known."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Axis
from flows.facts.kinds.kind import Offer
from flows.facts.kinds.line import Line, LineKind, misses
from flows.facts.known import FactError, Span, Value, quote
from flows.facts.trial import Test, Trial
from flows.message import Argument, Month, Needed, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact

_BAND = frozenset({"from", "below"})
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Days(Line):
    """A line of days, by their ordinals."""

    __slots__ = ()

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return tuple(date.fromordinal(int(start)).isoformat() for start, _ in self.spans())


class Day(LineKind):
    """A day of the calendar."""

    name = "day"
    form = '"YYYY-MM-DD", "YYYY-MM", or a band of days'
    whole = True
    calendar = True
    line = Days

    def read(self, fact: Fact, value: Any) -> Span:
        """See FactKind."""
        if isinstance(value, dict):
            if not value or not value.keys() <= _BAND:
                raise FactError("not-band", fact.id, found=quote(value))
            start, end = value.get("from"), value.get("below")
            lo = _FIRST if start is None else _days(fact, start)[0]
            hi = _LAST if end is None else _days(fact, end)[0]
            if lo >= hi:
                raise FactError("empty-band", fact.id, found=quote(value))
            return Span(lo, hi)
        first, after = _days(fact, value)
        return Span(first, after, first if after == first + 1 else None)

    def write(self, fact: Fact, value: Value) -> Any:  # noqa: ARG002 - the calendar ends for all
        """See FactKind."""
        if not isinstance(value, Span):
            return value
        first, last = _ends(value)
        if first == last:
            return first.isoformat()
        if _is_month(first, last):
            return f"{first.year:04}-{first.month:02}"
        band = {"from": first.isoformat()} if value.lo > _FIRST else {}
        return band | ({"below": _iso(value.hi)} if value.hi < _LAST else {})

    def say(self, fact: Fact, value: Value) -> Argument:  # noqa: ARG002
        """See FactKind."""
        if not isinstance(value, Span):
            return str(value)
        first, last = _ends(value)
        if first == last:
            return first
        if _is_month(first, last):
            return Month(first.year, first.month)
        if first == date.min:
            return say("days-until", day=last)
        if last.year == date.max.year:
            return say("days-from", day=first)
        return say("days-between", first=first, last=last)

    def number(self, fact: Fact, number: float) -> Argument:  # noqa: ARG002
        """See FactKind."""
        return date.fromordinal(int(number))

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        own = () if fact.derived else (f"option-{fact.id}-recent", f"option-{fact.id}-earlier")
        return dict.fromkeys(own, frozenset())

    def hint(self, fact: Fact) -> str | None:
        """See FactKind. A day that is never asked for by buttons may be typed."""
        return "hint-day" if fact.derived else None

    def offers(
        self, fact: Fact, axis: Axis, possible: int, within: Span | None = None
    ) -> tuple[Offer, ...]:
        """Return the possible stretches; the two sides of a single day in the fact's own words."""
        if fact.derived or not axis.cuts:
            return ()
        if len(axis.cuts) == 1:
            day = _iso(axis.cuts[0])
            return (
                Offer("recent", say(f"option-{fact.id}-recent"), {"from": day}),
                Offer("earlier", say(f"option-{fact.id}-earlier"), {"below": day}),
            )
        return self.stretches(fact, axis, possible, within)

    def ends(self, fact: Fact) -> tuple[float, float]:  # noqa: ARG002
        """See FactKind."""
        return _FIRST, _LAST - 1

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """See FactKind."""
        odd = super().unfit(fact, trial)
        if odd or not isinstance(trial, Test):
            return odd
        if fact.derived:
            # Nobody is asked for it: a rule that read it would stay open for ever.
            keys = min(trial.model_fields_set).rstrip("_")
            return f'"{keys}" does not test "{fact.id}"; no rule can test it: take it out.'
        ends = [end for end in (trial.from_, trial.above, trial.below) if end is not None]
        if not all(isinstance(end, date) for end in ends):
            return f'"{fact.id}" is a day, but is held against a number; write a day.'
        held = misses(fact, trial)
        return held and f'{held} answer to "{fact.id}" passes this test; mend its ends.'


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


def _days(fact: Fact, value: Any) -> tuple[int, int]:
    """First day, and the day after the last, of a day or a month."""
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise FactError("not-day", fact.id, found=quote(value))
    year, month, day = int(match[1]), int(match[2]), match[3]
    try:
        first = date(year, month, int(day or 1)).toordinal()
    except ValueError:
        raise FactError("no-such-day", fact.id, found=quote(value)) from None
    return first, first + (1 if day else calendar.monthrange(year, month)[1])


def _ends(span: Span) -> tuple[date, date]:
    """Return the first and the last day of a stretch."""
    return date.fromordinal(int(span.lo)), date.fromordinal(int(span.hi) - 1)


def _is_month(first: date, last: date) -> bool:
    """Whether two days are the first and the last of one month."""
    ends = last < date.max and (last + timedelta(days=1)).day == 1
    return ends and first.day == 1 and (first.year, first.month) == (last.year, last.month)


def _iso(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).isoformat()
