"""Score cards on Telegram: asked for in a turn, made when the letter leaves.

A turn writes down what a card is made from; the sender makes it in a thread, so that neither the
turn nor another chat waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from bot.cards.issue import Cards
from bot.cards.order import CardMaker, Wanted
from bot.store import Effect
from bot.telegram.api import File
from bot.telegram.sender import plain_files
from bot.words.catalogue import DEFAULT, Words
from flows.dialogue import Place
from flows.library import Library

# The threads for slow work serve the whole process: cards must not fill them all.
MAKERS = 2
LOG = logging.getLogger("yauchoi.cards")
_PICTURE, _DOCUMENT = "sendPhoto", "sendDocument"


def card_effects(chat_id: int, place: Place, words: Words) -> tuple[Effect, ...]:
    """Return the calls that bring the card of a place: a sign of work, the picture, the PDF."""
    wanted, base = Wanted.of(place), {"chat_id": chat_id}
    card = base | {"card": wanted.dump()}
    return (
        Effect("sendChatAction", base | {"action": "upload_document"}, passing=True),
        Effect(_PICTURE, card),
        Effect(_DOCUMENT, card | {"caption": words.text(wanted.language, "telegram-card")}),
    )


class CardFiles:
    """Gives calls the files that they are to carry; a card is made when its call is."""

    def __init__(self, library: Library, words: Words, keys: tuple[str, ...]) -> None:
        self._words = words
        self._maker = CardMaker(Cards(library, words, keys))
        self._makers = asyncio.Semaphore(MAKERS)

    async def __call__(self, method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return a call with its files; one whose card cannot be made says so instead."""
        if "card" not in parameters:
            return await plain_files(method, parameters)
        stored = parameters.pop("card")
        try:
            wanted = Wanted.load(stored)
            async with self._makers:
                body = await self._maker.made(wanted, picture=method == _PICTURE)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a card concerns its chat
            LOG.warning("no card", extra={"method": method, "error": type(error).__name__})
            text = self._words.text(stored.get("language", DEFAULT), "telegram-no-card")
            return "sendMessage", {"chat_id": parameters["chat_id"], "text": text}
        name, ending = ("photo", "png") if method == _PICTURE else ("document", "pdf")
        return method, parameters | {name: File(f"{wanted.name}.{ending}", body)}
