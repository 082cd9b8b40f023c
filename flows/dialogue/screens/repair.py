"""What lies over any place: the list of answers, and the official contacts."""

from __future__ import annotations

from dataclasses import replace

from flows.dialogue.questions import answers
from flows.dialogue.reading import Event, RefusedError, choice_of
from flows.dialogue.reply import Block, Choice, controls
from flows.dialogue.session import Editing
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken
from flows.message import say


def review_blocks(here: Here) -> tuple[Block, ...]:
    """Ask which answer is to be changed."""
    return (Block("text", say("review-ask" if here.session.answers else "review-empty")),)


def review_choices(here: Here) -> tuple[Choice, ...]:
    """Return the answers as they were told."""
    lines = answers(here.vocabulary, here.session)
    return (*lines, *controls("resume", "language"))


def take_review(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Ask an answer again."""
    fact = choice_of(event)
    if here.session.answer(fact) is None:
        raise RefusedError(say("problem-stale"))
    return Taken(replace(here.session, at=Editing(fact)))


def person_blocks(here: Here) -> tuple[Block, ...]:
    """Say how to reach the authority."""
    result = here.standing.result
    place = result.edition.scheme.about.place if result is not None else "hong-kong"
    return (Block("text", say("person-offer")), Block("text", say(f"contacts-{place}")))


def person_choices(_here: Here) -> tuple[Choice, ...]:
    """Return the way back."""
    return controls("resume")
