"""The log: enough for a programmer, nothing of a person; and what is said where a turn fails."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.conversation.data import About
from bot.conversation.kept import Kept
from bot.logs import Structured, frames
from bot.refusals import say_refusal
from bot.sealing import Seal
from bot.store import Accepted, Chat, Effect, Turn
from bot.store.sqlite import SqliteStore
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from flows.dialogue import Say, Session, Tap, step
from tests.shelf import LIBRARY, enter
from tests.storing import KEY, commit, opened_store, waiting

TODAY = date(2026, 11, 22)
CHAT = 4_503_599_627_370_401
WORD = "wombat"
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")


class Failing(Turns):
    """Turns that fail over every word, with the word in the error."""

    def turn(self, update: Accepted, chat: Chat | None, on: date) -> Turn:
        if WORD in str(update.raw):
            raise KeyError(update.raw["message"]["text"])
        return super().turn(update, chat, on)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with opened_store(tmp_path / "yauchoi.db") as found:
        yield found


def written(records: list[logging.LogRecord]) -> list[dict[str, Any]]:
    return [json.loads(Structured().format(record)) for record in records]


async def fails(store: SqliteStore, code: str = "", chat_id: int = CHAT) -> list[Effect]:
    """Let a turn fail, and return what is sent."""
    worker = Worker(
        store,
        Failing(LIBRARY, words(), ABOUT),
        now=lambda: 0.0,
        today=lambda: TODAY,
        after=lambda: None,
    )
    kind = "private" if chat_id > 0 else "supergroup"
    sender = {"id": chat_id, "language_code": code} if code else {}
    part = {"message_id": 1, "chat": {"id": chat_id, "type": kind}, "from": sender, "text": WORD}
    await store.accept([Accepted(5, chat_id, {"update_id": 5, "message": part})], 0)
    await worker.take()
    return [letter.effect for letter in await store.claim_letters(9, 9)]


@pytest.mark.asyncio
class TestAFailingTurn:
    async def test_it_leaves_what_a_programmer_needs(
        self, store: SqliteStore, caplog: pytest.LogCaptureFixture
    ) -> None:
        place = enter(Session(language="en", agreed=True), TODAY)
        for event in (Tap("hk-qmas-gpt"), Say("35")):
            place = step(place, event, words().languages)
        kept = Kept(place.session).dump()
        await commit(store, [Turn(1, Chat(CHAT, kept, rev=1))], 0)
        await fails(store)
        [line] = written([one for one in caplog.records if one.levelno >= logging.ERROR])
        assert line["error"] == "KeyError"
        assert line["frames"][0].startswith("bot/telegram/work.py:")
        assert line["frames"][-1].startswith("tests/test_logs.py:")
        assert line["frames"][-1].endswith(":turn")
        assert (line["state"], line["asked"]) == ("asking", "nationality")
        assert line["chat"] == Seal((KEY,)).alias(CHAT)
        assert line["update_id"] == 5
        assert line["version"]
        whole = json.dumps(written(caplog.records))
        assert WORD not in whole
        assert str(CHAT) not in whole

    @pytest.mark.parametrize(
        ("kept", "code", "language"),
        [
            ("zh-Hant", "en", "zh-Hant"),
            ("zh-Hans", "", "zh-Hans"),
            (None, "zh-hans", "zh-Hans"),
            (None, "", "en"),
            (None, "fr", "en"),
        ],
    )
    async def test_the_person_is_told_in_their_language(
        self, store: SqliteStore, kept: str | None, code: str, language: str
    ) -> None:
        if kept:
            state = Kept(Session(language=kept)).dump()
            await commit(store, [Turn(1, Chat(CHAT, state, rev=1))], 0)
        [effect] = await fails(store, code)
        assert effect.parameters["text"] == words().text(language, "sorry")

    async def test_a_group_is_told_nothing(self, store: SqliteStore) -> None:
        assert await fails(store, "en", -7) == []

    async def test_what_stands_is_kept(self, store: SqliteStore) -> None:
        state = Kept(Session(language="en")).dump()
        await commit(store, [Turn(1, Chat(CHAT, state, rev=3))], 0)
        await fails(store)
        assert (await store.chats([CHAT]))[CHAT] == Chat(CHAT, state, rev=3)


class TestALine:
    def test_what_libraries_say_is_cut_to_what_they_always_say(self) -> None:
        said = logging.LogRecord(
            "asyncio",
            40,
            "x.py",
            1,
            f"Task exception was never retrieved\nfuture: {WORD}",
            (),
            None,
        )
        filled = logging.LogRecord("other.part", 40, "x.py", 1, "refused %s", (WORD,), None)
        lines = written([said, filled])
        assert [line["what"] for line in lines] == [
            "asyncio: Task exception was never retrieved",
            "other.part: refused %s",
        ]

    def test_an_error_of_anybody_tells_its_frames(self) -> None:
        try:
            try:
                int(WORD)
            except ValueError as error:
                raise RuntimeError(WORD) from error
        except RuntimeError as error:
            record = logging.LogRecord(
                "yauchoi.x", 40, "x.py", 1, "failed", (), (type(error), error, error.__traceback__)
            )
        [line] = written([record])
        assert line["error"] == "RuntimeError"
        assert "caused by ValueError" in line["frames"]
        assert WORD not in json.dumps(line)

    def test_frames_of_libraries_name_no_folder_of_this_machine(self) -> None:
        with pytest.raises(json.JSONDecodeError) as raised:
            json.loads("{")
        assert frames(raised.value)[-1].startswith("json/decoder.py:")
        assert not any(frame.startswith("/") for frame in frames(raised.value))

    def test_deep_recursion_is_cut(self) -> None:
        def deeper() -> None:
            deeper()

        with pytest.raises(RecursionError) as raised:
            deeper()
        assert len(frames(raised.value)) == 20


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "the network failed"),
        (TimeoutError(), "the network failed (TimeoutError)"),
        (OSError(101, "Network is unreachable"), "the network failed (Network is unreachable)"),
        (OSError(28, "No space left on device"), "the disk is full"),
        (FileNotFoundError(2, "No such file", "a.json"), 'of "a.json" failed (No such file)'),
        (OSError("odd"), "reading or writing failed (OSError)"),
    ],
)
def test_what_the_system_refuses_is_named(error: OSError, said: str) -> None:
    assert said in say_refusal(error)


def test_an_update_that_nobody_sent_fails_in_silence(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened_store(tmp_path / "yauchoi.db") as store:
            worker = Worker(
                store,
                Failing(LIBRARY, words(), ABOUT),
                now=lambda: 0.0,
                today=lambda: TODAY,
                after=lambda: None,
            )
            await store.accept([Accepted(5, None, {"unreadable": WORD})], 0)
            await worker.take()
            assert await waiting(store) == []

    asyncio.run(work())
