"""Any column of any row may hold anything: whoever else writes is served as if nothing were."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from telegram.error import TimedOut

from bot.conversation.data import About
from bot.conversation.kept import Kept
from bot.sealing import new_key
from bot.store import Chat, Effect, Turn
from bot.store.schema import STEPS
from bot.store.sqlite import SqliteStore
from bot.sweep import Sweep, Terms
from bot.telegram.api import BotApi
from bot.telegram.sender import Sender
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from flows.dialogue import Session
from tests.shelf import LIBRARY
from tests.storing import KEY, commit, opened_store
from tests.test_damage import TODAY, said

ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")
NOW = 1_795_305_600.0
WELL, FIRST_HURT = 1, 100
ODD: tuple[Any, ...] = (
    *(0, -1, 7, 1 << 62, (1 << 63) - 1, 1.5, 1e308, float("inf"), float("-inf")),
    *("x", "", b"", b"\x00\x01", None),
)
HURT = range(FIRST_HURT, FIRST_HURT + len(ODD))


def _columns() -> list[tuple[str, str]]:
    """Return every column of every table but the keys, which are numbers in any case."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.create_function("sealed_for", 2, lambda value, _: value)
        for step in STEPS:
            for statement in step.split(";"):
                database.execute(statement, {"now": 0.0} if ":now" in statement else {})
        return [
            (table, name)
            for table in ("chat", "inbox", "outbox", "unreadable")
            for _, name, _, _, _, key in database.execute(f"PRAGMA table_info({table})")
            if not key and name != "chat_id"
        ]


class Line:
    """A line on which every call arrives, or none."""

    def __init__(self) -> None:
        self.works = False
        self.made: list[dict[str, Any]] = []

    async def call(self, method: str, parameters: dict[str, Any], *, seconds: float) -> Any:
        """See BotApi."""
        if not self.works:
            raise TimedOut
        self.made.append(parameters)
        return {"message_id": 5, "after": seconds} if method.startswith("send") else True


async def _fill(path: Path) -> None:
    """Store everybody halfway: a call to make, an update that waits, something set aside."""
    async with opened_store(path) as store:
        for number, chat_id in enumerate((WELL, *HURT), 1):
            kept, call = Kept(Session(language="en")).dump(), {"chat_id": chat_id, "text": "hello"}
            turn = Turn(number, Chat(chat_id, kept, rev=7), (Effect("sendMessage", call),))
            await commit(store, [turn], NOW)
            await store.accept([said(number + 1000, chat_id, "/help", "en")], NOW)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO unreadable (origin, chat_id, value, found_at) "
            "SELECT 'chat.state', chat_id, x'00', touched_at FROM chat"
        )


def _hurt(path: Path, table: str, column: str) -> None:
    """Write another odd value into a column for each chat, where the schema lets it stand."""
    with closing(sqlite3.connect(path)) as database:
        for chat_id, odd in zip(HURT, ODD, strict=True):
            statement = f"UPDATE OR IGNORE {table} SET {column} = ? WHERE chat_id = ?"  # noqa: S608
            database.execute(statement, (odd, chat_id))
        database.commit()


async def _serve(store: SqliteStore, line: Line, hour: float) -> None:
    """Take what waits, send what is due, and look after what is old."""
    now = NOW + hour * 3600
    turns = Turns(LIBRARY, words(), ABOUT)
    sweep = Sweep(store, Terms(30, 90), now=lambda: now, after=turns.forget)
    await store.newest()
    await sweep.sweep()
    worker = Worker(store, turns, now=lambda: now, today=lambda: TODAY, after=lambda: None)
    while await worker.take():
        pass
    sender = Sender(store, cast("BotApi", line), now=lambda: now)
    for _ in range(12 if line.works else 1):
        letters = await store.claim_letters(now, 64)
        outcomes = [(letter, await sender._deliver(letter)) for letter in letters]
        await store.sent(
            [(letter, outcome.message) for letter, outcome in outcomes if outcome.over]
        )
    due = await store.next_due()
    assert due is None or isinstance(due, float)


@pytest.mark.asyncio
@pytest.mark.parametrize(("table", "column"), _columns())
async def test_others_are_served_whatever_a_column_holds(
    tmp_path: Path, table: str, column: str
) -> None:
    path, line = tmp_path / "yauchoi.db", Line()
    await _fill(path)
    _hurt(path, table, column)
    async with opened_store(path, new_key(), KEY) as store:
        await store.keys.rotate()
        await _serve(store, line, 0.5)
        line.works = True
        await _serve(store, line, 1)
        for number, chat_id in enumerate((WELL, *HURT)):
            for turn, text in enumerate(("/mydata", "/help")):
                key = 10_000 + 10 * number + turn
                await store.accept([said(key, chat_id, text, "en")], NOW)
        await _serve(store, line, 1.5)
        sent = [one for one in line.made if one["chat_id"] == WELL]
        assert len(sent) == len(("hello", "/help", "/mydata", "/help"))
        answered = {one["chat_id"] for one in line.made}
        assert answered >= {WELL, *HURT}, "whoever is hurt is answered as well"


@pytest.mark.asyncio
async def test_what_has_no_readable_time_goes_when_its_time_is_over(tmp_path: Path) -> None:
    path = tmp_path / "yauchoi.db"
    await _fill(path)
    _hurt(path, "chat", "touched_at")
    async with opened_store(path) as store:
        for hour in range(34 * 24):
            now = NOW + hour * 3600
            sweep = Sweep(store, Terms(30, 90), now=lambda now=now: now, after=lambda: None)  # type: ignore[misc]
            await sweep.sweep()
        assert await store.chats([WELL, *HURT]) == {}
