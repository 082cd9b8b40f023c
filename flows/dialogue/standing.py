"""Where a session stands: the fold over its answers, and what is still worth asking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.assessing.assess import Assessment, assess
from flows.assessing.texts import facts_asked
from flows.dialogue.session import OVER_A_STOP, OVERLAYS, Session
from flows.facts.from_json import read_facts
from flows.facts.known import Facts, nothing
from flows.library import Library
from flows.rules.edition import Edition

# Asked on the overlay of what to do next: it decides fees and documents, never a result.
DEPENDANTS = "dependants"


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the dialogue: its state, and what was worked out to find it.

    `pending` are the facts still worth asking, `asker` the assessment that asks the question.
    """

    library: Library
    state: str
    facts: Facts
    result: Assessment | None = None
    former: Assessment | None = None
    question: str | None = None
    pending: tuple[str, ...] = ()
    asker: Assessment | None = None

    @property
    def shown(self) -> Assessment:
        """The result, where one is shown."""
        if self.result is None:
            raise LookupError("no result is shown")
        return self.result

    @property
    def asked_by(self) -> Assessment:
        """The assessment on whose behalf the question is asked."""
        if self.asker is None:
            raise LookupError("no question is being asked")
        return self.asker


def next_question(result: Assessment, session: Session) -> tuple[str, ...]:
    """Return the facts worth asking: those that can still matter and are not settled."""
    settled = {a.fact for a in session.answers if a.value is None or a.settled}
    route = result.edition.route
    if route is not None and session.answer(route.fact) is None:
        return (route.fact, *result.worth_asking)
    return tuple(fact for fact in result.worth_asking if fact not in settled)


def former_of(result: Assessment) -> tuple[Edition, date] | None:
    """Return the former test and its last day, where the scheme offers it beside this result."""
    one = result.edition.scheme
    last = one.about.former
    if last is None or result.edition.day <= last:
        return None
    edition = one.in_force(last)
    return (edition, last) if edition else None


def stand(library: Library, session: Session, on: date, facts: Facts | None = None) -> Standing:
    """Fold a session on a day; `facts` are those of its answers, where they were just read."""
    before = _before_questions(session)
    if before is not None or session.scheme is None or session.edition is None:
        return Standing(library, before or "scheme", nothing(library.vocabulary))
    edition = library.scheme(session.scheme).edition(session.edition)
    facts = facts or read_facts(library.vocabulary, session.raw, on)
    result = assess(edition, facts, on)
    former = _former(result, facts, session)
    pending = next_question(result, session)
    state, asker, question = _resting(session, result, former, pending)
    if asker is not None and asker is former:
        pending = next_question(former, session)
    return Standing(library, state, facts, result, former, question, pending, asker)


def _before_questions(session: Session) -> str | None:
    """Return the state before a scheme is chosen; None where one is, or may be."""
    if session.language is None or session.at == "language":
        return "language"
    return None if session.agreed else "notice"


def _resting(
    session: Session, result: Assessment, former: Assessment | None, pending: tuple[str, ...]
) -> tuple[str, Assessment | None, str | None]:
    """Return the state, and with a question the assessment that asks it."""
    if session.at in {"review", "person"}:
        return session.at, None, None
    if session.editing:
        return "asking", _asker(session.editing, result, former), session.editing
    place = _resting_place(session, result, former, pending)
    lies = place[0] == "result" or (place[0] == "stopped" and session.over in OVER_A_STOP)
    if session.over not in OVERLAYS or not lies:
        return place
    if session.over == "next" and _family_matters(session, result):
        return "asking", result, DEPENDANTS
    return session.over, None, None


def _asker(fact: str, result: Assessment, former: Assessment | None) -> Assessment:
    """Return the assessment that asks a question anew: the former test where only that reads it."""
    if (
        former is None
        or fact in facts_asked(result.edition)
        or fact not in facts_asked(former.edition)
    ):
        return result
    return former


def _family_matters(session: Session, result: Assessment) -> bool:
    """Whether it is still to be asked who comes along: where fees and documents depend on it."""
    procedure = result.edition.scheme.applying
    return bool(procedure and procedure.fees) and session.answer(DEPENDANTS) is None


def _resting_place(
    session: Session, result: Assessment, former: Assessment | None, pending: tuple[str, ...]
) -> tuple[str, Assessment | None, str | None]:
    """Return where the answers alone lead, whatever lies over it."""
    if result.outcome == "ineligible":
        return "stopped", None, None
    if pending and (result.outcome == "open" or session.pace != "enough"):
        if session.pace == "" and verdict_is_early(result, pending):
            return "early", None, None
        return "asking", result, pending[0]
    more = next_question(former, session) if former is not None else ()
    if more:
        return "asking", former, more[0]
    return "result", None, None


def verdict_is_early(result: Assessment, pending: tuple[str, ...]) -> bool:
    """Whether the outcome is certain although questions remain that could be asked."""
    route = result.edition.route
    if route is not None and route.fact in pending:
        return False
    counted = result.edition.decision.counted and result.outcome != "open"
    return counted or result.outcome == "closed"


def _former(result: Assessment, facts: Facts, session: Session) -> Assessment | None:
    """Assess today's facts under the former test, as it stood on its last day."""
    found = former_of(result) if session.former else None
    if found is None:
        return None
    edition, last = found
    return assess(edition, facts, last)
