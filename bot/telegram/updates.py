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
    "forwarded",
    "file",
    "captioned",
    "contact",
    "wordless",
    "group",
    "added",
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
# What Telegram tells of a chat by itself; nobody waits for an answer to it.
_SERVICE = frozenset(
    """
    boost_added chat_background_set chat_owner_changed chat_owner_left chat_shared connected_website
    channel_chat_created checklist_tasks_added checklist_tasks_done delete_chat_photo
    direct_message_price_changed forum_topic_closed forum_topic_created forum_topic_edited
    forum_topic_reopened general_forum_topic_hidden general_forum_topic_unhidden
    giveaway_completed giveaway_created group_chat_created left_chat_member
    message_auto_delete_timer_changed new_chat_members new_chat_photo new_chat_title
    paid_message_price_changed passport_data pinned_message proximity_alert_triggered
    refunded_payment successful_payment suggested_post_approval_failed suggested_post_approved
    suggested_post_declined suggested_post_paid suggested_post_refunded supergroup_chat_created
    video_chat_ended video_chat_participants_invited video_chat_scheduled video_chat_started
    write_access_allowed
    """.split()
)
_OUT = frozenset({"kicked", "left", "banned"})
# No set: what is asked for there may be anything that JSON has.
_GROUPS = ("group", "supergroup")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an update means to the conversation.

    `thread` is the topic that it stands in; `names` are the bots that joined a group with it, in
    small letters; `date` says when it happened, in Telegram's seconds.
    """

    kind: Kind
    chat_id: int | None = None
    text: str = ""
    message_id: int | None = None
    tap_id: str = ""
    language: str = ""
    moved_to: int | None = None
    album: str = ""
    thread: int | None = None
    names: tuple[str, ...] = ()
    date: int = 0


NOTHING = Incoming("ignored")


def accept(raw: Any) -> Accepted | None:
    """Return an update with its key and chat; None for what has no key at all.

    What it says is read once, when its turn comes.
    """
    if not isinstance(raw, dict) or not _is_id(raw.get("update_id")):
        return None
    return Accepted(raw["update_id"], chat_of(raw), raw)


def chat_of(raw: dict[str, Any]) -> int | None:
    """Return the chat that `read` will name, without reading what the update says."""
    message = raw.get("message")
    if isinstance(message, dict):
        return _chat_of_message(message)
    edited, query, change = (raw.get(name) for name in ALLOWED[1:])
    if isinstance(edited, dict):
        return _chat(edited) if _is_told_anew(edited) else None
    if isinstance(query, dict):
        tapped = _part(query, "message")
        return _chat(tapped) if _is_private(tapped) else None
    return _chat(change) if isinstance(change, dict) and _is_private_or_adds(change) else None


def _chat_of_message(message: dict[str, Any]) -> int | None:
    chat_id = _chat(message)
    if chat_id is None or not _is_id(message.get("message_id")):
        return None
    former = message.get("migrate_from_chat_id")
    if _is_id(former) and not _is_id(message.get("migrate_to_chat_id")):
        return former
    return chat_id if _is_private(message) or _is_heard(message) else None


def read(raw: dict[str, Any]) -> Incoming:
    """Read an update; whatever is not as documented concerns nobody."""
    for name, reader in (
        ("message", _message),
        ("edited_message", _read_edit),
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


def _when(told: dict[str, Any]) -> int:
    found = told.get("date")
    return found if isinstance(found, int) else 0


def _chat(message: dict[str, Any]) -> int | None:
    found = _part(message, "chat").get("id")
    return found if _is_id(found) else None


def _is_private(message: dict[str, Any]) -> bool:
    return _part(message, "chat").get("type") == "private"


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
    if not _is_private(message):
        return _in_group(message, chat_id)
    return Incoming(
        _kind(message),
        chat_id,
        _text(message, "text"),
        message_id,
        language=_text(_part(message, "from"), "language_code"),
        album=_text(message, "media_group_id"),
        thread=_thread(message),
    )


def _thread(message: dict[str, Any]) -> int | None:
    """Return the topic of a message; a thread of replies is none, nor is a forum's General."""
    found = message.get("message_thread_id")
    return found if message.get("is_topic_message") is True and _is_id(found) else None


def _wordless(text: str) -> bool:
    """Whether a text is signs alone; a full-width question mark is typed as the plain one is."""
    plain = unicodedata.normalize("NFKC", text)
    return not plain.isascii() and not any(letter.isalnum() for letter in plain)


def _kind(message: dict[str, Any]) -> Kind:
    text = _text(message, "text")
    if "forward_origin" in message or "forward_date" in message:
        return "forwarded"
    if text:
        return "command" if text.startswith("/") else "wordless" if _wordless(text) else "text"
    if any(name in message for name in _FILES):
        return "captioned" if _text(message, "caption") else "file"
    if any(name in message for name in _CONTACTS):
        return "contact"
    # A sticker, a poll, a gift, and whatever is invented next.
    return "ignored" if _SERVICE & message.keys() else "wordless"


def _is_heard(message: dict[str, Any]) -> bool:
    """Whether a message in a group may concern the bot: a command, a bot that joins, or a move."""
    return bool(
        _text(message, "text").startswith("/")
        or _is_id(message.get("migrate_to_chat_id"))
        or "group_chat_created" in message
        or _bots_joining(message)
    )


def _bots_joining(message: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the bots that a message in a group says to have joined."""
    joined = message.get("new_chat_members")
    members = [one for one in joined if isinstance(one, dict)] if isinstance(joined, list) else []
    return tuple(_text(one, "username").lower() for one in members if one.get("is_bot") is True)


def _in_group(message: dict[str, Any], chat_id: int) -> Incoming:
    """Answer in a group only to a command or to being added; nothing else is read."""
    text = _text(message, "text")
    language = _text(_part(message, "from"), "language_code")
    if text.startswith("/"):
        return Incoming("group", chat_id, text, language=language, thread=_thread(message))
    names = _bots_joining(message)
    if not names and "group_chat_created" not in message:
        return NOTHING
    return Incoming("added", chat_id, language=language, names=names, date=_when(message))


def _is_told_anew(message: dict[str, Any]) -> bool:
    """Whether an edit is one of words; a place that moves and a caption were not read before."""
    told = _is_private(message) and _is_id(message.get("message_id"))
    return told and bool(_text(message, "text"))


def _read_edit(message: dict[str, Any]) -> Incoming:
    chat_id, text = _chat(message), _text(message, "text")
    if chat_id is None or not _is_told_anew(message):
        return NOTHING
    return Incoming("edited", chat_id, text, message["message_id"], thread=_thread(message))


def _tap(query: dict[str, Any]) -> Incoming:
    message = _part(query, "message")
    chat_id, message_id = _chat(message), message.get("message_id")
    if chat_id is None or not _is_private(message):
        return NOTHING
    return Incoming(
        "tap",
        chat_id,
        _text(query, "data"),
        message_id if _is_id(message_id) else None,
        _text(query, "id"),
        _text(_part(query, "from"), "language_code"),
        thread=_thread(message),
    )


def _is_private_or_adds(change: dict[str, Any]) -> bool:
    """Whether a change of membership blocks or unblocks the bot, or adds it to a group."""
    where, status = _part(change, "chat").get("type"), _status(change, "new_chat_member")
    if where == "private":
        return True
    before = _status(change, "old_chat_member") or "left"
    return where in _GROUPS and before in _OUT and status not in _OUT | {""}


def _status(change: dict[str, Any], member: str) -> str:
    return _text(_part(change, member), "status")


def _member(change: dict[str, Any]) -> Incoming:
    chat_id = _chat(change)
    if chat_id is None or not _is_private_or_adds(change):
        return NOTHING
    if _is_private(change):
        out = _status(change, "new_chat_member") in _OUT
        return Incoming("blocked" if out else "unblocked", chat_id)
    language = _text(_part(change, "from"), "language_code")
    return Incoming("added", chat_id, language=language, date=_when(change))
