"""Overlays: what can be looked at from a result, and left again without losing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from flows.advice.advise import advise
from flows.advice.course import chart, course, month, on_day
from flows.advice.forecast import Event, forecast
from flows.advice.in_words import stands, unit, ways
from flows.applying import applying, sections
from flows.assessing.assess import Assessment, assess
from flows.assessing.groups import FactorTrace
from flows.assessing.reasons import MARKS
from flows.assessing.texts import factor_name, requirement
from flows.dialogue.brief import label_of
from flows.dialogue.grounds import grounds
from flows.dialogue.questions import answers, told
from flows.dialogue.reply import Block, Choice, Reply, controls
from flows.dialogue.results import footer, headline, name_of
from flows.dialogue.session import CARD_MADE, Session
from flows.dialogue.standing import DEPENDANTS, Standing
from flows.facts.from_json import read_facts
from flows.facts.vocabulary import Vocabulary
from flows.message import Argument, Message, Month, say
from flows.section import Section

_LEAVE = (
    Choice("resume", say("look-back"), control=True),
    *controls("person", "restart", "language"),
)


def blocks_of(parts: Iterable[Section]) -> Iterator[Block]:
    """Yield sections as blocks: a heading, then its lines."""
    for section in parts:
        yield Block("heading", section.title)
        yield from (Block("item", line) for line in section.lines)


def reasons_screen(_session: Session, standing: Standing, _on: date) -> Reply:
    """Return why: each factor, its rule and source, what else would have counted, every doubt."""
    result, former = standing.shown, standing.former
    blocks = [*blocks_of(grounds(result, standing.facts))]
    if former is not None:
        title = say("former-title", edition=name_of(former), day=former.on)
        blocks += [Block("heading", title), *blocks_of(grounds(former, standing.facts))]
    return Reply("reasons", (*blocks, *footer(result)), _LEAVE)


def ways_screen(_session: Session, standing: Standing, on: date) -> Reply:
    """Return what would change the result, with the proof."""
    result = standing.shown
    advice = advise(result.edition, standing.facts, on)
    blocks = (*blocks_of(ways(advice, standing.facts)), *footer(result))
    return Reply("ways", blocks, _LEAVE)


def when_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return how the result moves by itself, and the result for a month that was chosen."""
    result = standing.shown
    events = forecast(result.edition, standing.facts, on)
    parts = [course(events, standing.facts)]
    drawn = chart(events)
    if drawn is not None:
        parts.append(drawn)
    chosen = session.at.partition(":")[2]
    if chosen:
        parts.insert(0, _chosen_month(events, date.fromisoformat(f"{chosen}-01"), on))
    blocks = (*blocks_of(parts), Block("note", say("when-ask")), *footer(result))
    return Reply("when", blocks, _LEAVE)


def _chosen_month(events: tuple[Event, ...], first: date, on: date) -> Section:
    """Return the result on a month's first day (or today, in the month that runs) and in it."""
    start = max(first, on)
    after = (first + timedelta(days=31)).replace(day=1)
    there = on_day(events, start)
    inside = [event for event in events if start < event.on < after]
    opening = replace(there, on=start, because=())
    before = [event for event in events if event.on <= start]
    return month(Month(first.year, first.month), (opening, *inside), before)


def next_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return what to do next: documents, fees and stay for this person and family."""
    result = standing.shown
    asked = session.answer(DEPENDANTS)
    dependants = int(asked.value or 0) if asked is not None else 0
    found = applying(result, standing.facts, dependants, on)
    family = (Choice(DEPENDANTS, say("next-family")),) if asked is not None else ()
    return Reply("next", tuple(blocks_of(sections(found))), (*family, *_LEAVE))


def trying_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return the answers, one of which can be tried another way."""
    # Who comes along decides fees and papers, and never a result.
    lines = answers(standing.library.vocabulary, session.without(DEPENDANTS), on)
    blocks = (Block("text", say("trying-ask")),)
    return Reply("trying", blocks, (*lines, _LEAVE[0]))


def compare_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return two results side by side: as it was told, and with the answer that is tried."""
    now = standing.shown
    vocabulary = standing.library.vocabulary
    then = assess(now.edition, read_facts(vocabulary, session.tried.raw, on), on)
    changed = tuple(_changed(vocabulary, session, on))
    blocks = [
        Block("heading", say("compare-title")),
        *(Block("item", line) for line in changed),
        Block("text", say("compare-now", stands=stands(now))),
        Block("text", say("compare-then", stands=stands(then))),
    ]
    differing = tuple(_differing(now, then))
    blocks += [Block("item", line) for line in differing]
    if not differing and now.outcome == then.outcome:
        blocks.append(Block("text", say("compare-same")))
    if then.missing:
        blocks.append(Block("note", say("compare-open", count=len(then.missing))))
    choices = (
        Choice("keep", say("compare-keep")),
        Choice("trying", say("compare-again")),
        *_LEAVE,
    )
    return Reply("compare", (*blocks, *footer(now)), choices)


def _changed(vocabulary: Vocabulary, session: Session, on: date) -> Iterator[Message]:
    """Yield the answers that differ, as they were told and as they are tried."""
    tried = session.tried
    for fact in dict.fromkeys([*session.raw, *tried.raw]):
        before, after = session.answer(fact), tried.answer(fact)
        if before != after:
            was, would = (
                told(vocabulary, fact, one.value if one else None, on) for one in (before, after)
            )
            yield say("change-from", fact=say(f"fact-{fact}"), before=was, after=would)


def _differing(now: Assessment, then: Assessment) -> Iterator[Message]:
    """Yield the prerequisites and factors that come out differently."""
    for one, other in zip(now.prerequisites, then.prerequisites, strict=True):
        if one.met != other.met and other.met is False:
            yield requirement(now.edition, one.id)
    for a, b in zip(now.factors, then.factors, strict=False):
        if _came_to(now, a) != _came_to(then, b):
            name = factor_name(now.edition, a.id)
            yield say("compare-line", name=name, before=_came_to(now, a), after=_came_to(then, b))


def _came_to(result: Assessment, trace: FactorTrace) -> Argument:
    """Say what a factor came to in a word or a number."""
    if unit(result.edition) == "labels":
        row = trace.parts[0].row
        return say(f"label-{label_of(row)}") if row else say("label-open")
    if unit(result.edition) == "points":
        if trace.points is None:
            return say("factor-between", least=trace.least, most=trace.most)
        return say("factor-points", points=trace.points)
    if not result.edition.decision.counted and trace.met:
        # People judge what lies behind it.
        return say("card-door")
    return say(f"factor-{MARKS[trace.met]}")


def card_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return what a score card is and what its PDF holds, before the channel makes it."""
    result = standing.shown
    if session.at == CARD_MADE:
        said, choices = [say("card-offer")], _LEAVE
    else:
        said = [say("card-before"), say("card-holds")]
        choices = (Choice("make", say("card-make")), *_LEAVE)
    blocks = (*headline(result, on), *(Block("text", one) for one in said), *footer(result))
    return Reply("card", blocks, choices)
