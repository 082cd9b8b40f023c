"""What is kept of a conversation, sealed and versioned: the session, and what was said to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from flows.dialogue import Session

VERSION = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of a conversation.

    Messages are known by the channel's numbers for them: `typed` are those that held typed
    answers, by the facts that they answered; `refused` is the one that was taken for no answer,
    as long as nothing else was said, and `edited` the last one of which was said that its edit
    changes nothing. `wish` is the route that a deep link asked for; `deleting` whether a deletion
    was offered; `album` the last files that came together, which are answered once.
    """

    session: Session
    typed: Mapping[str, int] = field(default_factory=dict)
    refused: int | None = None
    edited: int | None = None
    wish: str | None = None
    deleting: bool = False
    album: str = ""

    def answered_by(self, message_id: int | None) -> str | None:
        """Return the fact that a message answered and that is still told."""
        found = (fact for fact, message in self.typed.items() if message == message_id)
        return next((fact for fact in found if self.session.answer(fact) is not None), None)

    def after(self, session: Session) -> Self:
        """Return what is kept after a step: of typed answers, those that still stand."""
        if session == self.session:
            return self
        told = {fact: one for fact, one in self.typed.items() if session.answer(fact) is not None}
        return replace(self, typed=told, refused=None)

    def at(self, session: Session, *, deleting: bool) -> Self:
        """Return what is kept once a screen is shown for a session; made at every turn."""
        return type(self)(
            session, self.typed, self.refused, self.edited, self.wish, deleting, self.album
        )

    def dump(self) -> dict[str, Any]:
        """Return the stored form."""
        return {
            "version": VERSION,
            "session": self.session.dump(),
            "typed": dict(self.typed),
            "refused": self.refused,
            "edited": self.edited,
            "wish": self.wish,
            "deleting": self.deleting,
            "album": self.album,
        }

    @classmethod
    def load_or_none(cls, stored: dict[str, Any]) -> Self | None:
        """Read a stored form; None for one that is not known here, or is damaged."""
        try:
            return cls.load(stored)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Self:
        """Read a stored form; nothing stored is a new chat. Raises ValueError for a newer one."""
        if not stored:
            return cls(Session())
        version = stored.get("version")
        if version not in range(1, VERSION + 1):
            sentence = (
                f"a stored chat has version {version}, but versions up to {VERSION} are known"
            )
            raise ValueError(sentence)
        typed = stored["typed"]
        if version == 1:
            # The last typed answer alone.
            typed = {stored["fact"]: typed} if typed and stored["fact"] else {}
        return cls(
            Session.load(stored["session"]),
            typed,
            stored.get("refused"),
            stored.get("edited"),
            stored["wish"],
            stored["deleting"],
            stored["album"],
        )
