"""Answers that are not Telegram's: of proxies, of broken lines, of nobody."""

import json
from dataclasses import dataclass

PAGE = b"<html><head><title>Bad gateway</title></head><body>Try again later.</body></html>"


@dataclass(frozen=True, slots=True)
class Nonsense:
    """An answer as it goes over the line.

    `{path}` in the body stands for the path that was called, token and all, as careless servers
    say it back. With `seconds` the body comes drop by drop and takes that long.
    """

    name: str
    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0


def _told(name: str, **answer: object) -> Nonsense:
    """Return one with status 200 and a JSON object."""
    return Nonsense(name, json.dumps(answer).encode())


def _page(name: str, status: int, body: bytes = PAGE) -> Nonsense:
    return Nonsense(name, body, status, "text/html")


def _flood(name: str, parameters: object) -> Nonsense:
    """Return one with status 200 that tells of a flood."""
    code, said = 429, "Too Many Requests"
    return _told(name, ok=False, error_code=code, description=said, parameters=parameters)


_SECONDS: tuple[object, ...] = ("soon", "5", None, True, 0, -3, 1.5, 1e300, 10**30, [], {})
_PARAMETERS: tuple[object, ...] = ([], "x", 7, None)
ECHO = b"<pre>Cannot POST {path}</pre>"
# None of them is a result of any method, nor a refusal of Telegram's own.
NONSENSE = (
    Nonsense("nothing"),
    Nonsense("a gap", b"   \n"),
    Nonsense("{}", b"{}"),
    Nonsense("[]", b"[]"),
    Nonsense("null", b"null"),
    Nonsense("a number", b"7"),
    Nonsense("a text", b'"ok"'),
    Nonsense("not a number", b"NaN"),
    Nonsense("a list of answers", b'[{"ok": true, "result": true}]'),
    Nonsense("cut off", b'{"ok": true, "resu'),
    Nonsense("not utf-8", b"\xff\xfe\x00{"),
    Nonsense("half a character", b'{"ok": false, "error_code": "\\ud800"}'),
    Nonsense("deep", b"[" * 10_000 + b"]" * 10_000),
    Nonsense("deep in a result", b'{"ok":true,"result":' + b'{"x":' * 5_000 + b"1" + b"}" * 5_001),
    Nonsense("a long number", b'{"ok": true, "result": ' + b"9" * 5_000 + b"}"),
    _told("ok without a result", ok=True),
    _told("ok as a text", ok="true", result=True),
    _told("ok as a number", ok=1, result=True),
    _told("no ok", result=True),
    _told("a result of no method", ok=True, result=5),
    _told("null for a result", ok=True, result=None),
    _told("not ok and no more", ok=False),
    _told("not ok, and why is a list", ok=False, error_code=400, description=[]),
    _told("not ok, without why", ok=False, error_code=403),
    _told("not ok, its code a text", ok=False, error_code="403", description="Forbidden"),
    _told("not ok, its code true", ok=False, error_code=True, description="Forbidden"),
    _told("not ok, its code a fraction", ok=False, error_code=403.0, description="Forbidden"),
    _told("not ok, its code nowhere", ok=False, error_code=10**300, description="x"),
    _told("not ok, with code 500", ok=False, error_code=500, description="Internal Server Error"),
    _told("not ok, with code 200", ok=False, error_code=200, description="OK"),
    *(_flood(f"a flood of {seconds!r}", {"retry_after": seconds}) for seconds in _SECONDS),
    *(_flood(f"a flood with {told!r}", told) for told in _PARAMETERS),
    Nonsense("an endless flood", b'{"ok":false,"error_code":429,"description":"x",'
             b'"parameters":{"retry_after":Infinity}}'),
    *(_page(f"a page with {status}", status) for status in (200, 400, 401, 403, 404, 409, 429)),
    *(_page(f"a page with {status}", status) for status in (500, 502, 503, 504, 599)),
    *(Nonsense(f"{status} and []", b"[]", status) for status in (400, 401, 403, 404, 409, 500)),
    *(Nonsense(f"{status} and {{}}", b"{}", status) for status in (400, 403, 404)),
    Nonsense("a result with 502", b'{"ok": true, "result": true}', 502),
    *(_page(f"an echo with {status}", status, ECHO) for status in (200, 403, 404, 502)),
    Nonsense("an echo in JSON", b'{"ok": false, "description": "{path}"}', 404),
    *(
        Nonsense(f"a redirection with {status}", b"", status, headers=(("Location", "{path}"),))
        for status in (301, 302, 307, 308)
    ),
    Nonsense("packed by nobody", b"{}", headers=(("Content-Encoding", "gzip"),)),
)  # fmt: skip
