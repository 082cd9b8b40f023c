"""Every message that only Telegram says, with its arguments."""

from __future__ import annotations

from bot.store.fields import WORDS
from bot.telegram.commands import COMMANDS
from flows.message import Needed, parse_needed

_FIXED = parse_needed(
    """
    telegram-group link
    telegram-deleted
    telegram-description
    telegram-short-description
    """
)


def telegram_messages() -> Needed:
    """Return the ids with their arguments."""
    found = _FIXED | dict.fromkeys(WORDS.values(), frozenset[str]())
    return found | {f"command-{name}": frozenset[str]() for name in COMMANDS}
