"""The database's file: one process at a time, for its owner only, and still the same one."""

from __future__ import annotations

import fcntl
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

from bot.store.protocol import StoreError

OTHERS = 0o077
OWNER = 0o600
LOG = logging.getLogger("yauchoi.store")


def own_files() -> None:
    """Let whatever is made from now on be its owner's only."""
    os.umask(OTHERS)


class File:
    """A database file that this process alone uses. Raises StoreError where another does.

    Two locks hold it: one beside the file that its path leads to, which outlives a replaced
    file, and one on the file itself, which every name of it shares.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._name = str(path)
        self._held: list[int] = []
        real = path.resolve()
        lock = Path(f"{real}.lock")
        what = f'the folder of "{path}"'
        try:
            real.parent.mkdir(parents=True, exist_ok=True)
            self._take(lock)
            what = f'the database "{path}"'
            self._take(real)
        except BlockingIOError:
            self.release()
            raise StoreError(
                f'another process already serves from "{path}": '
                "stop it, or give this one its own file"
            ) from None
        except OSError as error:
            self.release()
            raise StoreError(f"{what} cannot be written ({error.strerror}); name another") from None
        self._identity = _identity(os.fstat(self._held[-1]))
        self._tighten(real, lock)

    def _take(self, path: Path) -> None:
        self._held.append(os.open(path, os.O_RDWR | os.O_CREAT, OWNER))
        fcntl.flock(self._held[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _tighten(self, real: Path, lock: Path) -> None:
        """Keep other users from the files; tell where that cannot be done."""
        for one in (real, lock, Path(f"{real}-wal"), Path(f"{real}-shm")):
            try:
                mode = one.stat().st_mode
                if mode & OTHERS:
                    one.chmod(mode & 0o700)
            except FileNotFoundError:
                continue
            except OSError:
                LOG.warning("other users can read", extra={"file": one.name})

    def prove(self) -> None:
        """Require the file that was opened. Raises StoreError where it is gone or another."""
        try:
            # Asked at every update: a `Path` takes twice as long.
            same = _identity(os.stat(self._name)) == self._identity  # noqa: PTH116
        except OSError:
            same = False
        if not same:
            raise StoreError(
                f'the database "{self.path}" was taken away or replaced while it was served: '
                "put the right file in its place, then start again"
            )

    def release(self) -> None:
        """Let others have it; once is enough. SQLite's own connections must be closed by now."""
        while self._held:
            os.close(self._held.pop())


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def file_within(path: Path, seconds: float, pause: Callable[[float], None] = time.sleep) -> File:
    """Take a file, waiting that long for another process to let it go. Raises StoreError."""
    while True:
        try:
            return File(path)
        except StoreError:
            if seconds <= 0:
                raise
        pause(_LOOK_SECONDS)
        seconds -= _LOOK_SECONDS


_LOOK_SECONDS = 0.1
