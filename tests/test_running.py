"""What docs/running.md promises of the process: how it ends, and what it says of its health."""

import asyncio
import json
import resource
import signal
import socket
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import aiohttp
import pytest

from bot.conversation.kept import Kept
from bot.sealing import Seal
from bot.store.schema import migrate_file
from bot.store.sealed import place
from flows.dialogue import Session
from tests.serving import KEY, SECRET, TOKEN, Serving, environment, hooked, ready, served, start
from tests.simulator import Fault, Simulator

pytestmark = pytest.mark.asyncio
MODES = pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
SIGNALS = pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])


def sound(serving: Serving) -> None:
    """Require a log alone, with no fault in it."""
    assert [line for line in serving.errors if not line.startswith("{")] == []
    assert not any('"level": "error"' in line for line in serving.errors), serving.errors


async def ends(serving: Serving, name: signal.Signals, within: float) -> None:
    """Require an orderly end after a signal."""
    began = time.monotonic()
    assert await serving.stop(name) == 0, serving.errors
    assert time.monotonic() - began < within
    sound(serving)


@MODES
@SIGNALS
async def test_a_signal_ends_it_in_good_order(
    tmp_path: Path, webhook: bool, name: signal.Signals
) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        citizen = simulator.citizen(7)
        await citizen.say("/start")
        await citizen.answered()
        await ends(serving, name, within=5)


@pytest.mark.parametrize("method", ["getMe", "getMyCommands", "setWebhook"])
async def test_it_ends_at_once_while_telegram_keeps_its_start_waiting(
    tmp_path: Path, method: str
) -> None:
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault("slow", method, seconds=60))
        serving = await start(tmp_path, environment(simulator, tmp_path, **hooked()))
        await simulator.until(lambda: bool(simulator.called(method)))
        await ends(serving, signal.SIGTERM, within=5)


async def test_it_ends_within_ten_seconds_while_a_call_hangs_which_is_made_again(
    tmp_path: Path,
) -> None:
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault("slow", "editMessageText", times=1, seconds=60))
        citizen = simulator.citizen(7)
        async with served(simulator, tmp_path) as serving:
            await citizen.say("/start")
            await citizen.answered()
            await citizen.tap("Start")
            await simulator.until(lambda: bool(simulator.called("editMessageText")))
            await ends(serving, signal.SIGTERM, within=10)
        async with served(simulator, tmp_path):
            await simulator.until(lambda: len(simulator.called("editMessageText")) == 2)
        assert simulator.misuse == []


async def test_a_port_that_is_taken_is_told_in_one_sentence(tmp_path: Path) -> None:
    more = hooked()
    port = int(more["PORT"])
    with socket.create_server(("127.0.0.1", port)):
        async with Simulator(token=TOKEN) as simulator:
            serving = await start(tmp_path, environment(simulator, tmp_path, **more))
            assert await serving.ended() == 2
    said = f"PORT is {port}, but nobody can listen there (Address already in use)"
    assert [line for line in serving.errors if not line.startswith("{")] == [
        f"yauchoi: {said}: name one that is free.\n"
    ]


async def test_a_host_that_is_elsewhere_is_told_in_one_sentence(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator:
        elsewhere = environment(simulator, tmp_path, **hooked(), HOST="192.0.2.1")
        serving = await start(tmp_path, elsewhere)
        assert await serving.ended() == 2
    said = (
        "yauchoi: HOST is 192.0.2.1, but this machine has no such address: name one of its own, "
        "127.0.0.1 or 0.0.0.0.\n"
    )
    assert [line for line in serving.errors if not line.startswith("{")] == [said]


async def test_it_listens_on_loopback_alone_unless_told_otherwise(tmp_path: Path) -> None:
    def beside(port: str) -> None:
        """Listen there as well, on another address of this machine."""
        socket.create_server(("127.0.0.2", int(port))).close()

    more = hooked()
    try:
        beside(more["PORT"])
    except OSError:
        pytest.skip("this machine has one loopback address")
    async with Simulator(token=TOKEN) as simulator:
        serving = await start(tmp_path, environment(simulator, tmp_path, **more))
        await ready(more["PORT"])
        beside(more["PORT"])
        assert await serving.stop() == 0
        everywhere = environment(simulator, tmp_path, **more, HOST="0.0.0.0")  # noqa: S104
        serving = await start(tmp_path, everywhere)
        await ready(more["PORT"])
        with pytest.raises(OSError, match="in use"):
            beside(more["PORT"])
        assert await serving.stop() == 0


async def test_a_wrong_token_is_told_in_one_sentence(tmp_path: Path) -> None:
    async with Simulator(token=TOKEN) as simulator:
        wrong = environment(simulator, tmp_path, TELEGRAM_TOKEN=f"{TOKEN}x")
        serving = await start(tmp_path, wrong)
        assert await serving.ended() == 2
    said = "yauchoi: TELEGRAM_TOKEN is not accepted by Telegram: check it.\n"
    assert [line for line in serving.errors if not line.startswith("{")] == [said]


def megabytes(serving: Serving) -> float:
    """Return the memory that a process holds."""
    status = Path(f"/proc/{serving.process.pid}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux alone")
async def test_its_memory_does_not_grow_with_the_chats_that_are_kept(tmp_path: Path) -> None:
    held: list[float] = []
    seal = Seal((KEY,))
    state = Kept(Session(language="en")).dump()
    for stored in (0, 30_000):
        folder = tmp_path / str(stored)
        path = folder / "yauchoi.db"
        migrate_file(path)
        with closing(sqlite3.connect(path)) as database, database:
            database.executemany(
                "INSERT INTO chat (chat_id, state, rev, touched_at) VALUES (?, ?, 1, ?)",
                (
                    (i, seal.seal(state, place("chat", "state", i)), time.time())
                    for i in range(1000, 1000 + stored)
                ),
            )
        async with Simulator(token=TOKEN) as simulator, served(simulator, folder) as serving:
            citizen = simulator.citizen(7)
            await citizen.say("/start")
            await citizen.answered()
            held.append(megabytes(serving))
    assert held[1] - held[0] < 8, held


async def health(port: str) -> tuple[int, int]:
    """Return what is answered for life and for readiness; no answer is 0."""

    async def status(client: aiohttp.ClientSession, path: str) -> int:
        try:
            async with client.get(f"http://127.0.0.1:{port}{path}") as answer:
                return answer.status
        except aiohttp.ClientError:
            return 0

    async with aiohttp.ClientSession() as client:
        return await status(client, "/healthz"), await status(client, "/readyz")


async def becomes(port: str, wanted: tuple[int, int]) -> None:
    """Wait until the process says so of itself. Raises TimeoutError."""
    async with asyncio.timeout(15):
        while await health(port) != wanted:  # noqa: ASYNC110 - another process sets no event here
            await asyncio.sleep(0.02)


async def test_it_lives_before_it_is_ready_and_is_ready_once_it_takes_updates(
    tmp_path: Path,
) -> None:
    more = hooked()
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault("server-error", "setWebhook"))
        serving = await start(tmp_path, environment(simulator, tmp_path, **more))
        assert await health(more["PORT"]) == (0, 0)
        await becomes(more["PORT"], (200, 503))
        simulator.faults.clear()
        await becomes(more["PORT"], (200, 200))
        citizen = simulator.citizen(7)
        await citizen.say("/start")
        await citizen.answered()
        await ends(serving, signal.SIGTERM, within=5)
        assert await health(more["PORT"]) == (0, 0)


FEW = 1_024
FEW_DESCRIPTORS = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, ({FEW}, {FEW}))
from bot.cli import main
sys.exit(main(["serve"]))
"""


@pytest.fixture
def _descriptors() -> Iterator[None]:
    """Let this process hold both ends of a crowd."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2 * FEW:
        pytest.skip("too few descriptors for a crowd")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * FEW), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@asynccontextmanager
async def crowd(port: str, size: int, said: bytes) -> AsyncIterator[None]:
    """Hold so many connections that say something and nothing more."""
    writers: list[asyncio.StreamWriter] = []
    try:
        for _ in range(size):
            _, writer = await asyncio.open_connection("127.0.0.1", int(port))
            writers.append(writer)
            writer.write(said)
        yield
    finally:
        for writer in writers:
            writer.transport.abort()


def posted(update_id: int, body: bytes | None = None) -> bytes:
    """Return a request of Telegram's."""
    body = body if body is not None else json.dumps({"update_id": update_id}).encode()
    head = f"POST /hook HTTP/1.1\r\nHost: a\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


HALVES = {
    "nothing": b"",
    "half a head": b"POST /hook HTTP/1.1\r\nHost:",
    "half a body": posted(9_000_000)[:-3],
}


@pytest.mark.usefixtures("_descriptors")
@pytest.mark.parametrize("said", HALVES.values(), ids=HALVES)
async def test_twelve_hundred_connections_that_say_no_more_hold_up_nobody(
    tmp_path: Path, said: bytes
) -> None:
    more = hooked()
    async with Simulator(token=TOKEN) as simulator:
        settings = environment(simulator, tmp_path, **more)
        serving = await start(tmp_path, settings, "-c", FEW_DESCRIPTORS)
        await ready(more["PORT"])
        citizen = simulator.citizen(7)
        async with crowd(more["PORT"], 1_200, said):
            async with asyncio.timeout(12):
                assert await health(more["PORT"]) == (200, 200)
            await citizen.say("/start")
            await citizen.answered()
            await citizen.tap("Start")
            await citizen.answered()
        await ends(serving, signal.SIGTERM, within=5)
        assert len(serving.errors) < 20, "the log is not flooded"
        assert not any("unreadable" in line for line in serving.errors)
        assert simulator.misuse == []


async def test_one_connection_brings_update_after_update(tmp_path: Path) -> None:
    more = hooked()
    async with Simulator(token=TOKEN) as simulator:
        serving = await start(tmp_path, environment(simulator, tmp_path, **more))
        await ready(more["PORT"])
        reader, writer = await asyncio.open_connection("127.0.0.1", int(more["PORT"]))
        for i in range(200):
            request = posted(9_000_000 + i)
            # Whole, or cut anywhere.
            for part in (request[:i], request[i:]):
                writer.write(part)
                await asyncio.sleep(0)
            answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), 10)
            assert answer.startswith(b"HTTP/1.1 200")
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        await ends(serving, signal.SIGTERM, within=5)
    with closing(sqlite3.connect(tmp_path / "yauchoi.db")) as database:
        assert database.execute("SELECT count(*) FROM inbox").fetchone() == (200,)


async def test_what_is_nested_deep_does_not_come_again_for_ever(tmp_path: Path) -> None:
    more = hooked()
    async with Simulator(token=TOKEN) as simulator:
        serving = await start(tmp_path, environment(simulator, tmp_path, **more))
        await ready(more["PORT"])
        reader, writer = await asyncio.open_connection("127.0.0.1", int(more["PORT"]))
        for depth in (150, 500, *range(960, 1000, 2), 5_000):
            deep = b"[" * depth + b"]" * depth
            for body in (deep, b'{"a":' * depth + b"1" + b"}" * depth, b'{"update_id":%b}' % deep):
                writer.write(posted(0, body))
            writer.write(posted(0, b'{"update_id": %d, "x": %b}' % (depth, deep)))
            for _ in range(4):
                answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), 10)
                assert answer.startswith(b"HTTP/1.1 200"), depth
        writer.close()
        citizen = simulator.citizen(7)
        await citizen.say("/start")
        await citizen.answered()
        await ends(serving, signal.SIGTERM, within=5)
