"""The catalogues held against what is needed: missing and surplus words, arguments, plurals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.words import DEFAULT

# Every plural category that CLDR knows; each language has some of them.
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
# What stands for bytes that are not UTF-8.
_BROKEN = "\ufffd"
Needed = Mapping[str, frozenset[str]]


class Found(Visitor):
    """What a message uses: arguments, plural branches, and the messages and terms it refers to."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.others: set[str] = set()
        self.plurals: list[ast.Identifier] = []

    def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802
        """Collect a branch that is chosen by a plural category."""
        if isinstance(node.key, ast.Identifier) and node.key.name in PLURALS:
            self.plurals.append(node.key)
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """Collect one argument."""
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """Collect one message that this one refers to."""
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """Collect one term that this message refers to."""
        self.others.add(f"-{node.id.name}")


def catalogue_findings(folder: Path, needed: Needed) -> Iterator[str]:
    """Yield a line for each fault in each language, with file and line."""
    for path in sorted(one for one in folder.iterdir() if one.is_dir()):
        yield from _language(path, needed)


def _language(folder: Path, needed: Needed) -> Iterator[str]:
    seen: dict[str, str] = {}
    referred: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8", errors="replace")
        name = f"{folder.parent.name}/{folder.name}/{path.name}"
        if _BROKEN in text:
            yield f"{name}:{_line(text, text.index(_BROKEN))}: this is not UTF-8; save it so."
        for entry in FluentParser(with_spans=True).parse(text).body:
            where = f"{name}:{_line(text, _start(entry))}"
            if isinstance(entry, ast.Junk):
                first = (entry.content or "").strip().splitlines()[0][:40]
                yield f'{where}: "{first}" is not Fluent; mend the line.'
            elif isinstance(entry, ast.Message):
                yield from _message(entry, where, seen, needed, folder.name)
                yield from _plurals(entry, name, text, folder.name)
                seen[entry.id.name] = where
            elif isinstance(entry, ast.Term):
                seen[f"-{entry.id.name}"] = where
            referred += [(where, other) for other in _others(entry)]
    yield from _missing(folder, seen, referred, needed)


def _missing(
    folder: Path, seen: Mapping[str, str], referred: list[tuple[str, str]], needed: Needed
) -> Iterator[str]:
    for where, other in referred:
        if other not in seen:
            yield f'{where}: "{other}" is referred to, but stands nowhere; write it or mend this.'
    for id_ in needed:
        if id_ not in seen:
            args = " ".join(f"${name}" for name in sorted(needed[id_]))
            gaps = f" (arguments: {args})" if args else ""
            yield f'{folder.parent.name}/{folder.name}: "{id_}" is missing{gaps}; write it.'


def _others(entry: ast.EntryType) -> list[str]:
    found = Found()
    found.visit(entry)
    return sorted(found.others)


def _start(entry: ast.EntryType) -> int:
    """Return where an entry's own line begins: its span begins with the comment above it."""
    own = entry.id if isinstance(entry, (ast.Message, ast.Term)) else entry
    return own.span.start if own.span else 0


def _line(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1


def _plurals(entry: ast.Message, name: str, text: str, language: str) -> Iterator[str]:
    """Yield the branches that are never chosen: their plural category is not the language's."""
    found = Found()
    found.visit(entry)
    has = _categories(language)
    for key in found.plurals:
        if key.name not in has:
            where = f"{name}:{_line(text, key.span.start if key.span else 0)}"
            known = ", ".join(f"[{one}]" for one in sorted(has))
            yield (
                f'{where}: "{entry.id.name}" has a branch [{key.name}], which {language} never'
                f" chooses; it has {known}: write a number such as [1], or take it out."
            )


@cache
def _categories(language: str) -> frozenset[str]:
    """Return the plural categories of a language by CLDR; English's for one CLDR does not know."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only a check needs it

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(DEFAULT)
    return frozenset(locale.plural_form.tags) | {"other"}


def _message(
    entry: ast.Message, where: str, seen: Mapping[str, str], needed: Needed, language: str
) -> Iterator[str]:
    id_ = entry.id.name
    if id_ in seen:
        yield f'{where}: "{id_}" stands twice (first in {seen[id_]}); keep one.'
    if id_ not in needed:
        yield f'{where}: "{id_}" is said by nothing; take it out.'
        return
    if entry.value is None:
        yield f'{where}: "{id_}" says nothing; write its words after the "=".'
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
