"""Replies: neutral blocks of messages and choices; a channel renders them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from flows.message import Argument, Message, say

Kind = Literal["problem", "notice", "progress", "heading", "verdict", "text", "item", "note"]
Mark = Literal["met", "not-met", "open", "unsettled"]
# Messages that say first how something came out, or that no source settles it.
_MARKED: dict[str, Mark] = {
    "brief-met": "met",
    "brief-not-met": "not-met",
    "brief-open": "open",
    "brief-points-open": "open",
    "condition-met": "met",
    "condition-not-met": "not-met",
    "condition-open": "open",
    "line-unsettled": "unsettled",
}
# Choices that many screens offer, and whose ids are triggers themselves.
CONTROLS = ("unsure", "back", "edit", "why", "person", "resume", "restart", "language")
# Controls that only look; the others tell something.
_LOOKING = frozenset({"why", "back", "edit", "person", "resume", "language"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: what it is, and what it says."""

    kind: Kind
    text: Message

    @property
    def mark(self) -> Mark | None:
        """How what the line is about came out, where the line says so."""
        text = self.text
        while text.id not in _MARKED:
            line = next((value for name, value in text.args if name == "line"), None)
            if not isinstance(line, Message):
                return None
            text = line
        return _MARKED[text.id]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: an answer with its value as JSON, or a control such as back or why.

    One that looks changes only what is shown, and can be taken twice; the others tell something.
    `chosen` marks the answer that stands: it is the same choice, whatever was told.
    """

    id: str
    label: Argument
    control: bool = False
    value: Any = None
    does: Literal["tell", "look"] = "tell"
    chosen: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screen asks for: a fact with its kind, unit and bounds, or else a month."""

    fact: str | None
    kind: str
    unit: str | None = None
    least: float | None = None
    most: float | None = None
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A screen: where the dialogue stands, what it says, what can be chosen, what is asked."""

    state: str
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]
    asks: Asked | None = None

    @property
    def title(self) -> Message:
        """What the screen is about: its first heading, or else what it asks or says first."""
        first = {block.kind: block.text for block in reversed(self.blocks)}
        return first.get("heading") or first["text"]

    @property
    def question(self) -> str | None:
        """The fact that is asked, whose answers the options are."""
        return self.asks.fact if self.asks else None

    @property
    def lettered(self) -> bool:
        """Whether a typed number is an answer, so that options are counted by letters."""
        return self.asks is not None and self.asks.unit is not None


def look(id_: str, label: Argument, *, control: bool = False) -> Choice:
    """Build a choice that only looks."""
    return Choice(id_, label, control, does="look")


@cache
def controls(*ids: str) -> tuple[Choice, ...]:
    """Build controls: choices that every screen words alike."""
    return tuple(
        Choice(id_, say(f"control-{id_}"), control=True, does="look" if id_ in _LOOKING else "tell")
        for id_ in ids
    )
