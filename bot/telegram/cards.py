"""Score cards on Telegram: asked for in a turn, made when the letter leaves.

A turn writes down what a card is made from; the sender makes it in a thread, so that neither the
turn nor another chat waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from bot.cards.issue import Cards
from bot.cards.maker import CardMaker
from bot.cards.order import Order
from bot.store import Effect
from bot.telegram.api import File
from bot.telegram.sender import plain_files
from bot.words.catalogue import DEFAULT, Words

# The threads for slow work serve the whole process: cards must not fill them all.
MAKERS = 2
LOG = logging.getLogger("yauchoi.cards")
_PICTURE, _DOCUMENT = "sendPhoto", "sendDocument"


def card_effects(chat_id: int, order: Order, caption: str) -> tuple[Effect, ...]:
    """Return the calls that bring a card: a sign of work, the picture, the PDF."""
    base = {"chat_id": chat_id}
    card = base | {"card": order.dump()}
    return (
        Effect("sendChatAction", base | {"action": "upload_document"}, passing=True),
        Effect(_PICTURE, card),
        Effect(_DOCUMENT, card | {"caption": caption}),
    )


class CardFiles:
    """Gives calls the files that they are to carry; a card is made when its call is."""

    def __init__(self, words: Words, keys: tuple[str, ...]) -> None:
        self._words = words
        self._maker = CardMaker(Cards(words, keys))
        self._makers = asyncio.Semaphore(MAKERS)

    async def __call__(self, method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return a call with its files; one whose card cannot be made says so instead."""
        if "card" not in parameters:
            return await plain_files(method, parameters)
        stored = parameters.pop("card")
        try:
            order = Order.load(stored)
            async with self._makers:
                body = await self._maker.made(order, picture=method == _PICTURE)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a card concerns its chat
            LOG.warning("no card", extra={"method": method, "error": type(error).__name__})
            text = self._words.text(stored.get("language", DEFAULT), "card-failed")
            return "sendMessage", {"chat_id": parameters["chat_id"], "text": text}
        name, ending = ("photo", "png") if method == _PICTURE else ("document", "pdf")
        return method, parameters | {name: File(f"{order.name}.{ending}", body)}
