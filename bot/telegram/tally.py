"""The tally: what goes wrong again and again is told once a minute, with how often it did."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import TelegramError

SECONDS = 60.0


@dataclass(slots=True)
class _Kind:
    """One kind of trouble: when it was told last, and how often it came since."""

    told_at: float
    untold: int = 0


class Tally:
    """Tells of trouble with calls, so that an outage fills no disk.

    An error is told by its class and its own sentence, which `bot.telegram.answers` keeps free of
    words and tokens; whatever is no TelegramError is told by its class alone.
    """

    def __init__(self, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._clock = clock
        self._kinds: dict[tuple[str, str, str], _Kind] = {}

    def tell(self, what: str, method: str, error: Exception) -> None:
        """Tell of one more; at once where it is the first of its kind in a minute."""
        name, now = type(error).__name__, self._clock()
        kind = self._kinds.setdefault((what, method, name), _Kind(now - SECONDS))
        kind.untold += 1
        if now - kind.told_at < SECONDS:
            return
        says = f"{name}: {error}" if isinstance(error, TelegramError) else name
        self._log.warning(what, extra={"method": method, "error": says, "count": kind.untold})
        kind.told_at, kind.untold = now, 0
