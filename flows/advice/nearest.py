"""The nearest criterion, found quickly: by the conditions of each, without a search.

`advise` tries every combination and proves what is fewest. What a result says in one line must
cost next to nothing, so here each condition of a criterion is read by itself: the lightest change
of each answer that fails it, and of what bounds that answer.
"""

from __future__ import annotations

from functools import cache

from flows.advice.combine import Changes
from flows.advice.moves import Change, least_weight, lightest, start_of
from flows.assessing.compiled import Tables
from flows.facts.bounds import fits
from flows.facts.known import Facts
from flows.facts.vocabulary import Fact
from flows.rules.condition import facts_of
from flows.rules.edition import Edition


def nearest_criterion(ready: Tables, facts: Facts) -> tuple[str, Changes] | None:
    """Return the criterion, not sure to be met, that takes the least, with its changes."""
    masks, factors = ready.masks(facts), ready.edition.factors
    best: tuple[float, int, int] | None = None
    found: Changes = ()
    for least, place in _lightest_first(ready.edition):
        if best is not None and least > best[0]:
            break
        g, i = ready.factors[place]
        group, columns = ready.columns[g]
        mine = masks[columns]
        if group.look(mine).factors[i].least:
            continue
        for way in group.factors[i].tables[0].rows[0].condition:
            failing = [(group.axes[a].fact, mask) for a, mask in way if mine[a] & ~mask]
            if best and sum([least_weight(fact) for fact, _ in failing]) > best[0]:
                continue
            changes = _meeting(ready, facts, failing)
            if changes:
                rank = (sum([one.weight for one in changes]), len(changes), place)
                if best is None or rank < best:
                    best, found = rank, changes
    return None if best is None else (factors[best[2]].id, found)


@cache
def _lightest_first(edition: Edition) -> tuple[tuple[float, int], ...]:
    """Return the place of each criterion with the least that it can weigh, the lightest first."""
    found = []
    for place, factor in enumerate(edition.factors):
        # What is no plain yes or no is left to the search.
        if factor.met is not None:
            facts = facts_of(factor.met)
            found.append((min(least_weight(edition.vocabulary[name]) for name in facts), place))
    return tuple(sorted(found))


def _meeting(ready: Tables, facts: Facts, failing: list[tuple[Fact, int]]) -> Changes:
    """Return the lightest changes that lead each failing fact into its cells, if there are any."""
    made: dict[str, Change] = {}
    for fact, mask in failing:
        change = lightest(fact, start_of(facts, fact), ready.axes, mask)
        if change is None:
            return ()
        made[fact.id] = change
    for part in [fact for fact, _ in failing if fact.at_most]:
        whole = facts.vocabulary[part.at_most or ""]
        after = made[part.id].after
        if whole.id in made or whole.id not in ready.axes:
            continue
        if not fits(part, after, facts.get(whole.id), whole):
            room = ready.axes[whole.id].room(part, after)
            change = lightest(whole, start_of(facts, whole), ready.axes, room)
            if change is None:
                return ()
            made[whole.id] = change
    return tuple(made.values())
