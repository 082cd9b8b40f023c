"""The store on SQLite, beneath what any store does: its rows, its schema, what it refuses."""

import asyncio
import re
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.conversation.data import About
from bot.sealing import Seal, new_key
from bot.store import Accepted, Chat, Effect, StoreError, Turn, schema
from bot.store.fields import WORDS
from bot.store.schema import STEPS, migrate_file
from bot.store.sqlite import SqliteStore, open_store
from bot.telegram.turns import Turns
from bot.words.catalogue import words
from tests.shelf import LIBRARY
from tests.storing import commit, opened_store, waiting

pytestmark = pytest.mark.asyncio
TODAY = date(2026, 11, 22)
CHAT, OTHER = 7, 8
KEY = new_key()
SEAL = Seal((KEY,))
HELLO = Effect("sendMessage", {"chat_id": CHAT, "text": "hello"})
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "yauchoi.db"
    migrate_file(found)
    return found


@pytest_asyncio.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    async with opened_store(path, KEY) as found:
        yield found


def update(update_id: int, chat_id: int | None = CHAT, text: str = "hello") -> Accepted:
    return Accepted(update_id, chat_id, {"update_id": update_id, "text": text})


def rows(path: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.execute(question))


def count(path: Path) -> dict[str, int]:
    tables = ("inbox", "chat", "outbox")
    return {one: rows(path, f"SELECT count(*) FROM {one}")[0][0] for one in tables}  # noqa: S608


def one_sentence(text: str) -> bool:
    return "\n" not in text and not re.search(r"[.!?] [A-Z]", text) and not text.endswith(".")


class TestRows:
    async def test_what_is_accepted_goes_before_all_that_waits(self, store: SqliteStore) -> None:
        """A webhook's caller waits for it, and nobody for a turn or what was sent."""
        done: list[str] = []

        async def work(name: str, does: Awaitable[Any]) -> None:
            await does
            done.append(name)

        await asyncio.gather(
            work("turn 1", store.commit([Turn(1, Chat(CHAT))], 0)),
            work("turn 2", store.commit([Turn(2, Chat(OTHER))], 0)),
            work("look", store.chats([CHAT])),
            work("accept 3", store.accept([update(3)], 0)),
            work("accept 4", store.accept([update(4)], 0)),
        )
        # What has begun is not broken off, and the next of the others has its turn as well.
        assert done[:2] == ["turn 1", "accept 3"]
        assert sorted(done[2:]) == ["accept 4", "look", "turn 2"]

    async def test_one_that_fails_leaves_nothing(
        self, store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fails(*_: Any) -> None:
            raise OSError("the disk is full")

        await store.accept([update(1)], 0)
        monkeypatch.setattr(store, "_move", fails)
        turns = [Turn(1, Chat(CHAT), (HELLO,)), Turn(2, to=CHAT, moved_to=OTHER)]
        with pytest.raises(OSError, match="full"):
            await commit(store, turns, 0)
        assert count(path) == {"inbox": 1, "chat": 0, "outbox": 0}
        assert await waiting(store) == [update(1)]
        await commit(store, turns[:1], 0)
        assert count(path)["outbox"] == 1

    async def test_an_update_that_is_handled_is_nobodys(
        self, store: SqliteStore, path: Path
    ) -> None:
        await store.accept([update(1), update(2, -5), update(3)], 8)
        await commit(store, [Turn(1, Chat(CHAT)), Turn(2)], 9)
        assert rows(path, "SELECT * FROM inbox WHERE update_id < 3") == [
            (1, None, 8.0, None, 9.0),
            (2, None, 8.0, None, 9.0),
        ]
        assert rows(path, "SELECT chat_id FROM inbox WHERE update_id = 3") == [(CHAT,)]

    async def test_a_wrong_key_is_refused_and_nothing_is_touched(self, path: Path) -> None:
        async with opened_store(path, KEY) as store:
            await store.accept([update(1)], 0)
        before = path.read_bytes()  # noqa: ASYNC240 - a test may wait
        for keys in ((new_key(),), (new_key(), new_key())):
            with pytest.raises(StoreError) as refused:
                await open_store(path, Seal(keys))
            assert one_sentence(str(refused.value))
            assert "DATA_KEY" in str(refused.value)
            assert not any(key in str(refused.value) for key in keys)
        assert path.read_bytes() == before  # noqa: ASYNC240
        async with opened_store(path, new_key(), KEY) as store:
            assert await waiting(store) == [update(1)]


class TestSchema:
    @pytest.mark.parametrize(
        ("version", "advice"), [(len(STEPS) + 1, "newer program"), (0, "yauchoi migrate")]
    )
    async def test_another_one_is_refused(self, path: Path, version: int, advice: str) -> None:
        with closing(sqlite3.connect(path)) as database:
            database.execute(f"PRAGMA user_version = {version}")
        for _ in range(2):
            with pytest.raises(StoreError, match=advice) as refused:
                await open_store(path, SEAL)
            assert one_sentence(str(refused.value))

    async def test_a_second_process_is_refused(self, path: Path, store: SqliteStore) -> None:
        with pytest.raises(StoreError, match="another process") as refused:
            await open_store(path, SEAL)
        assert one_sentence(str(refused.value))
        assert await store.accept([update(1)], 0) == 1

    async def test_a_folder_that_cannot_be_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(StoreError, match="cannot be written") as refused:
            await open_store(tmp_path / "file" / "yauchoi.db", SEAL)
        assert one_sentence(str(refused.value))

    async def test_a_file_that_is_no_database_is_let_go_again(self, tmp_path: Path) -> None:
        path = tmp_path / "yauchoi.db"
        path.write_bytes(b"not a database at all" * 99)
        before = set(threading.enumerate())
        for _ in range(2):
            with pytest.raises(StoreError, match="no database of SQLite"):
                await open_store(path, SEAL)
        for one in set(threading.enumerate()) - before:
            one.join(timeout=5)
            assert not one.is_alive(), "a thread that is left would hold up the end"

    async def test_its_steps_are_files_numbered_without_a_gap(self) -> None:
        folder = Path(schema.__file__).with_name("migrations")
        names = sorted(file.name for file in folder.iterdir())
        assert [int(name[:4]) for name in names] == list(range(1, len(STEPS) + 1))
        assert all(re.fullmatch(r"\d{4}_[a-z_]+\.sql", name) for name in names)

    async def test_every_column_is_named_and_nothing_more(self, path: Path) -> None:
        columns = {
            f"{table}.{name}"
            for table in ("chat", "inbox", "outbox", "unreadable")
            for _, name, *_ in rows(path, f"PRAGMA table_info({table})")
        }
        assert set(WORDS) == columns
        tables = {name for (name,) in rows(path, "SELECT name FROM sqlite_master")}
        assert {"chat", "inbox", "outbox", "unreadable", "meta"} <= tables
        named = re.compile(r"chat|inbox|outbox|unreadable|meta|sqlite_")
        assert all(named.match(name) for name in tables), "a new table holds new kinds"

    @pytest.mark.parametrize("language", words().languages)
    async def test_privacy_names_every_kind(self, language: str) -> None:
        chat = {"id": 7, "type": "private"}
        sender = {"language_code": language}
        raw = {"message_id": 1, "chat": chat, "from": sender, "text": "/privacy"}
        turn = Turns(LIBRARY, words(), ABOUT).turn(Accepted(1, 7, {"message": raw}), None, TODAY)
        text = turn.effects[0].parameters["text"]
        for kind in set(WORDS.values()):
            # A line each, for their own commas and colons would not let a list be read.
            assert words().text(language, kind) in text.splitlines()
        for told in ("The testers", "testers@example.org", "30", "90", "/delete", "/mydata"):
            assert told in text
