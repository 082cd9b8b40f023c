"""How long the SQLite store keeps what it holds, and what it remembers of the clock."""

from __future__ import annotations

import aiosqlite

from bot.store.protocol import Clock
from bot.store.rows import Rows

# Telegram may deliver an update again for a day; its key is kept for two.
KEEP_KEYS_SECONDS = 48 * 3600


class Retention(Rows):
    """What the sweep needs of the store."""

    async def forget_before(self, unfinished: float, finished: float) -> int:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> int:
            rows = list(
                await database.execute_fetchall(
                    "SELECT chat_id FROM chat "
                    "WHERE touched_at < CASE finished WHEN 1 THEN ? ELSE ? END",
                    (finished, unfinished),
                )
            )
            for (chat_id,) in rows:
                await self._forget(database, chat_id)
            await database.execute(
                "DELETE FROM unreadable WHERE found_at < ?", (max(unfinished, finished),)
            )
            return len(rows)

        gone = await self._connection.write(work)
        await (self._connection.scrub() if gone else self._connection.catch_up())
        return gone

    async def prune(self, now: float) -> None:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> None:
            await database.execute(
                "DELETE FROM inbox WHERE done_at < ?", (now - KEEP_KEYS_SECONDS,)
            )

        await self._connection.write(work)

    async def clock(self) -> Clock:
        """See Store."""
        question = "SELECT key, value FROM meta WHERE key IN ('looked_at', 'doubted_at')"
        rows = await self._connection.rows(question)
        return Clock(**{key: value for key, value in rows if isinstance(value, float)})

    async def set_clock(self, clock: Clock) -> None:
        """See Store."""
        times = (("looked_at", clock.looked_at), ("doubted_at", clock.doubted_at))

        async def work(database: aiosqlite.Connection) -> None:
            for key, value in times:
                await database.execute("DELETE FROM meta WHERE key = ?", (key,))
                if value is not None:
                    await database.execute("INSERT INTO meta VALUES (?, ?)", (key, value))

        await self._connection.write(work)

    async def newest(self) -> float | None:
        """See Store."""
        rows = await self._connection.rows(
            # A damaged time may be text or bytes, which SQLite sorts behind all numbers.
            "SELECT max(at) FROM (SELECT max(touched_at) AS at FROM chat WHERE touched_at < '' "
            "UNION ALL SELECT max(received_at) FROM inbox WHERE received_at < '' "
            "UNION ALL SELECT max(written_at) FROM outbox WHERE written_at < '')"
        )
        return None if rows[0][0] is None else float(rows[0][0])

    async def redate(self, after: float, before: float, now: float) -> int:
        """See Store."""

        async def work(database: aiosqlite.Connection) -> int:
            changed = 0
            for table, column in (
                ("inbox", "received_at"),
                ("inbox", "done_at"),
                ("outbox", "written_at"),
                ("unreadable", "found_at"),
                ("chat", "touched_at"),
            ):
                cursor = await database.execute(
                    # What is damaged and no time at all would be kept for ever.
                    f"UPDATE {table} SET {column} = ? WHERE {column} BETWEEN ? AND ? "  # noqa: S608
                    f"OR typeof({column}) IN ('text', 'blob')",
                    (now, after, before),
                )
                changed = cursor.rowcount
            return changed

        return await self._connection.write(work)
