"""Proofreading: what a well-formed edition must also hold, named by line when it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from flows.editions import Edition, Factor, Part, Source, Test, Trial, When, alternatives
from flows.facts import Fact, vocabulary
from flows.marked import Marked, Place, RuleError
from flows.tables import tables

_TESTS = {
    "whole": {"from_", "above", "below"},
    "number": {"from_", "above", "below"},
    "choice": {"in_"},
    "languages": {"has", "any", "is_", "others", "count"},
    "set": {"empty"},
    "nation": {"barred"},
}


def proofread(edition: Edition, document: Marked, sources: Mapping[str, Source]) -> None:
    """Raise RuleError for the first fault: a source, a fact, a table, a sum, an id."""
    for place, cite in _cites(edition):
        for i, source in enumerate(cite):
            if source not in sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                raise document.fault((*place, "sources", i), sentence)
    for place, when in _whens(edition):
        _condition(document, place, when)
    for i, factor in enumerate(edition.factors):
        _bands(document, i, factor)
    _route(edition, document)
    _once(document, ("factors",), [factor.id for factor in edition.factors])
    _once(document, ("prerequisites",), [one.id for one in edition.prerequisites])
    _worth(edition, document)
    try:
        ready = tables(edition)
    except RuleError as error:
        raise document.fault(("factors",), str(error)) from None
    for i, point in enumerate(edition.unsettled):
        for way in alternatives(point.when) if point.when else ():
            for name in way.keys() - ready.axes.keys():
                sentence = f'the unsettled point reads "{name}", which no rule here reads.'
                raise document.fault(("unsettled", i, "when"), sentence)


def _cites(edition: Edition) -> Iterator[tuple[Place, tuple[str, ...]]]:
    yield ("decision", "cite"), edition.decision.cite.sources
    if not edition.prerequisites_of:
        for i, one in enumerate(edition.prerequisites):
            yield ("prerequisites", i, "cite"), one.cite.sources
    for i, factor in enumerate(edition.factors):
        yield ("factors", i, "cite"), factor.cite.sources
        for j, part in enumerate(factor.parts):
            if part.cite:
                yield ("factors", i, "parts", j, "cite"), part.cite.sources
    for i, point in enumerate(edition.unsettled):
        yield ("unsettled", i, "cite"), point.cite.sources
    if edition.route:
        for name, way in edition.route.ways.items():
            yield ("route", "ways", name, "cite"), way.cite.sources


def _whens(edition: Edition) -> Iterator[tuple[Place, When]]:
    if not edition.prerequisites_of:
        for i, one in enumerate(edition.prerequisites):
            yield ("prerequisites", i, "when"), one.when
            if one.review:
                yield ("prerequisites", i, "review"), one.review
    for i, factor in enumerate(edition.factors):
        for place, part in _parts(i, factor):
            yield from _table_whens(place, part)
    for i, point in enumerate(edition.unsettled):
        if point.when:
            yield ("unsettled", i, "when"), point.when


def _table_whens(place: Place, part: Part) -> Iterator[tuple[Place, When]]:
    if part.met:
        yield (*place, "met"), part.met
    for j, row in enumerate(part.rows or ()):
        if row.when:
            yield (*place, "rows", j, "when"), row.when
    for kind, table in (("bands", part.bands), ("each", part.each)):
        if table:
            yield (*place, kind, "fact"), {table.fact: Test.model_validate({"from": 0})}


def _parts(i: int, factor: Factor) -> Iterator[tuple[Place, Part]]:
    if not factor.parts:
        yield ("factors", i), factor.tables()[0]
    for j, part in enumerate(factor.parts):
        yield ("factors", i, "parts", j), part


def _condition(document: Marked, place: Place, when: When) -> None:
    many = not isinstance(when, dict)
    for i, way in enumerate(alternatives(when)):
        here = (*place, i) if many else place
        for name, trial in way.items():
            fact = vocabulary().get(name)
            if fact is None:
                sentence = f'the fact "{name}" is not in facts.yaml; add it there or mend the name.'
                raise document.fault((*here, name), sentence)
            wrong = _unfit(fact, trial)
            if wrong:
                raise document.fault((*here, name), wrong)


def _unfit(fact: Fact, trial: Trial) -> str | None:
    """Say why a test does not fit a fact, if it does not."""
    if isinstance(trial, bool):
        return None if fact.kind == "flag" else f'"{fact.id}" is no flag; test it another way.'
    if isinstance(trial, (str, tuple)):
        wanted = (trial,) if isinstance(trial, str) else trial
        strange = [option for option in wanted if option not in fact.options]
        if strange:
            known = ", ".join(fact.options) or "none"
            return f'"{strange[0]}" is no option of "{fact.id}" (options: {known}); mend it.'
        return None
    odd = trial.model_fields_set - _TESTS.get(fact.kind, set())
    if odd:
        word = min(odd).rstrip("_")
        return f'"{word}" does not test a {fact.kind} like "{fact.id}"; use another test.'
    return None


def _bands(document: Marked, i: int, factor: Factor) -> None:
    """Bands tile the line: each starts where the one before ends, the ends stand open."""
    for place, part in _parts(i, factor):
        rows = part.bands.rows if part.bands else ()
        for j, (band, after) in enumerate(pairwise(rows)):
            here = (*place, "bands", "rows", j + 1)
            if band.below is None or after.from_ is None:
                raise document.fault(
                    here, "only the first and last band stand open; close the others."
                )
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


def _route(edition: Edition, document: Marked) -> None:
    if not edition.route:
        return
    fact = vocabulary().get(edition.route.fact)
    if fact is None or set(edition.route.ways) != set(fact.options):
        sentence = (
            f'the ways must be the options of "{edition.route.fact}"; write each of them once.'
        )
        raise document.fault(("route", "ways"), sentence)


def _once(document: Marked, place: Place, ids: list[str]) -> None:
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            raise document.fault((*place, i, "id"), f'the id "{id_}" stands twice; rename one.')


def _worth(edition: Edition, document: Marked) -> None:
    """Rows carry what the decision adds up: points, or labels, and maxima that add up."""
    judged = edition.decision.kind == "judgement"
    for i, factor in enumerate(edition.factors):
        for place, part in _parts(i, factor):
            for j, row in enumerate(part.rows or ()):
                if judged != (row.label is not None) or judged == (row.points is not None):
                    wanted = "a label and no points" if judged else "points and no label"
                    sentence = f'the row "{row.id}" needs {wanted} under a {edition.decision.kind}.'
                    raise document.fault((*place, "rows", j), sentence)
    if judged or edition.decision.maximum is None:
        return
    total = 0
    for i, factor in enumerate(edition.factors):
        most = sum(_most(part) for part in factor.tables())
        if factor.maximum is not None and factor.maximum != most:
            sentence = f"the maximum is {factor.maximum}, but the rows reach {most}; mend one."
            raise document.fault(("factors", i, "maximum"), sentence)
        total += most
    if total != edition.decision.maximum:
        sentence = (
            f"the maximum is {edition.decision.maximum}, but the factors reach {total}; mend one."
        )
        raise document.fault(("decision", "maximum"), sentence)


def _most(part: Part) -> int:
    if part.bands:
        return max(band.points for band in part.bands.rows)
    if part.each:
        return part.each.up_to
    if part.rows:
        return max(row.points or 0 for row in part.rows)
    return 1
