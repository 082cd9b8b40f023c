"""People drawn by lot: what they tell, as JSON values, at and around an edition's thresholds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from flows.assessing.assess import assess
from flows.facts.known import FactError
from flows.facts.vocabulary import Fact
from flows.library import Scheme
from flows.rules.edition import Edition
from tests.brute import lines, targets
from tests.shelf import read_facts, schemes, vocabulary

LATEST = date(2027, 6, 30)
# What would end the test for a person is drawn seldom.
MOSTLY_TRUE = ("self_supporting", "clean_record", "demo_member")
NATIONS = (*["GB"] * 12, "VN", "KH", "KP", "other")
TONGUES = ("chinese", "english", "ja", "fr", "other")
PURPOSES = ("pending", "pending", "pending", "first", "first", "renewal", "family")


def lots(name: str) -> random.Random:
    """Return lots that can be drawn again in the same order."""
    return random.Random(name)  # noqa: S311 - nothing is kept secret by it


def every_edition() -> Iterator[tuple[Scheme, Edition]]:
    """Give every edition of every scheme."""
    for scheme in schemes().values():
        for edition in scheme.editions:
            yield scheme, edition


def a_day(chance: random.Random, edition: Edition) -> date:
    """Draw a day on which an edition is in force."""
    last = min(edition.until or LATEST, LATEST)
    return edition.day + timedelta(days=chance.randint(0, (last - edition.day).days))


def somebody(chance: random.Random, edition: Edition) -> tuple[dict[str, Any], date]:
    """Draw a person who tells nothing that contradicts itself or their route, and a day."""
    while True:
        on = a_day(chance, edition)
        raw = narrowed(chance, edition, told(chance, edition, on))
        try:
            assess(edition, read_facts(raw, on), on)
        except FactError:
            continue
        return raw, on


def told(chance: random.Random, edition: Edition, on: date) -> dict[str, Any]:
    """Draw what a person tells: some facts are left out, some not sure, some not read."""
    facts = vocabulary()
    read = lines(edition)
    silent = chance.choice((0, 0.05, 0.15, 0.5))
    raw: dict[str, Any] = {}
    for name, fact in facts.items():
        bound = any(facts[one].at_most == name for one in read)
        route = edition.route is not None and name == edition.route.fact
        if not (name in read or bound or route or chance.random() < 0.03):
            continue
        if fact.derived or (chance.random() < silent and fact.changes != "fixed"):
            if chance.random() < 0.3:
                raw[name] = None
            continue
        raw[name] = an_answer(chance, edition, fact)
    if "age" in raw and chance.random() < 0.4:
        raw.pop("age")
        born = date(
            on.year - chance.choice((17, 18, 30, 38, 45, 49, 51, 60)), chance.randint(1, 12), 1
        )
        born = min(born + timedelta(days=chance.randint(0, 27)), on)
        raw["birth_date"] = born.isoformat()[: chance.choice((7, 10))]
    return raw


def an_answer(chance: random.Random, edition: Edition, fact: Fact) -> Any:
    """Draw one answer."""
    if fact.kind == "flag":
        return chance.random() < (0.95 if fact.id in MOSTLY_TRUE else 0.4)
    if fact.kind == "nation":
        return chance.choice(NATIONS)
    if fact.kind == "languages":
        return chance.sample(TONGUES, chance.randint(0, 3))
    if fact.kind == "set":
        return chance.choice(([], [], list(fact.options[:1])))
    if fact.id == "purpose":
        return chance.choice(PURPOSES)
    if fact.kind == "choice":
        return chance.choice(fact.options)
    if fact.kind == "day":
        return None
    return a_number(chance, fact, targets(edition, fact) or (1, 2))


def a_number(chance: random.Random, fact: Fact, cuts: tuple[float, ...]) -> Any:
    """Draw a number at or around a threshold, or a band."""
    least, most = fact.least or 0, fact.most or 0
    step = 1 if fact.kind == "whole" or fact.unit == "hkd" else 0.2
    edges = {least, *cuts, *(cut - step for cut in cuts), *(cut + step for cut in cuts)}
    if fact.unit == "years":
        edges |= {0.5, 1, 2.5, 4, 4.2, 7, 9}
    if fact.id == "age":
        edges |= {16, 23, 28, 33, 37, 43, 48, 60, 119, 120}
    places = sorted(round(edge, 6) for edge in edges if least <= edge <= most)
    if fact.kind == "whole":
        places = [int(place) for place in places]
    if chance.random() < 0.8:
        return chance.choice(places)
    low, high = sorted(chance.sample([*places, most], 2))
    band = {"from": low, "below": high}
    if chance.random() < 0.4:
        band.pop(chance.choice(("from", "below")))
    return band


def narrowed(chance: random.Random, edition: Edition, raw: dict[str, Any]) -> dict[str, Any]:
    """Leave some people few facts that could move, so that every set can be tried."""
    if chance.random() < 0.3:
        return raw
    facts = vocabulary()
    kept = chance.sample(sorted(facts), chance.randint(3, len(facts) - 1))
    found = dict(raw)
    for name in lines(edition):
        fact = facts[name]
        if name not in kept and fact.better and fact.changes in {"effort", "choice"}:
            found[name] = at_best(edition, fact)
    return found


def at_best(edition: Edition, fact: Fact) -> Any:
    """Give the answer of a fact that no move betters."""
    if fact.kind == "languages":
        return ["chinese", "english", "ja", "fr"]
    if fact.kind == "choice":
        return fact.options[-1]
    return max(targets(edition, fact), default=0) if fact.numeric else True
