"""Whatever was stored by any version is read today, and the conversation goes on."""

import asyncio
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import kept as chats
from bot.conversation.kept import Kept
from bot.sealing import Seal
from bot.store import Chat
from bot.store.schema import STEPS, migrate_file
from bot.store.sealed import CALL_FORM, dump_call, load_call
from bot.words.catalogue import words
from flows.dialogue import Session, session
from tests.serving import TOKEN, environment, start
from tests.shelf import enter
from tests.simulator import Simulator
from tests.storing import (
    FIRST_CHAT,
    FOLDER,
    KEY,
    NOW,
    ON,
    WAYS,
    after,
    opened_store,
    said,
    told,
    waiting,
)


def cases(form: str) -> list[Any]:
    """Return what was stored of a form, by all versions."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob(f"{form}-*.json"))
        for case in json.loads(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize(
    ("form", "newest"),
    [
        ("session", session.VERSION),
        ("chat", chats.VERSION),
        ("call", CALL_FORM),
        ("schema", len(STEPS)),
    ],
)
def test_every_version_has_its_file(form: str, newest: int) -> None:
    found = {path.stem for path in FOLDER.glob(f"{form}-*.*")}
    # Calls were stored before their form had a version.
    first = 0 if form == "call" else 1
    assert found == {f"{form}-{version}" for version in range(first, newest + 1)}, (
        "see tests/stored/README.md"
    )


@pytest.mark.parametrize("case", cases("session"))
def test_a_session_is_read_and_goes_on(case: dict[str, Any]) -> None:
    stored = case["stored"]
    found = Session.load(stored)
    assert found.dump()["version"] == session.VERSION
    if stored["version"] == session.VERSION:
        assert found.dump() == stored, "the form has changed: raise its VERSION"
    assert after(told(found, case["reply"])) == case["then"]


@pytest.mark.parametrize("case", cases("chat"))
def test_a_chat_is_read_and_goes_on(case: dict[str, Any]) -> None:
    stored = case["stored"]
    found = Kept.load(stored)
    assert found.dump()["version"] == chats.VERSION
    if (stored["version"], stored["session"]["version"]) == (chats.VERSION, session.VERSION):
        assert found.dump() == stored, "the form has changed: raise its VERSION"
    chat, effects = said(Chat(7, stored, rev=5), case["reply"], case["language"])
    assert after(Kept.load(chat.state).session) == case["then"]
    assert any(effect.screen for effect in effects)


@pytest.mark.parametrize("case", cases("call"))
def test_a_call_is_read(case: dict[str, Any]) -> None:
    stored = case["stored"]
    found = load_call(stored)
    assert asdict(found) == case["then"]
    assert dump_call(found)["v"] == CALL_FORM
    if isinstance(stored, dict) and stored["v"] == CALL_FORM:
        assert dump_call(found) == stored, "the form has changed: raise CALL_FORM"


@pytest.mark.parametrize("load", [Session.load, Kept.load])
@pytest.mark.parametrize("version", [None, "1", 0, 99])
def test_a_form_that_is_not_known_is_not_guessed_at(load: Any, version: Any) -> None:
    with pytest.raises(ValueError, match="version"):
        load({"version": version, "session": {"version": version}})


SEAL = Seal((KEY,))
SCHEMAS = pytest.mark.parametrize("version", range(1, len(STEPS) + 1))


def restored(version: int, folder: Path) -> Path:
    """Return a database as that version left it."""
    path = folder / "yauchoi.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript((FOLDER / f"schema-{version}.sql").read_text("utf-8"))
    return path


def shape(path: Path) -> set[str]:
    """Return the tables and indexes of a database, as one would write them."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {re.sub(r"[\s\"]+", " ", sql) for (sql,) in found if "sqlite_" not in sql}


@SCHEMAS
def test_a_database_becomes_as_a_new_one_is(version: int, tmp_path: Path) -> None:
    path = restored(version, tmp_path)
    assert migrate_file(path, lambda: SEAL) == len(STEPS) - version
    assert migrate_file(path) == 0
    (tmp_path / "new").mkdir()
    new = tmp_path / "new" / "yauchoi.db"
    migrate_file(new)
    assert shape(path) == shape(new)


@SCHEMAS
@pytest.mark.asyncio
async def test_what_a_database_holds_is_all_there(version: int, tmp_path: Path) -> None:
    ids = [FIRST_CHAT + i for i in range(len(WAYS))]
    async with opened_store(restored(version, tmp_path)) as store:
        found = await store.chats(ids)
        assert list(found) == ids
        assert all(Kept.load(chat.state).session.language for chat in found.values())
        assert [one.update_id for one in await waiting(store)] == [100]
        [letter] = await store.claim_letters(ON.toordinal() * 86400.0, 9)
        assert letter.effect.screen
        assert letter.written_at >= NOW


@SCHEMAS
@pytest.mark.asyncio
async def test_a_served_database_goes_on_where_it_was(version: int, tmp_path: Path) -> None:
    restored(version, tmp_path)
    async with Simulator(token=TOKEN) as simulator:
        # At the notice with its screen unsent; at the first question, its answer accepted.
        first, second = (simulator.citizen(FIRST_CHAT + i) for i in range(2))
        settings = environment(simulator, tmp_path, DATA_KEY=KEY)
        migrating = await start(tmp_path, settings, "-m", "bot.cli", "migrate")
        assert await migrating.ended() == 0, migrating.errors
        serving = await start(tmp_path, settings)
        screens = await asyncio.gather(first.answered(), second.answered())
        assert words().text("en", "notice-title") in screens[0].text
        assert words().text("en", "ask-nationality") in screens[1].text
        await second.tap("None of these")
        assert words().text("en", "ask-self_supporting") in (await second.answered()).text
        assert await serving.stop() == 0
        assert simulator.misuse == []


@pytest.mark.parametrize("scheme", [None, "hk-qmas-gpt", "zz-demo"])
@pytest.mark.parametrize("fact", [["age"], {}, 5, None, "no-such-fact"])
def test_an_answer_to_nothing_known_stops_nobody(fact: Any, scheme: str | None) -> None:
    day = "2024-11-01" if scheme == "hk-qmas-gpt" else "2022-01-01"
    stored = Session("en", agreed=True).dump() | {"answers": [[fact, 35, False]]}
    stored |= {"scheme": scheme, "edition": scheme and day, "revision": 1}
    place = enter(Session.load(stored), ON)
    assert place.reply.blocks
