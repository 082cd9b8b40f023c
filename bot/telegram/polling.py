"""Polling: updates are taken from Telegram, and the offset advances after the commit."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.api import BotApi, flooded_for
from bot.telegram.gate import Gate
from bot.telegram.updates import ALLOWED, accepted

LONG_POLL_SECONDS = 50
WRONG_TOKEN = "TELEGRAM_TOKEN is not accepted by Telegram: check it"  # noqa: S105 - a sentence
LOG = logging.getLogger("yauchoi.polling")


class ServeError(Exception):
    """Serving cannot go on; the text is one sentence."""


async def insist(api: BotApi, method: str, parameters: dict[str, Any]) -> None:
    """Make a call until it arrives. Raises ServeError where Telegram refuses it."""
    pause = 1.0
    while True:
        try:
            await api.call(method, parameters)
        except InvalidToken:
            raise ServeError(WRONG_TOKEN) from None
        except BadRequest as error:
            raise ServeError(f"Telegram refuses {method} ({error}): check the settings") from None
        except RetryAfter as error:
            await asyncio.sleep(flooded_for(error))
        except TelegramError as error:
            LOG.warning("call failed", extra={"method": method, "error": type(error).__name__})
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)
        else:
            return


async def poll(api: BotApi, gate: Gate) -> None:
    """Take updates by long polling; the offset advances after the commit. Raises ServeError."""
    await insist(api, "deleteWebhook", {"drop_pending_updates": False})
    offset: int | None = None
    pause = 1.0
    while True:
        asked: dict[str, Any] = {"timeout": LONG_POLL_SECONDS, "allowed_updates": list(ALLOWED)}
        if offset is not None:
            asked["offset"] = offset
        try:
            found = await api.call("getUpdates", asked, seconds=LONG_POLL_SECONDS + 10)
        except Conflict:
            raise ServeError(
                "another process polls with this TELEGRAM_TOKEN: stop it, then start this one"
            ) from None
        except InvalidToken:
            raise ServeError(WRONG_TOKEN) from None
        except RetryAfter as error:
            await asyncio.sleep(flooded_for(error))
            continue
        except TelegramError as error:
            LOG.warning("polling failed", extra={"error": type(error).__name__})
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)
            continue
        pause = 1.0
        if found:
            await gate.take(found)
            keys = [one.update_id for one in map(accepted, found) if one is not None]
            if keys:
                offset = max(keys) + 1
            else:
                # Nothing here can be acknowledged until something with a key follows.
                await asyncio.sleep(pause)
