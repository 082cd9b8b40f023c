"""How a person's answers are said back: facts and values as messages."""

from __future__ import annotations

from collections.abc import Iterable

from flows.facts.known import Value
from flows.facts.vocabulary import Fact
from flows.message import Argument, Messages, say


def say_value(fact: Fact, value: Value | None) -> Argument:
    """Say one answer: an amount, a band, an option, languages, a country, a day."""
    return say("value-unsure") if value is None else fact.form.say(fact, value)


def say_names(facts: Iterable[str]) -> Messages:
    """Say the names of facts."""
    return Messages(tuple(say(f"fact-{name}") for name in facts))
