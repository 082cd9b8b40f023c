"""Questions: the options of a fact, cut where the asking edition's thresholds lie; and answers."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from flows.assessing.assess import Assessment, tables_on
from flows.assessing.cells import Axis, Line
from flows.dialogue.reply import Choice, look
from flows.dialogue.session import Session
from flows.facts.bounds import limited
from flows.facts.from_json import read_facts
from flows.facts.in_words import TONGUES, said, stretch
from flows.facts.known import Facts, Span, after, banded, domain, exactly, plain
from flows.facts.vocabulary import Fact, Vocabulary
from flows.message import Argument, Nation, say


def _option(id_: str, label: Argument, value: Any) -> Choice:
    return Choice(id_, label, value=value)


def options(
    fact_id: str, asked_by: Assessment, facts: Facts, *, anew: bool = False
) -> tuple[Choice, ...]:
    """Return the options of a question that are possible after what was told.

    Asked `anew`, to change an answer, the earlier one does not count.
    """
    fact = asked_by.edition.vocabulary[fact_id]
    if fact.kind == "day":
        return () if fact.derived else _days(fact, asked_by)
    if fact.kind == "nation":
        return _nations(asked_by)
    if fact.numeric:
        return _bands(fact, asked_by, facts, anew=anew)
    if fact.kind != "choice":
        return _same(fact)
    left = limited(fact, facts, anew=anew)
    return tuple(one for one in _same(fact) if not isinstance(left, frozenset) or one.value in left)


@cache
def _same(fact: Fact) -> tuple[Choice, ...]:
    """Return the options of a question that are the same whatever was told."""
    if fact.kind == "languages":
        return tuple(
            _option(name, say(f"option-languages-{name}"), list(codes))
            for codes in TONGUES
            for name in ["-".join(codes) or "none"]
        )
    if fact.kind == "set":
        some = fact.options[-1]
        return (
            _option("none", say(f"option-{fact.id}-none"), []),
            _option("some", say(f"option-{fact.id}-{some}"), [some]),
            _option("rather-not", say(f"option-{fact.id}-rather-not"), None),
        )
    if fact.kind == "flag":
        # A typed "no" must not pass for an answer that it may not be.
        ids = ("holds", "fails") if fact.worded else ("yes", "no")
        return tuple(
            _option(id_, said(fact, value), value)
            for id_, value in zip(ids, (True, False), strict=True)
        )
    return tuple(_option(option, said(fact, option), option) for option in fact.options)


def _bands(fact: Fact, asked_by: Assessment, facts: Facts, *, anew: bool) -> tuple[Choice, ...]:
    axis = axis_of(fact.id, asked_by)
    if not isinstance(axis, Line):
        return _one_by_one(fact)
    told = facts.known.get(fact.id) if fact.id in facts.told and not anew else None
    possible = axis.mask(limited(fact, facts, anew=anew))
    if isinstance(told, Span) and told.exact is None:
        # What somebody told is in no cache.
        return _cut(fact, axis.cuts, possible, told)
    return _cut_whole(fact, axis.cuts, possible)


def told(vocabulary: Vocabulary, fact: str, value: Any, on: date) -> Argument:
    """Say an answer back as it was told; None is "not sure"."""
    return said(vocabulary[fact], read_facts(vocabulary, {fact: value}, on).get(fact))


def answers(vocabulary: Vocabulary, session: Session) -> tuple[Choice, ...]:
    """Return what was told, to choose an answer from."""
    return tuple(
        look(
            one.fact,
            say(
                "review-line",
                fact=say(f"fact-{one.fact}"),
                told=said(vocabulary[one.fact], one.known),
            ),
        )
        for one in session.answers
    )


# As many numbers as fit a screen; further ones are typed.
_SHOWN = 6


def _one_by_one(fact: Fact) -> tuple[Choice, ...]:
    """Return the first numbers of a fact that no test reads."""
    least, most = int(fact.least or 0), int(fact.most or 0)
    return tuple(
        _option(f"number{n}", stretch(fact, Span(n, n + 1, n)), n)
        for n in range(least, min(most, least + _SHOWN - 1) + 1)
    )


@lru_cache(maxsize=4096)
def _cut_whole(fact: Fact, cuts: tuple[float, ...], possible: int) -> tuple[Choice, ...]:
    return _cut(fact, cuts, possible, Span(*domain(fact)))


def _cut(fact: Fact, cuts: tuple[float, ...], possible: int, limits: Span) -> tuple[Choice, ...]:
    """Return the possible cells of a number as options, within what was told."""
    start, end = domain(fact)
    edges = (start, *cuts, end)
    found = []
    for i, (low, high) in enumerate(pairwise(edges)):
        if possible >> i & 1:
            low, high = max(low, limits.lo), min(high, limits.hi)  # noqa: PLW2901
            span = exactly(fact, low) if high == after(fact, low) else Span(low, high)
            value = banded(fact, span) if span.exact is None else plain(span.exact)
            found.append(_option(f"band{i}", stretch(fact, span), value))
    return tuple(found)


def axis_of(fact: str, asked_by: Assessment) -> Axis | None:
    """Return the axis on which an edition reads a fact."""
    return tables_on(asked_by.edition, asked_by.on).axes.get(fact)


def _nations(asked_by: Assessment) -> tuple[Choice, ...]:
    barred = asked_by.edition.scheme.barred(asked_by.on)
    none = _option("other", say("option-nationality-none-of-these"), "other")
    return (none, *(_option(code, Nation(code), code) for code in sorted(barred)))


def _days(fact: Fact, asked_by: Assessment) -> tuple[Choice, ...]:
    """Return the options of a day that matters only by the time for a report."""
    route = asked_by.edition.route
    within = route.within_days(fact.id) if route else None
    if within is None:
        return ()
    limit = date.fromordinal(asked_by.on.toordinal() - within).isoformat()
    return (
        _option("recent", say(f"option-{fact.id}-recent"), {"from": limit}),
        _option("earlier", say(f"option-{fact.id}-earlier"), {"below": limit}),
    )
