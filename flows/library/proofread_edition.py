"""Proofreading: what a well-formed edition must also hold, named by line when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flows.assessing.compiled import compile_tables, conditions, tables
from flows.documents import Marked, Place, RuleError
from flows.facts.codes import NATIONS
from flows.facts.vocabulary import Fact, Vocabulary
from flows.rules.condition import Test, Trial, When, alternatives
from flows.rules.edition import Edition, Factor, Part

# Stands for the tests that bands and each make of their fact.
COUNTED = Test.model_validate({"from": 0})


def proofread(edition: Edition, document: Marked) -> None:
    """Raise RuleError for the first fault: a source, a fact, a table, a sum, an id."""
    for place, cite in _cites(edition):
        for i, source in enumerate(cite):
            if source not in edition.scheme.sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                raise document.fault((*place, "sources", i), sentence)
    for place, when in whens(edition):
        _condition(edition.vocabulary, document, place, when)
    for i, factor in enumerate(edition.factors):
        for place, part in _parts(i, factor):
            _counted(edition.vocabulary, document, place, part)
            _bands(edition.vocabulary, document, place, part)
        if not any(True for place, _ in whens(edition) if place[:2] == ("factors", i)):
            sentence = f'the factor "{factor.id}" reads no fact; give a row a when.'
            raise document.fault(("factors", i), sentence)
    _route(edition, document)
    _ids(edition, document)
    _worth(edition, document)
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


def whens(edition: Edition) -> Iterator[tuple[Place, When]]:
    """Yield every condition that the edition's own file states, with its place."""
    if not edition.prerequisites_of:
        for i, one in enumerate(edition.prerequisites):
            yield ("prerequisites", i, "when"), one.when
            if one.review is not None:
                yield ("prerequisites", i, "review"), one.review
    for i, factor in enumerate(edition.factors):
        for place, part in _parts(i, factor):
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


def _parts(i: int, factor: Factor) -> Iterator[tuple[Place, Part]]:
    if not factor.parts:
        yield ("factors", i), factor.tables()[0]
    for j, part in enumerate(factor.parts):
        yield ("factors", i, "parts", j), part


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


def _counted(vocabulary: Vocabulary, document: Marked, place: Place, part: Part) -> None:
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
        for i, asked in enumerate(way.asks):
            if asked not in edition.vocabulary:
                sentence = (
                    f'the fact "{asked}" is not in facts.yaml; add it there or mend the name.'
                )
                raise document.fault(("route", "ways", name, "asks", i), sentence)


def _ids(edition: Edition, document: Marked) -> None:
    """No id stands twice where words or results are found by it."""
    if not edition.prerequisites_of:
        _once(document, ("prerequisites",), [one.id for one in edition.prerequisites])
    _once(document, ("unsettled",), [point.id for point in edition.unsettled])
    _once(document, ("factors",), [factor.id for factor in edition.factors])
    for i, factor in enumerate(edition.factors):
        _once(document, ("factors", i, "parts"), [part.id for part in factor.parts])
        for place, part in _parts(i, factor):
            _once(document, (*place, "rows"), [row.id for row in part.rows or ()])


def _once(document: Marked, place: Place, ids: list[str]) -> None:
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            raise document.fault((*place, i, "id"), f'the id "{id_}" stands twice; rename one.')


def _worth(edition: Edition, document: Marked) -> None:
    """Rows carry what the decision adds up: points, or labels, and maxima that add up."""
    decision, total = edition.decision, 0
    for i, factor in enumerate(edition.factors):
        for place, part in _parts(i, factor):
            _carries(document, place, part, decision.kind)
        most = sum(_most(part) for part in factor.tables())
        if decision.kind == "judgement" and factor.maximum is not None:
            sentence = f"the maximum is {factor.maximum}, but a judgement counts nothing"
            raise document.fault(("factors", i, "maximum"), f"{sentence}; take it out.")
        if factor.maximum is not None and factor.maximum != most:
            sentence = f"the maximum is {factor.maximum}, but the rows reach {most}; mend one."
            raise document.fault(("factors", i, "maximum"), sentence)
        if decision.kind == "count_of" and most != 1:
            sentence = f'"{factor.id}" reaches {most}, but a criterion is worth 1; mend its rows.'
            raise document.fault(("factors", i), sentence)
        total += most
    if decision.kind == "judgement":
        if decision.threshold is not None or decision.maximum is not None:
            sentence = "a judgement has no threshold and no maximum; take them out."
            raise document.fault(("decision",), sentence)
        return
    if decision.maximum is not None and total != decision.maximum:
        sentence = f"the maximum is {decision.maximum}, but the factors reach {total}; mend one."
        raise document.fault(("decision", "maximum"), sentence)
    if decision.threshold is not None and decision.threshold < 1:
        sentence = f"the threshold is {decision.threshold}; write at least 1."
        raise document.fault(("decision", "threshold"), sentence)


def _carries(document: Marked, place: Place, part: Part, kind: str) -> None:
    """Every row is worth what a decision of this kind reads."""
    judged = kind == "judgement"
    if judged and part.rows is None:
        sentence = f'"{part.id}" has no labels, which a judgement reads; write rows with labels.'
        raise document.fault(place, sentence)
    for j, row in enumerate(part.rows or ()):
        if judged != (row.label is not None) or judged == (row.points is not None):
            wanted = "a label and no points" if judged else "points and no label"
            sentence = f'the row "{row.id}" needs {wanted}, for the decision is {kind}; mend it.'
            raise document.fault((*place, "rows", j), sentence)


def _most(part: Part) -> int:
    if part.bands:
        return max(band.points for band in part.bands.rows)
    if part.each:
        return part.each.up_to
    if part.rows:
        return max(row.points or 0 for row in part.rows)
    return 1
