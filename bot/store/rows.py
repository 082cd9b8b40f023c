"""What every part of the SQLite store stands on: its rows, sealed each for its place."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import aiosqlite

from bot.sealing import Seal
from bot.store.connection import Connection
from bot.store.protocol import Chat, Effect, Instead
from bot.store.sealed import (
    UnreadableError,
    dump_call,
    place_of_call,
    place_of_chat,
    read_object,
)

LOG = logging.getLogger("yauchoi.store")
_MOST = 1 << 53


def _counts(value: object) -> bool:
    """Whether a stored number can be gone on from; what is damaged may be anything."""
    return isinstance(value, int) and 0 <= value < _MOST


class Rows:
    """A connection with a seal."""

    def __init__(self, connected: Connection, seal: Seal, instead: Instead) -> None:
        self._connection = connected
        self._seal = seal
        self._instead = instead

    def alias(self, chat_id: int) -> str:
        """See Store."""
        return self._seal.alias(chat_id)

    async def chats(self, ids: Sequence[int]) -> dict[int, Chat]:
        """See Store."""
        marks = ",".join("?" * len(ids))
        rows = await self._connection.rows(
            "SELECT chat_id, state, rev, screen, blocked, finished FROM chat "  # noqa: S608
            f"WHERE chat_id IN ({marks})",
            tuple(ids),
        )
        return {row[0]: self._chat(*row) for row in rows}

    def _chat(  # noqa: PLR0913, PLR0917 - a row's columns
        self, key: int, state: bytes, rev: int, screen: int | None, blocked: int, finished: int
    ) -> Chat:
        rev = rev if _counts(rev) else 0
        screen = screen if _counts(screen) else None
        try:
            found = read_object(self._seal, state, place_of_chat(key))
        except UnreadableError:
            return Chat(key, {}, rev, screen, bool(blocked), lost=True)
        return Chat(key, found, rev, screen, bool(blocked), bool(finished))

    def _sealed_state(self, chat_id: int, state: dict[str, Any]) -> bytes:
        return self._seal.seal(state, place_of_chat(chat_id))

    def _sealed_call(self, update_id: int, seq: int, effect: Effect) -> bytes:
        return self._seal.seal(dump_call(effect), place_of_call(update_id, seq))

    def _tell(self, kind: str, chat_id: int | None) -> None:
        told = {"kind": kind} | ({} if chat_id is None else {"chat": self.alias(chat_id)})
        LOG.error("cannot be read: set aside", extra=told)

    async def _forget(self, database: aiosqlite.Connection, chat_id: int) -> None:
        """Delete all of a chat; the keys of its updates stay, without chat or words.

        What came since and waits for its turn is not of the past, and is answered.
        """
        for table in ("outbox", "unreadable", "chat"):
            await database.execute(f"DELETE FROM {table} WHERE chat_id = ?", (chat_id,))  # noqa: S608

    async def _move(self, database: aiosqlite.Connection, chat_id: int, to: int) -> None:
        """Give a chat's state to the id that it has become, sealed for its new row."""
        question = "SELECT state FROM chat WHERE chat_id = ?"
        for (sealed,) in list(await database.execute_fetchall(question, (chat_id,))):
            try:
                state = read_object(self._seal, sealed, place_of_chat(chat_id))
            except UnreadableError:
                continue  # It is as unreadable there, and is set aside when it is next wanted.
            await database.execute(
                "UPDATE chat SET state = ? WHERE chat_id = ?",
                (self._sealed_state(to, state), chat_id),
            )
        for statement in (
            "UPDATE OR REPLACE chat SET chat_id = ? WHERE chat_id = ?",
            "UPDATE outbox SET chat_id = ? WHERE chat_id = ?",
            "UPDATE inbox SET chat_id = ? WHERE chat_id = ? AND done_at IS NULL",
            "UPDATE unreadable SET chat_id = ? WHERE chat_id = ?",
        ):
            await database.execute(statement, (to, chat_id))
