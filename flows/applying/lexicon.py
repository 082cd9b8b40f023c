"""Every message that applying can say, with its arguments."""

from __future__ import annotations

from flows.message import Needed, parse_needed
from flows.rules.procedure import Procedure

_FIXED = parse_needed(
    """
    apply-title-start
    apply-title-failed
    apply-title-documents
    apply-title-family count
    apply-title-successor
    apply-title-papers
    apply-title-together
    apply-title-fees
    apply-title-where
    apply-title-stay
    apply-title-duties
    apply-title-contacts
    apply-lead-falls-short
    apply-lead-open
    apply-lead-open-known
    apply-lead-review
    apply-failed
    apply-unknown day
    apply-row document count
    apply-row-starred document count
    apply-row-open row
    apply-row-star
    apply-row-left-out documents
    apply-sure text sure
    apply-sure-sentence text sure
    apply-sure-official
    apply-sure-several
    apply-sure-single
    apply-sure-inferred
    apply-group most family
    apply-fees-now count each sum
    apply-fees-later count each sum stay within days
    apply-fees-sum sum
    apply-fees-unknown day
    apply-stay stay
    apply-length-months count
    apply-length-years count
    apply-round-open programmes round until count
    apply-round-partly programmes round
    apply-round-coming programmes round day
    apply-round-between programmes round until
    apply-round-unknown programmes
    apply-checked day
    """
)


def applying_messages(procedure: Procedure) -> Needed:
    """Return the ids that a file's rows and points have, and those that all files share."""
    words = f"apply-{procedure.words}"
    found = _FIXED | {f"{words}-row-{row.id}": frozenset() for row in procedure.documents}
    found |= {f"{words}-family-{row.id}": frozenset() for row in procedure.family_documents}
    if any(row.unresolved for row in procedure.documents):
        found[f"{words}-list"] = frozenset({"count"})
    for part, points in procedure.points.items():
        for one in points:
            args = frozenset(one.numbers) | ({"address"} if one.page_of else set())
            found[f"{words}-{part}-{one.id}"] = args
    return found
