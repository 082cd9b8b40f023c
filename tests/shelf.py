"""The shipped library, read once for all tests, and short ways to what it holds."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from flows import dialogue
from flows.dialogue import Place, Session
from flows.facts import from_json
from flows.facts.known import Facts
from flows.facts.vocabulary import Vocabulary
from flows.library import Library, Scheme

LIBRARY = Library()


def schemes() -> Mapping[str, Scheme]:
    """Return all shipped schemes."""
    return LIBRARY.schemes


def scheme(id_: str) -> Scheme:
    """Return a shipped scheme."""
    return LIBRARY.scheme(id_)


def read_scheme(folder: Path) -> Scheme:
    """Read a scheme from its folder, anew."""
    return Library(folder.parent).scheme(folder.name)


def vocabulary() -> Vocabulary:
    """Return the shipped facts."""
    return LIBRARY.vocabulary


def read_facts(raw: Mapping[str, Any], on: date) -> Facts:
    """Read facts given as JSON values."""
    return from_json.read_facts(LIBRARY.vocabulary, raw, on)


def enter(session: Session, on: date) -> Place:
    """Enter a session of the shipped library."""
    return dialogue.enter(LIBRARY, session, on)
