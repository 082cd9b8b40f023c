"""What any store keeps and does; SQLite is the first, others stand beside it.

The key of a conversation is a whole number of 64 bits, its `chat_id`. A chat on Telegram has the id
that Telegram gives it; whatever else holds conversations takes keys below `OTHER_KEYS_BELOW`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

# Telegram's ids have 52 bits at most.
OTHER_KEYS_BELOW = -(1 << 62)


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

    What came otherwise than as an update, such as a page that was sent, has no `update_id`. Without
    a chat nothing is kept, and `to` says whom the calls concern. `forget` deletes all
    that is kept of that chat first; `moved_to` gives a chat's state to another id. `tells_all` asks
    for the plain columns of the chat's rows in the document that it hands over. `unread` says that
    the update could not be read again: it is set aside.
    """

    update_id: int | None
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


# Returns the call to make in place of one that cannot be read, if any, for a chat as it stands.
Instead = Callable[[Chat], Effect | None]


class Batch(Protocol):
    """Updates that one worker turns, and their chats, which nobody else turns meanwhile."""

    @property
    def updates(self) -> Sequence[Accepted]:
        """The updates, oldest first."""

    @property
    def chats(self) -> dict[int, Chat]:
        """Those of their chats, and of the others asked for, that are known; the worker's own."""

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """Commit turns of these chats whole: updates done, chats as they stand, calls to make."""


class Store(Protocol):
    """What the service, gate, worker, sender and sweep need of a store.

    Trouble that passes, such as a full disk or a lock that another program holds, is waited out
    inside each method; `healthy` is false meanwhile. Any other trouble is a StoreError.

    Many can work on one store: turns and letters are claimed, and what somebody has claimed is
    handed to nobody else. What was claimed by a process that died waits again.
    """

    @property
    def healthy(self) -> bool:
        """Whether the store could be written when it was last tried."""

    async def check(self) -> None:
        """Find out whether the store is as it was opened, though nobody else uses it now.

        Raises StoreError where its data were taken away.
        """

    def alias(self, chat_id: int) -> str:
        """Return the name of a chat in the log."""

    async def rotate(self) -> int:
        """Seal all anew where the newest key was not in use yet; return how many values."""

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        """Commit updates; one that is known already is a no-op. Return how many were new."""

    def batch(self, limit: int, chats: Sequence[int] = ()) -> AbstractAsyncContextManager[Batch]:
        """Claim updates that wait, oldest first, of chats that nobody else has claimed.

        Claims also the `chats` named, once nobody else has them: for turns that come otherwise
        than as updates. Whatever is not committed when it is left waits again.
        """

    async def chats(self, ids: Sequence[int]) -> dict[int, Chat]:
        """Return the chats that are known."""

    async def kept(self, chat_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return the plain columns of all rows of a chat, by table; what is sealed is left out."""

    async def claim_letters(self, now: float, limit: int) -> Sequence[Letter]:
        """Claim the first letter of each chat that may be sent, and count a try of it.

        Nobody is handed a letter of a chat of which one is claimed. The claim ends where the
        letter is sent, held, blocked or given back.
        """

    async def next_due(self) -> float | None:
        """Return when the first letter of some chat of which none is claimed may be sent."""

    async def sent(self, done: Sequence[tuple[Letter, int | None]]) -> None:
        """Mark letters as done, and the screen's message where one showed the screen."""

    async def hold(
        self, letter: Letter, until: float, *, whole_chat: bool, since: float = 0.0
    ) -> None:
        """Let a letter wait until then, and with it its chat where all of it must.

        A clock that shows an earlier time than `since` has been put back: the hold is over.
        """

    async def blocked(self, letter: Letter) -> None:
        """End all letters of the letter's chat until the person returns."""

    async def give_back(self, letters: Sequence[Letter]) -> None:
        """Let letters wait again; they may have arrived."""

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

    def be_patient_for(self, seconds: float) -> None:
        """Wait out trouble for so long still, and raise it from then on: the program ends."""

    async def close(self) -> None:
        """Finish what is held; once is enough."""
