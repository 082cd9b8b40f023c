"""Advice: the smallest sets of changes that reach the threshold, and proof that fewer do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import floor

from flows.advice.combine import Changes, size
from flows.advice.search import Search
from flows.assessing.assess import Assessment, assess, tables_on
from flows.assessing.compiled import Tables
from flows.facts.bounds import bind
from flows.facts.cells import Axis
from flows.facts.known import Facts, Span, Value, exactly
from flows.rules.edition import Edition


@dataclass(frozen=True, slots=True)
class Way:
    """A set of changes that reaches the threshold, with the score that is certain then.

    `wait` is the least number of years that it takes by the calendar; `before_age` an age at
    which the person would count less, where that could come sooner than the wait is over.
    """

    changes: Changes
    score: int | None
    wait: float
    before_age: int | None


@dataclass(frozen=True, slots=True)
class Nearest:
    """A criterion that is not sure to be met, with the fewest changes that would meet it."""

    factor: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Advice:
    """What would change a result.

    `fewest` counts the changed facts of the smallest sets that reach the threshold, and `ways`
    are those sets, the nearest first; None where no change that a person can make is enough.
    `fewer` is the most points that one change less reaches, `reach` the most that any changes
    reach; None where the prerequisites cannot be had so. `blocked` are the failed prerequisites
    that no change mends. `nearest` is for tests that count criteria: what is still to be met.
    `untold` are the facts that are not known and could still count.
    """

    result: Assessment
    short_by: int | None
    fewest: int | None
    ways: tuple[Way, ...] = ()
    fewer: int | None = None
    reach: int | None = None
    blocked: tuple[str, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    untold: tuple[str, ...] = ()


def advise(edition: Edition, facts: Facts, on: date) -> Advice:
    """Find the smallest changes that reach the threshold of an edition on a day.

    What is not told stays open and counts as little as it may; where nothing is counted, the
    goal is that people look at it. Raises FactError where facts contradict their route.
    """
    result = assess(edition, facts, on)
    decision = edition.decision
    short = None
    if decision.threshold is not None and result.least is not None:
        short = max(0, decision.threshold - result.least)
    if result.outcome == "closed":
        return Advice(result, short, None)
    ready = tables_on(edition, on)
    search = Search(ready, facts, ready.kind.goal(decision))
    nearest = _nearest(search, edition) if ready.kind.by_criterion else ()
    if result.outcome in {"meets", "review"}:
        return Advice(result, short, 0, nearest=nearest, untold=tuple(result.missing))
    found = search.smallest()
    if found.count == 0:
        # Whoever relies on other proof is reviewed, or meets it where it turns out a degree.
        return Advice(result, short, 0, nearest=nearest, untold=tuple(result.missing))
    ways = tuple(_way(ready, facts, on, changes) for changes in found.sets)
    return Advice(
        result,
        short,
        found.count,
        ways=ways,
        fewer=found.fewer,
        reach=found.reach,
        blocked=search.hopeless_prerequisites(result),
        nearest=nearest,
        untold=_untold(result, facts, on),
    )


def apply_changes(facts: Facts, changes: Changes) -> Facts:
    """Return facts with changes made. Raises FactError where they contradict each other."""
    known = dict(facts.known) | {change.fact.id: change.after for change in changes}
    told = facts.told | {change.fact.id for change in changes}
    bind(facts.vocabulary, known, told)
    return Facts(facts.vocabulary, known, told)


def _untold(result: Assessment, facts: Facts, on: date) -> tuple[str, ...]:
    """Return what is not known and could still count, were the failed prerequisites met."""
    edition = result.edition
    if result.outcome != "ineligible" or not result.kind.adds_up:
        return tuple(result.missing)
    failed = result.failed_on
    known = {name: value for name, value in facts.known.items() if name not in failed}
    told = facts.told - failed
    bind(facts.vocabulary, known, told)
    missing = assess(edition, Facts(facts.vocabulary, known, told), on).missing
    return tuple(name for name in missing if name not in failed)


def _way(ready: Tables, facts: Facts, on: date, changes: Changes) -> Way:
    """Return what a set of changes comes to, and what could come before it."""
    then = apply_changes(facts, changes)
    score = assess(ready.edition, then, on).least
    wait = max(change.wait for change in changes)
    words = facts.vocabulary
    for line in _age_lines(facts.get(words.age), ready.axes.get(words.age), wait):
        age = exactly(words[words.age], line)
        older = Facts(words, dict(then.known) | {words.age: age}, then.told)
        result = assess(ready.edition, older, on)
        if result.outcome == "ineligible" or (result.least or 0) < (score or 0):
            return Way(changes, score, wait, line)
    return Way(changes, score, wait, None)


def _nearest(search: Search, edition: Edition) -> tuple[Nearest, ...]:
    found = [
        Nearest(factor.id, changes)
        for i, factor in enumerate(edition.factors)
        if (changes := search.meeting(i))
    ]
    # As a person would name them: by how hard they are, whatever number of answers that takes.
    return tuple(sorted(found, key=lambda one: size(one.changes)[::-1]))


def _age_lines(age: Value | None, axis: Axis | None, wait: float) -> Iterator[int]:
    """Yield the ages at which somebody counts otherwise, where a wait may bring them."""
    if wait == 0 or not isinstance(age, Span) or axis is None:
        return
    here = axis.mask(age)
    later = axis.mask(Span(age.lo, age.hi + floor(wait) + 1)) & ~here
    for i, cell in enumerate(axis.cells()):
        # Where the youngest that was told is past the line by then, the way counts it already.
        if later >> i & 1 and isinstance(cell, int) and age.lo + floor(wait) < cell:
            yield cell
