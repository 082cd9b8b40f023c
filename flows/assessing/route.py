"""The route: which applications a test takes at all, and what people must look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from flows.assessing.groups import FactorTrace, View
from flows.facts.known import FactError, Facts, Span
from flows.rules.route import Filed, Report, Route, Way

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment


def apply_route(
    result: Assessment, route: Route, views: tuple[View, ...], facts: Facts
) -> Assessment:
    """Apply the route of an edition to what its factors came to.

    Raises FactError where an application was filed too late for what it says of itself.
    """
    edition, on = result.edition, result.on
    wish = facts.known.get(route.fact) or route.unless_told
    way = route.ways[str(wish)]
    if way.filed is not None:
        _filed_in_time(way.filed, facts)
    if way.closed_from and on >= way.closed_from:
        return replace(result, outcome="closed", historic=True, successor=way.successor)
    if way.aside:
        return _aside(result, way, facts)
    if result.outcome == "ineligible":
        return result
    human = any(view.plain is None for view in views) or any(map(_needs_person, result.factors))
    alone = next((f for f in result.factors if f.id == edition.alone and _needs_person(f)), None)
    if alone is not None:
        return replace(result, factors=(alone,), human=True, worth_asking=result.missing)
    return replace(result, human=human)


def _needs_person(factor: FactorTrace) -> bool:
    """Whether a person must look at a factor."""
    return any(part.row is not None and part.row.human for part in factor.parts)


def _filed_in_time(filed: Filed, facts: Facts) -> None:
    when = facts.known.get(filed.fact)
    if isinstance(when, Span) and when.hi > filed.before.toordinal():
        found = date.fromordinal(int(when.lo))
        raise FactError("filed-late", filed.fact, found=found, before=filed.before)


def _aside(result: Assessment, way: Way, facts: Facts) -> Assessment:
    """Answer an application that the factors do not touch: people look, some at once."""
    asks = tuple(name for name in way.asks if name not in facts.known)
    urgent = False
    if way.report is not None:
        asks, urgent = _report(way.report, way.asks, facts, result.on)
    return replace(
        result,
        outcome="review",
        prerequisites=(),
        factors=(),
        worth_asking=asks,
        unsettled=(),
        urgent=urgent,
        human=True,
    )


def _report(
    report: Report, asks: tuple[str, ...], facts: Facts, on: date
) -> tuple[tuple[str, ...], bool]:
    """Return what is still worth asking of a report, and whether it is overdue."""
    reported, changed = facts.known.get(report.reported), facts.known.get(report.since)
    limit = on.toordinal() - report.within_days
    if reported is None:
        return asks, False
    if reported is not False:
        return (), False
    if not isinstance(changed, Span) or changed.lo < limit < changed.hi:
        return tuple(name for name in asks if name != report.reported), False
    return (), changed.hi <= limit
