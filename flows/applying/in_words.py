"""What to do next, as titled lines that read well on a phone."""

from __future__ import annotations

from flows.applying.checklist import Applying, Document, Told
from flows.message import Message, Messages, say
from flows.rules.procedure import Part, Procedure, Stay
from flows.section import Section

# The parts in the order of the screen, after the documents and before the contacts.
PARTS: tuple[Part, ...] = ("successor", "papers", "together", "fees", "where", "stay", "duties")


def sections(found: Applying) -> tuple[Section, ...]:
    """Return it as titled lines, ready for a screen."""
    contacts = Section(say("apply-title-contacts"), (found.contacts,))
    if found.outcome == "ineligible":
        first = (*found.failed, say("apply-failed"))
        return (Section(say("apply-title-failed"), first), contacts)
    if found.procedure is None:
        unknown = Section(say("apply-title-start"), (say("apply-unknown", day=found.on),))
        return (unknown, contacts)
    parts = [
        Section(say("apply-title-start"), found.lead),
        Section(say("apply-title-documents"), _document_lines(found)),
        Section(
            say("apply-title-family", count=found.dependants),
            tuple(_row(one) for one in found.family_documents),
        ),
        *(_part(found, part) for part in PARTS),
        _contacts(found, found.procedure),
    ]
    return tuple(part for part in parts if part.lines)


def _row(one: Document) -> Message:
    line = say(
        "apply-row-starred" if one.starred else "apply-row", document=one.name, count=one.files
    )
    if one.open:
        line = say("apply-row-open", row=line)
    return say("apply-sure", text=line, sure=say(f"apply-sure-{one.cite.sure}"))


def _document_lines(found: Applying) -> tuple[Message, ...]:
    if not found.documents or found.procedure is None:
        return ()
    lines = [_row(one) for one in found.documents]
    if any(one.starred for one in found.documents):
        lines.append(say("apply-row-star"))
    if found.left_out:
        lines.append(say("apply-row-left-out", documents=Messages(found.left_out)))
    if found.unresolved:
        lines.append(say(f"apply-{found.procedure.words}-list", count=found.unresolved))
    return tuple(lines)


def _part(found: Applying, part: Part) -> Section:
    made: tuple[Message, ...] = ()
    if part == "successor" and found.rounds:
        made = (found.rounds,)
    elif part == "together" and found.group and found.dependants:
        made = (say("apply-group", most=found.group, family=found.group - 1),)
    elif part == "fees":
        made = _fee_lines(found)
    elif part == "stay" and found.stay:
        made = (say("apply-stay", stay=_length(found.stay)),)
    told = tuple(_with_certainty(one) for one in found.points_of(part))
    return Section(say(f"apply-title-{part}"), made + told)


def _with_certainty(one: Told) -> Message:
    if one.unsettled or one.cite.sure == "official":
        return one.text
    return say("apply-sure-sentence", text=one.text, sure=say(f"apply-sure-{one.cite.sure}"))


def _length(stay: Stay) -> Message:
    return say(f"apply-length-{stay.unit}", count=stay.length)


def _fee_lines(found: Applying) -> tuple[Message, ...]:
    if found.procedure is None or not found.procedure.fees:
        return ()
    fees, stay = found.fees, found.stay
    if fees is None or stay is None:
        return (say("apply-fees-unknown", day=found.on),)
    rule = fees.rule.issuance
    return (
        say("apply-fees-now", count=fees.people, each=fees.application, sum=fees.submitted),
        say(
            "apply-fees-later",
            count=fees.people,
            each=fees.issuance,
            sum=fees.approved,
            stay=_length(stay),
            within=rule.within,
            days=rule.days,
        ),
        say("apply-fees-sum", sum=fees.total),
    )


def _contacts(found: Applying, procedure: Procedure) -> Section:
    """Return the contacts that the data name, or those of the place, and when it was read."""
    part = _part(found, "contacts")
    lines = [*(part.lines or (found.contacts,)), say("apply-checked", day=procedure.checked)]
    if procedure.review_by and found.on > procedure.review_by:
        lines.append(say("footer-stale", day=procedure.review_by))
    return Section(part.title, tuple(lines))
