"""The webhook: a small web server that commits what Telegram sends, then acknowledges it."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import uvicorn

from bot.telegram.api import BotApi
from bot.telegram.gate import Gate
from bot.telegram.polling import ServeError, insist
from bot.telegram.updates import ALLOWED

BODY_BYTES = 1 << 20
MAX_CONNECTIONS = 40
BACKLOG = 2048
LOG = logging.getLogger("yauchoi.webhook")
Message = dict[str, Any]


async def receive(api: BotApi, gate: Gate, *, url: str, secret: str, port: int) -> None:
    """Serve the webhook of an address until cancelled or told to end. Raises ServeError."""
    hook = Webhook(gate, secret, urlsplit(url).path or "/")
    listening = _listening(port)
    config = uvicorn.Config(
        hook, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=3
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve([listening]))
    try:
        await insist(
            api,
            "setWebhook",
            {
                "url": url,
                "secret_token": secret,
                "allowed_updates": list(ALLOWED),
                "max_connections": MAX_CONNECTIONS,
            },
        )
        hook.ready = True
        LOG.info("serving", extra={"mode": "webhook"})
        await running
    finally:
        server.should_exit = True
        with suppress(asyncio.CancelledError):
            await running


def _listening(port: int) -> socket.socket:
    """Listen on a port; a platform's router comes from outside. Raises ServeError."""
    try:
        return socket.create_server(("0.0.0.0", port), backlog=BACKLOG)  # noqa: S104
    except OSError as error:
        raise ServeError(
            f"PORT is {port}, but nobody can listen there ({os.strerror(error.errno or 0)}): "
            "name one that is free"
        ) from None


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
            ready = self.ready and self._gate.healthy
            return (200, "ready") if ready else (503, "not ready")
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
