"""What arrives over HTTP: JSON, urlencoded and multipart bodies, read into one mapping."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.simulator.refusals import bad

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content_type: str
    body: bytes


async def raw_parameters(request: web.Request) -> Json:
    """Return the parameters of a call as they came: of the address and of the body."""
    found: Json = dict(request.query)
    if request.content_type == "application/json":
        found |= _object(await request.read())
    elif request.content_type == "multipart/form-data":
        found |= await _parts(request)
    else:
        found |= {key: str(value) for key, value in (await request.post()).items()}
    return _attached(found)


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(read, dict):
        raise bad("expected an Object")
    return {key: value for key, value in read.items() if value is not None}


async def _parts(request: web.Request) -> Json:
    found: Json = {}
    for key, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            found[key] = Upload(value.filename, value.content_type, value.file.read())
            value.file.close()
        else:
            found[key] = value if isinstance(value, str) else value.decode()
    return found


def _attached(found: Json) -> Json:
    """Put the files that are named `attach://part` where they are named."""
    named = {
        key: value.removeprefix("attach://")
        for key, value in found.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    files = {key: found[part] for key, part in named.items() if part in found}
    return {k: v for k, v in found.items() if k not in named.values()} | files
