"""One step of the dialogue: a session and an event in, a session and a reply out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from flows.advice.forecast import YEARS
from flows.dialogue import reading
from flows.dialogue.machine import TRIGGERS, legal, walk
from flows.dialogue.reading import BIRTH, Event, RefusedError, Say, Tap
from flows.dialogue.reply import Block, Reply
from flows.dialogue.results import offered
from flows.dialogue.screens import explanation, screen
from flows.dialogue.session import CARD_MADE, Answer, Session
from flows.dialogue.standing import DEPENDANTS, Standing, stand
from flows.facts.from_json import read_facts
from flows.facts.in_words import named
from flows.facts.known import FactError, Facts
from flows.library import Library
from flows.message import say
from flows.rules.edition import Edition

_CONTROLS = frozenset(TRIGGERS) - {"answer"}


class Taken(NamedTuple):
    """A session after an event, what is said before its screen, and its facts where read."""

    session: Session
    first: tuple[Block, ...] = ()
    facts: Facts | None = None


@dataclass(frozen=True)
class Place:
    """Where a person is: the session, what it folds to on a day, and the screen shown there.

    `first` is said before the screen, which is made when it is looked at.
    """

    session: Session
    standing: Standing
    on: date
    first: tuple[Block, ...] = ()

    def asks_for_card(self, before: Place) -> bool:
        """Whether it was the step from a place that asked for a score card to be made."""
        return self.standing.state == "card" and self.session.at == CARD_MADE != before.session.at

    @cached_property
    def reply(self) -> Reply:
        """The screen."""
        shown = screen(self.session, self.standing, self.on)
        return replace(shown, blocks=(*self.first, *shown.blocks)) if self.first else shown


def enter(library: Library, session: Session, on: date) -> Place:
    """Return to a session on a day, after bringing it to the rules in force."""
    return _placed(library, Taken(*_to_rules_in_force(library, session, on)), on)


def _placed(library: Library, taken: Taken, on: date) -> Place:
    """Return where a session stands; what time has brought to contradict the rest is left out.

    It may have come to that unseen: while a language or a route is chosen, no answer is read.
    """
    try:
        return Place(taken.session, stand(library, taken.session, on, taken.facts), on, taken.first)
    except FactError:
        fit = _fitting(library, taken.session, on)
        standing = stand(library, fit.session, on, fit.facts)
        return Place(fit.session, standing, on, (*taken.first, *fit.first))


def step(place: Place, event: Event, languages: tuple[str, ...]) -> Place:
    """Take one event; `languages` are those that can be chosen.

    Never raises for anything a person can do: what cannot be taken is answered with a sentence
    and the same screen.
    """
    trigger = _trigger(event, place.standing.state)
    try:
        taken = _take(place, trigger, event, languages)
    except RefusedError as refusal:
        return replace(place, first=(Block("problem", refusal.message),))
    library, before = place.standing.library, place.standing.state
    landed = _placed(library, taken, place.on)
    if not walk(_edition(library, landed.session), trigger, before, landed.standing.state):
        move = f"{trigger} from {before} to {landed.standing.state}"
        raise RuntimeError(f"the machine forbids {move}")
    return landed


def _trigger(event: Event, state: str) -> str:
    """Return what an event asks of the machine; picking an answer to change is an edit."""
    if isinstance(event, Tap) and event.choice in _CONTROLS:
        return event.choice
    picks = state in {"review", "trying"} or (state == "stopped" and event == Tap("change"))
    return "edit" if picks else "answer"


def _edition(library: Library, session: Session) -> Edition | None:
    if session.scheme is None or session.edition is None:
        return None
    return library.scheme(session.scheme).edition(session.edition)


def _to_rules_in_force(
    library: Library, session: Session, on: date
) -> tuple[Session, tuple[Block, ...]]:
    """Bring a session that began under other rules to those of today, and say so."""
    if session.scheme is None or session.edition is None:
        return session, ()
    today = library.scheme(session.scheme).in_force(on)
    if today is None:
        ended = Session(language=session.language, agreed=session.agreed)
        return ended, (Block("notice", say("notice-rules-ended")),)
    if today.day == session.edition and today.revision == session.revision:
        return session, ()
    moved = replace(
        session, edition=today.day, revision=today.revision, former=False, pace="", at="", trial=()
    )
    return moved, (Block("notice", say("notice-rules-changed", day=today.day)),)


def _take(place: Place, trigger: str, event: Event, languages: tuple[str, ...]) -> Taken:
    session, standing = place.session, place.standing
    if not legal(_edition(standing.library, session), trigger, standing.state):
        raise RefusedError(say("problem-not-here"))
    if trigger == "answer" or (trigger == "edit" and event != Tap("edit")):
        return _answer(place, event, languages)
    if trigger == "unsure":
        return _unsure(place)
    if trigger == "why" and standing.state in {"result", "stopped"}:
        return Taken(replace(session, at="reasons"))
    if trigger == "why":
        return Taken(session, explanation(standing))
    if trigger == "back":
        return Taken(_back(session, standing.question))
    if trigger == "restart":
        return Taken(Session(language=session.language, agreed=session.agreed))
    at = {"edit": "review", "language": "language", "person": "person", "resume": ""}[trigger]
    return Taken(replace(session, at=at, trial=()))


def _answer(place: Place, event: Event, languages: tuple[str, ...]) -> Taken:
    session, standing = place.session, place.standing
    if standing.state == "asking":
        told = reading.answered(event, session, standing, place.on)
        return _settled(place, standing.question or "", told)
    if standing.state == "when" and isinstance(event, Say):
        return _month_typed(place, event)
    choice = reading.chosen(event)
    match standing.state, choice:
        case "language", _ if choice in languages:
            return Taken(replace(session, language=choice, at=""))
        case "notice", "agree":
            return Taken(replace(session, agreed=True))
        case "scheme", _:
            return Taken(_choose_scheme(place, choice))
        case "early", "on" | "enough":
            return Taken(replace(session, pace="on" if choice == "on" else "enough"))
        case "stopped", "change":
            return Taken(_change_failed(session, standing))
        case "review", _ if session.answer(choice):
            return Taken(replace(session, at=f"edit:{choice}"))
    return Taken(_answer_over(session, standing, choice))


def _answer_over(session: Session, standing: Standing, choice: str) -> Session:
    """Take a choice on a result, or on what lies over it."""
    match standing.state, choice:
        case "result", "on":
            return replace(session, pace="on")
        case "result", "former":
            return replace(session, former=True)
        case "trying", _ if session.answer(choice):
            return replace(session, at=f"try:{choice}")
        case "compare", "keep":
            return session.tried
        case "compare", "trying":
            return replace(session, at="trying", trial=())
        case "next", "dependants":
            return session.without(DEPENDANTS)
        case "card", "make":
            return replace(session, at=CARD_MADE)
        case "result" | "stopped", _ if choice in offered(standing):
            return replace(session, at=choice)
    raise RefusedError(say("problem-stale"))


def _choose_scheme(place: Place, choice: str) -> Session:
    one = place.standing.library.schemes.get(choice)
    if one is None or one.about.made_up:
        raise RefusedError(say("problem-stale"))
    edition = one.in_force(place.on)
    if edition is None:
        raise RefusedError(
            say("problem-no-edition", scheme=say(f"scheme-{one.id}"), day=one.days[0])
        )
    return replace(place.session, scheme=one.id, edition=edition.day, revision=edition.revision)


def _change_failed(session: Session, standing: Standing) -> Session:
    """Ask the last answer again that failed a prerequisite."""
    wanted = standing.shown.failed_on
    for answer in reversed(session.answers):
        if answer.fact in wanted:
            return replace(session, at=f"edit:{answer.fact}")
    return replace(session, at="review")


def _unsure(place: Place) -> Taken:
    session, fact = place.session, place.standing.question or ""
    before = session.answer(fact)
    # A band that was told is kept when the person cannot be more precise.
    keep = before.value if before is not None and not session.editing else None
    return _settled(place, fact, keep, settled=True)


def _back(session: Session, question: str | None) -> Session:
    """Go to the answer before: it is asked again, and nothing told is lost."""
    if session.trying:
        return replace(session, at="trying")
    if question == DEPENDANTS and not session.editing:
        return replace(session, at="")
    told = [answer.fact for answer in session.answers]
    if session.editing in told:
        told = told[: told.index(session.editing or "")]
    if told:
        return replace(session, at=f"edit:{told[-1]}")
    if session.editing:
        return replace(session, at="")
    return replace(session, scheme=None, edition=None, revision=0, former=False, pace="", at="")


def _settled(place: Place, fact: str, value: Any, *, settled: bool = False) -> Taken:
    """Take an answer; earlier ones that contradict it no longer apply, and that is said."""
    session = place.session
    fresh = session.answered(Answer(fact, value, settled))
    try:
        taken = _fitting(place.standing.library, fresh, place.on, fact)
    except FactError as error:
        raise RefusedError(reading.to_person(error, place.standing)) from None
    if session.trying:
        return Taken(session.trying_with(taken.session), taken.first)
    return taken


def _fitting(library: Library, session: Session, on: date, just_told: str = "") -> Taken:
    """Leave out what contradicts the rest, and say so; time alone can bring it to that.

    Raises FactError where it is what was just told that cannot be.
    """
    dropped: list[str] = []
    while True:
        try:
            facts = read_facts(library.vocabulary, session.raw, on)
        except FactError as error:
            clashing = _giving_way(error, just_told)
            if clashing == just_told or session.answer(clashing) is None:
                raise
            session = session.without(clashing)
            dropped.append(clashing)
        else:
            break
    if not dropped:
        return Taken(session, (), facts)
    notice = say("notice-dropped", facts=named(dropped))
    return Taken(session, (Block("notice", notice),), facts)


def _giving_way(error: FactError, just_told: str) -> str:
    """Return the fact that no longer applies: the birth, where an age was told anew."""
    return BIRTH if error.fact == just_told == "age" else error.fact


def _month_typed(place: Place, event: Say) -> Taken:
    """Take a month: one that is past is that of birth, one to come that of applying."""
    found = reading.month(event, place.on)
    if (found.year, found.month) < (place.on.year, place.on.month):
        taken = _settled(
            place, BIRTH, reading.born(place.standing.library.vocabulary, event, place.on)
        )
        return taken._replace(
            first=(*taken.first, Block("notice", say("notice-born", month=found)))
        )
    if (found.year, found.month) >= (place.on.year + YEARS, place.on.month):
        raise RefusedError(say("problem-month-far", month=found, years=YEARS))
    return Taken(replace(place.session, at=f"when:{found.year:04}-{found.month:02}"))
