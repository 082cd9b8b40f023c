"""What a program tells of a person: what is read, and which sentence answers what is bad."""

import json
import math
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.words.catalogue import words
from flows.calendars import age_on
from flows.facts.codes import NATIONS, TONGUES
from flows.facts.from_json import read_day
from flows.facts.known import FactError, Facts, Span, Value
from flows.facts.vocabulary import Fact
from tests.shelf import read_facts, vocabulary

ON = date(2026, 11, 22)
# The first example builds tables of characters, which takes a while on a busy machine.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(facts: dict[str, Any], on: date = ON) -> Facts:
    return read_facts(facts, on)


def refused(facts: dict[str, Any], on: date = ON, lang: str = "en") -> str:
    with pytest.raises(FactError) as caught:
        read_facts(facts, on)
    return words().render(lang, caught.value.message)


def exactly(number: float) -> Span:
    """One number of a fact that allows fractions."""
    return Span(number, math.nextafter(number, math.inf), number)


def whole(low: int, below: int | None = None) -> Span:
    """One whole number, or those from one up to another."""
    return Span(low, low + 1, low) if below is None else Span(low, below)


READ: list[tuple[str, Any, Value]] = [
    ("age", 35, whole(35)),
    ("age", 35.0, whole(35)),
    ("age", 0, whole(0)),
    ("age", -0.0, whole(0)),
    ("age", 120, whole(120)),
    ("age", {"from": 35}, whole(35, 121)),
    ("age", {"below": 35}, whole(0, 35)),
    ("age", {"from": 30, "below": 40}, whole(30, 40)),
    ("age", {"from": 30, "below": None}, whole(30, 121)),
    ("age", {"from": 29.5, "below": 39.5}, whole(30, 40)),
    ("age", {"below": 121}, whole(0, 121)),
    ("children", 20.0, whole(20)),
    ("graduate_years", 7.5, exactly(7.5)),
    ("graduate_years", 80, exactly(80)),
    ("graduate_years", {"from": 5, "below": 10}, Span(5, 10)),
    ("graduate_years", {"from": 79.5}, Span(79.5, math.nextafter(80, math.inf))),
    ("business_share", 100, exactly(100)),
    ("income_hkd", 10**12, exactly(10**12)),
    ("income_hkd", 999_999.99, exactly(999_999.99)),
    ("business_profit_hkd", -(10**12), exactly(-(10**12))),
    ("clean_record", True, True),
    ("clean_record", False, False),
    ("degree", "two-masters", "two-masters"),
    ("nationality", "cn", "CN"),
    ("nationality", "Gb", "GB"),
    ("nationality", "Other", "other"),
    ("languages", [], frozenset()),
    ("languages", ["chinese", "english"], frozenset({"chinese", "english"})),
    ("languages", ["fr", "FR", "fr", "Chinese"], frozenset({"fr", "chinese"})),
    ("circumstances", [], frozenset()),
    ("circumstances", ["prison", "prison"], frozenset({"prison"})),
    ("last_change_on", "2026-08-20", Span(739848, 739849, 739848)),
    ("last_change_on", "2026-08", Span(739829, 739860)),
]


@pytest.mark.parametrize(("fact", "told", "value"), READ)
def test_a_fact_is_read(fact: str, told: Any, value: Value) -> None:
    found = read({fact: told})
    assert found.known[fact] == value
    assert found.told == {fact}


@pytest.mark.parametrize("fact", vocabulary())
def test_null_is_not_sure_and_says_nothing(fact: str) -> None:
    assert read({fact: None}) == read({})


@pytest.mark.parametrize("code", sorted(NATIONS))
def test_every_country_is_read_in_any_case(code: str) -> None:
    assert read({"nationality": code.lower()}) == read({"nationality": code})


def test_every_language_is_read() -> None:
    assert read({"languages": sorted(TONGUES)}).known["languages"] == TONGUES


NUMBER, WHOLE, AGE = "must be a number", "must be a whole number", "must be from 0 to 120"
FLAG, LIST, BAND = "must be true or false", "must be a list", 'a band has "from", "below" or both'
EMPTY, DAY = 'let "from" be smaller than "below"', "a day is written YYYY-MM-DD"
LANGUAGE, NATION = "chinese, english or an ISO 639-1 code", "an ISO 3166-1 alpha-2 code or other"
NO_DAY = "a day that no calendar has"
OPTION = "must be one of: none, bachelor"

# A fact, what was told of it, what the sentence calls it, and what it says is expected.
BAD: list[tuple[str, Any, str, str]] = [
    # another type
    ("age", True, "true", NUMBER),
    ("age", "35", '"35"', NUMBER),
    ("age", "", '""', NUMBER),
    ("age", [35], "[35]", NUMBER),
    ("income_hkd", "HK$1", '"HK$1"', NUMBER),
    ("graduate_years", [[[]]], "[[[]]]", NUMBER),
    ("self_supporting", 1, "1", FLAG),
    ("self_supporting", "yes", '"yes"', FLAG),
    ("self_supporting", {"from": 1}, '{"from": 1}', FLAG),
    ("degree", 3, "3", OPTION),
    ("degree", True, "true", OPTION),
    ("degree", ["master"], '["master"]', OPTION),
    ("degree", {"a": {"b": [1]}}, '{"a": {"b": [1]}}', OPTION),
    ("degree", "Master", '"Master"', OPTION),
    ("degree", "phd", '"phd"', OPTION),
    ("circumstances", "prison", '"prison"', LIST),
    ("circumstances", ["theft"], '"theft"', "must be one of: conviction, law-breach"),
    ("circumstances", [None], "null", "must be one of: conviction, law-breach"),
    # numbers out of bounds, and what is no number
    ("age", 35.5, "35.5", WHOLE),
    ("age", -1, "-1", AGE),
    ("age", 121, "121", AGE),
    ("age", 1e5, "100000", AGE),
    ("age", 10**400, "1" + "0" * 56 + "...", AGE),
    ("age", math.nan, "NaN", NUMBER),
    ("age", math.inf, "Infinity", NUMBER),
    ("age", -math.inf, "-Infinity", NUMBER),
    ("children", 21, "21", "from 0 to 20"),
    ("children", 2.5, "2.5", WHOLE),
    ("graduate_years", -0.1, "-0.1", "from 0 to 80"),
    ("senior_years", 80.01, "80.01", "from 0 to 80"),
    ("business_share", 101, "101", "from 0 to 100"),
    ("income_hkd", -1, "-1", "from 0 to 1,000,000,000,000"),
    ("income_hkd", 10**12 + 1, "1000000000001", "from 0 to 1,000,000,000,000"),
    ("income_hkd", float("1e400"), "Infinity", NUMBER),
    ("income_hkd", -(10**400), "-1" + "0" * 55 + "...", "from 0 to 1,000,000,000,000"),
    ("business_profit_hkd", -2e12, "-2000000000000", "from -1,000,000,000,000 to"),
    # bands
    ("age", {}, "{}", BAND),
    ("age", {"from": 30, "to": 40}, '{"from": 30, "to": 40}', BAND),
    ("age", {"From": 30}, '{"From": 30}', BAND),
    ("age", {"from": 40, "below": 30}, '{"from": 40, "below": 30}', EMPTY),
    ("age", {"from": 30, "below": 30}, '{"from": 30, "below": 30}', EMPTY),
    ("age", {"from": 30.2, "below": 30.8}, '{"from": 30.2, "below": 30.8}', EMPTY),
    ("age", {"below": 0}, '{"below": 0}', EMPTY),
    ("age", {"from": 121}, "121", AGE),
    ("age", {"below": 122}, "122", AGE),
    ("age", {"from": -1}, "-1", AGE),
    ("age", {"from": "30"}, '"30"', NUMBER),
    ("age", {"from": True}, "true", NUMBER),
    ("age", {"from": {"from": 30}}, '{"from": 30}', NUMBER),
    ("age", {"below": math.nan}, "NaN", NUMBER),
    ("graduate_years", {"below": 80.5}, "80.5", "from 0 to 80"),
    ("income_hkd", {"from": 10**400}, "1" + "0" * 56 + "...", "from 0 to 1,000,000,000,000"),
    # days
    ("birth_date", "1990-02-30", '"1990-02-30"', NO_DAY),
    ("birth_date", "1990-13", '"1990-13"', NO_DAY),
    ("birth_date", "1990-00-01", '"1990-00-01"', NO_DAY),
    ("birth_date", "2023-02-29", '"2023-02-29"', NO_DAY),
    ("birth_date", "1990", '"1990"', DAY),
    ("birth_date", "1990-2-3", '"1990-2-3"', DAY),
    ("birth_date", "19900203", '"19900203"', DAY),
    ("birth_date", "1990-W01-1", '"1990-W01-1"', DAY),
    ("birth_date", "1990-02-03T00:00", '"1990-02-03T00:00"', DAY),
    ("birth_date", "1990-02-03\n", '"1990-02-03\\n"', DAY),
    ("birth_date", "１９９０-02-03", '"１９９０-02-03"', DAY),
    ("birth_date", "٢٠٠٠-٠١-٠١", '"٢٠٠٠-٠١-٠١"', DAY),
    ("birth_date", "0000-01-01", '"0000-01-01"', NO_DAY),
    ("birth_date", 19900203, "19900203", DAY),
    ("birth_date", {"from": 0}, "0", DAY),
    ("birth_date", {"from": ""}, '""', DAY),
    ("birth_date", {"from": False, "below": "1990-01-01"}, "false", DAY),
    ("last_change_on", {"since": "2026-01-01"}, '{"since": "2026-01-01"}', BAND),
    ("last_change_on", {"from": "2026-02", "below": "2026-01"}, '"2026-02"', EMPTY),
    # languages and countries
    ("languages", "chinese", '"chinese"', LIST),
    ("languages", {"chinese": True}, '{"chinese": true}', LIST),
    ("languages", ["chinese", "zh"], '"zh"', LANGUAGE),
    ("languages", ["en"], '"en"', LANGUAGE),
    ("languages", ["EN"], '"EN"', LANGUAGE),
    ("languages", ["xx"], '"xx"', LANGUAGE),
    ("languages", ["french"], '"french"', LANGUAGE),
    ("languages", [None], "null", LANGUAGE),
    ("languages", [["fr"]], '["fr"]', LANGUAGE),
    ("languages", ["\u212ao"], '"\u212ao"', LANGUAGE),
    ("nationality", "xx", '"xx"', NATION),
    ("nationality", "UK", '"UK"', NATION),
    ("nationality", "CHN", '"CHN"', NATION),
    ("nationality", "", '""', NATION),
    ("nationality", "ın", '"ın"', NATION),
    ("nationality", "ß", '"ß"', NATION),
    ("nationality", ["CN"], '["CN"]', NATION),
    # what would break the line, or turn it round
    ("degree", "a\nb\x00\x1b[31m", '"a\\nb\\u0000\\u001b[31m"', OPTION),
    ("degree", "\u202emaster\u2028", '"?master?"', OPTION),
    ("degree", "\ud800", '"?"', OPTION),
    ("degree", "x" * 1000, '"' + "x" * 56 + "...", OPTION),
]


@pytest.mark.parametrize(("fact", "told", "found", "expected"), BAD)
def test_a_bad_fact_is_named_with_what_was_found_and_what_is_expected(
    fact: str, told: Any, found: str, expected: str
) -> None:
    sentence = refused({fact: told})
    assert sentence.startswith(f'"{fact}" ')
    assert f" {found}, " in sentence or found in sentence.split(", but ")[0]
    assert expected in sentence


@pytest.mark.parametrize("lang", words().languages)
def test_every_error_is_one_sentence_in_every_language(lang: str) -> None:
    for fact, told, found, _ in BAD:
        sentence = refused({fact: told}, lang=lang)
        assert sentence.isprintable()
        assert sentence.endswith((".", "。"))
        assert fact in sentence
        assert found in sentence


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("wage", '"wage"'),
        ("Age", '"Age"'),
        ("", '""'),
        ("a\nb\u202e", '"a?b?"'),
        ("x" * 100, f'"{"x" * 57}..."'),
    ],
)
def test_an_unknown_fact_is_named(name: str, shown: str) -> None:
    for value in (1, None):
        assert refused({name: value}) == f"{shown} is not a fact; `yauchoi facts` lists them."


class TestBirth:
    @pytest.mark.parametrize(
        ("born", "on", "age"),
        [
            ("1990-11-22", "2026-11-22", 36),
            ("1990-11-23", "2026-11-22", 35),
            ("2026-11-22", "2026-11-22", 0),
            ("1906-11-22", "2026-11-22", 120),
            # Someone born on 29 February grows older on 1 March.
            ("1988-02-29", "2023-02-28", 34),
            ("1988-02-29", "2023-03-01", 35),
            ("1988-02-29", "2024-02-28", 35),
            ("1988-02-29", "2024-02-29", 36),
            ("1988-02-29", "2100-02-28", 111),
            ("1988-02-29", "2100-03-01", 112),
        ],
    )
    def test_a_day_gives_the_age(self, born: str, on: str, age: int) -> None:
        found = read({"birth_date": born}, date.fromisoformat(on))
        assert found.known["age"] == whole(age)
        assert found.told == {"birth_date"}

    @pytest.mark.parametrize("month", ["1988-02", "1987-02", "1990-04", "1990-12", "1990-01"])
    @pytest.mark.parametrize("year", [2023, 2024])
    def test_a_month_leaves_each_age_possible_that_a_day_of_it_gives(
        self, month: str, year: int
    ) -> None:
        born = date.fromisoformat(f"{month}-01")
        days = [born.replace(day=1 + i) for i in range(monthrange(born.year, born.month)[1])]
        first = date(year, born.month, 1) - timedelta(days=2)
        for on in (first + timedelta(days=i) for i in range(35)):
            ages = sorted({age_on(day, on) for day in days})
            found = read({"birth_date": month}, on).known["age"]
            assert found == (whole(*ages) if len(ages) == 1 else whole(ages[0], ages[-1] + 1))

    def test_the_month_of_birth_itself(self) -> None:
        assert read({"birth_date": "2026-11"}).known["age"] == whole(0)
        assert read({"birth_date": "2026-11"}, date(2026, 11, 1)).known["age"] == whole(0)

    def test_of_the_ages_of_a_month_those_within_bounds_are_left(self) -> None:
        assert read({"birth_date": "1905-11"}).known["age"] == whole(120)

    @pytest.mark.parametrize(
        ("born", "age"),
        [
            ({"from": "1985-11-23", "below": "1990-11-23"}, whole(36, 41)),
            ({"from": "2000-01"}, whole(0, 27)),
            ({"below": "1990-01"}, whole(36, 121)),
        ],
    )
    def test_a_stretch_of_days_leaves_its_ages(self, born: Any, age: Span) -> None:
        assert read({"birth_date": born}).known["age"] == age

    @pytest.mark.parametrize(
        ("told", "left"),
        [(35, whole(35)), (36, whole(36)), ({"from": 36, "below": 50}, whole(36))],
    )
    def test_an_age_that_agrees_narrows_a_month(self, told: Any, left: Span) -> None:
        age = read({"birth_date": "1990-11", "age": told}).known["age"]
        assert isinstance(age, Span)
        assert (age.lo, age.hi) == (left.lo, left.hi)

    @pytest.mark.parametrize(
        ("age", "born", "found", "expected"),
        [
            (35, "1990-11-22", "35", "makes it 36"),
            (34, "1990-11", "34", 'makes it {"from": 35, "below": 37}'),
            (37, "1990-11", "37", 'makes it {"from": 35, "below": 37}'),
            ({"below": 30}, "1990-01", '{"below": 30}', "makes it 36"),
            ({"from": 37}, "1990-01-01", '{"from": 37}', "makes it 36"),
        ],
    )
    def test_an_age_that_disagrees(self, age: Any, born: str, found: str, expected: str) -> None:
        for facts in ({"age": age, "birth_date": born}, {"birth_date": born, "age": age}):
            sentence = refused(facts)
            assert f'"age" is {found}, ' in sentence
            assert expected in sentence

    @pytest.mark.parametrize("born", ["2026-11-23", "2026-12", "9999-12-31", "9999-12"])
    def test_nobody_applies_before_birth(self, born: str) -> None:
        sentence = refused({"birth_date": born})
        assert sentence.startswith('"birth_date" ')
        assert "after the day of application, 22 November 2026" in sentence

    @pytest.mark.parametrize("born", ["1800-01-01", "0001-01-01", "1905-10"])
    def test_nobody_is_older_than_120(self, born: str) -> None:
        assert "older than 120" in refused({"birth_date": born})


# Where a salary certainly lies beside the median; None where both are possible.
BESIDE: list[tuple[Any, Any, str | None]] = [
    (20000, 20000, "at-or-above"),
    (20000.5, 20000, "at-or-above"),
    (19999.99, 20000, "below"),
    ({"from": 20000}, 20000, "at-or-above"),
    ({"below": 20000}, 20000, "below"),
    ({"below": 20000.01}, 20000, None),
    (20000, {"below": 20000}, "at-or-above"),
    (20000, {"from": 20000}, None),
    (19999, {"from": 20000}, "below"),
    (20000, {"from": 15000, "below": 25000}, None),
]


@pytest.mark.parametrize(("salary", "median", "beside"), BESIDE)
def test_a_salary_is_compared_with_the_median(salary: Any, median: Any, beside: str | None) -> None:
    told = {"basic_salary_mop": salary, "industry_median_mop": median}
    assert read(told).known.get("salary_vs_median") == beside


# What bounds, what it bounds, and whether they agree.
AGREE: list[tuple[Any, Any, bool]] = [
    (3, 3, True),
    (3, 2.99, True),
    (3, 3.01, False),
    (0, 0, True),
    (0, 0.5, False),
    (None, 80, True),
    (3, {"from": 2, "below": 10}, True),
    (3, {"from": 3}, True),
    (3, {"from": 3.5}, False),
    ({"from": 1, "below": 3}, 2.99, True),
    ({"from": 1, "below": 3}, 3, False),
    ({"from": 1, "below": 3}, {"from": 2.5, "below": 9}, True),
    ({"from": 1, "below": 3}, {"from": 3, "below": 9}, False),
    ({"from": 5}, 40, True),
]
PARTS = [fact for fact in vocabulary().values() if fact.at_most == "graduate_years"]


class TestBoundEachOther:
    def test_four_kinds_of_years_are_graduate_years(self) -> None:
        assert [fact.id for fact in PARTS] == [
            "senior_years",
            "international_years",
            "reputable_years",
            "sector_years",
        ]

    @pytest.mark.parametrize("part", PARTS, ids=lambda fact: fact.id)
    @pytest.mark.parametrize(("all_of_it", "part_of_it", "agree"), AGREE)
    def test_no_years_above_graduate_years(
        self, part: Fact, all_of_it: Any, part_of_it: Any, agree: bool
    ) -> None:
        facts = {"graduate_years": all_of_it, part.id: part_of_it}
        for told in (facts, dict(reversed(facts.items()))):
            if agree:
                found = read(told).known
                bound, mine = found["graduate_years"], found[part.id]
                assert isinstance(bound, Span)
                assert isinstance(mine, Span)
                assert mine.lo <= bound.lo < bound.hi
                assert mine.hi <= bound.hi
            else:
                sentence = refused(told)
                assert sentence.startswith(f'"{part.id}" is {_as_json(part_of_it)}, above')
                assert f'"graduate_years", which is {_as_json(all_of_it)};' in sentence

    def test_years_left_out_carry_what_the_others_say(self) -> None:
        known = read({"senior_years": 5, "sector_years": {"from": 2, "below": 9}}).known
        assert known["graduate_years"] == Span(5, math.nextafter(80, math.inf))
        assert "international_years" not in known

    @pytest.mark.parametrize("listed", ["listed_degree", "renowned_degree"])
    @pytest.mark.parametrize("degree", vocabulary()["degree"].options)
    @pytest.mark.parametrize("own", vocabulary()["listed_degree"].options)
    def test_no_listed_degree_above_the_degree(self, listed: str, degree: str, own: str) -> None:
        facts = vocabulary()
        if facts[listed].level(own) <= facts["degree"].level(degree):
            assert read({"degree": degree, listed: own}).known[listed] == own
        else:
            sentence = refused({listed: own, "degree": degree})
            assert sentence.startswith(f'"{listed}" is "{own}", above "degree"')
            assert f'which is "{degree}";' in sentence

    def test_a_listed_degree_alone_leaves_the_degrees_that_reach_it(self) -> None:
        known = read({"listed_degree": "doctorate"}).known
        assert known["degree"] == frozenset({"doctorate", "two-doctorates"})

    @pytest.mark.parametrize(
        "facts",
        [
            {"age": 17, "graduate_years": 10},
            {"age": 0, "degree": "doctorate", "children": 20},
            {"business": "none", "business_share": 100, "business_profit_hkd": 1},
            {"stem": True, "listed_degree": "none"},
            {"degree": "doctorate", "other_proof": True},
        ],
    )
    def test_nothing_else_is_cross_checked(self, facts: dict[str, Any]) -> None:
        assert read(facts).told == facts.keys()


def _as_json(value: Any) -> str:
    return json.dumps(value)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-02", "20261122", "2026-W01-1", "2026-1-1", "２０２６-01-01", ""]
)
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says it in words
        read_day(text)


@unhurried
@given(some.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(["from", "below", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@unhurried
@given(some.dictionaries(some.sampled_from(sorted(vocabulary())), JSON, max_size=4))
def test_any_json_is_read_or_refused_with_a_sentence(facts: dict[str, Any]) -> None:
    try:
        found = read(facts)
    except FactError as error:
        sentence = words().render("en", error.message)
        assert sentence.isprintable()
        assert sentence.endswith(".")
    else:
        assert found.told == {name for name, value in facts.items() if value is not None}
        for value in found.known.values():
            assert not isinstance(value, Span) or value.lo < value.hi
