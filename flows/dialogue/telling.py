"""Answers taken into a session: together or not at all, and what they contradict left out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flows.dialogue.reading import RefusedError, to_person
from flows.dialogue.reply import Block
from flows.dialogue.session import Answer, Session
from flows.dialogue.standing import Here
from flows.facts.in_words import say_names
from flows.facts.known import FactError, Facts
from flows.facts.vocabulary import Vocabulary
from flows.message import say


class Taken(NamedTuple):
    """A session after an event, what is said before its screen, and its facts where bound."""

    session: Session
    first: tuple[Block, ...] = ()
    facts: Facts | None = None


def settle(here: Here, *answers: Answer) -> Taken:
    """Take answers; earlier ones that contradict them no longer apply, and that is said.

    Raises RefusedError where the answers contradict each other, and then takes none.
    """
    session = fresh = here.session
    for answer in answers:
        fresh = fresh.answered(answer)
    vocabulary = here.vocabulary
    try:
        taken = fit(vocabulary, fresh, here.on, frozenset([one.fact for one in answers]))
    except FactError as error:
        raise RefusedError(to_person(error, answers, here.standing)) from None
    if session.trying:
        return Taken(session.trying_with(taken.session), taken.first)
    return taken


def fit(
    vocabulary: Vocabulary, session: Session, on: date, just_told: frozenset[str] = frozenset()
) -> Taken:
    """Leave out what contradicts the rest, and say so; time alone can bring it to that.

    Raises FactError where it is what was just told that cannot be.
    """
    dropped: list[str] = []
    while True:
        try:
            facts = session.facts(vocabulary, on)
        except FactError as error:
            clashing = _giving_way(vocabulary, error, just_told)
            if clashing in just_told or session.answer(clashing) is None:
                raise
            session = session.without(clashing)
            dropped.append(clashing)
        else:
            break
    if not dropped:
        return Taken(session, (), facts)
    notice = say("notice-dropped", facts=say_names(dropped))
    return Taken(session, (Block("notice", notice),), facts)


def _giving_way(vocabulary: Vocabulary, error: FactError, just_told: frozenset[str]) -> str:
    """Return the fact that no longer applies: the birth, where an age was told anew."""
    anew = error.fact == vocabulary.age and error.fact in just_told
    return vocabulary.birth if anew else error.fact
