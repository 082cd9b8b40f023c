"""Lines that fit a plain terminal, for scripts with and without spaces.

Between Chinese characters a line may end anywhere, except that no line begins with a closing
mark or ends with an opening one, and a number or a Latin word is never cut.
"""

from __future__ import annotations

import re

from wcwidth import width

_OPENING = "（「『《“"
_CLOSING = "，。、；：！？）」』》”…%"
# A run of one script's letters with the marks that belong to it, or the space between runs.
_PIECE = re.compile(
    rf"\s+|[{_OPENING}]*(?:[^\s\u2e80-\uffef{_OPENING}]+|[\u2e80-\uffef])[{_CLOSING}]*|."
)

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u2e80-\uffef]")


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text; `first` and `rest` lead its first line and the others.

    A piece wider than the columns is cut, so that nothing stands out of the screen; but an
    address is kept whole, for half of one leads nowhere.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = first if not lines else rest
        lead = line
        for piece in _pieces(paragraph, columns - len(rest)):
            if width(line + piece.rstrip()) > columns and line != lead:
                lines.append(line.rstrip())
                line = lead = rest
                if piece.isspace():
                    continue
            line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(paragraph: str, room: int) -> list[str]:
    found: list[str] = []
    for piece in _PIECE.findall(paragraph):
        while width(piece) > room and not _ADDRESS.search(piece):
            # Every letter may be two columns wide, except where none is.
            cut = room if piece.isascii() else room // 2
            found.append(piece[:cut])
            piece = piece[cut:]  # noqa: PLW2901 - the rest of a piece too wide to keep
        found.append(piece)
    return found
