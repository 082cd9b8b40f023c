"""The catalogues held against what is needed: missing and surplus words, arguments, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.words import DEFAULT

Needed = Mapping[str, frozenset[str]]


class Found(Visitor):
    """The arguments that a message uses, and the messages and terms it refers to."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """Collect one argument."""
        self.arguments.add(node.id.name)


def catalogue_findings(folder: Path, needed: Needed) -> Iterator[str]:
    """Yield a line for each fault in each language, with file and line."""
    for path in sorted(one for one in folder.iterdir() if one.is_dir()):
        yield from _language(path, needed)


def _language(folder: Path, needed: Needed) -> Iterator[str]:
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for entry in FluentParser(with_spans=True).parse(text).body:
            start = entry.span.start if entry.span else 0
            line = text.count("\n", 0, start) + 1
            where = f"{folder.parent.name}/{folder.name}/{path.name}:{line}"
            if isinstance(entry, ast.Junk):
                first = (entry.content or "").strip().splitlines()[0][:40]
                yield f'{where}: "{first}" is not Fluent; mend the line.'
            elif isinstance(entry, ast.Message):
                yield from _message(entry, where, seen, needed, folder.name)
                seen[entry.id.name] = where
    for id_ in needed:
        if id_ not in seen:
            args = " ".join(f"${name}" for name in sorted(needed[id_]))
            gaps = f" (arguments: {args})" if args else ""
            yield f'{folder.parent.name}/{folder.name}: "{id_}" is missing{gaps}; write it.'


def _message(
    entry: ast.Message, where: str, seen: Mapping[str, str], needed: Needed, language: str
) -> Iterator[str]:
    id_ = entry.id.name
    if id_ in seen:
        yield f'{where}: "{id_}" stands twice (first in {seen[id_]}); keep one.'
    if id_ not in needed:
        yield f'{where}: "{id_}" is said by nothing; take it out.'
        return
    found = Found()
    found.visit(entry)
    for name in sorted(found.arguments - needed[id_]):
        yield f'{where}: "{id_}" uses ${name}, which it is not given; use {_known(needed[id_])}.'
    for name in sorted(needed[id_] - found.arguments):
        if name not in OPTIONAL:
            yield f'{where}: "{id_}" leaves out ${name}; use it, so that nothing told is lost.'
    if language == DEFAULT and entry.comment is None:
        yield f'{where}: "{id_}" has no comment for its translator; write one above it.'


# A language may leave these out: they are there for those that need them.
OPTIONAL = frozenset({"count", "all", "last", "day"})


def _known(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "no argument"
