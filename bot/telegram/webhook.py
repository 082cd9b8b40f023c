"""The webhook: what Telegram sends is committed, then acknowledged."""

from __future__ import annotations

import asyncio
import errno
import hmac
import json
import logging
import os
import socket
from contextlib import aclosing, suppress
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from bot import __version__
from bot.server import Server, listen
from bot.telegram.api import BotApi
from bot.telegram.gate import FullError, Gate
from bot.telegram.polling import ServeError, insist
from bot.telegram.updates import ALLOWED

BODY_BYTES = 1 << 20
# Of all bodies together that are being read or wait for their commit.
HELD_BYTES = 64 << 20
MAX_CONNECTIONS = 40
SECRET_HEADER = b"x-telegram-bot-api-secret-token"
OK = PlainTextResponse("ok")
FORBIDDEN = PlainTextResponse("forbidden", 403)
TOO_LARGE = PlainTextResponse("too large", 413)
FAILED = PlainTextResponse("failed", 500)
BUSY = PlainTextResponse("busy", 503)
LOG = logging.getLogger("yauchoi.webhook")


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram brings updates, with which secret, and where they are awaited here."""

    url: str
    secret: str
    host: str
    port: int


async def receive(api: BotApi, gate: Gate, hook: Hook) -> None:
    """Serve the webhook until cancelled. Raises ServeError."""
    door = Webhook(gate, hook.secret, target(hook.url))
    listening = _socket(hook.host, hook.port)
    server = Server(Router(door.routes(), redirect_slashes=False))
    running = asyncio.create_task(server.serve([listening]))
    try:
        await insist(
            api,
            "setWebhook",
            {
                "url": hook.url,
                "secret_token": hook.secret,
                "allowed_updates": list(ALLOWED),
                "max_connections": MAX_CONNECTIONS,
            },
        )
        door.ready = True
        LOG.info("serving", extra={"mode": "webhook", "version": __version__})
        await asyncio.wait({running})
    finally:
        # Awaited directly it would be cancelled with this, and leave what it holds unanswered.
        server.should_exit = True
        await asyncio.wait({running})
        await gate.close()
        running.result()


def _socket(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError as error:
        if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
            raise ServeError(
                f"HOST is {host}, but this machine has no such address: name one of its own, "
                "127.0.0.1 or 0.0.0.0"
            ) from None
        raise ServeError(
            f"PORT is {port}, but nobody can listen there ({os.strerror(error.errno or 0)}): "
            "name one that is free"
        ) from None


def target(url: str) -> bytes:
    """Return what a request to an address asks for, path and query, as it is sent."""
    parts = urlsplit(url)
    asked = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    # What is no ASCII is sent encoded; what is encoded already stays as it is.
    return quote(asked, safe="".join(map(chr, range(33, 127)))).encode()


class _ExactRoute(BaseRoute):
    """Posts to one target, compared as they were sent: encoded otherwise it is another."""

    def __init__(self, wanted: bytes, app: ASGIApp) -> None:
        self._wanted = wanted
        self._app = app

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """See BaseRoute."""
        query = scope["query_string"]
        asked = scope["raw_path"] + b"?" + query if query else scope["raw_path"]
        same = scope["type"] == "http" and scope["method"] == "POST" and asked == self._wanted
        return (Match.FULL if same else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See BaseRoute."""
        await self._app(scope, receive, send)


class Webhook:
    """The ASGI application: the secret first, a bounded body, the commit, then the 200."""

    def __init__(self, gate: Gate, secret: str, wanted: bytes) -> None:
        self._gate = gate
        self._secret = secret.encode()
        self._wanted = wanted
        self._held = 0
        self.ready = False

    def routes(self) -> list[BaseRoute]:
        """Return the webhook itself, and what tells of the process's health."""
        return [
            _ExactRoute(self._wanted, self),
            Route("/healthz", self._healthz),
            Route("/readyz", self._readyz),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a post, unless whoever sent it is gone."""
        given = [value for name, value in scope["headers"] if name == SECRET_HEADER]
        if len(given) != 1 or not hmac.compare_digest(given[0], self._secret):
            await FORBIDDEN(scope, receive, send)
            return
        with suppress(ClientDisconnect):
            answer = await self._read(Request(scope, receive))
            await answer(scope, receive, send)

    async def _healthz(self, _: Request) -> Response:
        return PlainTextResponse("alive")

    async def _readyz(self, _: Request) -> Response:
        ready = self.ready and self._gate.healthy
        return PlainTextResponse("ready") if ready else PlainTextResponse("not ready", 503)

    async def _read(self, request: Request) -> Response:
        """Read a body and hand it in. Raises ClientDisconnect for one that was not whole."""
        body = bytearray()
        try:
            async with aclosing(request.stream()) as chunks:
                async for chunk in chunks:
                    body += chunk
                    self._held += len(chunk)
                    if len(body) > BODY_BYTES:
                        return TOO_LARGE
                    if self._held > HELD_BYTES:
                        return BUSY
            return await self._commit(bytes(body))
        finally:
            self._held -= len(body)

    async def _commit(self, body: bytes) -> Response:
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raw = body.decode("utf-8", "replace")
        try:
            await self._gate.take_one(raw)
        except FullError:
            return BUSY
        except Exception:  # noqa: BLE001 - the gate has told it; Telegram brings it again
            return FAILED
        return OK
