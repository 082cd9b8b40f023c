"""`yauchoi card`: one JSON line becomes a picture or a PDF; a PDF is verified."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bot.cards.issue import LARGEST, Cards
from bot.cards.maker import CardMaker
from bot.cards.order import Order
from bot.cards.typeset import CardError
from bot.commands.calls import failure
from bot.commands.lines import LineError, Lines
from bot.settings import SettingError, data_keys, key_file, read_settings
from bot.words.catalogue import words
from flows.facts.known import FactError
from flows.library import Library
from flows.message import Message, say

# What a line of facts may come to; the longest real ones are about a thousand bytes.
_LONGEST_LINE = 1024 * 1024


class CardCallError(Exception):
    """A call that is wrong; `message` says so in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


@dataclass(frozen=True, slots=True)
class Call:
    """What was called for: a card in a language to a file, or a file to be verified."""

    verify: bool
    language: str
    out: str | None


def run(library: Library, call: Call, stream: BinaryIO, today: date) -> tuple[bool, str]:
    """Do what was called for; return whether it went well, and a sentence to say if any.

    Raises CardCallError and SettingError.
    """
    if call.verify:
        if call.out is not None:
            raise CardCallError(say("call-out-verify"))
        verified = Cards(library, words(), _keys_there()).verify(
            _read_bounded(stream), call.language
        )
        return verified.sound, verified.sentence
    kind = Path(call.out or "").suffix.lower()
    if call.out is None:
        raise CardCallError(say("call-out-left-out"))
    if kind not in {".png", ".pdf"}:
        raise CardCallError(say("call-out", found=call.out))
    try:
        made = _make(library, _only_line(stream), kind, call.language, today)
    except (LineError, FactError) as error:
        return False, words().render(call.language, error.message)
    except CardError as error:
        return False, str(error)
    try:
        _write(Path(call.out), made)
    except OSError as error:
        message = say("call-out-unwritable", found=call.out, why=failure(error))
        raise CardCallError(message) from None
    return True, ""


def issue(library: Library, order: Order) -> str:
    """Write a card into the folder at hand, as picture and PDF; say so."""
    language = order.language
    try:
        maker = CardMaker(Cards(library, words(), data_keys(read_settings())))
        for ending, made in zip(("png", "pdf"), maker.both(order), strict=True):
            _write(Path(f"{order.name}.{ending}"), made)
    except (CardError, SettingError) as error:
        return words().text(language, "card-not-made", why=str(error))
    except OSError as error:
        return words().text(language, "card-not-made", why=failure(error))
    return words().text(language, "card-written", name=order.name)


def _read_bounded(stream: BinaryIO) -> bytes:
    """Return what a card could be at most; one byte more is enough to be none."""
    return stream.read(LARGEST + 1)


def _keys_there() -> tuple[str, ...]:
    """Return the keys to verify with; verifying never makes one."""
    settings = read_settings()
    if not settings.data_key and not key_file().exists():
        sentence = (
            "DATA_KEY is not set and no key is kept here, but a card is verified with the key"
        )
        raise SettingError(f"{sentence} that signed it")
    return data_keys(settings)


def _only_line(stream: BinaryIO) -> bytes:
    raw = stream.read(_LONGEST_LINE + 1)
    lines = [line for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    if len(raw) > _LONGEST_LINE:
        raise CardCallError(say("call-card-too-long"))
    if len(lines) != 1:
        raise CardCallError(say("call-card-lines", count=len(lines)))
    return lines[0]


def _make(library: Library, raw: bytes, kind: str, language: str, today: date) -> bytes:
    case = Lines(library, words(), language, today).read(raw)
    maker = CardMaker(Cards(library, words(), data_keys(read_settings())))
    order = Order(case.edition.scheme_id, case.edition.day, case.on, language, case.raw)
    return maker.picture(order) if kind == ".png" else maker.document(order)


def _write(path: Path, made: bytes) -> None:
    """Write a file whole, or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
