"""The commands, and which list of them Telegram shows: by itself, and in one chat.

By itself Telegram goes by the language of a person's client, in two letters: the default and `en`
are English, `zh` is Traditional. A chat whose language is another one is given its own list.
"""

from __future__ import annotations

from typing import Any

from bot.conversation.languages import parts
from bot.store import Effect
from bot.words.catalogue import Words

COMMANDS = (
    "start",
    "new",
    "result",
    "edit",
    "language",
    "why",
    "help",
    "privacy",
    "mydata",
    "delete",
    "about",
    "cancel",
)
LANGUAGES = {"": "en", "en": "en", "zh": "zh-Hant"}


def menu_of(words: Words, language: str) -> list[dict[str, str]]:
    """Return the commands as Telegram takes them, described in a language."""
    return [
        {"command": name, "description": words.text(language, f"command-{name}")}
        for name in COMMANDS
    ]


def by_itself(code: str) -> str:
    """Return the language in which Telegram shows the commands to a client of that code."""
    return LANGUAGES.get(parts(code)[0], LANGUAGES[""])


def menu_change(
    words: Words, chat_id: int, before: str | None, language: str | None, code: str
) -> tuple[Effect, ...]:
    """Return the call that lets a chat's commands follow its language, where that has changed.

    `code` is the client's; a chat that has had no language has had no list of its own.
    """
    if language is None or language == before:
        return ()
    if language != by_itself(code):
        given = {"commands": menu_of(words, language), "scope": _scope(chat_id)}
        return (Effect("setMyCommands", given, passing=True),)
    return (menu_removal(chat_id),) if before is not None else ()


def menu_removal(chat_id: int, *, last: bool = False) -> Effect:
    """Return the call that takes a chat's own list away."""
    return Effect("deleteMyCommands", {"scope": _scope(chat_id)}, passing=True, last=last)


def _scope(chat_id: int) -> dict[str, Any]:
    return {"type": "chat", "chat_id": chat_id}


def command_in(text: str) -> tuple[str, str]:
    """Return the name of a command, without whom it addresses, and what follows it."""
    word, _, payload = text[1:].partition(" ")
    return word.partition("@")[0].lower(), payload
