"""The web server: uvicorn, with every connection bounded in time, in size and in number.

It knows nothing of what is served: an ASGI application is handed in.
"""

from __future__ import annotations

import asyncio
import logging
import resource
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# A connection is always in one phase, and each has its time. They stand in the order in which
# room is made: a connection without a whole request goes before one that was served already, and
# one whose answer is under way is never closed for another.
Phase = Literal["head", "linger", "idle", "body", "answer"]
PHASES: tuple[Phase, ...] = ("head", "linger", "idle", "body", "answer")
HEAD_BYTES = 16 << 10
GRACE_SECONDS = 3
MOST = 2_000
# Descriptors that connections leave to the database, to outgoing calls and to files.
RESERVE = 320
# asyncio takes so many connections in one round of the loop, before any of them can be judged:
# three such rounds pass until the first that is closed gives its descriptor back.
ROUND = 32
# The kernel holds more, so that nobody's connection is dropped while a crowd is let in.
QUEUE = 1024


def most_connections() -> int:
    """Return how many connections may be open under this process's limit of descriptors."""
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if limit == resource.RLIM_INFINITY:
        return MOST
    return min(MOST, limit - min(RESERVE, limit // 2))


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that a connection may spend in each phase, and how many there may be.

    `head`: from the connection, or from the first byte after an answer, to the end of a head.
    `body`: from there to the end of the body. `answer`: until the answer is made and taken.
    `linger`: after an answer that did not wait for the body. `idle`: between requests.
    """

    head: float = 5.0
    body: float = 15.0
    answer: float = 60.0
    linger: float = 2.0
    idle: float = 75.0
    connections: int = field(default_factory=most_connections)


class Connections(ServerState):
    """All connections by phase; inside a phase, the one that has been in it longest is first."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._phases: dict[Phase, dict[Connection, float]] = {phase: {} for phase in PHASES}

    def admit(self, connection: Connection) -> None:
        """Take in a new connection, and close another for it where there is no room.

        Closing new ones instead would lock everybody out for as long as silent ones are renewed.
        """
        if sum(map(len, self._phases.values())) >= self._limits.connections:
            closable = (held for phase, held in self._phases.items() if phase != "answer")
            self._close(next((next(iter(held)) for held in closable if held), connection))
        if not connection.transport.is_closing():
            self.enter(connection, "head")

    def enter(self, connection: Connection, phase: Phase) -> None:
        """Note that a connection begins a phase."""
        self.leave(connection)
        connection.phase = phase
        self._phases[phase][connection] = connection.loop.time()

    def leave(self, connection: Connection) -> None:
        """Forget a connection."""
        self._phases[connection.phase].pop(connection, None)

    def sweep(self, now: float) -> None:
        """Close what has been in its phase too long."""
        for phase, held in self._phases.items():
            latest = now - float(getattr(self._limits, phase))
            while held and held[first := next(iter(held))] <= latest:
                self._close(first)

    def _close(self, connection: Connection) -> None:
        self.leave(connection)
        # Whoever does not read must not hold the descriptor until it does.
        connection.transport.abort()


class OneWrite(h11.Connection):
    """Gives a head out together with what follows it, so that a short answer is one write."""

    _head: Sequence[bytes] = ()

    def send_with_data_passthrough(self, event: h11.Event) -> list[bytes] | None:
        """See h11.Connection."""
        data = super().send_with_data_passthrough(event)
        if data is None:
            return None
        if isinstance(event, h11.Response):
            self._head = data
            return []
        head, self._head = self._head, ()
        return [*head, *data]


class Connection(H11Protocol):
    """A connection as uvicorn serves it, which tells all of them of its phases."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.conn = OneWrite(h11.SERVER, HEAD_BYTES)
        self.phase: Phase = "head"
        self._peers = cast(Connections, server_state)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See asyncio.Protocol."""
        super().connection_made(transport)
        self._peers.admit(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._peers.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        super().data_received(data)
        self._settle()

    def on_response_complete(self) -> None:
        """See uvicorn."""
        if self.conn.their_state is not h11.SEND_BODY or self.transport.is_closing():
            super().on_response_complete()
            self._settle()
            return
        # Answered before the body was there. It is not read any more, and as closing at once
        # could take the answer from whoever is still sending, the other half stays open a while.
        self.flow.pause_reading()
        self.transport.write_eof()
        self._peers.enter(self, "linger")

    def shutdown(self) -> None:
        """See uvicorn. A body that is not there yet is not waited for."""
        if self.phase == "body":
            self.transport.abort()
        else:
            super().shutdown()

    def _settle(self) -> None:
        """Find the phase; one that goes on keeps its time."""
        phase = self._current()
        if phase != self.phase and not self.transport.is_closing():
            self._peers.enter(self, phase)

    def _current(self) -> Phase:
        if self.conn.their_state is h11.SEND_BODY:
            return "body"
        if self.conn.their_state is not h11.IDLE:
            return "answer"
        return "head" if self.cycle is None or self.conn.trailing_data[0] else "idle"


class Server(uvicorn.Server):
    """Serves an application on sockets until `should_exit` is set."""

    def __init__(self, app: ASGIApp, limits: Limits | None = None) -> None:
        # It tells of every request that is none, in as many lines as anybody likes to send.
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
        config = uvicorn.Config(
            app,
            http=Connection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            backlog=ROUND,
            timeout_keep_alive=3600,  # `Connections` closes idle ones
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        super().__init__(config)
        self.server_state = self.connections = Connections(limits or Limits())

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(QUEUE)

    async def on_tick(self, counter: int) -> bool:
        """See uvicorn, which comes here ten times a second."""
        self.connections.sweep(asyncio.get_running_loop().time())
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to whoever runs the server."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on an address of this machine. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    both = host == "::" and socket.has_dualstack_ipv6()
    listening = socket.create_server((host, port), family=family, dualstack_ipv6=both)
    # Connections inherit it. Without it the end of an answer waits for the client's delayed
    # acknowledgement of its beginning, 40 ms; asyncio sets it for no socket that is made so.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
