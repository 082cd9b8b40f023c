"""The golden conversations of the terminal, held with the served bot, unchanged.

The process has the day of the machine, so each is held beside the same conversation here, on that
day; that it reads as it was accepted is for `test_conversations` to say.
"""

import asyncio
from pathlib import Path

import pytest

from tests.conversing import FOLDER, read
from tests.persons import Person, counted_once, settled
from tests.serving import TOKEN, served
from tests.simulator import Simulator
from tests.test_turns import carried

pytestmark = pytest.mark.asyncio
SCRIPTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_each_is_the_same_screen_by_screen(tmp_path: Path, webhook: bool) -> None:
    async with (
        Simulator(token=TOKEN) as simulator,
        served(simulator, tmp_path, webhook=webhook) as serving,
    ):
        people = [
            Person(simulator, 500 + i, i, language=read(path)[0] or "en")
            for i, path in enumerate(SCRIPTS)
        ]

        async def hold(person: Person, path: Path) -> None:
            await person.begin()
            await person.sees()
            for text in filter(carried, read(path)[2]):
                person.alone.takes(person.alone.means(text))
                await person.citizen.say(text)
                await person.sees()

        await asyncio.gather(*map(hold, people, SCRIPTS))
        await settled(simulator, tmp_path)
        assert simulator.misuse == []
        assert await serving.stop() == 0
    await counted_once(tmp_path, *people)
