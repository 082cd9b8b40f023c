"""Proofreading of `applying.yaml`: what its form cannot hold, named by line when it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from flows.documents import Marked, Place
from flows.facts.vocabulary import Vocabulary
from flows.rules.procedure import Fee, Only, Point, Procedure, Row, Stay, options
from flows.rules.source import Source


@dataclass(frozen=True, slots=True)
class Known:
    """What a file's conditions can name: schemes that share it, their ways and their factors."""

    vocabulary: Vocabulary
    schemes: Collection[str]
    ways: Collection[str]
    factors: Collection[str]
    sources: Mapping[str, Source]


def proofread_applying(procedure: Procedure, document: Marked, known: Known) -> None:
    """Raise RuleError for the first fault: a source, a name, days that overlap, a missing stay."""
    for place, cite in procedure.cites():
        for i, source in enumerate(cite.sources):
            if source not in known.sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                raise document.fault((*place, "cite", "sources", i), sentence)
    for part, points in procedure.points.items():
        for i, point in enumerate(points):
            if point.page_of and point.page_of not in known.sources:
                sentence = f'the source "{point.page_of}" is not in sources.yaml; add it there.'
                raise document.fault(("points", part, i, "page_of"), sentence)
    for place, only in procedure.conditions():
        _names(document, (*place, "schemes"), only.schemes, known.schemes, "scheme that shares it")
        _names(document, (*place, "ways"), only.ways, known.ways, "way of its route")
        _names(document, (*place, "factors"), only.factors, known.factors, "factor of its days")
        _facts(document, place, only, known.vocabulary)
    _apart(procedure, document)
    _stays(procedure, document, known)


def _names(
    document: Marked, place: Place, found: Iterable[str], known: Collection[str], called: str
) -> None:
    for i, name in enumerate(found):
        if name not in known:
            mend = f"name one that is ({', '.join(sorted(known))})" if known else "take it out"
            raise document.fault((*place, i), f'"{name}" is no {called}; {mend}.')


def _facts(document: Marked, place: Place, only: Only, vocabulary: Vocabulary) -> None:
    for name, trait in only.facts.items():
        here = (*place, "facts", name)
        fact = vocabulary.get(name)
        if fact is None:
            raise document.fault(here, f'"{name}" is not a fact; facts.yaml lists them.')
        if fact.form.trait == "truth":
            if not isinstance(trait, bool):
                raise document.fault(here, f'"{name}" is told as true or false; write one.')
        elif fact.form.trait is None:
            sentence = f'"{name}" is a {fact.kind}; only a flag, a choice or a nation can stand'
            raise document.fault(here, f"{sentence} here.")
        elif fact.options:
            _names(document, here, options(trait), fact.options, f"option of {name}")


def _apart(procedure: Procedure, document: Marked) -> None:
    """Hold rows of one name apart by their days, so that one of them is told."""
    lists: dict[Place, list[tuple[Place, Row | Point | Fee | Stay]]] = {}
    for place, one in procedure.dated():
        lists.setdefault(place[:-1], []).append((place, one))
    for found in lists.values():
        for (first, one), (place, other) in combinations(found, 2):
            if _name_of(one) == _name_of(other) and one.meets(other):
                line = document.line(first)
                sentence = f'"{_name_of(one)}" holds twice on a day (first on line {line})'
                raise document.fault(place, f"{sentence}; give each its days, or take one out.")


def _name_of(one: Row | Point | Fee | Stay) -> str:
    if isinstance(one, Stay):
        return one.scheme
    return "fees" if isinstance(one, Fee) else one.id


def _stays(procedure: Procedure, document: Marked, known: Known) -> None:
    for i, stay in enumerate(procedure.stay):
        if stay.scheme not in known.schemes:
            sentence = f'"{stay.scheme}" is no scheme that shares it; name one that is'
            raise document.fault(("stay", i, "scheme"), f"{sentence} ({', '.join(known.schemes)}).")
    told = {stay.scheme for stay in procedure.stay}
    missing = sorted(set(known.schemes) - told)
    if procedure.fees and missing:
        sentence = f"the first stay of {missing[0]} is missing, and its fee goes by it; write it."
        raise document.fault(("stay" if procedure.stay else "fees",), sentence)
