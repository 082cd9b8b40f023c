"""Signing: a code on every card, and a PDF in which any changed byte is found out.

From each data key three others are derived (HKDF-SHA256): one for the code, one that seals what
the card was made from, one for the whole file. A sealed PDF is

    the PDF, whose keywords hold `yauchoi-card.<name of the key>.<sealed payload>`
    %yauchoi-card-seal <name of the key> <HMAC-SHA256 of all bytes before this line>

The last line is a comment after %%EOF, which viewers skip. The payload is sealed with AES-SIV
(RFC 5297), which needs no random number: the same card gives the same bytes.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.sealing import key_bytes

_CONTEXT = b"yauchoi score card, form 1: "
_PAYLOAD = re.compile(rb"yauchoi-card\.([0-9a-f]{8})\.([A-Za-z0-9_-]{1,20000})")
_SEAL = re.compile(rb"%yauchoi-card-seal ([0-9a-f]{8}) ([0-9a-f]{64})\n")
_SEAL_BYTES = len("%yauchoi-card-seal ") + 8 + 1 + 64 + 1
_CODE_LETTERS = 16

Refusal = Literal["not-ours", "altered", "other-key"]


class RefusedError(Exception):
    """A file that is not a card as it was made; `why` says in which way."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why: Refusal = why


@dataclass(frozen=True, slots=True)
class Claim:
    """What a card was made from and what it says; `facts` are as told, in canonical form."""

    scheme: str
    edition: str
    revision: int
    day: str
    facts: dict[str, Any]
    outcome: str
    least: int | None
    most: int | None
    language: str


def canonical(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts as told, in one form: no nulls, sets in order, whole numbers as such."""
    return {name: _plain(raw[name]) for name in sorted(raw) if raw[name] is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (list, tuple)):
        return sorted({str(item).lower() for item in value})
    if isinstance(value, dict):
        return canonical(value)
    return value


@dataclass(frozen=True, slots=True)
class _Keys:
    """What is derived from one data key; `name` tells keys apart and nothing about them."""

    name: bytes
    code: bytes
    payload: AESSIV
    file: bytes


def _derive(key: str) -> _Keys:
    def derive(purpose: bytes, length: int) -> bytes:
        return HKDF(SHA256(), length, None, _CONTEXT + purpose).derive(key_bytes(key))

    return _Keys(
        name=derive(b"name", 4).hex().encode(),
        code=derive(b"code", 32),
        payload=AESSIV(derive(b"payload", 64)),
        file=derive(b"file", 32),
    )


class Signer:
    """Signs with the newest key and recognises what any of them signed."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self._keys = [_derive(key) for key in keys]

    def sign(self, claim: Claim) -> tuple[str, str]:
        """Return the code that is printed, and the payload that the PDF carries."""
        newest = self._keys[0]
        text = _write(claim)
        sealed = base64.urlsafe_b64encode(newest.payload.encrypt(text, None)).rstrip(b"=")
        payload = b"yauchoi-card." + newest.name + b"." + sealed
        return _code(newest, text), payload.decode()

    def seal(self, pdf: bytes) -> bytes:
        """Return a PDF with the seal over all its bytes."""
        newest = self._keys[0]
        body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
        mac = hmac.digest(newest.file, body, "sha256").hex().encode()
        return body + b"%yauchoi-card-seal " + newest.name + b" " + mac + b"\n"

    def open(self, data: bytes) -> tuple[Claim, str]:
        """Return what a sealed PDF claims, and its code. Raises RefusedError."""
        body, end = data[:-_SEAL_BYTES], data[-_SEAL_BYTES:]
        seal, carried = _SEAL.fullmatch(end), _PAYLOAD.search(data)
        if not data.startswith(b"%PDF-") or not (seal or carried or b"%yauchoi-card-" in data):
            raise RefusedError("not-ours")
        if seal is None or carried is None:
            raise RefusedError("altered")
        keys = next((one for one in self._keys if one.name == seal[1]), None)
        if keys is None:
            raise RefusedError("other-key")
        mac = hmac.digest(keys.file, body, "sha256").hex().encode()
        if not hmac.compare_digest(mac, seal[2]) or carried[1] != keys.name:
            raise RefusedError("altered")
        return _unseal(keys, carried[2])


def _unseal(keys: _Keys, sealed: bytes) -> tuple[Claim, str]:
    try:
        padded = sealed + b"=" * (-len(sealed) % 4)
        text = keys.payload.decrypt(base64.urlsafe_b64decode(padded), None)
        claim = Claim(**json.loads(text))
    except (InvalidTag, ValueError, TypeError):
        raise RefusedError("altered") from None
    return claim, _code(keys, text)


def _write(claim: Claim) -> bytes:
    return json.dumps(asdict(claim), sort_keys=True, separators=(",", ":")).encode()


def _code(keys: _Keys, text: bytes) -> str:
    letters = base64.b32encode(hmac.digest(keys.code, text, "sha256")).decode()[:_CODE_LETTERS]
    return "-".join(letters[i : i + 4] for i in range(0, _CODE_LETTERS, 4))
