"""The sweep: what is past its time is deleted, every hour, by a clock that can be believed.

A clock that stands wrong would delete everybody, or nobody. So the store remembers when the clock
was last looked at. If it stands elsewhere than the time since can explain, it is doubted: nothing
is deleted until it has gone on evenly for three days, stops of the program included. What was
dated by a clock that was doubted counts as of now once the clock jumps again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.store import Clock, Store

HOUR = 3600.0
DAY = 24 * HOUR
# So long the program may have stood still, or the clock have been set, without doubt.
STOP = 2 * DAY
# So long a clock that was doubted must go on evenly before it is believed.
EVEN = 3 * DAY
# 1 January 2026: a clock that stands before is wrong, however evenly it goes.
EARLIEST = 1_767_225_600.0
LOG = logging.getLogger("yauchoi.sweep")


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days a chat is kept after its last message."""

    unfinished: int
    finished: int


class Sweep:
    """Deletes what is past its time. `after` is told whenever something was deleted."""

    def __init__(
        self,
        store: Store,
        terms: Terms,
        *,
        now: Callable[[], float],
        after: Callable[[], None],
    ) -> None:
        self._store = store
        self._terms = terms
        self._now = now
        self._after = after

    async def run(self) -> None:
        """Sweep every hour, not at once: a clock is often set right just after a start."""
        while True:
            await asyncio.sleep(HOUR)
            await self.sweep()

    async def look(self) -> bool:
        """Look at the clock, remember it, and return whether it can be believed."""
        now = self._now()
        known = await self._store.clock()
        looked, doubted = known.looked_at, known.doubted_at
        if looked is None:
            # Of a store without a memory of the clock, what it holds tells the time.
            looked = await self._store.newest()
        if looked is None:
            doubted = now
        elif not -HOUR <= now - looked <= STOP:
            days = round((now - looked) / DAY, 1)
            LOG.error("the clock jumped: nothing is deleted for now", extra={"days": days})
            if doubted is not None:
                # Up to an hour passes between a look and what is dated after it.
                await self._store.redate(doubted, looked + HOUR, now)
            doubted = now
        if doubted is not None and now - doubted >= EVEN and now >= EARLIEST:
            doubted = None
        await self._store.set_clock(Clock(now, doubted))
        return doubted is None

    async def sweep(self) -> int:
        """Delete what is past its time, if the clock can be believed; return how many chats."""
        # What was rendered with people's own words is not remembered for longer either.
        self._after()
        if not await self.look():
            return 0
        now = self._now()
        # A clock that stood ahead and was believed dated these; they would be kept for ever.
        await self._store.redate(now + DAY, float("inf"), now)
        unfinished = now - self._terms.unfinished * DAY
        gone = await self._store.forget_before(unfinished, now - self._terms.finished * DAY)
        await self._store.prune(now)
        if gone:
            LOG.info("forgotten", extra={"count": gone})
        return gone
