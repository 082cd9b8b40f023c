"""What to do next: what an application asks of this person and family, costs and gives.

Made from `applying.yaml`, a result and the facts told. Nothing here decides: what is not known
is left open and marked so, and no duration, amount or address is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flows.assessing.assess import Assessment
from flows.assessing.decisions.kind import Outcome
from flows.assessing.reasons import failures
from flows.facts.known import Facts
from flows.message import Argument, Message, money, say
from flows.rules.procedure import Amount, Fee, Only, Part, Point, Procedure, Row, Stay, options
from flows.rules.scheme import Scheme
from flows.rules.source import Cite, Source


@dataclass(frozen=True, slots=True)
class Document:
    """A row of the checklist; `open` where it is not known whether it counts for this person."""

    name: Message
    files: int
    starred: bool
    open: bool
    cite: Cite


@dataclass(frozen=True, slots=True)
class Told:
    """A point of the procedure as a sentence, with where it is read."""

    text: Message
    unsettled: bool
    cite: Cite


@dataclass(frozen=True, slots=True)
class Fees:
    """Fees in HK$: how many people apply, and what each pays to apply and on approval."""

    people: int
    application: int
    issuance: int
    rule: Fee

    @property
    def submitted(self) -> int:
        """What is due with the applications."""
        return self.people * self.application

    @property
    def approved(self) -> int:
        """What is due if everybody is approved."""
        return self.people * self.issuance

    @property
    def total(self) -> int:
        """Both together."""
        return self.submitted + self.approved


@dataclass(frozen=True, slots=True)
class Applying:
    """What an application asks for, costs and gives, in parts.

    `procedure` is None for a day before the data begin: then only the contacts stand. `lead` says
    first what the result means for it. Where a prerequisite is not met, `failed` says which, and
    there is no checklist. `left_out` are rows that nothing told needs, `unresolved` the row of
    which the content is not known. `dependants` is how many family members apply along.
    """

    on: date
    outcome: Outcome
    procedure: Procedure | None
    dependants: int
    lead: tuple[Message, ...]
    failed: tuple[Message, ...]
    documents: tuple[Document, ...]
    left_out: tuple[Message, ...]
    unresolved: int | None
    family_documents: tuple[Document, ...]
    points: tuple[tuple[Part, tuple[Told, ...]], ...]
    group: int | None
    fees: Fees | None
    stay: Stay | None
    rounds: Message | None
    contacts: Message

    def points_of(self, part: Part) -> tuple[Told, ...]:
        """Return the points of a part."""
        return dict(self.points).get(part, ())


def applying(result: Assessment, facts: Facts, dependants: int, on: date) -> Applying:
    """Return what applying on a day means for a person with so many family members along.

    Raises ValueError where the family is more than one group takes.
    """
    scheme = result.edition.scheme
    procedure = scheme.applying
    if procedure and not procedure.days.holds(on):
        procedure = None
    group = procedure.group.most if procedure and procedure.group else None
    if dependants < 0 or (group and dependants >= group):
        most = f"; one group takes at most {group - 1}" if group else ""
        raise ValueError(f"{dependants} family members cannot apply along{most}.")
    stops = result.failed if result.outcome == "ineligible" else ()
    person = _Person(result, facts, dependants)
    some = None if result.outcome == "ineligible" else procedure
    documents = _documents(some, person, on) if some else ()
    return Applying(
        on=on,
        outcome=result.outcome,
        procedure=procedure,
        dependants=dependants,
        lead=_lead(result, documents),
        failed=failures(result.edition, stops),
        documents=documents,
        left_out=_left_out(some, person, on) if some else (),
        unresolved=next((r.files for r in some.documents if r.unresolved), None) if some else None,
        family_documents=_family(some, on) if some and dependants else (),
        points=_points(some, person, on) if some else (),
        group=group if some else None,
        fees=_fees(some, person, on) if some else None,
        stay=_stay(some, person, on) if some else None,
        rounds=rounds(scheme, on) if result.outcome == "closed" else None,
        contacts=say(f"contacts-{scheme.about.place}"),
    )


@dataclass(frozen=True, slots=True)
class _Person:
    """For whom conditions are read."""

    result: Assessment
    facts: Facts
    dependants: int

    def fits(self, only: Only | None) -> bool | None:
        """Whether a condition holds; None where that is still open."""
        if only is None:
            return True
        route = self.result.edition.route
        way = str(self.facts.known.get(route.fact) or route.unless_told) if route else ""
        held: list[bool | None] = [
            not only.schemes or self.result.edition.scheme_id in only.schemes,
            not only.ways or way in only.ways,
            only.family is None or only.family is bool(self.dependants),
        ]
        if only.factors:
            held.append(self._counts(only.factors))
        for name, trait in only.facts.items():
            held.append(self._holds(name, trait if isinstance(trait, bool) else options(trait)))
        return False if False in held else None if None in held else True

    def _counts(self, factors: Iterable[str]) -> bool | None:
        traces = [trace for trace in self.result.factors if trace.id in factors]
        if any(trace.least > 0 for trace in traces):
            return True
        return None if any(trace.most > 0 for trace in traces) else False

    def _holds(self, name: str, wanted: bool | tuple[str, ...]) -> bool | None:
        known = self.facts.known.get(name)
        if known is None:
            return None
        if isinstance(wanted, bool):
            return known is wanted
        possible = known if isinstance(known, frozenset) else {str(known)}
        if not possible & set(wanted):
            return False
        return True if possible <= set(wanted) else None


def _lead(result: Assessment, documents: tuple[Document, ...]) -> tuple[Message, ...]:
    if result.urgent:
        return (say("result-labels-urgent"),)
    if not result.kind.adds_up:
        return ()
    if result.outcome == "open" and not any(one.open for one in documents):
        return (say("apply-lead-open-known"),)
    if result.outcome in {"falls-short", "open", "review"}:
        return (say(f"apply-lead-{result.outcome}"),)
    return ()


def _name(procedure: Procedure, kind: str, row: Row) -> Message:
    return say(f"apply-{procedure.words}-{kind}-{row.id}")


def _documents(procedure: Procedure, person: _Person, on: date) -> tuple[Document, ...]:
    found = []
    for row in procedure.documents:
        fits = person.fits(row.when)
        if fits is not False and row.days.holds(on) and not row.unresolved:
            name = _name(procedure, "row", row)
            found.append(Document(name, row.files, row.starred, fits is None, row.cite))
    return tuple(found)


def _left_out(procedure: Procedure, person: _Person, on: date) -> tuple[Message, ...]:
    return tuple(
        _name(procedure, "row", row)
        for row in procedure.documents
        if row.days.holds(on) and person.fits(row.when) is False
    )


def _family(procedure: Procedure, on: date) -> tuple[Document, ...]:
    return tuple(
        Document(_name(procedure, "family", row), row.files, row.starred, False, row.cite)
        for row in procedure.family_documents
        if row.days.holds(on)
    )


def _points(
    procedure: Procedure, person: _Person, on: date
) -> tuple[tuple[Part, tuple[Told, ...]], ...]:
    found = []
    for part, points in procedure.points.items():
        told = tuple(
            Told(
                _sentence(procedure, part, point, person.result.edition.scheme.sources),
                point.unsettled,
                point.cite,
            )
            for point in points
            if point.days.holds(on) and person.fits(point.when) is not False
        )
        found.append((part, told))
    return tuple(found)


def _sentence(
    procedure: Procedure, part: Part, point: Point, sources: Mapping[str, Source]
) -> Message:
    numbers: dict[str, Argument] = {
        name: money("hkd", told.hkd) if isinstance(told, Amount) else told
        for name, told in point.numbers.items()
    }
    if point.page_of:
        numbers["address"] = sources[point.page_of].page
    return say(f"apply-{procedure.words}-{part}-{point.id}", **numbers)


def _stay(procedure: Procedure, person: _Person, on: date) -> Stay | None:
    stays = (
        s
        for s in procedure.stay
        if s.scheme == person.result.edition.scheme_id and s.days.holds(on)
    )
    return next(stays, None)


def _fees(procedure: Procedure, person: _Person, on: date) -> Fees | None:
    rule = next((fee for fee in procedure.fees if fee.days.holds(on)), None)
    stay = _stay(procedure, person, on)
    if rule is None or stay is None:
        return None
    issuance = rule.issuance
    each = issuance.beyond if stay.about_days > issuance.days else issuance.within
    return Fees(person.dependants + 1, rule.application, each, rule)


def rounds(scheme: Scheme, on: date) -> Message | None:
    """Say where the rounds of a closed scheme's successor stand on a day, from their dates."""
    one = scheme.successor
    if one is None:
        return None
    opened, ended, coming = one.open_round(on), one.last_round(on), one.next_round(on)
    name = say(f"scheme-{one.id}")
    if opened and opened.until:
        left = (opened.until - on).days
        return say(
            "apply-round-open", programmes=name, round=opened.round, until=opened.until, count=left
        )
    if partly := one.partly_open(on):
        return say("apply-round-partly", programmes=name, round=partly.round)
    if coming and coming.from_:
        return say("apply-round-coming", programmes=name, round=coming.round, day=coming.from_)
    if ended and ended.until:
        return say("apply-round-between", programmes=name, round=ended.round, until=ended.until)
    return say("apply-round-unknown", programmes=name)
