"""The numbers that rules state, as words say them: 50 for "below 51"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.assessing.compiled import rows_of
from flows.assessing.groups import TableRow
from flows.facts.vocabulary import Fact, Vocabulary
from flows.message import Argument
from flows.rules.condition import Test, When, alternatives, facts_of
from flows.rules.edition import Edition, Factor, Part, Prerequisite

# A fact and one number that a rule reads of it, as words say it.
Number = tuple[Fact, float]


def of_fact(edition: Edition, fact: str) -> tuple[list[Number], list[int], int]:
    """Return what the conditions that read a fact state, their points, and how many factors do."""
    stated = [
        number
        for one in edition.prerequisites
        if fact in facts_of(one.when, one.review)
        for number in of_prerequisite(edition.vocabulary, one)
    ]
    points: dict[int, None] = {}
    readers = 0
    for factor in edition.factors:
        reads = False
        for part in factor.tables():
            for row, when in rows_of(part):
                if when and fact in facts_of(when):
                    reads = True
                    stated += numbers_in(edition.vocabulary, when)
                    if row.points:
                        points[row.points] = None
        readers += reads
    return stated, list(points), readers


def of_prerequisite(words: Vocabulary, one: Prerequisite) -> Iterator[Number]:
    """Yield the numbers that a prerequisite states."""
    yield from numbers_in(words, one.when)
    yield from numbers_in(words, one.review)


def of_factor(words: Vocabulary, factor: Factor) -> Iterator[Number]:
    """Yield the numbers that a factor states, of each part in its order."""
    for part in factor.tables():
        for _, when in rows_of(part):
            yield from numbers_in(words, when)


def rows_with_numbers(
    words: Vocabulary, part: Part
) -> Iterator[tuple[TableRow, When | None, tuple[Number, ...]]]:
    """Yield each row with what it states; one without a condition speaks of the row above it."""
    numbers: tuple[Number, ...] = ()
    for row, when in rows_of(part):
        if when is not None:
            numbers = tuple(numbers_in(words, when))
        yield row, when, numbers


def most_of(part: Part) -> Iterator[int]:
    """Yield how many count at most, where each counts."""
    if part.each:
        yield part.each.up_to // part.each.points


def pairs_in(when: When | None) -> Iterator[int]:
    """Yield 2 where a condition names an option of two: "two or more doctorates"."""
    ways = alternatives(when) if when else ()
    if any("two-" in str(trial) for way in ways for trial in way.values()):
        yield 2


def numbers_in(words: Vocabulary, when: When | None) -> Iterator[Number]:
    """Yield the numbers that a condition states, of each fact in its order."""
    for way in alternatives(when) if when else ():
        for name, trial in way.items():
            if isinstance(trial, Test):
                fact = words[name]
                yield from ((fact, number) for number in fact.form.stated(trial))


def arguments_of(stated: Iterable[Number]) -> dict[str, Argument]:
    """Name what is stated: by its fact, and by its place where there are several."""
    found: dict[Fact, dict[float, None]] = {}
    for fact, number in stated:
        found.setdefault(fact, {})[number] = None
    args: dict[str, Argument] = {}
    for fact, numbers in found.items():
        single = len(numbers) == 1
        for i, number in enumerate(numbers, 1):
            args[fact.id if single else f"{fact.id}_{i}"] = fact.form.number(fact, number)
    return args
