"""The real program, which kills itself when it passes a named point for the n-th time.

Run as `python -m tests.killing`, with KILL_AT naming the point and KILL_PASSING the number.
"""

import os
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from bot.cli import main
from bot.store.sqlite import SqliteStore
from bot.telegram.api import BotApi

POINTS = ("accepted", "turn-made", "turn-kept", "sent")
SENDS = frozenset({"sendMessage", "editMessageText"})
Method = Callable[..., Coroutine[Any, Any, Any]]


class Point:
    """A point on the way of an update, and how often it may still be passed."""

    def __init__(self, name: str, passing: int) -> None:
        self.name = name
        self.left = passing

    def passed(self, name: str) -> None:
        """Kill this process if it is the point and the time."""
        self.left -= name == self.name
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def lay(point: Point) -> None:
    """Put the points on the program's way."""
    accept: Method = SqliteStore.accept
    commit: Method = SqliteStore.commit
    call: Method = BotApi.call

    async def accepting(store: SqliteStore, *given: Any) -> int:
        new: int = await accept(store, *given)
        point.passed("accepted")
        return new

    async def committing(store: SqliteStore, *given: Any) -> None:
        point.passed("turn-made")
        await commit(store, *given)
        point.passed("turn-kept")

    async def calling(api: BotApi, method: str, *given: Any, **named: Any) -> Any:
        result = await call(api, method, *given, **named)
        if method in SENDS:
            point.passed("sent")
        return result

    for owner, name, way in (
        (SqliteStore, "accept", accepting),
        (SqliteStore, "commit", committing),
        (BotApi, "call", calling),
    ):
        setattr(owner, name, way)


if __name__ == "__main__":
    lay(Point(os.environ["KILL_AT"], int(os.environ["KILL_PASSING"])))
    sys.exit(main(["serve"]))
