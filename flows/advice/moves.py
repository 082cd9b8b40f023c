"""Moves: how one answer of a person could change, from what `facts.yaml` says of the fact.

What is fixed has none. A choice and an effort lead to every further answer that an edition tells
apart; what grows with time only grows, and waiting makes a person older as well. Years that were
not told may be none, so they take as long as the line is. No durations are invented: a wait is the
least that the calendar itself demands (docs/decisions/0007).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from flows.facts.cells import Axis
from flows.facts.known import Facts, Span, Value
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
    if fact.changes == "fixed" or (value is None and not moves_untold(fact)):
        return ()
    axis = axes[fact.id]
    further = axis.further(value, _thresholds(axis, axes))
    return tuple([_to(fact, value, after, steps) for after, steps in further])


def start_of(facts: Facts, fact: Fact) -> Value | None:
    """Return what was told of a fact, but not what others that it bounds make of it."""
    if fact.id not in facts.told and fact.id in facts.vocabulary.bounding:
        return None
    return facts.known.get(fact.id)


def lightest(fact: Fact, value: Value | None, axes: Mapping[str, Axis], mask: int) -> Change | None:
    """Return the lightest change of an answer that leads into some cells, without all the others.

    A number goes to the first of them that it has not come to.
    """
    if fact.changes == "fixed" or (value is None and not moves_untold(fact)):
        return None
    found = axes[fact.id].nearest(value, mask)
    return None if found is None else _to(fact, value, *found)


def moves_untold(fact: Fact) -> bool:
    """Whether a fact that was not told could change: an age that is not known has no start."""
    return fact.changes != "fixed" and fact.unit != "age"


def least_weight(fact: Fact) -> float:
    """Return the least that a change of a fact can weigh."""
    return _SOONEST if fact.changes == "time" else _step(fact)


def _step(fact: Fact) -> float:
    return _WEIGHTS.get(fact.changes, math.inf) if fact.weight is None else fact.weight


def reaches(longer: Change, shorter: Change) -> bool:
    """Whether one change goes at least as far as another of the same fact, on the same way."""
    fact = longer.fact
    return fact.form.reaches(fact, longer.after, shorter.after)


def far(change: Change) -> tuple[float, str]:
    """Return how far a change goes, so that ways of one weight stand in one order."""
    return change.fact.form.reach(change.fact, change.after)


def _thresholds(axis: Axis, axes: Mapping[str, Axis]) -> frozenset[float]:
    """Return the thresholds of a number, and of those it bounds: it must reach them as well."""
    if not axis.cuts:
        return frozenset()
    bounded = (one for one in axes.values() if one.fact.at_most == axis.fact.id)
    return frozenset(axis.cuts).union(*(one.cuts for one in bounded))


def _to(fact: Fact, value: Value | None, after: Value, steps: int) -> Change:
    """Return the change of an answer to another that lies so many steps away."""
    if fact.changes != "time" or not isinstance(after, Span):
        return Change(fact, value, after, _step(fact) * steps)
    wait = max(0.0, after.lo - _most_told(fact, value))
    # Who may have none of it has to begin, which is more than to go on.
    none = not isinstance(value, Span) or value.lo <= (fact.least or 0.0)
    begin = (fact.weight or 0.0) if none else 0.0
    return Change(fact, value, after, begin + max(_SOONEST, wait), wait)


def _most_told(fact: Fact, value: Value | None) -> float:
    """Return the most that is sure to have been told; somebody of 17 may turn 18 tomorrow."""
    if not isinstance(value, Span):
        return fact.least or 0.0
    return value.hi if value.exact is None or fact.unit == "age" else value.exact
