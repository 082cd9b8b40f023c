"""What a person does and what the conversation answers, in the words of no channel.

A channel turns what reaches it into one act, and the acts that come back into whatever it has:
calls, lines of a terminal, a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.cards.order import Order
from flows.dialogue import Block, Place, Reply
from flows.message import Message


@dataclass(frozen=True, slots=True)
class Opened:
    """The person comes, or comes back; `link` is the payload of a deep link, if one was used."""

    link: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Typed words; `message` is the channel's number for them, by which an edit is recognised."""

    text: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was said before and now reads differently."""

    text: str
    message: int


@dataclass(frozen=True, slots=True)
class Chose:
    """A choice on a screen; `stale` if that screen is not the one shown last."""

    choice: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A command by its name, without a slash."""

    command: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that is no answer.

    `kind` is one of `file`, `captioned` (a file with words under it), `contact`, `forwarded`
    and `wordless`.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Looked:
    """The person wants to see the screen again."""


Act = Opened | Said | Edited | Chose | Asked | Sent | Looked


@dataclass(frozen=True, slots=True)
class Show:
    """Show the screen of a place.

    The first `lead` blocks of the reply are said once, before the screen itself.
    """

    place: Place
    reply: Reply
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something beside the screen, with nothing to choose."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Toast:
    """Say something briefly about the choice that was just made."""

    message: Message


@dataclass(frozen=True, slots=True)
class Hand:
    """Make a score card, and hand it over as a picture and as a PDF."""

    order: Order
    caption: Message


@dataclass(frozen=True, slots=True)
class Disclose:
    """Hand over all that is kept of the person as a file; the channel adds what it keeps itself."""

    kept: Mapping[str, Any]
    caption: Message


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete all that is kept of the person, and say so."""


Answer = Show | Tell | Toast | Hand | Disclose | Forget
