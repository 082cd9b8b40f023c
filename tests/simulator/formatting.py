"""Text as the server keeps it: HTML made into entities, and lengths in UTF-16 units."""

import html
import re

from tests.simulator import refusals
from tests.simulator.refusals import bad
from tests.simulator.wire import Json

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>|<")
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(@\w+)?")


def units(text: str) -> int:
    """Return the length in UTF-16 units; raises Refused for half a character."""
    try:
        return len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        raise bad(refusals.NOT_UTF8) from None


def commands(text: str) -> tuple[Json, ...]:
    """Return the commands in what a person typed."""
    return tuple(
        {"type": "bot_command", "offset": units(text[: m.start()]), "length": units(m.group())}
        for m in _COMMAND.finditer(text)
    )


def formatted(
    text: str, mode: str | None, entities: list[Json], misuse: list[str]
) -> tuple[str, tuple[Json, ...]]:
    """Return the text and its entities; raises Refused for HTML that is not well-formed."""
    if mode and mode.lower() == "html":
        text, found = _html(text)
    else:
        found = [] if mode else entities
        if mode:
            misuse.append(f"the simulator does not read parse_mode {mode}")
    kept = text.rstrip()
    misuse += [f"an entity stands outside its text: {e}" for e in found if _outside(e, units(text))]
    return kept, tuple(found)


def _outside(entity: Json, length: int) -> bool:
    start = int(entity.get("offset", -1))
    return not 0 <= start < start + int(entity.get("length", 0)) <= length


def _html(text: str) -> tuple[str, list[Json]]:
    plain = ""
    found: list[Json] = []
    stack: list[tuple[str, int, str]] = []
    at = 0
    for tag in _TAG.finditer(text):
        plain += html.unescape(text[at : tag.start()])
        at = tag.end()
        ending, name, rest = tag.group(1), (tag.group(2) or "").lower(), tag.group(3) or ""
        byte = len(text[: tag.start()].encode())
        if not ending:
            if name not in _TAGS:
                raise bad(
                    f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {byte}'
                )
            stack.append((name, units(plain), rest))
            continue
        if not stack or stack[-1][0] != name:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {byte}")
        name, start, rest = stack.pop()
        entity: Json = {"type": _TAGS[name], "offset": start, "length": units(plain) - start}
        link = re.search(r'href="([^"]*)"', rest)
        found += [entity | ({"url": html.unescape(link.group(1))} if link else {})]
    if stack:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    return plain + html.unescape(text[at:]), sorted(found, key=lambda one: one["offset"])
