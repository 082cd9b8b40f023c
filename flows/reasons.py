"""Reasons: why a factor came to what it did, said from the trace that made the sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from flows.assess import Assessment
from flows.editions import Edition, alternatives
from flows.facts import vocabulary
from flows.groups import FactorTrace, PartTrace
from flows.message import Message, Messages, Sentences, say
from flows.phrases import said
from flows.tables import rows_of
from flows.texts import failed, unsettled, why
from flows.values import Facts

# What is met, is not, or is still open, as the ids of messages and bars say it.
MARKS: Mapping[bool | None, Literal["met", "not-met", "open"]] = {
    True: "met",
    False: "not-met",
    None: "open",
}


def reason(edition: Edition, trace: FactorTrace, facts: Facts) -> Message:
    """Say why: each part's line of the table, then what the person told about it."""
    parts = tuple(
        part_reason(edition, trace.id, part, single=len(trace.parts) == 1) for part in trace.parts
    )
    whole = parts[0] if len(parts) == 1 else say("why-parts", parts=Sentences(parts))
    if any(part.row is None for part in trace.parts):
        return whole
    names = [name for name in factor_facts(edition, trace.id) if name in facts.told]
    told = tuple(
        said(vocabulary()[name], facts.known.get(name))
        for name in names
        if len(names) == 1 or not _bare(name)
    )
    return say("why-told", why=whole, told=Messages(told)) if told else whole


def _bare(name: str) -> bool:
    """Tell whether an answer is a yes or a no that says nothing beside other answers."""
    fact = vocabulary()[name]
    return fact.kind == "flag" and not fact.worded


def part_reason(edition: Edition, factor: str, part: PartTrace, *, single: bool) -> Message:
    """Say which line of one part's table holds, or that it is still open."""
    row = part.row
    if row is None:
        if edition.decision.kind == "judgement":
            return say("why-not-assessed")
        if edition.decision.kind == "count_of":
            return say("why-criterion-open")
        return say("why-points-open", least=part.least, most=part.most)
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


@cache
def factor_facts(edition: Edition, factor: str) -> tuple[str, ...]:
    """Return the facts that a factor reads, in their order."""
    found: dict[str, None] = {}
    for one in edition.factors:
        if one.id == factor:
            for part in one.tables():
                for _, when in rows_of(part):
                    for way in alternatives(when) if when else ():
                        found.update(dict.fromkeys(way))
    return tuple(found)


def failures(edition: Edition, prerequisites: Iterable[str]) -> tuple[Message, ...]:
    """Say of each prerequisite what it asks, where it is not met."""
    return tuple(failed(edition, one) for one in prerequisites)


def unsettled_points(result: Assessment) -> tuple[tuple[str, Message], ...]:
    """Return the unsettled points that touch a result, each with its text."""
    return tuple((id_, unsettled(result.edition, id_)) for id_ in result.unsettled)
