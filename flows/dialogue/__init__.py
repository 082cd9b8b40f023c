"""The dialogue: a pure, synchronous conversation generated from an edition."""

from flows.dialogue.reading import Event, Say, Tap, Tell
from flows.dialogue.reply import Asked, Block, Choice, Reply
from flows.dialogue.session import Answer, Editing, Session
from flows.dialogue.steps import Place, enter, step

__all__ = [
    "Answer",
    "Asked",
    "Block",
    "Choice",
    "Editing",
    "Event",
    "Place",
    "Reply",
    "Say",
    "Session",
    "Tap",
    "Tell",
    "enter",
    "step",
]
