"""How the bot presents itself: commands by scope and language, name and descriptions."""

import json
import re
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


class Profile:
    """What people see before they begin."""

    def __init__(self, first_name: str) -> None:
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.said: dict[tuple[str, str], str] = {("name", ""): first_name}

    def set_my_commands(self, parameters: Json) -> bool:
        listed = parameters.get("commands")
        if listed is None:
            raise bad("can't parse commands: commands must be specified")
        if len(listed) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[_key(parameters)] = [_command(one) for one in listed]
        return True

    def get_my_commands(self, parameters: Json) -> list[Json]:
        return self.commands.get(_key(parameters), [])

    def delete_my_commands(self, parameters: Json) -> bool:
        self.commands.pop(_key(parameters), None)
        return True

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


def _key(parameters: Json) -> tuple[str, str]:
    scope = parameters.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in _SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if missing := _SCOPES[kind] - scope.keys():
        raise bad(f"can't parse BotCommandScope: Can't find field \"{min(missing)}\"")
    return json.dumps(scope, sort_keys=True), _language(parameters)


def _command(one: Any) -> Json:
    if not isinstance(one, dict) or one.keys() != {"command", "description"}:
        raise bad("can't parse BotCommand: Can't find field \"command\"")
    name = str(one["command"]).removeprefix("/")
    if not re.fullmatch("[a-z0-9_]{1,32}", name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(one["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": one["description"]}
