"""Golden conversations: a transcript is its own script; lines that begin with `> ` are replies.

The first line names the language and the day. To accept changed words after reading them:
`python -m tests.conversing`.
"""

import io
from datetime import date
from pathlib import Path

from bot.terminal.chat import Terminal
from bot.words.catalogue import Words, words
from flows.dialogue import Place, Session
from tests.shelf import LIBRARY

FOLDER = Path(__file__).with_name("conversations")


def read(path: Path) -> tuple[str | None, date, list[str]]:
    """Return the language, the day and the replies of a transcript."""
    first, *rest = path.read_text("utf-8").splitlines()
    _, language, on = first.split()
    replies = [line[2:] for line in rest if line.startswith("> ") or line == "> "]
    return None if language == "-" else language, date.fromisoformat(on), replies


def transcript(path: Path, catalogues: Words | None = None) -> str:
    """Hold the conversation of a file and return its transcript."""
    language, on, replies = read(path)
    out = io.StringIO()
    hold(out, language, on, replies, catalogues or words())
    return f"# {language or '-'} {on}\n{out.getvalue()}"


def hold(
    out: io.StringIO, language: str | None, on: date, replies: list[str], catalogues: Words
) -> Place:
    """Hold a conversation in the terminal, replies echoed."""
    return Terminal(LIBRARY, catalogues, out, echo=True).hold(
        Session(language=language), replies, on
    )


if __name__ == "__main__":
    for one in sorted(FOLDER.glob("*.txt")):
        one.write_text(transcript(one), encoding="utf-8")
        print(f"{one.name} written; read it before you keep it.")
