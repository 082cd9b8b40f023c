"""A card that is wanted: what it is made from, kept small until it is made off the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from bot.cards.issue import Cards
from bot.cards.typeset import Sheet
from bot.words.catalogue import DEFAULT
from flows.assessing.assess import assess
from flows.card import sections_of
from flows.dialogue import Place
from flows.facts.from_json import read_facts


@dataclass(frozen=True, slots=True)
class Wanted:
    """The card of a person under an edition on a day, in a language; `told` are JSON values."""

    scheme: str
    edition: date
    on: date
    language: str
    told: Mapping[str, Any]

    @classmethod
    def of(cls, place: Place) -> Self:
        """Return the card of the result at a place, in the language of its session."""
        session, edition = place.session, place.standing.shown.edition
        language = session.language or DEFAULT
        return cls(edition.scheme_id, edition.day, place.on, language, session.raw)

    def dump(self) -> dict[str, Any]:
        """Return the form in which it waits."""
        return {
            "scheme": self.scheme,
            "edition": self.edition.isoformat(),
            "on": self.on.isoformat(),
            "language": self.language,
            "told": dict(self.told),
        }

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        """Read the form in which it waited."""
        return cls(
            stored["scheme"],
            date.fromisoformat(stored["edition"]),
            date.fromisoformat(stored["on"]),
            stored["language"],
            stored["told"],
        )

    @property
    def name(self) -> str:
        """The name of its file, without an ending; it tells nothing of the person."""
        return f"yauchoi-{self.scheme}-{self.on}"


class CardMaker:
    """Makes wanted cards; slow, so that a loop asks for them with `await`."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def sheet(self, wanted: Wanted) -> Sheet:
        """Assess again and put the card into words. Raises KeyError for rules that are gone."""
        library = self._cards.library
        edition = library.scheme(wanted.scheme).edition(wanted.edition)
        facts = read_facts(library.vocabulary, wanted.told, wanted.on)
        result = assess(edition, facts, wanted.on)
        sections = sections_of(result, facts)
        return self._cards.sheet(result, wanted.told, wanted.language, sections)

    def picture(self, wanted: Wanted) -> bytes:
        """Return the card as a PNG. Raises CardError."""
        return self._cards.picture(self.sheet(wanted))

    def document(self, wanted: Wanted) -> bytes:
        """Return the card as a sealed PDF. Raises CardError."""
        return self._cards.document(self.sheet(wanted))

    async def made(self, wanted: Wanted, *, picture: bool) -> bytes:
        """Return a card, made in a thread; only its words are read here."""
        sheet = self.sheet(wanted)
        make = self._cards.picture if picture else self._cards.document
        return await asyncio.to_thread(make, sheet)
