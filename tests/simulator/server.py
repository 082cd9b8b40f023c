"""The Telegram Bot API on the loopback: what the bot talks to in tests.

async with Simulator() as simulator:
    citizen = simulator.citizen(chat_id=7, language="en")
    ...  # start a bot with TELEGRAM_API_URL=simulator.url and simulator.token
    await citizen.say("/start")
    screen = await citizen.answered()
assert not simulator.misuse
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.simulator import refusals
from tests.simulator.citizen import Citizen, Group, person
from tests.simulator.clock import came
from tests.simulator.faults import Fault, Faults, Garbled
from tests.simulator.files import Files
from tests.simulator.messages import Messages
from tests.simulator.nonsense import Nonsense
from tests.simulator.profile import Profile
from tests.simulator.refusals import Refused
from tests.simulator.schema import SPELLED, checked
from tests.simulator.webhook import Attempt, Courier, Delivery
from tests.simulator.wire import Json, raw_parameters
from tests.simulator.world import World

_LARGEST_BODY = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the bot, with its parameters as they were understood."""

    chat_id: int | None
    method: str
    parameters: Json


class Simulator:
    """The server, the people and the clock."""

    def __init__(self, token: str = "123:abc") -> None:  # noqa: S107 - nobody's token
        self.token = token
        self.calls: list[Call] = []
        self.world = World(int(token.partition(":")[0]))
        self.files = Files()
        self.faults = Faults(self.world.clock)
        self.url = ""
        self.profile = Profile(self.world.bot["first_name"], self.world.chats)
        self._closing = asyncio.Event()
        self._courier = Courier(self.world, self._webhook_reply)
        self._methods = self._table()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=_LARGEST_BODY)
        application.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        application.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(
            application, access_log=None, handler_cancellation=True, shutdown_timeout=1.0
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self.faults.let_go()
        await self._courier.close()
        self.world.updates.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def misuse(self) -> list[str]:
        """What the bot did that the documentation does not allow."""
        return self.world.misuse

    @property
    def deliveries(self) -> list[Attempt]:
        """Every delivery to the webhook, in order."""
        return self._courier.attempts

    @property
    def delivery(self) -> Delivery:
        """How updates are brought to the webhook."""
        return self._courier.delivery

    @delivery.setter
    def delivery(self, how: Delivery) -> None:
        self._courier.delivery = how

    def citizen(self, chat_id: int, language: str | None = "en", name: str = "Citizen") -> Citizen:
        """Return a person in a private chat with the bot."""
        user = person(chat_id, name, language)
        chat = self.world.open(chat_id, {"type": "private", "first_name": name})
        return Citizen(self.world, self.files, chat, user)

    def group(self, chat_id: int, title: str = "Group", kind: str = "supergroup") -> Group:
        """Return a group that the bot is in: a supergroup, or a plain one."""
        chat = self.world.open(chat_id, {"type": kind, "title": title})
        return Group(self.world, self.files, chat)

    async def inject(self, update: Json) -> int:
        """Put any update into the queue; return its number."""
        return self.world.inject(update)

    def advance(self, seconds: float) -> None:
        """Put the clock forward: for taps that grow old and floods that end."""
        self.world.clock.advance(seconds)

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """Keep updates back, and let them all go at the end."""
        self.world.updates.held = True
        yield
        self.world.updates.held = False
        self.world.updates.wake()

    async def settled(self, within: float = 10.0) -> None:
        """Wait until every update is delivered, or confirmed by an offset; raises TimeoutError."""
        await self.until(lambda: not self.world.updates.waiting, within)

    async def until(self, so: Callable[[], bool], within: float = 10.0) -> None:
        """Wait until something about the simulator is so; raises TimeoutError."""
        await self.world.until(so, within)

    def menu(self, citizen: Citizen) -> list[Json]:
        """Return the commands that a person's client shows in the chat with the bot."""
        return self.profile.shown(citizen.chat_id, citizen.user.get("language_code", ""))

    def called(self, method: str, chat_id: int | None = None) -> list[Call]:
        """Return the calls of a method, to one chat or to all."""
        return [c for c in self.calls if c.method == method and chat_id in {None, c.chat_id}]

    def _table(self) -> dict[str, Callable[[Json], Any]]:
        messages = Messages(self.world, self.files)
        profile = self.profile
        table: dict[str, Callable[[Json], Any]] = {
            "getMe": self._get_me,
            "getFile": self.files.get_file,
            "answerCallbackQuery": self.world.answer,
            "sendMessage": messages.send_message,
            "sendDocument": messages.send_document,
            "sendPhoto": messages.send_photo,
            "sendChatAction": messages.send_chat_action,
            "editMessageText": messages.edit_message_text,
            "editMessageReplyMarkup": messages.edit_message_reply_markup,
            "leaveChat": messages.leave_chat,
            "setWebhook": self._courier.set_webhook,
            "deleteWebhook": self._courier.delete_webhook,
            "getWebhookInfo": self._courier.get_webhook_info,
            "setMyCommands": profile.set_my_commands,
            "getMyCommands": profile.get_my_commands,
            "deleteMyCommands": profile.delete_my_commands,
        }
        for name, what in (
            ("Name", "name"),
            ("Description", "description"),
            ("ShortDescription", "short_description"),
        ):
            table[f"setMy{name}"] = partial(profile.say, what)
            table[f"getMy{name}"] = partial(profile.tell, what)
        return table

    def _get_me(self, _: Json) -> Json:
        return self.world.bot | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def _get_updates(self, parameters: Json) -> list[Json]:
        if self._courier.hook is not None:
            raise Refused(409, refusals.WEBHOOK_ACTIVE)
        updates = self.world.updates
        updates.allow(parameters.get("allowed_updates"))
        updates.confirm(parameters.get("offset", 0))
        await self.world.happened()
        return await updates.poll(parameters.get("limit", 100), parameters.get("timeout", 0))

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        fault: Fault | None = None
        try:
            method = self._known(request)
            raw = await raw_parameters(request)
            parameters = checked(method, raw, self.misuse)
            chat_id = self._chat_of(parameters)
            self.calls.append(Call(chat_id, method, parameters))
            fault = self.faults.strike(method, chat_id)
            result = await self._perform(method, parameters)
            answer = web.json_response({"ok": True, "result": result})
        except Refused as refused:
            answer = web.json_response(refused.payload(), status=refused.code)
        except Garbled as garbled:
            await self.world.happened()
            return await self._garbled(request, garbled.nonsense)
        await self.world.happened()
        return await self._faulty(request, answer, fault) if fault else answer

    async def _garbled(self, request: web.Request, nonsense: Nonsense | None) -> web.StreamResponse:
        """Answer with nonsense: in one piece, drop by drop, or not at all."""
        if nonsense is None:
            await self.faults.hang()
            raise web.HTTPServiceUnavailable
        body = nonsense.body.replace(b"{path}", request.path.encode())
        headers = {"Content-Type": nonsense.content_type}
        headers |= {name: value.format(path=request.path) for name, value in nonsense.headers}
        if not nonsense.seconds:
            return web.Response(body=body, status=nonsense.status, headers=headers)
        answer = web.StreamResponse(status=nonsense.status, headers=headers)
        await answer.prepare(request)
        for i in range(len(body)):
            await answer.write(body[i : i + 1])
            await came(self._closing, nonsense.seconds / len(body))
        return answer

    async def _perform(self, method: str, parameters: Json) -> Any:
        if method == "getUpdates":
            return await self._get_updates(parameters)
        return self._methods[method](parameters)

    async def _faulty(
        self, request: web.Request, answer: web.Response, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind == "reset-after-effect" and request.transport is not None:
            line = request.transport.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.transport.abort()
        elif fault.kind == "slow":
            await came(self._closing, fault.seconds)
        elif fault.kind == "malformed-body":
            body = answer.body if isinstance(answer.body, bytes) else b""
            return web.Response(body=body[: len(body) // 2], content_type="application/json")
        return answer

    async def _serve_file(self, request: web.Request) -> web.Response:
        body = self.files.body(request.match_info["path"])
        if request.match_info["token"] != self.token or body is None:
            return web.json_response(Refused(404, refusals.NOT_FOUND).payload(), status=404)
        return web.Response(body=body)

    async def _webhook_reply(self, reply: Json) -> None:
        """Make the call that an answer to a delivery carries; its result is lost."""
        method = SPELLED.get(str(reply.pop("method")).lower())
        if method is None:
            self.misuse.append("a webhook reply names no method")
            return
        parameters = checked(method, reply, self.misuse)
        self.calls.append(Call(self._chat_of(parameters), method, parameters))
        with contextlib.suppress(Refused):
            await self._perform(method, parameters)
        await self.world.happened()

    def _known(self, request: web.Request) -> str:
        if request.match_info["token"] != self.token:
            raise Refused(401, refusals.UNAUTHORIZED)
        asked = request.match_info["method"]
        if asked.lower() not in SPELLED:
            self.misuse.append(f"the simulator has no method {asked}")
            raise Refused(404, f"{refusals.NOT_FOUND}: method not found")
        return SPELLED[asked.lower()]

    def _chat_of(self, parameters: Json) -> int | None:
        query = self.world.queries.get(str(parameters.get("callback_query_id")))
        if query is not None:
            return query.chat_id
        chat_id = parameters.get("chat_id")
        return chat_id if isinstance(chat_id, int) else None
