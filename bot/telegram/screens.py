"""Screens within Telegram's limits: pieces of 4,096 units of text, buttons of 64 bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.words import Words
from flows.dialogue import Choice, Reply

TEXT_UNITS = 4096
DATA_BYTES = 64
FLOW = "y"
_CONTROLS_A_ROW = 3
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_LEAD = {"item": "• ", "problem": "⚠️ ", "notice": "ℹ️ "}


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a button carries: the turn that showed it, and the choice."""

    rev: int
    choice: str


def data(rev: int, choice: str) -> str:
    """Return what a button carries: `flow:rev:option`."""
    return f"{FLOW}:{rev}:{choice}"


def tapped(text: str) -> Tapped | None:
    """Read what a button carried; None for what no button of ours carries."""
    flow, _, rest = text.partition(":")
    rev, _, choice = rest.partition(":")
    if flow != FLOW or not rev.isdecimal() or not rev.isascii() or len(rev) > 18:  # noqa: PLR2004
        return None
    return Tapped(int(rev), choice)


def pieces(text: str) -> list[str]:
    """Split a text at blank lines, else at lines, into messages that Telegram takes."""
    found = [text] if units(text) <= TEXT_UNITS else _split(text)
    return [piece.strip("\n") for piece in found if piece.strip()]


def _split(text: str) -> list[str]:
    found = [""]
    lines = [part for line in text.split("\n") for part in _short(line)]
    for paragraph in lines:
        longer = f"{found[-1]}\n{paragraph}" if found[-1] else paragraph
        if units(longer) <= TEXT_UNITS:
            found[-1] = longer
        else:
            found.append(paragraph)
    return found


def _short(line: str) -> list[str]:
    """Cut a line that no message could hold; two units a letter is the most there can be."""
    if units(line) <= TEXT_UNITS:
        return [line]
    room = TEXT_UNITS // 2
    return [line[start : start + room] for start in range(0, len(line), room)]


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def text_of(reply: Reply, language: str, words: Words) -> str:
    """Return a screen's text: paragraphs with blank lines between, items line by line."""
    if reply.state == "language":
        return "\n\n".join("\n".join(words.everywhere(block.text)) for block in reply.blocks)
    text, before = "", ""
    for block in reply.blocks:
        if before:
            text += "\n" if block.kind == before == "item" else "\n\n"
        own = words.render(language, block.text)
        lead = "" if own[:1] in "✓✗?·" else _LEAD.get(block.kind, "")
        text += lead + own
        before = block.kind
    return text


def keyboard(reply: Reply, rev: int, language: str, words: Words) -> str:
    """Return the buttons of a screen as JSON: options a row each, controls three a row."""
    options = [choice for choice in reply.choices if not choice.control]
    rows = [[_button(choice, rev, language, words)] for choice in options]
    if reply.state == "language":
        rows = [
            [{"text": words.text(one, "language-name"), "callback_data": data(rev, one)}]
            for one in words.languages
        ]
    controls = [_button(choice, rev, language, words) for choice in reply.choices if choice.control]
    for start in range(0, len(controls), _CONTROLS_A_ROW):
        rows.append(controls[start : start + _CONTROLS_A_ROW])
    return _WRITER.encode({"inline_keyboard": rows})


def _button(choice: Choice, rev: int, language: str, words: Words) -> dict[str, str]:
    label = words.argument(language, choice.label)
    return {"text": label, "callback_data": data(rev, choice.id)}
