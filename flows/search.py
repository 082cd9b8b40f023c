"""The search for the smallest changes: exhaustive inside each group, added up over the groups.

Groups are independent of each other, so for every number of changes the most points that are
certain is a sum over groups, and nothing is left untried. Waiting is tried separately for each
age that counts alike, because it makes a person older.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import floor

from flows.assess import Assessment
from flows.bounds import pairs
from flows.facts import vocabulary
from flows.groups import Group, View
from flows.moves import Change, exactly, far, moves, reaches
from flows.tables import Tables
from flows.values import Facts, Span, Value

# Ways are told the nearest first, and no more of them than somebody would read.
MOST_WAYS = 20
Changes = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest sets of changes: how many each changes, and the sets, the nearest first.

    `fewer` is the most points that one change less reaches, `reach` the most that any reach;
    None where no passing result can be had so.
    """

    count: int | None
    sets: tuple[Changes, ...]
    fewer: int | None
    reach: int | None


@dataclass(frozen=True, slots=True)
class _Option:
    """Some changes inside one group, and what is certain of the group after them."""

    changes: Changes
    view: View
    weight: float
    wait: float

    @property
    def points(self) -> int:
        return self.view.low or 0


@dataclass(frozen=True, slots=True)
class _Older:
    """A stretch of waiting: the longest wait in it, and the age then where it counts otherwise."""

    wait: float
    age: int | None


class Search:
    """One person under one edition: what is known as cells, and how each fact could move."""

    def __init__(self, ready: Tables, facts: Facts, need: int) -> None:
        self.ready = ready
        self.facts = facts
        self.need = need
        self.masks = ready.masks(facts)
        words = vocabulary()
        self.moves = {
            name: moves(words[name], _told(facts, name), ready.axes) for name in ready.axes
        }

    def smallest(self) -> Found:
        """Return the smallest sets that reach what is needed, over every stretch of waiting."""
        stretches = [
            (older, [self._sound(g, older) for g in self._all]) for older in self._stretches()
        ]
        tried = [(older, options) for older, options in stretches if all(options)]
        best = [_most(options) for _, options in tried]
        reach = max((max(points.values()) for points in best), default=None)
        counts = [k for points in best for k, most in points.items() if most >= self.need]
        if not counts:
            return Found(None, (), None, reach)
        count = min(counts)
        fewer = [most for points in best for k, most in points.items() if k < count]
        sets = {
            self._waited(changes, older)
            for older, options in tried
            for changes in _cheapest(options, count, self.need)
        }
        ranked = sorted(sets, key=self._rank)
        return Found(count, tuple(_nearest(ranked))[:MOST_WAYS], max(fewer, default=None), reach)

    def mended(self, prerequisite: int) -> bool:
        """Whether some change makes sure of a prerequisite."""
        g, i = self.ready.prerequisites[prerequisite]
        return any(option.view.prerequisites[i].met for option in self._options[g])

    def meeting(self, factor: int) -> Changes | None:
        """Return the fewest changes that make sure of a criterion; None where it is sure."""
        g, i = self.ready.factors[factor]
        if self._options[g][0].view.factors[i].least:
            return None
        meeting = [
            option.changes
            for option in self._options[g]
            if option.view.factors[i].least and not option.view.can_fail
        ]
        return min(meeting, key=size, default=None)

    @property
    def _all(self) -> range:
        return range(len(self.ready.columns))

    def _rank(self, changes: Changes) -> tuple[float, list[int], list[tuple[float, str]]]:
        order = self.ready.order
        places = sorted(order[change.fact] for change in changes)
        return size(changes)[1], places, [far(change) for change in changes]

    def _stretches(self) -> Iterator[_Older]:
        """Yield the stretches of waiting in which age counts alike, with the longest wait.

        An age told as a band may still count as it did: only what is certain is counted.
        """
        axis, age = self.ready.axes.get("age"), self.facts.get("age")
        waits = sorted({0.0} | {one.wait for of in self.moves.values() for one in of})
        if axis is None or not isinstance(age, Span):
            yield _Older(waits[-1], None)
            return
        here, found = axis.mask(age), dict[int, _Older]()
        for wait in waits:
            later = Span(age.lo + floor(wait), age.hi + floor(wait))
            there = axis.mask(later)
            alike = there & here
            first = found.get(0 if alike else there)
            then = None if alike else first.age if first else int(later.lo)
            found[0 if alike else there] = _Older(wait, then)
        yield from found.values()

    @cached_property
    def _options(self) -> tuple[tuple[_Option, ...], ...]:
        """Every combination of moves in each group, the unchanged one first."""
        return tuple(
            tuple(self._combined(group, self.masks[place])) for group, place in self.ready.columns
        )

    def _combined(self, group: Group, here: tuple[int, ...]) -> Iterator[_Option]:
        bounds = [
            (group.facts.index(part.id), group.facts.index(whole.id))
            for part, whole in pairs()
            if part.id in group.facts and whole.id in group.facts
        ]
        choices = [
            [(mask, None), *((axis.mask(one.after), one) for one in self.moves[axis.fact.id])]
            for axis, mask in zip(group.axes, here, strict=True)
        ]
        for combination in product(*choices):
            made = [one for _, one in combination]
            if all(self._agree(group, a, b, made[a], made[b]) for a, b in bounds):
                changes = tuple([one for one in made if one is not None])
                yield _Option(
                    changes,
                    group.look(tuple([mask for mask, _ in combination])),
                    sum([one.weight for one in changes]),
                    max([one.wait for one in changes], default=0.0),
                )

    def _agree(
        self, group: Group, a: int, b: int, part: Change | None, whole: Change | None
    ) -> bool:
        """Whether a fact stays within the one that bounds it, where either changes."""
        if part is None and whole is None:
            return True
        fact, bounding = group.axes[a].fact, group.axes[b].fact
        value = part.after if part else _told(self.facts, fact.id)
        bound = whole.after if whole else self.facts.get(bounding.id)
        if isinstance(value, Span) and isinstance(bound, Span):
            return value.lo < bound.hi
        if isinstance(value, str) and isinstance(bound, str):
            return fact.level(value) <= bounding.level(bound)
        return True

    def _sound(self, g: int, older: _Older) -> tuple[_Option, ...]:
        """Return what a group can be made to in a stretch, where no completion fails."""
        options = self._options[g]
        if older.age is not None and "age" in self.ready.columns[g][0].facts:
            options = self._aged(g, older.age)
        now = self._options[g][0].view
        # Nobody is sent to what people must review; who relies on it already may go on.
        relies = now.reviewed is not None and not now.can_fail
        found: dict[tuple[str, ...], list[_Option]] = {}
        for option in options:
            view = option.view
            if option.wait > older.wait or view.can_fail or view.low is None:
                continue
            if view.reviewed is not None and not relies:
                continue
            same = found.setdefault(tuple([one.fact for one in option.changes]), [])
            if not any(
                nearer.points >= option.points and _further(option.changes, nearer.changes)
                for nearer in same
            ):
                same.append(option)
        return tuple([option for same in found.values() for option in same])

    def _aged(self, g: int, age: int) -> tuple[_Option, ...]:
        """Return what waiting makes of age, which nobody chose, so it weighs nothing; or more."""
        group, place = self.ready.columns[g]
        change = Change("age", self.facts.get("age"), exactly(vocabulary()["age"], age), 0.0)
        masks = list(self.masks[place])
        i = group.facts.index("age")
        masks[i] = group.axes[i].mask(change.after)
        further = [
            option
            for option in self._options[g]
            if any(c.fact == "age" and _lower(c) > age for c in option.changes)
        ]
        return (_Option((change,), group.look(tuple(masks)), 0.0, 0.0), *further)

    def _waited(self, changes: Changes, older: _Older) -> Changes:
        """Return changes with the age that their longest wait makes.

        Where they wait less than the stretch does, the age was chosen: it is the line itself.
        """
        age = self.facts.get("age")
        if older.age is None or not isinstance(age, Span):
            return changes
        then = age.lo + floor(max([c.wait for c in changes if c.fact != "age"], default=0.0))
        made = Change("age", age, exactly(vocabulary()["age"], then), 0.0)
        if then < older.age:
            made = [one for one in self.moves["age"] if _lower(one) <= older.age][-1]
        forced = exactly(vocabulary()["age"], older.age)
        return tuple([made if c.fact == "age" and c.after == forced else c for c in changes])


def _lower(change: Change) -> float:
    """Return the least that a number is after a change."""
    return change.after.lo if isinstance(change.after, Span) else 0.0


def _told(facts: Facts, name: str) -> Value | None:
    """Return what was told of a fact, but not what others that it bounds make of it."""
    bounding = any(whole.id == name for _, whole in pairs())
    return None if bounding and name not in facts.told else facts.get(name)


def size(changes: Changes) -> tuple[int, float]:
    """Return how many facts change, and how far they do."""
    return len(changes), sum([change.weight for change in changes])


def blocked(search: Search, result: Assessment) -> tuple[str, ...]:
    """Return the failed prerequisites that no change of a fact can mend."""
    return tuple(
        one.id
        for i, one in enumerate(result.prerequisites)
        if one.met is False and not search.mended(i)
    )


def _most(options: list[tuple[_Option, ...]]) -> dict[int, int]:
    """Return for each number of changes the most points that all groups reach together."""
    best = {0: 0}
    for group in options:
        mine: dict[int, int] = {}
        for option in group:
            k = len(option.changes)
            mine[k] = max(mine.get(k, option.points), option.points)
        then: dict[int, int] = {}
        for (k, points), (more, added) in product(best.items(), mine.items()):
            then[k + more] = max(then.get(k + more, points + added), points + added)
        best = then
    return best


def _cheapest(options: list[tuple[_Option, ...]], count: int, need: int) -> list[Changes]:
    """Return the sets of exactly so many changes that reach the points needed, nearest first."""
    rest = [_most(options[i:]) for i in range(len(options) + 1)]
    kept: dict[tuple[int, int], list[tuple[float, Changes]]] = {(0, 0): [(0.0, ())]}
    for i, group in enumerate(options):
        then: dict[tuple[int, int], list[tuple[float, Changes]]] = {}
        for (k, points), ways in kept.items():
            for option in group:
                total, reached = k + len(option.changes), points + option.points
                most = max([p for k, p in rest[i + 1].items() if k <= count - total], default=None)
                if total > count or most is None or reached + most < need:
                    continue
                same = then.setdefault((total, min(reached, need)), [])
                same += [(weight + option.weight, (*way, *option.changes)) for weight, way in ways]
        kept = {
            key: sorted(ways, key=lambda w: w[0])[: 2 * MOST_WAYS] for key, ways in then.items()
        }
    return [way for (k, _), ways in kept.items() if k == count for _, way in ways]


def _weight(way: tuple[float, Changes]) -> float:
    return way[0]


def _nearest(ranked: list[Changes]) -> Iterator[Changes]:
    """Yield sets, leaving out those that only go further on the way of a nearer one."""
    kept: list[Changes] = []
    for changes in ranked:
        if not any(_further(changes, nearer) for nearer in kept):
            kept.append(changes)
            yield changes


def _further(changes: Changes, nearer: Changes) -> bool:
    """Whether changes are of the same facts as others, each at least as far on the same way."""
    words = vocabulary()
    return [one.fact for one in changes] == [one.fact for one in nearer] and all(
        reaches(a, b, words[a.fact]) for a, b in zip(changes, nearer, strict=True)
    )
