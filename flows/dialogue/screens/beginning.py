"""Before the first question: the language, the notice, the routes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from flows.dialogue.reading import Event, RefusedError, choice_of
from flows.dialogue.reply import Block, Choice, controls
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken
from flows.library import Library
from flows.message import say


def language_blocks(_here: Here) -> tuple[Block, ...]:
    """Ask for a language."""
    return (Block("text", say("language-ask")),)


def language_choices(here: Here) -> tuple[Choice, ...]:
    """Return the way back, for whoever has a language; the channel lists the languages."""
    return controls("resume") if here.session.language else ()


def take_language(here: Here, event: Event, languages: tuple[str, ...]) -> Taken:
    """Take a language."""
    choice = choice_of(event)
    if choice not in languages:
        raise RefusedError(say("problem-stale"))
    return Taken(replace(here.session, language=choice, at=None))


def notice_blocks(_here: Here) -> tuple[Block, ...]:
    """Say what this is for, where it ends, and what becomes of the answers."""
    return (
        Block("heading", say("notice-title")),
        Block("text", say("notice-purpose")),
        Block("text", say("notice-limits")),
        Block("text", say("notice-privacy")),
    )


def notice_choices(_here: Here) -> tuple[Choice, ...]:
    """Return the agreement."""
    return (Choice("agree", say("notice-agree")), *controls("language"))


def take_notice(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take the agreement."""
    if choice_of(event) != "agree":
        raise RefusedError(say("problem-stale"))
    return Taken(replace(here.session, agreed=True))


def scheme_blocks(_here: Here) -> tuple[Block, ...]:
    """Ask for a route."""
    return (Block("text", say("scheme-ask")),)


def scheme_choices(here: Here) -> tuple[Choice, ...]:
    """Return the routes."""
    return (*_routes(here.standing.library), *controls("language"))


@cache
def _routes(library: Library) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.id, say(f"scheme-{one.id}-choice"))
        for one in library.schemes.values()
        if not one.about.made_up
    )


def take_scheme(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take a route, under the rules in force."""
    one = here.standing.library.schemes.get(choice_of(event))
    if one is None or one.about.made_up:
        raise RefusedError(say("problem-stale"))
    edition = one.in_force(here.on)
    if edition is None:
        raise RefusedError(
            say("problem-no-edition", scheme=say(f"scheme-{one.id}"), day=one.days[0])
        )
    scheme, revision = one.id, edition.revision
    return Taken(replace(here.session, scheme=scheme, edition=edition.day, revision=revision))
