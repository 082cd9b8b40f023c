"""Writes what is stored today as files, for the versions that have none (tests/stored/README.md).

Run as `python -m tests.storing`.
"""

import asyncio
import json
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.conversation import kept as chats
from bot.conversation.data import About
from bot.conversation.kept import Kept
from bot.conversation.match import event_for
from bot.sealing import Seal
from bot.store import Accepted, Chat, Effect, Instead, Letter, Store, Turn
from bot.store.schema import STEPS, migrate_file
from bot.store.sealed import CALL_FORM, dump_call
from bot.store.sqlite import SqliteStore, nothing_instead, open_store
from bot.telegram.turns import Turns
from bot.words.catalogue import DEFAULT, words
from flows.dialogue import Answer, Session, session, step
from flows.dialogue.session import dump_at
from tests.shelf import LIBRARY, enter

FOLDER = Path(__file__).parent / "stored"
ON = date(2026, 11, 22)
NOW = 1_795_305_600.0
# Of nobody: it seals nothing but these files.
KEY = "c3RvcmVkLWZpeHR1cmVzLW9mLXRoZS10ZXN0cy0wMDE="
ABOUT = About("The testers", "testers@example.org", 30, 90, "simulated_bot")
FIRST_CHAT = 9001
TO_AGE = ("/start", "start", "1")
TO_RESULT = (*TO_AGE, "35", "other", "yes", "clean", "bachelor", "chinese", "1")


@asynccontextmanager
async def opened_store(
    path: Path, *keys: str, instead: Instead = nothing_instead
) -> AsyncIterator[SqliteStore]:
    """Open the store of a file, brought to today's schema, and close it in the end."""
    seal = Seal(keys or (KEY,))
    migrate_file(path, lambda: seal)
    store = await open_store(path, seal, instead)
    try:
        yield store
    finally:
        await store.close()


async def commit(store: Store, turns: Sequence[Turn], now: float = 0.0) -> None:
    """Commit turns that no worker made, as soon as their chats are nobody else's."""
    concerned = (turn.chat.chat_id if turn.chat else turn.to for turn in turns)
    async with store.batch(0, [one for one in concerned if one is not None]) as batch:
        await batch.commit(turns, now)


async def waiting(store: Store, limit: int = 9) -> list[Accepted]:
    """Return updates that wait and that nobody has claimed."""
    async with store.batch(limit) as batch:
        return list(batch.updates)


async def sends(store: Store, now: float, message_id: int | None = None) -> list[Letter]:
    """Send all that may be sent now, one letter of a chat after another."""
    found: list[Letter] = []
    while letters := await store.claim_letters(now, 64):
        found += letters
        await store.sent([(letter, message_id) for letter in letters])
    return found


@dataclass(frozen=True)
class Way:
    """How somebody came to where they are, and what they say next."""

    name: str
    says: tuple[str, ...]
    reply: str
    language: str = "en"


WAYS = (
    Way("at the notice, by a deep link", ("/start qmas",), "start"),
    Way("at the first question", TO_AGE, "35"),
    Way("with an exact answer", (*TO_AGE, "35"), "other"),
    Way("with a band and an answer not sure of", (*TO_AGE, "18 to 50", "not sure"), "yes"),
    Way("correcting an answer", (*TO_AGE, "35", "other", "/edit", "1"), "40"),
    Way("with a deletion offered", (*TO_AGE, "35", "/delete"), "other"),
    Way("choosing a language", (*TO_AGE, "35", "/language"), "简体中文"),
    Way("at the official contacts", (*TO_AGE, "35", "official contacts"), "continue"),
    Way("at the review", (*TO_AGE, "35", "other", "/edit"), "2"),
    Way("where it is certain early", TO_RESULT, "Go on with the questions"),
    Way("at the result", (*TO_RESULT, "Show the result now"), "change an answer"),
    Way("in Traditional Chinese, on the way to Macao", ("/start macao", "開始"), "1", "zh-hk"),
    Way("in Simplified Chinese", ("/start", "开始", "1", "35岁"), "以上都不是", "zh-cn"),
)


def message(number: int, chat_id: int, text: str, language: str) -> Accepted:
    """Return an update with a text."""
    sender = {"id": chat_id, "language_code": language}
    chat = {"id": chat_id, "type": "private"}
    raw = {"message_id": number, "chat": chat, "from": sender, "text": text}
    return Accepted(number, chat_id, {"update_id": number, "message": raw})


def said(chat: Chat, text: str, language: str, number: int = 1) -> tuple[Chat, tuple[Effect, ...]]:
    """Return a chat after a text, and the calls that answer it."""
    update = message(number, chat.chat_id, text, language)
    turn = Turns(LIBRARY, words(), ABOUT).turn(update, chat, ON)
    assert turn.chat is not None
    return turn.chat, turn.effects


def gone(way: Way, chat_id: int) -> tuple[Chat, tuple[Effect, ...]]:
    """Return the chat of somebody who went a way, and the last calls."""
    chat = Chat(chat_id)
    effects: tuple[Effect, ...] = ()
    for number, text in enumerate(way.says, 1):
        chat, effects = said(chat, text, way.language, number)
    return replace(chat, screen=len(way.says)), effects


def told(before: Session, text: str) -> Session:
    """Return a session after a text."""
    place, said_in = enter(before, ON), words()
    language = before.language or DEFAULT
    event = event_for(place.reply, text, language, said_in, said_in.languages)
    return step(place, event, said_in.languages).session


def after(now: Session) -> dict[str, Any]:
    """Return what is to be seen of a session, whatever its stored form."""
    seen = {"language": now.language, "agreed": now.agreed, "scheme": now.scheme}
    spouse = {"spouse": {one.fact: one.as_told for one in now.spouse}} if now.spouse else {}
    return seen | {"answers": now.raw, "pace": now.pace, "at": dump_at(now.at)} | spouse


def sessions() -> list[dict[str, Any]]:
    """Return today's sessions, and what becomes of them with the next reply."""
    found = []
    for way in WAYS:
        before = Kept.load(gone(way, FIRST_CHAT)[0].state).session
        found.append(stored(way.name, before, way.reply))
    two = replace(before, spouse=(Answer("age", 33), Answer("degree", None, settled=True)))
    found.append(stored("with a second person", two, WAYS[-1].reply))
    return found


def stored(name: str, before: Session, reply: str) -> dict[str, Any]:
    """Return a session as it is stored, and what becomes of it with a reply."""
    then = after(told(before, reply))
    return {"name": name, "reply": reply, "stored": before.dump(), "then": then}


def kept() -> list[dict[str, Any]]:
    """Return today's chats, and what becomes of them with the next reply."""
    found = []
    for way in WAYS:
        chat, _ = gone(way, FIRST_CHAT)
        then = Kept.load(said(chat, way.reply, way.language)[0].state).session
        who = {"name": way.name, "language": way.language, "reply": way.reply}
        found.append(who | {"stored": chat.state, "then": after(then)})
    return found


def calls() -> list[dict[str, Any]]:
    """Return today's calls that wait, each with its marks."""
    text = {"chat_id": FIRST_CHAT, "text": "hello"}
    edit = {"text": "hello", "reply_markup": {"inline_keyboard": []}}
    effects = {
        "a message": Effect("sendMessage", text),
        "a screen": Effect("editMessageText", edit, screen=True),
        "the answer to a tap": Effect(
            "answerCallbackQuery", {"callback_query_id": "1"}, passing=True
        ),
        "a last word": Effect("sendMessage", text, last=True),
        "a last word beside the conversation": Effect("setMyCommands", {}, passing=True, last=True),
    }
    return [
        {"name": name, "stored": dump_call(effect), "then": asdict(effect)}
        for name, effect in effects.items()
    ]


async def schema(path: Path) -> str:
    """Return a dump of today's database: chats, an update that waits, calls that wait."""
    async with opened_store(path) as store:
        for i, way in enumerate(WAYS):
            chat, effects = gone(way, FIRST_CHAT + i)
            await store.accept([message(i + 1, chat.chat_id, way.says[-1], way.language)], NOW)
            await commit(store, [Turn(i + 1, chat, () if i else effects)], NOW)
            if i == 1:
                await store.accept([message(100, chat.chat_id, way.reply, way.language)], NOW)
    with closing(sqlite3.connect(path)) as database:
        lines = [*database.iterdump(), f"PRAGMA user_version = {len(STEPS)};"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write what is not written yet."""
    with tempfile.TemporaryDirectory() as folder:
        dump = asyncio.run(schema(Path(folder) / "yauchoi.db"))
    for name, text in (
        (f"session-{session.VERSION}.json", _json(sessions())),
        (f"chat-{chats.VERSION}.json", _json(kept())),
        (f"call-{CALL_FORM}.json", _json(calls())),
        (f"schema-{len(STEPS)}.sql", dump),
    ):
        path = FOLDER / name
        if path.exists():
            print(f"{name} stands already.")
        else:
            path.write_text(text, "utf-8")
            print(f"{name} is written.")


def _json(found: list[dict[str, Any]]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    main()
