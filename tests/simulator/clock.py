"""The time of the simulated world, and waiting without sleeping."""

import asyncio
import time


class Clock:
    """The time of day, which a test may put forward."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward; nothing waits."""
        self._ahead += seconds


async def came(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event, so many seconds at most; return whether it came."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
