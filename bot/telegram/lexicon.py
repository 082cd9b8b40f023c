"""Every message that only Telegram says, with its arguments."""

from __future__ import annotations

from bot.store.fields import WORDS
from bot.telegram.commands import COMMANDS
from flows.message import Needed, listed

_FIXED = listed(
    """
    telegram-no-files
    telegram-no-contact
    telegram-no-caption
    telegram-forwarded
    telegram-not-read
    telegram-edited-in-vain
    telegram-group link
    telegram-stale
    telegram-edited
    telegram-help
    telegram-about operator contact version
    telegram-privacy operator contact stored unfinished finished
    telegram-notice finished
    stored-and first then
    telegram-unknown-command
    telegram-go-on
    telegram-delete-ask
    telegram-delete-yes
    telegram-delete-no
    telegram-deleted
    telegram-mydata
    telegram-sorry
    telegram-begin-anew
    telegram-card
    telegram-no-card
    telegram-description
    telegram-short-description
    """
)


def needed() -> Needed:
    """Return the ids with their arguments."""
    found = _FIXED | dict.fromkeys(WORDS.values(), frozenset[str]())
    return found | {f"command-{name}": frozenset[str]() for name in COMMANDS}
