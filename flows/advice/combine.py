"""Sums over groups: what changes come to together, and which of them are enough.

Groups of facts are independent of each other. So for every number of changes the most points
that are certain is a sum over groups, and nothing is left untried (docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from flows.advice.moves import Change, reaches
from flows.assessing.groups import View

# Ways are told the nearest first, and no more of them than somebody would read.
MOST_WAYS = 20
Changes = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """Some changes inside one group, and what is certain of the group after them."""

    changes: Changes
    view: View
    weight: float
    wait: float

    @property
    def points(self) -> int:
        """The points that are certain."""
        return self.view.low or 0


# What each group can be made to.
Groups = Sequence[Sequence[Option]]


def most(groups: Groups) -> dict[int, int]:
    """Return for each number of changes the most points that groups reach together."""
    return _rests(groups)[0]


def _rests(groups: Groups) -> list[dict[int, int]]:
    """Return what `most` returns: for all groups, for all but the first, and so on to none."""
    rests = [{0: 0}]
    for group in reversed(groups):
        mine = _highest((len(option.changes), option.points) for option in group)
        both = product(mine.items(), rests[-1].items())
        rests.append(_highest((k + more, points + added) for (k, points), (more, added) in both))
    return rests[::-1]


def _highest(reached: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for k, points in reached:
        found[k] = max(found.get(k, points), points)
    return found


def enough(groups: Groups, count: int, need: int) -> list[Changes]:
    """Return the sets of exactly so many changes that reach the points needed.

    Of those that have come to as much, only the lightest are kept on the way.
    """
    ways: dict[tuple[int, int], list[tuple[float, Changes]]] = {(0, 0): [(0.0, ())]}
    for group, rest in zip(groups, _rests(groups)[1:], strict=True):
        longer: dict[tuple[int, int], list[tuple[float, Changes]]] = {}
        for ((k, points), same), option in product(ways.items(), group):
            made, reached = k + len(option.changes), points + option.points
            if any(
                made + more <= count and reached + added >= need for more, added in rest.items()
            ):
                found = longer.setdefault((made, min(reached, need)), [])
                found += [(weight + option.weight, (*way, *option.changes)) for weight, way in same]
        ways = {
            key: sorted(found, key=lambda way: way[0])[: 2 * MOST_WAYS]
            for key, found in longer.items()
        }
    return [way for (k, _), found in ways.items() if k == count for _, way in found]


def size(changes: Changes) -> tuple[int, float]:
    """Return how many facts change, and how far they do."""
    return len(changes), sum([change.weight for change in changes])


def nearest(ranked: Iterable[Changes]) -> tuple[Changes, ...]:
    """Return the first sets, leaving out those that only go further than a nearer one."""
    kept: list[Changes] = []
    for changes in ranked:
        if not any(goes_further(changes, nearer) for nearer in kept):
            kept.append(changes)
            if len(kept) == MOST_WAYS:
                break
    return tuple(kept)


def goes_further(changes: Changes, nearer: Changes) -> bool:
    """Whether changes are of the same facts as others, each at least as far on the same way."""
    return [one.fact for one in changes] == [one.fact for one in nearer] and all(
        reaches(a, b) for a, b in zip(changes, nearer, strict=True)
    )
