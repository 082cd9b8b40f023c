"""Moves: how one answer of a person could change, from what `facts.yaml` says of the fact.

What is fixed has none. A choice and an effort lead to every further answer that an edition tells
apart; what grows with time only grows, and waiting makes a person older as well. Years that were
not told may be none, so they take as long as the line is. No durations are invented: a wait is the
least that the calendar itself demands (docs/decisions/0007).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.assessing.cells import Axis, Line, Tongues
from flows.facts.known import Facts, Span, Value, exactly
from flows.facts.vocabulary import Fact

# What a step weighs when ways are ranked: an ordering, not a duration. A year of waiting weighs
# one, and what must be achieved weighs more than what is only decided. `facts.yaml` gives a fact a
# weight of its own where people would be surprised by these.
_WEIGHTS = {"choice": 2.0, "effort": 3.0}
_SOONEST = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would be another: before (None where it was not told) and after.

    `weight` ranks it; `wait` is the least number of years that it takes by the calendar.
    """

    fact: Fact
    before: Value | None
    after: Value
    weight: float
    wait: float = 0.0


def moves(fact: Fact, value: Value | None, axes: Mapping[str, Axis]) -> tuple[Change, ...]:
    """Return how an answer could change, as far as an edition's axes tell answers apart.

    A number moves to the least value of a cell, or to what a fact that it bounds may need:
    more than that changes nothing.
    """
    axis = axes[fact.id]
    if value is None and not moves_untold(fact):
        return ()
    if fact.changes == "fixed":
        return ()
    if isinstance(axis, Line):
        return tuple(_grown(fact, value, _thresholds(fact, axis, axes)))
    weight = _step(fact)
    if isinstance(axis, Tongues):
        spoken = value if isinstance(value, frozenset) else frozenset[str]()
        learned = _learned(spoken)
        return tuple(Change(fact, value, more, weight * len(more - spoken)) for more in learned)
    options = enumerate(_options(fact, value), start=1)
    return tuple(
        Change(fact, value, option, weight * _steps(fact, value, option, place))
        for place, option in options
    )


def start_of(facts: Facts, fact: Fact) -> Value | None:
    """Return what was told of a fact, but not what others that it bounds make of it."""
    if fact.id not in facts.told and fact.id in facts.vocabulary.bounding:
        return None
    return facts.known.get(fact.id)


def lightest(fact: Fact, value: Value | None, axes: Mapping[str, Axis], mask: int) -> Change | None:
    """Return the lightest change of an answer that leads into some cells, without all the others.

    A number goes to the first of them that it has not come to.
    """
    axis = axes[fact.id]
    if fact.changes == "fixed" or (value is None and not moves_untold(fact)):
        return None
    if isinstance(axis, Tongues):
        return _learned_for(fact, value, axis, mask)
    if not isinstance(axis, Line):
        ways = enumerate(_options(fact, value), start=1)
        found = [
            (_steps(fact, value, one, place), place, one)
            for place, one in ways
            if axis.mask(one) & mask
        ]
        if not found:
            return None
        steps, _, option = min(found)
        return Change(fact, value, option, _step(fact) * steps)
    here = axis.mask(value)
    low = (here & -here).bit_length()
    above = mask >> low << low
    if not above:
        return None
    cell = (above & -above).bit_length() - 1
    return _to(fact, value, axis.cuts[cell - 1], cell - low + 1)


def _learned_for(fact: Fact, value: Value | None, axis: Tongues, mask: int) -> Change | None:
    """Return the fewest languages more that lead into some cells, those with names first."""
    spoken = value if isinstance(value, frozenset) else frozenset[str]()
    here = axis.mask(spoken).bit_length() - 1
    found = [
        ((cell & ~here & 3).bit_count() + (cell >> 2) - (here >> 2), cell)
        for cell in range(here, mask.bit_length())
        if mask >> cell & 1 and here & 3 & ~cell == 0
    ]
    if not found:
        return None
    count, cell = min(found)
    named = [code for bit, code in ((1, "chinese"), (2, "english")) if cell & ~here & bit]
    others = [code for code in ("other", "another") if code not in spoken]
    after = spoken.union(named, others[: (cell >> 2) - (here >> 2)])
    return Change(fact, value, after, _step(fact) * count)


def moves_untold(fact: Fact) -> bool:
    """Whether a fact that was not told could change: an age that is not known has no start."""
    return fact.changes != "fixed" and fact.unit != "age"


def least_weight(fact: Fact) -> float:
    """Return the least that a change of a fact can weigh."""
    return _SOONEST if fact.changes == "time" else _step(fact)


def _step(fact: Fact) -> float:
    return _WEIGHTS.get(fact.changes, math.inf) if fact.weight is None else fact.weight


def _steps(fact: Fact, value: Value | None, option: Value, place: int) -> int:
    """Count the steps to an option: ranks where there are any, else its place among the others."""
    if not fact.levels or not isinstance(option, str):
        return place
    here = fact.level(value) if isinstance(value, str) else min(fact.levels)
    return max(1, fact.level(option) - here)


def reaches(longer: Change, shorter: Change) -> bool:
    """Whether one change goes at least as far as another of the same fact, on the same way."""
    far, near = longer.after, shorter.after
    if isinstance(far, Span) and isinstance(near, Span):
        return far.lo >= near.lo
    if isinstance(far, frozenset) and isinstance(near, frozenset):
        return far >= near
    if longer.fact.levels:
        options = longer.fact.options
        return options.index(str(far)) >= options.index(str(near))
    return far == near


def far(change: Change) -> tuple[float, str]:
    """Return how far a change goes, so that ways of one weight stand in one order."""
    after, options = change.after, change.fact.options
    if isinstance(after, Span):
        return after.lo, ""
    if isinstance(after, frozenset):
        return len(after), " ".join(sorted(after))
    return (options.index(str(after)) if options else 0), ""


def _thresholds(fact: Fact, axis: Line, axes: Mapping[str, Axis]) -> frozenset[float]:
    """Return the thresholds of a number, and of those it bounds: it must reach them as well."""
    bounded = (one for one in axes.values() if one.fact.at_most == fact.id)
    return frozenset(axis.cuts).union(*(one.cuts for one in bounded if isinstance(one, Line)))


def _grown(fact: Fact, value: Value | None, thresholds: frozenset[float]) -> Iterator[Change]:
    nothing = fact.least or 0.0 if fact.changes == "time" else -math.inf
    least = value.lo if isinstance(value, Span) else nothing
    starts = sorted(cut for cut in thresholds if cut > least)
    return (_to(fact, value, start, steps) for steps, start in enumerate(starts, start=1))


def _to(fact: Fact, value: Value | None, start: float, steps: int) -> Change:
    """Return the change of a number to a threshold that lies so many steps away."""
    after = exactly(fact, start)
    if fact.changes != "time":
        return Change(fact, value, after, _step(fact) * steps)
    wait = max(0.0, start - _most_told(fact, value))
    # Who may have none of it has to begin, which is more than to go on.
    none = not isinstance(value, Span) or value.lo <= (fact.least or 0.0)
    begin = (fact.weight or 0.0) if none else 0.0
    return Change(fact, value, after, begin + max(_SOONEST, wait), wait)


def _most_told(fact: Fact, value: Value | None) -> float:
    """Return the most that is sure to have been told; somebody of 17 may turn 18 tomorrow."""
    if not isinstance(value, Span):
        return fact.least or 0.0
    return value.hi if value.exact is None or fact.unit == "age" else value.exact


def _learned(spoken: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield languages and more: Chinese, English, and up to two others."""
    named = [code for code in ("chinese", "english") if code not in spoken]
    room = max(0, 2 - len(spoken - {"chinese", "english"}))
    others = [code for code in ("other", "another") if code not in spoken][:room]
    # Those with names come first: among equals they are the ones to be told.
    for count in range(len(others) + 1):
        for bits in range(1 << len(named)):
            added = [code for i, code in enumerate(named) if bits >> i & 1]
            if added or count:
                yield spoken.union(added, others[:count])


def _options(fact: Fact, value: Value | None) -> tuple[Value, ...]:
    """Return the answers that a choice or a flag can move to, the nearest first."""
    if fact.kind == "flag":
        held = (True,) if fact.better else (True, False)
        return tuple(option for option in held if option is not value)
    if not isinstance(value, str):
        return fact.options
    if not fact.levels:
        return tuple(option for option in fact.options if option != value)
    # A qualification that is held is not given up for another of the same rank before it.
    later = fact.options[fact.options.index(value) + 1 :]
    return tuple(option for option in later if fact.level(option) >= fact.level(value))
