"""What is deleted leaves no byte, in any file and in the log."""

import asyncio
import sqlite3
import struct
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.conversation.data import About
from bot.sealing import new_key
from bot.store import Accepted, Chat, Effect, Store, Turn
from bot.store.schema import migrate_file
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from tests.serving import TOKEN, served
from tests.shelf import LIBRARY
from tests.simulator import Simulator
from tests.storing import commit, opened_store, sends

pytestmark = pytest.mark.asyncio
TODAY = date(2026, 11, 22)
DAY = 86400.0
# As long as an id can be, so that SQLite writes it in 8 bytes.
CHAT = 4_503_599_627_370_401
OTHER = 4_503_599_627_370_399
KEY = new_key()
HELLO = Effect("sendMessage", {"chat_id": CHAT, "text": "hello"})
TYPED = ("Zanzibarian words", "wombat 4711", "35")
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "yauchoi.db"
    migrate_file(found)
    return found


@pytest_asyncio.fixture
async def store(path: Path) -> AsyncIterator[Store]:
    async with opened_store(path, KEY) as found:
        yield found


def update(update_id: int, chat_id: int | None = CHAT, text: str = "hello") -> Accepted:
    return Accepted(update_id, chat_id, {"update_id": update_id, "text": text})


def rows(path: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.execute(question))


@dataclass
class Held:
    """People, turns and store in this process; what was sealed is recorded."""

    store: Store
    worker: Worker
    path: Path
    updates: int = 0
    sealed: list[bytes] = field(default_factory=list)

    async def takes(self, *fields: dict[str, Any]) -> None:
        """Accept updates together and turn them, then send what is to be sent."""
        accepted = []
        for one in fields:
            self.updates += 1
            raw = {"update_id": self.updates} | one
            accepted.append(Accepted(self.updates, CHAT, raw))
        await self.store.accept(accepted, 0)
        self.record()
        while await self.worker.take():
            self.record()
        await sends(self.store, 0, 1)

    def record(self) -> None:
        self.sealed += blobs(self.path)

    async def rev(self) -> int:
        return (await self.store.chats([CHAT]))[CHAT].rev

    async def begins(self) -> None:
        for text in ("/start", "start", "1", *TYPED):
            await self.takes(message(text))


def blobs(path: Path) -> list[bytes]:
    """Return all that is sealed now."""
    return [
        blob
        for table, column in (("inbox", "raw"), ("chat", "state"), ("outbox", "call"))
        for (blob,) in rows(path, f"SELECT {column} FROM {table}")  # noqa: S608
        if blob is not None
    ]


def message(text: str) -> dict[str, Any]:
    chat = {"id": CHAT, "type": "private"}
    sender = {"id": CHAT, "language_code": "en"}
    return {"message": {"message_id": 1, "chat": chat, "from": sender, "text": text}}


def tap(data: str) -> dict[str, Any]:
    chat = {"id": CHAT, "type": "private"}
    query = {"id": "q", "from": {"id": CHAT}, "data": data}
    return {"callback_query": query | {"message": {"message_id": 1, "chat": chat}}}


@pytest.fixture
def held(store: Store, path: Path) -> Held:
    worker = Worker(
        store,
        Turns(LIBRARY, words(), ABOUT),
        now=lambda: 0.0,
        today=lambda: TODAY,
        after=lambda: None,
    )
    return Held(store, worker, path)


def traces(chat_id: int, sealed: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what must not be found after a deletion."""
    yield "the chat id as text", str(chat_id).encode()
    yield "the chat id as a number", struct.pack(">q", chat_id)
    # SQLite leaves out leading zero bytes of the keys of a table, seven bits a byte.
    yield "the chat id as a key", varint(chat_id)
    yield from (("typed words", word.encode()) for word in TYPED if len(word) > 2)
    for blob in sealed:
        yield "a sealed value", blob
        yield "the beginning of a sealed value", blob[4:20]
        yield "the end of a sealed value", blob[-16:]


def varint(number: int) -> bytes:
    found = [number & 0x7F]
    while number := number >> 7:
        found.append(number & 0x7F | 0x80)
    return bytes(reversed(found))


def left_in(folder: Path, chat_id: int, sealed: list[bytes], log: bytes = b"") -> set[str]:
    """Return what is still found, in the files of a folder or in a log."""
    found = {file.name: file.read_bytes() for file in folder.iterdir()} | {"log": log}
    return {
        f"{what} in {name}"
        for what, trace in traces(chat_id, sealed)
        for name, content in found.items()
        if trace in content
    }


class TestForgetting:
    async def test_the_traces_are_found_before_it(self, held: Held) -> None:
        await held.begins()
        found = left_in(held.path.parent, CHAT, held.sealed)
        assert {one.partition(" in ")[0] for one in found} >= {
            "the chat id as a number",
            "the chat id as a key",
            "a sealed value",
        }
        assert "typed words in yauchoi.db" not in found

    async def test_delete_leaves_no_byte(self, held: Held) -> None:
        await held.begins()
        await held.takes(message("/delete"))
        await held.takes(tap(f"y:{await held.rev()}:delete"))
        assert len(held.sealed) > 10
        assert left_in(held.path.parent, CHAT, held.sealed) == set()
        assert await held.store.chats([CHAT]) == {}
        await held.store.close()
        assert left_in(held.path.parent, CHAT, held.sealed) == set()

    async def test_delete_leaves_no_byte_among_many_chats(self, held: Held) -> None:
        many = [OTHER - 2 * n for n in range(150)] + [CHAT + 2 * n for n in range(1, 150)]
        state = {"words": "x" * 400}
        await held.begins()
        turns = [Turn(10_000 + n, Chat(one, state), (HELLO,)) for n, one in enumerate(many)]
        await commit(held.store, turns, 0)
        await held.begins()
        await held.takes(message("/delete"))
        await held.takes(tap(f"y:{await held.rev()}:delete"))
        mine = [blob for blob in held.sealed if blob not in set(blobs(held.path))]
        found = left_in(held.path.parent, CHAT, mine)
        # Between the pages of a table SQLite may keep a bare key; see docs on what is stored.
        assert found <= {"the chat id as a key in yauchoi.db"}
        assert len(await held.store.chats(many)) == len(many)

    async def test_delete_deletes_though_something_came_just_before(self, held: Held) -> None:
        await held.begins()
        await held.takes(message("/delete"))
        await held.takes(message("/mydata"), tap(f"y:{await held.rev()}:delete"))
        assert await held.store.chats([CHAT]) == {}
        assert left_in(held.path.parent, CHAT, held.sealed) == set()

    async def test_what_comes_right_after_a_deletion_is_answered(self, held: Held) -> None:
        await held.begins()
        await held.takes(message("/delete"))
        await held.takes(tap(f"y:{await held.rev()}:delete"), message("/start"))
        assert (await held.store.chats([CHAT]))[CHAT].rev == 1

    async def test_its_words_are_gone_before_the_last_one_is_sent(self, held: Held) -> None:
        await held.begins()
        mine = list(held.sealed)
        turn = Turn(900, None, (HELLO,), to=CHAT, forget=True)
        await commit(held.store, [turn], 0)
        found = left_in(held.path.parent, CHAT, mine)
        assert {one.partition(" in ")[0] for one in found} <= {
            "the chat id as a number",
            "the chat id as a key",
        }, "the letter that tells of it knows to whom it goes, and nothing else"

    async def test_who_deletes_and_blocks_the_bot_leaves_no_byte(self, held: Held) -> None:
        await held.begins()
        last = (replace(HELLO, last=True), replace(HELLO, last=True, passing=True))
        await commit(held.store, [Turn(900, None, last, to=CHAT, forget=True)], 0)
        held.record()
        [letter] = await held.store.claim_letters(0, 9)
        await held.store.blocked(letter)
        assert left_in(held.path.parent, CHAT, held.sealed) == set()


async def test_delete_leaves_no_byte_of_a_served_chat(tmp_path: Path) -> None:
    path = tmp_path / "yauchoi.db"
    sealed: list[bytes] = []
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path) as serving:
        citizen = simulator.citizen(chat_id=CHAT, language="en", name="Zebulon")
        for text in ("/start", "start", "1", *TYPED, "/delete"):
            await citizen.say(text)
            sealed += blobs(path) if path.exists() else []
            await citizen.answered()
            sealed += blobs(path)
        assert left_in(tmp_path, CHAT, sealed)
        await citizen.tap("Delete everything")
        await citizen.answered()
        assert "has been deleted" in citizen.screen().text
        await until_nothing(lambda: left_in(tmp_path, CHAT, sealed))
        assert await serving.stop() == 0
        log = "".join(serving.errors).encode()
        assert log
        assert b"Zebulon" not in log
        assert left_in(tmp_path, CHAT, sealed, log) == set()
        assert not any(word.encode() in log for word in TYPED[:2])
    assert len(sealed) > 5


async def until_nothing(left: Callable[[], set[str]]) -> None:
    """Wait for the mark after the last word, which follows what a person sees."""
    async with asyncio.timeout(5):
        while left():  # noqa: ASYNC110 - a file tells nobody that it has changed
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(("days", "gone"), [(29, False), (31, True)])
async def test_whoever_is_forgotten_leaves_no_byte(
    store: Store, path: Path, days: int, gone: bool
) -> None:
    await store.accept([update(1)], 0)
    await commit(store, [Turn(1, Chat(CHAT), (HELLO,))])
    await store.forget_before((days - 30) * DAY, (days - 90) * DAY)
    assert (left_in(path.parent, CHAT, []) == set()) is gone
