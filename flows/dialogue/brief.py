"""A factor in one line: what it came to, and the answer that decided it, each said once."""

from __future__ import annotations

from functools import reduce

from flows.assessing.assess import Assessment
from flows.assessing.groups import FactorTrace, TableRow
from flows.assessing.reasons import MARKS, bearing, factor_facts, told_of
from flows.assessing.texts import factor_name
from flows.dialogue.session import Session
from flows.facts.in_words import said
from flows.facts.known import Facts, Value
from flows.message import Argument, Message, Messages, say

# As many languages as a line holds.
_SHOWN = 2


def brief(result: Assessment, trace: FactorTrace, told: Argument | None) -> Message:
    """Say in one line what a factor came to, and what the person told of it."""
    edition = result.edition
    name = factor_name(edition, trace.id)
    if edition.decision.kind == "judgement":
        row = trace.parts[0].row
        label = say(f"label-{label_of(row)}") if row else say("label-open")
        return say("brief-told", line=name, told=label)
    if edition.decision.kind == "additive":
        line = _points(name, trace)
        return say("brief-points-told", line=line, told=told) if told else line
    line = say(f"brief-{MARKS[trace.met]}", name=name)
    return say("brief-told", line=line, told=told) if told else line


def _points(name: Message, trace: FactorTrace) -> Message:
    if trace.points is None:
        worth = {"least": trace.least, "most": trace.most, "maximum": trace.maximum}
        return say("brief-points-open", name=name, **worth)
    return say("brief-points", name=name, points=trace.points, maximum=trace.maximum)


def deciding_answer(
    result: Assessment, trace: FactorTrace, facts: Facts, session: Session, before: set[str]
) -> Argument | None:
    """Return the answer that decides a factor, unless it was said `before`; a mark says yes or no.

    Of a criterion it is the last that is still read, of points the first, by which the table goes.
    """
    if result.edition.decision.kind == "judgement":
        return None
    names = bearing(result.edition, trace.id, facts)
    unknown = [name for name in names if name not in facts.told]
    if trace.points is None and unknown:
        value: Argument = say("value-unsure" if unsure(session, unknown[0]) else "value-not-told")
        return _once(unknown[0], value, before)
    kinds = facts.vocabulary
    known = [name for name in names if name in facts.told]
    if result.edition.decision.kind == "additive":
        known = known[:1]
    plain = [name for name in known if not kinds[name].form.bare]
    if not plain or _implied(trace, facts.known.get(plain[-1]), result):
        return None
    return _once(plain[-1], _value(plain[-1], facts), before)


def _implied(trace: FactorTrace, value: Value | None, result: Assessment) -> bool:
    """Whether an answer says no more than a criterion's own name and mark.

    A band is cut where the criterion cuts, and an option is what it names; a number tells how far.
    """
    if trace.met is None or result.edition.decision.kind != "count_of":
        return False
    return not isinstance(value, frozenset) and getattr(value, "exact", None) is None


def said_back(result: Assessment, trace: FactorTrace, facts: Facts) -> Argument | None:
    """Say back all that a person told that a factor still reads; several answers by their names."""
    kinds, names = facts.vocabulary, told_of(result.edition, trace.id, facts)
    values = [said(kinds[name], facts.known.get(name)) for name in names]
    # Beside a criterion the one answer left is plain; a test of doors asks for one of several.
    asked = factor_facts(result.edition, trace.id) if not result.edition.decision.counted else ()
    if len(names) <= 1 and (not names or len(asked) <= 1):
        return values[0] if values else None
    pairs = zip(names, values, strict=True)
    named = [say("review-line", fact=say(f"fact-{name}"), told=value) for name, value in pairs]
    # Not as a list: a name and its answer hold colons and commas of their own.
    return reduce(lambda first, then: say("told-and", first=first, then=then), named)


def _once(name: str, value: Argument, before: set[str]) -> Argument | None:
    if name in before:
        return None
    before.add(name)
    return value


def _value(name: str, facts: Facts) -> Argument:
    value = said(facts.vocabulary[name], facts.known.get(name))
    if isinstance(value, Messages) and len(value.items) > _SHOWN:
        shown = Messages(value.items[:_SHOWN])
        return say("told-more", told=shown, count=len(value.items) - _SHOWN)
    return value


def unsure(session: Session, fact: str) -> bool:
    """Whether a person said that they are not sure of a fact."""
    answer = session.answer(fact)
    return answer is not None and answer.value is None


def label_of(row: TableRow) -> str:
    """Return how a row's label is said: with its strength, and whether a person must look."""
    name: str = row.label or "neutral"
    if row.strength != "plain":
        name = f"{name}-{row.strength}"
    return f"{name}-human" if row.human else name
