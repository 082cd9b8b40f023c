"""Replies: neutral blocks of messages and choices; a channel renders them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from flows.message import Argument, Message

Kind = Literal["problem", "notice", "progress", "heading", "text", "item", "note"]


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

    `lettered` tells that a typed number is an answer, so that options are counted by letters.
    """

    state: str
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]
    lettered: bool = False
