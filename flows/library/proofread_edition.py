"""Proofreading: what a well-formed edition must also hold, named by line when it does not."""

from __future__ import annotations

from collections.abc import Iterator

from flows.assessing.compiled import compile_tables, conditions, tables
from flows.documents import Marked, Place, RuleError
from flows.facts.codes import NATIONS
from flows.facts.vocabulary import Fact, Vocabulary
from flows.library.proofread_tables import proofread_decision, proofread_tables, proofread_worth
from flows.rules.condition import Test, Trial, When, alternatives
from flows.rules.edition import Edition, Part
from flows.rules.route import Way

# Stands for the tests that bands and each make of their fact.
COUNTED = Test.model_validate({"from": 0})


def proofread(edition: Edition, document: Marked) -> None:
    """Raise RuleError for the first fault: a source, a fact, a table, a sum, an id."""
    proofread_decision(edition, document)
    for place, cite in _cites(edition):
        for i, source in enumerate(cite):
            if source not in edition.scheme.sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                raise document.fault((*place, "sources", i), sentence)
    for place, when in whens(edition):
        _condition(edition.vocabulary, document, place, when)
    proofread_tables(edition, document)
    for i, factor in enumerate(edition.factors):
        if not any(True for place, _ in whens(edition) if place[:2] == ("factors", i)):
            sentence = f'the factor "{factor.id}" reads no fact; give a row a when.'
            raise document.fault(("factors", i), sentence)
    _route(edition, document)
    _ids(edition, document)
    proofread_worth(edition, document)
    _names(edition, document)
    try:
        tables(edition)
    except RuleError as error:
        raise _gap(edition, document) or document.fault(("factors",), str(error)) from None


def _gap(edition: Edition, document: Marked) -> RuleError | None:
    """Return the fault of the first factor that cannot be compiled, at its own line."""
    for i, factor in enumerate(edition.factors):
        alone = {"prerequisites": (), "factors": (factor,), "unsettled": ()}
        try:
            compile_tables(edition.model_copy(update=alone), frozenset(), {})
        except RuleError as error:
            return document.fault(("factors", i), str(error))
    return None


def _names(edition: Edition, document: Marked) -> None:
    """Hold names against what is there: facts that a rule reads, and factors."""
    read = {fact for when in conditions(edition) for way in alternatives(when) for fact in way}
    factors = {factor.id for factor in edition.factors}
    _unsettled_names(edition, document, read, factors)
    for i, name in enumerate(edition.may_fall):
        if name not in read:
            sentence = f'more of "{name}" may fall, but no rule here reads it; take it out.'
            raise document.fault(("may_fall", i), sentence)
    if edition.alone and edition.alone not in factors:
        raise document.fault(("alone",), f'"{edition.alone}" is no factor here; name one.')


def _unsettled_names(edition: Edition, document: Marked, read: set[str], factors: set[str]) -> None:
    for i, point in enumerate(edition.unsettled):
        on = point.on
        if on and on.from_ and on.until and on.until < on.from_:
            sentence = f"the days end on {on.until}, before they start on {on.from_}; mend one."
            raise document.fault(("unsettled", i, "on"), sentence)
        for j, nation in enumerate(point.nations):
            if nation not in NATIONS:
                sentence = (
                    f'"{nation}" is no country by ISO 3166-1; write two capital letters of one.'
                )
                raise document.fault(("unsettled", i, "nations", j), sentence)
        for j, factor in enumerate(point.factors):
            if factor not in factors:
                sentence = f'"{factor}" is no factor here; name one.'
                raise document.fault(("unsettled", i, "factors", j), sentence)
        for name in (name for way in alternatives(point.when or {}) for name in way):
            if name not in read:
                sentence = f'the unsettled point reads "{name}", which no rule here reads'
                raise document.fault(("unsettled", i, "when"), f"{sentence}; take it out.")


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
            if way.report:
                yield ("route", "ways", name, "report", "cite"), way.report.cite.sources


def whens(edition: Edition) -> Iterator[tuple[Place, When]]:
    """Yield every condition that the edition's own file states, with its place."""
    if not edition.prerequisites_of:
        for i, one in enumerate(edition.prerequisites):
            yield ("prerequisites", i, "when"), one.when
            if one.review is not None:
                yield ("prerequisites", i, "review"), one.review
    for place, part in edition.parts():
        yield from _table_whens(place, part)
    for i, point in enumerate(edition.unsettled):
        if point.when is not None:
            yield ("unsettled", i, "when"), point.when


def _table_whens(place: Place, part: Part) -> Iterator[tuple[Place, When]]:
    if part.met is not None:
        yield (*place, "met"), part.met
    for j, row in enumerate(part.rows or ()):
        if row.when is not None:
            yield (*place, "rows", j, "when"), row.when
    for kind, table in (("bands", part.bands), ("each", part.each)):
        if table:
            yield (*place, kind, "fact"), {table.fact: COUNTED}


def _condition(vocabulary: Vocabulary, document: Marked, place: Place, when: When) -> None:
    many = not isinstance(when, dict)
    if not when or not all(alternatives(when)):
        raise document.fault(place, "the condition is empty; say what must hold.")
    for i, way in enumerate(alternatives(when)):
        here = (*place, i) if many else place
        for name, trial in way.items():
            fact = vocabulary.get(name)
            if fact is None:
                sentence = f'the fact "{name}" is not in facts.yaml; add it there or mend the name.'
                raise document.fault((*here, name), sentence)
            wrong = _unfit(fact, trial)
            if wrong:
                raise document.fault((*here, name), wrong)


def _unfit(fact: Fact, trial: Trial) -> str | None:
    """Say why a test does not fit a fact, if it does not."""
    if trial is COUNTED:
        sentence = f'"{fact.id}" is no number, which bands and each need; write rows.'
        return None if fact.numeric else sentence
    return fact.form.unfit(fact, trial)


def _route(edition: Edition, document: Marked) -> None:
    route = edition.route
    if route is None:
        return
    fact = edition.vocabulary.get(route.fact)
    if fact is None or fact.form.trait != "option" or not fact.options:
        sentence = f'"{route.fact}" is no choice in facts.yaml; name one.'
        raise document.fault(("route", "fact"), sentence)
    known = ", ".join(fact.options)
    if set(route.ways) != set(fact.options):
        found = ", ".join(route.ways)
        sentence = f'the ways are {found}, but the options of "{fact.id}" are {known}; write those.'
        raise document.fault(("route", "ways"), sentence)
    if route.unless_told not in fact.options:
        sentence = f'"{route.unless_told}" is no option of "{fact.id}" (options: {known}); mend it.'
        raise document.fault(("route", "unless_told"), sentence)
    for name, way in route.ways.items():
        _way(edition.vocabulary, document, ("route", "ways", name), way)


def _way(vocabulary: Vocabulary, document: Marked, place: Place, way: Way) -> None:
    """Hold the facts that a way names against the vocabulary."""
    for i, asked in enumerate(way.asks):
        if asked not in vocabulary:
            sentence = f'the fact "{asked}" is not in facts.yaml; add it there or mend the name.'
            raise document.fault((*place, "asks", i), sentence)
    if way.filed is not None:
        _is_day(vocabulary, document, (*place, "filed", "fact"), way.filed.fact)
    if way.report is None:
        return
    if not way.aside:
        raise document.fault(
            (*place, "report"), "only a way that is put aside asks for a report; write aside: true."
        )
    reported = vocabulary.get(way.report.reported)
    if reported is None or not reported.form.bare:
        sentence = f'"{way.report.reported}" is no flag in facts.yaml; name one.'
        raise document.fault((*place, "report", "reported"), sentence)
    _is_day(vocabulary, document, (*place, "report", "since"), way.report.since)
    for key, name in (("reported", way.report.reported), ("since", way.report.since)):
        if name not in way.asks:
            sentence = f'the report reads "{name}", which is not asked; add it to asks.'
            raise document.fault((*place, "report", key), sentence)


def _is_day(vocabulary: Vocabulary, document: Marked, place: Place, name: str) -> None:
    fact = vocabulary.get(name)
    if fact is None or not fact.form.calendar:
        raise document.fault(place, f'"{name}" is no day in facts.yaml; name one.')


def _ids(edition: Edition, document: Marked) -> None:
    """No id stands twice where words or results are found by it."""
    if not edition.prerequisites_of:
        _once(document, ("prerequisites",), [one.id for one in edition.prerequisites])
    _once(document, ("unsettled",), [point.id for point in edition.unsettled])
    _once(document, ("factors",), [factor.id for factor in edition.factors])
    for i, factor in enumerate(edition.factors):
        _once(document, ("factors", i, "parts"), [part.id for part in factor.parts])
    for place, part in edition.parts():
        _once(document, (*place, "rows"), [row.id for row in part.rows or ()])


def _once(document: Marked, place: Place, ids: list[str]) -> None:
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            raise document.fault((*place, i, "id"), f'the id "{id_}" stands twice; rename one.')
