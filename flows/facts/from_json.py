"""What a person told, read strictly: JSON values in, typed facts out.

A number becomes a half-open `Span`; an exact one is as thin as its type allows. Facts that
bound each other are narrowed together, so that a fact left out carries what the others say.
Source of the forms: the project's outer face (`assess`); of the bounds: `facts.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flows.facts.bounds import bind
from flows.facts.kinds.day import NoSuchDayError, read_day
from flows.facts.known import FactError, Facts, Value, printable
from flows.facts.vocabulary import Fact, Vocabulary

__all__ = ["NoSuchDayError", "gather", "read_day", "read_facts", "read_told", "read_value"]


def read_facts(vocabulary: Vocabulary, raw: Mapping[str, Any], on: date) -> Facts:
    """Read facts given as JSON values, as they stand on the day `on`.

    None means "not sure" and counts as unknown. Raises FactError for an unknown fact, a wrong
    type, a value out of bounds, or facts that contradict each other.
    """
    values: dict[str, Value] = {}
    for name, told in raw.items():
        value = read_told(vocabulary, name, told)
        if value is not None:
            values[name] = value
    return gather(vocabulary, values, on)


def read_told(vocabulary: Vocabulary, name: str, told: Any) -> Value | None:
    """Read a fact given as JSON, None for "not sure". Raises FactError, for an unknown fact too."""
    fact = vocabulary.get(name)
    if fact is None:
        raise FactError("unknown-fact", printable(str(name)))
    return None if told is None else read_value(fact, told)


def read_value(fact: Fact, told: Any) -> Value:
    """Read a value of a fact given as JSON. Raises FactError."""
    return fact.form.read(fact, told)


def gather(vocabulary: Vocabulary, values: Mapping[str, Value], on: date) -> Facts:
    """Bind values that were read to facts that agree, with what follows from them on a day.

    Raises FactError where they contradict each other.
    """
    known, told = dict(values), frozenset(values)
    for way in vocabulary.derivations:
        way.derive(known, on)
    bind(vocabulary, known, told)
    return Facts(vocabulary, known, told)
