"""Score cards on Telegram: asked for in a turn, made when the letter leaves.

A turn writes down what a card is made from; the sender makes it in a thread, so that neither the
turn nor another chat waits for it.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.store import Effect
from bot.telegram.api import File
from bot.telegram.sender import plain_files
from bot.words import DEFAULT, Words
from flows.dialogue import Place
from flows.values import FactError

if TYPE_CHECKING:
    from bot.cards.wanted import CardMaker

LOG = logging.getLogger("yauchoi.cards")
_PICTURE, _DOCUMENT = "sendPhoto", "sendDocument"


def card_effects(chat_id: int, place: Place, language: str, words: Words) -> tuple[Effect, ...]:
    """Return the calls that bring the card of a place: a sign of work, the picture, the PDF."""
    session = place.session
    wanted = {
        "scheme": session.scheme,
        "edition": (session.edition or date.min).isoformat(),
        "on": place.on.isoformat(),
        "language": language,
        "told": session.raw,
    }
    base = {"chat_id": chat_id}
    return (
        Effect("sendChatAction", base | {"action": "upload_document"}, passing=True),
        Effect(_PICTURE, base | {"card": wanted}),
        Effect(
            _DOCUMENT,
            base | {"card": wanted, "caption": words.text(language, "telegram-card")},
        ),
    )


class CardFiles:
    """Gives calls the files that they are to carry; a card is made when its call is."""

    def __init__(self, words: Words, keys: tuple[str, ...]) -> None:
        self._words = words
        self._keys = keys

    @cached_property
    def _maker(self) -> CardMaker:
        # Typesetting is slow to load, and most processes that start make no card for a while.
        from bot.cards.issue import Cards  # noqa: PLC0415
        from bot.cards.wanted import CardMaker  # noqa: PLC0415

        return CardMaker(Cards(self._words, self._keys))

    async def __call__(self, method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return a call with its files; one whose card cannot be made says so instead."""
        if "card" not in parameters:
            return await plain_files(method, parameters)
        from bot.cards.typeset import CardError  # noqa: PLC0415
        from bot.cards.wanted import Wanted  # noqa: PLC0415

        stored = parameters.pop("card")
        try:
            wanted = Wanted.load(stored)
            body = await self._maker.made(wanted, picture=method == _PICTURE)
        except (CardError, FactError, KeyError, ValueError) as error:
            LOG.warning("no card", extra={"method": method, "error": type(error).__name__})
            text = self._words.text(stored.get("language", DEFAULT), "telegram-no-card")
            return "sendMessage", {"chat_id": parameters["chat_id"], "text": text}
        name, ending = ("photo", "png") if method == _PICTURE else ("document", "pdf")
        return method, parameters | {name: File(f"{wanted.name}.{ending}", body)}
