"""The Telegram bot as a process: the same conversation, by polling and by webhook."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.cards.issue import Cards
from bot.clock import today
from bot.telegram.api import BotApi, File
from bot.telegram.commands import listed
from bot.words.catalogue import words
from tests.serving import KEY, TOKEN, WAY, served
from tests.shelf import LIBRARY
from tests.simulator import Citizen, Simulator

pytestmark = pytest.mark.asyncio
MODES = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])


@MODES
async def test_from_start_to_the_result_by_taps_alone(tmp_path: Path, webhook: bool) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        citizen = simulator.citizen(chat_id=77, language="en")
        await citizen.say("/start")
        await citizen.answered()
        for label in WAY:
            before = len(simulator.calls)
            await citizen.tap(label)
            screen = await citizen.answered()
            assert len([c for c in simulator.calls[before:] if c.method != "getUpdates"]) <= 2
        assert "6 are enough to submit" in screen.text
        assert simulator.misuse == []
        assert await serving.stop() == 0


@MODES
async def test_by_typing_alone_in_traditional_chinese(tmp_path: Path, webhook: bool) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook),
    ):
        citizen = simulator.citizen(chat_id=78, language="zh-hk")
        for text in ("/start", "開始", "1", "35歲", "都不是", "係", "清白", "學士", "點解"):
            await citizen.say(text)
            screen = await citizen.answered()
        assert "哪些語言" in screen.text
        assert simulator.misuse == []


@MODES
async def test_a_score_card_follows_its_words_once_and_can_be_verified(
    tmp_path: Path, webhook: bool
) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        citizen = simulator.citizen(chat_id=82, language="en")
        await citizen.say("/start")
        await citizen.answered()
        for label in WAY:
            await citizen.tap(label)
            await citizen.answered()
        await citizen.tap("A score card to keep")
        before = await citizen.answered()
        assert words().text("en", "card-holds") in before.text
        assert not simulator.called("sendDocument", 82)
        await citizen.tap("Make the card")
        words_first = await citizen.answered()
        assert words().text("en", "card-offer") in words_first.text
        await simulator.until(lambda: bool(simulator.called("sendDocument", 82)))
        [photo], [document] = (
            simulator.called(method, 82) for method in ("sendPhoto", "sendDocument")
        )
        [action] = simulator.called("sendChatAction", 82)
        assert action.parameters["action"] == "upload_document"
        picture, paper = photo.parameters["photo"], document.parameters["document"]
        assert picture.body.startswith(b"\x89PNG")
        assert paper.name == f"yauchoi-hk-qmas-gpt-{today()}.pdf"
        assert Cards(LIBRARY, words(), (KEY,)).verify(paper.body).sound
        assert b"82" not in paper.name.encode()
        await citizen.tap("Back to the result")
        await simulator.until(
            lambda: (
                "6 are enough to submit"
                in simulator.called("editMessageText", 82)[-1].parameters["text"]
            )
        )
        assert simulator.misuse == []
        assert await serving.stop() == 0
        assert len(simulator.called("sendPhoto", 82)) == 1


async def test_many_chats_at_once_are_each_sent_every_screen_once(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
        citizens = [simulator.citizen(chat_id=1000 + i, language="en") for i in range(40)]

        async def hold(citizen: Citizen) -> None:
            await citizen.say("/start")
            await citizen.answered()
            for label in WAY:
                await citizen.tap(label)
                await citizen.answered()

        await asyncio.gather(*(hold(citizen) for citizen in citizens))
        for citizen in citizens:
            assert len(simulator.called("sendMessage", citizen.chat_id)) == 1
            assert len(simulator.called("editMessageText", citizen.chat_id)) == len(WAY)


@MODES
async def test_a_group_that_becomes_a_supergroup_is_answered_there(
    tmp_path: Path, webhook: bool
) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        group = simulator.group(-5, kind="group")
        ada = group.member(80)
        line = words().text("en", "telegram-group", link="https://t.me/simulated_bot?start=qmas")
        with simulator.holding():
            await group.say("/start", by=ada)
            grown = await group.becomes_supergroup(-1005, by=ada)
        await simulator.until(lambda: ("bot", line) in grown.transcript())
        assert ("bot", line) not in group.transcript()
        await grown.say("/start@simulated_bot", by=ada)
        await simulator.until(lambda: grown.transcript().count(("bot", line)) == 2)
        assert simulator.misuse == []
        assert await serving.stop() == 0
        assert len(simulator.called("sendMessage", -1005)) == 2, "each is said once"


@MODES
async def test_who_adds_the_bot_to_a_group_is_told_once_in_their_language(
    tmp_path: Path, webhook: bool
) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        group = simulator.group(-9)
        await group.add_bot(by=group.member(80, language="zh-hk"))
        link = "https://t.me/simulated_bot?start=qmas"
        line = words().text("zh-Hant", "telegram-group", link=link)
        await simulator.until(lambda: ("bot", line) in group.transcript())
        await simulator.settled()
        assert await serving.stop() == 0
        assert [text for who, text in group.transcript() if who == "bot"] == [line]
        assert simulator.misuse == []


@MODES
async def test_each_topic_is_answered_where_it_is_spoken_in(tmp_path: Path, webhook: bool) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        citizen, group = simulator.citizen(83), simulator.group(-8)
        member = group.member(84)

        def topics(chat_id: int) -> list[Any]:
            messages = simulator.world.chats[chat_id].messages.values()
            own = [one for one in messages if one.sender.get("is_bot")]
            return [one.fields.get("message_thread_id") for one in own]

        citizen.into_topic(5)
        await citizen.say("/start")
        await citizen.answered()
        await citizen.tap("Start")
        await citizen.answered()
        citizen.into_topic(6)
        await citizen.say("/help")
        await citizen.answered()
        assert topics(83) == [5, 6]
        citizen.into_topic(None)
        await citizen.say("/help")
        await citizen.answered()
        # One that is gone when the answer comes: it is said beside it.
        citizen.into_topic(7)
        with simulator.holding():
            await citizen.say("/about")
            citizen.removes_topic(7)
        await citizen.answered()
        assert topics(83) == [5, 6, None, None]
        member.into_topic(None, opened=False)
        member.into_topic(9)
        await member.say("/start")
        await simulator.until(lambda: topics(-8) == [9])
        assert simulator.misuse == []
        assert await serving.stop() == 0


@MODES
async def test_the_commands_in_a_chat_follow_its_language(tmp_path: Path, webhook: bool) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook),
    ):
        citizen = simulator.citizen(chat_id=79, language="en")
        await citizen.say("/start")
        await citizen.answered()
        for language in ("zh-Hans", "zh-Hant", "en", "zh-Hans"):
            await citizen.say("/language")
            await citizen.answered()
            await citizen.tap(words().text(language, "language-name"))
            await citizen.answered()
            expected = listed(words(), language)
            await simulator.until(lambda: simulator.menu(citizen) == expected)  # noqa: B023
        assert len(simulator.called("deleteMyCommands")) == 1
        before = set(simulator.profile.commands)
        await citizen.say("/delete")
        await citizen.answered()
        await citizen.tap(words().text("zh-Hans", "telegram-delete-yes"))
        await citizen.answered()
        await simulator.until(lambda: simulator.menu(citizen) == listed(words(), "en"))
        assert [scope for scope, _ in before - set(simulator.profile.commands)] == [
            '{"chat_id": 79, "type": "chat"}'
        ]
        assert simulator.misuse == []


async def test_words_arrive_whole_as_json_and_beside_a_file() -> None:
    words = '你好 "x" & y=1\n+%41 \\u0041 😀'
    async with Simulator(token=TOKEN) as simulator:
        await simulator.citizen(chat_id=81).say("/start")
        api = BotApi(simulator.url, TOKEN)
        await api.open()
        await api.call("sendMessage", {"chat_id": 81, "text": words})
        await api.call(
            "sendDocument",
            {"chat_id": 81, "caption": words, "document": File("a.json", words.encode())},
        )
        await api.close()
    message, document = (call.parameters for call in simulator.calls)
    assert message == {"chat_id": 81, "text": words}
    assert document["caption"] == words
    assert document["document"].body == words.encode()
    assert simulator.misuse == []
