"""The fold over a session's answers: where it stands, and what is still worth asking."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flows.assessing.assess import Assessment, assess
from flows.assessing.texts import facts_to_ask
from flows.dialogue.screens import SCREENS, looks_over
from flows.dialogue.session import Session
from flows.dialogue.standing import Standing, former_of
from flows.facts.known import Facts, nothing
from flows.library import Library


class _Lands(NamedTuple):
    """A state, and with a question the assessment that asks it."""

    state: str
    asker: Assessment | None = None
    question: str | None = None


def stand(library: Library, session: Session, on: date, facts: Facts | None = None) -> Standing:
    """Fold a session on a day; `facts` are those of its answers, where they were just bound.

    Raises FactError where the answers contradict each other.
    """
    before = _before_questions(session)
    if before is not None or session.scheme is None or session.edition is None:
        return Standing(library, before or "scheme", nothing(library.vocabulary))
    edition = library.scheme(session.scheme).edition(session.edition)
    facts = facts or session.facts(library.vocabulary, on)
    result = assess(edition, facts, on)
    former = _former(result, facts, session)
    pending = worth_asking(result, session)
    state, asker, question = _lands(session, result, former, pending)
    if asker is not None and asker is former:
        pending = worth_asking(former, session)
    looks = looks_over(state)
    return Standing(library, state, facts, result, former, question, pending, asker, looks)


def worth_asking(result: Assessment, session: Session) -> tuple[str, ...]:
    """Return the facts worth asking: those that can still matter and are not settled."""
    settled = {a.fact for a in session.answers if a.value is None or a.settled}
    route = result.edition.route
    if route is not None and session.answer(route.fact) is None:
        return (route.fact, *result.worth_asking)
    return tuple([fact for fact in result.worth_asking if fact not in settled])


def _before_questions(session: Session) -> str | None:
    """Return the state before a scheme is chosen; None where one is, or may be."""
    if session.language is None or session.over == "language":
        return "language"
    return None if session.agreed else "notice"


def _lands(
    session: Session, result: Assessment, former: Assessment | None, pending: tuple[str, ...]
) -> _Lands:
    """Return where a session stands: what is asked again, what lies over, or where it rests."""
    if session.at is None:
        return _resting(session, result, former, pending)
    again = session.editing
    if again is not None and again in result.edition.vocabulary:
        return _Lands("asking", _asker(again, result, former), again)
    resting = _resting(session, result, former, pending)
    screen = SCREENS.get(session.over or "")
    if screen is None or resting.state not in screen.over:
        return resting
    first = screen.asks_first(session, result)
    return _Lands("asking", result, first) if first else _Lands(screen.name)


def _asker(fact: str, result: Assessment, former: Assessment | None) -> Assessment:
    """Return the assessment that asks a question anew: the former test where only that reads it."""
    if (
        former is None
        or fact in facts_to_ask(result.edition)
        or fact not in facts_to_ask(former.edition)
    ):
        return result
    return former


def _resting(
    session: Session, result: Assessment, former: Assessment | None, pending: tuple[str, ...]
) -> _Lands:
    """Return where the answers alone lead, whatever lies over it."""
    if result.outcome == "ineligible":
        return _Lands("stopped")
    if pending and (result.outcome == "open" or session.pace != "enough"):
        if session.pace == "" and _verdict_is_early(result, pending):
            return _Lands("early")
        return _Lands("asking", result, pending[0])
    more = worth_asking(former, session) if former is not None else ()
    if more:
        return _Lands("asking", former, more[0])
    return _Lands("result")


def _verdict_is_early(result: Assessment, pending: tuple[str, ...]) -> bool:
    """Whether the outcome is certain although questions remain that could be asked."""
    route = result.edition.route
    if route is not None and route.fact in pending:
        return False
    sure = result.outcome != "open" and result.kind.counted
    return sure or result.outcome == "closed"


def _former(result: Assessment, facts: Facts, session: Session) -> Assessment | None:
    """Assess today's facts under the former test, as it stood on its last day."""
    found = former_of(result) if session.former else None
    if found is None:
        return None
    edition, last = found
    return assess(edition, facts, last)
