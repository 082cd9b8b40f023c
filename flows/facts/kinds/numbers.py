"""Numbers: years, amounts, shares and counts, exact or as bands that buttons yield."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Axis
from flows.facts.kinds.kind import Offer, Typed
from flows.facts.kinds.line import LineKind, misses
from flows.facts.known import (
    FactError,
    Span,
    Value,
    domain,
    plain,
    quote,
    write_band,
    write_span,
)
from flows.facts.trial import Test, Trial
from flows.facts.typed_numbers import MONEY, NOTHING, typed_number
from flows.message import Argument, Message, Needed, money, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact

_BAND = frozenset({"from", "below"})
_PLAIN = (int, float)
# Units of which zero is said as "none".
_NONE = frozenset({"children", "count", "people", "years"})
# A cut just above the least value parts "none" from "some".
_TINY = 1e-9
# As many numbers as fit a screen; further ones are typed.
_SHOWN = 6


class Number(LineKind):
    """A number; a fraction may be told of it."""

    name = "number"
    form = 'a number such as 7.5, or a band such as {"from": 5} or {"below": 1000000}'
    numeric = True

    def read(self, fact: Fact, value: Any) -> Span:
        """See FactKind."""
        if isinstance(value, dict):
            return self._band(fact, value)
        # Most numbers are plain and in their bounds; what is not is looked at with care.
        if type(value) not in _PLAIN or not (fact.least or 0) <= value <= (fact.most or 0):
            value = _plain_number(fact, value)
            _within(fact, value)
        number = float(value)
        if not self.whole:
            return Span(number, math.nextafter(number, math.inf), number)
        if number != int(number):
            raise FactError("not-whole", fact.id, found=quote(value))
        return Span(number, number + 1, int(number))

    def _band(self, fact: Fact, value: dict[str, Any]) -> Span:
        if not value or not value.keys() <= _BAND:
            raise FactError("not-band", fact.id, found=quote(value))
        lo, hi = domain(fact)
        if value.get("from") is not None:
            lo = _plain_number(fact, value["from"])
            _within(fact, lo)
        if value.get("below") is not None:
            hi = _plain_number(fact, value["below"])
            _within(fact, hi, room=1 if self.whole else 0)
        if self.whole:
            lo, hi = math.ceil(lo), math.ceil(hi)
        if lo >= hi:
            raise FactError("empty-band", fact.id, found=quote(value))
        return Span(lo, hi)

    def write(self, fact: Fact, value: Value) -> Any:
        """See FactKind."""
        if not isinstance(value, Span):
            return value
        return write_band(fact, value) if value.exact is None else plain(value.exact)

    def understand(self, fact: Fact, typed: Typed) -> Any:
        """See FactKind."""
        nothing = typed.folded in NOTHING and fact.least == 0 and fact.unit != "age"
        return 0 if nothing else typed_number(fact, typed.folded, typed.shown)

    def say(self, fact: Fact, value: Value) -> Argument:
        """Say a number or a band in its unit."""
        return _stretch(fact, value) if isinstance(value, Span) else str(value)

    def number(self, fact: Fact, number: float) -> Argument:
        """See FactKind."""
        return _amount(fact, number)

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:
        """Return the ways in which a number is said back: exactly, and in bands."""
        unit, least = fact.unit, domain(fact)[0]
        exact = {"amount", "scale", "scaled"} if unit in MONEY else {"count"}
        found = {
            f"amount-{unit}": frozenset(exact),
            f"band-{unit}-from": frozenset({"low"}),
            f"band-{unit}-below": frozenset({"high"}),
        }
        if self.whole:
            found[f"band-{unit}-whole"] = frozenset({"low", "high"})
            found[f"band-{unit}-none"] = frozenset()
        else:
            found[f"band-{unit}-range"] = frozenset({"low", "high"})
        if any(least < cut < least + _TINY for cut in cuts):
            found |= {f"band-{unit}-some": frozenset(), f"band-{unit}-none": frozenset()}
        return found

    def hint(self, fact: Fact) -> str | None:
        """See FactKind."""
        return f"hint-{fact.unit}"

    def offers(
        self, fact: Fact, axis: Axis, possible: int, within: Span | None = None
    ) -> tuple[Offer, ...]:
        """Return the possible bands; where no test cuts the line, its first numbers."""
        if not axis.cuts:
            return _one_by_one(fact)
        return self.stretches(fact, axis, possible, within)

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """See FactKind."""
        odd = super().unfit(fact, trial)
        if odd or not isinstance(trial, Test):
            return odd
        ends = [n for n in (trial.from_, trial.above, trial.below) if n is not None]
        stated = [n for n in ends if isinstance(n, (int, float))]
        if len(stated) < len(ends):
            return f'"{fact.id}" is a number, but is held against a day; write a number.'
        if self.whole and any(n != int(n) for n in stated):
            return f'"{fact.id}" is a whole number, but is held against a part; write a whole one.'
        held = misses(fact, trial)
        span = f"{fact.least:,g} to {fact.most:,g}"
        return held and f'{held} answer to "{fact.id}" ({span}) passes this test; mend its ends.'

    def lift(self, part: Fact, value: Value, whole: Fact, bound: Value | None) -> Value | None:
        """See FactKind."""
        if not isinstance(value, Span):
            return bound
        lo, hi, exact = bound if isinstance(bound, Span) else Span(*domain(whole))
        if value.lo >= hi:
            found, limit = write_span(part, value), write_span(whole, Span(lo, hi, exact))
            raise FactError("above", part.id, found=found, other=whole.id, bound=limit)
        return Span(max(lo, value.lo), hi, exact)

    def within(self, part: Fact, value: Value | None, bound: Value, whole: Fact) -> Value | None:  # noqa: ARG002
        """See FactKind."""
        if not isinstance(bound, Span):
            return value
        lo, hi, exact = value if isinstance(value, Span) else Span(*domain(part))
        return Span(lo, min(hi, bound.hi), exact)

    def fits(self, part: Fact, value: Value, bound: Value, whole: Fact) -> bool:  # noqa: ARG002
        """See FactKind."""
        return not (isinstance(value, Span) and isinstance(bound, Span)) or value.lo < bound.hi


class Whole(Number):
    """A whole number: an age, children, a count."""

    name = "whole"
    form = 'a whole number such as 35, or a band such as {"from": 18, "below": 51}'
    whole = True


def _plain_number(fact: Fact, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise FactError("not-number", fact.id, found=quote(value))
    try:
        number = float(value)
    except OverflowError:
        raise _outside(fact, value) from None
    if not math.isfinite(number):
        raise FactError("not-number", fact.id, found=quote(value))
    return number


def _within(fact: Fact, number: float, room: int = 0) -> None:
    least, most = fact.least or 0, fact.most or 0
    if not least <= number <= most + room:
        raise _outside(fact, number)


def _outside(fact: Fact, found: float) -> FactError:
    least, most = int(fact.least or 0), int(fact.most or 0)
    return FactError("out-of-bounds", fact.id, found=quote(found), least=least, most=most)


def _one_by_one(fact: Fact) -> tuple[Offer, ...]:
    """Return the first numbers of a fact that no test reads."""
    least, most = int(fact.least or 0), int(fact.most or 0)
    return tuple(
        Offer(f"number{n}", _stretch(fact, Span(n, n + 1, n)), n)
        for n in range(least, min(most, least + _SHOWN - 1) + 1)
    )


def _amount(fact: Fact, number: float) -> Argument:
    """Return a number of a fact as it fills a gap: money is written by the language."""
    unit, told = fact.unit, plain(number)
    return money(unit, told) if unit in MONEY else told


def _stretch(fact: Fact, span: Span) -> Message:
    """Say a number or a band in its unit."""

    def end(number: float) -> Argument:
        return _amount(fact, number)

    if span.exact == 0 and fact.unit in _NONE:
        return say(f"band-{fact.unit}-none")
    if span.exact is not None:
        exact, unit = plain(span.exact), fact.unit
        return money(unit, exact) if unit in MONEY else say(f"amount-{unit}", count=exact)
    least, most = fact.least or 0.0, fact.most or 0.0
    whole = fact.form.whole
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
