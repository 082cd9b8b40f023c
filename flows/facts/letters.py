"""What was typed, in plain letters: cleaned to be said back, folded to be compared."""

from __future__ import annotations

import re
import unicodedata

from flows.facts.known import FactError

LONGEST = 1000
# As much of what could not be taken is said back.
_SHOWN = 40
# What closes a line and says nothing. A question mark is no such thing: it asks.
_CLOSING = " .。!,、;~"
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′`´", "'"))
_SPACES = re.compile(" {2,}")
# Marks of direction and joining come along with what is pasted, and nobody sees them; half a
# character is none.
_UNSEEN = frozenset({"Cf", "Cs"})
_CONTROL = frozenset({"Cc", "Zl", "Zp"})


def clean(text: str) -> str:
    """Return what was typed as it is said back. Raises FactError for what no answer looks like."""
    if len(text) > LONGEST:
        raise FactError("too-long", "", found=len(text), most=LONGEST)
    seen = _seen(text).strip()
    if not seen:
        raise FactError("empty", "")
    if any(unicodedata.category(letter) in _CONTROL for letter in seen):
        raise FactError("control-character", "")
    return seen


def fold(text: str) -> str:
    """Return what is alike in what people type: width, case, apostrophes, a closing mark.

    A small or an enclosed number stays what it is: 5² is no 52, and ½ no 1 with a 2.
    """
    if not text.isascii():
        text = _seen(text)
        numbers = any(unicodedata.category(letter) == "No" for letter in text)
        text = "".join(map(_wide, text)) if numbers else unicodedata.normalize("NFKC", text)
        text = text.translate(_APOSTROPHES)
    return _SPACES.sub(" ", text.strip().rstrip(_CLOSING).lower())


def excerpt(text: str) -> str:
    """Return as much of a text as is said back."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _seen(text: str) -> str:
    if text.isascii():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) not in _UNSEEN)


def _wide(letter: str) -> str:
    number = unicodedata.category(letter) == "No"
    return letter if number else unicodedata.normalize("NFKC", letter)
