"""The outbox of the SQLite store: calls that wait to be made, chat by chat."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

import aiosqlite

from bot.sealing import Seal
from bot.store.connection import Connection
from bot.store.protocol import Chat, Instead, Letter
from bot.store.rows import Rows
from bot.store.sealed import UnreadableError, place_of_call, read_call

# What is damaged may be anything in any column; as a number it is wrong, and stops nobody.
_DUE = "CAST(max(o.not_before, coalesce(c.not_before, 0)) AS REAL)"
_HELD_AT = "CAST(o.held_at AS REAL)"
_PLACE = "CAST(o.update_id AS INTEGER), CAST(o.seq AS INTEGER)"
_SCREEN = "CASE typeof(c.screen) WHEN 'integer' THEN c.screen END"
# Nobody can ask for a longer hold: what says so is damaged, and holds nothing.
LONGEST_HOLD = 72 * 3600 + 60.0
# The first letter of each chat; whoever waits holds up its own chat alone.
_FIRST = (
    "FROM outbox o LEFT JOIN chat c ON c.chat_id = o.chat_id "
    "WHERE o.id IN (SELECT min(id) FROM outbox GROUP BY chat_id) "
)


class Outbox(Rows):
    """What the sender needs of the store."""

    def __init__(self, connected: Connection, seal: Seal, instead: Instead) -> None:
        super().__init__(connected, seal, instead)
        # The letters that are claimed, each with its chat as it was then: the store is one
        # process's, so it is known here alone.
        self._claimed: dict[int, int] = {}
        self._choosing = asyncio.Lock()

    async def claim_letters(self, now: float, limit: int) -> list[Letter]:
        """See Store."""
        async with self._choosing:
            rows = await self._due(now, limit)
            self._claimed |= {row[4]: row[0] for row in rows}
        letters: list[Letter] = []
        try:
            letters = await self._open_letters(rows, now)
        finally:
            self._end_claims({row[4] for row in rows} - {letter.id for letter in letters})
        return letters

    async def _open_letters(self, rows: Sequence[Any], now: float) -> list[Letter]:
        """Return the letters of rows, or what is said in place of one, and count a try of each."""
        found: list[Letter | None] = []
        for *row, held_at in rows:
            if held_at > now:
                await self._free(row[0])
            found.append(self._letter(*row) or await self._lost_letter(row[0], row[4], now))
        letters = [letter for letter in found if letter is not None]
        if letters:
            await self._count_tries(letters)
        return letters

    def _end_claims(self, keys: Iterable[int]) -> None:
        for key in keys:
            self._claimed.pop(key, None)

    async def _due(self, now: float, limit: int) -> list[Any]:
        """Return the rows of letters that may be claimed."""
        claimed = self._claimed
        busy = frozenset(claimed.values())
        rows = await self._connection.rows(
            f"SELECT o.chat_id, {_PLACE}, o.call, o.id, CAST(o.tries AS INTEGER), o.sending, "
            f"{_SCREEN}, CAST(o.written_at AS REAL), {_HELD_AT} {_FIRST}"
            f"AND ({_DUE} <= ? OR {_DUE} > ? OR ? < {_HELD_AT}) ORDER BY o.id LIMIT ?",
            (now, now + LONGEST_HOLD, now, limit + len(claimed)),
        )
        # One that is claimed may have come under another chat meanwhile.
        return [row for row in rows if row[0] not in busy and row[4] not in claimed][:limit]

    async def _free(self, chat_id: int) -> None:
        """End the hold of a chat: the clock by which it was held has been put back."""

        async def work(database: aiosqlite.Connection) -> None:
            question = "UPDATE chat SET not_before = 0 WHERE chat_id = ?"
            await database.execute(question, (chat_id,))

        await self._connection.write(work)

    def _letter(
        self, chat_id: int, update_id: int, seq: int, call: bytes, key: int, *rest: Any
    ) -> Letter | None:
        """Return a letter; None for one that cannot be read."""
        tries, was_sending, screen, written_at = rest
        try:
            effect = read_call(self._seal, call, place_of_call(update_id, seq))
        except UnreadableError:
            return None
        return Letter(key, chat_id, effect, tries, bool(was_sending), screen, written_at)

    async def _lost_letter(self, chat_id: int, key: int, now: float) -> Letter | None:
        """Set aside what cannot be read of a chat's letters; return one that says so, if any.

        One stands for all of them.
        """
        chat = (await self.chats([chat_id])).get(chat_id, Chat(chat_id))
        effect = self._instead(chat)

        async def work(database: aiosqlite.Connection) -> int:
            question = f"SELECT {_PLACE}, o.call, o.id FROM outbox o WHERE o.chat_id = ?"  # noqa: S608
            rows = list(await database.execute_fetchall(question, (chat_id,)))
            lost = [row for row in rows if self._letter(chat_id, *row, 0, 0, None, 0.0) is None]
            for update_id, seq, call, id_ in lost:
                await database.execute(
                    "INSERT INTO unreadable (origin, chat_id, update_id, seq, value, found_at) "
                    "VALUES ('outbox.call', ?, ?, ?, ?, ?)",
                    (chat_id, update_id, seq, call, now),
                )
                if id_ == key and effect is not None:
                    await database.execute(
                        "UPDATE outbox SET call = ?, sending = 0, tries = 0, written_at = ? "
                        "WHERE id = ?",
                        (self._sealed_call(update_id, seq, effect), now, id_),
                    )
                else:
                    await database.execute("DELETE FROM outbox WHERE id = ?", (id_,))
            return len(lost)

        for _ in range(await self._connection.write(work)):
            self._tell("outbox.call", chat_id)
        return None if effect is None else Letter(key, chat_id, effect, 0, False, chat.screen, now)

    async def next_due(self) -> float | None:
        """See Store."""
        claimed = self._claimed
        busy = frozenset(claimed.values())
        rows = await self._connection.rows(
            f"SELECT o.chat_id, o.id, {_DUE} {_FIRST} ORDER BY 3 LIMIT ?",
            (len(claimed) + 1,),
        )
        free = (due for chat, key, due in rows if chat not in busy and key not in claimed)
        return next(map(float, free), None)

    async def _count_tries(self, letters: Sequence[Letter]) -> None:
        """Mark letters before their calls are made."""

        async def work(database: aiosqlite.Connection) -> None:
            await database.executemany(
                "UPDATE outbox SET sending = 1, tries = tries + 1 WHERE id = ?",
                [(letter.id,) for letter in letters],
            )

        await self._connection.write(work)

    async def sent(self, done: Sequence[tuple[Letter, int | None]]) -> None:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> None:
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

        await self._connection.write(work)
        self._end_claims(letter.id for letter, _ in done)
        if any(letter.effect.last for letter, _ in done):
            await self._connection.scrub()

    async def hold(
        self, letter: Letter, until: float, *, whole_chat: bool, since: float = 0.0
    ) -> None:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> None:
            if whole_chat:
                await database.execute(
                    "UPDATE chat SET not_before = ? WHERE chat_id = ?", (until, letter.chat_id)
                )
            await database.execute(
                "UPDATE outbox SET sending = 0, not_before = ?, held_at = ? WHERE id = ?",
                (until, since, letter.id),
            )

        await self._connection.write(work)
        self._end_claims([letter.id])

    async def blocked(self, letter: Letter) -> None:
        """See Store."""
        chat_id = letter.chat_id

        async def work(database: aiosqlite.Connection) -> int:
            await database.execute("DELETE FROM outbox WHERE chat_id = ?", (chat_id,))
            changed = await database.execute(
                "UPDATE chat SET blocked = 1 WHERE chat_id = ?", (chat_id,)
            )
            return changed.rowcount

        known = await self._connection.write(work)
        self._end_claims([letter.id])
        if not known:
            # Of somebody of whom nothing is kept, the last word was the last trace.
            await self._connection.scrub()

    async def give_back(self, letters: Sequence[Letter]) -> None:
        """See Store."""
        self._end_claims(letter.id for letter in letters)

    async def moved(self, chat_id: int, to: int) -> None:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> None:
            await self._move(database, chat_id, to)

        await self._connection.write(work)
