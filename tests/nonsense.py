"""Updates as nobody documented them: parts missing, of the wrong kind, forged, huge."""

import json
import random
from collections.abc import Iterator
from typing import Any

from tests.simulator.wire import Json

CHATS = range(9_000, 9_040)
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 2**63, -(2**70), "", "x", "\ud800", "\x00", [], [1], {}, {"id": "x"},
)  # fmt: skip
TEXTS = (
    "/start", "/new", "/result", "/delete", "/mydata", "/help", "/start qmas", "/x", "/", "//",
    "yes", "35", "9" * 400, "-1", "1e999", "NaN", "x" * 70_000, "\ud83d", "\x00\x07", "\u202e" * 40,
    "\U0001f600" * 5_000, "\n" * 5_000, "'; DROP TABLE chat;--", "<b>bold", "{0}", "{ $x }", "１２",
)  # fmt: skip
DATA = (
    "", "y", "y:", "y::", "y:0:", "y:1:agree", "y:1:no-such", "y:99999:agree", "y:-1:agree",
    "y:1e3:agree", "y:" + "9" * 60 + ":agree", "z:1:agree", "y:1:" + "x" * 5_000, "\ud800",
    "y:２:on", "y:2:restart", "y:2:delete", "y:3:back", "y:3:en", "y:4:hk-qmas-gpt", "y:5:edit",
)  # fmt: skip
KINDS = (
    "photo", "document", "voice", "video_note", "sticker", "dice", "contact", "location", "poll",
    "new_chat_members", "pinned_message", "story", "migrate_to_chat_id", "left_chat_member",
)  # fmt: skip
UNKNOWN = ("channel_post", "poll_answer", "chat_boost", "inline_query", "no_such_kind")


def updates(chance: random.Random, count: int) -> Iterator[Json]:
    """Yield updates; some are sound, most are not, few have a key that is none."""
    for i in range(count):
        kind, part = chance.choice((_message, _edited, _tap, _member, _other))(chance, i)
        update: Json = {kind: part}
        if chance.random() < 0.6:
            _spoil(chance, update)
        if chance.random() < 0.02:
            update["update_id"] = chance.choice((None, "7", True, 1.5, [], {}))
        yield update


def bodies(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield the bodies of requests: updates, JSON that is none, and what is no JSON."""
    strange = (
        b"", b" ", b"null", b"[]", b"[[1]]", b"7", b'"x"', b"NaN", b"{", b"\xff\xfe", b"1" * 5_000,
        b"[" * 90_000, b"[" * 900 + b"]" * 900, b'{"a":' * 700 + b"1" + b"}" * 700,
        b'"\\ud800"', b'{"update_id": 1e400}', b'{"update_id": 99999999999999999999999}',
        b'{"update_id": -5, "message": {"text": "\\udfff"}}', b'{"update_id": 5, "update_id": "x"}',
    )  # fmt: skip
    for i, update in enumerate(updates(chance, count)):
        if chance.random() < 0.3:
            yield chance.choice(strange)
        elif chance.random() < 0.1:
            yield chance.randbytes(chance.randrange(300))
        else:
            yield json.dumps({"update_id": 50_000_000 + i} | update).encode()


def _person(chance: random.Random) -> Json:
    language = chance.choice(("en", "zh-hk", "zh", "", "\ud800", "x" * 999, 7))
    return {"id": chance.choice(CHATS), "first_name": "Nobody", "language_code": language}


def _chat(chance: random.Random) -> Json:
    kind = chance.choice(("private", "private", "private", "group", "channel", 7, None))
    return {"id": chance.choice(CHATS), "type": kind}


def _message(chance: random.Random, i: int) -> tuple[str, Json]:
    message = {"message_id": i, "date": 0, "chat": _chat(chance), "from": _person(chance)}
    if chance.random() < 0.7:
        message["text"] = chance.choice(TEXTS)
    else:
        message[chance.choice(KINDS)] = chance.choice(ODD)
    if chance.random() < 0.1:
        message["media_group_id"] = chance.choice(ODD)
    return "message", message


def _edited(chance: random.Random, i: int) -> tuple[str, Json]:
    return "edited_message", _message(chance, i)[1]


def _tap(chance: random.Random, i: int) -> tuple[str, Json]:
    query = {"id": str(i), "from": _person(chance), "data": chance.choice(DATA)}
    return "callback_query", query | {"message": {"message_id": i % 50, "chat": _chat(chance)}}


def _member(chance: random.Random, _: int) -> tuple[str, Json]:
    status: Any = chance.choice(("kicked", "member", "left", "x", None, {}))
    return "my_chat_member", {"chat": _chat(chance), "new_chat_member": {"status": status}}


def _other(chance: random.Random, i: int) -> tuple[str, Json]:
    return chance.choice(UNKNOWN), _message(chance, i)[1]


def _spoil(chance: random.Random, part: Json) -> None:
    """Take a part away, or put something odd in its place, at any depth."""
    name = chance.choice(list(part))
    if isinstance(part[name], dict) and part[name] and chance.random() < 0.8:
        _spoil(chance, part[name])
    elif chance.random() < 0.5:
        del part[name]
    else:
        part[name] = chance.choice(ODD)
