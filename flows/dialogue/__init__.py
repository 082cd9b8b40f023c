"""The dialogue: a pure, synchronous conversation generated from an edition."""

from flows.dialogue.reading import Event, Say, Tap
from flows.dialogue.reply import Block, Choice, Reply
from flows.dialogue.session import Answer, Session
from flows.dialogue.steps import Place, enter, step

__all__ = [
    "Answer",
    "Block",
    "Choice",
    "Event",
    "Place",
    "Reply",
    "Say",
    "Session",
    "Tap",
    "enter",
    "step",
]
