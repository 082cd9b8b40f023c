"""The gate: updates are committed before they are acknowledged, however they arrive."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from bot.store import Accepted, Store
from bot.telegram.updates import accepted

LOG = logging.getLogger("yauchoi.gate")


class Gate:
    """Commits updates, those that arrive together in one transaction, and wakes the worker."""

    def __init__(
        self, store: Store, *, now: Callable[[], float], after: Callable[[], None]
    ) -> None:
        self._store = store
        self._now = now
        self._after = after
        self._waiting: list[tuple[Accepted, asyncio.Future[None]]] = []
        self._busy = False
        self.unreadable = 0

    @property
    def healthy(self) -> bool:
        """Whether what comes can be committed at once."""
        return self._store.healthy

    async def take(self, raws: Sequence[Any]) -> None:
        """Return once all of these are committed; what has no key is counted and kept."""
        await self._store.accept([self._readable(raw) for raw in raws], self._now())
        self._after()

    async def take_one(self, raw: Any) -> None:
        """Return once this one is committed, together with those that came meanwhile."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((self._readable(raw), future))
        if not self._busy:
            self._busy = True
            try:
                while self._waiting:
                    batch, self._waiting = self._waiting, []
                    await self._commit(batch)
            finally:
                self._busy = False
        await future

    async def _commit(self, batch: list[tuple[Accepted, asyncio.Future[None]]]) -> None:
        try:
            await self._store.accept([update for update, _ in batch], self._now())
        except Exception as error:  # noqa: BLE001 - each waiting request is told
            for _, future in batch:
                future.set_exception(error)
            return
        for _, future in batch:
            if not future.done():
                future.set_result(None)
        self._after()

    def _readable(self, raw: Any) -> Accepted:
        found = accepted(raw)
        if found is None:
            self.unreadable += 1
            LOG.warning("unreadable update", extra={"count": self.unreadable})
            return Accepted(-time.time_ns(), None, {"unreadable": str(raw)[:4096]})
        return found
