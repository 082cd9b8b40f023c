"""A section: a title and its lines, told alike on a screen, in a chat and on a card."""

from __future__ import annotations

from dataclasses import dataclass

from flows.message import Message


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together under a title."""

    title: Message
    lines: tuple[Message, ...]
