"""The store on SQLite: one process, one connection, write-ahead log with full synchronisation.

Each commit is whole, and many turns share one. The words are sealed, each value for its row; ids
and times are not. What cannot be read again is set aside, and holds up nobody.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiosqlite

from bot.sealing import Seal
from bot.store import connection
from bot.store.connection import Connection
from bot.store.file import File
from bot.store.inbox import Inbox
from bot.store.keys import Keys
from bot.store.outbox import Outbox
from bot.store.protocol import Chat, Clock, Effect, Instead, StoreError
from bot.store.retention import Retention
from bot.store.schema import STEPS
from bot.store.sealed import PROOF
from bot.store.trouble import database_errors


def nothing_instead(chat: Chat) -> Effect | None:  # noqa: ARG001 - a store by itself knows no words
    """Make no call in place of one that cannot be read."""
    return None


class SqliteStore(Inbox, Outbox, Retention):
    """See `Store`. Made by `open_store`."""

    def __init__(self, connected: Connection, seal: Seal, instead: Instead) -> None:
        super().__init__(connected, seal, instead)
        self.keys = Keys(connected, seal)

    @property
    def healthy(self) -> bool:
        """See Store."""
        return self._connection.healthy

    def be_patient_for(self, seconds: float) -> None:
        """See Store."""
        self._connection.be_patient_for(seconds)

    async def check(self) -> None:
        """See Store."""
        self._connection.prove_file()
        if not self._connection.healthy:
            await self._write_a_little()

    async def rotate(self) -> int:
        """See Store."""
        return await self.keys.rotate()

    async def _write_a_little(self) -> None:
        """Try again, so that `healthy` is not out of date where nobody else writes."""

        async def work(database: aiosqlite.Connection) -> None:
            await database.execute("UPDATE meta SET value = value WHERE key = ?", (PROOF,))

        await self._connection.write(work)

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
        with database_errors():
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
