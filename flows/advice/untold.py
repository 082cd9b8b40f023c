"""What was not told and decides by itself: which one answer, found out, would be enough.

A result is open where some completions of the unknown reach the goal and others do not. Finding
out costs no change, so it is the first advice wherever one answer settles it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.assessing.assess import Assessment
from flows.assessing.compiled import Tables
from flows.facts.known import Facts, Value


@dataclass(frozen=True, slots=True)
class Decisive:
    """A fact of which one answer is enough, the least such answer, and what is certain then.

    `first` marks one that a prerequisite rests on: nothing counts while it is not known.
    """

    fact: str
    answer: Value
    score: int
    first: bool


def decisive(ready: Tables, result: Assessment, facts: Facts) -> Iterator[Decisive]:
    """Yield the facts of which one answer alone would reach the goal, in the order of asking."""
    if result.outcome != "open" or not ready.kind.adds_up:
        return
    need, counted = ready.edition.decision.threshold or 1, ready.kind.counted
    masks = ready.masks(facts)
    views = [group.look(masks[place]) for group, place in ready.columns]
    least = sum([view.low or 0 for view in views])
    failing = sum([view.can_fail for view in views])
    where = {name: g for g, (group, _) in enumerate(ready.columns) for name in group.facts}
    for name in result.missing:
        g = where[name]
        (group, place), view = ready.columns[g], views[g]
        rest = least - (view.low or 0)
        if failing > view.can_fail:
            # Another fact still lets a prerequisite fail, whatever this one turns out to be.
            continue
        column = group.facts.index(name)
        mine = masks[place]
        for cell in _cells(mine[column]):
            then = group.look((*mine[:column], 1 << cell, *mine[column + 1 :]))
            judged = counted and then.reviewed is not None
            if then.low is None or then.can_fail or judged:
                continue
            if rest + then.low >= need:
                answer = ready.axes[name].answer(cell)
                if answer is not None:
                    yield Decisive(name, answer, rest + then.low, view.can_fail)
                break


def _cells(mask: int) -> Iterator[int]:
    return (cell for cell in range(mask.bit_length()) if mask >> cell & 1)
