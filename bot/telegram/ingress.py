"""Ingress: updates are committed before they are acknowledged, by polling or by webhook."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.store import Accepted, Store
from bot.telegram.api import BotApi, flooded_for
from bot.telegram.updates import ALLOWED, accepted

LONG_POLL_SECONDS = 50
BODY_BYTES = 1 << 20
WRONG_TOKEN = "TELEGRAM_TOKEN is not accepted by Telegram: check it"  # noqa: S105 - a sentence
LOG = logging.getLogger("yauchoi.ingress")
Message = dict[str, Any]


class ServeError(Exception):
    """Serving cannot go on; the text is one sentence."""


class Gate:
    """Commits updates, those that arrive together in one transaction, and wakes the worker."""

    def __init__(
        self, store: Store, *, now: Callable[[], float], after: Callable[[], None]
    ) -> None:
        self._store = store
        self._now = now
        self._after = after
        self._waiting: list[tuple[Accepted, asyncio.Future[None]]] = []
        self._busy = False
        self.unreadable = 0

    async def take(self, raws: Sequence[Any]) -> None:
        """Return once all of these are committed; what has no key is counted and kept."""
        await self._store.accept([self._readable(raw) for raw in raws], self._now())
        self._after()

    async def take_one(self, raw: Any) -> None:
        """Return once this one is committed, together with those that came meanwhile."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((self._readable(raw), future))
        if not self._busy:
            self._busy = True
            try:
                while self._waiting:
                    batch, self._waiting = self._waiting, []
                    await self._commit(batch)
            finally:
                self._busy = False
        await future

    async def _commit(self, batch: list[tuple[Accepted, asyncio.Future[None]]]) -> None:
        try:
            await self._store.accept([update for update, _ in batch], self._now())
        except Exception as error:  # noqa: BLE001 - each waiting request is told
            for _, future in batch:
                future.set_exception(error)
            return
        for _, future in batch:
            if not future.done():
                future.set_result(None)
        self._after()

    def _readable(self, raw: Any) -> Accepted:
        found = accepted(raw)
        if found is None:
            self.unreadable += 1
            LOG.warning("unreadable update", extra={"count": self.unreadable})
            return Accepted(-time.time_ns(), None, {"unreadable": str(raw)[:4096]})
        return found


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


class Webhook:
    """The ASGI application: the secret first, a bounded body, the commit, then the 200."""

    def __init__(self, gate: Gate, secret: str, path: str) -> None:
        self._gate = gate
        self._secret = secret.encode()
        self._path = path
        self.ready = False

    async def __call__(
        self,
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        status, text = await self._answer(scope, receive)
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": text.encode()})

    async def _answer(
        self, scope: Message, receive: Callable[[], Awaitable[Message]]
    ) -> tuple[int, str]:
        where = (scope["method"], scope["path"])
        if where == ("GET", "/healthz"):
            return 200, "alive"
        if where == ("GET", "/readyz"):
            return (200, "ready") if self.ready else (503, "not ready")
        if where != ("POST", self._path):
            return 404, "not found"
        headers = dict(scope["headers"])
        given = headers.get(b"x-telegram-bot-api-secret-token", b"")
        if not hmac.compare_digest(given, self._secret):
            return 403, "forbidden"
        body = await _body(receive)
        if body is None:
            return 413, "too large"
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raw = body.decode("utf-8", "replace")
        await self._gate.take_one(raw)
        return 200, "ok"


async def _body(receive: Callable[[], Awaitable[Message]]) -> bytes | None:
    """Return the body, or None for one that is too large."""
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > BODY_BYTES:
            return None
        if not message.get("more_body"):
            return body
