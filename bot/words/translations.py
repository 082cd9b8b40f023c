"""Translations held against the English: what was never translated, and what to read again.

Beside its words, a language keeps two files. `reviewed.json` is written by `yauchoi check
--accept`: a digest of the English of each message as it was when the translation was last read.
`same.txt` is written by hand: the messages that rightly read as in English.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

from bot.words.catalogue import DEFAULT
from bot.words.coverage import entries_of

REVIEWED = "reviewed.json"
SAME = "same.txt"
MEND = "read it beside the English, then run yauchoi check --accept"
# These are of a language itself, and follow from no English.
_OWN = ("typed-", "language-name", "language-order", "language-locale")
# Ids that a finding names; the others are counted.
_NAMED = 3


class _Letters(Visitor):
    """Whether a message holds any letters of its own, outside its gaps."""

    def __init__(self) -> None:
        self.found = False

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.found = self.found or any(letter.isalpha() for letter in node.value)


@dataclass(frozen=True, slots=True)
class _Text:
    """One message: where it stands, its pattern as Fluent writes it, whether it has letters."""

    where: str
    pattern: str
    worded: bool


def translation_findings(folder: Path) -> Iterator[str]:
    """Yield a line for each translation that is none, or whose English changed since."""
    english = _texts(folder / DEFAULT)
    for path in _translated_folders(folder):
        own = _texts(path)
        yield from _still_english(path, own, english)
        yield from _stale(path, own, english)


def accept_translations(folder: Path) -> Iterator[str]:
    """Keep the English as it now is for every translation, then yield what changed."""
    english = _texts(folder / DEFAULT)
    for path in _translated_folders(folder):
        fresh = _digests(_texts(path), english)
        kept = _read_reviewed(path) or {}
        (path / REVIEWED).write_text(json.dumps(fresh, indent=0, sort_keys=True) + "\n", "utf-8")
        if read := sorted(id_ for id_, digest in fresh.items() if kept.get(id_) != digest):
            yield f"{path.name}: taken as read: {_name_some(read)}."


def _translated_folders(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if any(one.glob("*.ftl")) and one.name != DEFAULT)


def _texts(folder: Path) -> dict[str, _Text]:
    """Read the messages of a language; what is no Fluent is told elsewhere."""
    found = {}
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for entry in entries_of(text):
            if not isinstance(entry, ast.Message) or entry.value is None:
                continue
            line = text.count("\n", 0, entry.id.span.start if entry.id.span else 0) + 1
            where = f"{folder.parent.name}/{folder.name}/{path.name}:{line}"
            letters = _Letters()
            letters.visit(entry)
            found[entry.id.name] = _Text(where, serialize_pattern(entry.value), letters.found)
    return {id_: one for id_, one in found.items() if not id_.startswith(_OWN)}


def _still_english(
    folder: Path, own: Mapping[str, _Text], english: Mapping[str, _Text]
) -> Iterator[str]:
    allowed = _read_same(folder)
    for id_, one in own.items():
        same = id_ in english and one.worded and one.pattern == english[id_].pattern
        if same and id_ not in allowed:
            add = f"add it to {folder.name}/{SAME} where it rightly reads so"
            yield f'{one.where}: "{id_}" still reads as in English; translate it, or {add}.'
        if not same and id_ in allowed:
            yield f'{_path_of(folder, SAME)}: "{id_}" does not read as in English; take it out.'
    for id_ in sorted(allowed - own.keys()):
        yield f'{_path_of(folder, SAME)}: "{id_}" is no message; take it out.'


def _stale(folder: Path, own: Mapping[str, _Text], english: Mapping[str, _Text]) -> Iterator[str]:
    kept, now = _read_reviewed(folder), _digests(own, english)
    if kept is None:
        again = "delete it, then run yauchoi check --accept"
        yield f"{_path_of(folder, REVIEWED)}: this is not a mapping of digests as JSON; {again}."
        return
    for id_, digest in now.items():
        if kept.get(id_, digest) != digest:
            changed = f'the English of "{id_}" changed since this was last read'
            yield f"{own[id_].where}: {changed}; {MEND}."
    for ids, what in ((now.keys() - kept.keys(), "never read"), (kept.keys() - now.keys(), "gone")):
        if ids:
            yield f"{_path_of(folder, REVIEWED)}: {what}: {_name_some(sorted(ids))}; {MEND}."


def _digests(own: Mapping[str, _Text], english: Mapping[str, _Text]) -> dict[str, str]:
    return {
        id_: hashlib.sha256(english[id_].pattern.encode()).hexdigest()[:8]
        for id_ in own
        if id_ in english
    }


def _read_reviewed(folder: Path) -> dict[str, str] | None:
    """Return the digests that were accepted: none before the first time, None where unreadable."""
    path = folder / REVIEWED
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _read_same(folder: Path) -> set[str]:
    path = folder / SAME
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def _path_of(folder: Path, file: str) -> str:
    return f"{folder.parent.name}/{folder.name}/{file}"


def _name_some(ids: list[str]) -> str:
    """Name the first ids, and count the others."""
    named = ", ".join(f'"{one}"' for one in ids[:_NAMED])
    return f"{named} and {len(ids) - _NAMED} more" if len(ids) > _NAMED else named
