"""Every message that rules and dialogue can say, with its arguments.

`yauchoi check` holds the catalogues against this list, so that no word is missing and none is
left over in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.applying.lexicon import applying_messages
from flows.assessing.compiled import rows_of, tables
from flows.assessing.decisions import KINDS, kind_of
from flows.assessing.texts import Text, facts_to_ask, texts
from flows.dialogue.screens import SCREENS
from flows.facts.vocabulary import Fact
from flows.lexicon.fixed import FIXED
from flows.lexicon.synonyms import SYNONYMS
from flows.library import Library, Scheme
from flows.message import Needed
from flows.rules.edition import Edition


def all_messages(library: Library) -> Needed:
    """Return every message id with its arguments, but for the texts of editions."""
    found = FIXED | SYNONYMS
    for kind in KINDS.values():
        found |= kind.needed
    schemes = library.schemes.values()
    editions = [edition for one in schemes for edition in one.editions]
    for one in schemes:
        found |= _of_scheme(one)
    for edition in editions:
        found |= dict.fromkeys(_short_names(edition), frozenset())
    for fact in library.vocabulary.values():
        found[f"fact-{fact.id}"] = frozenset()
        if fact.assumes:
            found[f"now-{fact.id}"] = frozenset()
        found |= fact.form.words(fact, _cuts(fact, editions))
    found |= dict.fromkeys(_hints(library, editions), frozenset())
    found |= {f"look-{name}": frozenset() for one in SCREENS.values() for name in one.looks}
    return found


def _hints(library: Library, editions: list[Edition]) -> Iterator[str]:
    """Yield how each fact that is asked is typed."""
    asked = {name for edition in editions for name in facts_to_ask(edition)}
    asked |= {library.vocabulary.family, library.vocabulary.birth}
    for name in sorted(asked - {""}):
        fact = library.vocabulary[name]
        if hint := fact.form.hint(fact):
            yield hint


def rule_texts(library: Library) -> tuple[Text, ...]:
    """Return every text of every edition."""
    editions = (edition for one in library.schemes.values() for edition in one.editions)
    return tuple(text for edition in editions for text in texts(edition))


def _of_scheme(one: Scheme) -> Needed:
    place = one.about.place
    found = {f"scheme-{one.id}": frozenset[str](), f"footer-{place}": frozenset({"checked"})}
    found[f"footer-{place}-overdue"] = frozenset({"checked", "day"})
    if not one.about.made_up:
        found |= {f"scheme-{one.id}-choice": frozenset(), f"contacts-{place}": frozenset()}
    if one.successor:
        found |= {f"{word}-{one.successor.id}": frozenset() for word in ("scheme", "law")}
    if one.applying:
        found |= applying_messages(one.applying)
    return found


def _short_names(edition: Edition) -> Iterator[str]:
    """Yield the short names of an edition's prerequisites, and how its rows are said."""
    yield from (f"prerequisite-{one.id}" for one in edition.prerequisites)
    for factor in edition.factors:
        for part in factor.tables():
            for row, _ in rows_of(part):
                yield from kind_of(edition).row_messages(row)


def _cuts(fact: Fact, editions: list[Edition]) -> frozenset[float]:
    """Return the thresholds of a fact in all editions."""
    axes = [tables(edition).axes.get(fact.id) for edition in editions]
    return frozenset(cut for axis in axes if axis is not None for cut in axis.cuts)
