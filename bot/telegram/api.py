"""The Bot API, by python-telegram-bot's request seam and errors, on aiohttp's transport.

Its client classes cost more than the whole conversation, so calls go through the seam as plain
parameters, and answers come back as plain JSON, read by `bot.telegram.answers`
(docs/decisions/0006).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.answers import LARGEST_BYTES, LARGEST_UPDATES_BYTES, read_result

# How long a call may take, until its answer is read: with a file, and without one.
FILE_SECONDS = 30.0
SECONDS = 10.0
CONNECT_SECONDS = 5.0
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
    """python-telegram-bot's transport on aiohttp; its errors name no address and no token.

    There is no limit on connections, so that no call waits for another's; whoever makes many
    calls bounds them (`sender.Sender`).
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return SECONDS

    async def initialize(self) -> None:
        """Open the connections."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0), cookie_jar=aiohttp.DummyCookieJar()
        )

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
        """Make one request, and follow no redirection.

        Raises TimedOut where no answer came whole, so that the call may have had its effect, and
        NetworkError where it had none.
        """
        if self._session is None:
            raise NetworkError("the connections are not open")
        body, headers = _body(request_data or RequestData())
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else SECONDS
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                updates = url.endswith("/getUpdates")
                room = LARGEST_UPDATES_BYTES if updates else LARGEST_BYTES
                return answer.status, await _read_bounded(answer.content, room)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise TimedOut(type(error).__name__) from None


def flooded_for(error: RetryAfter) -> float:
    """Return how many seconds a flood lasts; its class says so in one of two forms."""
    found = error.retry_after
    return found.total_seconds() if isinstance(found, timedelta) else float(found)


async def _read_bounded(content: aiohttp.StreamReader, room: int) -> bytes:
    """Read an answer. Raises NetworkError for one that is too long."""
    parts: list[bytes] = []
    async for part in content.iter_any():
        room -= len(part)
        if room < 0:
            raise NetworkError("an answer that is too long to be Telegram's")
        parts.append(part)
    return b"".join(parts)


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
    """Calls by name. Raises telegram.error.TelegramError and its kinds, and nothing else.

    Whatever comes back is a result of the type that the method gives, a refusal of Telegram's
    own (`BadRequest`, `Forbidden`, `InvalidToken` for 401, `EndPointNotFound` for 404, `Conflict`,
    `ChatMigrated`), a flood (`RetryAfter`), or a fault of the line (any other `NetworkError`).
    """

    def __init__(self, base: str, token: str) -> None:
        self._url = f"{base}/bot{token}"
        self._secret = token.rpartition(":")[2]
        self._request = AiohttpRequest()

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
        try:
            status, body = await self._request.do_request(
                f"{self._url}/{method}",
                "POST",
                RequestData(given),  # type: ignore[arg-type]
                read_timeout=seconds,
            )
            return read_result(method, status, body, secret=self._secret)
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 - no answer, however odd, may end the process
            raise NetworkError(type(error).__name__) from None
