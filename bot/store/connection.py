"""One connection to SQLite, off the event loop: whole transactions, and patience with trouble."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import aiosqlite

from bot.store.file import File
from bot.store.trouble import database_errors, in_words, passes, store_error

# How long SQLite itself waits for another program, and between two tries of ours.
BUSY_SECONDS = 2.0
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 2.0
LOG = logging.getLogger("yauchoi.store")
T = TypeVar("T")
Work = Callable[[aiosqlite.Connection], Awaitable[T]]


class Connection:
    """The connection that all parts share: each has it to itself while it works.

    What another program or the disk does is waited out, with growing pauses, and told; any other
    error of SQLite is raised as a StoreError.
    """

    def __init__(self, database: aiosqlite.Connection, file: File) -> None:
        self._database = database
        self._file = file
        self._one = asyncio.Lock()
        # Held while somebody who is in no hurry waits for the other: see `_in_turn`.
        self._rest = asyncio.Lock()
        self._closed = False
        self._unscrubbed = False
        # Which of reading and writing failed when it was last tried.
        self._ailing: set[str] = set()
        self._patience_ends = float("inf")
        self.pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    @property
    def healthy(self) -> bool:
        """Whether reading and writing did well when they were last tried."""
        return not self._ailing

    async def write(self, work: Work[T], *, first: bool = False) -> T:
        """Commit all that the work does, or nothing of it. The work may be done again.

        It goes `first` where somebody waits for the answer: before all that has not begun.
        """

        async def attempt() -> T:
            async with self._one if first else self._in_turn(), self._whole() as database:
                return await work(database)

        return await self._insist("writing", attempt)

    async def rows(self, question: str, given: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a question."""

        async def attempt() -> list[Any]:
            async with self._in_turn():
                return list(await self._database.execute_fetchall(question, given))

        return await self._insist("reading", attempt)

    async def named_rows(self, question: str, given: Sequence[Any]) -> list[dict[str, Any]]:
        """Return the rows of a question, each with the names of its columns."""

        async def attempt() -> list[dict[str, Any]]:
            async with self._in_turn(), self._database.execute(question, given) as cursor:
                names = [column[0] for column in cursor.description]
                return [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]

        return await self._insist("reading", attempt)

    async def scrub(self) -> None:
        """Leave no trace of what was deleted in the log beside the database.

        Where another program reads there, the next call does it: see `catch_up`.
        """
        try:
            async with self._in_turn():
                found = await self._database.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            self._unscrubbed = any(row[0] for row in found)
        except sqlite3.Error as error:
            if not passes(error):
                raise store_error(error) from error
            self._unscrubbed = True

    async def catch_up(self) -> None:
        """Scrub what could not be scrubbed when it was deleted."""
        if self._unscrubbed:
            await self.scrub()

    def prove_file(self) -> None:
        """Require the file that was opened. Raises StoreError."""
        self._file.prove()

    def be_patient_for(self, seconds: float) -> None:
        """Wait out trouble for so long still, and raise it from then on: the program ends."""
        self._patience_ends = asyncio.get_running_loop().time() + seconds

    async def close(self) -> None:
        """Close the connection and let the file go; once is enough."""
        if self._closed:
            return
        self._closed = True
        try:
            with database_errors():
                await self._database.close()
        finally:
            self._file.release()

    @asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        """Have the connection in turn. One at a time stands in line, so that a hurry is next."""
        async with self._rest, self._one:
            yield

    @asynccontextmanager
    async def _whole(self) -> AsyncIterator[aiosqlite.Connection]:
        """Commit all that is done inside, or nothing of it."""
        try:
            # Whoever is cancelled here leaves a step under way: that, too, is taken back.
            await self._database.execute("BEGIN IMMEDIATE")
            yield self._database
            await self._database.commit()
        except BaseException:
            await self._database.rollback()
            raise

    async def _insist(self, what: str, attempt: Callable[[], Awaitable[T]]) -> T:
        pause = FIRST_PAUSE
        while True:
            try:
                found = await attempt()
            except sqlite3.Error as error:
                late = asyncio.get_running_loop().time() >= self._patience_ends
                if late or not passes(error):
                    raise store_error(error) from error
                # A file that is gone is no trouble that passes.
                self._file.prove()
                self._ails(what, error)
            else:
                self._heals(what)
                return found
            await self.pause(pause)
            pause = min(LONGEST_PAUSE, 2 * pause)

    def _ails(self, what: str, error: sqlite3.Error) -> None:
        if not self._ailing:
            told = {"error": error.sqlite_errorname, "reason": in_words(error)}
            LOG.error("the store cannot be used; trying again", extra=told)
        self._ailing.add(what)

    def _heals(self, what: str) -> None:
        if self._ailing:
            self._ailing.discard(what)
            if not self._ailing:
                LOG.info("the store can be used again")
