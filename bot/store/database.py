"""The database that a `DATABASE_URL` names: where it lies, how it is made ready and opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.store.protocol import Instead, Store

if TYPE_CHECKING:
    from bot.sealing import Seal

# Completes "but ... is expected", for a setting that names none of these.
EXPECTED = "sqlite:///a/file.db (PostgreSQL cannot be used yet)"
_SQLITE = "sqlite:///"


class Database(Protocol):
    """A database at an address. Its errors are StoreErrors."""

    @property
    def folder(self) -> Path | None:
        """The folder of this machine that its data lie in, if any."""

    def exists(self) -> bool:
        """Whether it was made already."""

    def migrate(self, seal: Callable[[], Seal] | None = None) -> int:
        """Bring it to this program's schema; return how many steps were taken.

        Nobody serves from it meanwhile. The key is asked for only where something is sealed;
        without one that is refused. Raises StoreError.
        """

    async def open(self, seal: Seal, instead: Instead) -> Store:
        """Open it, whose schema must be this program's. Raises StoreError.

        `instead` says what to call in place of a call that cannot be read.
        """


def database_at(url: str) -> Database:
    """Return the database at an address. Raises ValueError for one that is not known here."""
    path = url.removeprefix(_SQLITE)
    if path in {url, ""}:
        raise ValueError(url)
    return SqliteFile(Path(path))


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """A database in a file, which one process at a time has to itself."""

    path: Path

    @property
    def folder(self) -> Path:
        """See Database."""
        return self.path.resolve().parent

    def exists(self) -> bool:
        """See Database."""
        return self.path.exists()

    def migrate(self, seal: Callable[[], Seal] | None = None) -> int:
        """See Database."""
        # Settings know the address: whoever only reads them loads no engine.
        from bot.store.schema import migrate_file  # noqa: PLC0415
        from bot.store.sealed import no_key  # noqa: PLC0415

        return migrate_file(self.path, seal or no_key)

    async def open(self, seal: Seal, instead: Instead) -> Store:
        """See Database."""
        from bot.store.sqlite import open_store  # noqa: PLC0415 - as above

        return await open_store(self.path, seal, instead)
