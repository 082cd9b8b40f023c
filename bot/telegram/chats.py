"""What is kept of a chat, sealed: the session, and how Telegram shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from flows.dialogue import Session

VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """The sealed part of a chat.

    `typed` is the message that held the last typed answer and `fact` what it answered; `wish`
    the route that a deep link asked for; `deleting` whether a deletion was offered; `album` the
    last album, which is answered once.
    """

    session: Session
    typed: int | None = None
    fact: str | None = None
    wish: str | None = None
    deleting: bool = False
    album: str = ""

    def dump(self) -> dict[str, Any]:
        """Return the stored form."""
        return {
            "version": VERSION,
            "session": self.session.dump(),
            "typed": self.typed,
            "fact": self.fact,
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
        if stored.get("version") != VERSION:
            raise ValueError(f"a stored chat has version {stored.get('version')}, not {VERSION}")
        return cls(
            Session.load(stored["session"]),
            stored["typed"],
            stored["fact"],
            stored["wish"],
            stored["deleting"],
            stored["album"],
        )
