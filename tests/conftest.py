"""What every test stands on: no network, the words, and the shelf of schemes."""

import socket
from pathlib import Path

import pytest

from bot.words import Words, words


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any connection to an address that is not this machine's loopback."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int]) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        assert host in {"127.0.0.1", "::1", "localhost"}, f"a test reached for {host}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def catalogues() -> Words:
    return words()


@pytest.fixture
def no_words(tmp_path: Path) -> Path:
    """Return a folder of no languages, where only rules are looked at."""
    found = tmp_path / "locales"
    found.mkdir()
    return found
