"""A conversation before a turn, and what the turn came to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from bot.conversation.acts import Answer
from bot.conversation.kept import Kept
from bot.words.catalogue import DEFAULT
from flows.dialogue import Place
from flows.dialogue.screens import OVERLAYS

# Who stands there has a result to come back to.
FINISHED = frozenset({"result", "stopped", *OVERLAYS})


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation before a turn.

    `key` is what the channel knows it by. `known` says that something of it is kept; `lost` that
    what was kept cannot be read again. `place` is where it stands, if that is remembered.
    """

    key: Hashable
    kept: Kept
    known: bool = True
    lost: bool = False
    place: Place | None = None

    @property
    def language(self) -> str:
        """The language that is spoken in it."""
        return self.kept.session.language or DEFAULT


@dataclass(frozen=True, slots=True)
class After:
    """What a turn came to: what to answer, in which language, and what to store from then on.

    Without `stored` nothing is to be stored, or nothing else than before. `place` is where a new
    screen leaves the person; without it the screen that was shown before still counts.
    """

    answers: tuple[Answer, ...]
    language: str
    stored: dict[str, Any] | None = None
    place: Place | None = None

    @property
    def finished(self) -> bool:
        """Whether there is a result to come back to, for which a conversation is kept longer."""
        return self.place is not None and self.place.standing.state in FINISHED
