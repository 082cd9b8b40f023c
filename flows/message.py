"""A message without words: an id with its arguments, rendered later in any language."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Union

Argument = Union[
    str,
    int,
    float,
    date,
    "Message",
    "Messages",
    "Sentences",
    "Nation",
    "Tongue",
    "Month",
    "Variants",
]


class Message(NamedTuple):
    """What is said: the id of a catalogue entry, and what fills its gaps.

    A tuple, because it is made and hashed many times for every screen.
    """

    id: str
    args: tuple[tuple[str, Argument], ...] = ()


class Messages(NamedTuple):
    """Several messages in one gap, joined as the language joins a list."""

    items: tuple[Argument, ...]


class Sentences(NamedTuple):
    """Short sentences in one gap, one after the other."""

    items: tuple[Argument, ...]


class Nation(NamedTuple):
    """A country by its ISO 3166-1 code, named by the catalogue's language."""

    code: str


class Tongue(NamedTuple):
    """A language by its ISO 639-1 code, named by the catalogue's language."""

    code: str


class Month(NamedTuple):
    """A month of a year, written as the language writes it."""

    year: int
    month: int


class Variants(NamedTuple):
    """A text that data hold in several languages: its own, and others by their language."""

    text: str
    others: tuple[tuple[str, str], ...] = ()

    def for_language(self, language: str) -> str:
        """Return the text for a language: in it, else in another script of it, else its own."""
        base = language.partition("-")[0]
        for wanted in (language, base):
            for name, text in self.others:
                if wanted in {name, name.partition("-")[0]}:
                    return text
        return self.text


def say(id_: str, /, **args: Argument) -> Message:
    """Build a message: `say("ask-age", least=0)`."""
    return Message(id_, tuple(args.items()))
