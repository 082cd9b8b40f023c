"""The store on SQLite: one process, one connection, write-ahead log with full synchronisation.

Each commit is whole, and many turns share one. The words are sealed; ids and times are not.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.sealing import Seal, WrongKeyError
from bot.store.form import Accepted, Chat, Effect, Letter, StoreError, Turn
from bot.store.migrations import STEPS

# Telegram may deliver an update again for a day; its key is kept for two.
KEEP_KEYS_SECONDS = 48 * 3600
_PROOF = "yauchoi"


class SqliteStore:
    """See `Store`. Made by `open_store`."""

    def __init__(self, database: aiosqlite.Connection, seal: Seal, lock: int) -> None:
        self._database = database
        self._seal = seal
        self._lock = lock
        # One connection serves all parts: each has it to itself while it works.
        self._one = asyncio.Lock()

    @asynccontextmanager
    async def _whole(self) -> AsyncIterator[aiosqlite.Connection]:
        """Commit all that is done inside, or nothing of it."""
        async with self._one:
            try:
                # Whoever is cancelled here leaves a step under way: that, too, is taken back.
                await self._database.execute("BEGIN IMMEDIATE")
                yield self._database
                await self._database.commit()
            except BaseException:
                await self._database.rollback()
                raise

    async def _rows(self, question: str, given: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a question."""
        async with self._one:
            return list(await self._database.execute_fetchall(question, given))

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        """See Store."""
        rows = [(u.update_id, u.chat_id, now, self._seal.seal(u.raw)) for u in updates]
        async with self._whole() as database:
            before = database.total_changes
            await database.executemany(
                "INSERT INTO inbox (update_id, chat_id, received_at, raw) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                rows,
            )
            return database.total_changes - before

    async def waiting(self, limit: int) -> list[Accepted]:
        """See Store."""
        rows = await self._rows(
            "SELECT update_id, chat_id, raw FROM inbox WHERE done_at IS NULL "
            "ORDER BY update_id LIMIT ?",
            (limit,),
        )
        return [Accepted(key, chat, self._seal.open(raw)) for key, chat, raw in rows]

    async def newest_update(self) -> int | None:
        """Return the highest update id that was accepted."""
        rows = await self._rows("SELECT max(update_id) FROM inbox")
        return None if rows[0][0] is None else int(rows[0][0])

    async def chats(self, ids: Sequence[int]) -> dict[int, Chat]:
        """See Store."""
        marks = ",".join("?" * len(ids))
        rows = await self._rows(
            "SELECT chat_id, state, rev, screen, blocked, finished FROM chat "  # noqa: S608
            f"WHERE chat_id IN ({marks})",
            tuple(ids),
        )
        return {
            key: Chat(key, self._seal.open(state), rev, screen, bool(blocked), bool(finished))
            for key, state, rev, screen, blocked, finished in rows
        }

    async def commit(self, turns: Sequence[Turn], now: float) -> None:
        """See Store."""
        chats = {turn.chat.chat_id: turn.chat for turn in turns if turn.chat}
        last = [turn for turn in turns if turn.forget and turn.to is not None]
        async with self._whole() as database:
            await database.executemany(
                "UPDATE inbox SET raw = NULL, done_at = ? WHERE update_id = ?",
                [(now, turn.update_id) for turn in turns],
            )
            await database.executemany(
                "INSERT INTO chat (chat_id, state, rev, blocked, finished, touched_at) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id) DO UPDATE SET "
                "state = excluded.state, rev = excluded.rev, blocked = excluded.blocked, "
                "finished = excluded.finished, touched_at = excluded.touched_at",
                [
                    (c.chat_id, self._seal.seal(c.state), c.rev, c.blocked, c.finished, now)
                    for c in chats.values()
                ],
            )
            await self._want([turn for turn in turns if not turn.forget], now)
            # What the same batch did before a deletion goes with it; its own last word stays.
            for turn in last:
                await self._forget(turn.to or 0)
            await self._want(last, now)
            for turn in turns:
                if turn.moved_to is not None and turn.to is not None:
                    await self._move(turn.to, turn.moved_to)
        if last:
            await self._scrub()

    async def _want(self, turns: Sequence[Turn], now: float) -> None:
        """Put the calls that turns want into the outbox."""
        await self._database.executemany(
            "INSERT INTO outbox (chat_id, update_id, seq, call, written_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (t.chat.chat_id if t.chat else t.to, t.update_id, seq, self._sealed(effect), now)
                for t in turns
                for seq, effect in enumerate(t.effects)
            ],
        )

    def _sealed(self, effect: Effect) -> bytes:
        return self._seal.seal(
            [effect.method, effect.parameters, effect.screen, effect.passing, effect.last]
        )

    async def _forget(self, chat_id: int) -> None:
        """Delete all of a chat; the keys of its updates stay, without chat or words.

        What came since and waits for its turn is not of the past, and is answered.
        """
        for statement in (
            "UPDATE inbox SET chat_id = NULL, raw = NULL WHERE chat_id = ? AND done_at IS NOT NULL",
            "DELETE FROM outbox WHERE chat_id = ?",
            "DELETE FROM chat WHERE chat_id = ?",
        ):
            await self._database.execute(statement, (chat_id,))

    async def _move(self, chat_id: int, to: int) -> None:
        """Give a chat's state to the id that it has become."""
        for statement in (
            "UPDATE OR REPLACE chat SET chat_id = ? WHERE chat_id = ?",
            "UPDATE outbox SET chat_id = ? WHERE chat_id = ?",
            "UPDATE inbox SET chat_id = ? WHERE chat_id = ?",
        ):
            await self._database.execute(statement, (to, chat_id))

    async def _scrub(self) -> None:
        """Leave no trace of what was deleted in the log beside the database."""
        async with self._one:
            await self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def due(self, now: float, busy: frozenset[int], limit: int) -> list[Letter]:
        """See Store."""
        rows = await self._rows(
            "SELECT o.id, o.chat_id, o.call, o.tries, o.sending, c.screen, o.written_at "
            "FROM outbox o LEFT JOIN chat c ON c.chat_id = o.chat_id "
            "WHERE o.id IN (SELECT min(id) FROM outbox GROUP BY chat_id) "
            "AND (max(o.not_before, coalesce(c.not_before, 0)) <= ? OR ? < o.held_at) "
            "ORDER BY o.id LIMIT ?",
            (now, now, limit + len(busy)),
        )
        return [
            Letter(key, chat, Effect(*self._seal.open(call)), tries, bool(was), screen, written)
            for key, chat, call, tries, was, screen, written in rows
            if chat not in busy
        ][:limit]

    async def next_due(self, busy: frozenset[int] = frozenset()) -> float | None:
        """See Store."""
        rows = await self._rows(
            "SELECT o.chat_id, max(o.not_before, coalesce(c.not_before, 0)) FROM outbox o "
            "LEFT JOIN chat c ON c.chat_id = o.chat_id "
            "WHERE o.id IN (SELECT min(id) FROM outbox GROUP BY chat_id) ORDER BY 2 LIMIT ?",
            (len(busy) + 1,),
        )
        return next((float(due) for chat, due in rows if chat not in busy), None)

    async def sending(self, letters: Sequence[Letter]) -> None:
        """See Store."""
        async with self._whole() as database:
            await database.executemany(
                "UPDATE outbox SET sending = 1, tries = tries + 1 WHERE id = ?",
                [(letter.id,) for letter in letters],
            )

    async def sent(self, done: Sequence[tuple[Letter, int | None]]) -> None:
        """See Store."""
        async with self._whole() as database:
            # The chat may have got another id since the letter was read.
            await database.executemany(
                "UPDATE chat SET screen = ? "
                "WHERE chat_id = (SELECT chat_id FROM outbox WHERE id = ?)",
                [
                    (message, letter.id)
                    for letter, message in done
                    if letter.effect.screen and message is not None
                ],
            )
            await database.executemany(
                "DELETE FROM outbox WHERE id = ?", [(letter.id,) for letter, _ in done]
            )
        if any(letter.effect.last for letter, _ in done):
            await self._scrub()

    async def hold(
        self, letter: Letter, until: float, *, whole_chat: bool, since: float = 0.0
    ) -> None:
        """See Store."""
        async with self._whole() as database:
            if whole_chat:
                await database.execute(
                    "UPDATE chat SET not_before = ? WHERE chat_id = ?", (until, letter.chat_id)
                )
            await database.execute(
                "UPDATE outbox SET sending = 0, not_before = ?, held_at = ? WHERE id = ?",
                (until, since, letter.id),
            )

    async def blocked(self, chat_id: int) -> None:
        """See Store."""
        async with self._whole() as database:
            await database.execute("DELETE FROM outbox WHERE chat_id = ?", (chat_id,))
            await database.execute("UPDATE chat SET blocked = 1 WHERE chat_id = ?", (chat_id,))

    async def moved(self, chat_id: int, to: int) -> None:
        """See Store."""
        async with self._whole():
            await self._move(chat_id, to)

    async def forget_before(self, unfinished: float, finished: float) -> int:
        """See Store."""
        async with self._whole() as database:
            rows = await database.execute_fetchall(
                "SELECT chat_id FROM chat "
                "WHERE touched_at < CASE finished WHEN 1 THEN ? ELSE ? END",
                (finished, unfinished),
            )
            for (chat_id,) in rows:
                await self._forget(chat_id)
        if rows:
            await self._scrub()
        return len(list(rows))

    async def prune(self, now: float) -> None:
        """Drop the keys of updates that cannot come again."""
        async with self._whole() as database:
            await database.execute(
                "DELETE FROM inbox WHERE done_at < ?", (now - KEEP_KEYS_SECONDS,)
            )

    async def renew(self) -> int:
        """Seal with the newest key what an older one sealed; return how many values."""
        renewed = 0
        async with self._whole() as database:
            for table, key, column in (
                ("inbox", "update_id", "raw"),
                ("chat", "chat_id", "state"),
                ("outbox", "id", "call"),
                ("meta", "key", "value"),
            ):
                rows = await database.execute_fetchall(
                    f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608
                )
                fresh = [
                    (self._seal.seal(self._seal.open(sealed)), name)
                    for name, sealed in rows
                    if not self._seal.is_newest(sealed)
                ]
                await database.executemany(
                    f"UPDATE {table} SET {column} = ? WHERE {key} = ?",  # noqa: S608
                    fresh,
                )
                renewed += len(fresh)
        return renewed

    async def rotate(self) -> int:
        """Seal all anew where the newest key was not in use yet; return how many values."""
        rows = await self._rows("SELECT value FROM meta WHERE key = 'proof'")
        # The proof is sealed anew with all the rest, whole: it tells of every value.
        return 0 if self._seal.is_newest(rows[0][0]) else await self.renew()

    async def prove_key(self) -> None:
        """Hold the key against what an earlier start left. Raises StoreError for a wrong one."""
        rows = await self._rows("SELECT value FROM meta WHERE key = 'proof'")
        if not rows:
            await self._database.execute(
                "INSERT INTO meta (key, value) VALUES ('proof', ?)", (self._seal.seal(_PROOF),)
            )
            return
        try:
            self._seal.open(rows[0][0])
        except WrongKeyError:
            raise StoreError(
                "DATA_KEY does not open the data that is there: give the key it was sealed with "
                "(older keys after the newest, with commas between)"
            ) from None

    async def close(self) -> None:
        """See Store."""
        await self._database.close()
        os.close(self._lock)


async def open_store(path: Path, seal: Seal) -> SqliteStore:
    """Open the store of a file, whose schema must be this program's.

    Raises StoreError: another process serves from the file, the schema is older or newer, the
    key is wrong, or the file cannot be opened.
    """
    lock = _alone(path)
    try:
        database = await aiosqlite.connect(path, isolation_level=None)
    except aiosqlite.Error as error:
        os.close(lock)
        raise StoreError(f'the database "{path}" cannot be opened ({error})') from None
    store = SqliteStore(database, seal, lock)
    try:
        # Here a file that is no database is found out; unclosed, it would hold up the end.
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            await database.execute(f"PRAGMA {pragma}")
        await _prove_version(database)
        await store.prove_key()
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


def _alone(path: Path) -> int:
    """Take the file's lock, so that exactly one process serves from it. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        sentence = f'the folder of "{path}" cannot be written ({error.strerror}); name another'
        raise StoreError(sentence) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise StoreError(
            f'another process already serves from "{path}": stop it, or give this one its own file'
        ) from None
    return lock
