"""The answers beside a factor: the one that decided it, each said once, or all that it reads."""

from __future__ import annotations

from functools import reduce

from flows.assessing.assess import Assessment
from flows.assessing.groups import FactorTrace
from flows.assessing.reasons import bearing, factor_facts, told_of
from flows.dialogue.session import Session
from flows.facts.in_words import say_value
from flows.facts.known import Facts, Value
from flows.message import Argument, Messages, say

# As many languages as a line holds.
_SHOWN = 2


def deciding_answer(
    result: Assessment, trace: FactorTrace, facts: Facts, session: Session, before: set[str]
) -> Argument | None:
    """Return the answer that decides a factor, unless it was said `before`; not a yes or a no."""
    kind = result.kind
    if not kind.adds_up:
        return None
    names = bearing(result.edition, trace.id, facts)
    unknown = [name for name in names if name not in facts.told]
    if trace.points is None and unknown:
        value: Argument = say("value-unsure" if unsure(session, unknown[0]) else "value-not-told")
        return _once(unknown[0], value, before)
    kinds = facts.vocabulary
    known = kind.deciding([name for name in names if name in facts.told])
    plain = [name for name in known if not kinds[name].form.bare]
    if not plain or (kind.by_criterion and _says_no_more(trace, facts.known.get(plain[-1]))):
        return None
    return _once(plain[-1], _value(plain[-1], facts), before)


def _says_no_more(trace: FactorTrace, value: Value | None) -> bool:
    """Whether an answer says no more than a criterion's own name and mark.

    A band is cut where the criterion cuts, and an option is what it names; a number tells how far.
    """
    if trace.met is None:
        return False
    return not isinstance(value, frozenset) and getattr(value, "exact", None) is None


def said_back(result: Assessment, trace: FactorTrace, facts: Facts) -> Argument | None:
    """Say back all that a person told that a factor still reads; several answers by their names."""
    kinds, names = facts.vocabulary, told_of(result.edition, trace.id, facts)
    values = [say_value(kinds[name], facts.known.get(name)) for name in names]
    # Beside a criterion the one answer left is plain; a test of doors asks for one of several.
    asked = factor_facts(result.edition, trace.id) if not result.kind.counted else ()
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
    value = say_value(facts.vocabulary[name], facts.known.get(name))
    if isinstance(value, Messages) and len(value.items) > _SHOWN:
        shown = Messages(value.items[:_SHOWN])
        return say("told-more", told=shown, count=len(value.items) - _SHOWN)
    return value


def unsure(session: Session, fact: str) -> bool:
    """Whether a person said that they are not sure of a fact."""
    answer = session.answer(fact)
    return answer is not None and answer.value is None
