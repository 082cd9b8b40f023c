"""The commands, and which list of them Telegram shows: by itself, and in one chat.

By itself Telegram goes by the language of a person's client, in two letters: the default and `en`
are English, `zh` is Traditional. A chat whose language is another one is given its own list.
"""

from __future__ import annotations

from typing import Any

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
# Codes of Chinese, and the script of each where no script and no region is told.
CHINESE = {
    "zh": "zh-Hant",
    "yue": "zh-Hant",
    "hak": "zh-Hant",
    "nan": "zh-Hant",
    "lzh": "zh-Hant",
    "cmn": "zh-Hans",
    "wuu": "zh-Hans",
    "gan": "zh-Hans",
    "hsn": "zh-Hans",
}
# What tells the script; the first that stands in a code, so that the script goes before the region.
SCRIPTS = {
    "hans": "zh-Hans",
    "hant": "zh-Hant",
    "cn": "zh-Hans",
    "sg": "zh-Hans",
    "my": "zh-Hans",
    "hk": "zh-Hant",
    "tw": "zh-Hant",
    "mo": "zh-Hant",
}


def listed(words: Words, language: str) -> list[dict[str, str]]:
    """Return the commands as Telegram takes them, described in a language."""
    return [
        {"command": name, "description": words.text(language, f"command-{name}")}
        for name in COMMANDS
    ]


def by_itself(code: str) -> str:
    """Return the language in which Telegram shows the commands to a client of that code."""
    return LANGUAGES.get(_parts(code)[0], LANGUAGES[""])


def spoken(code: str, languages: tuple[str, ...]) -> str | None:
    """Return the language of ours for a client's code: exact, by script or region, by base.

    Telegram hands on what the client says: `zh-hans-raw`, `zh_CN` and `en-US` are all seen.
    """
    base, *rest = _parts(code)
    exact = "-".join((base, *rest))
    for one in languages:
        if exact == one.lower():
            return one
    if base in CHINESE:
        told = [SCRIPTS[part] for part in rest if part in SCRIPTS]
        wanted = told[0] if told else CHINESE[base]
        return wanted if wanted in languages else None
    return next((one for one in languages if _parts(one)[0] == base), None)


def _parts(code: str) -> list[str]:
    return code.strip().lower().replace("_", "-").split("-")


def following(
    words: Words, chat_id: int, before: str | None, language: str | None, code: str
) -> tuple[Effect, ...]:
    """Return the call that lets a chat's commands follow its language, where that has changed.

    `code` is the client's; a chat that has had no language has had no list of its own.
    """
    if language is None or language == before:
        return ()
    if language != by_itself(code):
        given = {"commands": listed(words, language), "scope": _scope(chat_id)}
        return (Effect("setMyCommands", given, passing=True),)
    return (forgetting(chat_id),) if before is not None else ()


def forgetting(chat_id: int, *, last: bool = False) -> Effect:
    """Return the call that takes a chat's own list away."""
    return Effect("deleteMyCommands", {"scope": _scope(chat_id)}, passing=True, last=last)


def _scope(chat_id: int) -> dict[str, Any]:
    return {"type": "chat", "chat_id": chat_id}


def command_in(text: str) -> tuple[str, str]:
    """Return the name of a command, without whom it addresses, and what follows it."""
    word, _, payload = text[1:].partition(" ")
    return word.partition("@")[0].lower(), payload
