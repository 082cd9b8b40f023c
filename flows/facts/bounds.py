"""Facts that bound each other: senior years are years, a listed degree is a degree.

What was told of one narrows what is known of the other, and what contradicts is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.facts.known import FactError, Facts, Span, Value, domain, written
from flows.facts.vocabulary import Fact, Vocabulary


def bind(vocabulary: Vocabulary, known: dict[str, Value], told: frozenset[str]) -> None:
    """Narrow told facts and those that bound them by each other; refuse what contradicts.

    Every bounded value is at most its bounding one, so one pass up and one pass down suffice.
    What was not told is limited where it is asked: groups of cells hold the bounds themselves.
    """
    narrow(known, [(part, whole) for part, whole in vocabulary.pairs if part.id in told])


def narrow(known: dict[str, Value], here: Sequence[tuple[Fact, Fact]]) -> None:
    """Narrow told facts, each with the one that bounds it; see `bind`."""
    for part, whole in here:
        value = known[part.id]
        if isinstance(value, Span):
            _raise_number(known, value, part, whole)
        elif isinstance(value, str):
            _raise_options(known, value, part, whole)
    for part, whole in here:
        known[part.id] = within_bound(part, known[part.id], known[whole.id], whole)


def _raise_number(known: dict[str, Value], value: Span, part: Fact, whole: Fact) -> None:
    """Lift the bounding number to the bounded one."""
    bound = known.get(whole.id)
    lo, hi, exact = bound if isinstance(bound, Span) else Span(*domain(whole))
    if value.lo >= hi:
        found, limit = spoken(part, value), spoken(whole, Span(lo, hi, exact))
        raise FactError("above", part.id, found=found, other=whole.id, bound=limit)
    known[whole.id] = Span(max(lo, value.lo), hi, exact)


def _raise_options(known: dict[str, Value], value: str, part: Fact, whole: Fact) -> None:
    """Leave of the bounding choice only what reaches the bounded one."""
    bound, least = known.get(whole.id), part.level(value)
    if not isinstance(bound, str):
        known[whole.id] = _among(whole, bound, range(least, max(whole.levels) + 1))
    elif least > whole.level(bound):
        raise FactError(
            "above", part.id, found=written(value), other=whole.id, bound=written(bound)
        )


def within_bound(part: Fact, value: Value | None, bound: Value, whole: Fact) -> Value:
    """Return what is left of a bounded fact under what is known of its bounding one."""
    if isinstance(bound, Span):
        lo, hi, exact = value if isinstance(value, Span) else Span(*domain(part))
        return Span(lo, min(hi, bound.hi), exact)
    if isinstance(value, str):
        return value
    options = bound if isinstance(bound, frozenset) else (str(bound),)
    most = max(whole.level(option) for option in options)
    return _among(part, value, range(most + 1))


def fits(part: Fact, value: Value | None, bound: Value | None, whole: Fact) -> bool:
    """Whether some of what is known of a fact stays within its bounding one."""
    if isinstance(value, Span) and isinstance(bound, Span):
        return value.lo < bound.hi
    if isinstance(value, str) and isinstance(bound, str):
        return part.level(value) <= whole.level(bound)
    return True


def limited(fact: Fact, facts: Facts, *, anew: bool) -> Value | None:
    """Return what can still be answered: what is known of a fact, its bound included.

    Asked `anew`, the answer that was given does not limit the one that may be.
    """
    value = None if anew else facts.known.get(fact.id)
    whole = facts.vocabulary.get(fact.at_most or "")
    bound = facts.known.get(whole.id) if whole else None
    if whole is None or bound is None:
        return value
    return within_bound(fact, value, bound, whole)


def _among(fact: Fact, value: Value | None, levels: range) -> frozenset[str]:
    before = value if isinstance(value, frozenset) else fact.options
    return frozenset(option for option in before if fact.level(option) in levels)


def spoken(fact: Fact, span: Span) -> str:
    """Write what was told of a number: the number, or the band with the ends that were given."""
    if span.exact is not None:
        return written(span.exact)
    start, end = domain(fact)
    ends = [f'"from": {written(span.lo)}'] if span.lo != start else []
    ends += [f'"below": {written(span.hi)}'] if span.hi != end else []
    return f"{{{', '.join(ends)}}}"
