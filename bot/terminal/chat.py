"""The whole conversation in a terminal, or over a pipe with one reply a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TextIO

from bot.conversation.match import event_for, listed, mark
from bot.terminal.wrapping import wrapped
from bot.words.catalogue import DEFAULT, Words
from flows.dialogue import Block, Place, Reply, Session, enter, step
from flows.facts.letters import folded
from flows.library import Library

WIDTH = 78
_INDENT = {"item": "  ", "note": "", "problem": "! ", "notice": "* "}


class Terminal:
    """Prints screens and reads replies; the dialogue decides everything."""

    def __init__(
        self,
        library: Library,
        words: Words,
        out: TextIO,
        *,
        echo: bool,
        issue: Callable[[Place], str] | None = None,
    ) -> None:
        self.library = library
        self.words = words
        self.out = out
        self.echo = echo
        # Makes the score card of a place and says where it is; without it none is made.
        self.issue = issue
        # The result that was printed last: come back to, it is not printed whole again.
        self._printed: tuple[str | None, tuple[Block, ...]] = (None, ())

    def hold(self, session: Session, replies: Iterable[str], on: date) -> Place:
        """Hold the conversation until the replies end, or the person says goodbye."""
        languages = self.words.languages
        place, goodbye = enter(self.library, session, on), "goodbye"
        self.show(place)
        for typed in replies:
            if self.echo:
                self.line(f"> {typed}")
            if self._says_goodbye(typed):
                break
            language = place.session.language or DEFAULT
            event = event_for(place.reply, typed, language, self.words, languages)
            before, place = place, step(place, event, languages)
            self.show(place)
            if self.issue and place.asks_for_card(before):
                self.line("")
                self.line(self.issue(place))
                goodbye = "goodbye-card"
        self.line("")
        self.line(self.words.text(place.session.language or DEFAULT, goodbye))
        return place

    def _says_goodbye(self, typed: str) -> bool:
        plain = folded(typed).removeprefix("/")
        return plain in listed(self.words, self.words.languages, "goodbye")

    def show(self, place: Place) -> None:
        """Print a screen: its blocks, its options by number or letter, its controls in a line."""
        language = place.session.language
        self.line("")
        self.line("-" * WIDTH)
        if place.reply.state == "language":
            self._languages(place.reply, language or DEFAULT)
            return
        for line in self.lines(self._anew(place), language or DEFAULT):
            self.line(line)

    def _anew(self, place: Place) -> Reply:
        """Return the screen; of a result that was printed already, the verdict alone."""
        reply, first = place.reply, len(place.first)
        if reply.state != "result":
            return reply
        before, self._printed = self._printed, (place.session.language, reply.blocks[first:])
        if before != self._printed:
            return reply
        verdict = tuple(one for one in reply.blocks[first:] if one.kind == "verdict")
        return replace(reply, blocks=(*place.first, *verdict))

    def _languages(self, reply: Reply, language: str) -> None:
        for i, block in enumerate(reply.blocks):
            if i:
                self.line("")
            for text in self.words.everywhere(block.text):
                for line in self._lines(block, text):
                    self.line(line)
        for i, one in enumerate(self.words.languages):
            self.line(f"  {i + 1}  {self.words.text(one, 'language-name')}")
        ways = [self.words.label(language, choice.label) for choice in reply.choices]
        ways += (self.words.text(one, "control-quit") for one in self.words.languages)
        self.line("")
        self.line(f"[ {' · '.join(dict.fromkeys(ways))} ]")

    def lines(self, reply: Reply, language: str) -> list[str]:
        """Return a screen as lines that fit a plain terminal."""
        found: list[str] = []
        before = ""
        for block in reply.blocks:
            if before and not (block.kind == before == "item"):
                found.append("")
            found += self._block(block, language)
            before = block.kind
        options = [choice for choice in reply.choices if not choice.control]
        if options:
            found.append("")
        for i, choice in enumerate(options):
            label = self.words.label(language, choice.label)
            found += wrapped(label, WIDTH, f"  {mark(reply, i)}  ", " " * 5)
        controls = [
            self.words.label(language, choice.label) for choice in reply.choices if choice.control
        ]
        controls.append(self.words.text(language, "control-quit"))
        lines = wrapped(" · ".join(controls), WIDTH - 2, "[ ", "  ")
        return [*found, "", *lines[:-1], f"{lines[-1]} ]"]

    def _block(self, block: Block, language: str) -> list[str]:
        return self._lines(block, self.words.render(language, block.text))

    def _lines(self, block: Block, text: str) -> list[str]:
        first = _INDENT.get(block.kind, "")
        hang = "  " if block.kind == "item" else ""
        return wrapped(text, WIDTH, first, " " * len(first) + hang)

    def line(self, text: str) -> None:
        """Print one line."""
        print(text, file=self.out, flush=True)
