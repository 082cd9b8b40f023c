"""The updates that wait for the bot, and the long poll that fetches them."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.simulator import refusals
from tests.simulator.refusals import Refused
from tests.simulator.wire import Json

# What a bot is not sent unless it asks by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_LONGEST_POLL = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not yet confirmed; `lane` is the chat whose order it keeps."""

    number: int
    lane: str
    payload: Json


class Updates:
    """The queue: an update stays until it is confirmed, by an offset or by a 200."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.allowed: list[str] = []
        self.held = False
        self.arrived: Callable[[], None] = lambda: None
        self._last = 100_000_000
        self._poll: asyncio.Future[None] | None = None

    def wants(self, kind: str) -> bool:
        """Tell whether the bot has asked for such updates."""
        return kind in self.allowed if self.allowed else kind not in _ON_REQUEST

    def allow(self, kinds: Any) -> None:
        """Set the kinds to send from now on; an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = list(kinds)

    def add(self, payload: Json) -> int:
        """Put an update into the queue, numbered unless it has a number; return the number."""
        given = payload.get("update_id")
        known = isinstance(given, int) and not isinstance(given, bool)
        number = int(given) if known and given is not None else self._last + 1
        self._last = max(self._last, number)
        numbered = payload if "update_id" in payload else {"update_id": number} | payload
        self.waiting.append(Waiting(number, _lane(numbered, number), numbered))
        self.wake()
        return number

    def wake(self) -> None:
        """Tell the poll or the courier that there may be something."""
        if self.held:
            return
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self.arrived()

    def interrupt(self, why: str) -> None:
        """End the poll that waits now with a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(409, why))
        self._poll = None

    async def poll(self, limit: int, timeout: int) -> list[Json]:  # noqa: ASYNC109 - its name in the API
        """Return what waits for the bot, or wait for it.

        As at Telegram it is the earlier of two pollers that is sent away.
        """
        self.interrupt(refusals.OTHER_POLLER)
        batch = self._batch(limit)
        if batch or timeout <= 0:
            return batch
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(min(timeout, _LONGEST_POLL)):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None
        return self._batch(limit)

    def close(self) -> None:
        """Send the poller home with what there is."""
        self.held = False
        self.wake()

    def confirm(self, offset: int) -> None:
        """Forget what is below the offset; a negative one keeps so many of the newest."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [one for one in self.waiting if one.number >= offset]

    def _batch(self, limit: int) -> list[Json]:
        return [] if self.held else [one.payload for one in self.waiting[: max(1, min(limit, 100))]]


def _lane(payload: Json, number: int) -> str:
    """Return the chat of an update, however strange; one without a chat stands alone."""
    chat_id = chat_of(payload)
    return f"update {number}" if chat_id is None else f"chat {chat_id}"


def chat_of(payload: Json) -> int | None:
    """Return the chat that an update is about."""
    for body in payload.values():
        if not isinstance(body, dict):
            continue
        message = body.get("message") if "chat" not in body else body
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return None
