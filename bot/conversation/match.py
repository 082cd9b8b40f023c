"""What was typed, matched against what the screen offers: numbers, letters, labels, other words.

Only a whole text is matched, never the beginning of one: what begins one answer is often the
contrary of it, or a number of its own. The other words are data, in each language's `typed.ftl`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.words.catalogue import Words
from flows.dialogue import Reply, Say, Tap
from flows.facts.letters import fold
from flows.message import Argument, say

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Where options say answers back. They are known by the names of their facts: nobody types an
# answer to have it changed, and no cache keeps what people told.
_TELLING = frozenset({"review", "trying"})
# What the answers of a flag are called in lists, where a bare yes or no would be misread.
_FLAGS = {"holds": "yes", "fails": "no"}

# Of a choice: its id, its label, and whether it is a control.
Shown = tuple[str, Argument, bool]
Layer = list[tuple[str, str]]


def mark(reply: Reply, place: int) -> str:
    """Return how the option at a place is counted: by letters where a number is an answer."""
    return _mark(reply.lettered, place)


def _mark(lettered: bool, place: int) -> str:
    return LETTERS[place] if lettered and place < len(LETTERS) else str(place + 1)


class Offer(NamedTuple):
    """What decides how a text is matched on a screen."""

    question: str | None
    lettered: bool
    choices: tuple[Shown, ...]


class Meanings(NamedTuple):
    """Choices by the folded words that stand for them.

    The words of `answers` are taken as they are, and an empty id is in doubt; those of `ways`
    also with a question mark.
    """

    answers: dict[str, str]
    ways: dict[str, str]


def event_for(
    reply: Reply, text: str, language: str, words: Words, languages: tuple[str, ...]
) -> Tap | Say:
    """Return the choice that a text means on a screen, or the text itself."""
    told = fold(text)
    if reply.state == "language":
        named = languages_by_name(words, languages).get(told, ())
        if len(named) > 1:
            return Say(text, "problem-which-script")
        if named:
            return Tap(named[0])
    if reply.lettered and told.isdecimal():
        return Say(text)
    offer, asked = offer_of(reply), _without_question_mark(told.removeprefix("/"))
    # As it is shown, and in other words; the labels of other languages are read where these fail.
    others = tuple(one for one in languages if one != language)
    for labels, lists in (((language,), languages), (others, ())):
        meant = meanings_of(offer, words, labels, lists)
        answer = meant.answers.get(told)
        if answer is not None:
            return Tap(answer) if answer else Say(text, "problem-two-readings")
        if asked in meant.ways:
            return Tap(meant.ways[asked])
    return Say(text, "problem-odds" if asked in synonyms(words, languages, "odds") else "")


def _without_question_mark(told: str) -> str:
    """Return a text without its question mark; one that is nothing else stays one."""
    return told.rstrip("? ") or told[:1]


def offer_of(reply: Reply) -> Offer:
    """Return what decides on a screen, without anything that people told."""
    telling = reply.state in _TELLING
    choices = tuple(
        (c.id, say(f"fact-{c.id}") if telling and not c.control else c.label, c.control)
        for c in reply.choices
    )
    return Offer(reply.question, reply.lettered, choices)


@lru_cache(maxsize=1024)
def meanings_of(
    offer: Offer, words: Words, labels: tuple[str, ...], lists: tuple[str, ...]
) -> Meanings:
    """Return what can be typed there, by the labels and the lists of some languages."""
    answering = [one for one in offer.choices if offer.question and not one[2]]
    others = [one for one in offer.choices if one not in answering]
    more = _answer_words(answering, offer, words, lists)
    answers = _first([*_what_is_shown(answering, offer, words, labels), *more])
    ways = _first(
        [*_what_is_shown(others, offer, words, labels), *_way_words(others, words, lists)]
    )
    return Meanings(
        answers, {_without_question_mark(word): id_ for word, id_ in ways.items() if id_}
    )


def _first(layers: Iterable[Layer]) -> dict[str, str]:
    """Return what each word stands for: as the first layer says that has it.

    Within a layer a word of two choices stands for neither, and is not looked up further.
    """
    found: dict[str, str] = {}
    for layer in layers:
        fresh: dict[str, str] = {}
        for word, id_ in layer:
            fresh[word] = id_ if fresh.get(word, id_) == id_ else ""
        found = fresh | found
    return found


def _what_is_shown(
    choices: list[Shown], offer: Offer, words: Words, languages: tuple[str, ...]
) -> Iterator[Layer]:
    """Yield marks and ids of options, then labels, language by language."""
    options = [one for one in choices if not one[2]]
    yield [(_mark(offer.lettered, i), id_) for i, (id_, _, _) in enumerate(options)]
    if not offer.lettered:
        yield [(fold(id_), id_) for id_, _, _ in options]
    for language in languages:
        yield [(fold(words.argument(language, label)), id_) for id_, label, _ in choices]


def _answer_words(
    answers: list[Shown], offer: Offer, words: Words, languages: tuple[str, ...]
) -> Iterator[Layer]:
    """Yield the words with two readings at this question, then the other words for its answers."""
    question = offer.question
    yield [(word, "") for word in synonyms(words, languages, f"{question}-two-readings")]
    yield [
        (word, id_)
        for id_, _, _ in answers
        for name in (f"{question}-{_FLAGS.get(id_, id_)}", id_)
        for word in synonyms(words, languages, name)
    ]


def _way_words(ways: list[Shown], words: Words, languages: tuple[str, ...]) -> Iterator[Layer]:
    """Yield the other words for what is no answer, choice by choice: the first has it."""
    for id_, _, _ in ways:
        yield [(word, id_) for word in synonyms(words, languages, id_)]


@lru_cache(maxsize=512)
def synonyms(words: Words, languages: tuple[str, ...], name: str) -> frozenset[str]:
    """Return the words of a list in every language: people mix them."""
    found: set[str] = set()
    for language in languages:
        if words.catalogue(language).has(f"typed-{name}"):
            found |= {fold(word) for word in words.text(language, f"typed-{name}").split("|")}
    return frozenset(found)


@lru_cache(maxsize=8)
def languages_by_name(words: Words, languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the languages by everything that they are called; some names leave the script open."""
    found: dict[str, tuple[str, ...]] = {}
    for i, one in enumerate(languages):
        called = synonyms(words, (one,), "language-name")
        name = fold(words.text(one, "language-name"))
        for word in {str(i + 1), fold(one), name, *called}:
            found[word] = (*found.get(word, ()), one)
    return found
