"""How the bot presents itself: commands by scope and language, name and descriptions."""

import json
import re
from collections.abc import Container
from typing import Any

from tests.simulator import refusals
from tests.simulator.refusals import bad
from tests.simulator.wire import Json

_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_SCOPES: dict[str, set[str]] = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}
# Where a client looks for the commands of a private chat, the first that has any.
_SHOWN = ("chat", "all_private_chats", "default")


class Profile:
    """What people see before they begin."""

    def __init__(self, first_name: str, chats: Container[int]) -> None:
        self._chats = chats
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.said: dict[tuple[str, str], str] = {("name", ""): first_name}

    def set_my_commands(self, parameters: Json) -> bool:
        listed = parameters.get("commands")
        if listed is None:
            raise bad("can't parse commands: commands must be specified")
        if len(listed) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[self._key(parameters)] = [_command(one) for one in listed]
        return True

    def get_my_commands(self, parameters: Json) -> list[Json]:
        return self.commands.get(self._key(parameters), [])

    def delete_my_commands(self, parameters: Json) -> bool:
        self.commands.pop(self._key(parameters), None)
        return True

    def shown(self, chat_id: int, code: str) -> list[Json]:
        """Return the commands that a client shows in a private chat."""
        for kind in _SHOWN:
            scope: Json = {"type": kind} | ({"chat_id": chat_id} if kind == "chat" else {})
            for language in (code.lower().partition("-")[0], ""):
                found = self.commands.get((json.dumps(scope, sort_keys=True), language))
                if found:
                    return found
        return []

    def _key(self, parameters: Json) -> tuple[str, str]:
        scope = parameters.get("scope") or {"type": "default"}
        kind = scope.get("type")
        if kind not in _SCOPES:
            raise bad("can't parse BotCommandScope: unsupported type specified")
        if missing := _SCOPES[kind] - scope.keys():
            raise bad(f"can't parse BotCommandScope: Can't find field \"{min(missing)}\"")
        if "chat_id" in _SCOPES[kind] and scope["chat_id"] not in self._chats:
            raise bad(refusals.NO_CHAT)
        meant = {name: scope[name] for name in ("type", *_SCOPES[kind])}
        return json.dumps(meant, sort_keys=True), _language(parameters)

    def say(self, what: str, parameters: Json) -> bool:
        """Set the name or a description; an empty one removes it."""
        language = _language(parameters)
        text = parameters.get(what, "")
        if len(text) > _LONGEST[what]:
            raise bad(f"{what.replace('_', ' ')} is too long")
        if text:
            self.said[what, language] = text
        elif (what, language) != ("name", ""):
            self.said.pop((what, language), None)
        return True

    def tell(self, what: str, parameters: Json) -> Json:
        """Return the name or a description of a language; without one, the general one."""
        general = self.said.get((what, ""), "")
        return {what: self.said.get((what, _language(parameters)), general)}


def _language(parameters: Json) -> str:
    language = str(parameters.get("language_code", ""))
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad(refusals.LANGUAGE)
    return language


def _command(one: Any) -> Json:
    if not isinstance(one, dict) or one.keys() != {"command", "description"}:
        raise bad("can't parse BotCommand: Can't find field \"command\"")
    name = str(one["command"]).removeprefix("/")
    if not re.fullmatch("[a-z0-9_]{1,32}", name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(one["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": one["description"]}
