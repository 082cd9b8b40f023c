"""What Telegram shows of the bot before a chat begins: commands and descriptions, by language.

Each is compared first, so that a start changes nothing that is already right.
"""

from __future__ import annotations

from typing import Any

from bot.telegram.api import BotApi
from bot.telegram.commands import LANGUAGES, menu_of
from bot.words.catalogue import Words


async def publish(api: BotApi, words: Words) -> int:
    """Publish what differs; return how many calls changed something."""
    changed = 0
    for code, language in LANGUAGES.items():
        where = {"language_code": code} if code else {}
        commands = menu_of(words, language)
        changed += await _set(api, "MyCommands", where, "commands", commands, commands)
        for method, id_ in (
            ("MyDescription", "telegram-description"),
            ("MyShortDescription", "telegram-short-description"),
        ):
            text = words.text(language, id_)
            name = id_.removeprefix("telegram-").replace("-", "_")
            changed += await _set(api, method, where, name, text, {name: text})
    return changed


async def _set(  # noqa: PLR0913, PLR0917 - one call in six words
    api: BotApi, method: str, where: dict[str, str], name: str, value: Any, wanted: Any
) -> int:
    if await api.call(f"get{method}", where) == wanted:
        return 0
    await api.call(f"set{method}", where | {name: value})
    return 1
