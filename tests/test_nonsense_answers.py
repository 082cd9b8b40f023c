"""What is no answer of Telegram's, to any call: neither result nor refusal; nothing is lost."""

import gzip
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram import api as transport
from bot.telegram.answers import OddResultError, read_result
from bot.telegram.api import BotApi, flooded_for
from bot.telegram.tally import Tally
from tests.persons import Person, counted_once, hold, left, settled
from tests.serving import TOKEN, Serving, environment, hooked, served, start
from tests.simulator import NONSENSE, Fault, Nonsense, Simulator

MODES = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
SECRET = TOKEN.partition(":")[2]
METHODS = (
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getMyCommands",
    "setMyCommands",
    "getMyDescription",
    "sendMessage",
    "editMessageText",
    "answerCallbackQuery",
    "sendChatAction",
    "sendPhoto",
    "sendDocument",
)
ODD_IDS: tuple[Any, ...] = (True, "7", 0, -1, 2**63, 1.5, None)
PAGE = next(one for one in NONSENSE if one.name == "a page with 502")


@asynccontextmanager
async def client(simulator: Simulator) -> AsyncIterator[BotApi]:
    """A client of the simulated Telegram."""
    api = BotApi(simulator.url, simulator.token)
    await api.open()
    yield api
    await api.close()


def read(answer: object, method: str = "sendMessage", status: int = 200) -> Any:
    """Read an answer in JSON."""
    return read_result(method, status, json.dumps(answer).encode(), secret=SECRET)


def refused(code: int, description: str = "No", **parameters: Any) -> dict[str, Any]:
    """Return a refusal as Telegram words it."""
    said = {"ok": False, "error_code": code, "description": description}
    return said | ({"parameters": parameters} if parameters else {})


class TestEveryAnswerIsOneOfFew:
    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.asyncio
    async def test_nonsense_is_a_fault_of_the_line(self, method: str) -> None:
        async with Simulator(token=TOKEN) as simulator, client(simulator) as api:
            simulator.faults.add(Fault("nonsense", method))
            for one in NONSENSE:
                calls = len(simulator.calls)
                with pytest.raises(NetworkError) as found:
                    await api.call(method)
                assert not isinstance(found.value, BadRequest), one.name
                assert SECRET not in repr(found.value), one.name
                assert len(simulator.calls) == calls + 1, f"{one.name} is not followed"

    @pytest.mark.parametrize(
        ("answer", "kind"),
        [
            (refused(400), BadRequest),
            (refused(413), BadRequest),
            (refused(401), InvalidToken),
            (refused(403), Forbidden),
            (refused(404), EndPointNotFound),
            (refused(409), Conflict),
            (refused(400, migrate_to_chat_id=-1005), ChatMigrated),
            (refused(400, migrate_to_chat_id=2**63), BadRequest),
            (refused(400, migrate_to_chat_id="x"), BadRequest),
            (refused(400, migrate_to_chat_id=0), BadRequest),
            (refused(400, retry_after=5), BadRequest),
            (refused(429, retry_after=5), RetryAfter),
            (refused(429, retry_after=72 * 3600), RetryAfter),
            (refused(429, retry_after=72 * 3600 + 1), NetworkError),
            (refused(429), NetworkError),
            (refused(500), NetworkError),
            (refused(502, retry_after=5), NetworkError),
            (refused(0), NetworkError),
        ],
    )
    @pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
    @pytest.mark.parametrize("status", [200, 400, 403, 502])
    def test_a_refusal_is_what_its_json_says(
        self, answer: dict[str, Any], kind: type[TelegramError], status: int
    ) -> None:
        with pytest.raises(TelegramError) as found:
            read(answer, status=status)
        assert type(found.value) is kind

    @pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
    def test_a_flood_says_how_long(self) -> None:
        with pytest.raises(RetryAfter) as found:
            read(refused(429, retry_after=7))
        assert flooded_for(found.value) == 7.0

    @pytest.mark.parametrize(
        ("method", "result"),
        [
            ("sendMessage", {"message_id": 1}),
            ("sendPhoto", {"message_id": 2**63 - 1}),
            ("editMessageText", {"message_id": 7}),
            ("editMessageText", True),
            ("getUpdates", []),
            ("getUpdates", [{"update_id": 1}]),
            ("getMe", {"id": 1}),
            ("getMe", {"id": 1, "username": "x"}),
            ("getMyCommands", []),
            ("getMyDescription", {"description": ""}),
            ("setWebhook", True),
        ],
    )
    def test_a_result_of_the_right_type_is_given_back(self, method: str, result: Any) -> None:
        assert read({"ok": True, "result": result}, method) == result
        with pytest.raises(NetworkError):
            read({"ok": True, "result": result}, method, status=500)

    @pytest.mark.parametrize(
        ("method", "result"),
        [
            *(("sendMessage", {"message_id": odd}) for odd in ODD_IDS),
            ("sendMessage", True),
            ("sendPhoto", []),
            ("sendDocument", {}),
            ("editMessageText", False),
            ("editMessageText", {"message_id": "7"}),
            ("getUpdates", {}),
            ("getUpdates", True),
            ("getMe", []),
            ("getMe", {"username": 7}),
            ("getMyDescription", []),
            ("setWebhook", 1),
            ("answerCallbackQuery", False),
        ],
    )
    def test_a_result_of_another_type_is_told_apart(self, method: str, result: Any) -> None:
        with pytest.raises(OddResultError):
            read({"ok": True, "result": result}, method)

    def test_a_refusal_repeats_no_token_and_is_short(self) -> None:
        with pytest.raises(BadRequest) as found:
            read(refused(400, f"/bot{TOKEN}/sendMessage and {SECRET}" + "x" * 1_000))
        assert SECRET not in str(found.value)
        assert len(str(found.value)) <= 200

    @pytest.mark.parametrize("depth", [2, 99, 100, 101, 5_000])
    def test_an_update_that_is_nested_too_deep_does_not_hide_those_beside_it(
        self, depth: int
    ) -> None:
        deep = '{"x":[' * depth + "]}" * depth
        odd = '{"update_id":1,"message":{"text":"\\"}[{","entities":' + deep + "}}"
        body = ('{"ok":true,"result":[' + odd + ',{"update_id":2}]}').encode()
        found = read_result("getUpdates", 200, body, secret=SECRET)
        assert [one["update_id"] for one in found] == [1, 2]
        assert found[0]["message"]["text"] == '"}[{'

    @pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
    @pytest.mark.parametrize("method", ["setMyCommands", "getUpdates"])
    @pytest.mark.asyncio
    async def test_what_is_too_long_is_not_read(
        self, monkeypatch: pytest.MonkeyPatch, packed: bool, method: str
    ) -> None:
        monkeypatch.setattr(transport, "LARGEST_BYTES", 100_000)
        monkeypatch.setattr(transport, "LARGEST_UPDATES_BYTES", 200_000)
        body = b'{"ok": true, "result": ' + b" " * 1_000_000 + b"true}"
        headers = (("Content-Encoding", "gzip"),) if packed else ()
        huge = Nonsense("huge", gzip.compress(body) if packed else body, headers=headers)
        async with Simulator(token=TOKEN) as simulator, client(simulator) as api:
            simulator.faults.add(Fault("nonsense", method, nonsense=huge))
            with pytest.raises(NetworkError, match="too long"):
                await api.call(method)

    @pytest.mark.asyncio
    async def test_what_comes_drop_by_drop_is_not_waited_for(self) -> None:
        slow = Nonsense("slow", b'{"ok": true, "result": true}', seconds=60)
        async with Simulator(token=TOKEN) as simulator, client(simulator) as api:
            simulator.faults.add(Fault("nonsense", nonsense=slow))
            with pytest.raises(TimedOut):
                await api.call("setMyCommands", seconds=0.3)

    @pytest.mark.asyncio
    async def test_whether_a_call_may_have_had_its_effect_is_told_apart(self) -> None:
        async with Simulator(token=TOKEN) as simulator, client(simulator) as api:
            simulator.faults.add(Fault("reset-after-effect"))
            with pytest.raises(TimedOut):
                await api.call("setMyCommands", {"commands": []})
        nobody = BotApi("http://127.0.0.1:9", TOKEN)
        await nobody.open()
        with pytest.raises(NetworkError) as found:
            await nobody.call("getMe")
        assert type(found.value) is NetworkError
        await nobody.close()


def test_trouble_is_told_once_a_minute_with_its_count(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    tally = Tally(logging.getLogger("yauchoi.trouble"), lambda: now)
    for second in range(150):
        now = float(second)
        tally.tell("not delivered", "sendMessage", NetworkError("cut"))
        tally.tell("not delivered", "sendMessage", ValueError("somebody's words"))
    told = [(r.__dict__["error"], r.__dict__["count"]) for r in caplog.records]
    for error in ("NetworkError: cut", "ValueError"):
        assert [count for name, count in told if name == error] == [1, 60, 60]


def sound(serving: Serving) -> None:
    """Require a log without a fault, a foreign page or a token."""
    log = "".join(serving.errors)
    assert [line for line in serving.errors if not line.startswith("{")] == []
    for one in ("Traceback", "turn failed", "html", "Cannot POST", SECRET):
        assert one not in log


@MODES
@pytest.mark.asyncio
async def test_every_tenth_call_is_answered_with_nonsense(tmp_path: Path, webhook: bool) -> None:
    nonsense = Fault("nonsense", every=10)
    polls = Fault("nonsense", "getUpdates", every=10)
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(nonsense, polls)
        people = [Person(simulator, 800 + i, seed=i) for i in range(8)]
        async with served(simulator, tmp_path, webhook=webhook) as serving:
            await hold(*people, turns=65)
            await settled(simulator, tmp_path)
            assert await serving.stop() == 0
        sound(serving)
        await counted_once(tmp_path, *people)
        assert [person.extra() for person in people] == [0] * 8
        assert simulator.faults.struck[nonsense] >= len(NONSENSE)
        assert webhook or simulator.faults.struck[polls] > 0
        assert simulator.misuse == []


@MODES
@pytest.mark.parametrize("fault", ["not-found", "nonsense"])
@pytest.mark.asyncio
async def test_a_chat_whose_calls_are_answered_by_a_proxy_is_not_blocked(
    tmp_path: Path, webhook: bool, fault: Any
) -> None:
    page = next(one for one in NONSENSE if one.name == "an echo with 403")
    async with Simulator(token=TOKEN) as simulator:
        person = Person(simulator, 820, seed=0)
        refusing = Fault(fault, chat_id=820, times=4, nonsense=page)
        simulator.faults.add(refusing)
        async with served(simulator, tmp_path, webhook=webhook) as serving:
            await hold(person, turns=3)
            await settled(simulator, tmp_path)
        sound(serving)
        assert simulator.faults.struck[refusing] == 4
        assert any("not delivered" in line for line in serving.errors)
        await counted_once(tmp_path, person)
        assert person.extra() == 0


@MODES
@pytest.mark.asyncio
async def test_a_token_that_is_taken_back_ends_it_with_its_letters_kept(
    tmp_path: Path, webhook: bool
) -> None:
    async with Simulator(token=TOKEN) as simulator:
        person = Person(simulator, 830, seed=0)
        settings = environment(simulator, tmp_path, **(hooked() if webhook else {}))
        serving = await start(tmp_path, settings)
        await person.begin()
        await person.sees()
        simulator.faults.add(
            Fault("unauthorized", "editMessageText"), Fault("unauthorized", "sendMessage")
        )
        await person.act()
        assert await serving.ended() == 2
        said = "yauchoi: TELEGRAM_TOKEN is not accepted by Telegram: check it.\n"
        assert [line for line in serving.errors if not line.startswith("{")] == [said]
        assert left(tmp_path) > 0
        simulator.faults.clear()
        again = await start(tmp_path, settings)
        await person.sees()
        await person.turn()
        assert await again.stop() == 0
        assert person.extra() == 0


@MODES
@pytest.mark.asyncio
async def test_calls_that_hang_in_a_hundred_chats_hold_up_nobody_else(
    tmp_path: Path, webhook: bool
) -> None:
    async with Simulator(token=TOKEN) as simulator:
        waiting = [simulator.citizen(1_000 + i) for i in range(100)]
        simulator.faults.add(*(Fault("hang", chat_id=one.chat_id, times=1) for one in waiting))
        async with served(simulator, tmp_path, webhook=webhook):
            with simulator.holding():
                for one in waiting:
                    await one.say("/start")
            await simulator.until(lambda: simulator.faults.hanging == 100)
            await hold(Person(simulator, 860, seed=0), turns=4)
            assert simulator.faults.hanging == 100
            simulator.faults.clear()
            for one in waiting:
                await one.answered()


@pytest.mark.parametrize("webhook", [False, True], ids=["deleteWebhook", "setWebhook"])
@pytest.mark.asyncio
async def test_a_start_goes_on_through_nonsense(tmp_path: Path, webhook: bool) -> None:
    method = "setWebhook" if webhook else "deleteWebhook"
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(
            Fault("nonsense", method, times=1),
            Fault("nonsense", "getMyCommands", nonsense=PAGE),
            Fault("nonsense", "getUpdates", times=1),
        )
        async with served(simulator, tmp_path, webhook=webhook) as serving:
            await hold(Person(simulator, 840, seed=0), turns=2)
            assert await serving.stop() == 0
        sound(serving)
        assert any("not published" in line for line in serving.errors)


@pytest.mark.parametrize(
    "name", ["{}", "a result of no method", "deep", "an echo with 502", "an echo with 404"]
)
@pytest.mark.asyncio
async def test_a_start_that_meets_nonsense_first_ends_with_one_sentence(
    tmp_path: Path, name: str
) -> None:
    nonsense = next(one for one in NONSENSE if one.name == name)
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault("nonsense", "getMe", nonsense=nonsense))
        serving = await start(tmp_path, environment(simulator, tmp_path))
        assert await serving.ended() == 2
    [sentence] = [line for line in serving.errors if not line.startswith("{")]
    assert sentence.startswith("yauchoi: Telegram cannot be reached (")
    assert SECRET not in sentence


def nested(depth: int) -> Nonsense:
    """Return an answer to getUpdates with an update that is nested so deep."""
    deep = b"[" * depth + b"]" * depth
    body = b'{"ok":true,"result":[{"update_id":%d,"message":{"text":%b}}]}' % (depth, deep)
    return Nonsense(f"nested {depth} deep", body)


@pytest.mark.asyncio
async def test_an_update_that_is_nested_too_deep_to_be_kept_is_passed_over(tmp_path: Path) -> None:
    depths = (99, 101, *range(950, 1_000), 2_000, 10_000)
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path) as serving:
        simulator.faults.add(
            *(Fault("nonsense", "getUpdates", times=1, nonsense=nested(d)) for d in depths)
        )
        await hold(Person(simulator, 850, seed=0), turns=2)
        await settled(simulator, tmp_path)
        assert await serving.stop() == 0
        sound(serving)
