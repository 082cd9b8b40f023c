"""A session: the language, the edition and the answers. Where it stands is their fold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Self

VERSION = 2
# What lies over a result until the person goes on; the first three over a stop as well.
OVERLAYS = ("ways", "when", "reasons", "next", "card", "trying", "compare")
OVER_A_STOP = OVERLAYS[:3]
# Where a score card was not only looked at but asked for.
CARD_MADE = "card:made"


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact as the person told it, as JSON; None is "not sure".

    `settled` marks one that is not to be asked again more precisely.
    """

    fact: str
    value: Any
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """All that a conversation keeps.

    `pace` is what the person chose when the verdict was certain early: to go on, or enough.
    `former` asks for the former test beside today's. `at` names what lies over the resting
    place: `language`, `review`, `person`, one of OVERLAYS (`when:<year>-<month>` with the month
    that was chosen, `card:made` once the card was asked for), `edit:<fact>`, or `try:<fact>`
    for an answer that is only tried; `trial` are the answers with it.
    """

    language: str | None = None
    agreed: bool = False
    scheme: str | None = None
    edition: date | None = None
    revision: int = 0
    answers: tuple[Answer, ...] = field(default=())
    pace: Literal["", "on", "enough"] = ""
    former: bool = False
    at: str = ""
    trial: tuple[Answer, ...] = ()

    @property
    def editing(self) -> str | None:
        """The fact that is being asked again, if any, to change its answer or to try another."""
        if not self.at:
            return None
        over, _, fact = self.at.partition(":")
        return fact if over in {"edit", "try"} else None

    @property
    def trying(self) -> bool:
        """Whether an answer is being tried without losing the one that was told."""
        return self.over == "try"

    @property
    def tried(self) -> Self:
        """The session as it would be with the answers that are tried."""
        return replace(self, answers=self.trial, trial=(), at="")

    @property
    def over(self) -> str:
        """The overlay that lies over the resting place, without what it was opened for."""
        return self.at.partition(":")[0]

    @property
    def raw(self) -> dict[str, Any]:
        """The answers as `assess` takes them."""
        return {answer.fact: answer.value for answer in self.answers}

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
        pace = "" if self.editing and self.pace == "enough" else self.pace
        # What was asked on an overlay is answered there.
        at = "" if self.editing else self.at
        return replace(self, answers=answers, at=at, pace=pace)

    def trying_with(self, other: Self) -> Self:
        """Return the session with another one's answers beside its own, to be compared."""
        return replace(self, trial=other.answers, at="compare")

    def without(self, fact: str) -> Self:
        """Return the session without the answer to a fact."""
        return replace(self, answers=tuple(one for one in self.answers if one.fact != fact))

    def dump(self) -> dict[str, Any]:
        """Return the stored form: plain JSON with its version."""
        return {
            "version": VERSION,
            "language": self.language,
            "agreed": self.agreed,
            "scheme": self.scheme,
            "edition": self.edition.isoformat() if self.edition else None,
            "revision": self.revision,
            "answers": [[a.fact, a.value, a.settled] for a in self.answers],
            "pace": self.pace,
            "former": self.former,
            "at": self.at,
            "trial": [[a.fact, a.value, a.settled] for a in self.trial],
        }

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Self:
        """Read a stored form. Raises ValueError for a version that is not known here."""
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
            answers=tuple(Answer(*one) for one in stored["answers"]),
            pace=stored["pace"],
            former=stored["former"],
            at=stored["at"],
            # Since version 2.
            trial=tuple(Answer(*one) for one in stored.get("trial", ())),
        )
