"""Score cards on Telegram: asked for in a turn, made when the letter leaves.

A turn writes down what a card is made from; the sender makes it in a thread, so that neither the
turn nor another chat waits for it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from hashlib import sha256
from typing import Any

from bot.cards.issue import Cards
from bot.cards.maker import CardMaker
from bot.cards.order import Order
from bot.cards.typeset import Sheet
from bot.store import Effect
from bot.telegram.api import File
from bot.telegram.sender import plain_files
from bot.words.catalogue import DEFAULT, Words
from flows.library import Library

# The threads for slow work serve the whole process: cards must not fill them all.
MAKERS = 2
# So long and so many sheets wait for their PDF; one that comes later is put together anew.
SHEET_SECONDS = 60.0
SHEETS = 64
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

    def __init__(self, library: Library, words: Words, keys: tuple[str, ...]) -> None:
        self._words = words
        self._maker = CardMaker(Cards(library, words, keys))
        self._makers = asyncio.Semaphore(MAKERS)
        # What pictures were made of, until the PDF that follows is made of the same.
        self._sheets: dict[str, Sheet] = {}

    async def __call__(self, method: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return a call with its files; one whose card cannot be made says so instead."""
        if "card" not in parameters:
            return await plain_files(method, parameters)
        stored = parameters.pop("card")
        try:
            order = Order.load(stored)
            async with self._makers:
                sheet = self._sheet(order, is_last=method == _DOCUMENT)
                body = await self._maker.typeset(sheet, picture=method == _PICTURE)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a card concerns its chat
            LOG.warning("no card", extra={"method": method, "error": type(error).__name__})
            text = self._words.text(stored.get("language", DEFAULT), "card-failed")
            return "sendMessage", {"chat_id": parameters["chat_id"], "text": text}
        name, ending = ("photo", "png") if method == _PICTURE else ("document", "pdf")
        return method, parameters | {name: File(f"{order.name}.{ending}", body)}

    def _sheet(self, order: Order, *, is_last: bool) -> Sheet:
        """Return the sheet of a card, put together once for its picture and its PDF.

        It is known by a digest: what the person told is not held here, nor does a sheet show it.
        """
        key = sha256(json.dumps(order.dump(), sort_keys=True).encode()).hexdigest()
        sheet = self._sheets.pop(key, None) or self._maker.sheet(order)
        if not is_last and len(self._sheets) < SHEETS:
            self._sheets[key] = sheet
            loop = asyncio.get_running_loop()
            loop.call_later(SHEET_SECONDS, self._sheets.pop, key, None)
        return sheet
