"""What a person did, read: a choice that was tapped, or words that are an answer or a month.

What cannot be read is refused with a sentence that says why and what to do.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from flows.dialogue.questions import options
from flows.dialogue.session import Session
from flows.dialogue.standing import Standing
from flows.facts.from_json import read_day
from flows.facts.from_text import understand
from flows.facts.in_words import said
from flows.facts.known import FactError
from flows.facts.letters import clean, folded, shown
from flows.facts.typed_months import read_month
from flows.facts.vocabulary import Vocabulary
from flows.message import Message, Month, say

BIRTH = "birth_date"


@dataclass(frozen=True, slots=True)
class Tap:
    """A choice by its id."""

    choice: str


@dataclass(frozen=True, slots=True)
class Say:
    """Words that matched no choice; `problem` is the message that says why, where it is known."""

    text: str
    problem: str = ""


Event = Tap | Say


class RefusedError(Exception):
    """An event that changes nothing; the message says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def answered(event: Event, session: Session, standing: Standing, on: date) -> Any:
    """Return the answer to the question that is being asked, as JSON. Raises RefusedError."""
    fact = standing.library.vocabulary[standing.question or ""]
    if isinstance(event, Say) and event.problem:
        raise RefusedError(say(event.problem, found=shown(_cleaned(event))))
    if isinstance(event, Say) and fact.id == BIRTH:
        return born(standing.library.vocabulary, event, on)
    if isinstance(event, Say):
        try:
            return understand(fact, event.text)
        except FactError as error:
            raise RefusedError(error.to_person) from None
    anew = bool(session.editing)
    for choice in options(fact.id, standing.asked_by, standing.facts, anew=anew):
        if choice.id == event.choice:
            return choice.value
    raise RefusedError(say("problem-stale"))


def month(event: Say, on: date) -> Month:
    """Return a typed month. Raises RefusedError."""
    typed = _cleaned(event)
    found = read_month(typed, on)
    if found is None:
        raise RefusedError(say("problem-month-expected", found=shown(typed)))
    return found


def born(vocabulary: Vocabulary, event: Say, on: date) -> str:
    """Return a day or a month of birth, as `birth_date` takes it. Raises RefusedError."""
    typed, found = _cleaned(event), month(event, on)
    oldest = int(vocabulary["age"].most or 0)
    # Of a birth the year must be told: no month is the nearest one.
    told = str(found.year) in folded(typed)
    if not (told and on.year - oldest <= found.year <= on.year):
        raise RefusedError(say("problem-month-expected", found=shown(typed)))
    with suppress(ValueError):
        return read_day(folded(typed)).isoformat()
    return f"{found.year:04}-{found.month:02}"


def chosen(event: Event) -> str:
    """Return the choice where nothing can be typed. Raises RefusedError for words."""
    if isinstance(event, Tap):
        return event.choice
    problem = event.problem or "problem-not-an-option"
    raise RefusedError(say(problem, found=shown(_cleaned(event))))


def _cleaned(event: Say) -> str:
    try:
        return clean(event.text)
    except FactError as error:
        raise RefusedError(error.to_person) from None


def to_person(error: FactError, standing: Standing) -> Message:
    """Say a contradiction in the person's own terms: what was told of the other fact."""
    other = error.args_.get("other")
    if not isinstance(other, str):
        return error.to_person
    fact = standing.library.vocabulary[other]
    bound = said(fact, standing.facts.get(other))
    return say("problem-above", other=say(f"fact-{other}"), bound=bound)
