"""What the operating system refuses, as one sentence: a connection, room on the disk, or a file."""

from __future__ import annotations

import errno

_NETWORK = frozenset(
    {
        errno.EADDRINUSE,
        errno.EADDRNOTAVAIL,
        errno.EHOSTUNREACH,
        errno.ENETDOWN,
        errno.ENETUNREACH,
        errno.ENOTCONN,
    }
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def say_refusal(error: OSError) -> str:
    """Say what was refused and what to look after."""
    said = error.strerror or type(error).__name__
    if isinstance(error, (ConnectionError, TimeoutError)) or error.errno in _NETWORK:
        return f"the network failed ({said}); check the connection and the settings"
    if error.errno in _FULL:
        return "the disk is full; make room, then try again"
    where = f' of "{error.filename}"' if isinstance(error.filename, str) else ""
    return f"reading or writing{where} failed ({said}); check the files and the disk"
