"""The sender: what a call that fails holds up, and what it does not."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.sealing import Seal, new_key
from bot.store import Chat, Effect, Turn
from bot.store.schema import migrate_file
from bot.store.sqlite import SqliteStore, open_store
from bot.telegram import sender as sending
from bot.telegram.api import BotApi
from bot.telegram.commands import menu_removal
from bot.telegram.sender import Files, Sender, pause_after, plain_files
from tests.persons import until
from tests.simulator import NONSENSE, Fault, Nonsense, Simulator
from tests.storing import commit, opened_store

pytestmark = pytest.mark.asyncio
ADA = 7
KEY = new_key()
PAGE = next(one for one in NONSENSE if one.name == "a page with 403")
ODD = Nonsense("odd", b'{"ok": true, "result": {}}')
FAULTS = [
    "bad-request",
    "forbidden",
    "not-found",
    "retry-after",
    "server-error",
    "reset-after-effect",
    "slow",
    "hang",
    "malformed-body",
    "nonsense",
]
TAP = Effect("answerCallbackQuery", {"callback_query_id": "long ago"}, passing=True)


class Clock:
    """The time of day as the sender sees it, which may be set wrong."""

    wrong_by = 0.0

    def __call__(self) -> float:
        return time.time() + self.wrong_by


class Post:
    """A store whose letters are sent to the simulated Telegram."""

    def __init__(self, simulator: Simulator, store: SqliteStore, sender: Sender) -> None:
        self.clock = Clock()
        self._simulator = simulator
        self._store = store
        self._sender = sender
        self._turns = 0

    async def wants(self, *effects: Effect, chat_id: int = ADA) -> None:
        """Commit a turn that wants these calls."""
        self._turns += 1
        turn = Turn(self._turns, Chat(chat_id, {"a": 1}, rev=self._turns), effects)
        await commit(self._store, [turn], self.clock())
        self._sender.wake()

    async def moves(self, chat_id: int, to: int) -> None:
        """Commit a turn that gives a chat another id."""
        self._turns += 1
        await commit(self._store, [Turn(self._turns, to=chat_id, moved_to=to)], 0)
        self._sender.wake()

    async def chat(self, chat_id: int = ADA) -> Chat | None:
        """Return a chat as it is kept."""
        return (await self._store.chats([chat_id])).get(chat_id)

    async def says(self, text: str, chat_id: int = ADA) -> None:
        """Want a text, and wait until a person sees it."""
        await self.wants(message(text, chat_id), chat_id=chat_id)
        transcript = self._simulator.world.chats[chat_id].transcript
        await self._simulator.until(lambda: ("bot", text) in transcript)


def message(text: str, chat_id: int = ADA) -> Effect:
    return Effect("sendMessage", {"chat_id": chat_id, "text": text}, screen=True)


@asynccontextmanager
async def post(
    simulator: Simulator, folder: Path, files: Files = plain_files
) -> AsyncIterator[Post]:
    """A sender at work."""
    path = folder / "yauchoi.db"
    migrate_file(path)
    store = await open_store(path, Seal((KEY,)))
    api = BotApi(simulator.url, simulator.token)
    await api.open()
    clock = Clock()
    sender = Sender(store, api, now=clock, files=files)
    office = Post(simulator, store, sender)
    office.clock = clock
    working = asyncio.create_task(sender.run())
    try:
        yield office
    finally:
        sender.stop()
        await asyncio.wait({working})
        await api.close()
        await store.close()
    working.result()


def one(folder: Path, what: str) -> float:
    """Return one figure about the letters that are kept."""
    with closing(sqlite3.connect(folder / "yauchoi.db")) as database:
        return float(database.execute(f"SELECT {what} FROM outbox").fetchone()[0] or 0)  # noqa: S608


def letters(folder: Path) -> int:
    """Count the letters that are kept."""
    return int(one(folder, "count(*)"))


@pytest.fixture(params=["", "1"], ids=["seconds", "timedelta"])
def _form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the client say how long a flood lasts in either of its forms."""
    monkeypatch.setenv("PTB_TIMEDELTA", request.param)


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.usefixtures("_form")
async def test_a_flood_is_waited_for_as_long_as_it_lasts(tmp_path: Path) -> None:
    async with Simulator() as simulator, post(simulator, tmp_path) as office:
        simulator.citizen(ADA)
        flood = Fault("retry-after", times=1, seconds=2)
        simulator.faults.add(flood)
        await office.says("after the flood")
        assert simulator.faults.hasty == []


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.parametrize("effect", [menu_removal(ADA), TAP], ids=lambda one: one.method)
@pytest.mark.parametrize("fault", FAULTS)
async def test_what_is_passing_never_holds_up_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Any, effect: Effect
) -> None:
    monkeypatch.setattr(sending, "PASSING_SECONDS", 0.2)
    async with Simulator() as simulator, post(simulator, tmp_path) as office:
        simulator.citizen(ADA)
        simulator.faults.add(Fault(fault, effect.method, seconds=600))
        await office.wants(effect)
        await office.says("the screen")
        chat = await office.chat()
        assert chat is not None
        assert not chat.blocked
        assert len(simulator.called(effect.method)) == 1, "it is tried once"


class TestAGroupThatBecameASupergroup:
    async def test_what_is_said_to_it_arrives_and_its_state_goes_along(
        self, tmp_path: Path
    ) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            group = simulator.group(-5, kind="group")
            grown = await group.becomes_supergroup(-1005, by=group.member(ADA))
            await office.wants(message("one", -5), message("two", -5), chat_id=-5)
            await simulator.until(lambda: grown.transcript()[-1:] == [("bot", "two")])
            assert [text for who, text in grown.transcript() if who == "bot"] == ["one", "two"]
            await office.says("three", -1005)
            assert await office.chat(-5) is None
            chat = await office.chat(-1005)
            assert chat is not None
            assert chat.state == {"a": 1}
            assert chat.screen in {3, 4}, "of the second, and perhaps already of the third"

    async def test_a_screen_that_it_had_is_sent_anew(self, tmp_path: Path) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            group = simulator.group(-5, kind="group")
            await office.says("one", -5)
            grown = await group.becomes_supergroup(-1005, by=group.member(ADA))
            edit = Effect("editMessageText", {"chat_id": -5, "text": "two"}, screen=True)
            await office.wants(edit, chat_id=-5)
            await simulator.until(lambda: ("bot", "two") in grown.transcript())

    async def test_a_letter_at_hand_is_not_sent_again_under_the_new_id(
        self, tmp_path: Path
    ) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.group(-5, kind="group")
            simulator.group(-1005)
            hang = Fault("slow", "sendMessage", chat_id=-5, times=1, seconds=0.3)
            simulator.faults.add(hang)
            await office.wants(message("one", -5), chat_id=-5)
            await simulator.until(lambda: simulator.faults.struck[hang] == 1)
            await office.moves(-5, -1005)
            await office.says("two", -1005)
            assert len(simulator.called("sendMessage")) == 2


class TestALetterThatFails:
    async def test_pauses_grow_to_the_longest_and_no_further(self) -> None:
        pauses = [pause_after(tries) for tries in (0, 1, 2, 9, 10, 1_024, 10**9)]
        assert pauses == [0.2, 0.4, 0.8, 60.0, 60.0, 60.0, 60.0]
        assert pause_after(10**9, 600.0) == 600.0

    @pytest.mark.parametrize(("tries", "kept"), [(1_030, 2), (5_000, 1)])
    async def test_it_may_have_failed_for_a_week_or_for_too_long(
        self, tmp_path: Path, tries: int, kept: int
    ) -> None:
        async with Simulator() as simulator:
            simulator.citizen(ADA)
            simulator.faults.add(Fault("server-error", chat_id=ADA))
            async with post(simulator, tmp_path) as office:
                # Written by a clock that was ahead: by the clock it never grows old.
                office.clock.wrong_by = 400 * 86400.0
                await office.wants(message("first"), message("second"))
                await until(lambda: one(tmp_path, "max(not_before)") > 0)
            with closing(sqlite3.connect(tmp_path / "yauchoi.db")) as database, database:
                database.execute("UPDATE outbox SET tries = ? WHERE seq = 0", (tries,))
            async with post(simulator, tmp_path) as office:
                simulator.citizen(8)
                await office.wants(message("to somebody else", 8), chat_id=8)
                await until(lambda: one(tmp_path, "max(not_before)") > 0)
                await until(lambda: letters(tmp_path) == kept)

    @pytest.mark.parametrize("kind", ["not-found", "nonsense", "server-error", "malformed-body"])
    async def test_nothing_is_dropped_and_nobody_blocked_for_it(
        self, tmp_path: Path, kind: Any
    ) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            simulator.faults.add(Fault(kind, times=3, nonsense=PAGE))
            await office.says("the screen")
            chat = await office.chat()
            assert chat is not None
            assert not chat.blocked

    @pytest.mark.parametrize("hours", [71.0, 73.0])
    async def test_it_is_dropped_after_its_greatest_age_and_the_chat_goes_on(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
        hours: float,
    ) -> None:
        monkeypatch.setattr(sending, "LONGEST_PAUSE", 0.0)
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            failing = Fault("server-error", "sendMessage", times=30)
            simulator.faults.add(failing)
            office.clock.wrong_by = -hours * 3600
            await office.wants(message("old"))
            office.clock.wrong_by = 0.0
            await office.says("new")
            seen = [text for who, text in simulator.world.chats[ADA].transcript if who == "bot"]
            dropped = [r for r in caplog.records if r.message == "dropped after its greatest age"]
        assert seen == (["old", "new"] if hours < 72 else ["new"])
        assert len(dropped) == (hours > 72)
        assert simulator.faults.struck[failing] == 30, "the new one has tries of its own"

    async def test_a_clock_that_jumps_ahead_drops_nothing_at_once(self, tmp_path: Path) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            simulator.faults.add(Fault("server-error", "sendMessage", times=3))
            await office.wants(message("written"))
            office.clock.wrong_by = 400 * 86400.0
            transcript = simulator.world.chats[ADA].transcript
            await simulator.until(lambda: ("bot", "written") in transcript)

    @pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
    async def test_a_clock_that_is_put_back_silences_nobody(self, tmp_path: Path) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            flood = Fault("retry-after", times=1, seconds=1)
            simulator.faults.add(flood)
            office.clock.wrong_by = 2 * 86400.0
            await office.wants(message("one"))
            await until(lambda: one(tmp_path, "max(not_before)") > time.time() + 86400)
            office.clock.wrong_by = 0.0
            await office.says("two")

    async def test_one_that_arrived_with_an_odd_result_is_not_repeated_for_ever(
        self, tmp_path: Path
    ) -> None:
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            odd = Fault("nonsense", "sendMessage", times=3, nonsense=ODD)
            simulator.faults.add(odd)
            await office.wants(message("one"))
            await office.says("two")
            calls = [call.parameters["text"] for call in simulator.called("sendMessage")]
            assert calls == ["one", "one", "one", "two"]

    async def test_a_fault_of_ours_concerns_its_chat_alone(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def broken(method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
            if parameters["chat_id"] == ADA:
                raise TypeError("somebody's words")
            return method, parameters

        async with Simulator() as simulator, post(simulator, tmp_path, broken) as office:
            simulator.citizen(ADA)
            simulator.citizen(8)
            await office.wants(message("never"))
            await office.says("to somebody else", 8)
            assert letters(tmp_path) > 0
            assert ("bot", "never") not in simulator.world.chats[ADA].transcript
        assert [r.message for r in caplog.records if r.exc_info] == ["call failed"]

    async def test_an_outage_fills_no_log(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            failing = Fault("nonsense", "sendMessage", times=300, nonsense=PAGE)
            simulator.faults.add(failing)
            for chat_id in range(100):
                simulator.citizen(100 + chat_id)
                await office.wants(message("late", 100 + chat_id), chat_id=100 + chat_id)
            await simulator.until(lambda: simulator.faults.struck[failing] == 300, within=30)
        assert len([r for r in caplog.records if r.name == "yauchoi.sender"]) == 1


async def test_whoever_is_cancelled_gives_its_letters_back(tmp_path: Path) -> None:
    async with Simulator() as simulator, opened_store(tmp_path / "yauchoi.db") as store:
        simulator.citizen(ADA)
        hang = Fault("hang", "sendMessage", seconds=600)
        simulator.faults.add(hang)
        await commit(store, [Turn(1, Chat(ADA), (message("one"),))])
        api = BotApi(simulator.url, simulator.token)
        await api.open()
        running = asyncio.create_task(Sender(store, api, now=time.time).run())
        await simulator.until(lambda: simulator.faults.struck[hang] == 1)
        assert await store.claim_letters(time.time(), 9) == []
        running.cancel()
        await asyncio.wait({running})
        [letter] = await store.claim_letters(time.time(), 9)
        assert letter.was_sending
        await api.close()


class TestATokenThatIsTakenBack:
    async def _until(self, simulator: Simulator, folder: Path, refused: Fault) -> None:
        async with post(simulator, folder) as office:
            await office.wants(message("one"), message("two"))
            await simulator.until(lambda: simulator.faults.struck[refused] == 1)

    async def test_ends_the_sender_and_keeps_its_letters(self, tmp_path: Path) -> None:
        async with Simulator() as simulator:
            simulator.citizen(ADA)
            refused = Fault("unauthorized")
            simulator.faults.add(refused)
            with pytest.raises(InvalidToken):
                await self._until(simulator, tmp_path, refused)
            assert letters(tmp_path) == 2
            simulator.faults.clear()
            async with post(simulator, tmp_path):
                transcript = simulator.world.chats[ADA].transcript
                await simulator.until(lambda: ("bot", "two") in transcript)


class TestOthersAreServed:
    @pytest.mark.parametrize("effect", [TAP, message("hangs")], ids=["passing", "text"])
    async def test_while_calls_hang_in_a_hundred_chats(
        self, tmp_path: Path, effect: Effect
    ) -> None:
        hanging = range(1_000, 1_100)
        async with Simulator() as simulator, post(simulator, tmp_path) as office:
            simulator.citizen(ADA)
            hang = Fault("hang", times=100)
            simulator.faults.add(hang)
            for chat_id in hanging:
                simulator.citizen(chat_id)
                await office.wants(effect, chat_id=chat_id)
            await simulator.until(lambda: simulator.faults.hanging == 100)
            await office.says("as if nothing were")
            assert simulator.faults.hanging == 100
            simulator.faults.clear()

    async def test_while_eighty_cards_are_made(self, tmp_path: Path) -> None:
        made = asyncio.Event()
        asked: list[Any] = []

        async def slow(method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
            if parameters.pop("card", None):
                asked.append(parameters["chat_id"])
                await made.wait()
            return method, parameters

        async with Simulator() as simulator, post(simulator, tmp_path, slow) as office:
            simulator.citizen(ADA)
            for chat_id in range(1_000, 1_080):
                simulator.citizen(chat_id)
                card = {"chat_id": chat_id, "card": {"a": 1}, "text": "a card"}
                await office.wants(Effect("sendMessage", card), chat_id=chat_id)
            await office.says("as if nothing were")
            at_once = len(asked)
            made.set()
            assert at_once == sending.FILES_AT_ONCE
            await simulator.until(
                lambda: all(
                    simulator.world.chats[chat_id].transcript for chat_id in range(1_000, 1_080)
                )
            )
