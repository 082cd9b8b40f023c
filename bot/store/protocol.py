"""What any store keeps and does; SQLite is the first, others stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class StoreError(Exception):
    """The store cannot be used as it is; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An update as it came, by its key.

    `damaged` says that what is stored of it cannot be read again; `raw` is empty then.
    """

    update_id: int
    chat_id: int | None
    raw: dict[str, Any]
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as it stands: what is sealed, and what the sender needs to know.

    `state` is the sealed part as JSON (the session, and which message holds the last typed
    answer); `rev` rises with every turn; `screen` is the message that shows the screen. `lost`
    says that the stored state cannot be read again: the commit of the next turn sets it aside.
    """

    chat_id: int
    state: dict[str, Any] = field(default_factory=dict)
    rev: int = 0
    screen: int | None = None
    blocked: bool = False
    finished: bool = False
    lost: bool = False


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
    that is kept of that chat first; `moved_to` gives a chat's state to another id. `tells_all` asks
    for the plain columns of the chat's rows in the document that it hands over. `unread` says that
    the update could not be read again: it is set aside.
    """

    update_id: int
    chat: Chat | None = None
    effects: tuple[Effect, ...] = ()
    to: int | None = None
    forget: bool = False
    moved_to: int | None = None
    tells_all: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A call that waits to be made, written when its turn was committed."""

    id: int
    chat_id: int
    effect: Effect
    tries: int
    was_sending: bool
    screen: int | None
    written_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Clock:
    """What the store remembers of the clock: when it was last looked at, and since when doubted."""

    looked_at: float | None = None
    doubted_at: float | None = None


class Store(Protocol):
    """What the gate, turns, sender and sweep need of a store.

    Trouble that passes, such as a full disk or a lock that another program holds, is waited out
    inside each method; `healthy` is false meanwhile.
    """

    @property
    def healthy(self) -> bool:
        """Whether the store could be written when it was last tried."""

    def alias(self, chat_id: int) -> str:
        """Return the name of a chat in the log."""

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        """Commit updates; one that is known already is a no-op. Return how many were new."""

    async def waiting(self, limit: int) -> Sequence[Accepted]:
        """Return accepted updates that no turn has taken, oldest first."""

    async def chats(self, ids: Sequence[int]) -> dict[int, Chat]:
        """Return the chats that are known."""

    async def kept(self, chat_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return the plain columns of all rows of a chat, by table; what is sealed is left out."""

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

    async def prune(self, now: float) -> None:
        """Drop the keys of updates that cannot come again."""

    async def clock(self) -> Clock:
        """Return what is remembered of the clock."""

    async def set_clock(self, clock: Clock) -> None:
        """Remember the clock."""

    async def newest(self) -> float | None:
        """Return the latest time that any row holds."""

    async def redate(self, after: float, before: float, now: float) -> int:
        """Let what is dated between two times count as of now; return how many chats."""

    async def close(self) -> None:
        """Finish what is held."""
