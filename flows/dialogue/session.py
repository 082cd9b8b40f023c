"""A session: the language, the edition and the answers. Where it stands is their fold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any, Final, Literal, Self

from flows.facts.from_json import gather, read_told
from flows.facts.known import FactError, Facts, Value
from flows.facts.vocabulary import Vocabulary

VERSION = 3


class Unread(Enum):
    """The value of an answer that was stored and has not been read yet."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact as the person told it: as JSON, to be kept, and as the value it was read as.

    None is "not sure", in both. `settled` marks one that is not to be asked again more precisely.
    Two answers are equal where the same was told, read or not.
    """

    fact: str
    as_told: Any
    settled: bool = False
    value: Value | Unread | None = field(default=UNREAD, compare=False, repr=False)

    @property
    def known(self) -> Value | None:
        """What is known by it: nothing where the person is not sure, or it was not read."""
        return None if self.value is UNREAD else self.value

    def read(self, vocabulary: Vocabulary) -> Self:
        """Return it with its value. Raises FactError for what cannot be read."""
        if self.value is not UNREAD:
            return self
        fact, told = self.fact, self.as_told
        return type(self)(fact, told, self.settled, read_told(vocabulary, fact, told))


@dataclass(frozen=True, slots=True)
class Over:
    """A screen over the resting place, and what it was opened for: a month, a card made."""

    screen: str
    carries: str = ""


@dataclass(frozen=True, slots=True)
class Editing:
    """A fact that is asked again, to change its answer."""

    fact: str


@dataclass(frozen=True, slots=True)
class Trying:
    """A fact that is asked again, to try another answer without losing the one that was told."""

    fact: str


# What lies over the resting place.
At = Over | Editing | Trying
# Where a score card was not only looked at but asked for.
CARD_MADE = Over("card", "made")


def dump_at(at: At | None) -> str:
    """Return the stored form of what lies over the resting place; nothing is ""."""
    match at:
        case None:
            return ""
        case Editing(fact):
            return f"edit:{fact}"
        case Trying(fact):
            return f"try:{fact}"
        case Over(screen, ""):
            return screen
        case Over(screen, carries):
            return f"{screen}:{carries}"


def load_at(stored: str) -> At | None:
    """Read the stored form of what lies over the resting place."""
    screen, _, carries = stored.partition(":")
    match screen:
        case "":
            return None
        case "edit":
            return Editing(carries)
        case "try":
            return Trying(carries)
    return Over(screen, carries)


@dataclass(frozen=True, slots=True)
class Session:
    """All that a conversation keeps.

    `pace` is what the person chose when the verdict was certain early: to go on, or enough.
    `former` asks for the former test beside today's. `at` is what lies over the resting place,
    None where nothing does; `trial` are the answers with one that is only tried. `spouse` are
    the answers about a second person, stored where there is one.
    """

    language: str | None = None
    agreed: bool = False
    scheme: str | None = None
    edition: date | None = None
    revision: int = 0
    answers: tuple[Answer, ...] = field(default=())
    pace: Literal["", "on", "enough"] = ""
    former: bool = False
    at: At | None = None
    trial: tuple[Answer, ...] = ()
    spouse: tuple[Answer, ...] = ()

    @property
    def editing(self) -> str | None:
        """The fact that is being asked again, if any, to change its answer or to try another."""
        at = self.at
        return None if at is None or isinstance(at, Over) else at.fact

    @property
    def trying(self) -> bool:
        """Whether an answer is being tried without losing the one that was told."""
        return isinstance(self.at, Trying)

    @property
    def over(self) -> str | None:
        """The screen over the resting place, if any, without what it was opened for."""
        return self.at.screen if isinstance(self.at, Over) else None

    @property
    def carries(self) -> str:
        """What the screen over the resting place was opened for."""
        return self.at.carries if isinstance(self.at, Over) else ""

    @property
    def tried(self) -> Self:
        """The session as it would be with the answers that are tried."""
        return replace(self, answers=self.trial, trial=(), at=None)

    @property
    def raw(self) -> dict[str, Any]:
        """The answers as `assess` takes them, for what leaves the program."""
        return {answer.fact: answer.as_told for answer in self.answers}

    def answer(self, fact: str) -> Answer | None:
        """Return the answer to a fact, if one was given."""
        for one in self.answers:
            if one.fact == fact:
                return one
        return None

    def answered(self, answer: Answer) -> Self:
        """Return the session with an answer in its old place, or as the latest.

        The resting place shows again; with a changed answer, an early verdict may be told anew.
        """
        answers = (*self.answers, answer)
        if self.answer(answer.fact) is not None:
            answers = tuple(answer if a.fact == answer.fact else a for a in self.answers)
        again = self.editing is not None
        # Written out, because every step does it: `replace` takes twice as long.
        return type(self)(
            self.language,
            self.agreed,
            self.scheme,
            self.edition,
            self.revision,
            answers,
            "" if again and self.pace == "enough" else self.pace,
            self.former,
            # What was asked on an overlay is answered there.
            None if again else self.at,
            self.trial,
            self.spouse,
        )

    def trying_with(self, other: Self) -> Self:
        """Return the session with another one's answers beside its own, to be compared."""
        return replace(self, trial=other.answers, at=Over("compare"))

    def without(self, fact: str) -> Self:
        """Return the session without the answer to a fact."""
        return replace(self, answers=tuple(one for one in self.answers if one.fact != fact))

    def read(self, vocabulary: Vocabulary) -> Self:
        """Return the session with the values of its answers.

        What cannot be read stays as it was stored, until an answer is needed and it is left out.
        """
        told = (self.answers, self.trial, self.spouse)
        answers, trial, spouse = (_read_all(vocabulary, one) for one in told)
        return replace(self, answers=answers, trial=trial, spouse=spouse)

    def facts(self, vocabulary: Vocabulary, on: date) -> Facts:
        """Return what the answers say of the person on a day.

        Raises FactError for answers that contradict each other, and for one that cannot be read.
        """
        values: dict[str, Value] = {}
        for one in self.answers:
            value = one.value
            if value is UNREAD:
                value = read_told(vocabulary, one.fact, one.as_told)
            if value is not None:
                values[one.fact] = value
        return gather(vocabulary, values, on)

    def dump(self) -> dict[str, Any]:
        """Return the stored form: plain JSON with its version."""
        second = {"spouse": _dump(self.spouse)} if self.spouse else {}
        return {
            "version": VERSION,
            "language": self.language,
            "agreed": self.agreed,
            "scheme": self.scheme,
            "edition": self.edition.isoformat() if self.edition else None,
            "revision": self.revision,
            "answers": _dump(self.answers),
            "pace": self.pace,
            "former": self.former,
            "at": dump_at(self.at),
            "trial": _dump(self.trial),
            **second,
        }

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Self:
        """Read a stored form; the values of its answers are read where it is entered.

        Raises ValueError for a version that is not known here.
        """
        if stored.get("version") not in range(1, VERSION + 1):
            found = stored.get("version")
            sentence = (
                f"a stored session has version {found}, but versions up to {VERSION} are known"
            )
            raise ValueError(sentence)
        day = stored["edition"]
        return cls(
            language=stored["language"],
            agreed=stored["agreed"],
            scheme=stored["scheme"],
            edition=date.fromisoformat(day) if day else None,
            revision=stored["revision"],
            answers=_load(stored["answers"]),
            pace=stored["pace"],
            former=stored["former"],
            at=load_at(stored["at"]),
            # Since version 2.
            trial=_load(stored.get("trial", ())),
            # Since version 3.
            spouse=_load(stored.get("spouse", ())),
        )


def _dump(answers: tuple[Answer, ...]) -> list[list[Any]]:
    return [[one.fact, one.as_told, one.settled] for one in answers]


def _load(stored: Iterable[list[Any]]) -> tuple[Answer, ...]:
    return tuple(Answer(str(fact), told, settled) for fact, told, settled in stored)


def _read_all(vocabulary: Vocabulary, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    if all(one.value is not UNREAD for one in answers):
        return answers
    found = []
    for one in answers:
        try:
            found.append(one.read(vocabulary))
        except FactError:
            found.append(one)
    return tuple(found)
