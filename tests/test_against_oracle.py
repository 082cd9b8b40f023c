"""The program against a second, naive reading of the rules: every completion tried."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import oracle
from tests.asking import assess_line

# Every scheme that is read twice, on the days around which its rules change.
TURNS = [(scheme, on) for scheme in oracle.EDITIONS for on in oracle.turning_days(scheme)]
GENERAL = [on for scheme, on in TURNS if scheme == oracle.GENERAL]
DEGREES = (
    "none",
    "bachelor",
    "professional",
    "two-bachelors",
    "master",
    "two-masters",
    "doctorate",
    "two-doctorates",
)
LISTED = ("none", "bachelor", "master", "doctorate")


def bands(values: list[float]) -> st.SearchStrategy[Any]:
    """Exact numbers at and around thresholds, and bands between them."""
    edges = st.sampled_from(values)
    band = st.tuples(edges, edges).filter(lambda pair: pair[0] < pair[1])
    return st.one_of(
        edges,
        band.map(lambda pair: {"from": pair[0], "below": pair[1]}),
        edges.map(lambda low: {"from": low}),
        edges.filter(lambda high: high > 0).map(lambda high: {"below": high}),
    )


YEARS = bands([0, 1, 1.75, 2, 2.5, 3, 4, 5, 7, 9.75, 10, 12])
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "age": bands([0, 17, 18, 24, 25, 29, 30, 34, 35, 39, 40, 44, 45, 50, 51, 60]),
    "nationality": st.sampled_from(["GB", "CN", "VN", "KH", "AL", "KP", "other"]),
    "self_supporting": st.booleans(),
    "clean_record": st.booleans(),
    "degree": st.sampled_from(DEGREES),
    "other_proof": st.booleans(),
    "listed_degree": st.sampled_from(LISTED),
    "renowned_degree": st.sampled_from(LISTED),
    "stem": st.booleans(),
    "languages": st.lists(st.sampled_from(["chinese", "english", "fr", "ja"]), max_size=3),
    "graduate_years": YEARS,
    "senior_years": YEARS,
    "international_years": YEARS,
    "reputable_years": YEARS,
    "sector_years": YEARS,
    "talent_list": st.booleans(),
    "hkpr_relative": st.booleans(),
    "spouse_with_degree": st.booleans(),
    "children": bands([0, 1, 2, 3]),
    "income_hkd": bands([0, 999_999.5, 1_000_000, 2_000_000]),
    "business": st.sampled_from(["none", "unlisted", "listed"]),
    "business_share": bands([0, 9.5, 10, 49.5, 50, 100]),
    "business_profit_hkd": bands([-5, 0, 4_999_999, 5_000_000, 9_000_000]),
    "award": st.booleans(),
    "peer_recognition": st.booleans(),
}
# A fact that only a later edition reads: what stands for all its answers.
STRATEGIES |= {
    name: st.sampled_from(oracle.representatives(name, GENERAL[-1], {}))
    for name in oracle.read_by_any()
    if name not in STRATEGIES
}
# Mostly hopeful facts, so that prerequisites do not decide every case.
HOPEFUL = {
    "nationality": st.just("GB"),
    "self_supporting": st.just(True),
    "clean_record": st.just(True),
    "age": st.sampled_from([18, 24, 30, 39, 44, 50, 51]),
    "degree": st.sampled_from(DEGREES[1:]),
}


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """Some facts of a person; those left out are unknown, some are "not sure"."""
    facts: dict[str, Any] = {}
    hopeful = draw(st.booleans())
    for name, strategy in STRATEGIES.items():
        told = draw(st.integers(0, 9))
        if hopeful and name in HOPEFUL and told < 9:
            facts[name] = draw(HOPEFUL[name])
        elif told < 6:
            facts[name] = draw(strategy)
        elif told == 6:
            facts[name] = None
    return facts


@settings(max_examples=700, deadline=None, suppress_health_check=list(HealthCheck))
@given(people(), st.sampled_from(TURNS + [turn for turn in TURNS if turn[0] == oracle.GENERAL]))
def test_ends_outcome_and_missing_facts_are_exact(
    facts: dict[str, Any], turn: tuple[str, str]
) -> None:
    scheme, on = turn
    answer = assess_line({"scheme": scheme, "on": on, "facts": facts})
    if "error" in answer:
        assert _contradicts(facts)
        return
    assert not _contradicts(facts)
    expected = oracle.complete(scheme, on, facts)
    assert answer["outcome"] == expected.outcome
    assert (answer["least"], answer["most"]) == (expected.least, expected.most)
    assert answer["score"] == expected.score
    assert set(answer["missing"]) == set(expected.missing)


def _contradicts(facts: dict[str, Any]) -> bool:
    """Whether one answer is above another that bounds it."""
    for part in ("senior_years", "international_years", "reputable_years", "sector_years"):
        mine, whole = facts.get(part), facts.get("graduate_years")
        if mine is not None and whole is not None and _above(mine, whole):
            return True
    level = oracle.DEGREE_LEVEL
    degree = facts.get("degree")
    return degree is not None and any(
        facts.get(name) is not None and level[facts[name]] > level[degree]
        for name in ("listed_degree", "renowned_degree")
    )


def _above(mine: Any, whole: Any) -> bool:
    least = mine.get("from", 0) if isinstance(mine, dict) else mine
    if isinstance(whole, dict):
        return bool(least >= whole["below"]) if "below" in whole else False
    return bool(least > whole)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(GENERAL))
def test_complete_facts_give_the_same_points_factor_by_factor(data: st.DataObject, on: str) -> None:
    facts = {
        "age": data.draw(st.integers(0, 80)),
        "nationality": "GB",
        "self_supporting": True,
        "clean_record": True,
        "degree": data.draw(st.sampled_from(DEGREES[1:])),
        "other_proof": False,
        "stem": data.draw(st.booleans()),
        "languages": data.draw(st.lists(st.sampled_from(["chinese", "english", "fr", "ja"]))),
        "graduate_years": data.draw(st.integers(0, 40)) / 2,
        "talent_list": data.draw(st.booleans()),
        "hkpr_relative": data.draw(st.booleans()),
        "spouse_with_degree": data.draw(st.booleans()),
        "children": data.draw(st.integers(0, 4)),
        "income_hkd": data.draw(st.integers(0, 2_000_000)),
        "business": data.draw(st.sampled_from(["none", "unlisted", "listed"])),
        "business_share": data.draw(st.integers(0, 100)),
        "business_profit_hkd": data.draw(st.integers(-1, 9_000_000)),
    }
    for name in ("senior_years", "international_years", "reputable_years", "sector_years"):
        facts[name] = data.draw(st.integers(0, int(2 * float(str(facts["graduate_years"]))))) / 2
    level = oracle.DEGREE_LEVEL[str(facts["degree"])]
    for name in ("listed_degree", "renowned_degree"):
        facts[name] = data.draw(st.sampled_from(LISTED[: level + 1]))
    for name in oracle.reads("hk-qmas-gpt", on):
        if name not in facts:
            facts[name] = data.draw(st.sampled_from(oracle.representatives(name, on, {})))
    answer = assess_line({"scheme": "hk-qmas-gpt", "on": on, "facts": facts})
    expected = oracle.evaluate("hk-qmas-gpt", on, facts)
    assert (answer["outcome"], answer["score"]) == (expected.outcome, expected.score)
    worth = "met" if expected.edition in oracle.CRITERIA else "points"
    assert {f["id"]: int(f[worth]) for f in answer["factors"]} == dict(expected.points)


@pytest.mark.parametrize(("scheme", "on"), TURNS)
def test_with_nothing_told_the_ends_are_those_of_the_whole_table(scheme: str, on: str) -> None:
    answer = assess_line({"scheme": scheme, "on": on, "facts": {}})
    expected = oracle.complete(scheme, on, {})
    assert (answer["outcome"], answer["least"], answer["most"]) == (
        "open",
        expected.least,
        expected.most,
    )
    assert set(answer["missing"]) == set(expected.missing) == set(oracle.reads(scheme, on))
