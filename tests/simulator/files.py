"""The files that were sent, by the bot or by people."""

from dataclasses import dataclass

from tests.simulator import refusals
from tests.simulator.refusals import bad
from tests.simulator.wire import Json, Upload


@dataclass(frozen=True, slots=True)
class File:
    """A file that the server keeps."""

    number: int
    upload: Upload

    @property
    def path(self) -> str:
        return f"documents/file_{self.number}"

    def payload(self) -> Json:
        """Return what every kind of file has."""
        return {
            "file_id": f"file-{self.number}",
            "file_unique_id": f"unique-{self.number}",
            "file_size": len(self.upload.body),
        }


class Files:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self.kept: list[File] = []

    def keep(self, upload: Upload) -> File:
        """Keep a file."""
        self.kept.append(File(len(self.kept) + 1, upload))
        return self.kept[-1]

    def sent(self, value: object) -> File:
        """Return the file that a call sends: uploaded now, or known by its id."""
        if isinstance(value, Upload):
            if not value.body:
                raise bad("file must be non-empty")
            return self.keep(value)
        return self.named(str(value))

    def named(self, file_id: str) -> File:
        """Return a file by its id; raises Refused."""
        for one in self.kept:
            if one.payload()["file_id"] == file_id:
                return one
        raise bad(refusals.NO_FILE)

    def get_file(self, parameters: Json) -> Json:
        """Answer getFile."""
        one = self.named(str(parameters.get("file_id")))
        return one.payload() | {"file_path": one.path}

    def body(self, path: str) -> bytes | None:
        """Return what stands at a path."""
        return next((one.upload.body for one in self.kept if one.path == path), None)
