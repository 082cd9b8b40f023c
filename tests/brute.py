"""A second, plain and slow reading of advice: every set of changes is tried, smallest first.

Written from docs/decisions/0007 and from what `facts.yaml` says of each fact; thresholds are
read off the conditions of an edition. Each candidate is a person told anew as JSON values, who
is read and assessed like anybody else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product
from typing import Any

from flows.assessing.assess import assess
from flows.facts.known import FactError, Span
from flows.facts.vocabulary import Fact
from flows.library import Scheme
from flows.rules.condition import Test as Trying
from flows.rules.condition import Trial, When
from flows.rules.edition import Bands, Edition, Part
from tests.shelf import read_facts, vocabulary

Raw = Mapping[str, Any]
UNNAMED = ("other", "another")


@dataclass(frozen=True)
class Move:
    """One answer told anew, and the least number of years that it takes."""

    fact: str
    after: Any
    wait: float = 0


@dataclass(frozen=True)
class Verdict:
    """What is certain of a candidate: the goal, and the score where nothing can fail."""

    reaches: bool
    sure: int | None


@dataclass(frozen=True)
class Searched:
    """The sets that reach the goal, of the least size; and the best score with one less.

    `fewest` is None where no set up to the limit reaches it.
    """

    fewest: int | None
    sets: tuple[dict[str, Any], ...]
    fewer: int | None


# ---------------------------------------------------------------- what an edition reads


def conditions(edition: Edition) -> Iterator[tuple[str, Trial]]:
    """Give every trial of every fact that an edition makes."""
    whens: list[When | None] = [one.when for one in edition.prerequisites]
    whens += [one.review for one in edition.prerequisites]
    for table in tables_of(edition):
        whens += [row.when for row in table.rows or ()]
        whens.append(table.met)
    for when in whens:
        for way in (when,) if isinstance(when, dict) else when or ():
            yield from way.items()


def tables_of(edition: Edition) -> Iterator[Part]:
    """Give every table of every factor."""
    for factor in edition.factors:
        yield from factor.tables()


@cache
def lines(edition: Edition) -> dict[str, tuple[float, ...]]:
    """Give the thresholds of each fact that an edition reads; none where it is no number."""
    found: dict[str, set[float]] = {}
    for fact, trial in conditions(edition):
        found.setdefault(fact, set())
        if isinstance(trial, Trying):
            found[fact] |= {n for n in (trial.from_, trial.below) if isinstance(n, float)}
            if isinstance(trial.above, float):
                found[fact].add(math.nextafter(trial.above, math.inf))
    for table in tables_of(edition):
        if table.bands is not None:
            found.setdefault(table.bands.fact, set()).update(ends(table.bands))
        if table.each is not None:
            steps = table.each.up_to // table.each.points
            found.setdefault(table.each.fact, set()).update(range(1, steps + 1))
    return {fact: tuple(sorted(cuts)) for fact, cuts in found.items()}


def ends(bands: Bands) -> Iterator[float]:
    """Give the ends of bands."""
    for row in bands.rows:
        yield from (n for n in (row.from_, row.below) if n is not None)


def targets(edition: Edition, fact: Fact) -> tuple[float, ...]:
    """Give the thresholds of a number, and those of what it bounds."""
    read = lines(edition)
    names = [fact.id, *(one.id for one in vocabulary().values() if one.at_most == fact.id)]
    return tuple(sorted({cut for name in names for cut in read.get(name, ())}))


# ---------------------------------------------------------------- how an answer can move


def told_ends(fact: Fact, value: Any) -> tuple[float, float]:
    """Give the least that a told number may be, and where it ends; of an age, the next birthday."""
    if isinstance(value, dict):
        low, high = value.get("from"), value.get("below")
        least = fact.least or 0
        return least if low is None else low, math.inf if high is None else high
    return value, value + 1 if fact.kind == "whole" else value


def moves(edition: Edition, fact: Fact, value: Any) -> Iterator[Move]:
    """Give every move of one answer; None is one that was not told."""
    if fact.changes == "fixed":
        return
    if fact.numeric:
        yield from number_moves(edition, fact, value)
    elif fact.kind == "flag":
        for after in (True,) if fact.better else (True, False):
            if after != value:
                yield Move(fact.id, after)
    elif fact.kind == "choice":
        yield from (Move(fact.id, after) for after in better_options(fact, value))
    elif fact.kind == "languages":
        yield from (Move(fact.id, after) for after in more_languages(value))


def number_moves(edition: Edition, fact: Fact, value: Any) -> Iterator[Move]:
    """A number moves up to a threshold; years that were not told may be none, and wait as long."""
    if value is None and fact.unit == "age":
        return
    low, high = -math.inf, math.inf
    if value is not None:
        low, high = told_ends(fact, value)
    elif fact.changes == "time":
        low = high = 0
    for cut in targets(edition, fact):
        if cut > low:
            after = int(cut) if cut == int(cut) else cut
            yield Move(fact.id, after, max(0, cut - high) if fact.changes == "time" else 0)


def better_options(fact: Fact, value: str | None) -> Iterator[str]:
    """Ranked options move to a later one of at least the same rank, others to any."""
    if not fact.levels:
        yield from (option for option in fact.options if option != value)
        return
    place = 0 if value is None else fact.options.index(value)
    for later in fact.options[place + 1 :]:
        if fact.level(later) >= fact.level(fact.options[place]):
            yield later


def more_languages(value: list[str] | None) -> Iterator[list[str]]:
    """Languages grow by Chinese, by English, and by others up to two."""
    have = list(dict.fromkeys(one.lower() for one in value or ()))
    official = [one for one in ("chinese", "english") if one not in have]
    spare = [one for one in UNNAMED if one not in have]
    others = sum(one not in {"chinese", "english"} for one in have)
    for count in range(len(official) + 1):
        for learnt in combinations(official, count):
            for more in range(max(0, 2 - others) + 1):
                if learnt or more:
                    yield [*have, *learnt, *spare[:more]]


# ---------------------------------------------------------------- one person


class Brute:
    """One person under an edition, told as JSON values, and all that they could tell instead."""

    def __init__(self, scheme: Scheme, edition: Edition, raw: Raw, on: date) -> None:
        self.scheme, self.edition, self.on = scheme, edition, on
        self.raw = {name: value for name, value in raw.items() if value is not None}
        age = read_facts(raw, on).known.get("age")
        self.age = age if isinstance(age, Span) else None
        self.age_lines = lines(edition).get("age", ()) if self.age else ()
        facts = vocabulary()
        read = [*lines(edition), *(facts[n].at_most for n in lines(edition))]
        names = [name for name in facts if name in read]
        self.moves = {name: tuple(moves(edition, facts[name], self.told(name))) for name in names}
        self.counted = edition.decision.kind in {"additive", "count_of"}
        self.seen: dict[str, Verdict | None] = {}

    def told(self, name: str) -> Any:
        """What was told of a fact; a birth date tells the age."""
        if name == "age" and self.age is not None:
            return {"from": self.age.lo, "below": self.age.hi}
        return self.raw.get(name)

    def older(self, made: Iterable[Move]) -> int | None:
        """The age that the longest wait makes of the youngest told, where all of it counts anew."""
        if self.age is None:
            return None
        years = math.floor(max((move.wait for move in made), default=0))
        told = {self.stretch(age) for age in range(int(self.age.lo), int(self.age.hi))}
        then = {self.stretch(age + years) for age in range(int(self.age.lo), int(self.age.hi))}
        return int(self.age.lo) + years if told.isdisjoint(then) else None

    def stretch(self, age: int) -> int:
        """Which of the stretches between lines an age lies in."""
        return sum(age >= cut for cut in self.age_lines)

    def told_anew(self, changes: Mapping[str, Any]) -> dict[str, Any]:
        """Give what the person would tell after changes; a new age is told without a birth date."""
        anew = {**self.raw, **changes}
        if "age" in changes:
            anew.pop("birth_date", None)
        return anew

    def judged(self, changes: Mapping[str, Any]) -> Verdict | None:
        """Judge what is told after changes; None where facts that bound each other contradict."""
        key = repr(sorted(changes.items()))
        if key not in self.seen:
            self.seen[key] = self.judge(changes)
        return self.seen[key]

    def judge(self, changes: Mapping[str, Any]) -> Verdict | None:
        anew = self.told_anew(changes)
        try:
            facts = read_facts(anew, self.on)
        except FactError:
            return None
        result = assess(self.edition, facts, self.on)
        # Nobody is sent to what people judge; who told of other proof may stay there.
        if "other_proof" in changes and anew.get("degree") in {None, "none"}:
            return Verdict(reaches=False, sure=None)
        relies = anew.get("other_proof") is True
        sure = all(one.met or (one.id == "education" and relies) for one in result.prerequisites)
        if not self.counted:
            return Verdict(result.outcome == "review", result.least if sure else None)
        if not sure or result.least is None:
            return Verdict(reaches=False, sure=None)
        return Verdict(result.least >= (self.edition.decision.threshold or 0), result.least)

    def sets_of(self, count: int) -> Iterator[dict[str, Any]]:
        """Give every set that changes so many facts, age included where the wait brings it."""
        for names in combinations([name for name, found in self.moves.items() if found], count):
            for made in product(*(self.moves[name] for name in names)):
                then = self.older(made)
                changes = {move.fact: move.after for move in made}
                if then is None or ("age" in changes and changes["age"] >= then):
                    yield changes
        for names in (
            combinations([n for n in self.moves if n != "age"], count - 1) if count else ()
        ):
            for made in product(*(self.moves[name] for name in names)):
                then = self.older(made)
                if then is not None:
                    yield {**{move.fact: move.after for move in made}, "age": then}

    def search(self, limit: int) -> Searched:
        """Try every set, smallest first, up to so many changes."""
        best: int | None = None
        for count in range(limit + 1):
            reaching, now = [], best
            for changes in self.sets_of(count):
                verdict = self.judged(changes)
                if verdict is None:
                    continue
                if verdict.reaches:
                    reaching.append(changes)
                if verdict.sure is not None:
                    now = verdict.sure if now is None else max(now, verdict.sure)
            if reaching:
                return Searched(count, tuple(reaching), best)
            best = now
        return Searched(None, (), best)
