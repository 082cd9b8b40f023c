"""Facts that bound each other: senior years are years, a listed degree is a degree.

What was told of one narrows what is known of the other, and what contradicts is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.facts.known import Facts, Value
from flows.facts.vocabulary import Fact, Vocabulary


def bind(vocabulary: Vocabulary, known: dict[str, Value], told: frozenset[str]) -> None:
    """Narrow told facts and those that bound them by each other; refuse what contradicts.

    Every bounded value is at most its bounding one, so one pass up and one pass down suffice.
    What was not told is limited where it is asked: groups of cells hold the bounds themselves.
    """
    if not vocabulary.bounded.isdisjoint(told):
        narrow(known, [(part, whole) for part, whole in vocabulary.pairs if part.id in told])


def narrow(known: dict[str, Value], here: Sequence[tuple[Fact, Fact]]) -> None:
    """Narrow told facts, each with the one that bounds it; see `bind`."""
    for part, whole in here:
        above = part.form.lift(part, known[part.id], whole, known.get(whole.id))
        if above is not None:
            known[whole.id] = above
    for part, whole in here:
        below = part.form.within(part, known[part.id], known[whole.id], whole)
        if below is not None:
            known[part.id] = below


def fits(part: Fact, value: Value | None, bound: Value | None, whole: Fact) -> bool:
    """Whether some of what is known of a fact stays within its bounding one."""
    return value is None or bound is None or part.form.fits(part, value, bound, whole)


def still_possible(fact: Fact, facts: Facts, *, anew: bool) -> Value | None:
    """Return what can still be answered: what is known of a fact, its bound included.

    Asked `anew`, the answer that was given does not limit the one that may be.
    """
    value = None if anew else facts.known.get(fact.id)
    whole = facts.vocabulary.get(fact.at_most or "")
    bound = facts.known.get(whole.id) if whole else None
    if whole is None or bound is None:
        return value
    return fact.form.within(fact, value, bound, whole)
