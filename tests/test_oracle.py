"""Check the oracle itself: worked cases, boundary cases and the tables' own arithmetic."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from typing import Any

import pytest

from tests import oracle
from tests.oracle import (
    ACHIEVEMENT,
    EDITIONS,
    GENERAL,
    complete,
    complete_by_product,
    evaluate,
    reads,
)
from tests.shelf import schemes

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[dict[str, Any]]:
    """Read a file of worked cases."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


WORKED = read_cases("hong-kong.jsonl")
BOUNDARIES = read_cases("boundaries.jsonl")
ALL_CASES = WORKED + BOUNDARIES

# A person who reads well under every edition, every fact known.
PERSON: dict[str, Any] = {
    "self_supporting": True,
    "clean_record": True,
    "nationality": "GB",
    "age": 30,
    "degree": "master",
    "other_proof": False,
    "listed_degree": "none",
    "renowned_degree": "none",
    "stem": False,
    "languages": ["chinese", "english"],
    "graduate_years": 5,
    "senior_years": 0,
    "international_years": 0,
    "reputable_years": 0,
    "sector_years": 0,
    "talent_list": False,
    "hkpr_relative": False,
    "spouse_with_degree": False,
    "children": 0,
    "income_hkd": 0,
    "business": "none",
    "business_share": 0,
    "business_profit_hkd": 0,
    "award": False,
    "peer_recognition": False,
}
# A fact that only a later edition reads, at its least.
PERSON |= {
    name: oracle.representatives(name, EDITIONS[GENERAL][-1], {})[0]
    for name in oracle.read_by_any()
    if name not in PERSON
}


def test_case_names_are_unique() -> None:
    """Each case can be found by its name."""
    names = [case["case"] for case in ALL_CASES]
    assert len(set(names)) == len(names)
    assert len(WORKED) >= 31
    assert len(BOUNDARIES) >= 60


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    """Evaluating a complete case gives what was worked out by hand."""
    expected = case["expect"]
    verdict = evaluate(case["scheme"], case["on"], case["facts"])
    assert verdict.outcome == expected["outcome"]
    if expected["outcome"] == "ineligible":
        assert verdict.score is None
    if "score" in expected:
        assert verdict.score == expected["score"]
    if "maximum" in expected:
        assert verdict.maximum == expected["maximum"]
    if "threshold" in expected:
        threshold = oracle.THRESHOLD if case["scheme"] == GENERAL else oracle.ACHIEVEMENT_POINTS
        assert threshold[verdict.edition] == expected["threshold"]
    if "met" in expected:
        assert [name for name, points in verdict.points.items() if points] == expected["met"]
    if case["scheme"] == GENERAL and verdict.score is not None:
        assert sum(verdict.points.values()) == verdict.score


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: case["case"])
def test_complete_facts_have_one_completion(case: dict[str, Any]) -> None:
    """Completing a case that lacks nothing agrees with evaluating it."""
    facts = {"other_proof": False, **case["facts"]}
    verdict = evaluate(case["scheme"], case["on"], facts)
    summary = complete(case["scheme"], case["on"], facts)
    assert (summary.outcome, summary.score) == (verdict.outcome, verdict.score)
    assert (summary.least, summary.most) == (verdict.score, verdict.score)
    assert summary.missing == frozenset()


@pytest.mark.parametrize("case", BOUNDARIES, ids=lambda case: case["case"])
def test_boundary_cases_are_complete(case: dict[str, Any]) -> None:
    """A boundary case gives every fact that its edition reads."""
    known = {name for name, value in case["facts"].items() if oracle.is_known(value)}
    assert set(reads(case["scheme"], case["on"])) <= known


# (edition, factor, facts that differ from PERSON, points), worked out by hand.
FACTOR_POINTS: list[tuple[str, str, dict[str, Any], int]] = [
    ("2006-06-28", "age", {"age": 17}, 0),
    ("2008-01-21", "age", {"age": 17}, 0),
    ("2023-01-01", "age", {"age": 17}, 0),
    ("2023-01-01", "age", {"age": 39}, 30),
    ("2018-08-28", "age", {"age": 40}, 20),
    ("2015-05-04", "age", {"age": 44}, 20),
    ("2015-05-04", "age", {"age": 45}, 15),
    ("2018-08-28", "age", {"age": 50}, 15),
    ("2023-01-01", "age", {"age": 51}, 0),
    # Two foreign languages without Chinese or English are worth nothing.
    ("2006-06-28", "language", {"languages": ["ja", "fr"]}, 0),
    ("2008-01-21", "language", {"languages": ["ja", "fr"]}, 0),
    ("2023-01-01", "language", {"languages": ["ja", "fr"]}, 0),
    ("2006-06-28", "language", {"languages": ["chinese"]}, 0),
    ("2023-01-01", "language", {"languages": ["english", "ja"]}, 15),
    # Bonuses stand on their own years, not on all years of work.
    ("2015-05-04", "experience", {"graduate_years": 20}, 15),
    ("2015-05-04", "experience", {"graduate_years": 2, "international_years": 2}, 20),
    ("2018-08-28", "experience", {"reputable_years": 5}, 15),
    ("2023-01-01", "experience", {"reputable_years": 3}, 35),
    ("2023-01-01", "experience", {"international_years": 2, "reputable_years": 3}, 50),
    ("2023-01-01", "experience", {"graduate_years": 9.99, "senior_years": 5}, 30),
    ("2023-01-01", "education", {"renowned_degree": "bachelor"}, 50),
    ("2023-01-01", "education", {"degree": "two-doctorates"}, 40),
    ("2008-01-21", "education", {"degree": "professional"}, 30),
    ("2008-01-21", "education", {"degree": "two-masters"}, 40),
    ("2006-06-28", "education", {"degree": "master"}, 30),
    ("2006-06-28", "family", {"children": 1}, 5),
    ("2023-01-01", "family", {"children": 3}, 10),
    ("2018-08-28", "talent-list", {"talent_list": True}, 30),
]


@pytest.mark.parametrize(("edition", "factor", "change", "points"), FACTOR_POINTS)
def test_factor_points(edition: str, factor: str, change: dict[str, Any], points: int) -> None:
    """One factor by itself has the points of its row, also where a prerequisite fails."""
    assert evaluate(GENERAL, edition, PERSON | change).points[factor] == points


@pytest.mark.parametrize("edition", EDITIONS[GENERAL])
def test_best_person_reaches_the_maximum(edition: str) -> None:
    """The best rows of an edition add up to its maximum, and none is worth more."""
    best = PERSON | {
        name: oracle.representatives(name, edition, {})[-1]
        for name in reads(GENERAL, edition)
        if name not in oracle.PREREQUISITE_FACTS
    }
    best |= {
        "degree": "two-doctorates",
        "listed_degree": "doctorate",
        "renowned_degree": "doctorate",
        "stem": True,
        "graduate_years": 80,
        "senior_years": 80,
        "international_years": 80,
        "reputable_years": 80,
        "sector_years": 80,
        "talent_list": True,
        "hkpr_relative": True,
        "spouse_with_degree": True,
        "children": 20,
        "income_hkd": 10**12,
        "business": "listed",
        "business_share": 100,
        "business_profit_hkd": 10**12,
    }
    assert evaluate(GENERAL, edition, best).score == oracle.MAXIMUM[edition]
    assert complete(GENERAL, edition, {}).most == oracle.MAXIMUM[edition]


# (day, fact, age): 29 February counts on 1 March.
BIRTHS: list[tuple[str, str, tuple[int, ...]]] = [
    ("2024-06-01", "2006-06-01", (18,)),
    ("2024-06-01", "2006-06-02", (17,)),
    ("2022-02-28", "2004-02-29", (17,)),
    ("2022-03-01", "2004-02-29", (18,)),
    ("2024-02-29", "2004-02-29", (20,)),
    ("2024-06-15", "2006-06", (17, 18)),
    ("2024-06-01", "2006-06", (17, 18)),
    ("2024-06-30", "2006-06", (18,)),
    ("2024-05-31", "2006-06", (17,)),
    ("2024-07-01", "2006-06", (18,)),
    ("2022-02-28", "2004-02", (17, 18)),
    ("2024-06-15", "2024-06", (0,)),
]


@pytest.mark.parametrize(("on", "birth", "ages"), BIRTHS)
def test_ages_from_birth(on: str, birth: str, ages: tuple[int, ...]) -> None:
    """A birth date gives an age, a month of birth in its own month two."""
    assert oracle.ages_from_birth(birth, on) == ages


# (scheme, day, facts, (outcome, score, least, most)), worked out by hand.
PARTIAL: list[tuple[str, str, dict[str, Any], tuple[Any, ...]]] = [
    # Nothing known: every fact that is read may still matter.
    (GENERAL, "2007-06-01", {}, ("open", None, 0, 165)),
    (GENERAL, "2012-06-01", {}, ("open", None, 10, 165)),
    (GENERAL, "2023-06-01", {}, ("open", None, 10, 245)),
    (GENERAL, "2026-06-01", {}, ("open", None, 0, 12)),
    (ACHIEVEMENT, "2023-06-01", {}, ("open", None, 0, 245)),
    (ACHIEVEMENT, "2026-06-01", {}, ("open", None, None, None)),
    # A failed prerequisite is certain, whatever else is unknown.
    (GENERAL, "2026-06-01", {"age": 17}, ("ineligible", None, None, None)),
    (ACHIEVEMENT, "2026-06-01", {"clean_record": False}, ("ineligible", None, None, None)),
]


@pytest.mark.parametrize(("scheme", "on", "facts", "expected"), PARTIAL)
def test_little_known(
    scheme: str, on: str, facts: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    """Very few facts leave the widest range."""
    found = complete(scheme, on, facts)
    assert (found.outcome, found.score, found.least, found.most) == expected
    if found.outcome == "ineligible":
        assert found.missing == frozenset()
    else:
        assert found.missing == set(reads(scheme, on)) - facts.keys()


# (day, facts that differ from PERSON, outcome, least, most, missing), worked out by hand.
# PERSON has 30 + 20 + 15 + 20 = 85 in 2023 and age, two languages, English, experience in 2026.
UNKNOWNS: list[tuple[str, dict[str, Any], str, int | None, int | None, set[str]]] = [
    ("2023-06-01", {"children": None}, "meets", 85, 95, {"children"}),
    ("2023-06-01", {"children": {"from": 2}}, "meets", 95, 95, set()),
    ("2023-06-01", {"age": {"from": 40, "below": 46}}, "falls-short", 70, 75, {"age"}),
    ("2023-06-01", {"age": {"from": 39, "below": 41}}, "open", 75, 85, {"age"}),
    ("2023-06-01", {"age": {"from": 40, "below": 45}}, "falls-short", 75, 75, set()),
    ("2023-06-01", {"age": {"below": 19}}, "open", 85, 85, {"age"}),
    ("2023-06-01", {"graduate_years": {"from": 5, "below": 10}}, "meets", 85, 85, set()),
    # Of 4.5 years of work no more than 4.5 can have been senior: never the row of five years.
    ("2023-06-01", {"graduate_years": 4.5, "senior_years": None}, "falls-short", 75, 75, set()),
    # Six senior years mean at least six years of work.
    (
        "2023-06-01",
        {"graduate_years": None, "senior_years": 6},
        "meets",
        100,
        110,
        {"graduate_years"},
    ),
    # A known number just above a line binds exactly there.
    (
        "2023-06-01",
        {"graduate_years": {"from": 2, "below": 3.1}, "reputable_years": None},
        "open",
        75,
        95,
        {"reputable_years"},
    ),
    # Not read in 2007, yet it bounds what is read.
    (
        "2007-06-01",
        {"graduate_years": None, "sector_years": 5},
        "meets",
        110,
        110,
        set(),
    ),
    ("2023-06-01", {"degree": "none", "other_proof": None}, "open", 65, 65, {"other_proof"}),
    (
        "2023-06-01",
        {"degree": None, "renowned_degree": "master"},
        "meets",
        115,
        135,
        {"degree"},
    ),
    ("2023-06-01", {"languages": None}, "open", 75, 85, {"languages"}),
    ("2023-06-01", {"nationality": None}, "open", 85, 85, {"nationality"}),
    ("2023-06-01", {"sector_years": None, "stem": None, "award": None}, "meets", 85, 85, set()),
    ("2023-06-15", {"age": None, "birth_date": "2005-06"}, "open", 85, 85, {"age"}),
    ("2023-06-15", {"age": None, "birth_date": "2005-06-15"}, "meets", 85, 85, set()),
    ("2026-06-01", {"stem": None}, "falls-short", 4, 4, set()),
    (
        "2026-06-01",
        {"listed_degree": None, "stem": None},
        "open",
        4,
        6,
        {"listed_degree", "stem"},
    ),
    (
        "2026-06-01",
        {"business": None, "business_share": 10, "business_profit_hkd": 4_999_999},
        "falls-short",
        4,
        5,
        {"business"},
    ),
    (
        "2026-06-01",
        {"business": "unlisted", "business_share": {"from": 10, "below": 50}, "income_hkd": None},
        "falls-short",
        4,
        5,
        {"income_hkd"},
    ),
    (
        "2026-06-01",
        {"business": None, "business_share": None, "business_profit_hkd": None},
        "open",
        4,
        6,
        {"business", "business_share", "business_profit_hkd"},
    ),
    (
        "2026-06-01",
        {"business": "listed", "business_share": {"below": 10}, "business_profit_hkd": None},
        "falls-short",
        4,
        4,
        set(),
    ),
]


@pytest.mark.parametrize("case", UNKNOWNS)
def test_unknown_facts(
    case: tuple[str, dict[str, Any], str, int | None, int | None, set[str]],
) -> None:
    """Unknown facts leave exactly the range that was worked out by hand."""
    on, change, outcome, least, most, missing = case
    expected = oracle.Summary(
        outcome, least if least == most else None, least, most, frozenset(missing)
    )
    assert complete(GENERAL, on, PERSON | change) == expected
    assert complete_by_product(GENERAL, on, PERSON | change) == expected


@pytest.mark.parametrize(
    ("doors", "outcome", "least", "most", "missing"),
    [
        ({"award": True, "peer_recognition": None}, "review", 245, 245, set()),
        ({"award": None, "peer_recognition": False}, "open", 0, 245, {"award"}),
        ({"award": None}, "open", 0, 245, {"award"}),
        (
            {"award": None, "peer_recognition": None},
            "open",
            0,
            245,
            {"award", "peer_recognition"},
        ),
    ],
)
def test_achievement_doors(
    doors: dict[str, Any], outcome: str, least: int, most: int, missing: set[str]
) -> None:
    """One true door is enough; both must be false to fall short."""
    found = complete(ACHIEVEMENT, "2023-06-01", PERSON | doors)
    assert (found.outcome, found.least, found.most) == (outcome, least, most)
    assert found.missing == missing
    now = complete(ACHIEVEMENT, "2026-06-01", PERSON | doors)
    assert (now.outcome, now.score, now.least, now.most) == (outcome, None, None, None)
    assert now.missing == missing


def test_each_fact_and_factor_belongs_to_one_group() -> None:
    """The groups cover everything exactly once, so completing them apart loses nothing."""
    facts = [name for group in oracle.GROUPS for name in group.facts]
    prerequisites = [name for group in oracle.GROUPS for name in group.prerequisites]
    factors = [name for group in oracle.GROUPS for name in group.factors]
    assert len(set(facts)) == len(facts)
    for scheme, editions in EDITIONS.items():
        for edition in editions:
            assert set(reads(scheme, edition)) <= set(facts)
            for name in oracle.prerequisite_names(scheme, edition):
                assert prerequisites.count(name) == 1
            for name in oracle.factor_names(scheme, edition):
                assert factors.count(name) == 1


def random_value(chance: random.Random, name: str, on: str) -> Any:
    """Give a random exact value for a fact."""
    found = chance.choice(oracle.representatives(name, on, {}))
    return list(found) if isinstance(found, tuple) else found


def random_facts(chance: random.Random, scheme: str, on: str) -> dict[str, Any]:
    """Give mostly known facts that keep to the bounds, up to four unknown, some as a band."""
    while True:
        facts = {name: random_value(chance, name, on) for name in reads(scheme, on)}
        # Most people pass: else nearly everything would be ineligible.
        facts |= {"self_supporting": True, "clean_record": True, "nationality": "GB"}
        if oracle.respects_bounds(facts):
            break
    for name in chance.sample(sorted(facts), chance.randint(1, 4)):
        if name in oracle.BOUNDS and chance.random() < 0.4:
            facts[name] = {"from": facts[name], "below": facts[name] + chance.choice([1, 3, 7])}
        else:
            facts[name] = None
    return facts


@pytest.mark.parametrize("seed", range(120))
def test_groups_agree_with_the_plain_product(seed: int) -> None:
    """Completing group by group gives what trying every completion gives."""
    chance = random.Random(seed)  # noqa: S311
    scheme = chance.choice([GENERAL, GENERAL, GENERAL, ACHIEVEMENT])
    on = EDITIONS[scheme][seed % len(EDITIONS[scheme])]
    facts = random_facts(chance, scheme, on)
    assert complete(scheme, on, facts) == complete_by_product(scheme, on, facts)


@pytest.mark.parametrize("seed", range(60))
def test_no_completion_off_the_grid_escapes(seed: int) -> None:
    """Values between the representative ones never lead outside what the oracle allows."""
    chance = random.Random(1000 + seed)  # noqa: S311
    on = EDITIONS[GENERAL][seed % len(EDITIONS[GENERAL])]
    facts = random_facts(chance, GENERAL, on)
    found = complete(GENERAL, on, facts)
    for _ in range(200):
        filled: dict[str, Any] = dict(facts)
        for name in oracle.unknown_facts(reads(GENERAL, on), on, facts):
            if name not in oracle.BOUNDS:
                filled[name] = random_value(chance, name, on)
                continue
            low, high = oracle.BOUNDS[name]
            start, below = oracle.band_ends(facts[name])
            # Half of the time near the lines, where years matter.
            high = min(high, 12) if chance.random() < 0.5 else high
            number = chance.uniform(max(low, start), max(low, start, min(high, below - 1e-9)))
            filled[name] = math.floor(number) if name in oracle.WHOLE_NUMBERS else number
        if not oracle.respects_bounds(filled):
            continue
        verdict = evaluate(GENERAL, on, filled)
        assert found.outcome in (verdict.outcome, "open")
        if verdict.score is not None:
            assert found.least is not None
            assert found.most is not None
            assert found.least <= verdict.score <= found.most


def test_limit_and_bad_calls() -> None:
    """Too many completions, broken bounds and days before the scheme are refused."""
    with pytest.raises(ValueError, match="completions"):
        complete_by_product(GENERAL, "2023-06-01", {})
    with pytest.raises(ValueError, match="bounds"):
        complete(GENERAL, "2023-06-01", PERSON | {"senior_years": 6})
    with pytest.raises(ValueError, match="bounds"):
        complete(GENERAL, "2026-06-01", PERSON | {"listed_degree": "doctorate"})
    with pytest.raises(ValueError, match="no edition"):
        evaluate(GENERAL, "2006-06-27", PERSON)
    with pytest.raises(ValueError, match="no such scheme"):
        reads("mo-technical", "2023-06-01")
    with pytest.raises(TypeError, match="children"):
        evaluate(GENERAL, "2023-06-01", PERSON | {"children": None})


def test_every_edition_on_file_has_a_second_reading() -> None:
    """A rule that is written down once is proved by nothing: both sides name the same editions."""
    on_file = {
        one.id: [day.isoformat() for day in one.days]
        for one in schemes().values()
        if not one.about.made_up and one.id not in oracle.READ_ELSEWHERE
    }
    for scheme, days in on_file.items():
        for day in days:
            assert day in EDITIONS.get(scheme, ()), (
                f"{scheme} {day} has no second reading: write its tables in tests/oracle.py, by "
                f"hand and from the sources, or name in READ_ELSEWHERE where it is read"
            )
    assert {scheme: list(days) for scheme, days in EDITIONS.items()} == on_file
    assert set(oracle.READ_ELSEWHERE) <= set(schemes())
