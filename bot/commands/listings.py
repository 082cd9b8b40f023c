"""What `yauchoi schemes` and `yauchoi facts` list, as text and as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bot.words.catalogue import DEFAULT, words
from flows.facts.vocabulary import Fact, StatedFact
from flows.library import Library, Scheme
from flows.rules.edition import Edition


def _status(one: Scheme, edition: Edition, on: date) -> str:
    ways = edition.route.ways.values() if edition.route else ()
    if any(way.closed_from and on >= way.closed_from for way in ways):
        return "closed to first applications"
    if on < edition.day:
        return "not yet in force"
    return "in force" if one.in_force(on) is edition else "former"


def _days(edition: Edition, on: date) -> str:
    """Write the days of an edition; one that has not begun has no end that is now."""
    if edition.until is None and edition.day > on:
        return f"{edition.day} on"
    return f"{edition.day} to {edition.until or 'now'}"


def schemes_text(library: Library, on: date) -> str:
    """Return a line for each edition."""
    lines = []
    for one in library.schemes.values():
        made_up = " (made up, for tests)" if one.about.made_up else ""
        lines.append(f"{one.id}{made_up}")
        for edition in one.editions:
            decision = edition.decision
            mark = (
                f"{decision.threshold} of {decision.maximum}" if decision.maximum else "no points"
            )
            lines.append(f"  {_days(edition, on):<24}  {mark:<11}  {_status(one, edition, on)}")
    return "\n".join(lines)


def schemes_json(library: Library, on: date) -> str:
    """Return all schemes with their editions and sources."""
    listed = [_scheme(one, on) for one in library.schemes.values()]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _scheme(one: Scheme, on: date) -> dict[str, Any]:
    after = one.successor
    return {
        "id": one.id,
        "place": one.about.place,
        "made_up": one.about.made_up,
        "editions": [_edition(one, edition, on) for edition in one.editions],
        "sources": {id_: source.model_dump(mode="json") for id_, source in one.sources.items()},
        "successor": after.model_dump(mode="json", by_alias=True) if after else None,
    }


def _edition(one: Scheme, edition: Edition, on: date) -> dict[str, Any]:
    return {
        "edition": edition.day.isoformat(),
        "until": edition.until.isoformat() if edition.until else None,
        "status": _status(one, edition, on),
        "revision": edition.revision,
        "checked": edition.checked.isoformat(),
        "review_by": edition.review_by.isoformat() if edition.review_by else None,
        "decision": edition.decision.kind,
        "threshold": edition.decision.threshold,
        "maximum": edition.decision.maximum,
        "prerequisites": [p.id for p in edition.prerequisites],
        "factors": [f.id for f in edition.factors],
        "unsettled": [u.id for u in edition.unsettled],
        "sources": sorted({id_ for _, cite in edition.cites() for id_ in cite.sources}),
    }


def _real_facts(library: Library) -> tuple[Fact, ...]:
    """Return the facts of the schemes that are not made up for tests."""
    return tuple(fact for fact in library.vocabulary.values() if not fact.made_up)


def facts_text(library: Library) -> str:
    """Return what each fact means and takes, after how each type is written."""
    lines = ["How a value is written, by its type:"]
    lines += [f"  {kind.name:<10} {kind.form}" for kind in library.kinds.values()]
    lines += ["A fact left out is unknown; null says that the person is not sure.", ""]
    for fact in _real_facts(library):
        meaning = words().text(DEFAULT, f"fact-{fact.id}")
        lines.append(f"{fact.id:<26} {fact.kind:<10} {meaning}{_limits(fact)}")
    return "\n".join(lines)


def _limits(fact: Fact) -> str:
    """Write the options of a fact, or its bounds, behind what it means."""
    rest = [", ".join(fact.options)] if fact.options else []
    if fact.numeric:
        rest.append(f"{fact.least:,.0f} to {fact.most:,.0f} {fact.unit}")
    if fact.at_most:
        rest.append(f"at most {fact.at_most}")
    return f": {'; '.join(rest)}" if rest else ""


def facts_json(library: Library) -> str:
    """Return the vocabulary as JSON."""
    listed = [_fact(fact) for fact in _real_facts(library)]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _fact(fact: Fact) -> dict[str, Any]:
    """Return what is stated of a fact, but how it follows from others, which is our own affair."""
    found = {"id": fact.id, "type": fact.kind}
    for name, field in StatedFact.model_fields.items():
        if name not in {"kind", "derive"} and getattr(fact, name) != field.default:
            found[name] = getattr(fact, name)
    return found
