"""The real process, `yauchoi serve`, against the simulated Telegram."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.sealing import new_key
from tests.simulator import Simulator

TOKEN = "123456:a-token-of-the-simulator"  # noqa: S105 - of nobody
SECRET = "a-secret_for-tests"  # noqa: S105
KEY = new_key()
# A conversation by taps, from the notice to a result that is certain early.
WAY = (
    "Start",
    "HK Quality Migrant: general test",
    "18 to 50",
    "None of these",
    "Yes",
    "Clean, no record",
    "Master’s degree",
    "Master’s degree",
    "Yes",
    "Chinese and English",
    "5 years or more",
    "Show the result now",
)


@dataclass
class Serving:
    """A process that serves, and how to end it."""

    process: asyncio.subprocess.Process
    errors: list[str] = field(default_factory=list)
    listening: asyncio.Task[None] | None = None

    async def stop(self, name: signal.Signals = signal.SIGTERM) -> int:
        """End the process and return its status."""
        if self.process.returncode is None:
            self.process.send_signal(name)
        return await self.ended()

    async def ended(self, within: float = 15) -> int:
        """Wait for the end of the process, read its last words and return its status."""
        status = await asyncio.wait_for(self.process.wait(), within)
        if self.listening is not None:
            await self.listening
        return status


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def environment(simulator: Simulator, folder: Path, **more: str) -> dict[str, str]:
    """Return the settings of a served bot."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return clean | {
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": simulator.url,
        "DATABASE_URL": f"sqlite:///{folder / 'yauchoi.db'}",
        "DATA_KEY": KEY,
        "OPERATOR_NAME": "The testers",
        "OPERATOR_CONTACT": "testers@example.org",
        **more,
    }


async def start(folder: Path, settings: dict[str, str], *command: str) -> Serving:
    """Start a process that serves."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *(command or ("-m", "bot.cli", "serve")),
        cwd=folder,
        env=settings,
        stderr=asyncio.subprocess.PIPE,
    )
    serving = Serving(process)

    async def listen() -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            serving.errors.append(line.decode())

    serving.listening = asyncio.create_task(listen())
    return serving


def hooked() -> dict[str, str]:
    """Return the settings of webhook mode."""
    port = free_port()
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
    }


async def ready(port: str) -> None:
    """Return once the process takes webhooks."""
    async with aiohttp.ClientSession() as session:
        for _ in range(200):
            try:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)
    raise TimeoutError("the process never got ready")


@asynccontextmanager
async def served(
    simulator: Simulator, folder: Path, *, webhook: bool = False
) -> AsyncIterator[Serving]:
    """Serve, and stop in the end."""
    more = hooked() if webhook else {}
    serving = await start(folder, environment(simulator, folder, **more))
    try:
        if webhook:
            await ready(more["PORT"])
        yield serving
    finally:
        await serving.stop()
