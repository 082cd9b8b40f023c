"""The webhook as an application: what it takes, what it refuses, and what it reads for that."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import aiohttp
import pytest
from starlette.routing import Router
from starlette.types import Message

from bot.server import listen
from bot.telegram import webhook
from bot.telegram.gate import FullError
from bot.telegram.webhook import BODY_BYTES, HELD_BYTES, Hook, Webhook, receive, target
from tests.serving import free_port

pytestmark = pytest.mark.asyncio
SECRET = "a-secret"  # noqa: S105 - of nobody
NAME = b"x-telegram-bot-api-secret-token"
KNOWN = ((NAME, SECRET.encode()),)
UPDATE = b'{"update_id": 7}'
GONE: Message = {"type": "http.disconnect"}
Headers = Sequence[tuple[bytes, bytes]]


class Kept:
    """A gate that keeps what is handed in, or raises."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.healthy = True
        self.waiting = 0
        self.error: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    async def close(self) -> None:
        await self.open.wait()

    async def take_one(self, raw: Any) -> None:
        self.waiting += 1
        await self.open.wait()
        if self.error is not None:
            raise self.error
        self.taken.append(raw)


class Asked:
    """The webhook of an address, as it is asked, and what came back."""

    def __init__(self, url: str = "https://bot.example.org/hook") -> None:
        self.gate = Kept()
        given: Any = self.gate
        self.webhook = Webhook(given, SECRET, target(url))
        self.app = Router(self.webhook.routes(), redirect_slashes=False)
        self.read = 0

    async def post(
        self, *bodies: bytes, headers: Headers = KNOWN, gone: bool = False
    ) -> int | None:
        """Post a body in parts; return the status, None where there was no answer."""
        parts: list[Message] = [
            {"type": "http.request", "body": body, "more_body": True} for body in bodies
        ]
        if gone:
            parts.append(GONE)
        else:
            parts[-1]["more_body"] = False
        return await self.ask("POST", "/hook", headers=headers, parts=parts)

    async def ask(
        self, method: str, sent: str, *, headers: Headers = (), parts: Sequence[Message] = ()
    ) -> int | None:
        """Ask as a server does that has the parts of a body; return the status."""
        path, _, query = sent.partition("?")
        scope: dict[str, Any] = {
            "type": "http",
            "method": method,
            # uvicorn decodes it.
            "path": path.replace("%6F", "o"),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": list(headers),
        }
        left = iter(parts)
        answer: list[Message] = []

        async def receive() -> Message:
            self.read += 1
            return next(left)

        async def send(message: Message) -> None:
            answer.append(message)

        await self.app(scope, receive, send)
        if not answer:
            return None
        assert b"content-length" in dict(answer[0]["headers"])
        assert len(answer) == 2
        return int(answer[0]["status"])


async def test_an_update_is_handed_in_before_it_is_acknowledged() -> None:
    asked = Asked()
    asked.gate.open.clear()
    posting = asyncio.create_task(asked.post(UPDATE))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not posting.done()
    asked.gate.open.set()
    assert await posting == 200
    assert asked.gate.taken == [{"update_id": 7}]


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(NAME, b"")],
        [(NAME, b"A-secret")],
        [(NAME, b"a-secret ")],
        [(NAME, b"\xe9")],
        [(NAME, b"a-secret"), (NAME, b"a-secret")],
        [(NAME, b"wrong"), (NAME, b"a-secret")],
        [(b"authorization", b"a-secret")],
    ],
)
async def test_without_the_secret_nothing_is_read(headers: Headers) -> None:
    asked = Asked()
    assert await asked.post(UPDATE, headers=headers) == 403
    assert (asked.read, asked.gate.taken) == (0, [])


@pytest.mark.parametrize("parts", [1, 2, 64])
async def test_a_body_is_taken_up_to_its_bound_and_read_no_further(parts: int) -> None:
    whole = json.dumps({"update_id": 7, "x": ""}).encode()
    whole = whole[:-2] + b"x" * (BODY_BYTES - len(whole)) + whole[-2:]
    size = BODY_BYTES // parts
    cut = [whole[i : i + size] for i in range(0, BODY_BYTES, size)]
    asked = Asked()
    assert await asked.post(*cut) == 200
    assert asked.gate.taken[0]["update_id"] == 7
    asked.read = 0
    assert await asked.post(*cut, b" ", b" ", b" ") == 413
    assert asked.read == parts + 1
    assert len(asked.gate.taken) == 1


async def test_whoever_goes_away_in_the_middle_of_a_body_leaves_nothing() -> None:
    asked = Asked()
    for sent in (b"", UPDATE, UPDATE[:5]):
        assert await asked.post(sent, gone=True) is None
    assert asked.gate.taken == []
    assert await asked.post(UPDATE[:5], UPDATE[5:]) == 200
    assert asked.gate.taken == [{"update_id": 7}]


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        (b"", ""),
        (b"{", "{"),
        (b"\xff\xfe\xfd", "\ufffd\ufffd\ufffd"),
        (b'{"update_id": 1' + b"0" * 5_000 + b"}", '{"update_id": 1' + "0" * 5_000 + "}"),
        (b"[" * 10_000, "[" * 10_000),
        (b"[" * 10_000 + b"]" * 10_000, "[" * 10_000 + "]" * 10_000),
        (b"null", None),
        (b'\xef\xbb\xbf{"update_id": 7}', {"update_id": 7}),
        ('{"update_id": 7}'.encode("utf-16"), {"update_id": 7}),
        ('{"update_id": 7}'.encode("utf-32-be"), {"update_id": 7}),
        (b'{"update_id": 7, "update_id": 8}', {"update_id": 8}),
        (b'{"update_id": 7, "x": "\\ud800"}', {"update_id": 7, "x": "\ud800"}),
    ],
    ids=range(12),
)
async def test_what_is_no_update_is_acknowledged_and_handed_in_as_well(
    body: bytes, taken: Any
) -> None:
    asked = Asked()
    assert await asked.post(body) == 200
    assert asked.gate.taken == [taken]


@pytest.mark.parametrize(
    ("error", "status"), [(FullError(), 503), (OSError("disk full"), 500), (ValueError(), 500)]
)
async def test_what_is_not_committed_is_not_acknowledged(error: Exception, status: int) -> None:
    asked = Asked()
    asked.gate.error = error
    assert await asked.post(UPDATE) == status
    asked.gate.error = None
    assert await asked.post(UPDATE) == 200


async def test_bodies_that_are_held_are_bounded_all_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert HELD_BYTES >= 40 * BODY_BYTES, "each of Telegram's 40 connections may bring the largest"
    monkeypatch.setattr(webhook, "HELD_BYTES", 100)
    asked = Asked()
    body = UPDATE + b" " * (50 - len(UPDATE))
    asked.gate.open.clear()
    held = [asyncio.create_task(asked.post(body)) for _ in range(2)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert await asked.post(body) == 503
    asked.gate.open.set()
    assert await asyncio.gather(*held) == [200, 200]
    for _ in range(3):
        assert await asked.post(body) == 200


HOOK = "https://bot.example.org"


@pytest.mark.parametrize(
    ("url", "sent", "status"),
    [
        (f"{HOOK}/hook", "/hook", 200),
        (f"{HOOK}/hook", "/h%6Fok", 404),
        (f"{HOOK}/hook", "/hook?x=1", 404),
        (f"{HOOK}/hook", "/hook/", 404),
        (f"{HOOK}/hook", "//hook", 404),
        (f"{HOOK}/hook", "/HOOK", 404),
        (f"{HOOK}/hook", f"{HOOK}/hook", 404),
        (f"{HOOK}/hook#part", "/hook", 200),
        (f"{HOOK}/hook/", "/hook", 404),
        (f"{HOOK}/hook?k=1%2F2&l", "/hook?k=1%2F2&l", 200),
        (f"{HOOK}/hook?k=1%2F2&l", "/hook?k=1/2&l", 404),
        (f"{HOOK}/hook?k=1%2F2&l", "/hook", 404),
        (f"{HOOK}/h%6Fok", "/h%6Fok", 200),
        (f"{HOOK}/h%6Fok", "/hook", 404),
        (f"{HOOK}/優", "/%E5%84%AA", 200),
        (f"{HOOK}/%E5%84%AA", "/%E5%84%AA", 200),
        (f"{HOOK}/{{x}}", "/{x}", 200),
        (f"{HOOK}/{{x}}", "/y", 404),
        (f"{HOOK}/a:b@c;d=e,f+g", "/a:b@c;d=e,f+g", 200),
        (HOOK, "/", 200),
        (f"{HOOK}/healthz", "/healthz", 200),
    ],
)
async def test_the_address_is_compared_as_it_was_sent(url: str, sent: str, status: int) -> None:
    asked = Asked(url)
    part: Message = {"type": "http.request", "body": UPDATE, "more_body": False}
    assert await asked.ask("POST", sent, headers=KNOWN, parts=[part]) == status
    assert len(asked.gate.taken) == (status == 200)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("HEAD", "/healthz", 200),
        ("GET", "/healthz?from=probe", 200),
        ("POST", "/healthz", 405),
        ("GET", "/healthz/", 404),
        ("GET", "/readyz", 503),
        ("GET", "/hook", 404),
        ("PUT", "/hook", 404),
        ("GET", "/", 404),
        ("GET", "/metrics", 404),
    ],
)
async def test_what_else_is_answered(method: str, path: str, status: int) -> None:
    asked = Asked()
    assert await asked.ask(method, path, headers=KNOWN) == status
    assert (asked.read, asked.gate.taken) == (0, [])


async def test_it_is_ready_once_telegram_knows_it() -> None:
    asked = Asked()
    asked.webhook.ready = True
    assert await asked.ask("GET", "/readyz") == 200
    asked.gate.healthy = False
    assert await asked.ask("GET", "/readyz") == 503, "and not while nothing can be written"


class Api:
    """Telegram, as far as the webhook is set."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.called = asyncio.Event()

    async def call(self, method: str, parameters: dict[str, Any]) -> Any:
        self.calls.append((method, parameters))
        self.called.set()
        return True


async def test_told_to_end_it_answers_what_it_holds() -> None:
    gate, api = Kept(), Api()
    port = free_port()
    hook = Hook(f"http://127.0.0.1:{port}/hook", SECRET, "127.0.0.1", port)
    given: tuple[Any, Any] = (api, gate)
    serving = asyncio.create_task(receive(*given, hook))
    await api.called.wait()
    assert [(name, sent["url"], sent["secret_token"]) for name, sent in api.calls] == [
        ("setWebhook", hook.url, SECRET)
    ]
    gate.open.clear()
    headers = {NAME.decode(): SECRET}
    async with aiohttp.ClientSession(headers=headers) as client:
        posting = asyncio.create_task(client.post(hook.url, data=UPDATE))
        while not gate.waiting:  # noqa: ASYNC110 - it sets no event
            await asyncio.sleep(0)
        serving.cancel()
        for _ in range(10):
            await asyncio.sleep(0)
        assert not serving.done()
        gate.open.set()
        async with await posting as answer:
            assert answer.status == 200
    await asyncio.wait({serving})
    assert serving.cancelled()
    assert gate.taken == [{"update_id": 7}]
    listen("127.0.0.1", port).close()  # nobody does any more
