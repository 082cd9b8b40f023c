"""What is kept of a person is told whole, and is in no row and no memory once it is deleted."""

import gc
import json
from collections.abc import AsyncIterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
import pytest_asyncio

from bot.conversation.data import About
from bot.store import Accepted, Effect
from bot.store.fields import WORDS
from bot.store.sealed import COLUMNS
from bot.store.sqlite import SqliteStore
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import Words, words
from flows.assessing.assess import assess
from flows.assessing.reasons import reason
from flows.dialogue import Session, Tap, step
from flows.dialogue.questions import options
from flows.facts.known import Facts, Span
from flows.message import say
from tests.shelf import LIBRARY, enter, read_facts, scheme
from tests.storing import opened_store

pytestmark = pytest.mark.asyncio
CHAT = 4711
TODAY = date(2026, 11, 22)
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")


class Talk:
    """A person who talks with a bot in this process; calls are made as soon as they are due."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.turns = Turns(LIBRARY, Words(), ABOUT)
        self.now = 1000.0
        self.number = 0
        self.worker = Worker(
            store, self.turns, now=lambda: self.now, today=lambda: TODAY, after=lambda: None
        )

    async def says(self, text: str) -> list[Effect]:
        chat = {"id": CHAT, "type": "private"}
        sender = {"id": CHAT, "language_code": "en"}
        part = {"message_id": 1, "chat": chat, "from": sender, "text": text}
        return await self._takes({"message": part})

    async def taps(self, data: str) -> list[Effect]:
        message = {"message_id": 1, "chat": {"id": CHAT, "type": "private"}}
        query = {"id": "q", "from": {"id": CHAT, "language_code": "en"}, "data": data}
        return await self._takes({"callback_query": query | {"message": message}})

    async def _takes(self, raw: dict[str, Any]) -> list[Effect]:
        self.number += 1
        await self.store.accept(
            [Accepted(self.number, CHAT, {"update_id": self.number} | raw)], self.now
        )
        await self.worker.take()
        found: list[Effect] = []
        while letters := await self.store.claim_letters(self.now, 9):
            found += [letter.effect for letter in letters]
            await self.store.sent([(letter, 1) for letter in letters])
        return found

    async def rev(self) -> int:
        return (await self.store.chats([CHAT]))[CHAT].rev

    async def deletes(self) -> None:
        await self.says("/delete")
        await self.taps(f"y:{await self.rev()}:delete")


@pytest_asyncio.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with opened_store(tmp_path / "yauchoi.db") as store:
        yield Talk(store)


async def test_my_data_holds_every_column_of_every_row(talk: Talk) -> None:
    await talk.says("/start")
    await talk.store.accept([Accepted(90, CHAT, {})], 5)
    [effect] = await talk.says("/mydata")
    mine = json.loads(effect.parameters["document"])
    rows = mine["rows"]
    assert set(rows) == {name.partition(".")[0] for name in WORDS}
    sealed = {f"{table}.{column}" for table, column, _ in COLUMNS} | {"unreadable.value"}
    told = {f"{table}.{name}" for table, found in rows.items() for row in found for name in row}
    for name in WORDS:
        table = name.partition(".")[0]
        assert name in told or name in sealed or not rows[table], name
    assert not told & sealed
    assert rows["chat"][0]["touched_at"] == 1000.0
    assert [row["update_id"] for row in rows["inbox"]] == [2, 90]
    assert mine["kept"]["session"]["language"] == "en"


async def test_my_data_of_a_stranger_holds_what_is_there(talk: Talk) -> None:
    [effect] = await talk.says("/mydata")
    rows = json.loads(effect.parameters["document"])["rows"]
    assert rows["chat"] == []
    assert len(rows["inbox"]) == 1
    assert await talk.store.kept(CHAT) == {"chat": [], "inbox": [], "outbox": [], "unreadable": []}


@pytest.mark.parametrize("data", ["y:3:other", "y:0:nonsense", "nonsense"])
async def test_an_old_button_after_a_deletion_makes_no_row(talk: Talk, data: str) -> None:
    await talk.says("/start")
    await talk.deletes()
    effects = await talk.taps(data)
    if data != "y:0:nonsense":
        assert not any((await talk.store.kept(CHAT)).values())
        assert words().text("en", "stale-screen") in str(effects)
    assert any(effect.screen for effect in effects)


Cache = type(lru_cache(str))


def caches_holding(*told: object) -> list[str]:
    """Return the caches of the process from which something that was told can be reached."""
    found = []
    for cache in gc.get_objects():
        if not isinstance(cache, Cache):
            continue
        seen: set[int] = set()
        ahead = [one for one in gc.get_referents(cache) if not callable(one)]
        # What another cache holds is that one's.
        while ahead:
            one = ahead.pop()
            if id(one) in seen or isinstance(one, type | ModuleType | FunctionType | Cache):
                continue
            seen.add(id(one))
            if any(_is(one, each) for each in told):
                found.append(f"{cache.__module__}.{cache.__qualname__}")
                break
            ahead += gc.get_referents(one)
    return found


def _is(one: object, told: object) -> bool:
    if isinstance(told, str):
        return isinstance(one, str) and told in one
    return type(one) is type(told) and one == told


async def test_no_memory_holds_what_somebody_typed_who_deleted_it(talk: Talk) -> None:
    # Made here, so that no constant of this file is what is found.
    word, years = f"wombat {TODAY.year}", 17.0625
    for text in ("/start", "start", "1", "37", word):
        shown = await talk.says(text)
    assert word in str(shown), "it is said back, so it was rendered"
    for text in (
        "other",
        "yes",
        "clean",
        "master",
        "none",
        "chinese",
        str(years),
        "/edit",
        "/result",
    ):
        await talk.says(text)
    kept = (await talk.store.chats([CHAT]))[CHAT].state
    assert str(years) in str(kept), "it was taken"
    del shown, kept
    assert caches_holding(word) == ["bot.words.catalogue.Words._render"], (
        "or the next would prove nothing"
    )
    await talk.deletes()
    assert caches_holding(word, years) == []
    assert talk.turns.conversation.recent._talks == {}


async def test_no_cache_of_options_holds_a_band_that_somebody_told() -> None:
    place = enter(Session(language="en", agreed=True), TODAY)
    asked_by = step(place, Tap("hk-qmas-gpt"), words().languages).standing.asked_by
    assert asked_by is not None
    least = 2.0625
    told = Facts(
        LIBRARY.vocabulary, {"graduate_years": Span(least, 33.0)}, frozenset({"graduate_years"})
    )
    offered = options("graduate_years", asked_by, told)
    assert any(least in dict(one.value).values() for one in offered)
    del told, offered
    assert caches_holding(least) == []


async def test_no_cache_of_reasons_holds_an_amount_that_somebody_told() -> None:
    one = scheme("hk-qmas-gpt")
    share, profit = 51.0625, 5_123_456.5
    told = {"business": "unlisted", "business_share": share, "business_profit_hkd": profit}
    facts = read_facts(told, TODAY)
    edition = one.in_force(TODAY)
    assert edition is not None
    result = assess(edition, facts, TODAY)
    said = [reason(result.edition, factor, facts) for factor in result.factors]
    assert str(share) in str(said), "it is said back, so it was read"
    del told, facts, result, said
    assert caches_holding(share, profit) == []


async def test_words_that_are_forgotten_are_rendered_as_before() -> None:
    found = Words()
    message = say("telegram-group", link="wombat")
    before = found.render("en", message)
    found.forget()
    assert found.render.cache_info().currsize == 0
    assert found.render("en", message) == before
