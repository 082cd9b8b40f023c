"""The document in which a person is given all that is kept of them on Telegram."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.store import Chat, Effect, Turn


def my_data(chat: Chat, kept: Mapping[str, Any], caption: str) -> Effect:
    """Return the call that hands a person all that is kept of them, as a JSON file.

    `with_rows` adds what the store alone knows.
    """
    mine: dict[str, Any] = {
        "chat_id": chat.chat_id,
        "blocked": chat.blocked,
        "turns": chat.rev,
        "kept": kept,
    }
    return Effect(
        "sendDocument", {"chat_id": chat.chat_id, "document": _json(mine), "caption": caption}
    )


def with_rows(turn: Turn, rows: dict[str, list[dict[str, Any]]]) -> Turn:
    """Return a turn whose document also holds every row of the chat, without what is sealed."""
    first, *rest = turn.effects
    mine = json.loads(first.parameters["document"]) | {"rows": rows}
    full = replace(first, parameters=first.parameters | {"document": _json(mine)})
    return replace(turn, effects=(full, *rest))


def _json(mine: dict[str, Any]) -> str:
    # A damaged column may hold anything; it is told as it is.
    return json.dumps(mine, ensure_ascii=False, indent=2, default=str)
