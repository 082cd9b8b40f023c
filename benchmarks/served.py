"""What the whole process costs against a simulated Bot API on loopback."""

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.conversation.kept import Kept
from bot.sealing import Seal
from bot.store.schema import migrate_file
from bot.store.sealed import place
from flows.dialogue import Session
from tests.serving import KEY, TOKEN, WAY, served
from tests.simulator import Citizen, Simulator

CITIZENS = 48
ROUNDS = 6
PATIENCE = 60.0


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def _talk(citizen: Citizen) -> int:
    taps = [one for round_ in range(ROUNDS) for one in (*WAY[round_ > 0 :], "Start again")]
    await citizen.say("/start")
    await citizen.answered(within=PATIENCE)
    for label in taps:
        await citizen.tap(label)
        await citizen.answered(within=PATIENCE)
    return 1 + len(taps)


async def _throughput(webhook: bool, chats: int = CITIZENS) -> tuple[float, list[float]]:
    """Return seconds of the process's CPU a turn, two calls each, and the webhook's answers."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Simulator(token=TOKEN) as simulator,
            served(simulator, Path(folder), webhook=webhook) as serving,
        ):
            citizens = [simulator.citizen(chat_id=1000 + i) for i in range(chats)]
            before = _cpu(serving.process.pid)
            turns = sum(await asyncio.gather(*(_talk(citizen) for citizen in citizens)))
            spent = _cpu(serving.process.pid) - before
            return spent / turns, [one.seconds for one in simulator.deliveries]


async def _start(stored: int) -> tuple[float, float]:
    """Return seconds from start to the first answer, and megabytes, with so many chats stored."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yauchoi.db"
        migrate_file(path)
        seal, state = Seal((KEY,)), Kept(Session(language="en")).dump()
        rows = (
            (i, seal.seal(state, place("chat", "state", i)), time.time())
            for i in range(1, stored + 1)
        )
        with sqlite3.connect(path) as database:
            database.executemany(
                "INSERT INTO chat (chat_id, state, rev, touched_at) VALUES (?, ?, 1, ?)", rows
            )
        database.close()
        async with Simulator(token=TOKEN) as simulator:
            citizen = simulator.citizen(chat_id=-1 % (1 << 40))
            await citizen.say("/start")
            begin = time.perf_counter()
            async with served(simulator, Path(folder)) as serving:
                await citizen.answered(within=PATIENCE)
                return time.perf_counter() - begin, _megabytes(serving.process.pid)


def show_served(show: Callable[..., None]) -> None:
    """Print the figures of the whole process."""
    for mode, webhook in (("polling", False), ("webhook", True)):
        seconds, answers = asyncio.run(_throughput(webhook))
        show(f"served turn, two calls, by {mode}", [seconds], "1,429 µs (700 turns/s)")
        if webhook:
            _, alone = asyncio.run(_throughput(webhook, chats=1))
            show("a webhook's answer, by the clock", alone, "3,000 µs")
            show(f"the same, {CITIZENS} chats at once", answers, "none")
    for stored in (0, 100_000):
        seconds, megabytes = asyncio.run(_start(stored))
        name = f"first answer, {stored:,} chats ({megabytes:.0f} MB)"
        show(name, [seconds], "2 s, flat memory", whole=True)
