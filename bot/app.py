"""The one place that wires: store, words, Telegram, clock, and an orderly end."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import sqlite3
import sys
import time
from contextlib import AsyncExitStack, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot import __version__
from bot.sealing import Seal
from bot.settings import Served, Settings, data_keys
from bot.store import StoreError
from bot.store.migrations import migrate
from bot.store.sqlite import SqliteStore, open_store
from bot.telegram.api import BotApi
from bot.telegram.cards import CardFiles
from bot.telegram.gate import Gate
from bot.telegram.polling import WRONG_TOKEN, ServeError, poll
from bot.telegram.privacy import About
from bot.telegram.publish import publish
from bot.telegram.sender import Sender
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words import words

HONG_KONG = timezone(timedelta(hours=8))
SWEEP_SECONDS = 3600.0
DAY_SECONDS = 86400.0
PARTING_SECONDS = 8.0
PUBLISH_SECONDS = 20.0
LOG = logging.getLogger("yauchoi.app")


def today() -> date:
    """Return the day in Hong Kong (and Macao, whose clocks agree)."""
    return datetime.now(UTC).astimezone(HONG_KONG).date()


class Structured(logging.Formatter):
    """A line of JSON for each record: ids, states and times, never words, names or tokens."""

    FIELDS = ("update_id", "count", "ms", "method", "error", "mode", "version")

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        told = {name: getattr(record, name) for name in self.FIELDS if hasattr(record, name)}
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": when, "level": record.levelname.lower(), "what": record.getMessage()}
        return json.dumps(line | told)


def migrate_file(path: Path) -> int:
    """Bring a database to this program's schema; return how many steps were taken.

    Raises StoreError where the file can have no folder, or was written by a newer program.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f'DATABASE_URL names "{path}", whose folder cannot be made ({error.strerror})'
        raise StoreError(f"{sentence}: name another") from None
    connection = sqlite3.connect(path)
    try:
        return migrate(connection)
    finally:
        connection.close()


async def serve(settings: Settings, served: Served) -> None:
    """Serve until a signal. Raises ServeError, StoreError and SettingError."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Structured())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("transitions").setLevel(logging.WARNING)
    # It tells whole answers that it cannot read, and with them what people wrote.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    seal = Seal(data_keys(settings))
    if not settings.database.exists():
        migrate_file(settings.database)
    async with AsyncExitStack() as stack:
        store = await open_store(settings.database, seal)
        stack.push_async_callback(store.close)
        renewed = await store.rotate()
        if renewed:
            LOG.info("sealed anew", extra={"count": renewed})
        api = BotApi(settings.telegram_api_url, served.token)
        await api.open()
        stack.push_async_callback(api.close)
        await _Service(settings, served, store, api).run()


class _Service:
    """The parts at work together."""

    def __init__(self, settings: Settings, served: Served, store: SqliteStore, api: BotApi) -> None:
        self._settings = settings
        self._served = served
        self._store = store
        self._api = api
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Run until stopped; then finish what is held."""
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, self._stop.set)
        stopping = asyncio.create_task(self._stop.wait())
        beginning = asyncio.create_task(self._about())
        await asyncio.wait({stopping, beginning}, return_when=asyncio.FIRST_COMPLETED)
        if beginning.done():
            await self._run(beginning.result(), stopping)
        # Whoever is told to end while Telegram keeps it waiting ends at once.
        await _ended(beginning)
        LOG.info("stopped")

    async def _run(self, about: About, stopping: asyncio.Task[Any]) -> None:
        cards = CardFiles(words(), data_keys(self._settings))
        sender = Sender(self._store, self._api, now=time.time, files=cards)
        worker = Worker(
            self._store, Turns(words(), about), now=time.time, today=today, after=sender.wake
        )
        gate = Gate(self._store, now=time.time, after=worker.wake)
        working = asyncio.create_task(worker.run())
        sending = asyncio.create_task(sender.run())
        sweeping = asyncio.create_task(self._sweep())
        coming = asyncio.create_task(self._ingress(gate))
        parts: set[asyncio.Task[Any]] = {working, sending, sweeping, coming, stopping}
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
        for part in (coming, sweeping, stopping):
            await _ended(part)
        worker.stop()
        await _within(working, PARTING_SECONDS)
        sender.stop()
        await _within(sending, PARTING_SECONDS)
        for task in (*(done - {stopping}), working, sending):
            error = None if task.cancelled() else task.exception()
            if isinstance(error, InvalidToken):
                raise ServeError(WRONG_TOKEN) from None
            if error is not None:
                raise error

    async def _about(self) -> About:
        try:
            me = await self._api.call("getMe")
        except (InvalidToken, EndPointNotFound):
            # Telegram says 404 where what stands there is not even like a token.
            raise ServeError(WRONG_TOKEN) from None
        except TelegramError as error:
            raise ServeError(f"Telegram cannot be reached ({error}): try again later") from None
        try:
            async with asyncio.timeout(PUBLISH_SECONDS):
                await publish(self._api, words())
        except (TelegramError, TimeoutError) as error:
            LOG.warning("not published", extra={"error": type(error).__name__})
        return About(
            self._served.operator_name,
            self._served.operator_contact,
            self._settings.retention_unfinished_days,
            self._settings.retention_finished_days,
            me.get("username", ""),
        )

    async def _ingress(self, gate: Gate) -> None:
        if not self._served.webhook_url:
            LOG.info("serving", extra={"mode": "polling", "version": __version__})
            await poll(self._api, gate)
            return
        # A web server takes a while to load, and by polling nothing listens.
        from bot.telegram.webhook import Hook, receive  # noqa: PLC0415

        at = (self._settings.host, self._settings.port)
        hook = Hook(self._served.webhook_url, self._served.webhook_secret or "", *at)
        try:
            await receive(self._api, gate, hook)
        finally:
            self._stop.set()

    async def _sweep(self) -> None:
        """Delete what is past its time, every hour."""
        while True:
            now = time.time()
            unfinished = now - self._settings.retention_unfinished_days * DAY_SECONDS
            finished = now - self._settings.retention_finished_days * DAY_SECONDS
            gone = await self._store.forget_before(unfinished, finished)
            await self._store.prune(now)
            if gone:
                LOG.info("forgotten", extra={"count": gone})
            await asyncio.sleep(SWEEP_SECONDS)


async def _ended(task: asyncio.Task[Any]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task


async def _within(task: asyncio.Task[Any], seconds: float) -> None:
    """Wait for the end of a task, whatever it is, and cancel it after so many seconds."""
    _, left = await asyncio.wait({task}, timeout=seconds)
    if left:
        await _ended(task)
