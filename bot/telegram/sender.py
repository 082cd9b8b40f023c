"""The sender: letters of the outbox, chat by chat, so that one that must wait holds up no other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.store import Letter, Store
from bot.telegram.api import SECONDS, BotApi, File, flooded_for

AT_ONCE = 64
# Between two tries of one call, in seconds.
LONGEST_PAUSE = 60.0
# What is worthless later must not hold up what is not.
PASSING_SECONDS = 5.0
LOG = logging.getLogger("yauchoi.sender")
_SAME = "not modified"
# A topic that is no more, or takes nothing; what was to be said there is said beside it.
_THREAD = "message_thread_id"
_NO_TOPIC = ("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
# Returns a call with the files that it is to carry, slow ones made off the event loop.
Files = Callable[[str, dict[str, Any]], Awaitable[tuple[str, dict[str, Any]]]]


async def plain_files(method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Carry a document that stands in the call itself, as that of /mydata does."""
    document = parameters.get("document")
    if isinstance(document, str):
        parameters["document"] = File("yauchoi.json", document.encode())
    return method, parameters


class Sender:
    """Makes the calls that turns want, each at least once, a chat's in order."""

    def __init__(
        self, store: Store, api: BotApi, *, now: Callable[[], float], files: Files = plain_files
    ) -> None:
        self._store = store
        self._api = api
        self._now = now
        self._files = files
        self._woken = asyncio.Event()
        self._stopping = False
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._at_hand: dict[int, int] = {}  # the letter of each busy chat
        self._done: list[tuple[Letter, int | None]] = []

    def wake(self) -> None:
        """Tell that there are letters."""
        self._woken.set()

    def stop(self) -> None:
        """Finish the calls at hand, and end."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Send until stopped; the calls at hand are finished and marked.

        Cancelled, it leaves them: what is not marked is sent by the next start.
        """
        try:
            await self._send()
        finally:
            left = list(self._busy.values())
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _send(self) -> None:
        while not self._stopping:
            self._woken.clear()
            await self._settle()
            room = AT_ONCE - len(self._busy)
            found = await self._store.due(self._now(), frozenset(self._busy), room)
            # One at hand may have come under another chat meanwhile, which is not busy.
            letters = [letter for letter in found if letter.id not in self._at_hand.values()]
            if letters:
                await self._store.sending(letters)
                for letter in letters:
                    self._at_hand[letter.chat_id] = letter.id
                    self._busy[letter.chat_id] = asyncio.create_task(self._deliver(letter))
            else:
                await self._rest()
        if self._busy:
            await asyncio.wait(self._busy.values())
        await self._settle()

    async def _settle(self) -> None:
        """Mark what was done since, in one commit, and free its chats."""
        done, self._done = self._done, []
        # Only those that had ended by now: a call that ends while its like are being marked
        # must not free its chat before it is marked itself, or it would be made again.
        ended = [chat for chat, task in self._busy.items() if task.done()]
        if done:
            await self._store.sent(done)
        for chat_id in ended:
            self._busy.pop(chat_id).result()
            del self._at_hand[chat_id]

    async def _rest(self) -> None:
        full = len(self._busy) >= AT_ONCE
        due = None if full else await self._store.next_due(frozenset(self._busy))
        pause = None if due is None else max(0.01, due - self._now())
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), pause)

    async def _deliver(self, letter: Letter) -> None:
        try:
            if letter.effect.passing and letter.was_sending:
                self._done.append((letter, None))
                return
            # The call first: the list is another one after each settling.
            message = await self._call(letter)
            self._done.append((letter, message))
        except TelegramError as error:
            await self._failed(letter, error)
        finally:
            self._woken.set()

    async def _failed(self, letter: Letter, error: TelegramError) -> None:
        """Give up what Telegram refuses; try again, after growing pauses, what did not arrive.

        What is passing is given up whatever befell it: the chat's screen never waits for it.
        """
        told = {"method": letter.effect.method, "error": str(error)}
        if letter.effect.passing:
            LOG.info("given up", extra=told | {"error": type(error).__name__})
            self._done.append((letter, None))
        elif isinstance(error, RetryAfter):
            await self._store.hold(letter, self._now() + flooded_for(error), whole_chat=True)
        elif isinstance(error, Forbidden):
            await self._store.blocked(letter.chat_id)
        elif isinstance(error, BadRequest) or not isinstance(error, NetworkError):
            LOG.warning("refused", extra=told)
            self._done.append((letter, None))
        else:
            pause = min(LONGEST_PAUSE, 0.2 * 2.0**letter.tries)
            LOG.warning("not delivered", extra=told)
            await self._store.hold(letter, self._now() + pause, whole_chat=False)

    async def _call(self, letter: Letter) -> int | None:
        """Make the call; return the message that now shows the screen."""
        method, parameters = await self._files(letter.effect.method, dict(letter.effect.parameters))
        if method == "editMessageText":
            message = parameters.setdefault("message_id", letter.screen)
            if message is None:
                return await self._send_instead(parameters)
            # A message is edited where it stands.
            edited = {name: value for name, value in parameters.items() if name != _THREAD}
            try:
                await self._made(method, edited)
            except BadRequest as error:
                text = str(error).lower()
                if any(gone in text for gone in _GONE):
                    return await self._send_instead(parameters)
                if _SAME not in text:
                    raise
            return int(message)
        seconds = PASSING_SECONDS if letter.effect.passing else SECONDS
        return _message_id(await self._made(method, parameters, seconds))

    async def _made(self, method: str, parameters: dict[str, Any], seconds: float = SECONDS) -> Any:
        """Make a call, to a group that became a supergroup under its new id."""
        try:
            return await self._api.call(method, parameters, seconds=seconds)
        except ChatMigrated as error:
            if "chat_id" not in parameters:
                raise
            await self._store.moved(parameters["chat_id"], error.new_chat_id)
            parameters["chat_id"] = error.new_chat_id
            return await self._api.call(method, parameters, seconds=seconds)
        except BadRequest as error:
            text = str(error).lower()
            if _THREAD not in parameters or not any(what in text for what in _NO_TOPIC):
                raise
            del parameters[_THREAD]
            return await self._api.call(method, parameters, seconds=seconds)

    async def _send_instead(self, parameters: dict[str, Any]) -> int | None:
        parameters.pop("message_id", None)
        return _message_id(await self._made("sendMessage", parameters))


def _message_id(result: Any) -> int | None:
    found = result.get("message_id") if isinstance(result, dict) else None
    return found if isinstance(found, int) else None
