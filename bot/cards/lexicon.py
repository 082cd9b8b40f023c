"""Every message that only a typeset card says, with its arguments."""

from __future__ import annotations

from flows.fixed import Needed, listed

_FIXED = listed(
    """
    card-maker
    card-not-a-decision
    card-legend-certain
    card-legend-possible
    card-sources
    card-code code
    card-code-use
    """
)


def needed() -> Needed:
    """Return the ids with their arguments."""
    return dict(_FIXED)
