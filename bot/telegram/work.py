"""The worker: takes accepted updates in order, turns each, and commits many in one transaction."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from datetime import date

from bot.store import Accepted, Chat, Effect, Store, Turn
from bot.telegram.turns import Turns

BATCH = 64
LOG = logging.getLogger("yauchoi.turns")


class Worker:
    """Turns what the inbox holds; one for a process, so that order in a chat is natural."""

    def __init__(
        self,
        store: Store,
        turns: Turns,
        *,
        now: Callable[[], float],
        today: Callable[[], date],
        after: Callable[[], None],
    ) -> None:
        self._store = store
        self._turns = turns
        self._now = now
        self._today = today
        self._after = after
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Tell that updates were accepted."""
        self._woken.set()

    def stop(self) -> None:
        """Finish the batch at hand, and end."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Work until stopped."""
        while not self._stopping:
            self._woken.clear()
            batch = await self._store.waiting(BATCH)
            if batch:
                await self._take(batch)
            else:
                await self._woken.wait()

    async def _take(self, batch: Sequence[Accepted]) -> None:
        start = time.perf_counter()
        ids = sorted({update.chat_id for update in batch if update.chat_id is not None})
        chats = await self._store.chats(ids) if ids else {}
        turns: list[Turn] = []
        for update in batch:
            turn = self._turn(update, chats.get(update.chat_id or 0))
            turns.append(turn)
            if turn.chat is not None:
                chats[turn.chat.chat_id] = turn.chat
            if turn.forget or turn.moved_to is not None:
                # What follows in the batch must see the chat gone: it waits for the next.
                break
        await self._store.commit(turns, self._now())
        self._after()
        ms = (time.perf_counter() - start) * 1000
        LOG.info("turns", extra={"count": len(turns), "ms": round(ms, 1)})

    def _turn(self, update: Accepted, chat: Chat | None) -> Turn:
        try:
            return self._turns.turn(update, chat, self._today())
        except Exception as error:
            # A fault of ours must not hold up everybody: it is told, and the person as well.
            kind = type(error).__name__
            LOG.exception("turn failed", extra={"update_id": update.update_id, "error": kind})
            if update.chat_id is None or update.chat_id < 0:
                return Turn(update.update_id)
            text = self._turns.words.text("en", "telegram-sorry")
            effect = Effect("sendMessage", {"chat_id": update.chat_id, "text": text})
            return Turn(update.update_id, chat, (effect,), to=update.chat_id)
