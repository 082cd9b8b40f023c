"""Reasons: why a factor came to what it did, said from the trace that made the sum."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from flows.assessing.assess import Assessment
from flows.assessing.compiled import rows_of
from flows.assessing.decisions import kind_of
from flows.assessing.groups import FactorTrace, PartTrace
from flows.assessing.texts import requirement, unsettled_point, why
from flows.facts.bounds import still_possible
from flows.facts.cells import Axis
from flows.facts.in_words import say_value
from flows.facts.known import Facts
from flows.facts.vocabulary import Fact
from flows.message import Message, Messages, Sentences, say
from flows.rules.condition import All, alternatives
from flows.rules.edition import Edition


def reason(edition: Edition, trace: FactorTrace, facts: Facts) -> Message:
    """Say why: each part's line of the table, then what the person told about it."""
    whole = rule(edition, trace)
    for part in trace.parts:
        if part.row is None:
            return whole
    names = told_of(edition, trace.id, facts)
    if not names:
        return whole
    kinds, known = facts.vocabulary, facts.known
    told = [
        say_value(kinds[name], known.get(name))
        for name in names
        if len(names) == 1 or not _bare(kinds[name])
    ]
    return say("why-told", why=whole, told=Messages(tuple(told))) if told else whole


def rule(edition: Edition, trace: FactorTrace) -> Message:
    """Say which line of each part's table holds."""
    parts = trace.parts
    if len(parts) == 1:
        return part_reason(edition, trace.id, parts[0], single=True)
    lines = [part_reason(edition, trace.id, part, single=False) for part in parts]
    return say("why-parts", parts=Sentences(tuple(lines)))


def told_of(edition: Edition, factor: str, facts: Facts) -> tuple[str, ...]:
    """Return the facts that a person told and that a factor still reads."""
    told = facts.told
    read, ways = _facts_and_ways(edition, factor)
    # What is read first is never idle.
    if not ways or told.isdisjoint(read[1:]):
        return tuple([name for name in read if name in told])
    return tuple([name for name in bearing(edition, factor, facts) if name in told])


def bearing(edition: Edition, factor: str, facts: Facts) -> tuple[str, ...]:
    """Return the facts that still bear on a factor, in the order in which it reads them.

    Where an earlier fact of a condition fails, the later ones no longer apply: no STEM subject
    without the degree.
    """
    names, ways = _facts_and_ways(edition, factor)
    if not ways:
        return names
    # Not remembered from one person to the next: what was told would be a key of that memory.
    known = facts.known
    found: dict[str, None] = {}
    for way in ways:
        for axis, passing in way:
            fact = axis.fact
            found[fact.id] = None
            value = still_possible(fact, facts, anew=False) if fact.at_most else known.get(fact.id)
            if not axis.mask(value) & passing:
                break
    return tuple(found)


@cache
def _facts_and_ways(
    edition: Edition, factor: str
) -> tuple[tuple[str, ...], tuple[tuple[tuple[Axis, int], ...], ...]]:
    """Return the facts of a factor, and each way in which a row holds: axes with what passes.

    No ways where each reads one fact: no answer makes another one idle.
    """
    ways: list[All] = []
    for one in edition.factors:
        if one.id == factor:
            for part in one.tables():
                for _, when in rows_of(part):
                    ways += alternatives(when) if when else ()
    names = tuple(dict.fromkeys(name for way in ways for name in way))
    several = any(len(way) > 1 for way in ways)
    return names, tuple(_passing(edition, way) for way in ways) if several else ()


def _passing(edition: Edition, way: All) -> tuple[tuple[Axis, int], ...]:
    pairs = [(edition.vocabulary[name], trial) for name, trial in way.items()]
    axes = [
        (fact.form.axis(fact, fact.form.cuts(fact, trial), frozenset()), trial)
        for fact, trial in pairs
    ]
    return tuple((axis, axis.passes(trial)) for axis, trial in axes)


def _bare(fact: Fact) -> bool:
    """Tell whether an answer is a yes or a no that says nothing beside other answers."""
    return fact.form.bare and not fact.worded


def part_reason(edition: Edition, factor: str, part: PartTrace, *, single: bool) -> Message:
    """Say which line of one part's table holds, or that it is still open."""
    row = part.row
    if row is None:
        return kind_of(edition).open_part(part)
    path = factor if single else f"{factor}-{part.id}"
    return why(edition, path, row)


def part_reasons(
    edition: Edition, trace: FactorTrace
) -> tuple[tuple[str, int | None, Message], ...]:
    """Return (part, points once certain, reason) for a factor of several parts; else nothing."""
    if len(trace.parts) == 1:
        return ()
    return tuple(
        (
            part.id,
            part.least if part.least == part.most else None,
            part_reason(edition, trace.id, part, single=False),
        )
        for part in trace.parts
    )


def factor_facts(edition: Edition, factor: str) -> tuple[str, ...]:
    """Return the facts that a factor reads, in their order."""
    return _facts_and_ways(edition, factor)[0]


def failures(edition: Edition, prerequisites: Iterable[str]) -> tuple[Message, ...]:
    """Say of each prerequisite what it asks, where it is not met."""
    return tuple(requirement(edition, one) for one in prerequisites)


def unsettled_points(result: Assessment) -> tuple[tuple[str, Message], ...]:
    """Return the unsettled points that touch a result, each with its text."""
    return tuple((id_, unsettled_point(result.edition, id_)) for id_ in result.unsettled)
