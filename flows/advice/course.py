"""How a result moves by itself, said: by the calendar, by coming rules, and in a chosen month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.advice.forecast import EDITION, YEARS, Event, under_later_rules
from flows.advice.in_words import gauge, say_result
from flows.assessing.assess import Assessment, tables_on
from flows.assessing.decisions import kind_of
from flows.calendars import DAY, day_after, years_after
from flows.facts.in_words import say_names
from flows.facts.known import Facts, Span
from flows.message import Argument, Message, Messages, Month, say
from flows.section import Section


def course(events: Sequence[Event], facts: Facts) -> Section:
    """Return how a result moves by itself: from today, at each event, and what is assumed."""
    first = events[0]
    lines = [say("course-rules", day=first.result.edition.day)]
    coarse = _coarsely_told(facts) if first.result.kind.counted else ()
    if coarse:
        lines.append(say("course-coarse", facts=say_names(coarse)))
    lines.append(_event("course-today", first))
    for event in events[1:]:
        vague = event.on == first.on + DAY and all(_is_vague(name, facts) for name in event.because)
        lines.append(_event("course-any-day", event) if vague else _line(event, first))
    if len(events) == 1:
        lines.append(say("course-still"))
    return Section(say("course-title"), tuple(lines))


def month(of: Month, events: Sequence[Event], before: Sequence[Event]) -> Section:
    """Return the result for a month of application: on its first day, and at events in it.

    `before` are the events up to then, the first of today: other rules than its are named, and
    what has grown since.
    """
    opening, *inside = events
    lines = []
    if opening.rules is not None and opening.rules != before[0].rules:
        lines.append(say("month-rules", day=opening.rules.day))
    now = _now(before)
    line = _event("course-event", opening)
    lines.append(say("course-assuming", line=line, now=now) if now.items else line)
    lines += [_line(event, before[0]) for event in inside]
    return Section(say("month-title", month=of), tuple(lines))


def coming(result: Assessment, facts: Facts) -> Message | None:
    """Say that other rules come into force, and the result by them; None where none are known."""
    edition = result.edition
    if result.outcome == "closed" or edition.until is None:
        return None
    # Days tile: where another edition follows, this is its day.
    first = day_after(edition.until)
    if first > years_after(result.on, YEARS):
        return None
    if first not in edition.scheme.days:
        return say("rules-end", day=first)
    later = edition.scheme.edition(first)
    return _other_rules(under_later_rules(later, facts, result.on), result)


def _other_rules(event: Event, today: Assessment) -> Message:
    """Say that other rules come, what they ask that those of today do not, and what is assumed."""
    if event.ended:
        return say("rules-end", day=event.on)
    line = say("rules-coming", day=event.on, stands=say_result(event.result))
    edition = today.edition
    read = tables_on(edition, today.on).facts
    fresh = [name for name in event.result.missing if name not in read]
    if fresh:
        line = say("rules-coming-ask", rules=line, facts=say_names(fresh))
    now = _now((event,))
    return say("rules-assuming", rules=line, now=now) if now.items else line


def _now(events: Sequence[Event]) -> Messages:
    """Say what a person must be doing, for years to grow as these events count on."""
    words = events[0].result.edition.vocabulary
    moved = dict.fromkeys(name for event in events for name in event.because)
    doing = [name for name in moved if name in words and words[name].assumes]
    return Messages(tuple(say(f"now-{name}") for name in doing))


def _coarsely_told(facts: Facts) -> tuple[str, ...]:
    """Return the facts that time moves and that were told as bands: their days are not exact."""
    return tuple(
        fact.id
        for fact in facts.vocabulary.values()
        if fact.id in facts.told
        and fact.changes == "time"
        and isinstance(value := facts.get(fact.id), Span)
        and value.exact is None
    )


def _is_vague(name: str, facts: Facts) -> bool:
    """Whether a fact may come to count otherwise on any day: a band, or an age without a birth."""
    value = facts.get(name)
    told = isinstance(value, Span) and value.exact is not None
    words = facts.vocabulary
    return name in words and (not told or (name == words.age and words.birth not in facts.told))


def _line(event: Event, today: Event) -> Message:
    if EDITION in event.because:
        return _other_rules(event, today.result)
    return _event("course-event", event)


def _event(id_: str, event: Event) -> Message:
    args: dict[str, Argument] = {"day": event.on, "stands": say_result(event.result)}
    if not event.because:
        return say("rules-end", day=event.on) if event.ended else say(id_, **args)
    line, now = say(f"{id_}-because", **args, facts=say_names(event.because)), _now((event,))
    return say("course-assuming", line=line, now=now) if now.items else line


def chart(events: Sequence[Event]) -> Section | None:
    """Return the course as rows of cells, one for each event; None where nothing is counted."""
    events = [event for event in events if event.rules and kind_of(event.rules).counted]
    if len(events) <= 1:
        return None
    lines = [say("chart-line", day=one.on.isoformat(), bar=gauge(one.result)) for one in events]
    return Section(say("chart-title"), (*lines, say("chart-legend")))


def on_day(events: Sequence[Event], day: date) -> Event:
    """Return the event that holds on a day."""
    return [event for event in events if event.on <= day][-1]
