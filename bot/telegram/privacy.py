"""What a person can ask about what is kept of them, and who keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from bot.conversation.kept import Kept
from bot.store import Chat, Effect, Turn
from bot.store.fields import WORDS
from flows.dialogue import Block, Choice, Reply
from flows.message import Message, say


@dataclass(frozen=True, slots=True)
class About:
    """Who runs this bot, how long things are kept, and its name on Telegram."""

    operator: str
    contact: str
    unfinished_days: int
    finished_days: int
    username: str


def what_is_kept(about: About) -> Message:
    """Say every kind of thing that is stored, from the list of stored fields, and how long."""
    # A line each: their own commas and colons would not let a list be read.
    kinds = [say(kind) for kind in dict.fromkeys(WORDS.values())]
    return say(
        "privacy",
        operator=about.operator,
        contact=about.contact,
        stored=reduce(lambda first, then: say("stored-and", first=first, then=then), kinds),
        unfinished=about.unfinished_days,
        finished=about.finished_days,
    )


def my_data(chat: Chat, kept: Kept, caption: str) -> Effect:
    """Return the call that hands a person all that is kept of them, as a JSON file.

    `with_rows` adds what the store alone knows.
    """
    mine: dict[str, Any] = {
        "chat_id": chat.chat_id,
        "blocked": chat.blocked,
        "turns": chat.rev,
        "kept": kept.dump(),
    }
    return Effect(
        "sendDocument", {"chat_id": chat.chat_id, "document": _json(mine), "caption": caption}
    )


def with_rows(turn: Turn, rows: dict[str, list[dict[str, Any]]]) -> Turn:
    """Return a turn whose document also holds every row of the chat, without what is sealed."""
    first, *rest = turn.effects
    mine = json.loads(first.parameters["document"]) | {"rows": rows}
    told = replace(first, parameters=first.parameters | {"document": _json(mine)})
    return replace(turn, effects=(told, *rest))


def _json(mine: dict[str, Any]) -> str:
    # A damaged column may hold anything; it is told as it is.
    return json.dumps(mine, ensure_ascii=False, indent=2, default=str)


def deletion_offered() -> Reply:
    """Return the screen on which a deletion is asked for once more."""
    choices = (
        Choice("delete", say("delete-yes")),
        Choice("keep", say("delete-no")),
    )
    return Reply("deleting", (Block("text", say("delete-ask")),), choices)
