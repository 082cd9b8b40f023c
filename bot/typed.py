"""What was typed, matched against what the screen offers: numbers, letters, labels, controls."""

from __future__ import annotations

import unicodedata

from bot.words import Words
from flows.dialogue import Choice, Event, Reply, Say, Tap

# Fewer letters than this stand for too much.
SHORTEST = 2
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mark(reply: Reply, place: int) -> str:
    """Return how the option at a place is counted: by letters where a number is an answer."""
    return LETTERS[place] if reply.lettered and place < len(LETTERS) else str(place + 1)


def event_for(
    reply: Reply, text: str, language: str, words: Words, languages: tuple[str, ...]
) -> Event:
    """Return the choice that a text means on a screen, or the text itself."""
    plain = _fold(text)
    if reply.state == "language":
        for i, one in enumerate(languages):
            if plain in {str(i + 1), _fold(one), _fold(words.text(one, "language-name"))}:
                return Tap(one)
    options = [choice for choice in reply.choices if not choice.control]
    for i, choice in enumerate(options):
        if plain in {mark(reply, i), _fold(choice.id)}:
            return Tap(choice.id)
    for choice in reply.choices:
        if plain == _fold(words.argument(language, choice.label)):
            return Tap(choice.id)
    for choice in reply.choices:
        if plain.removeprefix("/") in _synonyms(choice.id, words, languages):
            return Tap(choice.id)
    return _by_prefix(options, plain, language, words) or Say(text)


def _by_prefix(options: list[Choice], plain: str, language: str, words: Words) -> Event | None:
    """Return the only option whose words begin with what was typed, if there is one."""
    if len(plain) < SHORTEST:
        return None
    begins = [
        choice
        for choice in options
        if _fold(words.argument(language, choice.label)).startswith(plain)
    ]
    return Tap(begins[0].id) if len(begins) == 1 else None


def _synonyms(choice: str, words: Words, languages: tuple[str, ...]) -> set[str]:
    """Return the words that stand for a choice, in any language: people mix them."""
    found = set()
    for language in languages:
        if words.catalogue(language).has(f"typed-{choice}"):
            found |= {_fold(word) for word in words.text(language, f"typed-{choice}").split("|")}
    return found


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().rstrip(".。!！").casefold()
