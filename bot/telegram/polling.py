"""Polling: updates are taken from Telegram, and the offset advances after the commit."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.telegram.api import BotApi, flooded_for
from bot.telegram.gate import Gate
from bot.telegram.tally import Tally
from bot.telegram.updates import ALLOWED, accept

LONG_POLL_SECONDS = 50
# Between two tries of one call, in seconds, doubled from try to try.
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 30.0
KEYLESS_PAUSE = 1.0
WRONG_TOKEN = "TELEGRAM_TOKEN is not accepted by Telegram: check it"  # noqa: S105 - a sentence
LOG = logging.getLogger("yauchoi.polling")


class ServeError(Exception):
    """Serving cannot go on; the text is one sentence."""


async def insist(api: BotApi, method: str, parameters: dict[str, Any]) -> None:
    """Make a call until it arrives. Raises ServeError where Telegram refuses it."""
    pause, tally = FIRST_PAUSE, Tally(LOG)
    while True:
        try:
            await api.call(method, parameters)
        except InvalidToken:
            raise ServeError(WRONG_TOKEN) from None
        except BadRequest as error:
            raise ServeError(f"Telegram refuses {method} ({error}): check the settings") from None
        except RetryAfter as error:
            tally.tell("call failed", method, error)
            await asyncio.sleep(flooded_for(error))
        except TelegramError as error:
            tally.tell("call failed", method, error)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        else:
            return


async def poll(api: BotApi, gate: Gate) -> None:
    """Take updates by long polling; the offset advances after the commit. Raises ServeError."""
    await insist(api, "deleteWebhook", {"drop_pending_updates": False})
    offset: int | None = None
    pause, tally = FIRST_PAUSE, Tally(LOG)
    while True:
        asked = _ask(offset, failing=pause > FIRST_PAUSE)
        try:
            found = await api.call("getUpdates", asked, seconds=LONG_POLL_SECONDS + 10)
        except Conflict:
            raise ServeError(
                "another process polls with this TELEGRAM_TOKEN: stop it, then start this one"
            ) from None
        except InvalidToken:
            raise ServeError(WRONG_TOKEN) from None
        except RetryAfter as error:
            tally.tell("polling failed", "getUpdates", error)
            await asyncio.sleep(flooded_for(error))
            continue
        except TelegramError as error:
            tally.tell("polling failed", "getUpdates", error)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
            continue
        pause = FIRST_PAUSE
        if found:
            await gate.take(found)
            keys = [one.update_id for one in map(accept, found) if one is not None]
            if keys:
                offset = max(keys) + 1
            else:
                # Nothing here can be acknowledged until something with a key follows.
                await asyncio.sleep(KEYLESS_PAUSE)


def _ask(offset: int | None, *, failing: bool) -> dict[str, Any]:
    asked: dict[str, Any] = {"timeout": LONG_POLL_SECONDS, "allowed_updates": list(ALLOWED)}
    if offset is not None:
        asked["offset"] = offset
    if failing:
        # An update that makes the answer too long must not keep those before it.
        asked["limit"] = 1
    return asked
