"""Updates brought to the bot's own address: in order for each chat, and again until it says 200."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.simulator import refusals
from tests.simulator.refusals import bad
from tests.simulator.updates import Waiting
from tests.simulator.wire import Json
from tests.simulator.world import World

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_SECRET_MARKS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


@dataclass(frozen=True, slots=True)
class Delivery:
    """How updates are brought; the times are seconds, far shorter than Telegram's.

    Every `duplicate_every`-th update is brought twice. With a `shuffle` seed any chat may come
    first among those that wait; the order within a chat stays.
    """

    timeout: float = 5.0
    first_pause: float = 0.01
    longest_pause: float = 0.2
    duplicate_every: int = 0
    shuffle: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One delivery and the status that came back, None where nothing did, after `seconds`."""

    update_id: int
    status: int | None
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Hook:
    """What setWebhook has set."""

    url: str
    secret: str | None
    connections: int
    certificate: bool = field(default=False)


class Courier:
    """Brings what waits to the webhook, one at a time for each chat."""

    def __init__(self, world: World, reply: Callable[[Json], Awaitable[None]]) -> None:
        self.hook: Hook | None = None
        self.delivery = Delivery()
        self.attempts: list[Attempt] = []
        self._world = world
        self._reply = reply
        self._error: Json = {}
        self._tries: Counter[int] = Counter()
        self._delivered = 0
        self._busy: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._chance: random.Random | None = None
        self._session: aiohttp.ClientSession | None = None
        self._pauses: set[asyncio.TimerHandle] = set()
        world.updates.arrived = self.go

    def set_webhook(self, parameters: Json) -> bool:
        url = parameters.get("url", "")
        if not url:
            return self.delete_webhook(parameters)
        if urlsplit(url).hostname not in {"127.0.0.1", "localhost", "::1"}:
            raise bad("bad webhook: the simulator brings updates to this machine only")
        secret = parameters.get("secret_token")
        if secret is not None and not (secret and set(secret) <= _SECRET_MARKS):
            raise bad("secret token contains unallowed characters")
        most = max(1, min(parameters.get("max_connections", 40), 100))
        self._drop(parameters)
        self._world.updates.allow(parameters.get("allowed_updates"))
        self._world.updates.interrupt(refusals.WEBHOOK_SET)
        self.hook = Hook(url, secret, most, "certificate" in parameters)
        self._error = {}
        self.go()
        return True

    def delete_webhook(self, parameters: Json) -> bool:
        self.hook = None
        self._drop(parameters)
        return True

    def get_webhook_info(self, _: Json) -> Json:
        found: Json = {
            "url": self.hook.url if self.hook else "",
            "has_custom_certificate": bool(self.hook and self.hook.certificate),
            "pending_update_count": len(self._world.updates.waiting),
        }
        if self._world.updates.allowed:
            found["allowed_updates"] = self._world.updates.allowed
        if self.hook is None:
            return found
        return found | {"max_connections": self.hook.connections} | self._error

    def go(self) -> None:
        """Set out with whatever may go now."""
        hook = self.hook
        while hook is not None and not self._world.updates.held:
            if len(self._tasks) >= hook.connections or not (ready := self._ready()):
                return
            if self.delivery.shuffle is not None:
                self._chance = self._chance or random.Random(self.delivery.shuffle)  # noqa: S311
                one = self._chance.choice(ready)
            else:
                one = ready[0]
            self._busy.add(one.lane)
            task = asyncio.create_task(self._bring(hook, one))
            self._tasks.add(task)
            task.add_done_callback(self._back)

    async def close(self) -> None:
        """Stop, wherever the deliveries stand."""
        self.hook = None
        for pause in self._pauses:
            pause.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _ready(self) -> list[Waiting]:
        first: dict[str, Waiting] = {}
        for one in self._world.updates.waiting:
            first.setdefault(one.lane, one)
        return [one for lane, one in first.items() if lane not in self._busy]

    def _back(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.go()

    async def _bring(self, hook: Hook, one: Waiting) -> None:
        if await self._accepted(hook, one):
            self._delivered += 1
            every = self.delivery.duplicate_every
            if every and self._delivered % every == 0:
                await self._accepted(hook, one)
            self._world.updates.waiting = [w for w in self._world.updates.waiting if w is not one]
            self._busy.discard(one.lane)
        else:
            self._again_later(one)
        await self._world.happened()

    def _again_later(self, one: Waiting) -> None:
        self._tries[one.number] += 1
        longer = self.delivery.first_pause * 2 ** min(self._tries[one.number] - 1, 10)

        def again() -> None:
            self._pauses.discard(pause)
            self._busy.discard(one.lane)
            self.go()

        loop = asyncio.get_running_loop()
        pause = loop.call_later(min(longer, self.delivery.longest_pause), again)
        self._pauses.add(pause)

    async def _accepted(self, hook: Hook, one: Waiting) -> bool:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        headers = {_SECRET: hook.secret} if hook.secret else {}
        timeout = aiohttp.ClientTimeout(total=self.delivery.timeout)
        status: int | None = None
        reply: Any = None
        start = time.perf_counter()
        try:
            async with self._session.post(
                hook.url, json=one.payload, headers=headers, timeout=timeout
            ) as response:
                status = response.status
                if response.content_type == "application/json":
                    reply = await response.json()
            said = f"Wrong response from the webhook: {status} {response.reason}"
        except TimeoutError:
            said = "Read timeout expired"
        except (aiohttp.ClientError, ValueError) as error:
            said = f"Connection failed: {type(error).__name__}"
        self.attempts.append(Attempt(one.number, status, time.perf_counter() - start))
        if status is None or not 200 <= status < 300:
            now = int(self._world.clock.now())
            self._error = {"last_error_date": now, "last_error_message": said}
            return False
        if isinstance(reply, dict) and "method" in reply:
            await self._reply(reply)
        return True

    def _drop(self, parameters: Json) -> None:
        if parameters.get("drop_pending_updates"):
            self._world.updates.waiting = []
