"""Every message that only a typeset card says, with its arguments."""

from __future__ import annotations

_FIXED = {
    "card-maker": (),
    "card-not-a-decision": (),
    "card-legend-certain": (),
    "card-legend-possible": (),
    "card-sources": (),
    "card-code": ("code",),
    "card-code-use": (),
}


def needed() -> dict[str, frozenset[str]]:
    """Return the ids with their arguments."""
    return {id_: frozenset(args) for id_, args in _FIXED.items()}
