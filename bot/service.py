"""The one place that wires: store, words, Telegram, clock, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import Any

from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot import __version__, logs
from bot.clock import today
from bot.conversation.data import About
from bot.sealing import Seal
from bot.settings import Served, Settings, data_keys
from bot.store import Store
from bot.store.file import own_files
from bot.sweep import Sweep, Terms
from bot.telegram.api import BotApi
from bot.telegram.cards import CardFiles
from bot.telegram.gate import Gate
from bot.telegram.polling import WRONG_TOKEN, ServeError, poll
from bot.telegram.publish import publish
from bot.telegram.sender import Sender
from bot.telegram.sorry import sorry_instead
from bot.telegram.turns import Turns
from bot.telegram.work import Worker
from bot.words.catalogue import words
from flows.library import Library

PARTING_SECONDS = 7.0
PUBLISH_SECONDS = 20.0
# How soon it is noticed that the database is no longer the one that was opened.
WATCH_SECONDS = 5.0
LOG = logging.getLogger("yauchoi.app")


async def serve(settings: Settings, served: Served) -> None:
    """Serve until a signal. Raises ServeError, StoreError and SettingError."""
    own_files()
    logs.begin()
    seal = Seal(data_keys(settings))
    database = settings.database
    if not database.exists():
        database.migrate()
    async with AsyncExitStack() as stack:
        instead = partial(sorry_instead, words())
        store = await database.open(seal, instead)
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

    def __init__(self, settings: Settings, served: Served, store: Store, api: BotApi) -> None:
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
        await _end(beginning)
        LOG.info("stopped")

    async def _run(self, about: About, stopping: asyncio.Task[Any]) -> None:
        library = Library()
        cards = CardFiles(library, words(), data_keys(self._settings))
        sender = Sender(self._store, self._api, now=time.time, files=cards)
        turns = Turns(library, words(), about)
        worker = Worker(self._store, turns, now=time.time, today=today, after=sender.wake)
        terms = Terms(about.unfinished_days, about.finished_days)
        sweep = Sweep(self._store, terms, now=time.time, after=turns.forget)
        # Before anything is dated by a clock that may stand wrong.
        await sweep.look()
        gate = Gate(self._store, now=time.time, after=worker.wake)
        working = asyncio.create_task(worker.run())
        sending = asyncio.create_task(sender.run())
        sweeping = asyncio.create_task(sweep.run())
        watching = asyncio.create_task(self._watch())
        coming = asyncio.create_task(self._ingress(gate))
        parts: set[asyncio.Task[Any]] = {working, sending, sweeping, watching, coming, stopping}
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
        parting = asyncio.get_running_loop().time() + PARTING_SECONDS
        self._store.be_patient_for(PARTING_SECONDS)
        for part in (coming, sweeping, watching, stopping):
            await _end(part)
        worker.stop()
        await _by(working, parting)
        sender.stop()
        await _by(sending, parting)
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

    async def _watch(self) -> None:
        """Notice a database that is taken away, though nobody writes. Raises StoreError."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            await self._store.check()


async def _end(task: asyncio.Task[Any]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task


async def _by(task: asyncio.Task[Any], time_: float) -> None:
    """Wait for the end of a task, whatever it is, and cancel it at a time of the loop."""
    seconds = max(0.0, time_ - asyncio.get_running_loop().time())
    _, left = await asyncio.wait({task}, timeout=seconds)
    if left:
        await _end(task)
