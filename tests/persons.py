"""People who answer by lot, beside the same conversation held here without a fault."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bot.clock import today
from bot.conversation.kept import Kept
from bot.conversation.match import event_for
from bot.store import Chat
from bot.telegram.screens import MORE, pieces, tapped, text_of
from bot.words.catalogue import words
from flows.dialogue import Block, Event, Place, Session, Tap, step
from flows.message import say
from tests.serving import KEY
from tests.shelf import enter
from tests.simulator import Simulator
from tests.storing import opened_store

FINISHED_DAYS = 90
TYPED = (
    "35|2|12.5|0|10 years|1985-04-01|none|yes|no|b|1|3|bachelor|master|english|"
    "nonsense|not sure|why|back|no idea what to say"
).split("|")


def lots(seed: int) -> random.Random:
    """Return lots that can be drawn again in the same order."""
    return random.Random(seed)  # noqa: S311 - nothing is kept secret by it


class Uninterrupted:
    """A conversation as it goes where nothing goes wrong: what is shown, and what is kept."""

    def __init__(self, language: str) -> None:
        self.session = Session(language=language)
        self.turns = 0
        self.shown: list[str] = []
        self.last = ""

    @property
    def place(self) -> Place:
        return enter(self.session, today())

    @property
    def language(self) -> str:
        return self.session.language or "en"

    def begins(self) -> None:
        self._shows(self.place)

    def takes(self, event: Event) -> None:
        before = self.place
        place = step(before, event, words().languages)
        self._shows(place)
        if place.asks_for_card(before):
            # The card follows its words.
            self.shown += ["[photo]", f"[document] {words().text(self.language, 'telegram-card')}"]

    def means(self, text: str) -> Event:
        return event_for(self.place.reply, text, self.language, words(), words().languages)

    def is_shown_again(self) -> None:
        """See the screen once more, as after a tap on a button that is no longer meant."""
        self._tells(self.place)

    def _shows(self, place: Place) -> None:
        self.session = place.session
        self.turns += 1
        self._tells(place)

    def _tells(self, place: Place) -> None:
        reply = place.reply
        if reply.state == "notice":
            kept = Block("text", say("telegram-notice", finished=FINISHED_DAYS))
            reply = replace(reply, blocks=(*reply.blocks, kept))
        self.shown += [one.text for one in pieces(text_of(reply, self.language, words()))]
        self.last = self.shown[-1]


class Person:
    """A citizen who taps and types by lot, and what they should see and have been counted."""

    def __init__(self, simulator: Simulator, chat_id: int, seed: int, language: str = "en") -> None:
        self.citizen = simulator.citizen(chat_id, language, name="Zebulon")
        self.chat_id = chat_id
        self.alone = Uninterrupted(language)
        self._simulator = simulator
        self._chance = lots(seed)

    async def begin(self) -> None:
        """Start the conversation."""
        await self.citizen.say("/start")
        self.alone.begins()

    async def act(self, *, typing: float = 0.3) -> None:
        """Do one thing; nothing is waited for."""
        if self._chance.random() < typing:
            text = self._chance.choice(TYPED)
            self.alone.takes(self.alone.means(text))
            await self.citizen.say(text)
            return
        data = [d for d in self.newest.data if (found := tapped(d)) and self._likes(found.choice)]
        chosen = self._chance.choice(data or self.newest.data)
        found = tapped(chosen)
        assert found is not None
        if found.choice != MORE:
            # That opens the rest of the buttons, and is no turn.
            self.alone.takes(Tap(found.choice))
        await self.citizen.press(chosen, self.newest.message_id)

    async def sees(self, within: float = 60) -> None:
        """Wait until the last screen of the uninterrupted conversation has come."""
        await self._simulator.until(self._has_come, within)

    async def turn(self, *, typing: float = 0.3) -> None:
        """Do one thing and see the answer."""
        await self.act(typing=typing)
        await self.sees()

    @property
    def newest(self) -> "Shown":
        return self.screens[-1]

    @property
    def screens(self) -> list["Shown"]:
        """The messages of the bot that have buttons, as they stand now, oldest first."""
        chat = self._simulator.world.chats[self.chat_id]
        found = [
            Shown(one.message_id, one.text or "", [b.data for row in one.rows for b in row])
            for one in chat.from_bot()
            if one.rows
        ]
        return found[::-1]

    @property
    def seen(self) -> list[str]:
        """What the bot has said, in order, edits included."""
        return [text for who, text in self.citizen.transcript() if who == "bot"]

    def extra(self) -> int:
        """Count the extra copies in what was seen; all else must be as in the other conversation.

        An extra copy follows its original: the runs of equal texts are the same, or longer.
        """
        seen = [(text, len(list(run))) for text, run in groupby(self.seen)]
        expected = [(text, len(list(run))) for text, run in groupby(self.alone.shown)]
        assert [text for text, _ in seen] == [text for text, _ in expected]
        assert all(a >= b for (_, a), (_, b) in zip(seen, expected, strict=True))
        return len(self.seen) - len(self.alone.shown)

    def _has_come(self) -> bool:
        if not self.screens:
            return False
        return self.newest.rev == self.alone.turns and self.newest.text == self.alone.last

    def _likes(self, choice: str) -> bool:
        """Leave the conversation seldom, so that it gets somewhere."""
        controls = {
            MORE,
            "restart",
            "back",
            "language",
            "person",
            "unsure",
            "why",
            "edit",
            "resume",
        }
        return choice not in controls or self._chance.random() < 0.15


class Shown:
    """A message with buttons: its text, what they call back with, and the turn it shows."""

    def __init__(self, message_id: int, text: str, data: Sequence[str | None]) -> None:
        self.message_id = message_id
        self.text = text
        self.data = [one for one in data if one is not None]
        found = tapped(self.data[0])
        self.rev = found.rev if found else None


async def hold(*people: Person, turns: int) -> None:
    """Let people hold their conversations at the same time."""

    async def one(person: Person) -> None:
        await person.begin()
        await person.sees()
        for _ in range(turns):
            await person.turn()

    await asyncio.gather(*(one(person) for person in people))


def file_in(folder: Path) -> Path:
    """Return the database of a served folder."""
    return folder / "yauchoi.db"


async def until(so: Callable[[], bool], within: float = 20) -> None:
    """Wait until something outside the simulator is so. Raises TimeoutError."""
    async with asyncio.timeout(within):
        while not so():  # noqa: ASYNC110 - another process sets no event here
            await asyncio.sleep(0.005)


async def settled(simulator: Simulator, folder: Path, within: float = 20) -> None:
    """Wait until no update waits anywhere and no letter is left to send."""
    await until(lambda: not simulator.world.updates.waiting and not left(folder), within)


def left(folder: Path) -> int:
    """Count the updates that no turn has taken and the letters that are not sent."""
    question = (
        "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL) + (SELECT count(*) FROM outbox)"
    )
    with closing(sqlite3.connect(file_in(folder))) as database:
        return int(database.execute(question).fetchone()[0])


async def stored(folder: Path, *people: Person) -> dict[int, Chat]:
    """Open the store of a process that has ended, and return the chats of people."""
    async with opened_store(file_in(folder), KEY) as store:
        return await store.chats([one.chat_id for one in people])


async def counted_once(folder: Path, *people: Person) -> None:
    """Require that each session is what it is where nothing goes wrong, turn for turn."""
    chats = await stored(folder, *people)
    for one in people:
        chat = chats[one.chat_id]
        assert Kept.load(chat.state).session == one.alone.session
        assert chat.rev == one.alone.turns
