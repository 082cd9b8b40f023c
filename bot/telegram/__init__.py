"""Telegram: updates in, calls out. Only this package knows the Bot API's JSON."""
