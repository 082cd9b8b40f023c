"""What every test stands on: no network, nothing left behind, the words, the shelf of schemes."""

import asyncio
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.words.catalogue import Words, words

# In CI the same people are drawn each time; against mutants a few must do.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile(
    "mutants",
    derandomize=True,
    deadline=None,
    max_examples=20,
    suppress_health_check=list(HealthCheck),
)
if os.environ.get("CI") or "HYPOTHESIS_PROFILE" in os.environ:
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any connection to an address that is not this machine's loopback."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int]) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        assert host in {"127.0.0.1", "::1", "localhost"}, f"a test reached for {host}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _nothing_outlives_a_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread, which would hold up the end, or a task under way."""
    runners: Any = asyncio.runners
    cancel_all = runners._cancel_all_tasks
    tasks: list[str] = []

    def noting(loop: asyncio.AbstractEventLoop) -> None:
        tasks.extend(str(task.get_coro()) for task in asyncio.all_tasks(loop))
        cancel_all(loop)

    before = set(threading.enumerate())
    # A loop that is closed cancels what it still runs, and says nothing of it.
    monkeypatch.setattr(runners, "_cancel_all_tasks", noting)
    yield
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(timeout=5)
            assert not thread.is_alive(), f"the thread {thread.name} outlives its test"
    assert not tasks, f"tasks outlive their test: {tasks}"


@pytest.fixture(scope="session")
def catalogues() -> Words:
    return words()


@pytest.fixture
def no_words(tmp_path: Path) -> Path:
    """Return a folder of no languages, where only rules are looked at."""
    found = tmp_path / "locales"
    found.mkdir()
    return found
