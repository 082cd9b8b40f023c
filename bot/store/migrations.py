"""The schema of the SQLite store, step by step; `yauchoi migrate` takes the steps that are left.

All steps that are left are one transaction: whoever is killed in between finds the old database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from bot.sealing import Seal
from bot.store.protocol import StoreError
from bot.store.sealed import COLUMNS, PROOF, UnreadableError, opens, place, read

WRONG_KEY = (
    "DATA_KEY does not open the data that is there: give the key it was sealed with "
    "(older keys after the newest, with commas between)"
)


@dataclass(frozen=True, slots=True)
class Step:
    """Statements, in which `:now` is the time, and whether all is sealed anew afterwards."""

    statements: str
    binds: bool = False


STEPS: tuple[Step, ...] = (
    Step("""
    CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE inbox (
        update_id INTEGER PRIMARY KEY,
        chat_id INTEGER,
        received_at REAL NOT NULL,
        raw BLOB,
        done_at REAL
    );
    CREATE INDEX inbox_waiting ON inbox (update_id) WHERE done_at IS NULL;
    CREATE INDEX inbox_chat ON inbox (chat_id);
    CREATE TABLE chat (
        chat_id INTEGER PRIMARY KEY,
        state BLOB NOT NULL,
        rev INTEGER NOT NULL,
        screen INTEGER,
        blocked INTEGER NOT NULL DEFAULT 0,
        finished INTEGER NOT NULL DEFAULT 0,
        not_before REAL NOT NULL DEFAULT 0,
        touched_at REAL NOT NULL
    );
    CREATE INDEX chat_touched ON chat (touched_at);
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL,
        update_id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        call BLOB NOT NULL,
        sending INTEGER NOT NULL DEFAULT 0,
        tries INTEGER NOT NULL DEFAULT 0,
        not_before REAL NOT NULL DEFAULT 0,
        UNIQUE (update_id, seq)
    );
    CREATE INDEX outbox_chat ON outbox (chat_id, id);
    """),
    # A sealed value opens in its own row alone; a letter knows its age and since when it is held;
    # what cannot be read is set aside; an update that is handled no longer says whose it was.
    Step(
        """
    ALTER TABLE outbox ADD COLUMN written_at REAL NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN held_at REAL NOT NULL DEFAULT 0;
    UPDATE outbox SET written_at = :now;
    UPDATE inbox SET chat_id = NULL WHERE done_at IS NOT NULL;
    DROP INDEX inbox_chat;
    CREATE TABLE unreadable (
        id INTEGER PRIMARY KEY,
        origin TEXT NOT NULL,
        chat_id INTEGER,
        update_id INTEGER,
        seq INTEGER,
        value BLOB NOT NULL,
        found_at REAL NOT NULL
    );
    CREATE INDEX unreadable_chat ON unreadable (chat_id);
    """,
        binds=True,
    ),
)


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps a database has taken. Raises StoreError for a newer schema."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(STEPS):
        raise StoreError(
            f"the database has schema {found}, but this program knows {len(STEPS)}: "
            "run the newer program that wrote it"
        )
    return found


def migrate(connection: sqlite3.Connection, seal: Callable[[], Seal], now: float) -> int:
    """Take the steps that are left, all or none; return how many.

    The key is asked for only where something is sealed. Raises StoreError for a newer schema and
    for a key that does not open what is there.
    """
    connection.isolation_level = None
    # What was sealed before must not outlive the migration, in free pages or beside the file.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = version_of(connection)
        for step in STEPS[found:]:
            for statement in step.statements.split(";"):
                connection.execute(statement, {"now": now} if ":now" in statement else {})
            if step.binds:
                _bind(connection, seal)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(STEPS) - found


def _bind(connection: sqlite3.Connection, seal: Callable[[], Seal]) -> None:
    """Seal all anew, each value for its place; what does not open stays as it is."""
    rows = list(_sealed(connection))
    if not rows:
        return
    keys = seal()
    if not any(opens(keys, sealed, None) for _, _, _, sealed, _ in rows):
        raise StoreError(WRONG_KEY)
    for table, column, where, sealed, key in rows:
        with suppress(UnreadableError):
            fresh = keys.seal(read(keys, sealed, None), place(table, column, *key))
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {where}",  # noqa: S608
                (fresh, *key),
            )


def _sealed(
    connection: sqlite3.Connection,
) -> Iterator[tuple[str, str, str, bytes, tuple[object, ...]]]:
    """Yield every sealed value: table, column, the condition of its row, the value, its key."""
    for table, column, names in COLUMNS:
        where = " AND ".join(f"{name} = ?" for name in names)
        only = f" AND key = '{PROOF}'" if table == "meta" else ""
        found = connection.execute(
            f"SELECT {column}, {', '.join(names)} FROM {table} "  # noqa: S608
            f"WHERE {column} IS NOT NULL{only}"
        )
        for sealed, *key in found.fetchall():
            yield table, column, where, sealed, tuple(key)
