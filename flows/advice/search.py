"""The search for the smallest changes: every combination of moves is tried inside each group.

Waiting makes a person older, and age may then count otherwise. So each wait that brings that
about is searched by itself, with the age that it makes as one of the changed facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import floor

from flows.advice.combine import Changes, Option, enough, goes_further, most, nearest, size
from flows.advice.moves import Change, far, moves, start_of
from flows.assessing.assess import Assessment
from flows.assessing.compiled import Tables
from flows.assessing.groups import Group
from flows.facts.bounds import fits
from flows.facts.known import Facts, Span, exactly


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
class _Wait:
    """How long to wait at most; where that makes an age which counts otherwise, that age."""

    years: float
    age: Change | None = None


class Search:
    """One person under one edition: what is known as cells, and how each fact could move.

    `need` is how many points are enough.
    """

    def __init__(self, ready: Tables, facts: Facts, need: int) -> None:
        self.ready = ready
        self.facts = facts
        self.need = need
        self.masks = ready.masks(facts)
        self.moves = {
            name: moves(axis.fact, start_of(facts, axis.fact), ready.axes)
            for name, axis in ready.axes.items()
        }

    def smallest(self) -> Found:
        """Return the smallest sets that reach what is needed, whatever has to be waited for."""
        waits = [(wait, self._sound(wait)) for wait in self._waits()]
        tried = [(wait, groups) for wait, groups in waits if all(groups)]
        reached = [one for _, groups in tried for one in most(groups).items()]
        reach = max((points for _, points in reached), default=None)
        count = min((k for k, points in reached if points >= self.need), default=None)
        if count is None:
            return Found(None, (), None, reach)
        fewer = max((points for k, points in reached if k < count), default=None)
        sets = [
            changes
            for wait, groups in tried
            for changes in enough(groups, count, self.need)
            if _takes(changes, wait)
        ]
        return Found(count, nearest(sorted(sets, key=self._rank)), fewer, reach)

    def hopeless_prerequisites(self, result: Assessment) -> tuple[str, ...]:
        """Return the failed prerequisites of which no change makes sure."""
        places = zip(result.prerequisites, self.ready.prerequisites, strict=True)
        return tuple(
            one.id
            for one, (g, i) in places
            if one.met is False
            and not any(option.view.prerequisites[i].met for option in self._options[g])
        )

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

    def _rank(self, changes: Changes) -> tuple[float, list[int], list[tuple[float, str]]]:
        order = self.ready.order
        places = sorted(order[change.fact.id] for change in changes)
        return size(changes)[1], places, [far(change) for change in changes]

    def _waits(self) -> Iterator[_Wait]:
        """Yield the longest wait after which age counts as now, and each longer one.

        An age told as a band may still count as it did: only what is certain is counted.
        """
        name = self.facts.vocabulary.age
        axis, age = self.ready.axes.get(name), self.facts.get(name)
        years = sorted({0.0} | {one.wait for of in self.moves.values() for one in of})
        if axis is None or not isinstance(age, Span):
            yield _Wait(years[-1])
            return
        here = axis.mask(age)
        alike = [y for y in years if axis.mask(Span(age.lo + floor(y), age.hi + floor(y))) & here]
        yield _Wait(alike[-1])
        for longer in years:
            if longer not in alike:
                # Nobody chose to be older, so it weighs nothing.
                older = exactly(axis.fact, age.lo + floor(longer))
                yield _Wait(longer, Change(axis.fact, age, older, 0.0))

    @cached_property
    def _options(self) -> tuple[tuple[Option, ...], ...]:
        """Every combination of moves in each group, the unchanged one first."""
        return tuple(tuple(self._combinations(g, None)) for g in range(len(self.ready.columns)))

    def _combinations(self, g: int, aged: Change | None) -> Iterator[Option]:
        """Yield every combination of moves in a group, of somebody who has aged by waiting."""
        group, place = self.ready.columns[g]
        choices = [
            self._choices(axis.fact.id, mask, aged)
            for axis, mask in zip(group.axes, self.masks[place], strict=True)
        ]
        for combination in product(*choices):
            made = {one.fact.id: one for _, one in combination if one is not None}
            if self._agree(group, made):
                changes = tuple(made.values())
                yield Option(
                    changes,
                    group.look(tuple([mask for mask, _ in combination])),
                    size(changes)[1],
                    max([one.wait for one in changes], default=0.0),
                )

    def _choices(
        self, fact: str, mask: int, aged: Change | None
    ) -> Iterator[tuple[int, Change | None]]:
        """Yield the cells of a fact with the move that leads there, first those without one."""
        axis, further = self.ready.axes[fact], self.moves[fact]
        if aged is not None and fact == aged.fact.id:
            yield axis.mask(aged.after), aged
            further = tuple(one for one in further if far(one) > far(aged))
        else:
            yield mask, None
        yield from ((axis.mask(one.after), one) for one in further)

    def _agree(self, group: Group, made: dict[str, Change]) -> bool:
        """Whether every fact of a group stays within the one that bounds it."""
        return all(
            fits(
                part,
                made[part.id].after if part.id in made else start_of(self.facts, part),
                made[whole.id].after if whole.id in made else self.facts.get(whole.id),
                whole,
            )
            for part, whole in self.facts.vocabulary.pairs
            if part.id in group.facts and whole.id in group.facts
        )

    def _sound(self, wait: _Wait) -> list[list[Option]]:
        """Return what each group can be made to in a wait, where no completion fails."""
        found = []
        for g, (group, _) in enumerate(self.ready.columns):
            options = self._options[g]
            now = options[0].view
            # Nobody is sent to what people must review; who relies on it already may go on.
            relies = now.reviewed is not None and not now.can_fail
            if wait.age is not None and wait.age.fact.id in group.facts:
                options = tuple(self._combinations(g, wait.age))
            found.append(_sound(options, wait.years, relies=relies))
        return found


def _sound(options: tuple[Option, ...], years: float, *, relies: bool) -> list[Option]:
    """Return the options that pass in so many years, but not those that go further in vain."""
    found: dict[tuple[str, ...], list[Option]] = {}
    for option in options:
        view = option.view
        if option.wait > years or view.can_fail or view.low is None:
            continue
        if view.reviewed is not None and not relies:
            continue
        same = found.setdefault(tuple([one.fact.id for one in option.changes]), [])
        if not any(
            nearer.points >= option.points and goes_further(option.changes, nearer.changes)
            for nearer in same
        ):
            same.append(option)
    return [option for same in found.values() for option in same]


def _takes(changes: Changes, wait: _Wait) -> bool:
    """Whether changes take so long a wait as ages somebody; with a shorter one they stand alone."""
    return wait.age is None or wait.age not in changes or wait.years in [c.wait for c in changes]
