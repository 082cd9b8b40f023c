"""What is known of a person: values, what a fact's whole line is, and what cannot be taken."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from flows.message import Argument, Message, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact, Vocabulary


class Span(NamedTuple):
    """A half-open stretch of numbers, [lo, hi); `exact` where it stands for one number."""

    lo: float
    hi: float
    exact: float | None = None


# Of a choice, a set is what other answers leave possible.
Value = bool | str | Span | frozenset[str]


class FactError(Exception):
    """A value that cannot be taken; `problem` and `args` become a sentence in any language."""

    def __init__(self, problem: str, fact: str, /, **args: Argument) -> None:
        super().__init__(problem, fact)
        self.problem = problem
        self.fact = fact
        self.args_ = args

    @property
    def message(self) -> Message:
        """The sentence for a program's author, naming the fact by its id."""
        return say(f"bad-{self.problem}", fact=self.fact, **self.args_)

    @property
    def to_person(self) -> Message:
        """The sentence for the person who typed it."""
        return say(f"problem-{self.problem}", **self.args_)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person on a day; facts that bound each other agree."""

    vocabulary: Vocabulary
    known: Mapping[str, Value]
    told: frozenset[str]

    def get(self, fact: str) -> Value | None:
        """Return what is known of a fact, or None."""
        return self.known.get(fact)


def nothing(vocabulary: Vocabulary) -> Facts:
    """Return what is known of somebody who told nothing."""
    return Facts(vocabulary, {}, frozenset())


def domain(fact: Fact) -> tuple[float, float]:
    """Return the whole stretch of a number or a day, half-open."""
    least, most = fact.form.ends(fact)
    return least, after(fact, most)


def after(fact: Fact, number: float) -> float:
    """Return the number after another: the next whole one, or the next there is."""
    return number + 1 if fact.form.whole else math.nextafter(number, math.inf)


def exactly(fact: Fact, number: float) -> Span:
    """Return one number as what is known of a fact."""
    if fact.form.whole:
        return Span(number, number + 1, int(number))
    return Span(number, math.nextafter(number, math.inf), number)


def plain(number: float) -> float:
    """Return a number as people write it: a whole one without its fraction."""
    return int(number) if number == int(number) else number


def write_band(fact: Fact, span: Span) -> dict[str, float]:
    """Return a band as JSON takes it; an end that is the fact's own is left out."""
    least, end = domain(fact)
    band = {"from": plain(span.lo)} if span.lo > least else {}
    return band | ({"below": plain(span.hi)} if span.hi < end else {})


def write_span(fact: Fact, span: Span) -> str:
    """Write what was told of a number: the number, or the band with the ends that were given."""
    if span.exact is not None:
        return quote(span.exact)
    start, end = domain(fact)
    ends = [f'"from": {quote(span.lo)}'] if span.lo != start else []
    ends += [f'"below": {quote(span.hi)}'] if span.hi != end else []
    return f"{{{', '.join(ends)}}}"


def quote(value: Any) -> str:
    """Write a found value for a message as JSON, so that "35" and 35 are told apart."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
        value = int(value)
    return printable(json.dumps(value, ensure_ascii=False, default=repr))


def printable(text: str) -> str:
    """Cut a text that was found to a short piece of a line, without control characters."""
    text = "".join(c if c.isprintable() else "?" for c in text[:61])
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004
