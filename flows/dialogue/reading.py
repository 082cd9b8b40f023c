"""What a person did, read: a choice that was tapped, words that are an answer or a month, a form.

What cannot be read is refused with a sentence that says why and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from flows.dialogue.questions import options
from flows.dialogue.session import Answer
from flows.dialogue.standing import Here, Standing
from flows.facts.from_json import read_day, read_told
from flows.facts.from_text import understand
from flows.facts.in_words import say_value
from flows.facts.known import FactError
from flows.facts.letters import clean, excerpt, fold
from flows.facts.typed_months import read_month
from flows.facts.vocabulary import Vocabulary
from flows.message import Message, Month, say


@dataclass(frozen=True, slots=True)
class Tap:
    """A choice by its id."""

    choice: str


@dataclass(frozen=True, slots=True)
class Say:
    """Words that matched no choice; `problem` is the message that says why, where it is known."""

    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """Several answers at once, as JSON by their facts: all of them are taken, or none."""

    answers: Mapping[str, Any]


Event = Tap | Say | Tell


class RefusedError(Exception):
    """An event that changes nothing; the message says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def answers_in(event: Event, here: Here) -> tuple[Answer, ...]:
    """Return the answer to what is asked, or those that a form holds. Raises RefusedError."""
    vocabulary = here.vocabulary
    try:
        if not isinstance(event, Tell):
            fact_id = here.standing.question or ""
            return (_read_answer(vocabulary, fact_id, _answer(event, fact_id, here)),)
        return tuple([_read_answer(vocabulary, fact, told) for fact, told in event.answers.items()])
    except FactError as error:
        # What a form holds was written by a program.
        message = error.message if isinstance(event, Tell) else error.to_person
        raise RefusedError(message) from None


def _read_answer(vocabulary: Vocabulary, fact: str, told: Any) -> Answer:
    return Answer(fact, told, value=read_told(vocabulary, fact, told))


def _answer(event: Tap | Say, fact_id: str, here: Here) -> Any:
    """Return the answer to the question that is being asked, as JSON. Raises FactError, too."""
    vocabulary = here.vocabulary
    if isinstance(event, Say) and event.problem:
        raise RefusedError(say(event.problem, found=excerpt(_clean(event))))
    if isinstance(event, Say) and fact_id == vocabulary.birth:
        return born(vocabulary, event, here.on)
    if isinstance(event, Say):
        return understand(vocabulary[fact_id], event.text)
    anew = bool(here.session.editing)
    for choice in options(fact_id, here.standing.asked_by, here.standing.facts, anew=anew):
        if choice.id == event.choice:
            return choice.value
    raise RefusedError(say("problem-stale"))


def month(event: Say, on: date) -> Month:
    """Return a typed month. Raises RefusedError."""
    typed = _clean(event)
    found = read_month(typed, on)
    if found is None:
        raise RefusedError(say("problem-month-expected", found=excerpt(typed)))
    return found


def born(vocabulary: Vocabulary, event: Say, on: date) -> str:
    """Return a day or a month of birth, as JSON takes it. Raises RefusedError."""
    typed, found = _clean(event), month(event, on)
    oldest = int(vocabulary[vocabulary.age].most or 0)
    # Of a birth the year must be told: no month is the nearest one.
    with_year = str(found.year) in fold(typed)
    if not (with_year and on.year - oldest <= found.year <= on.year):
        raise RefusedError(say("problem-month-expected", found=excerpt(typed)))
    with suppress(ValueError):
        return read_day(fold(typed)).isoformat()
    return f"{found.year:04}-{found.month:02}"


def choice_of(event: Event) -> str:
    """Return the choice where nothing else can be told. Raises RefusedError for words."""
    if isinstance(event, Tap):
        return event.choice
    if isinstance(event, Tell):
        raise RefusedError(say("problem-not-here"))
    problem = event.problem or "problem-not-an-option"
    raise RefusedError(say(problem, found=excerpt(_clean(event))))


def _clean(event: Say) -> str:
    try:
        return clean(event.text)
    except FactError as error:
        raise RefusedError(error.to_person) from None


def to_person(error: FactError, told: Iterable[Answer], standing: Standing) -> Message:
    """Say a contradiction in the person's own terms: what was told of the other fact."""
    other = error.args_.get("other")
    if not isinstance(other, str):
        return error.to_person
    fact, value = standing.library.vocabulary[other], standing.facts.get(other)
    for answer in told:
        if answer.fact == other:
            value = answer.known
    return say("problem-above", other=say(f"fact-{other}"), bound=say_value(fact, value))
