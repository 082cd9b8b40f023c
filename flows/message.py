"""A message without words: an id with its arguments, rendered later in any language."""

from __future__ import annotations

from dataclasses import dataclass
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
    "Gauge",
]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What a rule adds to its text, the same object for every message about it.

    `special` are ids for a narrower use, the narrowest first: the first that a catalogue has is
    said in place of the message's own. `args` are the rule's numbers, for the gaps that have
    them. It is equal to itself alone, so that a message is hashed without looking into it.
    """

    special: tuple[str, ...] = ()
    args: tuple[tuple[str, Argument], ...] = ()


class Message(NamedTuple):
    """What is said: the id of a catalogue entry, what fills its gaps, and the rule behind it.

    A tuple, because it is made and hashed many times for every screen.
    """

    id: str
    args: tuple[tuple[str, Argument], ...] = ()
    rule: Rule | None = None


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


class Address(Variants):
    """Where something can be followed to, in each language that has a page of its own."""

    __slots__ = ()


class Gauge(NamedTuple):
    """A score against its line: sure up to `least`, possible up to `most`, of `maximum`.

    `need` is where the line is to be crossed. A channel draws it as it can.
    """

    least: int
    most: int
    need: int
    maximum: int


def say(id_: str, /, **args: Argument) -> Message:
    """Build a message: `say("ask-age", least=0)`."""
    return Message(id_, tuple(args.items()))


_MYRIAD, _MYRIAD_MYRIADS = 10_000, 100_000_000


def money(unit: str, amount: float) -> Message:
    """Build an amount of money, which each language writes in its own way.

    A language may write it by `$scaled` where `$scale` is `myriad` (ten thousands, 萬) or
    `myriad-myriads` (hundred millions, 億): the amount is then a round number of them.
    """
    scale, by = "plain", 1
    if amount and not amount % _MYRIAD:
        scale, by = "myriad", _MYRIAD
    if amount and not amount % _MYRIAD_MYRIADS:
        scale, by = "myriad-myriads", _MYRIAD_MYRIADS
    return say(f"amount-{unit}", amount=amount, scale=scale, scaled=amount / by)


# Messages by their ids, each with the names of its arguments.
Needed = dict[str, frozenset[str]]


def parse_needed(text: str) -> Needed:
    """Read lines of `id argument argument`."""
    lines = (line.split() for line in text.strip().splitlines())
    return {words[0]: frozenset(words[1:]) for words in lines if words}
