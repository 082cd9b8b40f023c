"""Another answer, tried without losing the one that was told, and both results side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.advice.in_words import say_result
from flows.assessing.assess import Assessment, assess
from flows.assessing.texts import factor_name, requirement
from flows.dialogue.questions import answers
from flows.dialogue.reading import Event, RefusedError, choice_of
from flows.dialogue.reply import Block, Choice, look
from flows.dialogue.results import footer
from flows.dialogue.screens.looks import BACK, LEAVE
from flows.dialogue.session import Answer, Over, Trying
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken
from flows.facts.in_words import say_value
from flows.message import Argument, Message, say


def trying_blocks(_here: Here) -> tuple[Block, ...]:
    """Ask which answer is to be tried another way."""
    return (Block("text", say("trying-ask")),)


def trying_choices(here: Here) -> tuple[Choice, ...]:
    """Return the answers that can be tried another way."""
    # Who comes along decides fees and papers, and never a result.
    vocabulary = here.vocabulary
    lines = answers(vocabulary, here.session.without(vocabulary.family))
    return (*lines, BACK)


def take_trying(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Ask an answer again, to try another."""
    fact = choice_of(event)
    if here.session.answer(fact) is None:
        raise RefusedError(say("problem-stale"))
    return Taken(replace(here.session, at=Trying(fact)))


def compare_blocks(here: Here) -> tuple[Block, ...]:
    """Return two results side by side: as it was told, and with the answer that is tried."""
    now, vocabulary = here.standing.shown, here.vocabulary
    then = assess(now.edition, here.session.tried.facts(vocabulary, here.on), here.on)
    blocks = [
        Block("heading", say("compare-title")),
        *(Block("item", line) for line in _changes(here)),
        Block("text", say("compare-now", stands=say_result(now))),
        Block("text", say("compare-then", stands=say_result(then))),
    ]
    differing = tuple(_differing(now, then))
    blocks += [Block("item", line) for line in differing]
    if not differing and now.outcome == then.outcome:
        blocks.append(Block("text", say("compare-same")))
    if then.missing:
        blocks.append(Block("note", say("compare-open", count=len(then.missing))))
    return (*blocks, *footer(now))


def compare_choices(_here: Here) -> tuple[Choice, ...]:
    """Return whether to keep the answer that is tried, or to try another."""
    keep, again = Choice("keep", say("compare-keep")), look("trying", say("compare-again"))
    return (keep, again, *LEAVE)


def take_compare(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Keep the answer that is tried, or try another."""
    match choice_of(event):
        case "keep":
            return Taken(here.session.tried)
        case "trying":
            return Taken(replace(here.session, at=Over("trying"), trial=()))
    raise RefusedError(say("problem-stale"))


def _changes(here: Here) -> Iterator[Message]:
    """Yield the answers that differ, as they were told and as they are tried."""
    session, tried = here.session, here.session.tried
    for fact in dict.fromkeys([one.fact for one in (*session.answers, *tried.answers)]):
        before, after = session.answer(fact), tried.answer(fact)
        if before != after:
            was, would = _say_answer(here, fact, before), _say_answer(here, fact, after)
            yield say("change-from", fact=say(f"fact-{fact}"), before=was, after=would)


def _say_answer(here: Here, fact: str, answer: Answer | None) -> Argument:
    return say_value(here.vocabulary[fact], answer.known if answer else None)


def _differing(now: Assessment, then: Assessment) -> Iterator[Message]:
    """Yield the prerequisites and factors that come out differently."""
    for one, other in zip(now.prerequisites, then.prerequisites, strict=True):
        if one.met != other.met and other.met is False:
            yield requirement(now.edition, one.id)
    for a, b in zip(now.factors, then.factors, strict=False):
        before, after = now.kind.came_to(a), then.kind.came_to(b)
        if before != after:
            name = factor_name(now.edition, a.id)
            yield say("compare-line", name=name, before=before, after=after)
