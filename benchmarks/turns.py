"""What a turn on Telegram costs: accepted, turned, rendered, committed durably, 64 in flight."""

import asyncio
import statistics
import tempfile
import time
from datetime import date
from typing import Any

from bot.conversation.data import About
from bot.sealing import Seal, new_key
from bot.store import Store, database_at
from bot.telegram.gate import Gate
from bot.telegram.screens import data
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from tests.shelf import LIBRARY

CHATS = 64
TODAY = date(2026, 11, 22)
# A conversation by taps, from the notice to the early verdict and the result.
WAY = (
    "agree hk-qmas-gpt band1 other yes holds master master yes chinese-english band3 on "
    "band0 band0 band0 band0 none restart"
).split()


def tap(update_id: int, chat_id: int, rev: int, choice: str) -> dict[str, Any]:
    """Return an update: a tap on the screen of a turn."""
    person = {"id": chat_id, "is_bot": False, "first_name": "A", "language_code": "en"}
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "…"}
    query = {"id": str(update_id), "from": person, "message": message, "data": data(rev, choice)}
    return {"update_id": update_id, "callback_query": query | {"chat_instance": "1"}}


def start(update_id: int, chat_id: int) -> dict[str, Any]:
    """Return an update: /start."""
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": "/start"}
    person = {"id": chat_id, "is_bot": False, "first_name": "A", "language_code": "en"}
    return {"update_id": update_id, "message": message | {"from": person}}


async def conversations(store: Store) -> list[float]:
    """Hold 64 conversations at once; return seconds of CPU a turn, round by round."""
    about = About("The bench", "nobody", 30, 90, "bench_bot")
    now = time.time
    worker = Worker(
        store, Turns(LIBRARY, words(), about), now=now, today=lambda: TODAY, after=lambda: None
    )
    gate = Gate(store, now=now, after=lambda: None)
    update_id, rev = 0, 0
    costs = []
    for round_ in range(4):
        for choice in ("", *WAY) if round_ == 0 else WAY[1:]:
            raws = []
            for chat_id in range(1, CHATS + 1):
                update_id += 1
                made = tap(update_id, chat_id, rev, choice) if choice else start(update_id, chat_id)
                raws.append(made)
            begin = time.process_time()
            await gate.take(raws)
            await worker.take()
            costs.append((time.process_time() - begin) / CHATS)
            rev += 1
    return costs[len(WAY) + 1 :]


async def measured() -> list[float]:
    """Measure on a fresh database."""
    with tempfile.TemporaryDirectory() as folder:
        database = database_at(f"sqlite:///{folder}/bench.db")
        database.migrate()
        store = await database.open(Seal((new_key(),)), lambda _: None)
        try:
            return await conversations(store)
        finally:
            await store.close()


def turns() -> list[float]:
    """Return seconds of CPU a turn; each figure is the mean of one round of a conversation."""
    costs = asyncio.run(measured())
    size = len(WAY) - 1
    return [statistics.mean(costs[i : i + size]) for i in range(0, len(costs), size)]
