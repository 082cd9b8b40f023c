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

from flows.assessing.compiled import tables
from flows.assessing.decisions import kind_of
from flows.assessing.groups import TableRow
from flows.assessing.numbers import (
    Number,
    arguments_of,
    most_of,
    numbers_in,
    of_fact,
    of_factor,
    of_prerequisite,
    pairs_in,
    rows_with_numbers,
)
from flows.message import Argument, Message, Rule
from flows.rules.edition import Edition


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
    stated = _unsettled_texts(edition).get(point)
    return (stated or _text(edition, f"unsettled-{{}}-{point}")).message


def stop_heading(edition: Edition) -> Message:
    """Say that a prerequisite is not met."""
    return _stop_text(edition).message


def why(edition: Edition, path: str, row: TableRow) -> Message:
    """Say why a row of a table counts; `path` is the factor, with its part where it has several."""
    return _reasons(edition)[path, row.id, row.low].message


@cache
def question(edition: Edition, fact: str) -> Message:
    """Return a question as this edition asks it."""
    return _question_text(edition, fact, "").message


@cache
def question_why(edition: Edition, fact: str) -> Message:
    """Say why this edition asks a question."""
    return _question_text(edition, fact, "-why").message


def texts(edition: Edition) -> Iterator[Text]:
    """Yield every text of an edition."""
    if edition.prerequisites:
        yield _stop_text(edition)
    yield from _failures(edition).values()
    yield from _unsettled_texts(edition).values()
    yield from _factor_names(edition).values()
    yield from _reasons(edition).values()
    for fact in facts_to_ask(edition):
        yield _question_text(edition, fact, "")
        yield _question_text(edition, fact, "-why")


def facts_to_ask(edition: Edition) -> tuple[str, ...]:
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
    stated: Iterable[Number] = (),
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
        tuple(arguments_of(numbers).items()),
        frozenset(n for _, n in numbers) | frozenset(more),
    )


@cache
def _stop_text(edition: Edition) -> Text:
    text = _text(edition, "stopped-{}")
    return Text(edition.key, text.ids, text.wanted, given=_of_decision(edition))


@cache
def _failures(edition: Edition) -> Mapping[str, Text]:
    return {
        one.id: _text(edition, f"failed-{{}}-{one.id}", of_prerequisite(edition.vocabulary, one))
        for one in edition.prerequisites
    }


@cache
def _unsettled_texts(edition: Edition) -> Mapping[str, Text]:
    found = {
        point.id: _text(
            edition, f"unsettled-{{}}-{point.id}", numbers_in(edition.vocabulary, point.when)
        )
        for point in edition.unsettled
    }
    if any("barred" in str(one.when) for one in edition.prerequisites):
        point = edition.nation_point
        found[point] = _text(edition, f"unsettled-{{}}-{point}")
    return found


@cache
def _factor_names(edition: Edition) -> Mapping[str, Text]:
    return {
        factor.id: _text(edition, f"name-{{}}-{factor.id}", of_factor(edition.vocabulary, factor))
        for factor in edition.factors
    }


@cache
def _reasons(edition: Edition) -> Mapping[tuple[str, str, float | None], Text]:
    found = {}
    for factor in edition.factors:
        for part in factor.tables():
            path = f"{factor.id}-{part.id}" if len(factor.tables()) > 1 else factor.id
            for row, when, numbers in rows_with_numbers(edition.vocabulary, part):
                form, args = f"why-{{}}-{path}-{row_name(row)}", _result_arguments(edition, row)
                ends = [end for end in (row.low, row.high) if end is not None]
                more = [
                    row.points,
                    *ends,
                    *(end - 1 for end in ends),
                    *pairs_in(when),
                    *most_of(part),
                ]
                found[path, row.id, row.low] = _text(edition, form, numbers, args, more)
    return found


def _result_arguments(edition: Edition, row: TableRow) -> Iterator[tuple[str, Argument]]:
    """Yield the arguments of a reason that say what a person's result came to."""
    yield from kind_of(edition).arguments(row)
    if row.id == "band" and row.low is not None:
        yield "low", int(row.low)
    if row.id == "band" and row.high is not None:
        yield "high", int(row.high) - 1
    if row.id == "each":
        yield "count", int(row.low or 0)


@cache
def _question_text(edition: Edition, fact: str, suffix: str) -> Text:
    """Return a question, or why it is asked: of this edition, of older words, or of all."""
    plain = f"ask-{fact}{suffix}"
    ids = (*(f"{plain}-{words}" for words in edition.wording), plain)
    stated, points, readers = of_fact(edition, fact)
    given = dict(arguments_of(stated))
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
    """Yield since when first applications are closed, and how soon what changed is reported."""
    for way in edition.route.ways.values() if edition.route else ():
        if edition.route and edition.route.fact == fact and way.closed_from:
            yield "closed_from", way.closed_from
        if way.report and fact in {way.report.reported, way.report.since}:
            yield "within_days", way.report.within_days
