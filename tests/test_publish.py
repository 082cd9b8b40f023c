"""What Telegram shows before a chat begins: published in each language, where it differs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.api import BotApi
from bot.telegram.commands import COMMANDS
from bot.telegram.publish import publish
from bot.words.catalogue import words
from tests.serving import TOKEN, served
from tests.simulator import Call, Fault, Simulator

pytestmark = pytest.mark.asyncio
# For a client's language, what is published: the default, English, Chinese.
SHOWN = {"": "en", "en": "en", "zh": "zh-Hant"}
TEXTS = ("description", "short_description")
DEFAULT = '{"type": "default"}'


@asynccontextmanager
async def client(simulator: Simulator) -> AsyncIterator[BotApi]:
    """A client of the simulated Telegram."""
    api = BotApi(simulator.url, simulator.token)
    await api.open()
    yield api
    await api.close()


def changes(calls: list[Call]) -> list[Call]:
    """Return the calls that set or delete what is shown."""
    return [call for call in calls if call.method.startswith(("setMy", "deleteMy"))]


def told(simulator: Simulator, code: str) -> dict[str, Any]:
    """Return what a client of that language shows."""
    asked = {"language_code": code} if code else {}
    return {what: simulator.profile.tell(what, asked)[what] for what in TEXTS}


def expected(language: str) -> dict[str, str]:
    """Return the texts of a language."""
    said = words()
    return {what: said.text(language, f"telegram-{what.replace('_', '-')}") for what in TEXTS}


def commands(language: str) -> list[dict[str, str]]:
    """Return the commands of a language."""
    return [
        {"command": name, "description": words().text(language, f"command-{name}")}
        for name in COMMANDS
    ]


def whole(simulator: Simulator) -> None:
    """Require all that is to be published, and no more."""
    for code, language in SHOWN.items():
        assert simulator.profile.commands[DEFAULT, code] == commands(language)
        assert told(simulator, code) == expected(language)
    assert set(simulator.profile.commands) == {(DEFAULT, code) for code in SHOWN}
    assert simulator.misuse == []


async def test_every_language_is_published_and_a_second_start_changes_nothing(
    tmp_path: Path,
) -> None:
    async with Simulator(token=TOKEN) as simulator:
        for first in (True, False):
            before = len(simulator.calls)
            async with served(simulator, tmp_path):
                await simulator.until(
                    lambda: any(c.method == "getUpdates" for c in simulator.calls[before:])  # noqa: B023
                )
            assert bool(changes(simulator.calls[before:])) is first
            whole(simulator)


async def test_only_what_differs_is_set_again() -> None:
    async with Simulator() as simulator, client(simulator) as api:
        assert await publish(api, words()) == len(changes(simulator.calls)) > 0
        assert await publish(api, words()) == 0
        simulator.profile.set_my_commands({"commands": [], "language_code": "zh"})
        simulator.profile.say("description", {"description": "Somebody's own", "language_code": ""})
        simulator.calls.clear()
        assert await publish(api, words()) == 2
        found = [(c.method, c.parameters.get("language_code")) for c in changes(simulator.calls)]
        assert found == [("setMyDescription", None), ("setMyCommands", "zh")]
        whole(simulator)


@pytest.mark.parametrize("fault", ["server-error", "retry-after", "reset-after-effect"])
async def test_a_start_goes_on_where_it_cannot_be_published(tmp_path: Path, fault: Any) -> None:
    async with Simulator(token=TOKEN) as simulator:
        simulator.faults.add(Fault(fault, "setMyCommands"))
        async with served(simulator, tmp_path):
            citizen = simulator.citizen(7)
            await citizen.say("/start")
            await citizen.answered()
        simulator.faults.clear()
        async with served(simulator, tmp_path):
            await citizen.say("/start")
            await citizen.answered()
        whole(simulator)


@pytest.mark.parametrize("language", words().languages)
async def test_every_text_is_within_telegrams_limits(language: str) -> None:
    assert 1 <= len(COMMANDS) <= 100
    for one in commands(language):
        assert 1 <= len(one["command"]) <= 32
        assert 1 <= len(one["description"]) <= 256
    assert 1 <= len(expected(language)["description"]) <= 512
    assert 1 <= len(expected(language)["short_description"]) <= 120
