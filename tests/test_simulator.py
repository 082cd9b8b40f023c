"""The simulated Telegram: it answers as the real one does, and a real client is satisfied."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from tests.simulator import NONSENSE, Attempt, Citizen, Delivery, Fault, Simulator

Json = dict[str, Any]
ADA = 7
BEN = 8
pytestmark = pytest.mark.asyncio


async def call(simulator: Simulator, method: str, **parameters: Any) -> Json:
    """Call a method with a JSON body; return the answer, whose status must be the one it says."""
    address = f"{simulator.url}/bot{simulator.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(address, json=parameters) as got:
        answer: Json = await got.json()
        assert got.status == (200 if answer["ok"] else answer["error_code"])
        return answer


async def result(simulator: Simulator, method: str, **parameters: Any) -> Any:
    answer = await call(simulator, method, **parameters)
    assert answer["ok"], answer
    return answer["result"]


@asynccontextmanager
async def ptb(simulator: Simulator) -> AsyncIterator[Bot]:
    """A real client."""
    files = f"{simulator.url}/file/bot"
    async with Bot(simulator.token, f"{simulator.url}/bot", files) as bot:
        yield bot


def keyboard(*labels: str) -> Json:
    return {"inline_keyboard": [[{"text": one, "callback_data": f"data {one}"}] for one in labels]}


async def asked(simulator: Simulator) -> Citizen:
    """Ada after one question: her message is 1, the bot's, with two buttons, is 2."""
    ada = simulator.citizen(ADA, name="Ada")
    await ada.say("/start")
    await result(
        simulator, "sendMessage", chat_id=ADA, text="Sure?", reply_markup=keyboard("Yes", "No")
    )
    return ada


SAME = keyboard("Yes", "No")
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
# A call after that question, and how it is refused.
REFUSED: list[tuple[str, Json, int, str]] = [
    ("sendMessage", {"chat_id": 99, "text": "a"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": ADA, "text": ""}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ADA, "text": " \n"}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ADA, "text": "a" * 4097}, 400, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": ADA, "text": "😀" * 2049}, 400, "Bad Request: message is too long"),
    (
        "sendMessage",
        {"chat_id": ADA, "text": "a", "reply_parameters": {"message_id": 9}},
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": ADA, "text": "a", "reply_markup": keyboard("é" * 30)},
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": ADA, "text": "<b>a", "parse_mode": "HTML"},
        400,
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "editMessageText",
        {"chat_id": ADA, "message_id": 2, "text": "Sure?", "reply_markup": SAME},
        400,
        NOT_MODIFIED,
    ),
    (
        "editMessageReplyMarkup",
        {"chat_id": ADA, "message_id": 2, "reply_markup": SAME},
        400,
        NOT_MODIFIED,
    ),
    (
        "editMessageText",
        {"chat_id": ADA, "message_id": 3, "text": "a"},
        400,
        "Bad Request: message to edit not found",
    ),
    (
        "editMessageText",
        {"chat_id": ADA, "message_id": 1, "text": "a"},
        400,
        "Bad Request: message can't be edited",
    ),
    (
        "editMessageText",
        {"chat_id": ADA, "message_id": 2, "text": "a" * 4097},
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    ),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, TOO_OLD),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": "a"}], "language_code": "zh-Hant"},
        400,
        "Bad Request: invalid language code specified",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "Start!", "description": "a"}]},
        400,
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "chat", "chat_id": 99}},
        400,
        "Bad Request: chat not found",
    ),
    (
        "deleteMyCommands",
        {"scope": {"type": "chat"}},
        400,
        "Bad Request: can't parse BotCommandScope: Can't find field \"chat_id\"",
    ),
    ("sendMessage", {"chat_id": BEN, "text": "a"}, 403, "Forbidden: bot was blocked by the user"),
    ("nonsense", {}, 404, "Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "parameters", "code", "description"), REFUSED)
async def test_what_is_refused_and_in_which_words(
    method: str, parameters: Json, code: int, description: str
) -> None:
    async with Simulator() as simulator:
        ada = await asked(simulator)
        await simulator.citizen(BEN).block()
        before = ada.transcript()
        answer = await call(simulator, method, **parameters)
        assert answer == {"ok": False, "error_code": code, "description": description}
        assert ada.transcript() == before


MISUSED: list[tuple[str, Json, str]] = [
    (
        "sendMessage",
        {"chat_id": ADA, "text": "a", "keyboard": 1},
        "sendMessage has no parameter keyboard",
    ),
    ("sendMessage", {"chat_id": ADA}, "sendMessage needs text"),
    (
        "sendMessage",
        {"chat_id": ADA, "text": "a", "protect_content": "so"},
        "sendMessage: protect_content is no bool: 'so'",
    ),
    ("getUpdates", {"limit": "ten"}, "getUpdates: limit is no int: 'ten'"),
    (
        "sendMessage",
        {
            "chat_id": ADA,
            "text": "a",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "x", "datum": 1}]]},
        },
        "a button has no field datum",
    ),
    (
        "sendMessage",
        {"chat_id": ADA, "text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "an entity stands outside its text: {'type': 'bold', 'offset': 0, 'length': 2}",
    ),
]


@pytest.mark.parametrize(("method", "parameters", "said"), MISUSED)
async def test_a_call_against_the_documentation_is_noted(
    method: str, parameters: Json, said: str
) -> None:
    async with Simulator() as simulator:
        await asked(simulator)
        assert simulator.misuse == []
        await call(simulator, method, **parameters)
        assert simulator.misuse == [said]


class TestBodies:
    async def test_json_urlencoded_and_multipart_say_the_same(self) -> None:
        said = {"chat_id": str(ADA), "text": "a", "reply_markup": json.dumps(SAME)}
        multipart = aiohttp.FormData(said, default_to_multipart=True)
        bodies: list[Json] = [
            {"json": said | {"chat_id": ADA, "reply_markup": SAME}},
            {"data": said},
            {"data": multipart},
            {"params": said},
        ]
        async with Simulator() as simulator, aiohttp.ClientSession() as session:
            simulator.citizen(ADA)
            for body in bodies:
                address = f"{simulator.url}/bot{simulator.token}/sendmessage"
                async with session.post(address, **body) as got:
                    assert got.status == 200
            calls = simulator.called("sendMessage", ADA)
            assert len(calls) == len(bodies)
            assert all(one == calls[0] for one in calls)
            assert not simulator.misuse

    async def test_a_wrong_token_is_unauthorized(self) -> None:
        async with (
            Simulator() as simulator,
            aiohttp.ClientSession() as session,
            session.get(f"{simulator.url}/bot123:wrong/getMe") as got,
        ):
            assert (got.status, (await got.json())["description"]) == (401, "Unauthorized")

    async def test_html_becomes_entities_in_utf_16(self) -> None:
        async with Simulator() as simulator:
            simulator.citizen(ADA)
            text = '😀 <b>a &lt; b</b> <a href="tg://x">link</a>'
            sent = await result(simulator, "sendMessage", chat_id=ADA, text=text, parse_mode="HTML")
            assert sent["text"] == "😀 a < b link"
            assert sent["entities"] == [
                {"type": "bold", "offset": 3, "length": 5},
                {"type": "text_link", "offset": 9, "length": 4, "url": "tg://x"},
            ]


class TestPolling:
    async def test_an_update_stays_until_its_offset_is_passed(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            for text in "abc":
                await ada.say(text)
            first = await result(simulator, "getUpdates", limit=2)
            assert [one["message"]["text"] for one in first] == ["a", "b"]
            assert await result(simulator, "getUpdates", limit=2) == first
            rest = await result(simulator, "getUpdates", offset=first[-1]["update_id"] + 1)
            assert [one["message"]["text"] for one in rest] == ["c"]
            await result(simulator, "getUpdates", offset=rest[-1]["update_id"] + 1)
            await simulator.settled()

    async def test_a_negative_offset_keeps_the_newest(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            for text in "abc":
                await ada.say(text)
            [last] = await result(simulator, "getUpdates", offset=-1)
            assert await result(simulator, "getUpdates") == [last]

    async def test_a_long_poll_waits_for_the_next_update(self) -> None:
        async with Simulator() as simulator:
            poll = asyncio.create_task(result(simulator, "getUpdates", timeout=50))
            await simulator.until(lambda: len(simulator.calls) == 1)
            await simulator.citizen(ADA).say("hello")
            [update] = await poll
            assert update["message"]["text"] == "hello"
            assert await result(simulator, "getUpdates", offset=update["update_id"] + 1) == []

    @pytest.mark.parametrize("kinds", [["callback_query"], '["callback_query"]'])
    async def test_only_the_kinds_asked_for_come_and_the_wish_is_kept(self, kinds: Any) -> None:
        async with Simulator() as simulator:
            ada = await asked(simulator)
            await result(simulator, "getUpdates", offset=-1, allowed_updates=kinds)
            await ada.say("unheard")
            await ada.tap("Yes")
            kept = await result(simulator, "getUpdates")
            assert [set(one) - {"update_id"} for one in kept] == [{"message"}, {"callback_query"}]

    async def test_two_pollers_conflict(self) -> None:
        async with Simulator() as simulator:
            first = asyncio.create_task(call(simulator, "getUpdates", timeout=50))
            await simulator.until(lambda: len(simulator.calls) == 1)
            second = asyncio.create_task(call(simulator, "getUpdates", timeout=50))
            refused = await first
            assert refused["description"].startswith("Conflict: terminated by other getUpdates")
            await simulator.citizen(ADA).say("hello")
            assert len((await second)["result"]) == 1

    async def test_a_poller_conflicts_with_a_webhook(self) -> None:
        async with Simulator() as simulator:
            poll = asyncio.create_task(call(simulator, "getUpdates", timeout=50))
            await simulator.until(lambda: len(simulator.calls) == 1)
            await result(simulator, "setWebhook", url="http://127.0.0.1:9/")
            assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
            refused = await call(simulator, "getUpdates")
            assert refused["description"].startswith("Conflict: can't use getUpdates method while")
            await result(simulator, "deleteWebhook")
            assert await result(simulator, "getUpdates") == []


class TestPeople:
    async def test_a_tap_is_answered_once_and_in_time(self) -> None:
        async with Simulator() as simulator:
            ada = await asked(simulator)
            in_time, late = await ada.tap("Yes"), await ada.tap(1)
            said = {"callback_query_id": in_time, "text": "Noted"}
            assert await result(simulator, "answerCallbackQuery", **said) is True
            again = await call(simulator, "answerCallbackQuery", **said)
            simulator.advance(16)
            too_late = await call(simulator, "answerCallbackQuery", callback_query_id=late)
            assert again["description"] == too_late["description"] == TOO_OLD
            assert ada.toasts() == ["Noted"]
            assert {one.chat_id for one in simulator.called("answerCallbackQuery")} == {ADA}

    async def test_a_conversation_and_its_transcript(self) -> None:
        async with Simulator() as simulator:
            ada = await asked(simulator)
            assert ada.screen().labels == [["Yes"], ["No"]]
            assert ada.screen().data == ["data Yes", "data No"]
            await ada.tap("No")
            await result(simulator, "editMessageText", chat_id=ADA, message_id=2, text="A pity.")
            assert (await ada.answered()).rows == []
            said = await ada.say("35")
            await ada.edit(said, "36")
            await ada.send("photo", caption="me")
            assert ada.transcript() == [
                ("citizen", "/start"),
                ("bot", "Sure?"),
                ("citizen", "No"),
                ("bot", "A pity."),
                ("citizen", "35"),
                ("citizen", "36"),
                ("citizen", "[photo] me"),
            ]
            with pytest.raises(LookupError, match="no message has buttons"):
                await ada.tap("Yes")

    async def test_waiting_in_vain_shows_the_transcript(self) -> None:
        async with Simulator() as simulator:
            ada = await asked(simulator)
            await ada.say("hello?")
            with pytest.raises(TimeoutError, match=r"0 of 1 answers .*\n.*\nbot: Sure\?\n"):
                await ada.answered(within=0.01)

    async def test_the_newest_message_with_buttons_is_tapped_unless_another_is_named(self) -> None:
        async with Simulator() as simulator:
            ada = await asked(simulator)
            await result(simulator, "sendMessage", chat_id=ADA, text="B", reply_markup=SAME)
            await result(simulator, "sendMessage", chat_id=ADA, text="C")
            await ada.tap("Yes")
            await ada.tap("Yes", message_id=2)
            await ada.press("forged", message_id=2)
            taps = [one["callback_query"] for one in (await result(simulator, "getUpdates"))[1:]]
            assert [(tap["message"]["message_id"], tap["data"]) for tap in taps] == [
                (3, "data Yes"),
                (2, "data Yes"),
                (2, "forged"),
            ]

    async def test_a_group_is_heard_and_left(self) -> None:
        async with Simulator() as simulator:
            group = simulator.group(chat_id=-1001, title="Friends")
            ben = group.member(BEN, "Ben")
            await group.add_bot(ben)
            await group.say("/start@simulated_bot", by=ben)
            joined, told, said = await result(simulator, "getUpdates")
            assert told["message"]["new_chat_members"] == [simulator.world.bot]
            assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
            assert said["message"]["chat"]["type"] == "supergroup"
            assert said["message"]["entities"] == [
                {"type": "bot_command", "offset": 0, "length": 20}
            ]
            await result(simulator, "leaveChat", chat_id=-1001)
            assert (await call(simulator, "sendMessage", chat_id=-1001, text="a"))[
                "error_code"
            ] == 403

    async def test_any_update_can_be_injected(self) -> None:
        async with Simulator() as simulator:
            strange = {"update_id": 5, "message": {"chat": {"id": 55}, "text": [None]}, "new": {}}
            assert await simulator.inject(strange) == 5
            assert await result(simulator, "getUpdates") == [strange]
            assert await result(simulator, "sendMessage", chat_id=55, text="pardon?")


class Receiver:
    """The bot's end of a webhook: it keeps what comes and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, str]] = []
        self.secrets: set[str | None] = set()
        self.most = 0
        self.answer: Callable[[], Awaitable[web.Response]] = self.well
        self._inside: list[int] = []

    async def well(self) -> web.Response:
        return web.Response()

    async def hear(self, request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        chat_id = message["chat"]["id"]
        assert chat_id not in self._inside, "one at a time for each chat"
        self._inside.append(chat_id)
        self.most = max(self.most, len(self._inside))
        self.heard.append((chat_id, message["text"]))
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        try:
            return await self.answer()
        finally:
            self._inside.remove(chat_id)


@asynccontextmanager
async def receiving(simulator: Simulator, **hook: Any) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.hear)
    runner = web.AppRunner(application, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await result(simulator, "setWebhook", url=url, **hook)
    try:
        yield receiver
    finally:
        await call(simulator, "deleteWebhook")
        await runner.cleanup()


async def test_a_group_that_becomes_a_supergroup_is_reached_under_its_new_id() -> None:
    async with Simulator() as simulator, ptb(simulator) as bot:
        group = simulator.group(-5, kind="group")
        ada = group.member(ADA)
        await group.say("/start", by=ada)
        grown = await group.becomes_supergroup(-1005, by=ada)
        _, old, new = (one.message for one in await bot.get_updates())
        assert old is not None
        assert new is not None
        assert (old.chat.id, old.chat.type, old.migrate_to_chat_id) == (-5, "group", -1005)
        assert (new.chat.id, new.chat.type, new.migrate_from_chat_id) == (-1005, "supergroup", -5)
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(-5, "a")
        assert moved.value.new_chat_id == -1005
        await bot.send_message(-1005, "a")
        assert grown.transcript()[-1] == ("bot", "a")
        assert not simulator.misuse


class TestWebhook:
    async def test_updates_come_in_order_with_the_secret(self) -> None:
        async with Simulator() as simulator, receiving(simulator, secret_token="s3") as receiver:  # noqa: S106
            people = [simulator.citizen(chat_id) for chat_id in range(1, 6)]
            for text in "abcdef":
                for one in people:
                    await one.say(text)
            await simulator.settled()
            assert receiver.secrets == {"s3"}
            for one in people:
                said = [text for chat_id, text in receiver.heard if chat_id == one.chat_id]
                assert said == list("abcdef")

    @pytest.mark.parametrize(("connections", "most"), [(1, 1), (3, 3), (40, 5)])
    async def test_so_many_chats_at_once(self, connections: int, most: int) -> None:
        async with (
            Simulator() as simulator,
            receiving(simulator, max_connections=connections) as receiver,
        ):
            full = asyncio.Event()

            async def together() -> web.Response:
                if receiver.most == most:
                    full.set()
                await full.wait()
                return web.Response()

            receiver.answer = together
            with simulator.holding():
                for chat_id in range(1, 6):
                    await simulator.citizen(chat_id).say("a")
                    await simulator.citizen(chat_id).say("b")
            await simulator.settled()
            assert receiver.most == most
            assert len(receiver.heard) == 10

    async def test_an_update_comes_again_until_it_is_accepted(self) -> None:
        async with Simulator() as simulator, receiving(simulator) as receiver:
            simulator.delivery = Delivery(timeout=0.05, first_pause=0.001)
            never = asyncio.Event()

            async def badly() -> web.Response:
                if len(receiver.heard) == 1:
                    return web.Response(status=500)
                if len(receiver.heard) == 2:
                    await never.wait()
                return web.Response()

            receiver.answer = badly
            ada = simulator.citizen(ADA)
            await ada.say("a")
            await ada.say("b")
            await simulator.settled()
            assert [text for _, text in receiver.heard] == ["a", "a", "a", "b"]
            first = simulator.deliveries[0].update_id
            assert simulator.deliveries == [
                Attempt(first, 500),
                Attempt(first, None),
                Attempt(first, 200),
                Attempt(first + 1, 200),
            ]
            info = await result(simulator, "getWebhookInfo")
            assert info["last_error_message"] == "Read timeout expired"
            assert info["pending_update_count"] == 0

    async def test_a_dead_address_is_tried_again_and_the_updates_are_kept(self) -> None:
        async with Simulator() as simulator:
            await result(simulator, "setWebhook", url="http://127.0.0.1:9/")
            await simulator.citizen(ADA).say("a")
            await simulator.until(lambda: len(simulator.deliveries) >= 3)
            assert {one.status for one in simulator.deliveries} == {None}
            async with receiving(simulator) as receiver:
                await simulator.settled()
                assert receiver.heard == [(ADA, "a")]

    async def test_duplicates_on_demand(self) -> None:
        async with Simulator() as simulator, receiving(simulator) as receiver:
            simulator.delivery = Delivery(duplicate_every=2)
            ada = simulator.citizen(ADA)
            for text in "abcd":
                await ada.say(text)
            await simulator.settled()
            assert [text for _, text in receiver.heard] == list("abbcdd")

    async def test_chats_out_of_order_on_demand(self) -> None:
        async with Simulator() as simulator, receiving(simulator, max_connections=1) as receiver:
            simulator.delivery = Delivery(shuffle=4)
            with simulator.holding():
                for text in "abc":
                    for chat_id in range(1, 5):
                        await simulator.citizen(chat_id).say(text)
            await simulator.settled()
            letters = [text for _, text in receiver.heard]
            assert letters != sorted(letters)
            for chat_id in range(1, 5):
                assert [text for who, text in receiver.heard if who == chat_id] == list("abc")

    async def test_the_answer_may_carry_a_call(self) -> None:
        async with Simulator() as simulator, receiving(simulator) as receiver:

            async def reply() -> web.Response:
                return web.json_response({"method": "sendMessage", "chat_id": ADA, "text": "hi"})

            receiver.answer = reply
            ada = simulator.citizen(ADA)
            await ada.say("hello")
            assert (await ada.answered()).text == "hi"


class TestFaults:
    async def test_a_flooded_chat_stays_so_until_the_time_is_over(self) -> None:
        async with Simulator() as simulator:
            for chat_id in (ADA, BEN):
                simulator.citizen(chat_id)
            simulator.faults.add(Fault("retry-after", "sendMessage", ADA, times=1, seconds=30))
            expected = [(ADA, 429), (ADA, 429), (BEN, None)]
            for chat_id, code in expected:
                answer = await call(simulator, "sendMessage", chat_id=chat_id, text="a")
                assert answer.get("error_code") == code
                if code:
                    assert answer["description"] == "Too Many Requests: retry after 30"
                    assert answer["parameters"] == {"retry_after": 30}
            assert simulator.faults.hasty == [(ADA, "sendMessage")]
            simulator.advance(31)
            assert await result(simulator, "sendMessage", chat_id=ADA, text="a")

    async def test_every_third_call_after_the_second_is_a_server_error(self) -> None:
        async with Simulator() as simulator:
            simulator.citizen(ADA)
            simulator.faults.add(Fault("server-error", "sendMessage", every=3, after=2, times=2))
            codes = [
                (await call(simulator, "sendMessage", chat_id=ADA, text="a")).get("error_code")
                for _ in range(12)
            ]
            assert [i + 1 for i, code in enumerate(codes) if code == 500] == [5, 8]

    async def test_a_reset_comes_after_the_effect(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            simulator.faults.add(Fault("reset-after-effect", "sendMessage", every=2))
            await call(simulator, "sendMessage", chat_id=ADA, text="a")
            with pytest.raises(aiohttp.ClientConnectionError):
                await call(simulator, "sendMessage", chat_id=ADA, text="b")
            assert ada.transcript() == [("bot", "a"), ("bot", "b")]

    async def test_a_poll_that_is_reset_loses_nothing(self) -> None:
        async with Simulator() as simulator:
            simulator.faults.add(Fault("reset-after-effect", "getUpdates", times=1))
            await simulator.citizen(ADA).say("a")
            with pytest.raises(aiohttp.ClientConnectionError):
                await call(simulator, "getUpdates")
            assert len(await result(simulator, "getUpdates")) == 1

    async def test_half_a_body_comes_after_the_effect(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            simulator.faults.add(Fault("malformed-body"))
            with pytest.raises(json.JSONDecodeError):
                await call(simulator, "sendMessage", chat_id=ADA, text="a")
            assert ada.transcript() == [("bot", "a")]

    async def test_a_slow_answer_outlasts_a_patient_client_and_the_server_still_ends(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            simulator.faults.add(Fault("slow", "sendMessage", seconds=600))
            slow = asyncio.create_task(call(simulator, "sendMessage", chat_id=ADA, text="a"))
            await ada.answered()
            assert not slow.done()
            slow.cancel()

    async def test_nonsense_has_no_effect_and_says_back_what_it_should(self) -> None:
        echo = next(one for one in NONSENSE if one.name == "an echo with 404")
        async with Simulator() as simulator, aiohttp.ClientSession() as session:
            ada = simulator.citizen(ADA)
            simulator.faults.add(Fault("nonsense", "sendMessage", nonsense=echo, times=1))
            address = f"{simulator.url}/bot{simulator.token}/sendMessage"
            async with session.post(address, json={"chat_id": ADA, "text": "a"}) as answer:
                assert (answer.status, answer.content_type) == (404, "text/html")
                assert f"/bot{simulator.token}/sendMessage" in await answer.text()
            assert ada.transcript() == []

    async def test_every_kind_of_nonsense_has_its_turn(self) -> None:
        async with Simulator() as simulator, aiohttp.ClientSession() as session:
            simulator.faults.add(Fault("nonsense", "getMe"))
            address = f"{simulator.url}/bot{simulator.token}/getMe"
            for one in (*NONSENSE, NONSENSE[0]):
                async with session.post(
                    address, allow_redirects=False, headers={"Accept-Encoding": "identity"}
                ) as answer:
                    assert answer.status == one.status, one.name

    async def test_what_hangs_has_no_effect_and_can_be_let_go(self) -> None:
        async with Simulator() as simulator:
            ada = simulator.citizen(ADA)
            simulator.faults.add(Fault("hang", "sendMessage", times=1))
            hanging = asyncio.create_task(call(simulator, "sendMessage", chat_id=ADA, text="a"))
            await simulator.until(lambda: simulator.faults.hanging == 1)
            assert await result(simulator, "sendMessage", chat_id=ADA, text="b")
            assert not hanging.done()
            simulator.faults.clear()
            with pytest.raises(aiohttp.ContentTypeError):
                await hanging
            assert ada.transcript() == [("bot", "b")]

    @pytest.mark.parametrize(("kind", "code"), [("unauthorized", 401), ("not-found", 404)])
    async def test_a_refusal_of_the_token_or_the_path(self, kind: Any, code: int) -> None:
        async with Simulator() as simulator:
            simulator.faults.add(Fault(kind))
            assert (await call(simulator, "getMe"))["error_code"] == code

    async def test_a_forbidden_chat(self) -> None:
        async with Simulator() as simulator:
            simulator.citizen(ADA)
            gone = "Forbidden: user is deactivated"
            simulator.faults.add(Fault("forbidden", chat_id=ADA, says=gone))
            answer = await call(simulator, "sendMessage", chat_id=ADA, text="a")
            assert (answer["error_code"], answer["description"]) == (403, gone)


class TestARealClient:
    async def test_it_holds_a_conversation(self) -> None:
        async with Simulator() as simulator, ptb(simulator) as bot:
            assert (await bot.get_me()).username == "simulated_bot"
            ada = simulator.citizen(ADA, language="zh-hant", name="Ada")
            await ada.say("/start")
            [update] = await bot.get_updates(timeout=5, allowed_updates=Update.ALL_TYPES)
            assert update.effective_user is not None
            assert update.effective_user.language_code == "zh-hant"
            buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
            sent = await bot.send_message(ADA, "Sure?", reply_markup=buttons)
            assert (sent.message_id, sent.text) == (2, "Sure?")
            await ada.tap("Yes")
            [tap] = await bot.get_updates(offset=update.update_id + 1)
            assert tap.callback_query is not None
            assert await bot.answer_callback_query(tap.callback_query.id)
            edited = await bot.edit_message_text("Done", ADA, 2)
            assert not isinstance(edited, bool)
            assert edited.edit_date is not None
            assert (await ada.answered()).text == "Done"
            await bot.send_chat_action(ADA, "typing")
            assert not simulator.misuse

    async def test_every_kind_of_update_can_be_read(self) -> None:
        async with Simulator() as simulator, ptb(simulator) as bot:
            ada = await asked(simulator)
            kinds = ["photo", "document", "voice", "sticker", "dice", "contact", "location"]
            for kind in kinds:
                await ada.send(kind)
            await ada.send("album", count=3)
            await ada.tap(0)
            await ada.edit(1, "edited")
            await ada.block()
            await ada.unblock()
            updates = await bot.get_updates(limit=100)
            messages = [one.message for one in updates if one.message]
            assert [one.message_id for one in messages] == [1, *range(3, 13)]
            assert all(b.update_id == a.update_id + 1 for a, b in pairwise(updates))
            assert all(m[kind] for m, kind in zip(messages[1:], kinds, strict=False))
            assert len({m.media_group_id for m in messages[-3:]}) == 1
            changes = [one.my_chat_member for one in updates if one.my_chat_member]
            assert [one.new_chat_member.status for one in changes] == ["kicked", "member"]

    async def test_it_understands_what_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the client warns of its own coming change
        async with Simulator() as simulator, ptb(simulator) as bot:
            ada = await asked(simulator)
            with pytest.raises(BadRequest, match="Message is not modified"):
                await bot.edit_message_reply_markup(
                    ADA,
                    2,
                    reply_markup=InlineKeyboardMarkup.de_json(SAME, bot),
                )
            simulator.faults.add(Fault("retry-after", "sendMessage", times=1, seconds=3))
            with pytest.raises(RetryAfter) as flood:
                await bot.send_message(ADA, "a")
            assert flood.value.retry_after == timedelta(seconds=3)
            simulator.advance(4)
            await ada.block()
            with pytest.raises(Forbidden, match="blocked"):
                await bot.send_message(ADA, "a")
            await bot.set_webhook("http://127.0.0.1:9/", secret_token="s3")  # noqa: S106
            with pytest.raises(Conflict, match="deleteWebhook"):
                await bot.get_updates()
            assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/"
            simulator.faults.add(Fault("reset-after-effect", "getMe"))
            with pytest.raises(NetworkError):
                await bot.get_me()
            assert not simulator.misuse

    async def test_a_wrong_token_is_refused(self) -> None:
        async with Simulator() as simulator:
            bot = Bot("123:wrong", f"{simulator.url}/bot")
            with pytest.raises(InvalidToken):
                await bot.initialize()
            await bot.shutdown()

    async def test_it_sends_and_fetches_files(self) -> None:
        async with Simulator() as simulator, ptb(simulator) as bot:
            ada = simulator.citizen(ADA)
            sent = await bot.send_document(ADA, b"a result", "Yours", filename="result.txt")
            assert sent.document is not None
            assert sent.document.file_name == "result.txt"
            assert ada.screen().text == "[document] Yours"
            fetched = await bot.get_file(sent.document.file_id)
            assert await fetched.download_as_bytearray() == b"a result"
            again = await bot.send_photo(ADA, sent.document.file_id)
            assert again.photo[0].file_size == 8
            with pytest.raises(BadRequest, match="Wrong file identifier"):
                await bot.send_document(ADA, "nothing")
            assert not simulator.misuse

    async def test_it_introduces_itself_in_each_language(self) -> None:
        async with Simulator() as simulator, ptb(simulator) as bot:
            general, chinese = (BotCommand("start", said) for said in ("Begin", "開始"))
            await bot.set_my_commands([general])
            private = BotCommandScopeAllPrivateChats()
            await bot.set_my_commands([chinese], private, "zh")
            assert await bot.get_my_commands() == (general,)
            assert await bot.get_my_commands(language_code="zh") == ()
            assert await bot.get_my_commands(private, "zh") == (chinese,)
            await bot.delete_my_commands(private, "zh")
            assert await bot.get_my_commands(private, "zh") == ()
            here = BotCommandScopeChat(ADA)
            with pytest.raises(BadRequest, match="Chat not found"):
                await bot.set_my_commands([chinese], here)
            ada = simulator.citizen(ADA, language="en-GB")
            assert simulator.menu(ada) == [general.to_dict()]
            await bot.set_my_commands([chinese], here)
            assert await bot.get_my_commands(here) == (chinese,)
            assert simulator.menu(ada) == [chinese.to_dict()]
            assert simulator.menu(simulator.citizen(BEN)) == [general.to_dict()]
            await bot.delete_my_commands(here)
            assert simulator.menu(ada) == [general.to_dict()]
            await bot.set_my_description("Long")
            await bot.set_my_short_description("短", "zh")
            await bot.set_my_name("Yauchoi")
            assert (await bot.get_my_description("zh")).description == "Long"
            assert (await bot.get_my_short_description("zh")).short_description == "短"
            assert (await bot.get_my_short_description()).short_description == ""
            assert (await bot.get_my_name()).name == "Yauchoi"
            assert not simulator.misuse
