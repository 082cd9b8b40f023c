"""Every message that a conversation says on any channel, beside the dialogue's own."""

from __future__ import annotations

from flows.message import Needed, parse_needed

_FIXED = parse_needed(
    """
    notice-kept finished
    go-on
    begin-anew
    sorry
    stale-screen
    edited-answer
    edited-in-vain
    unread-file
    unread-captioned
    unread-contact
    unread-forwarded
    unread-wordless
    help
    unknown-command
    about operator contact version
    privacy operator contact stored unfinished finished
    stored-and first then
    mydata
    delete-ask
    delete-yes
    delete-no
    card-caption
    card-failed
    """
)


def conversation_messages() -> Needed:
    """Return the ids with their arguments."""
    return dict(_FIXED)
