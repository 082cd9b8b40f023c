"""Ordered cards, made: assessed again and put into words, then typeset, which is slow."""

from __future__ import annotations

import asyncio

from bot.cards.issue import Cards
from bot.cards.order import Order
from bot.cards.typeset import Sheet
from flows.assessing.assess import assess
from flows.card import sections_of
from flows.facts.from_json import read_facts


class CardMaker:
    """Makes ordered cards; a loop takes the sheet here and awaits what is typeset of it."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def sheet(self, order: Order) -> Sheet:
        """Assess again and put the card into words. Raises KeyError for rules that are gone."""
        library = self._cards.library
        edition = library.scheme(order.scheme).edition(order.edition)
        facts = read_facts(library.vocabulary, order.told, order.on)
        result = assess(edition, facts, order.on)
        sections = sections_of(result, facts)
        return self._cards.sheet(result, order.told, order.language, sections)

    def picture(self, order: Order) -> bytes:
        """Return the card as a PNG. Raises CardError."""
        return self._cards.picture(self.sheet(order))

    def document(self, order: Order) -> bytes:
        """Return the card as a sealed PDF. Raises CardError."""
        return self._cards.document(self.sheet(order))

    def both(self, order: Order) -> tuple[bytes, bytes]:
        """Return the card as a PNG and as a sealed PDF, from one sheet. Raises CardError."""
        sheet = self.sheet(order)
        return self._cards.picture(sheet), self._cards.document(sheet)

    async def typeset(self, sheet: Sheet, *, picture: bool) -> bytes:
        """Return a card, made in a thread. Raises CardError."""
        make = self._cards.picture if picture else self._cards.document
        return await asyncio.to_thread(make, sheet)
