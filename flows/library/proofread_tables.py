"""Proofreading of tables: rows, bands and caps, and what the decision reads of them."""

from __future__ import annotations

from itertools import pairwise

from flows.assessing.decisions import KINDS, kind_of
from flows.documents import Marked, Place
from flows.facts.vocabulary import Vocabulary
from flows.rules.edition import Edition, Part


def proofread_decision(edition: Edition, document: Marked) -> None:
    """Raise RuleError for a kind of decision that there is not."""
    kind = edition.decision.kind
    if kind not in KINDS:
        *most, last = (f"'{name}'" for name in KINDS)
        sentence = f'"kind" holds "{kind}"; write {", ".join(most)} or {last}.'
        raise document.fault(("decision", "kind"), sentence)


def proofread_tables(edition: Edition, document: Marked) -> None:
    """Raise RuleError for the first table that is empty, has a gap, or never comes to its cap."""
    for place, part in edition.parts():
        _counting(edition.vocabulary, document, place, part)
        _bands(edition.vocabulary, document, place, part)


def proofread_worth(edition: Edition, document: Marked) -> None:
    """Raise RuleError for what the decision cannot read, and for maxima that are not reached."""
    for place, sentence in kind_of(edition).faults(edition):
        raise document.fault(place, sentence)
    for i, factor in enumerate(edition.factors):
        if factor.maximum not in {None, factor.most}:
            sentence = f"the maximum is {factor.maximum}, but the rows reach {factor.most}"
            raise document.fault(("factors", i, "maximum"), f"{sentence}; mend one.")
    decision, total = edition.decision, sum(factor.most for factor in edition.factors)
    if decision.maximum not in {None, total}:
        sentence = f"the maximum is {decision.maximum}, but the factors reach {total}; mend one."
        raise document.fault(("decision", "maximum"), sentence)
    if decision.threshold is not None and decision.threshold < 1:
        sentence = f"the threshold is {decision.threshold}; write at least 1."
        raise document.fault(("decision", "threshold"), sentence)


def _counting(vocabulary: Vocabulary, document: Marked, place: Place, part: Part) -> None:
    """Tables have rows, and points for each end at the cap, on the way to the fact's own end."""
    if part.rows is not None and not part.rows:
        raise document.fault((*place, "rows"), f'"{part.id}" has no row; write one.')
    if part.each is None:
        return
    fact, each = vocabulary[part.each.fact], part.each
    if each.up_to % each.points:
        sentence = f'"up_to" is {each.up_to}, which is no multiple of {each.points}; mend one.'
        raise document.fault((*place, "each", "up_to"), sentence)
    if each.up_to // each.points > (fact.most or 0):
        sentence = f'{each.points} for each never come to {each.up_to}: "{fact.id}" ends at'
        raise document.fault((*place, "each", "up_to"), f"{sentence} {fact.most:g}; mend one.")


def _bands(vocabulary: Vocabulary, document: Marked, place: Place, part: Part) -> None:
    """Bands tile the line: each starts where the one before ends, the ends stand open."""
    rows = part.bands.rows if part.bands else ()
    if len(rows) == 1:
        raise document.fault((*place, "bands"), "one band parts nothing; write two or more.")
    whole = part.bands is not None and vocabulary[part.bands.fact].form.whole
    for j, (band, after) in enumerate(pairwise(rows)):
        here = (*place, "bands", "rows", j + 1)
        if band.below is None or after.from_ is None:
            raise document.fault(here, "only the first and last band stand open; close the others.")
        if whole and not band.below.is_integer():
            sentence = f"{band.below:g} cuts a whole number in parts; write a whole one."
            raise document.fault((*here[:-1], j), sentence)
        if band.from_ is not None and band.from_ >= band.below:
            sentence = f"the band from {band.from_:g} ends below {band.below:g}; mend one."
            raise document.fault((*here[:-1], j), sentence)
        if after.from_ > band.below:
            gap = f"{band.below:g} to {after.from_:g}"
            raise document.fault(
                here, f"there is a gap from {gap}; let the band start at {band.below:g}."
            )
        if after.from_ < band.below:
            overlap = f"{after.from_:g} to {band.below:g}"
            raise document.fault(
                here, f"two bands overlap from {overlap}; let the band start at {band.below:g}."
            )
    if rows and (rows[0].from_ is not None or rows[-1].below is not None):
        raise document.fault(
            (*place, "bands"),
            "the bands must cover the whole line; leave the first from and the last below out.",
        )
