"""A titled stretch of lines: what a screen shows under one heading, whatever it is about."""

from __future__ import annotations

from dataclasses import dataclass

from flows.message import Message


@dataclass(frozen=True, slots=True)
class Section:
    """A title, and the lines below it."""

    title: Message
    lines: tuple[Message, ...]
