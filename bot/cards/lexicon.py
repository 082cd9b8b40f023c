"""Every message that only a typeset card says, or its verifying, with its arguments."""

from __future__ import annotations

from flows.message import Needed, parse_needed

_FIXED = parse_needed(
    """
    card-maker
    card-not-a-decision
    card-legend-certain
    card-legend-possible
    card-sources
    card-code code
    card-code-use
    card-verified scheme edition day result code
    card-verified-still scheme edition day result code before after
    card-verified-moved scheme edition day result code before after now
    card-refused-not-ours
    card-refused-altered
    card-refused-other-key
    card-refused-unknown
    card-refused-differs
    """
)


def card_messages() -> Needed:
    """Return the ids with their arguments."""
    return dict(_FIXED)
