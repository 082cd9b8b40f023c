"""The keys of a store: proved at each start, and all sealed anew when a newer one comes."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

import aiosqlite

from bot.sealing import Seal
from bot.store.connection import Connection
from bot.store.protocol import StoreError
from bot.store.sealed import (
    COLUMNS,
    PROOF,
    PROOF_WORD,
    WRONG_KEY,
    UnreadableError,
    open_value,
    opens,
    place,
)

LOG = logging.getLogger("yauchoi.store")
_PROOF_PLACE = place("meta", "value", PROOF)
_SAMPLE = 100


class Keys:
    """What a store does with its keys."""

    def __init__(self, connected: Connection, seal: Seal) -> None:
        self._connection = connected
        self._seal = seal

    async def prove(self) -> None:
        """Hold the key against what an earlier start left. Raises StoreError for a wrong one.

        A damaged proof alone does not lock anybody out of rows that the key opens.
        """
        proof = await self._proof()
        if proof is not None and opens(self._seal, proof, _PROOF_PLACE):
            return
        if proof is not None and not await self._opens_some():
            raise StoreError(WRONG_KEY)
        if proof is not None:
            LOG.error("cannot be read: made anew", extra={"kind": "meta.proof"})
        fresh = self._seal.seal(PROOF_WORD, _PROOF_PLACE)

        async def work(database: aiosqlite.Connection) -> None:
            await database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (PROOF, fresh))

        await self._connection.write(work)

    async def rotate(self) -> int:
        """Seal all anew where the newest key was not in use yet; return how many values."""
        proof = await self._proof()
        # The proof is sealed anew with all the rest, whole: it tells of every value.
        return 0 if proof is not None and self._seal.is_newest(proof) else await self.renew()

    async def renew(self) -> int:
        """Seal with the newest key what an older one sealed; return how many values.

        What does not open stays as it is, and is set aside when it is wanted.
        """

        async def work(database: aiosqlite.Connection) -> tuple[int, int]:
            renewed = left = 0
            async for table, column, key, sealed in self._older(database):
                where = place(table, column, *key.values())
                try:
                    fresh = self._seal.seal(open_value(self._seal, sealed, where), where)
                except UnreadableError:
                    left += 1
                    continue
                named = " AND ".join(f"{name} = ?" for name in key)
                await database.execute(
                    f"UPDATE {table} SET {column} = ? WHERE {named}",  # noqa: S608
                    (fresh, *key.values()),
                )
                renewed += 1
            return renewed, left

        renewed, left = await self._connection.write(work)
        if left:
            LOG.error("cannot be read: left as they are", extra={"count": left})
        return renewed

    async def _older(
        self, database: aiosqlite.Connection
    ) -> AsyncIterator[tuple[str, str, dict[str, Any], bytes]]:
        """Yield what the newest key did not seal: table, column, the row's key, the value."""
        for table, column, names in COLUMNS:
            rows = await database.execute_fetchall(
                f"SELECT {column}, {', '.join(names)} FROM {table} {_sealed_rows(table, column)}"  # noqa: S608
            )
            for sealed, *key in rows:
                if not self._seal.is_newest(sealed):
                    yield table, column, dict(zip(names, key, strict=True)), sealed

    async def _proof(self) -> bytes | None:
        rows = await self._connection.rows("SELECT value FROM meta WHERE key = ?", (PROOF,))
        return rows[0][0] if rows else None

    async def _opens_some(self) -> bool:
        """Whether the key opens any of a sample of what is kept."""
        for table, column, names in COLUMNS:
            rows = await self._connection.rows(
                f"SELECT {column}, {', '.join(names)} FROM {table} "  # noqa: S608
                f"{_sealed_rows(table, column)} LIMIT {_SAMPLE}"
            )
            if any(opens(self._seal, sealed, place(table, column, *key)) for sealed, *key in rows):
                return True
        return False


def _sealed_rows(table: str, column: str) -> str:
    only = f" AND key = '{PROOF}'" if table == "meta" else ""
    return f"WHERE {column} IS NOT NULL{only}"
