"""The Bot API, by python-telegram-bot's request seam and errors, on aiohttp's transport.

Its client classes cost more than the whole conversation, so calls go through the seam as plain
parameters, and answers come back as plain JSON (docs/decisions/0006).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

SECONDS = 30.0
Default = BaseRequest.DEFAULT_NONE


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes along with a call."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a call, in the form that the seam's `RequestData` reads."""

    name: str
    value: Any
    input_files: tuple[()] | None = None

    @property
    def json_value(self) -> str | None:
        """The value as text; objects and lists as JSON."""
        return self.value if isinstance(self.value, str) else json.dumps(self.value)

    @property
    def multipart_data(self) -> None:
        """No file: files travel beside the seam, as bytes."""


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport on aiohttp; its errors name no address and no token."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return SECONDS

    async def initialize(self) -> None:
        """Open the connections."""
        connector = aiohttp.TCPConnector(limit=self._connections)
        self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the seam's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = Default,
        write_timeout: Any = Default,  # noqa: ARG002 - one bound covers the whole call
        connect_timeout: Any = Default,  # noqa: ARG002
        pool_timeout: Any = Default,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make one request. Raises TimedOut and NetworkError."""
        if self._session is None:
            raise NetworkError("the connections are not open")
        body, headers = _body(request_data or RequestData())
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else SECONDS
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None


def flooded_for(error: RetryAfter) -> float:
    """Return how many seconds a flood lasts; its class says so in one of two forms."""
    found = error.retry_after
    return found.total_seconds() if isinstance(found, timedelta) else float(found)


def _body(data: RequestData) -> tuple[Any, dict[str, str]]:
    """Return what a request carries, and how it says so: JSON, or a form where a file goes along.

    A form takes ten times as long to write.
    """
    plain: dict[str, Any] = data.parameters
    if not any(isinstance(value, File) for value in plain.values()):
        return json.dumps(plain).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in plain.items():
        if isinstance(value, File):
            form.add_field(name, value.body, filename=value.name)
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    return form, {}


class BotApi:
    """Calls by name. Raises telegram.error.TelegramError and its kinds."""

    def __init__(self, base: str, token: str, *, connections: int = 64) -> None:
        self._url = f"{base}/bot{token}"
        self._request = AiohttpRequest(connections)

    async def open(self) -> None:
        """Open the connections."""
        await self._request.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def call(
        self, method: str, parameters: dict[str, Any] | None = None, *, seconds: float = SECONDS
    ) -> Any:
        """Call a method; return its result as JSON."""
        given = [Parameter(name, value) for name, value in (parameters or {}).items()]
        return await self._request.post(
            f"{self._url}/{method}",
            request_data=RequestData(given),  # type: ignore[arg-type]
            read_timeout=seconds,
        )
