"""The store: nothing twice, nothing by halves, nothing left behind, nothing without its key."""

import asyncio
import re
import sqlite3
import struct
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.conversation.data import About
from bot.sealing import Seal, WrongKeyError, new_key
from bot.service import migrate_file
from bot.store import Accepted, Chat, Effect, StoreError, Turn
from bot.store.fields import WORDS
from bot.store.migrations import STEPS
from bot.store.retention import KEEP_KEYS_SECONDS
from bot.store.sqlite import SqliteStore, open_store
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from tests.serving import TOKEN, served
from tests.shelf import LIBRARY
from tests.simulator import Simulator
from tests.storing import opened_store

pytestmark = pytest.mark.asyncio
TODAY = date(2026, 11, 22)
DAY = 86400.0
# As long as an id can be, so that SQLite writes it in 8 bytes.
CHAT = 4_503_599_627_370_401
OTHER = 4_503_599_627_370_399
KEY = new_key()
SEAL = Seal((KEY,))
HELLO = Effect("sendMessage", {"chat_id": CHAT, "text": "hello"})
TYPED = ("Zanzibarian words", "wombat 4711", "35")
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


class TestAccepting:
    async def test_twice_is_a_no_op(self, store: SqliteStore) -> None:
        assert await store.accept([update(1), update(2)], 0) == 2
        assert await store.accept([update(2, text="changed"), update(3), update(3)], 0) == 1
        assert [one.raw["text"] for one in await store.waiting(9)] == ["hello"] * 3

    async def test_once_more_after_the_turn_is_a_no_op(self, store: SqliteStore) -> None:
        await store.accept([update(1)], 0)
        await store.commit([Turn(1)], 0)
        assert await store.accept([update(1)], 0) == 0
        assert await store.waiting(9) == []

    async def test_they_wait_in_the_order_of_their_numbers(self, store: SqliteStore) -> None:
        # What came first has the highest number, and the other way round.
        for arrival, number in enumerate((5, 2, 9, 1)):
            await store.accept([update(number)], arrival)
        assert [one.update_id for one in await store.waiting(3)] == [1, 2, 5]
        assert await store.newest_update() == 9

    async def test_they_survive_a_new_start(self, path: Path) -> None:
        for expected in (1, 0):
            async with opened_store(path, KEY) as store:
                assert await store.accept([update(1)], 0) == expected
                assert await store.waiting(9) == [update(1)]

    async def test_half_a_character_is_kept(self, store: SqliteStore) -> None:
        await store.accept([update(1, text="\ud83d")], 0)
        assert await store.waiting(9) == [update(1, text="\ud83d")]

    async def test_it_goes_before_all_that_waits(self, store: SqliteStore) -> None:
        """A webhook's caller waits for it, and nobody for a turn or what was sent."""
        done: list[str] = []

        async def work(name: str, does: Awaitable[Any]) -> None:
            await does
            done.append(name)

        await asyncio.gather(
            work("turn 1", store.commit([Turn(1, Chat(CHAT))], 0)),
            work("turn 2", store.commit([Turn(2, Chat(OTHER))], 0)),
            work("look", store.waiting(9)),
            work("accept 3", store.accept([update(3)], 0)),
            work("accept 4", store.accept([update(4)], 0)),
        )
        # What has begun is not broken off, and the next of the others has its turn as well.
        assert done[:2] == ["turn 1", "accept 3"]
        assert sorted(done[2:]) == ["accept 4", "look", "turn 2"]


class TestCommitting:
    async def test_a_turn_is_whole(self, store: SqliteStore, path: Path) -> None:
        await store.accept([update(1)], 0)
        await store.commit([Turn(1, Chat(CHAT, {"a": 1}, rev=1), (HELLO, HELLO))], 0)
        assert count(path) == {"inbox": 1, "chat": 1, "outbox": 2}
        assert await store.chats([CHAT, OTHER]) == {CHAT: Chat(CHAT, {"a": 1}, rev=1)}
        assert rows(path, "SELECT raw FROM inbox") == [(None,)]

    async def test_one_that_fails_leaves_nothing(
        self, store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fails(*_: Any) -> None:
            raise OSError("the disk is full")

        await store.accept([update(1)], 0)
        monkeypatch.setattr(store, "_move", fails)
        turns = [Turn(1, Chat(CHAT), (HELLO,)), Turn(2, to=CHAT, moved_to=OTHER)]
        with pytest.raises(OSError, match="full"):
            await store.commit(turns, 0)
        assert count(path) == {"inbox": 1, "chat": 0, "outbox": 0}
        assert await store.waiting(9) == [update(1)]
        await store.commit(turns[:1], 0)
        assert count(path)["outbox"] == 1

    async def test_what_cannot_be_sealed_leaves_nothing(
        self, store: SqliteStore, path: Path
    ) -> None:
        bad = Effect("sendMessage", {"text": object()})
        with pytest.raises(TypeError):
            await store.commit([Turn(1, Chat(CHAT), (HELLO, bad))], 0)
        assert count(path) == {"inbox": 0, "chat": 0, "outbox": 0}

    async def test_the_same_turn_queues_its_calls_once(
        self, store: SqliteStore, path: Path
    ) -> None:
        for _ in range(2):
            await store.commit([Turn(1, Chat(CHAT), (HELLO, HELLO))], 0)
        assert rows(path, "SELECT update_id, seq FROM outbox") == [(1, 0), (1, 1)]

    async def test_the_screen_is_the_senders_and_outlives_a_turn(self, store: SqliteStore) -> None:
        shown = replace(HELLO, screen=True)
        await store.commit([Turn(1, Chat(CHAT), (shown,))], 0)
        [letter] = await store.due(0, frozenset(), 9)
        await store.sent([(letter, 42)])
        await store.commit([Turn(2, Chat(CHAT, rev=2))], 0)
        assert (await store.chats([CHAT]))[CHAT].screen == 42

    async def test_letters_go_one_a_chat_in_order(self, store: SqliteStore) -> None:
        calls = [replace(HELLO, parameters={"n": n}) for n in range(3)]
        turns = [Turn(1, Chat(CHAT), tuple(calls)), Turn(2, Chat(OTHER), (HELLO,))]
        await store.commit(turns, 0)
        seen: list[Any] = []
        while letters := await store.due(0, frozenset({OTHER}), 9):
            seen += [letter.effect.parameters["n"] for letter in letters]
            await store.sent([(letter, None) for letter in letters])
        assert seen == [0, 1, 2]

    async def test_busy_chats_do_not_take_the_places_of_others(self, store: SqliteStore) -> None:
        turns = [Turn(n, Chat(n), (replace(HELLO, parameters={"n": n}),)) for n in range(1, 5)]
        await store.commit(turns, 0)
        found = await store.due(0, frozenset({1, 2}), 2)
        assert [letter.chat_id for letter in found] == [3, 4]
        assert await store.next_due(frozenset({1, 2})) == 0
        assert await store.next_due(frozenset({1, 2, 3, 4})) is None

    async def test_each_try_is_counted(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT), (HELLO,))], 0)
        for tries in range(3):
            [letter] = await store.due(9, frozenset(), 9)
            assert (letter.tries, letter.was_sending) == (tries, False)
            await store.sending([letter])
            [letter] = await store.due(9, frozenset(), 9)
            assert letter.was_sending
            await store.hold(letter, 1, whole_chat=False)

    async def test_only_a_screen_becomes_the_screen(self, store: SqliteStore) -> None:
        shown, photo = replace(HELLO, screen=True), replace(HELLO, method="sendPhoto")
        await store.commit([Turn(1, Chat(CHAT), (shown, photo))], 0)
        for message_id in (42, 43):
            [letter] = await store.due(0, frozenset(), 9)
            await store.sent([(letter, message_id)])
        assert (await store.chats([CHAT]))[CHAT].screen == 42

    async def test_a_turn_says_whether_the_bot_is_blocked(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT))], 0)
        await store.blocked(CHAT)
        assert (await store.chats([CHAT]))[CHAT].blocked
        await store.commit([Turn(2, Chat(CHAT, blocked=False))], 0)
        assert not (await store.chats([CHAT]))[CHAT].blocked

    async def test_a_letter_knows_when_it_was_written(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT), (HELLO,))], 77)
        [letter] = await store.due(99, frozenset(), 9)
        assert letter.written_at == 77

    async def test_a_letter_waits_until_its_time_and_its_chats(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT), (HELLO, HELLO)), Turn(2, Chat(OTHER), (HELLO,))], 0)
        first, other = await store.due(0, frozenset(), 9)
        await store.hold(first, 50, whole_chat=True)
        await store.hold(other, 40, whole_chat=False)
        assert await store.due(39, frozenset(), 9) == []
        assert [one.chat_id for one in await store.due(45, frozenset(), 9)] == [OTHER]
        assert await store.next_due(frozenset({OTHER})) == 50
        await store.sent([(first, None)])
        assert await store.next_due(frozenset({OTHER})) == 50, "all of the chat waits"

    async def test_a_hold_ends_where_the_clock_is_put_back(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT), (HELLO, HELLO))], 0)
        [first] = await store.due(2 * DAY, frozenset(), 9)
        await store.hold(first, 2 * DAY + 1, whole_chat=True, since=2 * DAY)
        assert await store.due(2 * DAY, frozenset(), 9) == []
        assert await store.due(5, frozenset(), 9) == [first]
        await store.sent([(first, None)])
        assert len(await store.due(5, frozenset(), 9)) == 1, "and not for one letter alone"

    async def test_an_update_that_is_handled_is_nobodys(
        self, store: SqliteStore, path: Path
    ) -> None:
        await store.accept([update(1), update(2, -5), update(3)], 8)
        await store.commit([Turn(1, Chat(CHAT)), Turn(2)], 9)
        assert rows(path, "SELECT * FROM inbox WHERE update_id < 3") == [
            (1, None, 8.0, None, 9.0),
            (2, None, 8.0, None, 9.0),
        ]
        assert rows(path, "SELECT chat_id FROM inbox WHERE update_id = 3") == [(CHAT,)]

    async def test_a_chat_that_moved_is_found_under_its_new_id(
        self, store: SqliteStore, path: Path
    ) -> None:
        await store.accept([update(2)], 0)
        await store.commit([Turn(1, Chat(CHAT, {"a": 1}), (HELLO,))], 0)
        await store.commit([Turn(3, to=CHAT, moved_to=OTHER)], 0)
        assert set(await store.chats([CHAT, OTHER])) == {OTHER}
        for table in ("inbox", "chat", "outbox"):
            assert set(rows(path, f"SELECT chat_id FROM {table}")) == {(OTHER,)}  # noqa: S608

    async def test_a_chat_that_moved_takes_the_place_of_what_its_new_id_had(
        self, store: SqliteStore
    ) -> None:
        await store.commit([Turn(1, Chat(CHAT, {"a": 1})), Turn(2, Chat(OTHER, {"b": 2}))], 0)
        await store.moved(CHAT, OTHER)
        found = await store.chats([CHAT, OTHER])
        assert {id_: chat.state for id_, chat in found.items()} == {OTHER: {"a": 1}}

    async def test_each_commit_is_on_the_disk_before_it_is_told(self, store: SqliteStore) -> None:
        [(synchronous,)] = await store._connection.rows("PRAGMA synchronous")
        full = 2
        assert synchronous == full


@dataclass
class Held:
    """People, turns and store in this process; what was sealed is recorded."""

    store: SqliteStore
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
        while waiting := await self.store.waiting(64):
            await self.worker._take(waiting)
            self.record()
        while letters := await self.store.due(0, frozenset(), 9):
            await self.store.sending(letters)
            await self.store.sent([(letter, 1) for letter in letters])

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
def held(store: SqliteStore, path: Path) -> Held:
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
        await held.store.commit(turns, 0)
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
        await held.store.commit([turn], 0)
        found = left_in(held.path.parent, CHAT, mine)
        assert {one.partition(" in ")[0] for one in found} <= {
            "the chat id as a number",
            "the chat id as a key",
        }, "the letter that tells of it knows to whom it goes, and nothing else"

    async def test_who_deletes_and_blocks_the_bot_leaves_no_byte(self, held: Held) -> None:
        await held.begins()
        last = (replace(HELLO, last=True), replace(HELLO, last=True, passing=True))
        await held.store.commit([Turn(900, None, last, to=CHAT, forget=True)], 0)
        held.record()
        [letter] = await held.store.due(0, frozenset(), 9)
        await held.store.sending([letter])
        await held.store.blocked(letter.chat_id)
        assert left_in(held.path.parent, CHAT, held.sealed) == set()

    async def test_another_chat_is_left_alone(self, store: SqliteStore) -> None:
        await store.accept([update(1), update(2, OTHER)], 0)
        chats = [Turn(3, Chat(CHAT), (HELLO,)), Turn(4, Chat(OTHER), (HELLO,))]
        await store.commit(chats, 0)
        await store.commit([Turn(1, to=CHAT, forget=True)], 0)
        assert set(await store.chats([CHAT, OTHER])) == {OTHER}
        assert [letter.chat_id for letter in await store.due(0, frozenset(), 9)] == [OTHER]
        assert await store.waiting(9) == [update(2, OTHER)]


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


class TestRetention:
    @pytest.mark.parametrize(
        ("finished", "days", "gone"),
        [(False, 29, 0), (False, 31, 1), (True, 31, 0), (True, 89, 0), (True, 91, 1)],
    )
    async def test_each_chat_goes_at_its_own_age(
        self, store: SqliteStore, path: Path, finished: bool, days: int, gone: int
    ) -> None:
        await store.accept([update(1)], 0)
        await store.commit([Turn(1, Chat(CHAT, finished=finished), (HELLO,))], 0)
        now = days * DAY
        assert await store.forget_before(now - 30 * DAY, now - 90 * DAY) == gone
        assert count(path) == {"inbox": 1, "chat": 1 - gone, "outbox": 1 - gone}
        assert bool(left_in(path.parent, CHAT, [])) is not bool(gone)

    async def test_a_turn_makes_a_chat_young_again(self, store: SqliteStore) -> None:
        await store.commit([Turn(1, Chat(CHAT))], 0)
        await store.commit([Turn(2, Chat(CHAT, rev=2))], 20 * DAY)
        assert await store.forget_before(10 * DAY, 0) == 0

    async def test_keys_are_kept_while_telegram_may_repeat(
        self, store: SqliteStore, path: Path
    ) -> None:
        await store.accept([update(1), update(2)], 0)
        await store.commit([Turn(1)], 0)
        await store.prune(KEEP_KEYS_SECONDS - 1)
        assert count(path)["inbox"] == 2
        await store.prune(KEEP_KEYS_SECONDS + 1)
        assert rows(path, "SELECT update_id FROM inbox") == [(2,)], "what waits is never pruned"

    async def test_a_chat_whose_message_waits_is_answered_after_its_time(
        self, store: SqliteStore
    ) -> None:
        await store.commit([Turn(1, Chat(CHAT))], 0)
        await store.accept([update(2)], 31 * DAY)
        await store.forget_before(DAY, 0)
        await store.waiting(9)


class TestKeys:
    async def test_rotation(self, path: Path) -> None:
        old, new = new_key(), new_key()
        async with opened_store(path, old) as store:
            await store.accept([update(1), update(2)], 0)
            await store.commit([Turn(1, Chat(CHAT, {"a": 1}), (HELLO,))], 0)
        async with opened_store(path, new, old) as store:
            assert (await store.chats([CHAT]))[CHAT].state == {"a": 1}
            assert await store.keys.renew() == 4, "an update, a chat, a letter and the proof"
            assert await store.keys.renew() == 0
        async with opened_store(path, new) as store:
            assert await store.waiting(9) == [update(2)]
            assert (await store.chats([CHAT]))[CHAT].state == {"a": 1}
            assert [letter.effect for letter in await store.due(0, frozenset(), 9)] == [HELLO]
        with pytest.raises(StoreError, match="DATA_KEY"):
            await open_store(path, Seal((old,)))

    async def test_all_is_sealed_anew_once(self, path: Path) -> None:
        old, new = new_key(), new_key()
        async with opened_store(path, old) as store:
            await store.accept([update(1)], 0)
            assert await store.keys.rotate() == 0
        for keys, renewed in (((new, old), 2), ((new, old), 0), ((new,), 0)):
            async with opened_store(path, *keys) as store:
                assert await store.keys.rotate() == renewed
                assert await store.waiting(9) == [update(1)]

    async def test_a_wrong_one_is_refused_and_nothing_is_touched(self, path: Path) -> None:
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
            assert await store.waiting(9) == [update(1)]

    async def test_what_was_tampered_with_does_not_open(self) -> None:
        sealed = SEAL.seal({"a": 1})
        for place in (0, 5, 20, -1):
            bent = bytearray(sealed)
            bent[place] ^= 1
            with pytest.raises(WrongKeyError):
                SEAL.open(bytes(bent))
        assert SEAL.seal({"a": 1}) != sealed, "a nonce is used once"


def one_sentence(text: str) -> bool:
    return "\n" not in text and not re.search(r"[.!?] [A-Z]", text) and not text.endswith(".")


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
            with pytest.raises(sqlite3.DatabaseError, match="not a database"):
                await open_store(path, SEAL)
        for one in set(threading.enumerate()) - before:
            one.join(timeout=5)
            assert not one.is_alive(), "a thread that is left would hold up the end"

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
