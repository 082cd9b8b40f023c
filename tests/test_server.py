"""The web server: each connection has its time and its place, whatever is sent or not sent."""

import asyncio
import logging
import resource
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import h11
import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.server import HEAD_BYTES, Connection, Limits, OneWrite, Server, listen, most_connections

pytestmark = pytest.mark.asyncio
LIMITS = Limits(connections=100)
GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
STAY = b"GET /stay HTTP/1.1\r\nHost: a\r\n\r\n"
HALF = b"GET / HTTP/1.1\r\nHo"
BODY = b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234"
CHUNK = b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n1234\r\n"
UNREAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234"
MUCH = b"GET /much HTTP/1.1\r\nHost: a\r\n\r\n"


class Shop:
    """An application of four addresses: answer, read a body first, stay, talk for long."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.gone = 0
        self.open = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/read":
            try:
                self.bodies.append(await Request(scope, receive).body())
            except ClientDisconnect:
                self.gone += 1
                return
        elif scope["path"] == "/stay":
            await self.open.wait()
        elif scope["path"] == "/much":
            await StreamingResponse(pieces())(scope, receive, send)
            return
        await PlainTextResponse("here")(scope, receive, send)


async def pieces() -> AsyncIterator[bytes]:
    for _ in range(400):
        yield b"x" * 65_536


class Client:
    """One end of a connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def say(self, data: bytes) -> None:
        self.writer.write(data)

    async def hears(self, end: bytes = b"here") -> bytes:
        return await asyncio.wait_for(self.reader.readuntil(end), 10)

    async def closed(self) -> bytes:
        """Return what still comes before the other end closes."""
        with suppress(ConnectionError):
            return await asyncio.wait_for(self.reader.read(), 10)
        return b""


class Open:
    """A server at work, and its clients."""

    def __init__(self, shop: Shop, served: Server, port: int) -> None:
        self.shop = shop
        self.server = served
        self.clients: list[Client] = []
        self.port = port

    async def client(self, *said: bytes, phase: str | None = None) -> Client:
        """Connect, say something, and wait until the connection is in a phase."""
        before = self.phases().get(phase or "", 0)
        one = Client(*await asyncio.open_connection("127.0.0.1", self.port, limit=64 << 20))
        self.clients.append(one)
        for data in said:
            one.say(data)
        if phase is not None:
            await until(lambda: self.phases().get(phase, 0) > before)
        return one

    def phases(self) -> dict[str, int]:
        return {name: len(held) for name, held in self.server.connections._phases.items() if held}

    def connection(self) -> Connection:
        """Return the only connection."""
        [found] = [one for held in self.server.connections._phases.values() for one in held]
        return found

    def later(self, seconds: float) -> None:
        """Let so much time go by for the connections that are open."""
        self.server.connections.sweep(asyncio.get_running_loop().time() + seconds)


async def until(true: Callable[[], bool]) -> None:
    async def turn() -> None:
        while not true():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0)

    await asyncio.wait_for(turn(), 10)


@asynccontextmanager
async def opened(limits: Limits = LIMITS) -> AsyncIterator[Open]:
    shop, listening = Shop(), listen("127.0.0.1", 0)
    served = Server(shop, limits)
    running = asyncio.create_task(served.serve([listening]))
    found = Open(shop, served, listening.getsockname()[1])
    try:
        yield found
    finally:
        shop.open.set()
        served.should_exit = True
        for one in found.clients:
            one.writer.transport.abort()
        await running


@pytest.mark.parametrize(
    ("said", "phase", "seconds"),
    [
        (b"", "head", 5),
        (b"G", "head", 5),
        (HALF, "head", 5),
        (BODY, "body", 15),
        (CHUNK, "body", 15),
        (STAY, "answer", 60),
        (STAY + GET, "answer", 60),
        (MUCH, "answer", 60),
        (UNREAD, "linger", 2),
        (GET, "idle", 75),
        (GET + GET, "idle", 75),
        (GET + HALF, "head", 5),
    ],
)
async def test_each_phase_has_its_time(said: bytes, phase: str, seconds: float) -> None:
    async with opened() as door:
        client = await door.client(said, phase=phase)
        if said is MUCH:
            client.writer.transport.pause_reading()  # type: ignore[attr-defined]
            await until(lambda: door.connection().flow.write_paused)
        assert door.phases() == {phase: 1}
        door.later(seconds - 1)
        assert door.phases() == {phase: 1}
        door.later(seconds + 0.1)
        assert door.phases() == {}
        if said is not MUCH:
            await client.closed()
        await until(lambda: not door.server.server_state.connections)


async def test_the_clock_goes_by_itself() -> None:
    async with opened(Limits(head=0.01)) as door:
        assert await (await door.client(HALF)).closed() == b""


async def test_a_connection_that_its_client_closes_leaves_its_place() -> None:
    async with opened() as door:
        for phase, said in (("head", HALF), ("idle", GET), ("body", BODY), ("answer", STAY)):
            client = await door.client(said, phase=phase)
            client.writer.transport.abort()
            await until(lambda: door.phases() == {})


async def test_more_bytes_give_no_more_time() -> None:
    async with opened() as door:
        client = await door.client(b"G", phase="head")
        connection = door.connection()
        await until(lambda: connection.conn.trailing_data[0] == b"G")
        [began] = door.server.connections._phases["head"].values()
        for i in range(1, 9):
            client.say(b"x")
            await until(lambda: len(connection.conn.trailing_data[0]) == i + 1)  # noqa: B023
        door.server.connections.sweep(began + 5)
        assert door.phases() == {}
        client = await door.client(BODY, phase="body")
        [began] = door.server.connections._phases["body"].values()
        connection = door.connection()
        client.say(b"5")
        await until(lambda: bytes(connection.cycle.body)[-1:] in {b"5", b""})
        door.server.connections.sweep(began + 15)
        assert door.phases() == {}
        await until(lambda: door.shop.gone == 1)


async def test_a_kept_connection_has_its_time_anew_after_each_answer() -> None:
    async with opened() as door:
        client = await door.client()
        for _ in range(100):
            client.say(GET)
            await client.hears()
            client.say(BODY)
            client.say(b"56789")
            await client.hears()
        assert door.shop.bodies == [b"123456789"] * 100
        assert door.phases() == {"idle": 1}
        [began] = door.server.connections._phases["idle"].values()
        client.say(HALF)
        await until(lambda: door.phases() == {"head": 1})
        [again] = door.server.connections._phases["head"].values()
        assert again >= began


@pytest.mark.parametrize(
    ("held", "gone"),
    [
        ([("head", HALF), ("head", HALF), ("head", HALF)], 0),
        ([("idle", GET), ("body", BODY), ("head", HALF)], 2),
        ([("idle", GET), ("linger", UNREAD), ("body", BODY)], 1),
        ([("body", BODY), ("idle", GET), ("idle", GET)], 1),
        ([("answer", STAY), ("body", BODY), ("body", BODY)], 1),
    ],
)
async def test_room_is_made_by_whoever_has_shown_least_for_longest(
    held: list[tuple[str, bytes]], gone: int
) -> None:
    async with opened(Limits(connections=3)) as door:
        clients = [await door.client(said, phase=phase) for phase, said in held]
        new = await door.client(GET)
        await new.hears()
        await clients[gone].closed()
        await until(lambda: len(door.server.server_state.connections) == 3)
        assert sum(door.phases().values()) == 3


async def test_nobody_is_closed_whose_answer_is_under_way() -> None:
    async with opened(Limits(connections=2)) as door:
        clients = [await door.client(STAY, phase="answer") for _ in range(2)]
        assert await (await door.client(GET)).closed() == b""
        door.shop.open.set()
        for one in clients:
            await one.hears()


async def test_a_crowd_of_silent_ones_keeps_nobody_out() -> None:
    async with opened(Limits(connections=20)) as door:
        for _ in range(10):
            await asyncio.gather(*(door.client() for _ in range(50)))
            await (await door.client(GET)).hears()
            assert sum(door.phases().values()) <= 20


async def test_an_answer_that_does_not_wait_for_the_body_arrives_whole() -> None:
    async with opened() as door:
        head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n"
        client = await door.client(head, b"x" * (4 << 20))
        assert (await client.closed()).endswith(b"\r\n\r\nhere")
        await until(lambda: door.phases() == {"linger": 1})


async def test_the_rest_of_a_body_that_is_not_waited_for_is_not_read() -> None:
    async with opened() as door:
        await door.client(UNREAD, phase="linger")
        assert door.connection().flow.read_paused


async def test_whoever_goes_away_in_the_middle_of_a_body_is_told_to_the_application() -> None:
    async with opened() as door:
        client = await door.client(BODY, phase="body")
        client.writer.close()
        await until(lambda: door.shop.gone == 1)
        assert door.shop.bodies == []
        client = await door.client(BODY, phase="body")
        client.writer.write_eof()
        await until(lambda: door.shop.gone == 2)
        assert door.shop.bodies == []


@pytest.mark.parametrize("said", [GET, GET[:-2] + b"X: " + b"x" * (HEAD_BYTES - 200) + b"\r\n\r\n"])
async def test_a_head_is_taken_up_to_its_bound(said: bytes) -> None:
    async with opened() as door:
        await (await door.client(said)).hears()
        long = GET[:-2] + b"X: " + b"x" * HEAD_BYTES
        assert (await (await door.client(long)).closed()).startswith(b"HTTP/1.1 400")


async def test_nonsense_leaves_no_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with opened() as door:
        for said in (
            b"\x16\x03\x01\x02\x00\x01",
            b"GET / HTTP/1.1\r\n\r\n",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        ):
            answer = await (await door.client(said + b"\r\n\r\n")).closed()
            assert b"HTTP/1.1 400" in answer, said
        upgrade = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
        await (await door.client(upgrade)).hears()
    assert caplog.messages == []


async def test_it_ends_at_once_with_silent_ones_and_half_a_body(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with opened() as door:
        for phase, said in (("head", b""), ("head", HALF), ("idle", GET), ("body", BODY)):
            await door.client(said, phase=phase)
        await door.client(UNREAD, phase="linger")
        door.server.should_exit = True
        await until(lambda: not door.server.server_state.connections)
    assert caplog.messages == []


async def test_one_whose_answer_is_under_way_is_waited_for() -> None:
    async with opened() as door:
        client = await door.client(STAY, phase="answer")
        door.server.should_exit = True
        await until(lambda: not door.server.servers[0].is_serving())
        door.shop.open.set()
        await client.hears()
        assert await client.closed() == b""


async def test_answers_are_not_held_back_for_an_acknowledgement() -> None:
    async with opened() as door:
        await door.client(GET, phase="idle")
        made = door.connection().transport.get_extra_info("socket")
        assert made.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


async def test_a_short_answer_is_one_write() -> None:
    connection = OneWrite(h11.SERVER, HEAD_BYTES)
    for _ in range(2):
        connection.receive_data(GET)
        while connection.next_event() is not h11.PAUSED and connection.their_state is h11.IDLE:
            pass
        while connection.their_state is not h11.DONE:
            connection.next_event()
        head = h11.Response(status_code=200, headers=[(b"content-length", b"4")])
        assert connection.send(head) == b""
        whole = connection.send(h11.Data(data=b"here"))
        assert whole is not None
        assert whole.startswith(b"HTTP/1.1 200")
        assert whole.endswith(b"\r\n\r\nhere")
        assert connection.send(h11.EndOfMessage()) == b""
        connection.start_next_cycle()
    assert connection.send(h11.ConnectionClosed()) is None


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        (1_024, 704),
        (640, 320),
        (256, 128),
        (64, 32),
        (4_096, 2_000),
        (1 << 20, 2_000),
        (resource.RLIM_INFINITY, 2_000),
    ],
)
async def test_connections_leave_descriptors_to_the_rest(
    monkeypatch: pytest.MonkeyPatch, limit: int, most: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    assert most_connections() == most
    assert Limits().connections == most


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::1", "::"])  # noqa: S104
async def test_it_listens_where_it_is_told(host: str) -> None:
    if ":" in host and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    with listen(host, 0) as listening:
        assert listening.getsockname()[0] == host
        port = listening.getsockname()[1]
        near = ["127.0.0.1"] if host in {"0.0.0.0", "127.0.0.1", "::"} else []  # noqa: S104
        for address in [*near, *(["::1"] if ":" in host else [])]:
            socket.create_connection((address, port), 5).close()


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
