"""A question: how far it is, what is asked and why, the answers that are possible."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from flows.assessing.reasons import factor_facts
from flows.assessing.texts import question, question_why
from flows.dialogue import reading
from flows.dialogue.questions import options
from flows.dialogue.reading import Event, Tap
from flows.dialogue.reply import Asked, Block, Choice, controls
from flows.dialogue.session import Answer
from flows.dialogue.standing import Here, Standing
from flows.dialogue.telling import Taken, settle
from flows.facts.from_json import read_value
from flows.facts.in_words import say_value
from flows.facts.known import Span
from flows.facts.vocabulary import Fact
from flows.message import Message, Messages, say
from flows.rules.condition import facts_of
from flows.rules.edition import Edition
from flows.rules.source import Cite

_WAYS = ("unsure", "why", "back", "edit", "language", "restart", "person")
# With no answer yet there is none to change.
_FIRST_WAYS = tuple(one for one in _WAYS if one != "edit")


def blocks(here: Here) -> tuple[Block, ...]:
    """Say how far it is, what was told before where it is asked again, and what is asked."""
    fact_id, edition = here.standing.question or "", here.standing.asked_by.edition
    said_first, before = _progress(here), _before(here)
    if before is not None:
        again = say("ask-again", told=say_value(edition.vocabulary[fact_id], before.known))
        said_first = (*said_first, Block("note", again))
    return said_first + _question(edition, fact_id)


def choices(here: Here) -> tuple[Choice, ...]:
    """Return the answers that are possible, and what can be done instead of answering."""
    standing, anew = here.standing, bool(here.session.editing)
    fact_id, before = standing.question or "", _before(here)
    possible = options(fact_id, standing.asked_by, standing.facts, anew=anew)
    if before is None:
        return possible + _ways(here)
    fact = standing.library.vocabulary[fact_id]
    return tuple(
        replace(one, chosen=True) if _stands(fact, one, before) else one
        for one in possible + _ways(here)
    )


def asks(here: Here) -> Asked:
    """Return the fact that is asked."""
    return _what_is_asked(here.vocabulary[here.standing.question or ""])


def take(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take an answer, or several."""
    if isinstance(event, Tap) and event.choice == "unsure":
        return settle(here, _unsure(here))
    return settle(here, *reading.answers_in(event, here))


def _unsure(here: Here) -> Answer:
    """Return the answer of somebody who cannot tell, or not more precisely."""
    fact_id = here.standing.question or ""
    before = here.session.answer(fact_id)
    # A band that was told is kept when the person cannot be more precise.
    if before is not None and not here.session.editing:
        return replace(before, settled=True)
    return Answer(fact_id, None, settled=True, value=None)


def explanation(standing: Standing) -> tuple[Block, ...]:
    """Return why a question is asked, and where its rule is read."""
    fact_id = standing.question or ""
    found = [Block("notice", question_why(standing.asked_by.edition, fact_id))]
    for cite in _cites(standing, fact_id)[:1]:
        sources = standing.asked_by.edition.scheme.sources
        named = tuple(sources[i].named for i in cite.sources[:2])
        sure = say(f"sure-{cite.sure}")
        found.append(Block("note", say("source-of-rule", sources=Messages(named), sure=sure)))
    return tuple(found)


def _cites(standing: Standing, fact_id: str) -> list[Cite]:
    edition = standing.asked_by.edition
    found = [p.cite for p in edition.prerequisites if fact_id in facts_of(p.when, p.review)]
    return [f.cite for f in edition.factors if fact_id in factor_facts(edition, f.id)] + found


def _before(here: Here) -> Answer | None:
    """Return the answer that is to be changed."""
    return here.session.answer(here.session.editing) if here.session.editing else None


def _stands(fact: Fact, one: Choice, before: Answer) -> bool:
    """Whether a choice is the answer that was given, or the band that holds it."""
    known = before.known
    unsure = known is None and before.settled
    if unsure or one.control:
        return unsure and one.id == "unsure"
    value = None if one.value is None else read_value(fact, one.value)
    if isinstance(value, Span) and isinstance(known, Span):
        return value.lo <= known.lo and known.hi <= value.hi
    return value == known


@cache
def _question(edition: Edition, fact_id: str) -> tuple[Block, ...]:
    """Return a question as an edition asks it, with how it may be answered."""
    asked, hint = Block("text", question(edition, fact_id)), _hint(edition.vocabulary[fact_id])
    return (asked, Block("note", hint)) if hint else (asked,)


@cache
def _what_is_asked(fact: Fact) -> Asked:
    return Asked(fact.id, fact.kind, fact.unit, fact.least, fact.most, _hint(fact))


def _ways(here: Here) -> tuple[Choice, ...]:
    """Return what can be done instead of answering."""
    session = here.session
    if session.answers:
        return controls("resume", *_WAYS) if session.at else controls(*_WAYS)
    # Back from the first question gives up the route.
    ways = controls("resume", *_FIRST_WAYS) if session.at else controls(*_FIRST_WAYS)
    return ways if session.editing else _leaving(ways)


@cache
def _leaving(ways: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(replace(one, does="tell") if one.id == "back" else one for one in ways)


def _hint(fact: Fact) -> Message | None:
    hint = fact.form.hint(fact)
    return say(hint) if hint else None


def _progress(here: Here) -> tuple[Block, ...]:
    session, standing = here.session, here.standing
    if session.at:
        return ()
    left = len(standing.pending)
    if standing.former is not None and standing.asked_by is standing.former:
        return (Block("progress", say("progress-former", count=left)),)
    done = len(session.answers)
    return (Block("progress", say("progress", number=done + 1, total=done + left)),)
