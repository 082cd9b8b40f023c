"""Screens within Telegram's limits: pieces of 4,096 units of text, buttons of 64 bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from json.encoder import encode_basestring as _quoted
from typing import Any

from bot.conversation.layout import options, paragraphs, ways
from bot.store import Turn
from bot.words.catalogue import Words
from flows.dialogue import Reply
from flows.facts.letters import fold

TEXT_UNITS = 4096
DATA_BYTES = 64
FLOW = "y"
_CONTROLS_A_ROW = 3
_LEAD = {"item": "• ", "problem": "⚠️ ", "notice": "ℹ️ "}
_BOLD = frozenset({"heading", "verdict"})
# The choice that opens the rest of a question's buttons; the dialogue never hears of it.
MORE = "more"
_HELPS = frozenset({"unsure", "why", "back"})


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a button carries: the turn that showed it, and the choice."""

    rev: int
    choice: str


def data(rev: int, choice: str) -> str:
    """Return what a button carries: `flow:rev:option`."""
    return f"{FLOW}:{rev}:{choice}"


def read_data(text: str) -> Tapped | None:
    """Read what a button carried; None for what no button of ours carries."""
    flow, _, rest = text.partition(":")
    rev, _, choice = rest.partition(":")
    if flow != FLOW or not rev.isdecimal() or not rev.isascii() or len(rev) > 18:  # noqa: PLR2004
        return None
    return Tapped(int(rev), choice)


@dataclass(frozen=True, slots=True)
class Styled:
    """A text, and the stretches of it that are bold, by its own letters."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()

    def parameters(self) -> dict[str, Any]:
        """Return it as a call takes it: never with a parse mode, so that no sign is markup."""
        if not self.bold:
            return {"text": self.text}
        spans = self.bold
        if units(self.text) != len(self.text):
            spans = tuple((units(self.text[:a]), units(self.text[:b])) for a, b in spans)
        entities = [{"type": "bold", "offset": a, "length": b - a} for a, b in spans]
        return {"text": self.text, "entities": entities}

    def part(self, start: int, end: int) -> Styled:
        """Return a stretch of it, without the white space at its ends, which Telegram takes off."""
        whole = self.text[start:end]
        start += len(whole) - len(whole.lstrip())
        end = start + len(whole.strip())
        inside = ((max(a, start) - start, min(b, end) - start) for a, b in self.bold)
        return Styled(self.text[start:end], tuple((a, b) for a, b in inside if a < b))


def pieces(said: Styled) -> list[Styled]:
    """Split a text at blank lines, else at lines, into messages that Telegram takes."""
    text = said.text
    if units(text) > TEXT_UNITS:
        found = [said.part(start, end) for start, end in _stretches(text)]
    elif text[:1].isspace() or text[-1:].isspace():
        found = [said.part(0, len(text))]
    else:
        found = [said]
    return [piece for piece in found if piece.text]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches that fit a message, each of as many whole lines as it holds."""
    start = end = 0
    for line_end in _line_ends(text):
        if units(text[start:line_end]) > TEXT_UNITS:
            yield start, end
            start = end
        end = line_end
    yield start, end


def _line_ends(text: str) -> Iterator[int]:
    """Yield where lines end; one that no message could hold is cut, two units a letter at most."""
    end, room = 0, TEXT_UNITS // 2 - 1
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if units(line) > TEXT_UNITS:
            yield from range(start + room, end, room)
        yield end


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def text_of(reply: Reply, language: str, words: Words) -> Styled:
    """Return a screen's text: paragraphs with blank lines between, items line by line."""
    text = ""
    bold: list[tuple[int, int]] = []
    # Where the language is asked, the lines of a paragraph are the same in each language.
    plain = reply.state == "language"
    for paragraph in paragraphs(reply, language, words):
        between = "\n\n" if text else ""
        for kind, own in paragraph:
            text += between
            if not plain:
                text += "" if own[:1] in "✓✗?·" else _LEAD.get(kind, "")
                if kind in _BOLD:
                    bold.append((len(text), len(text) + len(own)))
            text += own
            between = "\n"
    return Styled(text, tuple(bold))


def keyboard(reply: Reply, rev: int, language: str, words: Words, *, opened: bool = False) -> str:
    """Return the buttons of a screen as JSON: one option to a row, three controls to a row.

    Under a question only what helps to answer it stands there; the rest is behind one button,
    which opens in place. A writer of JSON would take twice as long for most of what a turn writes.
    """
    lead = f"{FLOW}:{rev}:"

    def button(id_: str, label: str) -> str:
        return f'{{"text":{_quoted(label)},"callback_data":{_quoted(lead + id_)}}}'

    rows = [f"[{button(id_, label)}]" for id_, label in options(reply, language, words)]
    controls = dict(ways(reply, language, words))
    for ids in _rows(tuple(controls), asking=reply.state == "asking", opened=opened):
        rows.append(f"[{','.join([button(id_, controls[id_]) for id_ in ids])}]")  # noqa: PERF401
    if reply.state == "asking" and not opened:
        rows.append(f"[{button(MORE, words.text(language, 'control-more'))}]")
    return f'{{"inline_keyboard":[{",".join(rows)}]}}'


def in_topic(turn: Turn, thread: int) -> Turn:
    """Return a turn that answers in the topic where it was spoken to."""
    effects = tuple(
        replace(one, parameters=one.parameters | {"message_thread_id": thread})
        if one.method.startswith("send") or one.method == "editMessageText"
        else one
        for one in turn.effects
    )
    return replace(turn, effects=effects)


def asks_for_more(text: str, words: Words) -> bool:
    """Whether a text is what the button says that opens the rest, in any language."""
    return fold(text) in _more(words)


@cache
def _more(words: Words) -> frozenset[str]:
    return frozenset(fold(words.text(one, "control-more")) for one in words.languages)


@cache
def _rows(controls: tuple[str, ...], *, asking: bool, opened: bool) -> tuple[tuple[str, ...], ...]:
    """Lay out the controls of a screen; of a question, without what is behind the last button."""
    stretches = [controls]
    if asking:
        going = tuple(one for one in controls if one == "resume")
        helps = tuple(one for one in controls if one in _HELPS)
        stretches = [going, helps]
        if opened:
            stretches.append(tuple(one for one in controls if one not in going + helps))
    return tuple(
        stretch[start : start + _CONTROLS_A_ROW]
        for stretch in stretches
        for start in range(0, len(stretch), _CONTROLS_A_ROW)
    )
