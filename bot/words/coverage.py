"""The catalogues held against what is needed: missing and surplus words, arguments, plurals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.words.catalogue import DEFAULT
from bot.words.numbers import allowed_numbers, numbers_in, write_number
from flows.assessing.texts import Text

# Every plural category that CLDR knows; each language has some of them.
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
# What stands for bytes that are not UTF-8.
_BROKEN = "\ufffd"
Needed = Mapping[str, frozenset[str]]
# What is said of a result whatever the rules are: it states no number of its own.
_RULED = ("early-", "result-")


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


class Entry(NamedTuple):
    """A message or term of a catalogue, and where it stands."""

    id: str
    where: str
    node: ast.EntryType


@dataclass(frozen=True)
class Wanted:
    """What a language must say: messages with their arguments, and how each may be filled.

    `given` are further arguments that a message may use, `numbers` those that its words may
    state and whose they are; a message that is in neither may use and state what it likes.
    """

    needed: Needed
    given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, frozenset[float]]] = field(default_factory=dict)


def catalogue_findings(folder: Path, needed: Needed, texts: Sequence[Text] = ()) -> Iterator[str]:
    """Yield a line for each fault in each language, with file and line.

    `texts` are those of the rules: each stands under the first of its ids that any language has.
    """
    languages = sorted(one for one in folder.iterdir() if one.is_dir())
    read = {one.name: _entries(one) for one in languages}
    known = {entry.id for entries, _ in read.values() for entry in entries}
    wanted = _wanted_messages(needed, texts, known)
    for one in languages:
        entries, broken = read[one.name]
        yield from broken
        yield from _language(one, entries, wanted)
    if languages:
        yield from _idle(read, wanted)


@lru_cache(maxsize=128)
def entries_of(text: str) -> tuple[ast.EntryType, ...]:
    """Parse a file of messages; each check reads the same files, and parsing is what costs."""
    return tuple(FluentParser(with_spans=True).parse(text).body)


def _entries(folder: Path) -> tuple[list[Entry], list[str]]:
    """Return the messages and terms of a language, and what cannot be read as one."""
    found, broken = [], []
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8", errors="replace")
        name = f"{folder.parent.name}/{folder.name}/{path.name}"
        if _BROKEN in text:
            line = _line(text, text.index(_BROKEN))
            broken.append(f"{name}:{line}: this is not UTF-8; save it so.")
        for entry in entries_of(text):
            where = f"{name}:{_line(text, _start(entry))}"
            if isinstance(entry, ast.Junk):
                first = (entry.content or "").strip().splitlines()[0][:40]
                broken.append(f'{where}: "{first}" is not Fluent; mend the line.')
            elif isinstance(entry, ast.Message):
                found.append(Entry(entry.id.name, where, entry))
                broken += _plurals(entry, name, text, folder.name)
            elif isinstance(entry, ast.Term):
                found.append(Entry(f"-{entry.id.name}", where, entry))
    return found, broken


def _wanted_messages(needed: Needed, texts: Sequence[Text], known: AbstractSet[str]) -> Wanted:
    """Return what every language must say, the texts of rules under the ids that are in use."""
    must = dict(needed)
    given: dict[str, frozenset[str]] = {}
    numbers: dict[str, tuple[str, frozenset[float]]] = {}
    for text in texts:
        id_ = next((one for one in text.ids if one in known), text.wanted)
        must[id_] = must.get(id_, frozenset()) | {name for name, _ in text.args}
        names = frozenset(name for name, _ in text.given)
        given[id_] = given.get(id_, names) & names
        whose, stated = numbers.get(id_, (text.edition, text.numbers))
        # The edition that allows the least is named.
        whose = whose if stated <= text.numbers else text.edition
        numbers[id_] = (whose, stated & text.numbers)
    numbers |= {id_: ("", frozenset()) for id_ in must if id_.startswith(_RULED)} | numbers
    return Wanted(must, given, numbers)


def _language(folder: Path, entries: list[Entry], wanted: Wanted) -> Iterator[str]:
    seen: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry.node, ast.Message):
            yield from _message(entry, entry.node, seen, wanted, folder.name)
        seen[entry.id] = entry.where
    yield from _missing(folder, entries, seen, wanted.needed)


def _missing(
    folder: Path, entries: list[Entry], seen: Mapping[str, str], needed: Needed
) -> Iterator[str]:
    for entry in entries:
        for other in _others(entry.node):
            if other not in seen:
                mend = "is referred to, but stands nowhere; write it or mend this."
                yield f'{entry.where}: "{other}" {mend}'
    for id_ in needed:
        if id_ not in seen:
            args = " ".join(f"${name}" for name in sorted(needed[id_]))
            gaps = f" (arguments: {args})" if args else ""
            yield f'{folder.parent.name}/{folder.name}: "{id_}" is missing{gaps}; write it.'


def _idle(read: Mapping[str, tuple[list[Entry], list[str]]], wanted: Wanted) -> Iterator[str]:
    """Yield the allowances of numbers that no language uses."""
    said: dict[str, set[float]] = {}
    for entries, _ in read.values():
        for entry in entries:
            if isinstance(entry.node, ast.Message) and entry.id in allowed_numbers():
                said.setdefault(entry.id, set()).update(numbers_in(entry.node))
    for id_, one in allowed_numbers().items():
        for number in sorted(set(one.numbers) - said.get(id_, set())):
            if id_ in wanted.needed:
                number_ = write_number(number)
                sentence = f'"{id_}" is allowed {number_}, which no language says; take it out.'
                yield f"bot/words/numbers.yaml: {sentence}"


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
    entry: Entry, node: ast.Message, seen: Mapping[str, str], wanted: Wanted, language: str
) -> Iterator[str]:
    id_, where = entry.id, entry.where
    if id_ in seen:
        yield f'{where}: "{id_}" stands twice (first in {seen[id_]}); keep one.'
    if id_ not in wanted.needed:
        yield f'{where}: "{id_}" is said by nothing; take it out.'
        return
    if node.value is None:
        yield f'{where}: "{id_}" says nothing; write its words after the "=".'
        return
    found = Found()
    found.visit(node)
    must, given = wanted.needed[id_], wanted.given.get(id_, frozenset())
    for name in sorted(found.arguments - must - given):
        known = _known_arguments(must | given)
        yield f'{where}: "{id_}" uses ${name}, which it is not given; use {known}.'
    for name in sorted(must - found.arguments):
        if name not in OPTIONAL:
            yield f'{where}: "{id_}" leaves out ${name}; use it, so that nothing told is lost.'
    yield from _contradictions(entry, node, wanted)
    if language == DEFAULT and node.comment is None:
        yield f'{where}: "{id_}" has no comment for its translator; write one above it.'


def _contradictions(entry: Entry, node: ast.Message, wanted: Wanted) -> Iterator[str]:
    """Yield the numbers that a text of rules states and its rules do not."""
    edition, numbers = wanted.numbers.get(entry.id, (None, frozenset[float]()))
    if edition is None:
        return
    kept = allowed_numbers()[entry.id].numbers if entry.id in allowed_numbers() else ()
    for number in sorted(numbers_in(node) - numbers - set(kept)):
        given = sorted(wanted.given.get(entry.id, frozenset()))
        use = f"use {_known_arguments(frozenset(given))}, or " if given else ""
        whose = f"the rule of {edition} that it speaks of" if edition else "no rule"
        states = "does not state" if edition else "states"
        yield (
            f'{entry.where}: "{entry.id}" says {write_number(number)}, which {whose} {states}; '
            f"{use}give the reason in bot/words/numbers.yaml."
        )


# A language may leave these out: they are there for those that need them.
OPTIONAL = frozenset({"count", "all", "last", "day", "scale", "scaled"})


def _known_arguments(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "no argument"
