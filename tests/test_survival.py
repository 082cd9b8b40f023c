"""Killed, cut off, flooded, blocked, fed nonsense: no answer is lost, none is counted twice."""

import asyncio
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.killing import POINTS
from tests.nonsense import bodies, updates
from tests.persons import Person, counted_once, hold, lots, settled, until
from tests.serving import SECRET, TOKEN, Serving, environment, hooked, ready, served, start
from tests.simulator import Delivery, Fault, Simulator

pytestmark = pytest.mark.asyncio
MODES = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
TURNS = 125


class Restarted:
    """A process that is started again whenever it has killed itself."""

    def __init__(self, folder: Path, settings: dict[str, str], chance: random.Random) -> None:
        self.kills = 0
        self.errors: list[str] = []
        self._folder = folder
        self._settings = settings
        self._chance = chance
        self._now: Serving | None = None
        self._over = False

    async def run(self) -> int:
        """Start it again and again; return the status of the end that was asked for."""
        while True:
            passing = {"KILL_PASSING": str(self._chance.randint(8, 11))}
            settings = self._settings | passing
            self._now = await start(self._folder, settings, "-m", "tests.killing")
            status = await self._now.ended(120)
            self.errors += self._now.errors
            if self._over or status != -signal.SIGKILL:
                return status
            self.kills += 1

    def end(self) -> None:
        """Ask for the end."""
        self._over = True
        if self._now is not None and self._now.process.returncode is None:
            self._now.process.send_signal(signal.SIGTERM)


@asynccontextmanager
async def restarted(
    folder: Path, settings: dict[str, str], chance: random.Random
) -> AsyncIterator[Restarted]:
    """Serve, starting again after each kill, and end in good order."""
    serving = Restarted(folder, settings, chance)
    running = asyncio.create_task(serving.run())
    try:
        yield serving
    finally:
        serving.end()
        status = await running
    assert status == 0, serving.errors


@MODES
@pytest.mark.parametrize("point", POINTS)
async def test_killed_at_a_point_every_ten_turns(tmp_path: Path, point: str, webhook: bool) -> None:
    seed = POINTS.index(point) * 2 + webhook
    async with Simulator(token=TOKEN) as simulator:
        more = {"KILL_AT": point, **(hooked() if webhook else {})}
        settings = environment(simulator, tmp_path, **more)
        person, taps_on_copies = Person(simulator, 501, seed), 0
        async with restarted(tmp_path, settings, lots(seed)) as serving:
            await person.begin()
            await person.sees()
            for _ in range(TURNS):
                await settled(simulator, tmp_path)
                if await tapped_a_copy(person):
                    taps_on_copies += 1
                    await settled(simulator, tmp_path)
                await person.turn()
            await settled(simulator, tmp_path)
        await counted_once(tmp_path, person)
        assert serving.kills >= TURNS // 11
        assert person.extra() <= serving.kills
        assert bool(person.extra()) == bool(taps_on_copies) == (point == "sent")
        assert len(person.citizen.toasts()) == taps_on_copies
        assert simulator.misuse == []


async def tapped_a_copy(person: Person) -> bool:
    """Tap a button of the older of two messages that show the same turn, where there are two.

    That it changes nothing is seen in the end: the session is as if it had not been tapped.
    """
    original, *copies = [one for one in person.screens if one.rev == person.newest.rev]
    if not copies:
        return False
    await person.citizen.press(original.data[0], original.message_id)
    person.alone.is_shown_again()
    return True


async def test_every_update_twice_and_in_any_order_across_chats_by_webhook(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator:
        simulator.delivery = Delivery(duplicate_every=1, shuffle=4)
        people = [Person(simulator, 600 + i, seed=i) for i in range(8)]
        async with served(simulator, tmp_path, webhook=True):
            await hold(*people, turns=12)
            await settled(simulator, tmp_path)
        await counted_once(tmp_path, *people)
        assert [person.extra() for person in people] == [0] * 8
        assert len(simulator.deliveries) >= 2 * 8 * 13
        assert simulator.misuse == []


async def test_every_update_twice_and_in_any_order_across_chats_by_polling(tmp_path: Path) -> None:
    chance = lots(5)
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
        people = [Person(simulator, 620 + i, seed=i) for i in range(8)]
        for i in range(12):
            with simulator.holding():
                for person in people:
                    await (person.act() if i else person.begin())
                waiting = simulator.world.updates.waiting
                for one in list(waiting):
                    await simulator.inject(one.payload)
                chance.shuffle(waiting)
            await asyncio.gather(*(person.sees() for person in people))
        await settled(simulator, tmp_path)
        assert [person.extra() for person in people] == [0] * 8
        assert simulator.misuse == []
    await counted_once(tmp_path, *people)


@MODES
async def test_every_fifth_call_is_cut_off_after_its_effect(tmp_path: Path, webhook: bool) -> None:
    cut = Fault("reset-after-effect", every=5)
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(cut)
        people = [Person(simulator, 640 + i, seed=i) for i in range(5)]
        async with served(simulator, tmp_path, webhook=webhook):

            async def one(person: Person) -> None:
                await person.begin()
                await person.sees()
                for _ in range(15):
                    await settled(simulator, tmp_path)
                    await person.turn()

            await asyncio.gather(*(one(person) for person in people))
            await settled(simulator, tmp_path)
        await counted_once(tmp_path, *people)
        assert 0 < sum(person.extra() for person in people) <= simulator.faults.struck[cut]
        assert simulator.misuse == []


@MODES
async def test_a_flooded_chat_waits_and_no_other_does(tmp_path: Path, webhook: bool) -> None:
    flood = Fault("retry-after", chat_id=660, times=1, seconds=3)
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook),
    ):
        flooded = Person(simulator, 660, seed=0)
        others = [Person(simulator, 661 + i, seed=i) for i in range(4)]
        simulator.faults.add(flood)
        await flooded.begin()
        await simulator.until(lambda: simulator.faults.struck[flood] == 1)
        await hold(*others, turns=5)
        assert flooded.seen == []
        await flooded.sees()
        await flooded.turn()
        assert simulator.faults.hasty == []
        assert [person.extra() for person in (flooded, *others)] == [0] * 5


async def test_a_flood_ends_while_a_call_in_another_chat_hangs(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
        flooded, hanging = Person(simulator, 670, seed=0), Person(simulator, 671, seed=1)
        flood = Fault("retry-after", chat_id=670, times=1, seconds=1)
        hang = Fault("slow", chat_id=671, times=1, seconds=60)
        simulator.faults.add(flood, hang)
        await flooded.begin()
        await hanging.begin()
        await simulator.until(lambda: simulator.faults.struck == {flood: 1, hang: 1})
        await flooded.sees(within=5)
        await flooded.turn()


@MODES
async def test_a_flood_outlasts_the_process(tmp_path: Path, webhook: bool) -> None:
    flood = Fault("retry-after", chat_id=675, times=1, seconds=2)
    async with Simulator(token=TOKEN) as simulator:
        person = Person(simulator, 675, seed=0)
        async with served(simulator, tmp_path, webhook=webhook):
            simulator.faults.add(flood)
            await person.begin()
            await simulator.until(lambda: simulator.faults.struck[flood] == 1)
        async with served(simulator, tmp_path, webhook=webhook):
            await person.sees()
            await person.turn()
        assert simulator.faults.hasty == []


@MODES
async def test_blocked_then_back(tmp_path: Path, webhook: bool) -> None:
    async with Simulator(token=TOKEN) as simulator:
        person = Person(simulator, 680, seed=3)
        async with served(simulator, tmp_path, webhook=webhook):
            await person.begin()
            await person.sees()
            refused = Fault("forbidden", chat_id=680)
            simulator.faults.add(refused)
            calls = len(simulator.calls)
            with simulator.holding():
                for text in ("/help", "/about", "/privacy"):
                    await person.citizen.say(text)
            await settled(simulator, tmp_path)
            tried = [call for call in simulator.calls[calls:] if call.chat_id == 680]
            # A webhook brings one at a time, and each may find the outbox empty.
            assert 1 <= len(tried) <= (3 if webhook else 1)
            simulator.faults.clear()
            await person.citizen.block()
            await settled(simulator, tmp_path)
            await person.citizen.unblock()
            await person.citizen.say("/start")
            screen = await person.citizen.answered()
            assert screen.text == person.alone.last
            await settled(simulator, tmp_path)


@pytest.mark.parametrize("fault", ["reset-after-effect", "server-error", "retry-after"])
@MODES
async def test_a_start_outlasts_a_fault_of_telegram(
    tmp_path: Path, webhook: bool, fault: Any
) -> None:
    method = "setWebhook" if webhook else "deleteWebhook"
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault(fault, method=method, times=1, seconds=1))
        async with served(simulator, tmp_path, webhook=webhook):
            person = Person(simulator, 690, seed=0)
            await person.begin()
            await person.sees()


def sentences(serving: Serving) -> list[str]:
    """Return what was said on standard error besides the log."""
    return [line for line in serving.errors if not line.startswith("{")]


async def test_a_second_process_on_one_file_is_sent_away(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path):
        person = Person(simulator, 700, seed=0)
        await person.begin()
        await person.sees()
        second = await start(tmp_path, environment(simulator, tmp_path))
        assert await second.ended() == 2
        assert sentences(second) == second.errors
        assert [line.partition(" ")[2].split(" serves ")[0] for line in second.errors] == [
            "another process already"
        ]
        await person.turn()


async def test_of_two_pollers_with_one_token_one_goes_on(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator:
        settings = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            settings.append(environment(simulator, tmp_path / name))
        earlier = await start(tmp_path, settings[0])
        await simulator.until(lambda: bool(simulator.called("getUpdates")))
        later = await start(tmp_path, settings[1])
        try:
            assert await earlier.ended() == 2
            why = "another process polls with this TELEGRAM_TOKEN: stop it, then start this one"
            assert sentences(earlier) == [f"yauchoi: {why}.\n"]
            person = Person(simulator, 710, seed=0)
            await person.begin()
            await person.sees()
        finally:
            assert await later.stop() == 0


def sound(serving: Serving) -> None:
    """Require a log without a fault of ours."""
    log = "".join(serving.errors)
    assert "Traceback" not in log
    assert "turn failed" not in log
    assert sentences(serving) == []


async def test_five_thousand_updates_of_nonsense_by_polling(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator, served(simulator, tmp_path) as serving:
        person = Person(simulator, 720, seed=0)
        await person.begin()
        await person.sees()
        with simulator.holding():
            for update in updates(lots(8), 5000):
                await simulator.inject(update)
            await person.act()
        await person.sees(within=60)
        await settled(simulator, tmp_path, within=60)
        await person.turn()
        assert await serving.stop() == 0
        sound(serving)
        assert person.extra() == 0
        assert simulator.misuse == []
    await counted_once(tmp_path, person)


async def test_five_hundred_bodies_of_nonsense_by_webhook(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator:
        more = hooked()
        serving = await start(tmp_path, environment(simulator, tmp_path, **more))
        await ready(more["PORT"])
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with aiohttp.ClientSession(headers=headers) as client:
            for body in bodies(lots(9), 500):
                async with client.post(more["WEBHOOK_URL"], data=body) as answer:
                    assert answer.status == 200, body[:200]
        person = Person(simulator, 730, seed=0)
        await person.begin()
        await person.sees()
        await settled(simulator, tmp_path)
        await person.turn()
        assert await serving.stop() == 0
        sound(serving)
        assert simulator.misuse == []


async def acted(people: list[Person], times: int) -> None:
    """Wait until people together have done so much."""
    await until(lambda: sum(one.alone.turns for one in people) >= times)


@MODES
async def test_told_to_end_under_load_it_loses_nothing(tmp_path: Path, webhook: bool) -> None:
    async with Simulator(token=TOKEN) as simulator:
        people = [Person(simulator, 740 + i, seed=i) for i in range(20)]
        settings = environment(simulator, tmp_path, **(hooked() if webhook else {}))
        serving = await start(tmp_path, settings)
        talking = asyncio.create_task(hold(*people, turns=12))
        for acts in (60, 120, 180):
            await acted(people, acts)
            await until(lambda: '"serving"' in "".join(serving.errors))  # noqa: B023 - at once
            serving.process.send_signal(signal.SIGTERM)
            assert await serving.ended(10) == 0, serving.errors[-3:]
            sound(serving)
            serving = await start(tmp_path, settings)
        await talking
        await settled(simulator, tmp_path)
        assert await serving.stop() == 0
        await counted_once(tmp_path, *people)
        assert [person.extra() for person in people] == [0] * 20
        assert simulator.misuse == []


DOOR = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """Serve by webhook; return where."""
    folder, more = tmp_path_factory.mktemp("door"), hooked()
    async with Simulator(token=TOKEN) as simulator:
        serving = await start(folder, environment(simulator, folder, **more))
        await ready(more["PORT"])
        yield more["WEBHOOK_URL"].removesuffix("/hook")
        assert await serving.stop() == 0


@pytest.mark.parametrize(
    ("method", "path", "secret", "size", "status"),
    [
        ("POST", "/hook", SECRET, 100, 200),
        ("POST", "/hook", SECRET, 1 << 20, 200),
        ("POST", "/hook", SECRET, (1 << 20) + 1, 413),
        ("POST", "/hook", "a-wrong-secret", 100, 403),
        ("POST", "/hook", "", 100, 403),
        ("POST", "/hook", None, 100, 403),
        ("POST", "/hook", "\u00e9", 100, 403),
        ("POST", "/hook", None, (1 << 20) + 1, 403),
        ("POST", "/other", SECRET, 100, 404),
        ("GET", "/hook", SECRET, 0, 404),
        ("GET", "/healthz", None, 0, 200),
        ("GET", "/readyz", None, 0, 200),
    ],
)
@DOOR
async def test_what_the_webhook_answers(  # noqa: PLR0913, PLR0917 - a table's columns
    door: str, method: str, path: str, secret: str | None, size: int, status: int
) -> None:
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with (
        aiohttp.ClientSession() as client,
        client.request(method, door + path, data=BytesIO(b" " * size), headers=headers) as answer,
    ):
        assert answer.status == status


@MODES
async def test_the_log_holds_no_token_no_word_and_no_name(tmp_path: Path, webhook: bool) -> None:
    typed = "Grünwald-typed-this-4711"
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(
            Fault("reset-after-effect", every=7),
            Fault("server-error", every=8),
            Fault("malformed-body", every=9, after=20),
            Fault("malformed-body", method="getUpdates", every=3),
        )
        person = Person(simulator, 760, seed=0)
        async with served(simulator, tmp_path, webhook=webhook) as serving:
            await hold(person, turns=6)
            for text in (typed, f"/start {typed}", f"/{typed}"):
                await person.citizen.say(text)
                await settled(simulator, tmp_path)
            refused = Fault("forbidden", says=f"Forbidden: {typed}", times=1)
            simulator.faults.add(refused)
            await person.citizen.say(typed)
            await simulator.inject({"update_id": typed, "message": {"text": typed}})
            await person.citizen.press(f"y:1:{typed}", person.newest.message_id)
            await settled(simulator, tmp_path)
        log = "".join(serving.errors)
        assert "serving" in log
        secrets = (TOKEN, TOKEN.partition(":")[2], SECRET, typed, "4711", "Zebulon", "/start")
        assert [line for line in serving.errors for one in secrets if one in line] == []
