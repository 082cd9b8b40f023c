"""Questions: the options of a fact, cut where the asking edition's thresholds lie; and answers."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from flows.assessing.assess import Assessment, tables_on
from flows.dialogue.reply import Choice, look
from flows.dialogue.session import Session
from flows.facts.bounds import still_possible
from flows.facts.cells import Axis
from flows.facts.from_json import read_facts
from flows.facts.in_words import say_value
from flows.facts.known import Facts, Span
from flows.facts.vocabulary import Fact, Vocabulary
from flows.message import Argument, say


def options(
    fact_id: str, asked_by: Assessment, facts: Facts, *, anew: bool = False
) -> tuple[Choice, ...]:
    """Return the options of a question that are possible after what was told.

    Asked `anew`, to change an answer, the earlier one does not count.
    """
    fact = asked_by.edition.vocabulary[fact_id]
    axis = axis_of(fact, asked_by)
    possible = axis.mask(still_possible(fact, facts, anew=anew))
    told = facts.known.get(fact_id) if fact_id in facts.told and not anew else None
    if isinstance(told, Span) and told.exact is None:
        # What somebody told is in no cache.
        return _choices(fact, axis, possible, told)
    return _all_choices(fact, axis, possible)


@lru_cache(maxsize=4096)
def _all_choices(fact: Fact, axis: Axis, possible: int) -> tuple[Choice, ...]:
    return _choices(fact, axis, possible)


def _choices(
    fact: Fact, axis: Axis, possible: int, within: Span | None = None
) -> tuple[Choice, ...]:
    offers = fact.form.offers(fact, axis, possible, within)
    return tuple(Choice(one.id, one.label, value=one.value) for one in offers)


def axis_of(fact: Fact, asked_by: Assessment) -> Axis:
    """Return the axis on which an edition reads a fact; of what no test reads, the plain one.

    A day that a route asks for is cut where the time for a report ends.
    """
    edition, on = asked_by.edition, asked_by.on
    axis = tables_on(edition, on).axes.get(fact.id)
    if axis is not None:
        return axis
    within = edition.route.within_days(fact.id) if edition.route else None
    cuts = frozenset[float]() if within is None else frozenset({float(on.toordinal() - within)})
    return fact.form.axis(fact, cuts, edition.scheme.barred(on))


def say_told(vocabulary: Vocabulary, fact: str, value: Any, on: date) -> Argument:
    """Say an answer back as it was told; None is "not sure"."""
    return say_value(vocabulary[fact], read_facts(vocabulary, {fact: value}, on).get(fact))


def answers(vocabulary: Vocabulary, session: Session) -> tuple[Choice, ...]:
    """Return what was told, to choose an answer from."""
    return tuple(
        look(
            one.fact,
            say(
                "review-line",
                fact=say(f"fact-{one.fact}"),
                told=say_value(vocabulary[one.fact], one.known),
            ),
        )
        for one in session.answers
    )
