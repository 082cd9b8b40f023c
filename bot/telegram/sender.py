"""The sender: letters of the outbox, chat by chat, so that one that must wait holds up no other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.store import Letter, Store
from bot.telegram.answers import OddResultError
from bot.telegram.api import FILE_SECONDS, SECONDS, BotApi, File, flooded_for
from bot.telegram.tally import Tally

# Chats with a letter at hand, and of these the calls under way: without a file, and with one.
CHATS_AT_ONCE = 1024
CALLS_AT_ONCE = 256
FILES_AT_ONCE = 32
BATCH = 64
# Between two tries of one call, in seconds, doubled from try to try.
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 60.0
# Where a call may have had its effect, each further try may be a further copy.
LONGEST_PAUSE_UNCLEAR = 600.0
# What is worthless later must not hold up what is not.
PASSING_SECONDS = 5.0
# A letter that cannot be delivered is dropped then, so that its chat goes on.
GREATEST_AGE_SECONDS = 72 * 3600.0
# A clock that jumped ahead makes letters old at once: some tries are left to them all the same;
# one that jumped back never makes them old: so many tries take longer than the greatest age.
FEWEST_TRIES, MOST_TRIES = 8, 5000
ODD_TRIES = 2
LOG = logging.getLogger("yauchoi.sender")
_SAME = "not modified"
# A topic that is no more, or takes nothing; what was to be said there is said beside it.
_THREAD = "message_thread_id"
_NO_TOPIC = ("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_WITH_FILES = frozenset({"card", "document"})
# Returns a call with the files that it is to carry, slow ones made off the event loop.
Files = Callable[[str, dict[str, Any]], Awaitable[tuple[str, dict[str, Any]]]]


async def plain_files(method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Carry a document that stands in the call itself, as that of /mydata does."""
    document = parameters.get("document")
    if isinstance(document, str):
        parameters["document"] = File("yauchoi.json", document.encode())
    return method, parameters


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter: over, with the message that shows the screen now, or kept."""

    over: bool
    message: int | None = None


OVER, KEPT = Outcome(over=True), Outcome(over=False)


class Sender:
    """Makes the calls that turns want, each at least once, a chat's in order."""

    def __init__(
        self, store: Store, api: BotApi, *, now: Callable[[], float], files: Files = plain_files
    ) -> None:
        self._store = store
        self._api = api
        self._now = now
        self._files = files
        self._tally = Tally(LOG)
        self._woken = asyncio.Event()
        self._stopping = False
        self._unwelcome: InvalidToken | None = None
        self._at_hand: dict[asyncio.Task[Outcome], Letter] = {}
        self._places = asyncio.Semaphore(CALLS_AT_ONCE)
        self._places_with_files = asyncio.Semaphore(FILES_AT_ONCE)

    def wake(self) -> None:
        """Tell that there are letters."""
        self._woken.set()

    def stop(self) -> None:
        """Finish the calls at hand, and end."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Send until stopped; the calls at hand are finished and marked.

        Cancelled, it leaves them: what is not marked is sent by the next start. Raises
        InvalidToken where Telegram does not accept the token; the letters are kept.
        """
        try:
            await self._send()
        finally:
            for task in self._at_hand:
                task.cancel()
            await asyncio.gather(*self._at_hand, return_exceptions=True)
            await self._store.give_back(list(self._at_hand.values()))
        if self._unwelcome is not None:
            raise self._unwelcome

    async def _send(self) -> None:
        while not self._stopping:
            self._woken.clear()
            await self._settle()
            room = min(BATCH, CHATS_AT_ONCE - len(self._at_hand))
            letters = await self._store.claim_letters(self._now(), room)
            for letter in letters:
                self._at_hand[asyncio.create_task(self._deliver(letter))] = letter
            if not letters:
                await self._rest()
        if self._at_hand:
            await asyncio.wait(self._at_hand)
        await self._settle()

    async def _settle(self) -> None:
        """Mark what has ended, in one commit."""
        ended = [task for task in self._at_hand if task.done()]
        outcomes = [(self._at_hand[task], task.result()) for task in ended]
        done = [(letter, outcome.message) for letter, outcome in outcomes if outcome.over]
        if done:
            await self._store.sent(done)
        for task in ended:
            del self._at_hand[task]

    async def _rest(self) -> None:
        full = len(self._at_hand) >= CHATS_AT_ONCE
        due = None if full else await self._store.next_due()
        # The clock may be put back meanwhile: it is looked at again.
        pause = None if due is None else min(LONGEST_PAUSE, max(0.01, due - self._now()))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), pause)

    async def _deliver(self, letter: Letter) -> Outcome:
        try:
            if letter.effect.passing and letter.was_sending:
                return OVER
            return Outcome(over=True, message=await self._call(letter))
        except InvalidToken as error:
            self._unwelcome, self._stopping = error, True
            return await self._hold(letter, FIRST_PAUSE)
        except Exception as error:
            # A fault of ours in one letter must not end all: it has the tries of any other.
            if not isinstance(error, TelegramError) and letter.tries == 0:
                told = {"method": letter.effect.method, "error": type(error).__name__}
                LOG.exception("call failed", extra=told)
            return await self._give_up_or_retry(letter, error)
        finally:
            self._woken.set()

    async def _give_up_or_retry(self, letter: Letter, error: Exception) -> Outcome:
        """Give up what Telegram refuses; try again, after growing pauses, what did not arrive.

        What is passing is given up whatever befell it: the chat's screen never waits for it.
        """
        method = letter.effect.method
        if letter.effect.passing:
            self._tally.tell("given up", method, error)
            return OVER
        if isinstance(error, Forbidden):
            await self._store.blocked(letter)
            return KEPT
        # An id that a refusal names but that leads nowhere is a refusal like any other.
        if isinstance(error, (BadRequest, ChatMigrated)):
            self._tally.tell("refused", method, error)
            return OVER
        if isinstance(error, OddResultError) and letter.tries >= ODD_TRIES:
            self._tally.tell("taken for delivered", method, error)
            return OVER
        return await self._again(letter, error)

    async def _again(self, letter: Letter, error: Exception) -> Outcome:
        """Let a letter wait for its next try, unless it has had its time."""
        if self._is_too_old(letter):
            self._tally.tell("dropped after its greatest age", letter.effect.method, error)
            return OVER
        if isinstance(error, RetryAfter):
            return await self._hold(letter, flooded_for(error), whole_chat=True)
        self._tally.tell("not delivered", letter.effect.method, error)
        longest = LONGEST_PAUSE_UNCLEAR if isinstance(error, TimedOut) else LONGEST_PAUSE
        return await self._hold(letter, pause_after(letter.tries, longest))

    async def _hold(self, letter: Letter, seconds: float, *, whole_chat: bool = False) -> Outcome:
        now = self._now()
        await self._store.hold(letter, now + seconds, whole_chat=whole_chat, since=now)
        return KEPT

    def _is_too_old(self, letter: Letter) -> bool:
        age = self._now() - letter.written_at if letter.written_at else 0.0
        old = age > GREATEST_AGE_SECONDS and letter.tries >= FEWEST_TRIES
        return old or letter.tries >= MOST_TRIES

    async def _call(self, letter: Letter) -> int | None:
        """Make the call in a place of its kind; return the message that now shows the screen."""
        with_file = not _WITH_FILES.isdisjoint(letter.effect.parameters)
        async with self._places_with_files if with_file else self._places:
            method, parameters = await self._files(
                letter.effect.method, dict(letter.effect.parameters)
            )
            if method == "editMessageText":
                return await self._edit(letter, parameters)
            seconds = FILE_SECONDS if with_file else SECONDS
            if letter.effect.passing:
                seconds = PASSING_SECONDS
            return _message_id(await self._make_call(method, parameters, seconds))

    async def _edit(self, letter: Letter, parameters: dict[str, Any]) -> int | None:
        """Edit the screen, or send it anew where there is none to edit."""
        message = parameters.setdefault("message_id", letter.screen)
        if message is None:
            return await self._send_instead(parameters)
        # A message is edited where it stands.
        edited = {name: value for name, value in parameters.items() if name != _THREAD}
        try:
            await self._make_call("editMessageText", edited)
        except BadRequest as error:
            text = str(error).lower()
            if any(gone in text for gone in _GONE):
                return await self._send_instead(parameters)
            if _SAME not in text:
                raise
        return int(message)

    async def _make_call(
        self, method: str, parameters: dict[str, Any], seconds: float = SECONDS
    ) -> Any:
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
        return _message_id(await self._make_call("sendMessage", parameters))


def pause_after(tries: int, longest: float = LONGEST_PAUSE) -> float:
    """Return how many seconds to wait after a letter has failed once more than `tries` times."""
    # Beyond that power every pause is the longest, and a float would overflow.
    return min(longest, FIRST_PAUSE * 2.0 ** min(tries, 16))


def _message_id(result: Any) -> int | None:
    found = result.get("message_id") if isinstance(result, dict) else None
    return found if isinstance(found, int) else None
