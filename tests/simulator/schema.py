"""The documented parameters of the methods that the bot uses, and what does not keep to them."""

import json
import math
from dataclasses import dataclass
from typing import Any

from tests.simulator.wire import Json, Upload

# A method and its parameters with their kinds; a star marks what is required.
_SENDING = (
    "business_connection_id:str chat_id*:chat message_thread_id:int direct_messages_topic_id:int "
    "disable_notification:bool protect_content:bool allow_paid_broadcast:bool "
    "message_effect_id:str suggested_post_parameters:object reply_parameters:object "
    "reply_markup:object parse_mode:str"
)
_CAPTION = "caption:str caption_entities:array"
_EDITING = (
    "business_connection_id:str chat_id*:chat message_id*:int inline_message_id:str "
    "reply_markup:object"
)
_SCOPED = "scope:object language_code:str"
_TABLE = f"""
getMe
getUpdates offset:int limit:int timeout:int allowed_updates:array
setWebhook url*:str certificate:file ip_address:str max_connections:int allowed_updates:array \
    drop_pending_updates:bool secret_token:str
deleteWebhook drop_pending_updates:bool
getWebhookInfo
sendMessage {_SENDING} text*:str entities:array link_preview_options:object
sendPhoto {_SENDING} {_CAPTION} photo*:file show_caption_above_media:bool has_spoiler:bool
sendDocument {_SENDING} {_CAPTION} document*:file thumbnail:file \
    disable_content_type_detection:bool
sendChatAction business_connection_id:str chat_id*:chat message_thread_id:int action*:str
editMessageText {_EDITING} text*:str parse_mode:str entities:array link_preview_options:object
editMessageReplyMarkup {_EDITING}
answerCallbackQuery callback_query_id*:str text:str show_alert:bool url:str cache_time:int
getFile file_id*:str
leaveChat chat_id*:chat
setMyCommands commands*:array {_SCOPED}
getMyCommands {_SCOPED}
deleteMyCommands {_SCOPED}
setMyName name:str language_code:str
getMyName language_code:str
setMyDescription description:str language_code:str
getMyDescription language_code:str
setMyShortDescription short_description:str language_code:str
getMyShortDescription language_code:str
"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A documented parameter."""

    kind: str
    required: bool


def _read(word: str) -> tuple[str, Parameter]:
    name, kind = word.split(":")
    return name.removesuffix("*"), Parameter(kind, name.endswith("*"))


METHODS: dict[str, dict[str, Parameter]] = {
    line.split()[0]: dict(_read(word) for word in line.split()[1:])
    for line in _TABLE.strip().splitlines()
}
SPELLED = {name.lower(): name for name in METHODS}


def checked(method: str, raw: Json, misuse: list[str]) -> Json:
    """Return the parameters with their types; what is not as documented goes into `misuse`."""
    table = METHODS[method]
    found: Json = {}
    for name, value in raw.items():
        if name not in table:
            misuse.append(f"{method} has no parameter {name}")
            continue
        try:
            found[name] = _typed(table[name].kind, value)
        except ValueError:
            misuse.append(f"{method}: {name} is no {table[name].kind}: {value!r}")
    missing = [n for n, one in table.items() if one.required and n not in raw]
    misuse.extend(f"{method} needs {name}" for name in missing)
    return found


def _typed(kind: str, value: Any) -> Any:
    if kind in {"object", "array"}:
        read = json.loads(value) if isinstance(value, str) else value
        if not isinstance(read, dict if kind == "object" else list):
            raise ValueError(kind)
        return read
    if kind == "int":
        return _integer(value)
    if kind == "bool":
        return _boolean(value)
    if kind == "chat":
        return value if isinstance(value, str) and value.startswith("@") else _integer(value)
    if kind == "file" and isinstance(value, Upload):
        return value
    if not isinstance(value, str):
        raise ValueError(kind)  # noqa: TRY004 - one error for every wrong kind
    return value


def _integer(value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        raise ValueError("integer")
    if isinstance(value, int | str):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise ValueError("integer")


def _boolean(value: Any) -> bool:
    words = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    word = str(value).lower()
    if word not in words:
        raise ValueError("boolean")
    return words[word]
