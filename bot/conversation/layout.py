"""A screen as text: paragraphs, options and ways in one language, for channels to dress."""

from __future__ import annotations

from bot.words.catalogue import Words
from flows.dialogue import Reply
from flows.dialogue.reply import Kind

# What a block says, after what kind of block it is.
Line = tuple[Kind, str]


def paragraphs(reply: Reply, language: str, words: Words) -> list[list[Line]]:
    """Return the paragraphs of a screen: a block each, but items that follow each other are one.

    Where the language is asked, a paragraph is a block in every language, a line each.
    """
    if reply.state == "language":
        return [[(b.kind, text) for text in words.everywhere(b.text)] for b in reply.blocks]
    found: list[list[Line]] = []
    before = ""
    for block in reply.blocks:
        line = block.kind, words.render(language, block.text)
        if before == "item" == block.kind:
            found[-1].append(line)
        else:
            found.append([line])
        before = block.kind
    return found


def options(reply: Reply, language: str, words: Words) -> list[tuple[str, str]]:
    """Return the options with their labels; languages are called by their own names."""
    if reply.state == "language":
        return [(one, words.text(one, "language-name")) for one in words.languages]
    return [(one.id, words.label(language, one.label)) for one in reply.choices if not one.control]


def ways(reply: Reply, language: str, words: Words) -> list[tuple[str, str]]:
    """Return what else can be done there, with its labels."""
    return [(one.id, words.label(language, one.label)) for one in reply.choices if one.control]
