"""What would change a result, and when it moves by itself, said once for every channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flows.advise import Advice, Way
from flows.assess import Assessment
from flows.editions import Edition
from flows.facts import vocabulary
from flows.forecast import Event
from flows.message import Argument, Message, Month, Sentences, say
from flows.moves import Change
from flows.phrases import named, said
from flows.reasons import failures
from flows.section import Section
from flows.values import Facts, Span, domain

_UNITS = {"additive": "points", "count_of": "criteria", "doors": "doors", "judgement": "labels"}
# More would not be read: sets of one or two changes are short, longer ones are not.
_SHORT_WAYS, _LONG_WAYS, _SHORT = 5, 3, 2
_NEAREST = 6
# A row of cells fits a phone.
_CELLS = 20


def unit(edition: Edition) -> str:
    """Return what an edition counts in: points, criteria, doors or labels."""
    return _UNITS[edition.decision.kind]


def short(result: Assessment) -> Message:
    """Say a result in a few words."""
    if result.outcome == "ineligible":
        return say("short-ineligible")
    if result.least is None or result.most is None:
        return say(f"outcome-{result.outcome}")
    all_ = result.edition.decision.maximum or 0
    if result.score is None:
        name = f"short-{unit(result.edition)}-between"
        return say(name, least=result.least, most=result.most, all=all_)
    return say(f"short-{unit(result.edition)}", score=result.score, all=all_)


def stands(result: Assessment) -> Message:
    """Say a result and what it comes to; the latter alone where nothing is counted."""
    outcome = say(f"outcome-{result.outcome}")
    if result.least is None or result.most is None or not result.edition.decision.counted:
        return outcome
    return say("stands", result=short(result), outcome=outcome)


def first_step(result: Assessment, facts: Facts) -> Message | None:  # noqa: ARG001 - its face
    """Say in one line what to do first; cheap, so that every result can say it.

    The nearest criterion is one of plain order: what is studied and worked for before what is
    owned.
    """
    if result.outcome in {"closed", "ineligible"}:
        return None
    if result.outcome == "open" and len(result.missing) == 1:
        return say("first-find-out", facts=named(result.missing))
    if result.outcome in {"meets", "review"} or not result.edition.decision.counted:
        return say("first-look", look=say("look-next"))
    unmet = {one.id for one in result.factors if one.met is False}
    nearest = next((one for one in _PLAIN if one in unmet), None)
    if unit(result.edition) != "criteria" or nearest is None:
        return say("first-look", look=say("look-ways"))
    return say("first-nearest", name=say(f"name-{result.edition.words}-{nearest}"))


# Criteria that people reach by work and study, in plain order.
_PLAIN = (
    "two-languages english experience specified-sector reputable-enterprise international income "
    "listed-degree stem"
).split()


def certificate(advice: Advice) -> Message:
    """Say the proof that fewer changes cannot be enough."""
    result, of = advice.result, unit(advice.result.edition)
    counted = result.edition.decision.counted
    if result.outcome == "closed":
        return say("certificate-closed")
    if advice.fewest == 0:
        people = not counted or result.outcome == "review"
        return say("certificate-people" if people else f"certificate-{of}-none")
    if advice.blocked:
        failed = failures(result.edition, advice.blocked)
        return say("certificate-blocked", failed=Sentences(failed))
    if advice.fewest is None:
        return _never(advice)
    if not counted and result.outcome != "ineligible":
        return say("certificate-door", count=advice.fewest)
    if result.outcome == "open" and any(one.met is None for one in result.prerequisites):
        return say("certificate-unsure", count=advice.fewest)
    if advice.short_by is None or result.least is None or advice.fewer is None:
        return say("certificate-mended", count=advice.fewest)
    if advice.fewest == 1:
        return say(f"certificate-{of}-one", count=advice.short_by)
    added = max(0, advice.fewer - result.least)
    return say(f"certificate-{of}-more", count=advice.fewest, added=added, short=advice.short_by)


def _never(advice: Advice) -> Message:
    edition = advice.result.edition
    # What can be chosen or achieved may be among the changes, though it was not told.
    given = [name for name in advice.untold if vocabulary()[name].changes in {"fixed", "time"}]
    if given:
        return say("certificate-untold", facts=named(given))
    if advice.reach is not None and edition.decision.counted:
        need = edition.decision.threshold or 0
        return say(f"certificate-{unit(edition)}-never", reach=advice.reach, need=need)
    return say("certificate-no")


def ways(advice: Advice) -> tuple[Section, ...]:
    """Return what would change a result: the proof, the smallest sets, the nearest criteria."""
    lines = [certificate(advice)]
    shown = advice.ways[: _SHORT_WAYS if (advice.fewest or 0) <= _SHORT else _LONG_WAYS]
    lines += [_way(advice, way) for way in shown]
    if len(advice.ways) > len(shown):
        lines.append(say("ways-more", count=len(advice.ways) - len(shown)))
    if shown:
        lines.append(say("ways-order"))
    if advice.untold and lines[0].id not in {"certificate-untold", "certificate-blocked"}:
        lines.append(say("ways-untold", facts=named(advice.untold)))
    found = [Section(say("ways-title"), tuple(lines))]
    # What stands above as a way of its own is not told twice.
    told = {way.changes for way in shown}
    nearest = [one for one in advice.nearest if one.changes not in told]
    if nearest and advice.result.outcome != "ineligible":
        further = (_nearest(advice, one.factor, one.changes) for one in nearest[:_NEAREST])
        found.append(Section(say("nearest-title"), tuple(further)))
    return tuple(found)


def over_the_line(advice: Advice) -> Section:
    """Return the shortest ways over the line as others may see them: without what was told."""
    shown = [
        replace(way, changes=tuple(_untold(one) for one in way.changes))
        for way in advice.ways[:_LONG_WAYS]
    ]
    lines = (certificate(advice), *(_way(advice, way) for way in shown))
    return Section(say("ways-title"), lines)


def _untold(change: Change) -> Change:
    """Return a change without the answer before it; of languages, only those to be learned."""
    after = change.after
    if isinstance(after, frozenset) and isinstance(change.before, frozenset):
        after -= change.before
    return replace(change, before=None, after=after)


def _way(advice: Advice, way: Way) -> Message:
    edition, changes = advice.result.edition, _joined(way.changes)
    if not edition.decision.counted or way.score is None:
        return say("way-plain", changes=changes)
    said_ = say(f"way-{unit(edition)}", changes=changes, score=way.score)
    return said_ if way.before_age is None else say("way-under", way=said_, age=way.before_age)


def _nearest(advice: Advice, factor: str, changes: Sequence[Change]) -> Message:
    name = say(f"name-{advice.result.edition.words}-{factor}")
    return say("nearest-line", name=name, changes=_joined(changes))


def _joined(changes: Sequence[Change]) -> Message:
    first, *rest = [_change(change) for change in changes]
    for one in rest:
        first = say("change-and", first=first, then=one)
    return first


def _change(change: Change) -> Message:
    fact, after = vocabulary()[change.fact], change.after
    if isinstance(after, Span) and fact.better:
        # A threshold is reached by what is more as well; an age is not reached by every other.
        after = Span(after.lo, domain(fact)[1])
    args: dict[str, Argument] = {"fact": say(f"fact-{fact.id}"), "after": said(fact, after)}
    if change.before is None:
        return say("change-untold", **args)
    return say("change-from", before=said(fact, change.before), **args)


def course(events: Sequence[Event], facts: Facts) -> Section:
    """Return how a result moves by itself: from today, at each event, and what is assumed."""
    first = events[0]
    lines = [say("course-rules", day=first.result.edition.day)]
    coarse = _coarsely_told(facts) if first.result.edition.decision.counted else ()
    if coarse:
        lines.append(say("course-coarse", facts=named(coarse)))
    lines.append(_event("course-today", first))
    lines += [_event("course-event", event) for event in events[1:]]
    if len(events) == 1:
        lines.append(say("course-still"))
    return Section(say("course-title"), tuple(lines))


def month(of: Month, events: Sequence[Event]) -> Section:
    """Return the result for a month of application: on its first day, and at events in it."""
    lines = tuple(_event("course-event", event) for event in events)
    return Section(say("month-title", month=of), lines)


def _coarsely_told(facts: Facts) -> tuple[str, ...]:
    """Return the facts that time moves and that were told as bands: their days are not exact."""
    return tuple(
        fact.id
        for fact in vocabulary().values()
        if fact.id in facts.told
        and fact.changes == "time"
        and isinstance(value := facts.get(fact.id), Span)
        and value.exact is None
    )


def _event(id_: str, event: Event) -> Message:
    args: dict[str, Argument] = {"day": event.on, "stands": stands(event.result)}
    if event.because:
        args["facts"] = named(event.because)
        return say(f"{id_}-because", **args)
    return say(id_, **args)


def chart(events: Sequence[Event]) -> Section | None:
    """Return the course as rows of cells, one an event; None where nothing is counted."""
    edition = events[0].result.edition
    if not edition.decision.counted or len(events) == 1:
        return None
    lines = [say("chart-line", day=event.on.isoformat(), bar=bar(event.result)) for event in events]
    return Section(say("chart-title"), (*lines, say("chart-legend")))


def bar(result: Assessment) -> str:
    """Draw a score as cells: certain, possible, out of reach, with the threshold marked."""
    decision = result.edition.decision
    most, need = decision.maximum or 1, decision.threshold or 0
    cells = min(most, _CELLS)
    least, high = ((points or 0) * cells / most for points in (result.least, result.most))
    row = "".join("■" if i < least else "▨" if i < high else "□" for i in range(cells))
    line = round(need * cells / most)
    return f"{row[:line]}│{row[line:]}"


def on_day(events: Sequence[Event], day: date) -> Event:
    """Return the event that holds on a day."""
    return [event for event in events if event.on <= day][-1]
