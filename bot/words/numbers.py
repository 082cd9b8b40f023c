"""Numbers in words: read out of a text, and the few that no rule states, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from pydantic import BaseModel, ConfigDict, Field, RootModel

from bot.words.catalogue import number as written
from flows.documents import build, read_marked

_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万萬亿億]|million\b|thousand\b)?")
_TIMES = {
    "": 1,
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    "million": 1_000_000,
    "thousand": 1000,
}
# "One" is as often an article or a pronoun as a number, in Chinese too.
_ENGLISH = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
).split()
_SPELLED = re.compile(rf"\b({'|'.join(_ENGLISH)})\b", re.IGNORECASE)
_CHINESE = re.compile(r"[两兩二三四五六七八九十百千][一两兩二三四五六七八九十百千]*[万萬亿億]?")
_MARKED = 10_000
_ONE = re.compile(r"(?<!\d)1(?!\d)")
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ONES = {"两": 2, "兩": 2} | {letter: i for i, letter in enumerate("一二三四五六七八九", 1)}


class Allowed(BaseModel):
    """Numbers that a text may state though no rule does, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    numbers: tuple[float, ...] = Field(min_length=1)
    why: str = Field(min_length=1)


class _AllAllowed(RootModel[dict[str, Allowed]]):
    """The allowances by message id."""


@cache
def allowed_numbers() -> Mapping[str, Allowed]:
    """Return the numbers that texts of rules may state though no rule does. Raises RuleError."""
    path = Path(__file__).with_name("numbers.yaml")
    return build(_AllAllowed, read_marked(path, "bot/words/numbers.yaml")).root


def write_number(number: float) -> str:
    """Write a number for an author: a year without marks, an amount with them."""
    return f"{number:g}" if number < _MARKED else written(number)


class _Texts(Visitor):
    """The texts of a message: what stands between its gaps."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        """Collect one text."""
        self.texts.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        """Collect a text in quotation marks."""
        self.texts.append(node.value)

    def visit_NumberLiteral(self, node: ast.NumberLiteral) -> None:  # noqa: N802
        """Collect a number that stands in a gap."""
        self.texts.append(node.value)

    def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802
        """Leave out the key of a variant, and the one that a variant for one says again."""
        start = len(self.texts)
        self.visit(node.value)
        key = node.key.name if isinstance(node.key, ast.Identifier) else node.key.value
        if key in {"one", "1"}:
            self.texts[start:] = [_ONE.sub("", text) for text in self.texts[start:]]


def numbers_in(entry: ast.Message) -> frozenset[float]:
    """Return the numbers that a message's own words state, written in digits or spelled out."""
    found = _Texts()
    if entry.value is not None:
        found.visit(entry.value)
    return frozenset(number for text in found.texts for number in read_numbers(text))


def read_numbers(text: str) -> Iterator[float]:
    """Yield the numbers in a text, in English or Chinese."""
    for digits, times in _DIGITS.findall(text):
        yield float(digits.replace(",", "")) * _TIMES[times]
    for word in _SPELLED.findall(text):
        yield _ENGLISH.index(word.lower()) + 2
    for match in _CHINESE.finditer(text):
        yield _chinese(match[0])


def _chinese(word: str) -> float:
    """Read a Chinese number of up to four digits, with 萬 or 億 after it."""
    total, digit, times = 0, 0, _TIMES.get(word[-1], 1)
    for letter in word:
        if letter in _ONES:
            digit = _ONES[letter]
        elif letter in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[letter], 0
    return float(total + digit) * times
