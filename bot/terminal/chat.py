"""The whole conversation in a terminal, or over a pipe with one reply a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TextIO

from bot.cards.order import Order
from bot.conversation.acts import Act, Hand, Opened, Said, Show
from bot.conversation.kept import Kept
from bot.conversation.layout import Line, options, paragraphs, ways
from bot.conversation.match import mark, synonyms
from bot.conversation.talk import After
from bot.conversation.turn import Conversation
from bot.terminal.wrapping import wrap
from bot.words.catalogue import Words
from flows.dialogue import Block, Reply, Session
from flows.facts.letters import fold
from flows.library import Library
from flows.message import say

WIDTH = 78
_INDENT = {"item": "  ", "note": "", "problem": "! ", "notice": "* "}


class Terminal:
    """Prints what the conversation answers and reads replies; nothing is kept of either."""

    def __init__(
        self,
        library: Library,
        words: Words,
        out: TextIO,
        *,
        echo: bool,
        issue: Callable[[Order], str] | None = None,
    ) -> None:
        self.words = words
        self.out = out
        self.echo = echo
        # Makes a score card and says where it is; without it none is made.
        self.issue = issue
        self._conversation = Conversation(library, words)
        # The result that was printed last: come back to, it is not printed whole again.
        self._printed: tuple[str, tuple[Block, ...]] | None = None
        self._goodbye = "goodbye"

    def hold(self, session: Session, replies: Iterable[str], on: date) -> None:
        """Hold the conversation until the replies end, or the person says goodbye."""
        after = self._turn(Opened(), Kept(session).dump(), on)
        for typed in replies:
            if self.echo:
                self.line(f"> {typed}")
            if self._says_goodbye(typed):
                break
            after = self._turn(Said(typed), after.stored, on)
        self.line("")
        self.line(self.words.text(after.language, self._goodbye))

    def _says_goodbye(self, typed: str) -> bool:
        plain = fold(typed).removeprefix("/")
        return plain in synonyms(self.words, self.words.languages, "goodbye")

    def _turn(self, act: Act, stored: dict[str, Any] | None, on: date) -> After:
        """Take an act, and print the answers that it can have here: screens, where a card is."""
        talk = self._conversation.talk("terminal", stored, on)
        after = self._conversation.turn(talk, act, on)
        for answer in after.answers:
            match answer:
                case Show():
                    self.show(answer, after.language)
                case Hand(order) if self.issue is not None:
                    self.line("")
                    self.line(self.issue(order))
                    self._goodbye = "goodbye-card"
        return after

    def show(self, shown: Show, language: str) -> None:
        """Print a screen: its blocks, its options by number or letter, its controls in a line."""
        self.line("")
        self.line("-" * WIDTH)
        for line in self.lines(self._without_repeats(shown, language), language):
            self.line(line)

    def _without_repeats(self, shown: Show, language: str) -> Reply:
        """Return the screen; of a result that was printed already, the verdict alone."""
        reply, first = shown.reply, shown.reply.blocks[: shown.lead]
        if reply.state != "result":
            return reply
        before, self._printed = self._printed, (language, reply.blocks[shown.lead :])
        if before != self._printed:
            return reply
        verdict = tuple(one for one in reply.blocks[shown.lead :] if one.kind == "verdict")
        return replace(reply, blocks=(*first, *verdict))

    def lines(self, reply: Reply, language: str) -> list[str]:
        """Return a screen as lines that fit a plain terminal."""
        found: list[str] = []
        for paragraph in paragraphs(reply, language, self.words):
            if found:
                found.append("")
            for line in paragraph:
                found += _fit(line)
        offered = options(reply, language, self.words)
        if offered and reply.state != "language":
            found.append("")
        for i, (_, label) in enumerate(offered):
            found += wrap(label, WIDTH, f"  {mark(reply, i)}  ", " " * 5)
        controls = [label for _, label in ways(reply, language, self.words)]
        controls += self._ways_out(reply, language)
        lines = wrap(" · ".join(dict.fromkeys(controls)), WIDTH - 2, "[ ", "  ")
        return [*found, "", *lines[:-1], f"{lines[-1]} ]"]

    def _ways_out(self, reply: Reply, language: str) -> tuple[str, ...]:
        """Return how to end it: in every language where none is chosen yet."""
        if reply.state == "language":
            return self.words.everywhere(say("control-quit"))
        return (self.words.text(language, "control-quit"),)

    def line(self, text: str) -> None:
        """Print one line."""
        print(text, file=self.out, flush=True)


def _fit(line: Line) -> list[str]:
    """Return a line of a paragraph in as many as it takes, led by the sign of its kind."""
    kind, text = line
    first = _INDENT.get(kind, "")
    hang = "  " if kind == "item" else ""
    return wrap(text, WIDTH, first, " " * len(first) + hang)
