"""The store on SQLite: one process, one connection, write-ahead log with full synchronisation.

Each commit is whole, and many turns share one. The words are sealed, each value for its row; ids
and times are not. What cannot be read again is set aside, and holds up nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import aiosqlite

from bot.sealing import Seal
from bot.store import connection
from bot.store.connection import Connection
from bot.store.file import File
from bot.store.keys import Keys
from bot.store.migrations import STEPS
from bot.store.outbox import Outbox
from bot.store.protocol import Accepted, Chat, Clock, Effect, StoreError, Turn
from bot.store.retention import Retention
from bot.store.rows import Instead
from bot.store.sealed import PROOF, UnreadableError, place_of_update, read_object


def nothing_instead(chat: Chat) -> Effect | None:  # noqa: ARG001 - a store by itself knows no words
    """Make no call in place of one that cannot be read."""
    return None


class SqliteStore(Outbox, Retention):
    """See `Store`. Made by `open_store`."""

    def __init__(self, connected: Connection, seal: Seal, instead: Instead) -> None:
        super().__init__(connected, seal, instead)
        self.keys = Keys(connected, seal)
        self._looked_at = 0.0

    def be_patient_for(self, seconds: float) -> None:
        """Wait out trouble for so long still, and raise it from then on: the program ends."""
        self._connection.be_patient_for(seconds)

    async def try_again(self) -> None:
        """Write a little, so that `healthy` is not out of date where nobody else writes."""

        async def work(database: aiosqlite.Connection) -> None:
            await database.execute("UPDATE meta SET value = value WHERE key = ?", (PROOF,))

        await self._connection.write(work)

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

    async def waiting(self, limit: int) -> list[Accepted]:
        """See Store."""
        rows = await self._connection.rows(
            "SELECT update_id, chat_id, raw FROM inbox WHERE done_at IS NULL "
            "ORDER BY update_id LIMIT ?",
            (limit,),
        )
        return [self._update(*row) for row in rows]

    def _update(self, key: int, chat: object, raw: bytes) -> Accepted:
        chat_id = chat if isinstance(chat, int) else None
        try:
            found = read_object(self._seal, raw, place_of_update(key))
        except UnreadableError:
            return Accepted(key, chat_id, {}, damaged=True)
        return Accepted(key, chat_id, found)

    async def newest_update(self) -> int | None:
        """Return the highest update id that was accepted."""
        rows = await self._connection.rows("SELECT max(update_id) FROM inbox")
        return None if rows[0][0] is None else int(rows[0][0])

    async def kept(self, chat_id: int) -> dict[str, list[dict[str, Any]]]:
        """See Store."""
        found = {}
        for table, hidden, only in (
            ("chat", "state", ""),
            # Those that are handled know no chat.
            ("inbox", "raw", "AND done_at IS NULL"),
            ("outbox", "call", ""),
            ("unreadable", "value", ""),
        ):
            question = f"SELECT * FROM {table} WHERE chat_id = ? {only}"  # noqa: S608
            rows = await self._connection.named_rows(question, (chat_id,))
            found[table] = [{k: v for k, v in row.items() if k != hidden} for row in rows]
        return found

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """See Store."""
        chats = {turn.chat.chat_id: turn.chat for turn in turns if turn.chat}
        last = [turn for turn in turns if turn.forget and turn.to is not None]
        # A clock that was set back since would make what is told now look old.
        now = max(now, self._looked_at)

        async def work(database: aiosqlite.Connection) -> None:
            await self._set_aside(database, turns, chats.values(), now)
            # Whose it was is of no use once it is handled; the key alone is.
            await database.executemany(
                "UPDATE inbox SET raw = NULL, chat_id = NULL, done_at = ? WHERE update_id = ?",
                [(now, turn.update_id) for turn in turns],
            )
            await self._keep(database, chats.values(), now)
            await self._want(database, [turn for turn in turns if not turn.forget], now)
            # What the same batch did before a deletion goes with it; its own last word stays.
            for turn in last:
                await self._forget(database, turn.to or 0)
            await self._want(database, last, now)
            for turn in turns:
                if turn.moved_to is not None and turn.to is not None:
                    await self._move(database, turn.to, turn.moved_to)

        await self._connection.write(work)
        for turn in turns:
            if turn.unread:
                self._tell("inbox.raw", turn.to)
        for chat in chats.values():
            if chat.lost:
                self._tell("chat.state", chat.chat_id)
        if last:
            await self._connection.scrub()

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
                    t.update_id,
                    seq,
                    self._sealed_call(t.update_id, seq, effect),
                    now,
                )
                for t in turns
                for seq, effect in enumerate(t.effects)
            ],
        )

    async def set_clock(self, clock: Clock) -> None:
        """See Store."""
        await super().set_clock(clock)
        self._looked_at = clock.looked_at or 0.0

    async def close(self) -> None:
        """See Store."""
        await self._connection.close()


async def open_store(path: Path, seal: Seal, instead: Instead = nothing_instead) -> SqliteStore:
    """Open the store of a file, whose schema must be this program's.

    `instead` says what to call in place of a call that cannot be read. Raises StoreError: another
    process serves from the file, the schema is older or newer, the key is wrong, or the file
    cannot be opened.
    """
    file = File(path)
    try:
        database = await aiosqlite.connect(
            path, isolation_level=None, timeout=connection.BUSY_SECONDS
        )
    except aiosqlite.Error as error:
        file.release()
        raise StoreError(f'the database "{path}" cannot be opened ({error})') from None
    store = SqliteStore(Connection(database, file), seal, instead)
    try:
        # Here a file that is no database is found out; unclosed, it would hold up the end.
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            await database.execute(f"PRAGMA {pragma}")
        await _prove_version(database)
        await store.keys.prove()
    except BaseException:
        await store.close()
        raise
    return store


async def _prove_version(database: aiosqlite.Connection) -> None:
    rows: list[Any] = list(await database.execute_fetchall("PRAGMA user_version"))
    found, known = int(rows[0][0]), len(STEPS)
    if found != known:
        what = "run yauchoi migrate" if found < known else "run the newer program"
        raise StoreError(f"the database has schema {found}, this program's is {known}: {what}")
