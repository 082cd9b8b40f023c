"""What any store keeps and does; SQLite is the first, others stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class StoreError(Exception):
    """The store cannot be used as it is; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An update as it came, by its key."""

    update_id: int
    chat_id: int | None
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as it stands: what is sealed, and what the sender needs to know.

    `state` is the sealed part as JSON (the session, and which message holds the last typed
    answer); `rev` rises with every turn; `screen` is the message that shows the screen.
    """

    chat_id: int
    state: dict[str, Any] = field(default_factory=dict)
    rev: int = 0
    screen: int | None = None
    blocked: bool = False
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """One Bot API call that a turn wants: its method and parameters.

    `screen` marks the one that shows the screen; an edit without a message to edit becomes a
    new message. `passing` marks one that is worthless later (the answer to a tap) or beside the
    conversation (the commands in a chat): it is tried once. `last` marks a last word to a chat of
    which nothing is kept.
    """

    method: str
    parameters: dict[str, Any]
    screen: bool = False
    passing: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one update came to: the chat after it and the calls it wants.

    Without a chat nothing is kept, and `to` says whom the calls concern. `forget` deletes all
    that is kept of that chat first; `moved_to` gives a chat's state to another id.
    """

    update_id: int
    chat: Chat | None = None
    effects: tuple[Effect, ...] = ()
    to: int | None = None
    forget: bool = False
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A call that waits to be made; `written_at` is 0 where an older program wrote it."""

    id: int
    chat_id: int
    effect: Effect
    tries: int
    was_sending: bool
    screen: int | None
    written_at: float = 0.0


class Store(Protocol):
    """What the gate, turns and sender need of a store."""

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        """Commit updates; one that is known already is a no-op. Return how many were new."""

    async def waiting(self, limit: int) -> Sequence[Accepted]:
        """Return accepted updates that no turn has taken, oldest first."""

    async def chats(self, ids: Sequence[int]) -> dict[int, Chat]:
        """Return the chats that are known."""

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """Commit turns whole: updates done, chats as they stand, calls to make."""

    async def due(self, now: float, busy: frozenset[int], limit: int) -> Sequence[Letter]:
        """Return the first letter of each chat that may be sent and is not busy."""

    async def next_due(self, busy: frozenset[int] = frozenset()) -> float | None:
        """Return when the first letter of some chat that is not busy may be sent."""

    async def sending(self, letters: Sequence[Letter]) -> None:
        """Mark letters before their calls are made."""

    async def sent(self, done: Sequence[tuple[Letter, int | None]]) -> None:
        """Mark letters as done, and the screen's message where one showed the screen."""

    async def hold(
        self, letter: Letter, until: float, *, whole_chat: bool, since: float = 0.0
    ) -> None:
        """Let a letter wait until then, and with it its chat where all of it must.

        A clock that shows an earlier time than `since` has been put back: the hold is over.
        """

    async def blocked(self, chat_id: int) -> None:
        """End a chat's letters until the person returns."""

    async def moved(self, chat_id: int, to: int) -> None:
        """Give a chat's state and letters to the id that it has become."""

    async def forget_before(self, unfinished: float, finished: float) -> int:
        """Delete chats untouched since then; return how many."""

    async def close(self) -> None:
        """Finish what is held."""
