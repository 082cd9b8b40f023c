"""The inbox of the SQLite store: updates that wait, and the turns that they come to."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiosqlite

from bot.sealing import Seal
from bot.store.connection import Connection
from bot.store.protocol import OTHER_KEYS_BELOW, Accepted, Chat, Instead, Turn
from bot.store.rows import Rows
from bot.store.sealed import UnreadableError, place_of_update, read_object

# Updates of no chat are claimed together, as if they were of this one.
NO_CHAT = 0


@dataclass(frozen=True, slots=True)
class ClaimedBatch:
    """See Batch."""

    updates: Sequence[Accepted]
    chats: dict[int, Chat]
    inbox: Inbox

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """See Batch."""
        await self.inbox.commit(turns, now)


class Claims:
    """Which chats are claimed for turns; the store is one process's, so it is known here alone."""

    def __init__(self) -> None:
        self.chats: set[int] = set()
        self.choosing = asyncio.Lock()
        self._ended = asyncio.Event()

    def end(self, chats: set[int]) -> None:
        """Let others claim these."""
        self.chats -= chats
        self._ended.set()

    async def ending(self) -> None:
        """Return once some claim has ended."""
        self._ended.clear()
        await self._ended.wait()


class Inbox(Rows):
    """What the gate and the worker need of the store."""

    def __init__(self, connected: Connection, seal: Seal, instead: Instead) -> None:
        super().__init__(connected, seal, instead)
        self._claims = Claims()
        self._looked_at = 0.0

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        """See Store. Raises StoreError where the file is gone: what it took would be lost."""
        self._connection.prove_file()
        rows = [(u.update_id, u.chat_id, now, self._sealed_update(u)) for u in updates]

        async def work(database: aiosqlite.Connection) -> int:
            before = database.total_changes
            await database.executemany(
                "INSERT INTO inbox (update_id, chat_id, received_at, raw) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                rows,
            )
            return database.total_changes - before

        return await self._connection.write(work, first=True)

    def _sealed_update(self, update: Accepted) -> bytes:
        return self._seal.seal(update.raw, place_of_update(update.update_id))

    @asynccontextmanager
    async def batch(self, limit: int, chats: Sequence[int] = ()) -> AsyncIterator[ClaimedBatch]:
        """See Store."""
        updates, claimed = await self._claim(limit, chats)
        try:
            ids = sorted(claimed - {NO_CHAT})
            yield ClaimedBatch(updates, await self.chats(ids) if ids else {}, self)
        finally:
            self._claims.end(claimed)

    async def _claim(self, limit: int, chats: Sequence[int]) -> tuple[list[Accepted], set[int]]:
        """Claim updates, and chats beside them; return the updates and all chats claimed."""
        while True:
            async with self._claims.choosing:
                if self._claims.chats.isdisjoint(chats):
                    updates = await self._waiting(limit) if limit else []
                    claimed = {update.chat_id or NO_CHAT for update in updates}.union(chats)
                    self._claims.chats |= claimed
                    return updates, claimed
            await self._claims.ending()

    async def _waiting(self, limit: int) -> list[Accepted]:
        """Return updates of chats that nobody has claimed."""
        others = tuple(self._claims.chats)
        rows = await self._connection.rows(
            "SELECT update_id, chat_id, raw FROM inbox WHERE done_at IS NULL "  # noqa: S608
            # What is damaged may be no number, and is then of no chat.
            "AND CASE typeof(chat_id) WHEN 'integer' THEN chat_id ELSE 0 END "
            f"NOT IN ({','.join('?' * len(others))}) ORDER BY update_id LIMIT ?",
            (*others, limit),
        )
        return [self._update(*row) for row in rows]

    def _update(self, key: int, chat: object, raw: bytes) -> Accepted:
        chat_id = chat if isinstance(chat, int) else None
        try:
            found = read_object(self._seal, raw, place_of_update(key))
        except UnreadableError:
            return Accepted(key, chat_id, {}, damaged=True)
        return Accepted(key, chat_id, found)

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """See Batch."""
        chats = {turn.chat.chat_id: turn.chat for turn in turns if turn.chat}
        last = [turn for turn in turns if turn.forget and turn.to is not None]
        # A clock that was set back since would make what is told now look old.
        now = max(now, self._looked_at)

        async def work(database: aiosqlite.Connection) -> None:
            await self._set_aside(database, turns, chats.values(), now)
            # Whose it was is of no use once it is handled; the key alone is. A turn of no update
            # marks none.
            await database.executemany(
                "UPDATE inbox SET raw = NULL, chat_id = NULL, done_at = ? WHERE update_id = ?",
                [(now, turn.update_id) for turn in turns],
            )
            await self._keep(database, chats.values(), now)
            await self._want(database, [turn for turn in turns if not turn.forget], now)
            # What the same batch did before a deletion goes with it; its own last word stays.
            if last:
                for turn in last:
                    await self._forget(database, turn.to or 0)
                await self._want(database, last, now)
            for turn in turns:
                if turn.moved_to is not None and turn.to is not None:
                    await self._move(database, turn.to, turn.moved_to)

        await self._connection.write(work)
        self._tell_what_was_set_aside(turns, chats.values())
        if last:
            await self._connection.scrub()

    def _tell_what_was_set_aside(self, turns: Iterable[Turn], chats: Iterable[Chat]) -> None:
        for turn in turns:
            if turn.unread:
                self._tell("inbox.raw", turn.to)
        for chat in chats:
            if chat.lost:
                self._tell("chat.state", chat.chat_id)

    async def _set_aside(
        self,
        database: aiosqlite.Connection,
        turns: Iterable[Turn],
        chats: Iterable[Chat],
        now: float,
    ) -> None:
        """Keep apart what could not be read, before its row is written anew."""
        unread = [(now, turn.update_id) for turn in turns if turn.unread]
        lost = [(now, chat.chat_id) for chat in chats if chat.lost]
        if unread:
            await database.executemany(
                "INSERT INTO unreadable (origin, chat_id, update_id, seq, value, found_at) "
                "SELECT 'inbox.raw', chat_id, update_id, NULL, raw, ? FROM inbox "
                "WHERE update_id = ? AND raw IS NOT NULL",
                unread,
            )
        if lost:
            await database.executemany(
                "INSERT INTO unreadable (origin, chat_id, update_id, seq, value, found_at) "
                "SELECT 'chat.state', chat_id, NULL, NULL, state, ? FROM chat "
                "WHERE chat_id = ?",
                lost,
            )

    async def _keep(
        self, database: aiosqlite.Connection, chats: Iterable[Chat], now: float
    ) -> None:
        """Keep chats as they stand; which message shows the screen is the sender's to say."""
        await database.executemany(
            "INSERT INTO chat (chat_id, state, rev, blocked, finished, touched_at) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id) DO UPDATE SET "
            "state = excluded.state, rev = excluded.rev, blocked = excluded.blocked, "
            "finished = excluded.finished, touched_at = excluded.touched_at",
            [
                (
                    c.chat_id,
                    self._sealed_state(c.chat_id, c.state),
                    c.rev,
                    c.blocked,
                    c.finished,
                    now,
                )
                for c in chats
            ],
        )

    async def _want(
        self, database: aiosqlite.Connection, turns: Sequence[Turn], now: float
    ) -> None:
        """Put the calls that turns want into the outbox."""
        await database.executemany(
            "INSERT INTO outbox (chat_id, update_id, seq, call, written_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (
                    t.chat.chat_id if t.chat else t.to,
                    key,
                    seq,
                    self._sealed_call(key, seq, effect),
                    now,
                )
                for t, key in zip(turns, map(_key_of_calls, turns), strict=True)
                for seq, effect in enumerate(t.effects)
            ],
        )


def _key_of_calls(turn: Turn) -> int:
    """Return the key of a turn's calls: its update's, or one of their own that no update has."""
    if turn.update_id is not None:
        return turn.update_id
    return OTHER_KEYS_BELOW - 1 - secrets.randbits(61)
