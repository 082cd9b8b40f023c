"""Where somebody is: the session, and what was worked out to find where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.assessing.assess import Assessment
from flows.dialogue.session import Session
from flows.facts.known import Facts
from flows.facts.vocabulary import Vocabulary
from flows.library import Library
from flows.rules.edition import Edition


@dataclass(frozen=True, slots=True)
class Standing:
    """What a session folds to: its state, and what was worked out to find it.

    `pending` are the facts still worth asking, `asker` the assessment that asks the question,
    `looks` the screens that may lie over this one, in the order in which they are offered.
    """

    library: Library
    state: str
    facts: Facts
    result: Assessment | None = None
    former: Assessment | None = None
    question: str | None = None
    pending: tuple[str, ...] = ()
    asker: Assessment | None = None
    looks: tuple[str, ...] = ()

    @property
    def edition(self) -> Edition | None:
        """The rules in force, once a scheme is chosen and its questions are asked."""
        return self.result.edition if self.result is not None else None

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


@dataclass(frozen=True)
class Here:
    """Where a person is on a day: all that a screen is made from."""

    session: Session
    standing: Standing
    on: date

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that can be told."""
        return self.standing.library.vocabulary


def former_of(result: Assessment) -> tuple[Edition, date] | None:
    """Return the former test and its last day, where the scheme offers it beside this result."""
    one = result.edition.scheme
    last = one.about.former
    if last is None or result.edition.day <= last:
        return None
    edition = one.in_force(last)
    return (edition, last) if edition else None
