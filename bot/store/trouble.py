"""What SQLite says is wrong, in plain words, and which troubles pass by themselves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.store.protocol import StoreError

# What another program, the disk or the system does; trying again is right.
_PASSING = {
    sqlite3.SQLITE_BUSY: "another program holds it",
    sqlite3.SQLITE_LOCKED: "another program holds it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk does not take or give what is written",
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_CANTOPEN: "the system opens no more files",
}
_ADVICE = {
    sqlite3.SQLITE_BUSY: "end that program or let it finish, then start again",
    sqlite3.SQLITE_LOCKED: "end that program or let it finish, then start again",
    sqlite3.SQLITE_FULL: "make room, then start again",
    sqlite3.SQLITE_IOERR: "look after the disk, then start again",
    sqlite3.SQLITE_READONLY: "let this user write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "let this user open the file and its folder",
}
_WRONG = {
    sqlite3.SQLITE_NOTADB: ("it is no database of SQLite", "name another file"),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", "put a backup in its place"),
}


def _code(error: BaseException) -> int:
    """Return the primary code of an error of SQLite; 0 for what is none."""
    # The extended codes hold the primary one in their last byte.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def passes(error: BaseException) -> bool:
    """Whether a trouble may pass by itself."""
    return _code(error) in _PASSING


def in_words(error: BaseException) -> str:
    """Return what is wrong."""
    code = _code(error)
    known = _PASSING.get(code) or _WRONG.get(code, ("",))[0]
    return known or str(error)


@contextmanager
def database_errors() -> Iterator[None]:
    """Raise a StoreError in place of an error of SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error) from error


def store_error(error: BaseException) -> StoreError:
    """Return an error that says what is wrong and what to do."""
    return StoreError(sentence(error))


def sentence(error: BaseException) -> str:
    """Return what is wrong and what to do, for a program that ends."""
    code = _code(error)
    advice = _ADVICE.get(code) or _WRONG.get(code, ("", ""))[1] or "name another"
    said = "cannot be opened" if code == sqlite3.SQLITE_CANTOPEN else in_words(error)
    return f"DATABASE_URL names a database that cannot be used ({said}): {advice}"
