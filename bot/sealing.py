"""Sealing: what people told is encrypted at rest, with a key that lives elsewhere.

AES-256-GCM with a random nonce a value; four bytes of the key's digest say which key it was, so
that several can be in use while they are rotated. A value sealed for a place opens only there, so
that one row's bytes cannot be passed off as another's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NAME = 4
_NONCE = 12
_TAG = 16
_ALIAS = 12
# What is sealed was read or dumped as JSON, so that it cannot hold itself.
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class WrongKeyError(Exception):
    """Does not open: sealed with a key that is not given, for another place, or damaged."""


def new_key() -> str:
    """Make a key, as `DATA_KEY` takes it."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def key_bytes(key: str) -> bytes:
    """Read a key. Raises ValueError for what is none."""
    try:
        found = base64.b64decode(key.strip().encode("ascii"), b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError(key) from None
    if len(found) != KEY_BYTES:
        raise ValueError(key)
    return found


class Seal:
    """Seals with the newest key and opens with any of them."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        found = [key_bytes(key) for key in keys]
        self._ciphers = {hashlib.sha256(key).digest()[:_NAME]: AESGCM(key) for key in found}
        self._newest = next(iter(self._ciphers))
        self._aliases = hmac.digest(found[0], b"yauchoi: names in the log", "sha256")

    def seal(self, value: Any, place: bytes | None = None) -> bytes:
        """Seal a JSON value for a place, such as a column of a row."""
        # JSON can carry half a character; what came in must be kept, whatever it is.
        plain = _WRITER.encode(value).encode("utf-8", "surrogatepass")
        nonce = os.urandom(_NONCE)
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, plain, place)

    def open(self, sealed: bytes, place: bytes | None = None) -> Any:
        """Open what was sealed for that place. Raises WrongKeyError."""
        start = _NAME + _NONCE
        if not isinstance(sealed, bytes) or len(sealed) < start + _TAG:
            raise WrongKeyError
        cipher = self._ciphers.get(sealed[:_NAME])
        if cipher is None:
            raise WrongKeyError
        try:
            plain = cipher.decrypt(sealed[_NAME:start], sealed[start:], place)
        except InvalidTag:
            raise WrongKeyError from None
        return json.loads(plain.decode("utf-8", "surrogatepass"))

    def is_newest(self, sealed: bytes) -> bool:
        """Whether a value was sealed with the newest key; what is no bytes was with none."""
        return isinstance(sealed, bytes) and sealed[:_NAME] == self._newest

    def alias(self, number: int) -> str:
        """Return a short name for a chat in the log, which only the key links to its number."""
        return hmac.new(self._aliases, str(number).encode(), "sha256").hexdigest()[:_ALIAS]
