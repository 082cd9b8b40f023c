"""The texts of an edition: their ids, and the numbers of its rules that fill them.

Texts hold no number that a rule reads. It reaches them as an argument named by its fact:
`$income_hkd`, or, where the rule reads several of one fact, `$business_share_1`,
`$business_share_2` in the order in which it states them. So a changed rule cannot be
contradicted by old words, and `yauchoi check` compares any number that stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from flows.assessing.compiled import rows_of, tables
from flows.assessing.groups import TableRow
from flows.facts.vocabulary import Fact, Vocabulary
from flows.message import Argument, Message, Rule
from flows.rules.condition import Test, When, alternatives, facts_of
from flows.rules.edition import Edition, Factor, Part, Prerequisite

# A fact and one number that a rule reads of it, as words say it: 50 for "below 51".
Stated = tuple[Fact, float]


@dataclass(frozen=True)
class Text:
    """One text that an edition can say.

    `ids` are the names under which it may stand, the first to be tried first; `wanted` is the one
    to write where it stands under none. `args` no language may leave out, `given` are the numbers
    of the rule as further arguments, and `numbers` those that may stand in words.
    """

    edition: str
    ids: tuple[str, ...]
    wanted: str
    args: tuple[tuple[str, Argument], ...] = ()
    given: tuple[tuple[str, Argument], ...] = ()
    numbers: frozenset[float] = frozenset()

    @cached_property
    def message(self) -> Message:
        """The text as a message: under its plainest id, the others before it."""
        rule = Rule(self.ids[:-1], self.given) if self.given or self.ids[1:] else None
        return Message(self.ids[-1], self.args, rule)


def factor_name(edition: Edition, factor: str) -> Message:
    """Name a factor."""
    return _factor_names(edition)[factor].message


def requirement(edition: Edition, prerequisite: str) -> Message:
    """Say what a prerequisite asks."""
    return _failures(edition)[prerequisite].message


def unsettled_point(edition: Edition, point: str) -> Message:
    """Say a point that no source settles; the dated lists add points that no edition states."""
    stated = _unsettled(edition).get(point)
    return (stated or _text(edition, f"unsettled-{{}}-{point}")).message


def stop_heading(edition: Edition) -> Message:
    """Say that a prerequisite is not met."""
    return _stopped(edition).message


def why(edition: Edition, path: str, row: TableRow) -> Message:
    """Say why a row of a table counts; `path` is the factor, with its part where it has several."""
    return _reasons(edition)[path, row.id, row.low].message


@cache
def question(edition: Edition, fact: str) -> Message:
    """Return a question as this edition asks it."""
    return _asked(edition, fact, "").message


@cache
def question_why(edition: Edition, fact: str) -> Message:
    """Say why this edition asks a question."""
    return _asked(edition, fact, "-why").message


def texts(edition: Edition) -> Iterator[Text]:
    """Yield every text of an edition."""
    if edition.prerequisites:
        yield _stopped(edition)
    yield from _failures(edition).values()
    yield from _unsettled(edition).values()
    yield from _factor_names(edition).values()
    yield from _reasons(edition).values()
    for fact in facts_asked(edition):
        yield _asked(edition, fact, "")
        yield _asked(edition, fact, "-why")


def facts_asked(edition: Edition) -> tuple[str, ...]:
    """Return the facts of which an edition asks a person."""
    found = list(tables(edition).facts)
    if edition.route:
        found += [edition.route.fact, *(n for w in edition.route.ways.values() for n in w.asks)]
    return tuple(name for name in dict.fromkeys(found) if not edition.vocabulary[name].derived)


def row_name(row: TableRow) -> str:
    """Return the last word of a reason's id: a band is named by its place on the line."""
    if row.id != "band":
        return row.id
    return "first" if row.low is None else "last" if row.high is None else "band"


def _text(
    edition: Edition,
    form: str,
    stated: Iterable[Stated] = (),
    args: Iterable[tuple[str, Argument]] = (),
    more: Iterable[float] = (),
) -> Text:
    """Build a text whose id is `form` with each of the edition's names in it."""
    numbers = tuple(stated)
    ids = tuple(form.format(words) for words in edition.wording)
    return Text(
        edition.key,
        ids,
        ids[0],
        tuple(args),
        tuple(_arguments(numbers).items()),
        frozenset(n for _, n in numbers) | frozenset(more),
    )


@cache
def _stopped(edition: Edition) -> Text:
    text = _text(edition, "stopped-{}")
    return Text(edition.key, text.ids, text.wanted, given=_of_decision(edition))


@cache
def _failures(edition: Edition) -> Mapping[str, Text]:
    return {
        one.id: _text(edition, f"failed-{{}}-{one.id}", _of_prerequisite(edition.vocabulary, one))
        for one in edition.prerequisites
    }


@cache
def _unsettled(edition: Edition) -> Mapping[str, Text]:
    found = {
        point.id: _text(
            edition, f"unsettled-{{}}-{point.id}", _stated(edition.vocabulary, point.when)
        )
        for point in edition.unsettled
    }
    if any("barred" in str(one.when) for one in edition.prerequisites):
        found["nationality-day"] = _text(edition, "unsettled-{}-nationality-day")
    return found


@cache
def _factor_names(edition: Edition) -> Mapping[str, Text]:
    return {
        factor.id: _text(edition, f"name-{{}}-{factor.id}", _of_factor(edition.vocabulary, factor))
        for factor in edition.factors
    }


@cache
def _reasons(edition: Edition) -> Mapping[tuple[str, str, float | None], Text]:
    found = {}
    for factor in edition.factors:
        for part in factor.tables():
            path = f"{factor.id}-{part.id}" if len(factor.tables()) > 1 else factor.id
            for row, when, numbers in _rows(edition.vocabulary, part):
                form, args = f"why-{{}}-{path}-{row_name(row)}", _filled(edition, row)
                ends = [end for end in (row.low, row.high) if end is not None]
                more = [row.points, *ends, *(end - 1 for end in ends), *_pairs(when), *_most(part)]
                found[path, row.id, row.low] = _text(edition, form, numbers, args, more)
    return found


def _filled(edition: Edition, row: TableRow) -> Iterator[tuple[str, Argument]]:
    """Yield the arguments of a reason that say what a person's result came to."""
    if edition.decision.kind == "additive":
        yield "points", row.points
    if row.id == "band" and row.low is not None:
        yield "low", int(row.low)
    if row.id == "band" and row.high is not None:
        yield "high", int(row.high) - 1
    if row.id == "each":
        yield "count", int(row.low or 0)


@cache
def _asked(edition: Edition, fact: str, suffix: str) -> Text:
    """Return a question, or why it is asked: of this edition, of older words, or of all."""
    plain = f"ask-{fact}{suffix}"
    ids = (*(f"{plain}-{words}" for words in edition.wording), plain)
    stated, points, readers = _of_fact(edition, fact)
    given = dict(_arguments(stated))
    if len(points) == 1:
        given["points"] = points[0]
    for factor in edition.factors:
        for part in factor.tables():
            if part.each and part.each.fact == fact:
                given |= {"points": part.each.points, "up_to": part.each.up_to}
    given |= {"since": edition.day}
    given |= dict(_of_decision(edition)) | dict(_of_route(edition, fact))
    return Text(
        edition.key,
        ids,
        plain,
        given=tuple(given.items()),
        numbers=frozenset(n for _, n in stated) | {*points, readers},
    )


def _of_decision(edition: Edition) -> tuple[tuple[str, Argument], ...]:
    """Return what is needed, and of how much, where that is counted."""
    ends = {"need": edition.decision.threshold, "all": edition.decision.maximum}
    return tuple((name, end) for name, end in ends.items() if end is not None)


def _of_route(edition: Edition, fact: str) -> Iterator[tuple[str, Argument]]:
    """Yield since when first applications are closed, for the question that leads there."""
    if edition.route and edition.route.fact == fact:
        for way in edition.route.ways.values():
            if way.closed_from:
                yield "closed_from", way.closed_from


def _of_fact(edition: Edition, fact: str) -> tuple[list[Stated], list[int], int]:
    """Return what the conditions that read a fact state, their points, and how many factors do."""
    stated = [
        number
        for one in edition.prerequisites
        if fact in facts_of(one.when, one.review)
        for number in _of_prerequisite(edition.vocabulary, one)
    ]
    points: dict[int, None] = {}
    readers = 0
    for factor in edition.factors:
        reads = False
        for part in factor.tables():
            for row, when in rows_of(part):
                if when and fact in facts_of(when):
                    reads = True
                    stated += _stated(edition.vocabulary, when)
                    if row.points:
                        points[row.points] = None
        readers += reads
    return stated, list(points), readers


def _of_prerequisite(words: Vocabulary, one: Prerequisite) -> Iterator[Stated]:
    yield from _stated(words, one.when)
    yield from _stated(words, one.review)


def _of_factor(words: Vocabulary, factor: Factor) -> Iterator[Stated]:
    for part in factor.tables():
        for _, when in rows_of(part):
            yield from _stated(words, when)


def _rows(
    words: Vocabulary, part: Part
) -> Iterator[tuple[TableRow, When | None, tuple[Stated, ...]]]:
    """Yield each row with what it states; one without a condition speaks of the row above it."""
    numbers: tuple[Stated, ...] = ()
    for row, when in rows_of(part):
        if when is not None:
            numbers = tuple(_stated(words, when))
        yield row, when, numbers


def _most(part: Part) -> Iterator[int]:
    """Yield how many count at most, where each counts."""
    if part.each:
        yield part.each.up_to // part.each.points


def _pairs(when: When | None) -> Iterator[int]:
    """Yield 2 where a condition names an option of two: "two or more doctorates"."""
    ways = alternatives(when) if when else ()
    if any("two-" in str(trial) for way in ways for trial in way.values()):
        yield 2


def _stated(words: Vocabulary, when: When | None) -> Iterator[Stated]:
    """Yield the numbers that a condition states, of each fact in its order."""
    for way in alternatives(when) if when else ():
        for name, trial in way.items():
            if isinstance(trial, Test):
                fact = words[name]
                yield from ((fact, number) for number in fact.form.stated(trial))


def _arguments(stated: Iterable[Stated]) -> dict[str, Argument]:
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
