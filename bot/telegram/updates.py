"""An update as it came, read leniently: what a person did, or nothing that concerns us."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from bot.store import Accepted

Kind = Literal[
    "command",
    "text",
    "tap",
    "edited",
    "file",
    "contact",
    "wordless",
    "group",
    "blocked",
    "unblocked",
    "moved",
    "ignored",
]
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_FILES = (
    "photo",
    "document",
    "voice",
    "video",
    "video_note",
    "audio",
    "animation",
    "paid_media",
    "story",
)
_CONTACTS = ("contact", "location", "venue")
_OUT = frozenset({"kicked", "left", "banned"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an update means to the conversation."""

    kind: Kind
    chat_id: int | None = None
    text: str = ""
    message_id: int | None = None
    tap_id: str = ""
    language: str = ""
    moved_to: int | None = None
    album: str = ""


NOTHING = Incoming("ignored")


def accepted(raw: Any) -> Accepted | None:
    """Return an update with its key and chat; None for what has no key at all."""
    if not isinstance(raw, dict) or not _is_id(raw.get("update_id")):
        return None
    return Accepted(raw["update_id"], read(raw).chat_id, raw)


def read(raw: dict[str, Any]) -> Incoming:
    """Read an update; whatever is not as documented concerns nobody."""
    for name, reader in (
        ("message", _message),
        ("edited_message", _edited),
        ("callback_query", _tap),
        ("my_chat_member", _member),
    ):
        part = raw.get(name)
        if isinstance(part, dict):
            return reader(part)
    return NOTHING


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62


def _part(raw: dict[str, Any], name: str) -> dict[str, Any]:
    found = raw.get(name)
    return found if isinstance(found, dict) else {}


def _text(raw: dict[str, Any], name: str) -> str:
    found = raw.get(name)
    if not isinstance(found, str):
        return ""
    # Half a character, which JSON can carry, could be sent nowhere; nor does it ask anything.
    if found.isascii():
        return found
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _chat(message: dict[str, Any]) -> int | None:
    found = _part(message, "chat").get("id")
    return found if _is_id(found) else None


def _message(message: dict[str, Any]) -> Incoming:
    chat_id, message_id = _chat(message), message.get("message_id")
    if chat_id is None or not _is_id(message_id):
        return NOTHING
    moved = message.get("migrate_to_chat_id")
    if _is_id(moved):
        return Incoming("moved", chat_id, moved_to=moved)
    former = message.get("migrate_from_chat_id")
    if _is_id(former):
        # The new chat tells the same, and the bot may be told only there.
        return Incoming("moved", former, moved_to=chat_id)
    if _part(message, "chat").get("type") != "private":
        return _in_group(message, chat_id)
    language = _text(_part(message, "from"), "language_code")
    text = _text(message, "text") or _text(message, "caption")
    kind: Kind = "text"
    if text.startswith("/"):
        kind = "command"
    elif not text:
        kind = _kind(message)
    elif _wordless(text):
        kind = "wordless"
    return Incoming(
        kind, chat_id, text, message_id, language=language, album=_text(message, "media_group_id")
    )


def _wordless(text: str) -> bool:
    """Whether a text is signs alone; a full-width question mark is typed as the plain one is."""
    plain = unicodedata.normalize("NFKC", text)
    return not plain.isascii() and not any(letter.isalnum() for letter in plain)


def _kind(message: dict[str, Any]) -> Kind:
    if any(name in message for name in _FILES):
        return "file"
    if any(name in message for name in _CONTACTS):
        return "contact"
    return "wordless" if "sticker" in message or "dice" in message else "ignored"


def _in_group(message: dict[str, Any], chat_id: int) -> Incoming:
    """Answer in a group only to a command or to being added; nothing else is read."""
    text = _text(message, "text")
    if text.startswith("/") or "group_chat_created" in message:
        return Incoming("group", chat_id, text)
    return NOTHING


def _edited(message: dict[str, Any]) -> Incoming:
    chat_id, message_id = _chat(message), message.get("message_id")
    private = _part(message, "chat").get("type") == "private"
    if chat_id is None or not _is_id(message_id) or not private:
        return NOTHING
    return Incoming("edited", chat_id, _text(message, "text"), message_id)


def _tap(query: dict[str, Any]) -> Incoming:
    message = _part(query, "message")
    chat_id, message_id = _chat(message), message.get("message_id")
    if chat_id is None or _part(message, "chat").get("type") != "private":
        return NOTHING
    return Incoming(
        "tap",
        chat_id,
        _text(query, "data"),
        message_id if _is_id(message_id) else None,
        _text(query, "id"),
        _text(_part(query, "from"), "language_code"),
    )


def _member(change: dict[str, Any]) -> Incoming:
    chat_id = _chat(change)
    if chat_id is None or _part(change, "chat").get("type") != "private":
        return NOTHING
    status = _text(_part(change, "new_chat_member"), "status")
    return Incoming("blocked" if status in _OUT else "unblocked", chat_id)
