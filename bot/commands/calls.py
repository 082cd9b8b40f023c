"""What a call of the command line names, and what is said, in its language, where it is wrong."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from flows.message import Argument, Message, Needed, parse_needed, say

if TYPE_CHECKING:
    from datetime import date

_FIXED = parse_needed(
    """
    call-day found
    call-no-such-day found
    call-file found why
    call-file-missing
    call-file-folder
    call-file-forbidden
    call-card
    call-card-lines count
    call-card-too-long
    call-out found
    call-out-left-out
    call-out-unwritable found why
    call-out-verify
    """
)
# What the system says in its own language, by its number.
_WHY = {
    errno.ENOENT: "call-file-missing",
    errno.EISDIR: "call-file-folder",
    errno.EACCES: "call-file-forbidden",
    errno.EPERM: "call-file-forbidden",
}


class CallError(Exception):
    """A call or a setting that is wrong; its text is one sentence."""


def call_messages() -> Needed:
    """Return every message of a wrong call, with its arguments."""
    return dict(_FIXED)


def failure(error: OSError) -> Argument:
    """Say why the system refused a file."""
    known = _WHY.get(error.errno or 0)
    return say(known) if known else str(error.strerror)


def wrong_call(language: str | None, message: Message) -> CallError:
    """Return the error of a wrong call, in the language that it names."""
    from bot.words.catalogue import DEFAULT, words  # noqa: PLC0415 - slow to load

    return CallError(words().render(language or DEFAULT, message))


def read_language(name: str | None) -> str | None:
    """Return the language that a call names. Raises CallError for one that there is not."""
    from bot.words.catalogue import words  # noqa: PLC0415 - slow to load

    if name is not None and not words().speaks(name):
        known = ", ".join(words().languages)
        raise CallError(f'--lang is "{name}", but the languages are {known}')
    return name


def read_day_of_call(text: str | None, language: str | None) -> date | None:
    """Return the day that a call names. Raises CallError where it is none."""
    from flows.facts.from_json import NoSuchDayError, read_day  # noqa: PLC0415 - slow to load

    try:
        return None if text is None else read_day(text)
    except NoSuchDayError:
        raise wrong_call(language, say("call-no-such-day", found=text or "")) from None
    except ValueError:
        raise wrong_call(language, say("call-day", found=text or "")) from None


def standard_input() -> TextIO:
    """Return standard input. Raises CallError where it is closed."""
    if sys.stdin is None:
        raise CallError("standard input is closed, but it is read here; leave it open")
    return sys.stdin


def open_input(name: str, language: str) -> BinaryIO:
    """Open a file, or standard input for "-". Raises CallError where it cannot be read."""
    if name == "-":
        return standard_input().buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise wrong_call(language, say("call-file", found=name, why=failure(error))) from None
