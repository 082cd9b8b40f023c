"""What cannot be read again is set aside and told; others are served, and nobody is locked out."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.data import About
from bot.conversation.kept import Kept
from bot.sealing import Seal, new_key
from bot.store import Accepted, Chat, Effect, Turn
from bot.store.sealed import CALL_FORM, place
from bot.store.sqlite import SqliteStore
from bot.telegram.sorry import sorry_instead
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from flows.dialogue import Answer, Session
from tests.serving import KEY as SERVED_KEY
from tests.serving import TOKEN, environment, start
from tests.shelf import LIBRARY
from tests.simulator import Simulator
from tests.storing import KEY, commit, opened_store, waiting

TODAY = date(2026, 11, 22)
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")
HURT, WELL = 4_503_599_627_370_401, 4_503_599_627_370_399
SEAL, LOST_KEY = Seal((KEY,)), Seal((new_key(),))
HALFWAY = Session(language="zh-Hant", agreed=True).answered(Answer("age", 35))
Damage = Callable[[bytes, bytes, bytes], Any]

# What may befall a sealed value: its bytes, those of another row, and its place.
DAMAGES: dict[str, Damage] = {
    "a flipped bit": lambda own, _, __: own[:-1] + bytes([own[-1] ^ 1]),
    "cut off": lambda own, _, __: own[:10],
    "nothing": lambda _, __, ___: b"",
    "zeros": lambda own, _, __: bytes(len(own)),
    "text": lambda _, __, ___: "no bytes at all",
    "a key since dropped": lambda _, __, where: LOST_KEY.seal({"a": 1}, where),
    "the bytes of another row": lambda _, other, __: other,
    "a form that is not known": lambda _, __, where: SEAL.seal([[{"v": 99}], 99], where),
}
EVERY = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)


@dataclass(frozen=True)
class Column:
    """A sealed column, and its row of each of two chats."""

    table: str
    name: str
    key: tuple[str, ...]


STATE = Column("chat", "state", ("chat_id",))
RAW = Column("inbox", "raw", ("update_id",))
CALL = Column("outbox", "call", ("update_id", "seq"))


def hurt(path: Path, column: Column, damage: Damage, chat_id: int = HURT) -> None:
    """Damage what is stored of a chat."""
    names = ", ".join(column.key)
    with closing(sqlite3.connect(path)) as database, database:
        rows = list(
            database.execute(
                f"SELECT chat_id, {column.name}, {names} FROM {column.table} "  # noqa: S608
                f"WHERE {column.name} IS NOT NULL"
            )
        )
        [other] = {row[1] for row in rows if row[0] != chat_id}
        for owner, own, *key in rows:
            if owner == chat_id:
                fresh = damage(own, other, place(column.table, column.name, *key))
                where = " AND ".join(f"{name} = ?" for name in column.key)
                database.execute(
                    f"UPDATE {column.table} SET {column.name} = ? WHERE {where}",  # noqa: S608
                    (fresh, *key),
                )


def aside(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.execute("SELECT origin, chat_id FROM unreadable ORDER BY id"))


def said(update_id: int, chat_id: int, text: str, language: str = "zh-hk") -> Accepted:
    sender = {"id": chat_id, "language_code": language}
    chat = {"id": chat_id, "type": "private"}
    raw = {"message_id": update_id, "chat": chat, "from": sender, "text": text}
    return Accepted(update_id, chat_id, {"update_id": update_id, "message": raw})


def tapped(update_id: int, chat_id: int, data: str) -> Accepted:
    query = {"id": "q", "from": {"id": chat_id, "language_code": "zh-hk"}, "data": data}
    message = {"message_id": 5, "chat": {"id": chat_id, "type": "private"}}
    raw = {"update_id": update_id, "callback_query": query | {"message": message}}
    return Accepted(update_id, chat_id, raw)


async def takes(store: SqliteStore, *updates: Accepted, turns: Turns | None = None) -> None:
    """Accept updates and turn all that waits."""
    worker = Worker(
        store,
        turns or Turns(LIBRARY, words(), ABOUT),
        now=lambda: 9.0,
        today=lambda: TODAY,
        after=lambda: None,
    )
    await store.accept(updates, 9)
    while await worker.take():
        pass


async def letters(store: SqliteStore, chat_id: int) -> list[Effect]:
    """Send all that is due, and return what a chat was sent."""
    found: list[Effect] = []
    while due := await store.claim_letters(99, 64):
        found += [letter.effect for letter in due if letter.chat_id == chat_id]
        await store.sent([(letter, None) for letter in due])
    return found


def texts(effects: list[Effect]) -> str:
    return "\n".join(str(effect.parameters.get("text", "")) for effect in effects)


async def two_chats(path: Path) -> None:
    """Store two chats halfway, each with an update that waits and calls to make."""
    async with opened_store(path) as store:
        for chat_id, number in ((HURT, 1), (WELL, 2)):
            kept = Kept(HALFWAY if chat_id == HURT else Session(language="en")).dump()
            calls = tuple(
                Effect("sendMessage", {"chat_id": chat_id, "text": "hello"})
                for _ in range(2 if chat_id == HURT else 1)
            )
            await commit(store, [Turn(number, Chat(chat_id, kept, rev=7), calls)], 0)
            await store.accept([said(number + 10, chat_id, "/help")], 0)


BEGIN_ANEW = words().text("zh-Hant", "begin-anew")
SORRY = words().text("zh-Hant", "sorry")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "yauchoi.db"


@pytest.mark.asyncio
class TestAChat:
    @EVERY
    async def test_it_is_told_and_begins_again(
        self, path: Path, damage: Damage, caplog: pytest.LogCaptureFixture
    ) -> None:
        await two_chats(path)
        hurt(path, STATE, damage)
        async with opened_store(path) as store:
            await takes(store)
            sent = await letters(store, HURT)
            assert texts(sent).count(BEGIN_ANEW) == 1
            assert sent[-1].screen
            assert aside(path) == [("chat.state", HURT)]
            chat = (await store.chats([HURT]))[HURT]
            assert (chat.lost, chat.rev) == (False, 8)
            await takes(store, said(21, HURT, "/help"))
            assert BEGIN_ANEW not in texts(await letters(store, HURT)), "told once"
            assert Kept.load((await store.chats([WELL]))[WELL].state).session.language == "en"
            [record] = [one for one in caplog.records if one.levelno >= logging.ERROR]
            assert (record.__dict__["kind"], record.__dict__["chat"]) == (
                "chat.state",
                SEAL.alias(HURT),
            )

    @pytest.mark.parametrize("data", ["y:7:other", "y:3:other", "nonsense"])
    async def test_a_button_leads_to_the_beginning_too(self, path: Path, data: str) -> None:
        await two_chats(path)
        hurt(path, STATE, DAMAGES["a flipped bit"])
        async with opened_store(path) as store:
            await commit(store, [Turn(11)], 0)
            await takes(store, tapped(20, HURT, data))
            sent = await letters(store, HURT)
            assert BEGIN_ANEW in texts(sent)
            assert "answerCallbackQuery" in {effect.method for effect in sent}

    async def test_it_can_be_deleted_with_all_that_was_set_aside(self, path: Path) -> None:
        await two_chats(path)
        hurt(path, STATE, DAMAGES["zeros"])
        async with opened_store(path) as store:
            await commit(store, [Turn(11)], 0)
            await takes(store, said(20, HURT, "/delete"))
            assert aside(path) == [("chat.state", HURT)]
            await takes(store, tapped(21, HURT, "y:8:delete"))
            assert await store.chats([HURT]) == {}
            assert aside(path) == []

    async def test_two_messages_at_once_are_one_beginning(self, path: Path) -> None:
        await two_chats(path)
        hurt(path, STATE, DAMAGES["zeros"])
        async with opened_store(path) as store:
            await takes(store, said(20, HURT, "hello"), said(21, HURT, "hello"))
            assert texts(await letters(store, HURT)).count(BEGIN_ANEW) == 1
            assert aside(path) == [("chat.state", HURT)]

    async def test_one_that_no_turn_survives_can_be_left(self, path: Path) -> None:
        class Failing(Turns):
            def turn(self, update: Accepted, chat: Chat | None, on: date) -> Turn:
                if chat is not None and chat.state:
                    raise RuntimeError("a fault of ours")
                return super().turn(update, chat, on)

        await two_chats(path)
        async with opened_store(path) as store:
            turns = Failing(LIBRARY, words(), ABOUT)
            await takes(store, said(20, HURT, "hello"), turns=turns)
            assert texts(await letters(store, HURT)).count(SORRY) == 2
            assert (await store.chats([HURT]))[HURT].rev == 7, "kept as it was"
            await takes(store, said(21, HURT, "/new"), turns=turns)
            assert BEGIN_ANEW in texts(await letters(store, HURT))
            assert aside(path) == [("chat.state", HURT)]


@pytest.mark.asyncio
class TestAnUpdate:
    @EVERY
    async def test_the_person_is_told_and_the_next_is_answered(
        self, path: Path, damage: Damage, caplog: pytest.LogCaptureFixture
    ) -> None:
        await two_chats(path)
        hurt(path, RAW, damage)
        async with opened_store(path) as store:
            await takes(store)
            assert texts(await letters(store, HURT)).count(SORRY) == 1
            assert aside(path) == [("inbox.raw", HURT)]
            assert await waiting(store) == []
            assert Kept.load((await store.chats([HURT]))[HURT].state).session == HALFWAY
            [record] = [one for one in caplog.records if one.levelno >= logging.ERROR]
            assert record.__dict__["kind"] == "inbox.raw"
            await takes(store, said(20, HURT, "/help"))
            assert words().text("zh-Hant", "help") in texts(await letters(store, HURT))

    async def test_one_of_a_group_is_set_aside_in_silence(self, path: Path) -> None:
        async with opened_store(path) as store:
            await store.accept([said(1, -5, "/start"), said(2, WELL, "/start")], 0)
        hurt(path, RAW, DAMAGES["zeros"], -5)
        async with opened_store(path) as store:
            await takes(store)
            assert await letters(store, -5) == []
            assert aside(path) == [("inbox.raw", -5)]
            assert set(await store.chats([-5, WELL])) == {WELL}


@pytest.mark.asyncio
class TestACall:
    @EVERY
    async def test_one_word_stands_for_all_that_is_lost(
        self, path: Path, damage: Damage, caplog: pytest.LogCaptureFixture
    ) -> None:
        await two_chats(path)
        hurt(path, CALL, damage)
        async with opened_store(path, instead=lambda chat: sorry_instead(words(), chat)) as store:
            due = await store.claim_letters(99, 64)
            assert [letter.chat_id for letter in due] == [HURT, WELL]
            assert texts([due[0].effect]) == SORRY
            assert texts([due[1].effect]) == "hello"
            await store.give_back(due)
            again = await store.claim_letters(99, 64)
            assert [one.effect for one in again] == [one.effect for one in due], "as it is stored"
            await store.give_back(again)
            assert texts(await letters(store, HURT)) == SORRY
            assert aside(path) == [("outbox.call", HURT)] * 2
            kinds = [one.__dict__["kind"] for one in caplog.records]
            assert kinds == ["outbox.call"] * 2

    async def test_one_of_a_later_program_is_set_aside_and_told(
        self, path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        later = {"v": CALL_FORM + 1, "method": "sendMessage", "parameters": {"chat_id": HURT}}
        await two_chats(path)
        hurt(path, CALL, lambda _, __, where: SEAL.seal(later, where))
        async with opened_store(path, instead=lambda chat: sorry_instead(words(), chat)) as store:
            assert texts(await letters(store, HURT)) == SORRY
            assert aside(path) == [("outbox.call", HURT)] * 2
        assert [one.getMessage() for one in caplog.records] == ["cannot be read: set aside"] * 2

    async def test_where_nobody_can_be_told_the_rest_is_sent(self, path: Path) -> None:
        await two_chats(path)
        hurt(path, CALL, DAMAGES["zeros"])
        async with opened_store(path) as store:
            assert [one.chat_id for one in await store.claim_letters(99, 64)] == [WELL]
            assert aside(path) == [("outbox.call", HURT)] * 2


@pytest.mark.asyncio
class TestAStart:
    async def test_keys_are_rotated_around_what_does_not_open(self, path: Path) -> None:
        await two_chats(path)
        for column in (STATE, RAW, CALL):
            hurt(path, column, DAMAGES["a key since dropped"])
        newest = new_key()
        async with opened_store(path, newest, KEY) as store:
            assert await store.keys.rotate() == 4, "the proof and what is WELL's"
            assert await store.keys.rotate() == 0
        async with opened_store(path, newest) as store:
            await takes(store)
            assert (await store.chats([WELL]))[WELL].rev == 8
            assert {origin for origin, _ in aside(path)} == {"inbox.raw"}

    async def test_a_damaged_proof_locks_nobody_out(self, path: Path) -> None:
        await two_chats(path)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE meta SET value = x'00' WHERE key = 'proof'")
        for _ in range(2):
            async with opened_store(path) as store:
                assert len(await store.chats([HURT, WELL])) == 2

    async def test_others_are_served_beside_it(self, tmp_path: Path, path: Path) -> None:
        async with opened_store(path, SERVED_KEY) as store:
            for chat_id, number in ((HURT, -2), (WELL, -1)):
                call = Effect("sendMessage", {"chat_id": chat_id, "text": "hello"})
                state = Kept(Session(language="en")).dump()
                await commit(store, [Turn(number, Chat(chat_id, state, rev=7), (call,))], 0)
                await store.accept([said(number - 10, chat_id, "/help", "en")], 0)
        for column in (STATE, RAW, CALL):
            hurt(path, column, DAMAGES["a flipped bit"])
        async with Simulator(token=TOKEN) as simulator:
            people = [simulator.citizen(one, language="en") for one in (HURT, WELL)]
            serving = await start(tmp_path, environment(simulator, tmp_path))
            for citizen in people:
                await citizen.say("/help")
                await citizen.answered()
            assert await serving.stop() == 0
        log = "".join(serving.errors)
        assert all(line.startswith("{") for line in serving.errors), log
        for kind in ("chat.state", "inbox.raw", "outbox.call"):
            assert log.count(f'"kind": "{kind}"') == 1, log
        assert str(HURT) not in log


@pytest.mark.asyncio
async def test_what_is_set_aside_is_kept_no_longer_than_the_rest(path: Path) -> None:
    await two_chats(path)
    hurt(path, STATE, DAMAGES["zeros"])
    async with opened_store(path) as store:
        await takes(store)
        await store.forget_before(8.0, 1.0)
        assert len(aside(path)) == 1
        await store.forget_before(10.0, 1.0)
        assert aside(path) == []
