"""The schema of the SQLite store: numbered files in `migrations`, taken in order under a lock.

All steps that are left are one transaction: whoever is killed in between finds the old database.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.sealing import Seal
from bot.store.file import file_within
from bot.store.protocol import StoreError
from bot.store.sealed import WRONG_KEY, UnreadableError, no_key, open_value
from bot.store.trouble import database_errors

# How long a migration waits for another one to end.
LOCK_SECONDS = 10.0
# The statements of each step, with no semicolon but at their ends. They may use `:now`, the time,
# and `sealed_for`, see `_Resealing`.
STEPS = tuple(
    file.read_text("utf-8")
    for file in sorted(Path(__file__).with_name("migrations").glob("[0-9]*.sql"))
)


def migrate_file(
    path: Path, seal: Callable[[], Seal] = no_key, now: Callable[[], float] = time.time
) -> int:
    """Bring a database to this program's schema; return how many steps were taken.

    The key is asked for only where something is sealed. Raises StoreError where the file can have
    no folder, is in use, was written by a newer program, or does not open with the key.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f'DATABASE_URL names "{path}", whose folder cannot be made ({error.strerror})'
        raise StoreError(f"{sentence}: name another") from None
    with database_errors():
        if path.exists() and _steps_left(path) == 0:
            # Nothing to do: whoever serves from it is not disturbed.
            return 0
        file = file_within(path, LOCK_SECONDS)
        try:
            with closing(sqlite3.connect(path)) as connection:
                return _migrate(connection, seal, now())
        finally:
            file.release()


def _steps_left(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return len(STEPS) - _version(connection)


def _version(connection: sqlite3.Connection) -> int:
    """Return how many steps a database has taken. Raises StoreError for a newer schema."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > len(STEPS):
        raise StoreError(
            f"the database has schema {found}, but this program knows {len(STEPS)}: "
            "run the newer program that wrote it"
        )
    return found


def _migrate(connection: sqlite3.Connection, seal: Callable[[], Seal], now: float) -> int:
    """Take the steps that are left, all or none; return how many."""
    connection.isolation_level = None
    resealing = _Resealing(seal)
    connection.create_function("sealed_for", 2, resealing)
    # What was sealed before must not outlive the migration, in free pages or beside the file.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _version(connection)
        for step in STEPS[found:]:
            for statement in step.split(";"):
                connection.execute(statement, {"now": now} if ":now" in statement else {})
        resealing.prove()
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        # SQLite tells only that a function of ours failed.
        resealing.raise_error()
        raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(STEPS) - found


class _Resealing:
    """The function `sealed_for(value, place)` of migrations: it seals a value for its place.

    What does not open stays as it is: it is set aside when it is next wanted.
    """

    def __init__(self, seal: Callable[[], Seal]) -> None:
        self._given = seal
        self._seal: Seal | None = None
        self._opened = self._left = 0
        self._error: Exception | None = None

    def __call__(self, sealed: bytes, where: str) -> bytes:
        try:
            self._seal = self._seal or self._given()
            fresh = self._seal.seal(open_value(self._seal, sealed, None), where.encode())
        except UnreadableError:
            self._left += 1
            return sealed
        except Exception as error:
            self._error = error
            raise
        self._opened += 1
        return fresh

    def prove(self) -> None:
        """Require that something opened, where anything is sealed. Raises StoreError."""
        if self._left and not self._opened:
            raise StoreError(WRONG_KEY)

    def raise_error(self) -> None:
        """Raise what went wrong while a value was sealed, if anything did."""
        if self._error is not None:
            raise self._error from None
