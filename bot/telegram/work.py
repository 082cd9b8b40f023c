"""The worker: takes accepted updates in order, turns each, and commits many in one transaction."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from bot.logs import fault
from bot.store import Accepted, Batch, Chat, Store, Turn
from bot.telegram.privacy import with_rows
from bot.telegram.sorry import language_of, leaves, sorry, where
from bot.telegram.turns import Turns

BATCH = 64
LOG = logging.getLogger("yauchoi.turns")


class Worker:
    """Turns what the inbox holds, batch by batch; each claims its chats, so that order is kept."""

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
            if not await self.take():
                await self._woken.wait()

    async def take(self) -> bool:
        """Turn a batch of what waits; return whether anything did."""
        start = time.perf_counter()
        async with self._store.batch(BATCH) as batch:
            if not batch.updates:
                return False
            turns = await self._turn_all(batch)
            await batch.commit(turns, self._now())
        self._after()
        ms = (time.perf_counter() - start) * 1000
        LOG.info("turns", extra={"count": len(turns), "ms": round(ms, 1)})
        return True

    async def _turn_all(self, batch: Batch) -> list[Turn]:
        """Return the turns of updates, up to the first after which its chat is gone."""
        # Changed in place: a copy would keep the chats as they were alive until the commit.
        chats = batch.chats
        turns: list[Turn] = []
        for update in batch.updates:
            turn = self._turn(update, chats.get(update.chat_id or 0))
            if turn.tells_all and turn.to is not None:
                turn = with_rows(turn, await self._store.kept(turn.to))
            turns.append(turn)
            if turn.chat is not None:
                chats[turn.chat.chat_id] = turn.chat
            if turn.forget or turn.moved_to is not None:
                # What follows in the batch must see the chat gone: it waits for the next.
                break
        return turns

    def _turn(self, update: Accepted, chat: Chat | None) -> Turn:
        if update.damaged:
            return self._sorry(update, chat)
        try:
            return self._turns.turn(update, chat, self._today())
        except Exception as error:  # noqa: BLE001 - a fault of ours must not hold up everybody
            self._tell(update, chat, error)
        if chat is not None and leaves(update):
            # Whoever cannot go on from what is kept must be able to leave it.
            with suppress(Exception):
                return self._turns.turn(update, replace(chat, state={}, lost=True), self._today())
        return self._sorry(update, chat)

    def _tell(self, update: Accepted, chat: Chat | None, error: Exception) -> None:
        """Log a failing turn: what a programmer needs, and nothing that a person told."""
        told = fault(error) | {"update_id": update.update_id}
        if update.chat_id is not None:
            told["chat"] = self._store.alias(update.chat_id)
        if chat is not None:
            told["state"], told["asked"] = where(self._turns.library, chat, self._today())
        LOG.error("turn failed", extra=told)

    def _sorry(self, update: Accepted, chat: Chat | None) -> Turn:
        """Tell the person, who is not at fault; what is kept stays as it is."""
        if update.chat_id is None:
            return Turn(update.update_id, unread=update.damaged)
        words = self._turns.words
        language = language_of(chat, update.raw, words.languages)
        effect = sorry(words, update.chat_id, language)
        return Turn(
            update.update_id,
            None if chat is None or chat.lost else chat,
            () if effect is None else (effect,),
            to=update.chat_id,
            unread=update.damaged,
        )
