"""The schema of the SQLite store, step by step; `yauchoi migrate` takes the steps that are left."""

from __future__ import annotations

import sqlite3

from bot.store.form import StoreError

STEPS: tuple[str, ...] = (
    """
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
    """,
    """
    ALTER TABLE outbox ADD COLUMN written_at REAL NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN held_at REAL NOT NULL DEFAULT 0;
    """,
)


def migrate(connection: sqlite3.Connection) -> int:
    """Take the steps that are left; return how many. Raises StoreError for a newer schema."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(STEPS):
        raise StoreError(
            f"the database has schema {found}, but this program knows {len(STEPS)}: "
            "run the newer program that wrote it"
        )
    for number in range(found, len(STEPS)):
        connection.executescript(
            f"BEGIN IMMEDIATE; {STEPS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        )
    return len(STEPS) - found
