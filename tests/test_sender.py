"""The sender: what a call that fails holds up, and what it does not."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import migrate_file
from bot.sealing import Seal, new_key
from bot.store import Chat, Effect, Turn
from bot.store.sqlite import SqliteStore, open_store
from bot.telegram import sender as sending
from bot.telegram.api import BotApi
from bot.telegram.commands import forgetting
from bot.telegram.sender import Sender
from tests.simulator import Fault, Simulator

pytestmark = pytest.mark.asyncio
ADA = 7
FAULTS = [
    "bad-request",
    "forbidden",
    "retry-after",
    "server-error",
    "reset-after-effect",
    "slow",
    "malformed-body",
]
TAP = Effect("answerCallbackQuery", {"callback_query_id": "long ago"}, passing=True)


class Post:
    """A store whose letters are sent to the simulated Telegram."""

    def __init__(self, simulator: Simulator, store: SqliteStore, sender: Sender) -> None:
        self._simulator = simulator
        self._store = store
        self._sender = sender
        self._turns = 0

    async def wants(self, *effects: Effect, chat_id: int = ADA) -> None:
        """Commit a turn that wants these calls."""
        self._turns += 1
        turn = Turn(self._turns, Chat(chat_id, {"a": 1}, rev=self._turns), effects)
        await self._store.commit([turn], 0)
        self._sender.wake()

    async def moves(self, chat_id: int, to: int) -> None:
        """Commit a turn that gives a chat another id."""
        self._turns += 1
        await self._store.commit([Turn(self._turns, to=chat_id, moved_to=to)], 0)
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
async def post(simulator: Simulator, folder: Path) -> AsyncIterator[Post]:
    """A sender at work."""
    path = folder / "yauchoi.db"
    migrate_file(path)
    store = await open_store(path, Seal((new_key(),)))
    api = BotApi(simulator.url, simulator.token)
    await api.open()
    sender = Sender(store, api, now=time.time)
    working = asyncio.create_task(sender.run())
    try:
        yield Post(simulator, store, sender)
    finally:
        sender.stop()
        await working
        await api.close()
        await store.close()


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
@pytest.mark.parametrize("effect", [forgetting(ADA), TAP], ids=lambda one: one.method)
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
