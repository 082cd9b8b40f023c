"""When something of ours fails: what the person is told, and where the chat stood, for the log."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.conversation.kept import Kept
from bot.store import Accepted, Chat, Effect
from bot.telegram.commands import command_in, spoken
from bot.telegram.updates import read
from bot.words.catalogue import DEFAULT, Words
from flows.dialogue import enter
from flows.library import Library

# Commands that leave what is kept: they work even where it cannot be gone on from.
LEAVING = frozenset({"new", "delete"})


def language_of(chat: Chat | None, raw: dict[str, Any], languages: tuple[str, ...]) -> str:
    """Return a chat's language: as kept, else that of the client's update, else English."""
    kept = Kept.load_or_none(chat.state) if chat is not None else None
    if kept is not None and kept.session.language in languages:
        return kept.session.language or DEFAULT
    return spoken(read(raw).language, languages) or DEFAULT


def sorry(words: Words, chat_id: int, language: str) -> Effect | None:
    """Return the call that tells a person of a fault; in a group nobody is told."""
    if chat_id < 0:
        return None
    text = words.text(language, "telegram-sorry")
    return Effect("sendMessage", {"chat_id": chat_id, "text": text})


def sorry_instead(words: Words, chat: Chat) -> Effect | None:
    """Return the call that stands in for one that cannot be read again."""
    return sorry(words, chat.chat_id, language_of(chat, {}, words.languages))


def where(library: Library, chat: Chat, on: date) -> tuple[str, str | None]:
    """Return the state in which a chat stands and what it is asked."""
    try:
        standing = enter(library, Kept.load(chat.state).session, on).standing
    except Exception as error:  # noqa: BLE001 - it is asked for after a fault
        return f"unknown ({type(error).__name__})", None
    return standing.state, standing.question


def leaves(update: Accepted) -> bool:
    """Whether an update asks to leave what is kept."""
    incoming = read(update.raw)
    return incoming.kind == "command" and command_in(incoming.text)[0] in LEAVING
