"""Every message that rules and dialogue can say, with its arguments.

`yauchoi check` holds the catalogues against this list, so that no word is missing and none is
left over in any language.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.applying.lexicon import applying_needed
from flows.assessing.cells import Line
from flows.assessing.compiled import rows_of, tables
from flows.assessing.texts import Text, texts
from flows.dialogue.brief import label_of
from flows.facts.in_words import MONEY, TONGUES
from flows.facts.known import domain
from flows.facts.vocabulary import Fact
from flows.lexicon.fixed import FIXED
from flows.lexicon.synonyms import SYNONYMS
from flows.library import Library, Scheme
from flows.message import Needed
from flows.rules.edition import Edition

# A cut just above the least value parts "none" from "some".
TINY = 1e-9


def needed(library: Library) -> Needed:
    """Return every message id with its arguments, but for the texts of editions."""
    found = FIXED | SYNONYMS
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
        found |= dict.fromkeys(_options(fact), frozenset())
        if fact.numeric:
            found |= _bands(fact, editions)
    return found


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
        found |= applying_needed(one.applying)
    return found


def _short_names(edition: Edition) -> Iterator[str]:
    """Yield the short names of an edition's prerequisites, and how its labels are said."""
    yield from (f"prerequisite-{one.id}" for one in edition.prerequisites)
    for factor in edition.factors:
        for part in factor.tables():
            yield from (f"label-{label_of(row)}" for row, _ in rows_of(part) if row.label)


def _options(fact: Fact) -> Iterator[str]:
    if fact.kind in {"choice", "set"}:
        yield from (f"option-{fact.id}-{option}" for option in fact.options)
    if fact.worded:
        yield from (f"option-{fact.id}-yes", f"option-{fact.id}-no")
    if fact.kind == "set":
        yield from (f"option-{fact.id}-none", f"option-{fact.id}-rather-not")
    if fact.kind == "languages":
        yield from (f"option-languages-{'-'.join(codes) or 'none'}" for codes in TONGUES)
        yield from ("languages-other", "languages-others")
    if fact.kind == "nation":
        yield from ("option-nationality-other", "option-nationality-none-of-these")
    if fact.kind == "day" and not fact.derived:
        yield from (f"option-{fact.id}-recent", f"option-{fact.id}-earlier")


def _bands(fact: Fact, editions: list[Edition]) -> Needed:
    """Return the ways in which a number is said back: exactly, and in bands."""
    unit = fact.unit
    found = {
        f"amount-{unit}": frozenset({"amount", "scale", "scaled"} if unit in MONEY else {"count"}),
        f"band-{unit}-from": frozenset({"low"}),
        f"band-{unit}-below": frozenset({"high"}),
    }
    if fact.kind == "number":
        found[f"band-{unit}-range"] = frozenset({"low", "high"})
    else:
        found[f"band-{unit}-whole"] = frozenset({"low", "high"})
        found[f"band-{unit}-none"] = frozenset()
    least, _ = domain(fact)
    for edition in editions:
        axis = tables(edition).axes.get(fact.id)
        cuts = axis.cuts if isinstance(axis, Line) else ()
        if any(least < cut < least + TINY for cut in cuts):
            found |= {f"band-{unit}-some": frozenset(), f"band-{unit}-none": frozenset()}
    return found
