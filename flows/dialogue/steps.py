"""One step of the dialogue: a session and an event in, a session and a screen out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from flows.dialogue.fold import stand
from flows.dialogue.machine import walk
from flows.dialogue.reading import Event, RefusedError, Tap
from flows.dialogue.reply import Block, Reply
from flows.dialogue.screens import SCREENS
from flows.dialogue.screens.asking import explanation
from flows.dialogue.session import CARD_MADE, At, Editing, Over, Session
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken, fit
from flows.facts.known import FactError
from flows.library import Library
from flows.message import Message, say


@dataclass(frozen=True)
class Place(Here):
    """Where a person is: the session, what it folds to on a day, and the screen shown there.

    `first` is said before the screen, which is made when it is looked at.
    """

    first: tuple[Block, ...] = ()

    def asks_for_card(self, before: Here) -> bool:
        """Whether it was the step from a place that asked for a score card to be made."""
        return self.standing.state == "card" and self.session.at == CARD_MADE != before.session.at

    @cached_property
    def reply(self) -> Reply:
        """The screen."""
        shown = SCREENS[self.standing.state].reply(self)
        return replace(shown, blocks=(*self.first, *shown.blocks)) if self.first else shown

    @cached_property
    def offers(self) -> Reply:
        """The screen without its words: what can be chosen or told, for whoever reads an answer."""
        made: Reply | None = self.__dict__.get("reply")
        if made is not None:
            return Reply(made.state, (), made.choices, made.asks)
        return SCREENS[self.standing.state].offers(self)


def enter(library: Library, session: Session, on: date) -> Place:
    """Return to a session on a day, after reading it and bringing it to the rules in force."""
    read = session.read(library.vocabulary)
    return _place(library, _to_rules_in_force(library, read, on), on)


def _place(library: Library, taken: Taken, on: date) -> Place:
    """Return where a session stands; what time has brought to contradict the rest is left out.

    It may have come to that unseen: while a language or a route is chosen, no answer is read.
    """
    try:
        standing = stand(library, taken.session, on, taken.facts)
    except FactError:
        rest = fit(library.vocabulary, taken.session, on)
        standing = stand(library, rest.session, on, rest.facts)
        taken = rest._replace(first=(*taken.first, *rest.first))
    return Place(taken.session, standing, on, taken.first)


def step(place: Place, event: Event, languages: tuple[str, ...]) -> Place:
    """Take one event; `languages` are those that can be chosen.

    Never raises for anything a person can do: what cannot be taken is answered with a sentence
    and the same screen.
    """
    before = SCREENS[place.standing.state]
    trigger = before.trigger(event)
    if trigger not in before.leads:
        return _refuse(place, say("problem-not-here"))
    control = _CONTROLS.get(event.choice) if isinstance(event, Tap) else None
    try:
        taken = control(place) if control else before.take(place, event, languages)
    except RefusedError as refusal:
        return _refuse(place, refusal.message)
    landed = _place(place.standing.library, taken, place.on)
    there = landed.standing
    if walk(there.edition, trigger, before.name, there.state):
        return landed
    return _refuse(place, say("problem-not-here"))


def _refuse(place: Place, why: Message) -> Place:
    return replace(place, first=(Block("problem", why),))


def _to_rules_in_force(library: Library, session: Session, on: date) -> Taken:
    """Bring a session that began under other rules to those of today, and say so."""
    if session.scheme is None or session.edition is None:
        return Taken(session)
    today = library.scheme(session.scheme).in_force(on)
    if today is None:
        return Taken(_begin_anew(session), (Block("notice", say("notice-rules-ended")),))
    if today.day == session.edition and today.revision == session.revision:
        return Taken(session)
    moved = replace(
        session,
        edition=today.day,
        revision=today.revision,
        former=False,
        pace="",
        at=None,
        trial=(),
    )
    return Taken(moved, (Block("notice", say("notice-rules-changed", day=today.day)),))


def _begin_anew(session: Session) -> Session:
    return Session(language=session.language, agreed=session.agreed)


def _restart(here: Here) -> Taken:
    return Taken(_begin_anew(here.session))


def _why(here: Here) -> Taken:
    """Explain the question that is asked, or else the result."""
    if here.standing.question is not None:
        return Taken(here.session, explanation(here.standing))
    return Taken(replace(here.session, at=Over("reasons")))


def _back(here: Here) -> Taken:
    """Go to the answer before: it is asked again, and nothing told is lost."""
    session = here.session
    if session.trying:
        return Taken(replace(session, at=Over("trying")))
    if here.standing.question == here.vocabulary.family and not session.editing:
        return Taken(replace(session, at=None))
    told = [answer.fact for answer in session.answers]
    if session.editing in told:
        told = told[: told.index(session.editing or "")]
    if told:
        return Taken(replace(session, at=Editing(told[-1])))
    if session.editing:
        return Taken(replace(session, at=None))
    return Taken(
        replace(session, scheme=None, edition=None, revision=0, former=False, pace="", at=None)
    )


def _to(at: At | None) -> Callable[[Here], Taken]:
    """Return what lays something over the resting place, or leaves what lies there."""
    return lambda here: Taken(replace(here.session, at=at, trial=()))


# What controls do on every screen that offers them.
_CONTROLS: Mapping[str, Callable[[Here], Taken]] = {
    "back": _back,
    "edit": _to(Over("review")),
    "language": _to(Over("language")),
    "person": _to(Over("person")),
    "restart": _restart,
    "resume": _to(None),
    "why": _why,
}
