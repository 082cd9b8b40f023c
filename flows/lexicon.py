"""Every message that rules and dialogue can say, with its arguments.

`yauchoi check` holds the catalogues against this list, so that no word is missing and none is
left over in any language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.applying.lexicon import applying_needed
from flows.axes import Line
from flows.dialogue.questions import TONGUES
from flows.dialogue.results import label_of
from flows.editions import Edition
from flows.facts import Fact, vocabulary
from flows.groups import TableRow
from flows.reasons import row_name
from flows.schemes import Scheme
from flows.tables import rows_of, tables
from flows.values import domain

Needed = dict[str, frozenset[str]]
# A cut just above the least value parts "none" from "some".
TINY = 1e-9


def _fixed(text: str) -> Needed:
    """Read lines of `id argument argument`."""
    lines = (line.split() for line in text.strip().splitlines())
    return {words[0]: frozenset(words[1:]) for words in lines if words}


# What is said whatever the rules are.
FIXED = _fixed(
    """
    language-name
    language-order
    language-locale
    language-ask
    list-separator
    sentence-separator
    goodbye
    notice-title
    notice-purpose
    notice-limits
    notice-privacy
    notice-agree
    notice-rules-changed day
    notice-rules-ended
    notice-dropped facts
    scheme-ask
    progress number total
    progress-former count
    ask-again told
    control-unsure
    control-back
    control-edit
    control-why
    control-person
    control-resume
    control-restart
    control-language
    typed-unsure
    typed-back
    typed-edit
    typed-why
    typed-person
    typed-resume
    typed-restart
    typed-language
    typed-agree
    typed-yes
    typed-no
    typed-on
    typed-enough
    typed-former
    typed-change
    typed-goodbye
    option-yes
    option-no
    value-unsure
    hint-age
    hint-years
    hint-percent
    hint-hkd
    hint-children
    hint-count
    hint-nation
    hint-languages
    days-until day
    days-from day
    days-between first last
    why-parts parts
    why-told why told
    why-points-open least most
    why-criterion-open
    why-not-assessed
    source-named title address
    source-of-rule sources sure
    source-cited sources read sure
    sure-official
    sure-several
    sure-single
    sure-inferred
    early-points-meets count
    early-points-falls-short count
    early-points-review count
    early-criteria-meets count
    early-criteria-falls-short count
    early-criteria-review count
    early-go-on count
    early-go-historic count
    early-enough
    stopped-kind
    stopped-change
    review-ask
    review-empty
    review-line fact told
    person-offer
    result-title edition
    edition-name scheme day
    result-ineligible
    result-points-meets score need all
    result-points-meets-between least most need all
    result-points-falls-short score need all
    result-points-falls-short-between least most need all
    result-points-review score need all
    result-points-review-between least most need all
    result-points-open score need all
    result-points-open-between least most need all
    result-criteria-meets score need all
    result-criteria-meets-between least most need all
    result-criteria-falls-short score need all
    result-criteria-falls-short-between least most need all
    result-criteria-review score need all
    result-criteria-review-between least most need all
    result-criteria-open score need all
    result-criteria-open-between least most need all
    result-doors-review
    result-doors-falls-short
    result-doors-open
    result-labels
    result-labels-human
    result-labels-alone
    result-labels-aside
    result-labels-urgent
    result-closed
    result-closed-since day law
    successor-open successor count until
    successor-between successor count until
    successor-later successor
    labels-historic
    label-open
    line-label name label why
    line-met name why
    line-not-met name why
    line-open name why
    line-points name points maximum why
    line-points-open name why
    line-unsettled text
    result-former
    former-title edition day
    former-ineligible
    former-beside today then day last
    short-ineligible
    short-points score all
    short-points-between least most all
    short-criteria score all
    short-criteria-between least most all
    result-open-unsure facts
    result-open-not-told facts
    unsettled-title
    footer-edition edition checked
    footer-revision revision
    footer-stale day
    problem-not-here
    problem-stale
    problem-not-an-option found
    problem-no-edition scheme day
    problem-too-long found most
    problem-empty
    problem-control-character
    problem-number-expected found least most
    problem-number-outside found least most
    problem-whole-expected found least most
    problem-nation-expected found
    problem-language-expected found
    problem-above other bound
    bad-facts
    bad-no-edition scheme on first
    bad-utf8
    bad-json
    bad-not-object
    bad-scheme found
    bad-on found
    bad-unknown-fact fact
    bad-not-whole fact found
    bad-not-number fact found
    bad-out-of-bounds fact found least most
    bad-not-band fact found
    bad-empty-band fact found
    bad-not-flag fact found
    bad-not-option fact found options
    bad-not-list fact found
    bad-not-language fact found
    bad-not-nation fact found
    bad-not-day fact found
    bad-born-later fact found on
    bad-age-disagrees fact found age
    bad-above fact found other bound
    bad-filed-late fact found before
    """
)


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
    found = {f"scheme-{one.id}": frozenset[str](), f"footer-authority-{place}": frozenset[str]()}
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
