"""The store: updates accepted, chats as they stand, messages to send. One package knows SQL."""

from bot.store.protocol import Accepted, Chat, Clock, Effect, Letter, Store, StoreError, Turn

__all__ = ["Accepted", "Chat", "Clock", "Effect", "Letter", "Store", "StoreError", "Turn"]
