"""Every message that rules and dialogue can say, with its arguments.

`yauchoi check` holds the catalogues against this list, so that no word is missing and none is
left over in any language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.applying.lexicon import applying_needed
from flows.axes import Line
from flows.dialogue.brief import label_of
from flows.dialogue.questions import TONGUES
from flows.editions import Edition
from flows.facts import Fact, vocabulary
from flows.fixed import FIXED, Needed
from flows.groups import TableRow
from flows.reasons import row_name
from flows.schemes import Scheme
from flows.tables import rows_of, tables
from flows.values import domain

# A cut just above the least value parts "none" from "some".
TINY = 1e-9


def needed(shelf: Mapping[str, Scheme]) -> Needed:
    """Return every message id with its arguments, for all facts and editions."""
    found = dict(FIXED)
    editions = [edition for one in shelf.values() for edition in one.editions]
    for one in shelf.values():
        found |= _of_scheme(one)
    for edition in editions:
        for id_, args in _of_edition(edition):
            found[id_] = found.get(id_, frozenset()) | args
    asked = {name for edition in editions for name in tables(edition).facts}
    for edition in editions:
        if edition.route:
            asked |= {edition.route.fact, *(n for w in edition.route.ways.values() for n in w.asks)}
    for fact in vocabulary().values():
        if fact.id in asked and not fact.derived:
            found |= {f"ask-{fact.id}": frozenset(), f"ask-{fact.id}-why": frozenset()}
        found[f"fact-{fact.id}"] = frozenset()
        found |= dict.fromkeys(_options(fact), frozenset())
        if fact.numeric:
            found |= _bands(fact, editions)
    return found


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


def _of_edition(edition: Edition) -> Iterator[tuple[str, frozenset[str]]]:
    words = edition.words
    if edition.prerequisites:
        yield f"stopped-{words}", frozenset()
    for one in edition.prerequisites:
        yield f"failed-{words}-{one.id}", frozenset()
        yield f"prerequisite-{one.id}", frozenset()
    for point in edition.unsettled:
        yield f"unsettled-{words}-{point.id}", frozenset()
    if any("barred" in str(p.when) for p in edition.prerequisites):
        yield f"unsettled-{words}-nationality-day", frozenset()
    for factor in edition.factors:
        yield f"name-{words}-{factor.id}", frozenset()
        for part in factor.tables():
            path = factor.id if not factor.parts else f"{factor.id}-{part.id}"
            for row, _ in rows_of(part):
                yield _of_row(edition, path, row)
                if row.label:
                    yield f"label-{label_of(row)}", frozenset()


def _of_row(edition: Edition, path: str, row: TableRow) -> tuple[str, frozenset[str]]:
    args = {"points"} if edition.decision.kind == "additive" else set()
    if row.id == "band":
        args |= {name for name, end in (("low", row.low), ("high", row.high)) if end is not None}
    if row.id == "each":
        args.add("count")
    return f"why-{edition.words}-{path}-{row_name(row)}", frozenset(args)


def _options(fact: Fact) -> Iterator[str]:
    if fact.kind in {"choice", "set"}:
        yield from (f"option-{fact.id}-{option}" for option in fact.options)
    if fact.worded:
        yield from (f"option-{fact.id}-yes", f"option-{fact.id}-no")
    if fact.kind == "set":
        yield from (f"option-{fact.id}-none", f"option-{fact.id}-rather-not")
    if fact.kind == "languages":
        yield from (f"option-languages-{'-'.join(codes) or 'none'}" for codes in TONGUES)
        yield "option-languages-another"
    if fact.kind == "nation":
        yield from ("option-nationality-other", "option-nationality-none-of-these")
    if fact.kind == "day" and not fact.derived:
        yield from (f"option-{fact.id}-recent", f"option-{fact.id}-earlier")


def _bands(fact: Fact, editions: list[Edition]) -> Needed:
    """Return the ways in which a number is said back: exactly, and in bands."""
    unit = fact.unit
    found = {
        f"amount-{unit}": frozenset({"count"}),
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
