"""What is sealed, where it stands, and the form in which a call to make is stored."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from bot.sealing import Seal, WrongKeyError
from bot.store.protocol import Effect, StoreError

# Each sealed column with the columns that name its row.
COLUMNS = (
    ("inbox", "raw", ("update_id",)),
    ("chat", "state", ("chat_id",)),
    ("outbox", "call", ("update_id", "seq")),
    ("meta", "value", ("key",)),
)
# In `meta` only this row is sealed; it proves the key.
PROOF = "proof"
PROOF_WORD = "yauchoi"
WRONG_KEY = (
    "DATA_KEY does not open the data that is there: give the key it was sealed with "
    "(older keys after the newest, with commas between)"
)
CALL_FORM = 1
_FLAGS = tuple(one.name for one in fields(Effect) if one.name not in {"method", "parameters"})

_FORMER_FLAGS = ("screen", "passing", "last")


class UnreadableError(Exception):
    """A stored value cannot be read: it does not open, or has a form that is not known here."""


def no_key() -> Seal:
    """Refuse to open what is sealed. Raises StoreError."""
    raise StoreError("DATA_KEY is not set, but what the database holds is sealed: give its key")


def place(table: str, column: str, *key: object) -> bytes:
    """Return where a sealed value stands: it opens nowhere else."""
    return f"{table}.{column}:{':'.join(map(str, key))}".encode()


def place_of_update(update_id: int) -> bytes:
    """Return `place` of an update; it is asked for at every turn, as the next two are."""
    return b"inbox.raw:%d" % update_id


def place_of_chat(chat_id: int) -> bytes:
    """Return `place` of a chat."""
    return b"chat.state:%d" % chat_id


def place_of_call(update_id: int, seq: int) -> bytes:
    """Return `place` of a call."""
    return b"outbox.call:%d:%d" % (update_id, seq)


def dump_call(effect: Effect) -> dict[str, Any]:
    """Return the stored form of a call."""
    stored = {"v": CALL_FORM, "method": effect.method, "parameters": effect.parameters}
    for flag in _FLAGS:
        if getattr(effect, flag):
            stored[flag] = True
    return stored


def load_call(stored: Any) -> Effect:
    """Read a stored call, of this form or of the list that came before it.

    Raises UnreadableError for a form that is not known.
    """
    if isinstance(stored, list):
        named = dict(zip(("method", "parameters", *_FORMER_FLAGS), stored, strict=False))
    elif isinstance(stored, dict) and stored.get("v") == CALL_FORM:
        named = {name: value for name, value in stored.items() if name != "v"}
    else:
        raise UnreadableError
    method, parameters = named.pop("method", None), named.pop("parameters", None)
    if not isinstance(method, str) or not isinstance(parameters, dict):
        raise UnreadableError
    if not all(name in _FLAGS and isinstance(flag, bool) for name, flag in named.items()):
        raise UnreadableError
    return Effect(method, parameters, **named)


def read_object(seal: Seal, sealed: bytes, where: bytes) -> dict[str, Any]:
    """Open a JSON object. Raises UnreadableError."""
    found = open_value(seal, sealed, where)
    if not isinstance(found, dict):
        raise UnreadableError
    return found


def read_call(seal: Seal, sealed: bytes, where: bytes) -> Effect:
    """Open a call. Raises UnreadableError."""
    return load_call(open_value(seal, sealed, where))


def open_value(seal: Seal, sealed: bytes, where: bytes | None) -> Any:
    """Open a value. Raises UnreadableError."""
    try:
        return seal.open(sealed, where)
    except (WrongKeyError, ValueError, RecursionError):
        raise UnreadableError from None


def opens(seal: Seal, sealed: bytes, where: bytes | None) -> bool:
    """Whether a value can be read."""
    try:
        open_value(seal, sealed, where)
    except UnreadableError:
        return False
    return True
