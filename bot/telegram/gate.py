"""The gate: updates are committed before they are acknowledged, however they arrive."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.store import Accepted, Store
from bot.telegram.updates import accept

# Telegram brings 100 at a time at most; so many wait only if the store is far slower than that.
MOST_WAITING = 1_000
BATCH = 256
# No update is nearly as deep; from some 970 on, JSON can be read and no longer be written.
DEEPEST = 200
KEPT_LETTERS = 4096
# Faults of one update and not of the store.
OF_ONE = (ArithmeticError, RecursionError, TypeError, ValueError)
LOG = logging.getLogger("yauchoi.gate")


class FullError(Exception):
    """More updates wait to be committed than may."""


@dataclass(frozen=True, slots=True)
class Waiter:
    """An update that waits for its commit, and how whoever brought it is told."""

    update: Accepted
    told: asyncio.Future[None]


class Gate:
    """Commits updates, those that arrive together in one transaction, and wakes the worker."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], float],
        after: Callable[[], None],
        most: int = MOST_WAITING,
    ) -> None:
        self._store = store
        self._now = now
        self._after = after
        self._most = most
        self._waiting: list[Waiter] = []
        self._committing: asyncio.Task[None] | None = None
        self.unreadable = 0

    @property
    def healthy(self) -> bool:
        """Whether what comes can be committed at once."""
        return self._store.healthy

    async def take(self, raws: Sequence[Any]) -> None:
        """Return once all of these are committed; what has no key is counted and kept."""
        await self._accept([self._readable(raw) for raw in raws])
        self._after()

    async def take_one(self, raw: Any) -> None:
        """Return once this one is committed, together with those that came meanwhile.

        Raises FullError where too many wait, and whatever the store raises.
        """
        if len(self._waiting) >= self._most:
            LOG.warning("too many updates wait", extra={"count": len(self._waiting)})
            raise FullError
        told = asyncio.get_running_loop().create_future()
        self._waiting.append(Waiter(self._readable(raw), told))
        # A task of its own: whoever came first may go away without leaving the others waiting.
        if self._committing is None or self._committing.done():
            self._committing = asyncio.create_task(self._commit())
        await told

    async def close(self) -> None:
        """Return once nothing waits any more."""
        if self._committing is not None:
            await asyncio.wait({self._committing})

    async def _commit(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            try:
                await self._accept([one.update for one in batch])
            except Exception as error:
                kind = type(error).__name__
                LOG.exception("commit failed", extra={"count": len(batch), "error": kind})
                for told in _waiters(batch):
                    told.set_exception(error)
            else:
                for told in _waiters(batch):
                    told.set_result(None)
                # Only now, so that the answers leave before the turns begin.
                self._after()

    async def _accept(self, updates: Sequence[Accepted]) -> None:
        try:
            await self._store.accept(updates, self._now())
        except OF_ONE:
            for update in updates:
                await self._accept_one(update)

    async def _accept_one(self, update: Accepted) -> None:
        """Commit one update; one that cannot be kept as it is must not come again for ever."""
        try:
            await self._store.accept([update], self._now())
        except OF_ONE:
            set_aside = replace(update, chat_id=None, raw=self._set_aside(update.raw))
            await self._store.accept([set_aside], self._now())

    def _readable(self, raw: Any) -> Accepted:
        found = accept(raw)
        if found is None:
            kept = self._set_aside(raw)
            return Accepted(-int(self._now() * 1e9) - self.unreadable, None, kept)
        if _too_deep(raw):
            return replace(found, chat_id=None, raw=self._set_aside(raw))
        return found

    def _set_aside(self, raw: Any) -> dict[str, Any]:
        self.unreadable += 1
        LOG.warning("unreadable update", extra={"count": self.unreadable})
        try:
            return {"unreadable": str(raw)[:KEPT_LETTERS]}
        except RecursionError:
            return {"unreadable": "nested too deep"}


def _waiters(batch: Iterable[Waiter]) -> Iterable[asyncio.Future[None]]:
    """Return whom to tell; a request that was cancelled listens no more."""
    return (one.told for one in batch if not one.told.done())


def _too_deep(raw: Any) -> bool:
    """Whether lists and objects lie in each other deeper than any update does."""
    level = [raw]
    for _ in range(DEEPEST):
        level = [
            part
            for one in level
            for part in (one.values() if isinstance(one, dict) else one)
            if isinstance(part, (dict, list))
        ]
        if not level:
            return False
    return True
