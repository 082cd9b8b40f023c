"""Every message that a conversation says on any channel, beside the dialogue's own."""

from __future__ import annotations

from flows.message import Needed, listed

_FIXED = listed(
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


def needed() -> Needed:
    """Return the ids with their arguments."""
    return dict(_FIXED)
