"""The store: updates accepted, chats as they stand, messages to send. One package knows SQL."""

from bot.store.database import Database, database_at
from bot.store.protocol import (
    Accepted,
    Batch,
    Chat,
    Clock,
    Effect,
    Instead,
    Letter,
    Store,
    StoreError,
    Turn,
)

__all__ = [
    "Accepted",
    "Batch",
    "Chat",
    "Clock",
    "Database",
    "Effect",
    "Instead",
    "Letter",
    "Store",
    "StoreError",
    "Turn",
    "database_at",
]
