"""Whatever a Bot API server answers: a result, a refusal of Telegram's, or a fault of the line.

Only Telegram itself refuses: in a JSON object with `ok` false, an `error_code` and a `description`.
What anything in between says (a proxy's page, half a body, a result of another type) is a fault of
the line: the call may be made again. No text here holds a token, an address or a foreign page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeGuard

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

# What is longer is not read; a hundred updates, each as long as can be, stay below the second.
LARGEST_BYTES = 1 << 20
LARGEST_UPDATES_BYTES = 16 << 20
# No letter lives longer: a longer flood is nonsense.
LONGEST_FLOOD_SECONDS = 72 * 3600
LONGEST_DESCRIPTION = 200
# Telegram nests nothing as deep.
DEEPEST = 100
_NESTING = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_LARGEST_ID = (1 << 63) - 1
_SUCCESS = range(200, 300)
_CLIENT_ERRORS = range(400, 500)
_KINDS: dict[int, Callable[[str], TelegramError]] = {
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: EndPointNotFound,
    HTTPStatus.CONFLICT: Conflict,
}


class OddResultError(NetworkError):
    """Telegram did what was asked, but the result is not what the method gives."""


def read_result(method: str, status: int, body: bytes, *, secret: str) -> Any:
    """Return the result of a call. Raises telegram.error.TelegramError and its kinds.

    `secret` is the part of the token that no description may repeat.
    """
    answer = _object(method, body)
    if status in _SUCCESS and answer.get("ok") is True and "result" in answer:
        result = answer["result"]
        if not _RESULTS.get(method, _is_true)(result):
            raise OddResultError(f"the result of {method} is not what the method gives")
        return result
    raise _refusal(answer, status, secret)


def _object(method: str, body: bytes) -> dict[str, Any]:
    """Return a JSON object, empty for whatever else it is."""
    try:
        found = json.loads(body)
    except RecursionError:
        # An update that is nested too deep must not keep those around it from being read.
        return _object("", _flatten(body)) if method == "getUpdates" else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _flatten(body: bytes) -> bytes:
    """Return JSON with null in place of all that is nested too deep."""
    kept: list[bytes] = []
    depth = start = 0
    for found in _NESTING.finditer(body):
        mark = found.group()
        if mark in b"[{":
            depth += 1
            if depth == DEEPEST:
                kept.append(body[start : found.start()] + b"null")
        elif mark in b"]}":
            depth -= 1
            if depth == DEEPEST - 1:
                start = found.end()
    return b"".join((*kept, body[start:]))


def _refusal(answer: dict[str, Any], status: int, secret: str) -> TelegramError:
    """Return the error that an answer without a result stands for."""
    code, said = answer.get("error_code"), answer.get("description")
    if answer.get("ok") is not False or not _is_whole(code) or not isinstance(said, str):
        return NetworkError(f"status {status} with an answer that is not Telegram's")
    said = (said.replace(secret, "…") if secret else said)[:LONGEST_DESCRIPTION]
    told = answer.get("parameters")
    parameters: dict[str, Any] = told if isinstance(told, dict) else {}
    seconds, moved_to = parameters.get("retry_after"), parameters.get("migrate_to_chat_id")
    if code not in _CLIENT_ERRORS:
        return NetworkError(f"Telegram's own fault ({status})")
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        if _is_whole(seconds) and 0 < seconds <= LONGEST_FLOOD_SECONDS:
            return RetryAfter(seconds)
        return NetworkError("a flood that does not say how long")
    if code == HTTPStatus.BAD_REQUEST and _is_whole(moved_to) and 0 < abs(moved_to) <= _LARGEST_ID:
        return ChatMigrated(moved_to)
    return _KINDS.get(code, BadRequest)(said)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_true(result: Any) -> bool:
    return result is True


def _is_message(result: Any) -> bool:
    found = result.get("message_id") if isinstance(result, dict) else None
    return _is_whole(found) and 0 < found <= _LARGEST_ID


def _is_me(result: Any) -> bool:
    return isinstance(result, dict) and isinstance(result.get("username", ""), str)


def _is_list(result: Any) -> bool:
    return isinstance(result, list)


def _is_object(result: Any) -> bool:
    return isinstance(result, dict)


# What each method gives; those that are not named give True.
_RESULTS: dict[str, Callable[[Any], bool]] = {
    "getMe": _is_me,
    "getUpdates": _is_list,
    "getMyCommands": _is_list,
    "getMyDescription": _is_object,
    "getMyShortDescription": _is_object,
    "sendMessage": _is_message,
    "sendPhoto": _is_message,
    "sendDocument": _is_message,
    "editMessageText": lambda result: result is True or _is_message(result),
}
