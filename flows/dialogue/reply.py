"""Replies: neutral blocks of messages and choices; a channel renders them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from flows.message import Argument, Message, say

Kind = Literal["problem", "notice", "progress", "heading", "verdict", "text", "item", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: what it is, and what it says."""

    kind: Kind
    text: Message


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: an answer with its value as JSON, or a control such as back or why."""

    id: str
    label: Argument
    control: bool = False
    value: Any = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A screen: where the dialogue stands, what it says, what can be chosen.

    `lettered` tells that a typed number is an answer, so that options are counted by letters;
    `question` is the fact that is asked, whose answers the options are.
    """

    state: str
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]
    lettered: bool = False
    question: str | None = None


@cache
def controls(*ids: str) -> tuple[Choice, ...]:
    """Build controls: choices that every screen words alike."""
    return tuple(Choice(id_, say(f"control-{id_}"), control=True) for id_ in ids)
