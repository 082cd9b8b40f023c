"""Doubts: which of the points that no source settles could turn a result, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flows.assessing.assess import Assessment
from flows.assessing.compiled import rows_of
from flows.rules.condition import facts_of
from flows.rules.edition import Edition

# A part of a factor.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What could turn a result: factors that may be read otherwise, and points beside them.

    `beside` are the points that touch no factor: what may apply at all, and on which day.
    """

    factors: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()


def turning(result: Assessment) -> Doubts:
    """Return what could turn an outcome, were the points that touch it read the other way.

    All of them together count: each may be small, and no source says that only one is meant.
    """
    edition = result.edition
    if result.outcome == "closed" or not result.unsettled:
        return Doubts()
    points = [(id_, *_reach_of(edition, id_)) for id_ in result.unsettled]
    if result.outcome == "ineligible":
        failed = result.failed_on
        return Doubts(beside=tuple([id_ for id_, read, _ in points if read & failed]))
    beside = tuple([id_ for id_, _, places in points if not places])
    return Doubts(
        _factors_that_turn(result, {place for _, _, places in points for place in places}), beside
    )


def _factors_that_turn(result: Assessment, touched: set[Place]) -> frozenset[str]:
    """Return the touched factors whose other reading helps to turn what is counted."""
    need, least, most = result.edition.decision.threshold, result.least, result.most
    if not result.kind.counted or need is None or least is None or most is None:
        return frozenset()
    table = _parts(result.edition)
    gains: dict[Place, int] = {}
    losses: dict[Place, int] = {}
    for factor in result.factors:
        for part in factor.parts:
            place = factor.id, part.id
            if place in touched:
                _, low, high = table[place]
                gains[place], losses[place] = high - part.most, part.least - low
    up, down = sum(gains.values()), sum(losses.values())
    rises = least < need <= least + up or most < need <= most + up
    falls = least - down < need <= least or most - down < need <= most
    found = {place for place, gain in gains.items() if rises and gain}
    found |= {place for place, loss in losses.items() if falls and loss}
    return frozenset(factor for factor, _ in found)


@cache
def _reach_of(edition: Edition, id_: str) -> tuple[frozenset[str], tuple[Place, ...]]:
    """Return the facts that a point reads, and the parts of factors that it touches."""
    point = next((point for point in edition.unsettled if point.id == id_), None)
    # What a list of nationals adds, in every edition, is no point of its own.
    read = facts_of(point.when) if point else frozenset({edition.vocabulary.nation})
    only = point.factors if point else ()
    places = [
        place
        for place, (facts, _, _) in _parts(edition).items()
        if facts & read and (not only or place[0] in only)
    ]
    return read, tuple(places)


@cache
def _parts(edition: Edition) -> dict[Place, tuple[frozenset[str], int, int]]:
    """Return the facts of each part, and the least and the most that it can be worth."""
    found = {}
    for factor in edition.factors:
        for part in factor.tables():
            rows = list(rows_of(part))
            worths = [row.points for row, _ in rows]
            facts = facts_of(*(when for _, when in rows))
            found[factor.id, part.id] = facts, min(worths), max(worths)
    return found
