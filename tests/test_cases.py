"""Worked cases: what goes in, and what must come out."""

import re
from datetime import date, timedelta
from typing import Any, ClassVar

import pytest

from flows.assessing.assess import assess
from flows.rules.edition import Unsettled
from tests.asking import ask, assess_line, labels, lines
from tests.shelf import read_facts, scheme

CASES = [*lines("hong-kong.jsonl"), *lines("boundaries.jsonl")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_worked_case_comes_out_as_expected(case: dict[str, Any]) -> None:
    expected = case["expect"]
    answer = assess_line({key: case[key] for key in ("case", "scheme", "on", "facts")})
    assert {key: answer.get(key) for key in expected if key != "met"} == {
        key: value for key, value in expected.items() if key != "met"
    }
    if "met" in expected:
        assert [f["id"] for f in answer["factors"] if f["met"]] == expected["met"]
    if answer["score"] is not None:
        assert answer["least"] == answer["most"] == answer["score"]


def test_every_factor_has_a_reason_and_a_source() -> None:
    for case in CASES:
        answer = assess_line(case)
        for factor in answer["factors"]:
            assert factor["why"]
            assert re.search(r"; read \d{4}-\d{2}-\d{2}; \w", factor["source"])


class TestMacao:
    """Personas P1 to P7 of the qualitative pre-screen: labels, never a score."""

    def test_p1_a_new_applicant_finds_the_route_closed(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="first",
            employment="contract",
            tertiary="completed",
            graduate_years=12,
            salary_vs_median="at-or-above",
        )
        assert answer["outcome"] == "closed"
        assert answer["successor"] == "mo-talents"
        assert all(factor["historic"] for factor in answer["factors"])

    def test_p2_a_case_filed_in_march_2023_goes_on(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="pending",
            filed_on="2023-03",
            employment="contract",
            tertiary="completed",
            degree_recognised=True,
            graduate_years=3,
            basic_salary_mop=20000,
            industry_median_mop=20000,
        )
        assert answer["outcome"] == "review"
        found = labels(answer)
        assert (found["1a"], found["1b"], found["3a"], found["5"]) == (
            "neutral",
            "neutral",
            "advantage",
            "neutral",
        )
        assert "blocks" not in found.values()

    def test_p3_no_tertiary_education_needs_a_person(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="pending",
            filed_on="2022-05-01",
            employment="contract",
            tertiary="none",
            graduate_years=20,
            management_years=20,
        )
        by_id = {factor["id"]: factor for factor in answer["factors"]}
        assert (by_id["1a"]["label"], by_id["1a"]["human"]) == ("disadvantage", True)
        assert by_id["3a"]["label"] == by_id["3b"]["label"] == "advantage"
        assert answer["outcome"] == "review"

    def test_p4_a_salary_under_the_median_needs_a_person(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="pending",
            filed_on="2022-05-01",
            employment="contract",
            basic_salary_mop=18000,
            industry_median_mop=20000,
        )
        by_id = {factor["id"]: factor for factor in answer["factors"]}
        assert (by_id["5"]["label"], by_id["5"]["human"]) == ("disadvantage", True)

    def test_p5_a_conviction_shows_factor_6_alone(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="pending",
            filed_on="2022-05-01",
            employment="contract",
            tertiary="completed",
            circumstances=["conviction"],
        )
        assert [(f["id"], f["label"], f["strength"], f["human"]) for f in answer["factors"]] == [
            ("6", "disadvantage", "serious", True)
        ]
        assert answer["outcome"] == "review"

    def test_p6_no_awards_is_neutral(self) -> None:
        answer = ask(
            "mo-technical",
            purpose="pending",
            filed_on="2022-05-01",
            employment="contract",
            qualifications=0,
        )
        assert labels(answer)["2a"] == "neutral"

    def test_p7_an_unreported_change_is_urgent(self) -> None:
        answer = ask(
            "mo-technical", purpose="renewal", last_change_on="2026-08-20", change_reported=False
        )
        assert answer["outcome"] == "review"
        assert answer["urgent"]
        assert answer["human"]
        assert answer["factors"] == []

    @pytest.mark.parametrize("employment", ["contract", "offer", "own-company", None])
    def test_there_is_never_a_score(self, employment: str | None) -> None:
        answer = ask(
            "mo-technical", purpose="pending", filed_on="2022-05-01", employment=employment
        )
        assert answer["score"] is answer["least"] is answer["most"] is None
        assert answer["maximum"] is answer["threshold"] is None
        assert answer["outcome"] == ("open" if employment is None else "review")

    @pytest.mark.parametrize(
        ("facts", "outcome"),
        [
            ({"employment": "none"}, "closed"),
            ({"purpose": "pending", "employment": "none"}, "ineligible"),
            ({"purpose": "family"}, "review"),
            ({"purpose": "renewal", "employment": "none"}, "review"),
        ],
    )
    def test_closed_comes_first_then_ineligible(self, facts: dict[str, Any], outcome: str) -> None:
        assert ask("mo-technical", **facts)["outcome"] == outcome

    def test_a_first_application_was_open_until_june_2023(self) -> None:
        before = ask("mo-technical", on="2023-06-30", purpose="first", employment="contract")
        after = ask("mo-technical", on="2023-07-01", purpose="first", employment="contract")
        assert (before["outcome"], after["outcome"]) == ("review", "closed")

    def test_the_last_day_of_filing(self) -> None:
        answer = ask(
            "mo-technical", purpose="pending", filed_on="2023-06-30", employment="contract"
        )
        assert answer["outcome"] == "review"
        late = ask("mo-technical", purpose="pending", filed_on="2023-07-01", employment="contract")
        assert "2023" in late["error"]

    @pytest.mark.parametrize(("day", "urgent"), [("2026-10-22", True), ("2026-10-23", False)])
    def test_a_change_is_urgent_after_thirty_days(self, day: str, urgent: bool) -> None:
        one, on = scheme("mo-technical"), date(2026, 11, 22)
        edition = one.in_force(on)
        assert edition is not None
        told = {"purpose": "renewal", "last_change_on": day, "change_reported": False}
        result = assess(edition, read_facts(told, on), on)
        assert (result.urgent, result.worth_asking) == (urgent, ())

    def test_a_renewal_leaves_nothing_unsettled_by_the_factors(self) -> None:
        told: dict[str, Any] = {"circumstances": ["law-breach"], "employment": "contract"}
        pending = ask("mo-technical", purpose="pending", filed_on="2022-05-01", **told)
        assert pending["unsettled"]
        renewal = ask("mo-technical", purpose="renewal", change_reported=True, **told)
        assert renewal["unsettled"] == []

    def test_nothing_is_missing_where_the_route_is_closed(self) -> None:
        assert ask("mo-technical", purpose="first")["missing"] == []

    def test_an_offer_leads_to_a_person(self) -> None:
        told = {"purpose": "pending", "filed_on": "2022-05-01"}
        human = {
            one: ask("mo-technical", employment=one, **told)["human"]
            for one in ("contract", "offer")
        }
        assert human == {"contract": False, "offer": True}

    def test_a_pending_case_filed_too_late_is_an_error(self) -> None:
        assert "2023" in ask("mo-technical", purpose="pending", filed_on="2023-07")["error"]


class TestReview:
    """Where strong proof stands in for a degree, people decide; what is missing then."""

    PASSES: ClassVar[dict[str, Any]] = {
        "age": 35,
        "nationality": "GB",
        "self_supporting": True,
        "clean_record": True,
        "other_proof": True,
    }
    # Six criteria with it, whatever the degree.
    SIX: ClassVar[dict[str, Any]] = {
        "languages": ["chinese", "english"],
        "graduate_years": 7,
        "reputable_years": 3,
        "sector_years": 3,
        "international_years": 0,
        "income_hkd": 0,
        "business": "none",
    }
    UNLISTED: ClassVar[dict[str, Any]] = {"listed_degree": "none", "stem": False}

    def ask(self, **told: Any) -> dict[str, Any]:
        return ask("hk-qmas-gpt", **self.PASSES, **(self.SIX | told))

    def test_proof_and_eight_criteria_are_a_review(self) -> None:
        answer = self.ask(degree="none", international_years=2, income_hkd=1_000_000)
        assert (answer["outcome"], answer["score"]) == ("review", 8)

    def test_a_degree_is_missing_where_it_alone_spares_the_review(self) -> None:
        answer = self.ask(**self.UNLISTED)
        assert (answer["outcome"], answer["score"], answer["missing"]) == ("open", 6, ["degree"])
        short = self.ask(**self.UNLISTED, sector_years=0)
        assert (short["outcome"], short["score"], short["missing"]) == ("falls-short", 5, [])

    def test_it_is_not_missing_where_a_review_is_out_of_reach_without_one(self) -> None:
        answer = self.ask(sector_years=0)
        assert (answer["least"], answer["most"]) == (5, 7)
        assert answer["missing"] == ["listed_degree", "stem"]

    def test_where_people_decide_in_any_case_it_is_not_missing(self) -> None:
        answer = ask("hk-qmas-apt", **self.PASSES, award=True)
        assert (answer["outcome"], answer["missing"]) == ("review", [])

    def test_rules_are_overdue_after_the_day_by_which_they_were_to_be_read(self) -> None:
        one = scheme("hk-qmas-gpt")
        edition = one.in_force(date(2026, 11, 22))
        assert edition is not None
        assert edition.review_by is not None
        for days, stale in ((0, False), (1, True)):
            on = edition.review_by + timedelta(days=days)
            assert assess(edition, read_facts({}, on), on).stale == stale


class TestUnsettled:
    @pytest.mark.parametrize("scheme", ["hk-qmas-gpt", "hk-qmas-apt"])
    def test_what_is_settled_since_is_told_no_more(self, scheme: str) -> None:
        """The table of 2015 took effect on 4 May 2015: several sources agree."""
        found = {point["id"] for point in ask(scheme, on="2015-05-04")["unsettled"]}
        assert "table-day-2015" not in found

    @pytest.mark.parametrize("scheme", ["hk-qmas-gpt", "hk-qmas-apt"])
    @pytest.mark.parametrize(
        ("nationality", "told"), [("CN", True), ("cn", True), ("HK", False), ("other", False)]
    )
    def test_who_holds_a_chinese_passport_hears_of_living_abroad(
        self, scheme: str, nationality: str, told: bool
    ) -> None:
        answer = ask(scheme, nationality=nationality, award=True)
        found = {point["id"]: point["text"] for point in answer["unsettled"]}
        assert ("chinese-abroad" in found) == told
        assert answer["outcome"] == ask(scheme, nationality="GB", award=True)["outcome"]
        if told:
            assert "permanent resident" in found["chinese-abroad"]

    @pytest.mark.parametrize(
        ("facts", "point"),
        [
            ({"languages": ["chinese"]}, "putonghua-cantonese"),
            ({"degree": "master", "listed_degree": "none"}, "business-school"),
            ({"degree": "master", "listed_degree": "master"}, "stem-fields"),
            ({"graduate_years": 2, "international_years": 2}, "international-meaning"),
            ({"income_hkd": 1000000}, "income-before-tax"),
            (
                {"business": "listed", "business_share": 10, "business_profit_hkd": 5000000},
                "listed-profit",
            ),
            # Four such years are four years of work, whether those were told or not.
            ({"reputable_years": 4}, "graduate-level"),
        ],
    )
    def test_what_no_source_settles_is_told(self, facts: dict[str, Any], point: str) -> None:
        found = {one["id"]: one["text"] for one in ask("hk-qmas-gpt", **facts)["unsettled"]}
        assert found[point]

    @pytest.mark.parametrize(
        ("facts", "told"),
        [
            ({"salary_vs_median": "below"}, True),
            ({"basic_salary_mop": 9000, "industry_median_mop": 12000}, True),
            ({"basic_salary_mop": 9000}, False),
        ],
    )
    def test_what_follows_from_answers_is_told_of_like_an_answer(
        self, facts: dict[str, Any], told: bool
    ) -> None:
        answer = ask("mo-technical", purpose="pending", employment="contract", **facts)
        assert ("which-median" in {point["id"] for point in answer["unsettled"]}) == told

    def test_an_age_that_follows_from_a_month_of_birth_is_told_of_like_an_age(self) -> None:
        of, on = scheme("hk-qmas-gpt"), date(2026, 11, 22)
        edition = of.editions[-1]
        point = Unsettled.model_validate(
            {"id": "over-fifty", "when": {"age": {"from": 51}}, "cite": edition.decision.cite}
        )
        asking = edition.model_copy(update={"unsettled": (point,)})
        for facts, told in (({"birth_date": "1975-11"}, True), ({"birth_date": "1976-01"}, False)):
            assert assess(asking, read_facts(facts, on), on).unsettled == ("over-fifty",) * told
        assert assess(asking, read_facts({}, on), on).unsettled == ()

    def test_what_may_or_may_not_touch_an_untold_answer_is_not_told(self) -> None:
        answer = ask("hk-qmas-gpt", reputable_years=1)
        assert "graduate-level" not in {point["id"] for point in answer["unsettled"]}

    def test_the_day_on_which_cambodians_were_admitted(self) -> None:
        answer = ask("hk-qmas-gpt", on="2019-03-01", nationality="kh")
        assert "nationality-day" in {point["id"] for point in answer["unsettled"]}
