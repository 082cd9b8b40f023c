"""Derived facts: what follows from others, by the functions of `facts.yaml`."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.documents import RuleError, read_marked
from flows.facts.from_json import read_facts
from flows.facts.kinds import KINDS
from flows.facts.known import FactError, Span
from flows.facts.vocabulary import Vocabulary, build_vocabulary

ON = date(2026, 11, 22)
AMOUNT = "kind: number, unit: hkd, least: 0, most: 1000, changes: fixed"
FACTS = f"""
graduated: {{kind: day, changes: fixed}}
years: {{kind: whole, unit: years, least: 0, most: 80, changes: time,
  derive: {{years_since: graduated}}}}
home: {{{AMOUNT}}}
funds: {{{AMOUNT}}}
people: {{kind: whole, unit: people, least: 0, most: 10, changes: fixed}}
more: {{kind: whole, unit: people, least: 0, most: 10, changes: fixed}}
total: {{{AMOUNT}, derive: {{sum: [funds, {{cap: [home, 100]}}]}}}}
capped: {{{AMOUNT}, derive: {{cap: [home, 100]}}}}
everybody: {{kind: whole, unit: people, least: 0, most: 20, changes: fixed,
  derive: {{sum: [people, more]}}}}
enough: {{kind: flag, changes: fixed, derive: {{at_least: [total, 300]}}}}
against: {{kind: choice, options: [under, over], changes: fixed,
  derive: {{compare: [home, funds]}}}}
"""


def vocabulary_of(text: str, root: Path) -> Vocabulary:
    path = root / "facts.yaml"
    path.write_text(text, "utf-8")
    return build_vocabulary(read_marked(path, "facts.yaml"), KINDS)


@pytest.fixture
def words(tmp_path: Path) -> Vocabulary:
    return vocabulary_of(FACTS, tmp_path)


def derived(words: Vocabulary, name: str, **told: Any) -> Any:
    """Return what follows: an exact number, the ends of a band, an option, or None."""
    value = read_facts(words, told, ON).get(name)
    if not isinstance(value, Span):
        return value
    return value.exact if value.exact is not None else (value.lo, value.hi)


@pytest.mark.parametrize(
    ("told", "total"),
    [
        ({"funds": 50, "home": 80}, 130),
        ({"funds": 50, "home": 100}, 150),
        ({"funds": 50, "home": 900}, 150),
        # What is not told may be nothing, and counts up to its limit.
        ({"funds": 50}, (50, pytest.approx(150))),
        ({"home": 80}, (80, pytest.approx(1000))),
        ({"funds": {"from": 10, "below": 20}, "home": 5}, (15, 25)),
        ({"funds": {"from": 10, "below": 20}, "home": {"from": 5, "below": 7}}, (15, 27)),
        # An end that the limit reaches belongs to the band.
        ({"funds": 0, "home": {"from": 90, "below": 200}}, (90, pytest.approx(100))),
        ({"funds": 0, "home": {"from": 90, "below": 100}}, (90, 100)),
        ({"funds": 0, "home": {"from": 200}}, 100),
        # The parts count where the whole was told otherwise, and narrow it where it was not.
        ({"funds": 50, "home": 80, "total": 7}, 130),
        ({"funds": {"from": 10, "below": 20}, "home": 5, "total": {"from": 18}}, (18, 25)),
        ({}, None),
    ],
)
def test_amounts_add_up_each_to_its_limit(
    told: dict[str, Any], total: object, words: Vocabulary
) -> None:
    assert derived(words, "total", **told) == total


@pytest.mark.parametrize(
    ("home", "capped"),
    [(99, 99), (100, 100), (101, 100), ({"below": 50}, (0, 50)), ({"from": 100}, 100)],
)
def test_an_amount_counts_up_to_a_limit(home: object, capped: object, words: Vocabulary) -> None:
    assert derived(words, "capped", home=home) == capped


@pytest.mark.parametrize(
    ("people", "more", "everybody"),
    [
        (2, 3, 5),
        ({"from": 2, "below": 4}, 3, (5, 7)),
        ({"from": 2, "below": 4}, {"from": 1, "below": 3}, (3, 6)),
        (10, 10, 20),
    ],
)
def test_whole_numbers_add_up_to_whole_ones(
    people: object, more: object, everybody: object, words: Vocabulary
) -> None:
    assert derived(words, "everybody", people=people, more=more) == everybody


@pytest.mark.parametrize(
    ("told", "enough"),
    [
        ({"funds": 200, "home": 100}, True),
        ({"funds": 199.99, "home": 100}, False),
        ({"funds": 199.99}, False),
        ({"funds": 300}, True),
        ({"funds": 250}, None),
        ({"funds": {"from": 100, "below": 200}, "home": 100}, False),
        ({"funds": {"from": 100, "below": 201}, "home": 100}, None),
        ({"funds": {"from": 200}, "home": {"from": 100}}, True),
        ({"total": 300}, True),
        ({"total": {"below": 300}}, False),
        ({"enough": True}, True),
        ({"funds": 1, "home": 1, "enough": True}, False),
    ],
)
def test_an_amount_reaches_a_line_or_not(
    told: dict[str, Any], enough: object, words: Vocabulary
) -> None:
    assert derived(words, "enough", **told) is enough


@pytest.mark.parametrize(
    ("home", "funds", "against"),
    [
        (5, 5, "over"),
        (4.99, 5, "under"),
        (5, {"from": 4, "below": 5}, "over"),
        (5, {"from": 5}, None),
        ({"below": 5}, 5, "under"),
        ({"from": 4, "below": 6}, 5, None),
    ],
)
def test_two_amounts_are_compared(
    home: object, funds: object, against: str | None, words: Vocabulary
) -> None:
    assert derived(words, "against", home=home, funds=funds) == against


def test_nothing_is_compared_with_what_is_not_told(words: Vocabulary) -> None:
    assert derived(words, "against", home=1000) is None


@pytest.mark.parametrize(
    ("graduated", "years"),
    [
        ("2020-11-22", 6),
        ("2020-11-23", 5),
        ("2026-11-22", 0),
        ("2020-11", (5, 7)),
        ({"from": "2020-11-23"}, (0, 6)),
    ],
)
def test_years_go_by_since_a_day(graduated: object, years: object, words: Vocabulary) -> None:
    if isinstance(graduated, dict):
        graduated |= {"below": "2026-11-23"}
    assert derived(words, "years", graduated=graduated) == years


def test_a_day_to_come_is_none_to_count_from(words: Vocabulary) -> None:
    with pytest.raises(FactError, match="born-later"):
        read_facts(words, {"graduated": "2026-11-23"}, ON)


def test_years_that_were_told_must_agree(words: Vocabulary) -> None:
    assert derived(words, "years", graduated="2020-11", years=6) == 6
    with pytest.raises(FactError, match="age-disagrees"):
        read_facts(words, {"graduated": "2020-11-22", "years": 7}, ON)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("years_since: graduated", "years_since: born", 'is derived from "born", which is no fact'),
        ("years_since: graduated", "years_since: home", '"home" is no day, since which years are'),
        ("sum: [people, more]", "sum: [people, graduated]", '"graduated" is no number, which'),
        (
            "options: [under, over]",
            "options: [under, even, over]",
            '"against" compares two amounts',
        ),
        (
            "{kind: flag, changes: fixed, derive",
            "{kind: day, changes: fixed, derive",
            "holds or not",
        ),
        ("cap: [home, 100]}}", "cap: [home, 100], sum: [home]}}", "is derived by one function"),
        (
            "[funds, {cap: [home, 100]}]",
            "[funds, {at_least: [home, 1]}]",
            "only sum and cap make an",
        ),
        ("[funds, {cap: [home, 100]}]", "[funds, capped, total]", "are derived from each other"),
    ],
)
def test_what_cannot_be_derived_is_told(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    assert FACTS.count(old) == 1
    with pytest.raises(RuleError, match=r"^facts\.yaml:\d+: ") as told:
        vocabulary_of(FACTS.replace(old, new), tmp_path)
    assert sentence in str(told.value)
