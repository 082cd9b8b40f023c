"""What can be looked at from a result, and left again without losing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from flows.advice.advise import advise
from flows.advice.course import chart, course, month, on_day
from flows.advice.forecast import YEARS, forecast
from flows.advice.forecast import Event as Change
from flows.advice.in_words import ways
from flows.applying import applying, sections
from flows.assessing.assess import Assessment
from flows.dialogue import reading
from flows.dialogue.grounds import grounds
from flows.dialogue.reading import Event, RefusedError, Say, choice_of
from flows.dialogue.reply import Asked, Block, Choice, controls, look
from flows.dialogue.results import footer, headline, name_of
from flows.dialogue.session import CARD_MADE, Answer, Over, Session
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken, settle
from flows.facts.known import Span
from flows.message import Month, say
from flows.section import Section

BACK = look("resume", say("look-back"), control=True)
LEAVE = (BACK, *controls("person", "restart", "language"))
_MONTH = Asked(None, "month", hint=say("when-ask"))


def blocks_of(parts: Iterable[Section]) -> Iterator[Block]:
    """Yield sections as blocks: a heading, then its lines."""
    for section in parts:
        yield Block("heading", section.title)
        yield from (Block("item", line) for line in section.lines)


def leave(_here: Here) -> tuple[Choice, ...]:
    """Return the way back to the result, and elsewhere."""
    return LEAVE


def take_nothing(_here: Here, _event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take nothing: there is only something to read. Always raises RefusedError."""
    raise RefusedError(say("problem-not-here"))


def reasons_blocks(here: Here) -> tuple[Block, ...]:
    """Return why: each factor, its rule and source, what else would have counted, every doubt."""
    result, facts, former = here.standing.shown, here.standing.facts, here.standing.former
    blocks = [*blocks_of(grounds(result, facts))]
    if former is not None:
        title = say("former-title", edition=name_of(former), day=former.on)
        blocks += [Block("heading", title), *blocks_of(grounds(former, facts))]
    return (*blocks, *footer(result))


def ways_blocks(here: Here) -> tuple[Block, ...]:
    """Return what would change the result, with the proof."""
    result, facts = here.standing.shown, here.standing.facts
    advice = advise(result.edition, facts, here.on)
    return (*blocks_of(ways(advice, facts)), *footer(result))


def when_blocks(here: Here) -> tuple[Block, ...]:
    """Return how the result moves by itself, and the result for a month that was chosen."""
    result, facts = here.standing.shown, here.standing.facts
    events = forecast(result.edition, facts, here.on)
    parts = [course(events, facts)]
    drawn = chart(events)
    if drawn is not None:
        parts.append(drawn)
    if here.session.carries:
        first = date.fromisoformat(f"{here.session.carries}-01")
        parts.insert(0, _chosen_month(events, first, here.on))
    return (*blocks_of(parts), Block("note", say("when-ask")), *footer(result))


def asks_month(_here: Here) -> Asked:
    """Ask for a month."""
    return _MONTH


def take_when(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take a month: one that is past is that of birth, one to come that of applying."""
    if not isinstance(event, Say):
        choice_of(event)
        raise RefusedError(say("problem-stale"))
    found, vocabulary = reading.month(event, here.on), here.vocabulary
    if (found.year, found.month) < (here.on.year, here.on.month):
        birth = Answer(vocabulary.birth, reading.born(vocabulary, event, here.on)).read(vocabulary)
        taken = settle(here, birth)
        noted = Block("notice", say("notice-born", month=found))
        return taken._replace(first=(*taken.first, noted))
    if (found.year, found.month) >= (here.on.year + YEARS, here.on.month):
        raise RefusedError(say("problem-month-far", month=found, years=YEARS))
    at = Over("when", f"{found.year:04}-{found.month:02}")
    return Taken(replace(here.session, at=at))


def _chosen_month(events: tuple[Change, ...], first: date, on: date) -> Section:
    """Return the result on a month's first day (or today, in the month that runs) and in it."""
    start = max(first, on)
    after = (first + timedelta(days=31)).replace(day=1)
    there = on_day(events, start)
    inside = [event for event in events if start < event.on < after]
    opening = replace(there, on=start, because=())
    before = [event for event in events if event.on <= start]
    return month(Month(first.year, first.month), (opening, *inside), before)


def next_blocks(here: Here) -> tuple[Block, ...]:
    """Return what to do next: documents, fees and stay for this person and family."""
    asked = here.session.answer(here.vocabulary.family)
    told = asked.known if asked is not None else None
    dependants = int(told.lo) if isinstance(told, Span) else 0
    found = applying(here.standing.shown, here.standing.facts, dependants, here.on)
    return tuple(blocks_of(sections(found)))


def next_choices(here: Here) -> tuple[Choice, ...]:
    """Return who comes along, to be told anew where it was told, and the way back."""
    family = here.vocabulary.family
    told = here.session.answer(family) is not None
    return (Choice(family, say("next-family")), *LEAVE) if told else LEAVE


def family_first(session: Session, result: Assessment) -> str | None:
    """Ask who comes along, where fees and documents depend on it and it was not told."""
    procedure = result.edition.scheme.applying
    family = result.edition.vocabulary.family
    matters = bool(procedure and procedure.fees) and session.answer(family) is None
    return family if matters else None


def take_next(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Ask anew who comes along."""
    family = here.vocabulary.family
    if choice_of(event) != family:
        raise RefusedError(say("problem-stale"))
    return Taken(here.session.without(family))


def card_blocks(here: Here) -> tuple[Block, ...]:
    """Return what a score card is and what its PDF holds, before the channel makes it."""
    result = here.standing.shown
    made = here.session.at == CARD_MADE
    said = [say("card-offer")] if made else [say("card-before"), say("card-holds")]
    return (*headline(result, here.on), *(Block("text", one) for one in said), *footer(result))


def card_choices(here: Here) -> tuple[Choice, ...]:
    """Return that the card is wanted, once, and the way back."""
    if here.session.at == CARD_MADE:
        return LEAVE
    return (Choice("make", say("card-make")), *LEAVE)


def take_card(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take that the card is wanted."""
    if choice_of(event) != "make":
        raise RefusedError(say("problem-stale"))
    return Taken(replace(here.session, at=CARD_MADE))
