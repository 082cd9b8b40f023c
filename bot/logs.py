"""The log: a line of JSON for each record, with ids, states and times, never words or tokens.

A fault says where it happened, as file:line:function, and what the program was then: enough for a
programmer, nothing of a person. What other libraries log may hold anything, so of theirs only the
template of the message is written.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from bot import __version__

OURS = "yauchoi"
MOST_FRAMES = 20
# What a record may tell beside its message.
FIELDS = (
    "update_id",
    "count",
    "ms",
    "method",
    "error",
    "reason",
    "mode",
    "kind",
    "chat",
    "state",
    "asked",
    "file",
    "days",
    "frames",
    "version",
)
_ROOT = Path(__file__).parents[1]


class Structured(logging.Formatter):
    """Writes a record as JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        told = {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": when, "level": record.levelname.lower(), "what": _what(record)}
        if record.exc_info and record.exc_info[1] is not None:
            told = fault(record.exc_info[1]) | told
        return json.dumps(line | told)


def _what(record: logging.LogRecord) -> str:
    """Return what is logged; of another library the first line of what it always says."""
    if record.name.partition(".")[0] == OURS:
        return record.getMessage()
    return f"{record.name}: {str(record.msg).partition(chr(10))[0][:120]}"


def fault(error: BaseException) -> dict[str, object]:
    """Return what a programmer needs to know of an error: its class, where, which program."""
    return {"error": type(error).__name__, "frames": frames(error), "version": __version__}


def frames(error: BaseException) -> list[str]:
    """Return where an error passed, outermost first, as file:line:function; then its causes."""
    found = [
        f"{_short(frame.f_code.co_filename)}:{line}:{frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ][-MOST_FRAMES:]
    if error.__cause__ is None:
        return found
    return [*found, f"caused by {type(error.__cause__).__name__}", *frames(error.__cause__)]


def _short(name: str) -> str:
    """Return a file as the repository or a library names it, without this machine's folders."""
    path = Path(name)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def begin() -> None:
    """Log to standard error from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Structured())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("transitions").setLevel(logging.WARNING)
    # It tells whole answers that it cannot read, and with them what people wrote.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
