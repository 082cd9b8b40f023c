"""`yauchoi advise` and `yauchoi forecast`: lines in, lines out, in the outer form."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.commands.lines import Case, Lines
from bot.commands.outlooks import Adviser, Forecaster
from bot.words.catalogue import words
from flows.facts.typed_months import read_month
from flows.library import Scheme
from flows.message import Messages, Month, say
from tests.shelf import LIBRARY, read_facts, read_scheme

ON = date(2026, 11, 22)
SOUND = {
    "nationality": "IN",
    "self_supporting": True,
    "clean_record": True,
    "degree": "bachelor",
    "listed_degree": "none",
    "stem": False,
    "languages": ["chinese"],
    "graduate_years": 4,
    "reputable_years": 1,
    "sector_years": 2,
    "international_years": 0,
    "income_hkd": 1200000,
    "business": "none",
}


def answer(kind: type[Lines], facts: dict[str, Any], language: str = "en", **case: Any) -> Any:
    line = {"case": "x", "scheme": "hk-qmas-gpt", "facts": facts} | case
    text, _ = kind(LIBRARY, words(), language, ON).line(json.dumps(line).encode())
    return json.loads(text)


def demo(root: Path, **last: str) -> Scheme:
    """Copy the made-up scheme, with lines added to its last edition."""
    shutil.copytree(Path(__file__).parent / "demo" / "zz-demo", root / "zz-demo")
    path = root / "zz-demo" / "2022-01-01.yaml"
    lines = "".join(f"{key}: {value}\n" for key, value in last.items())
    path.write_text(path.read_text("utf-8") + lines, "utf-8")
    return read_scheme(root / "zz-demo")


def case(of: Scheme, facts: dict[str, Any], on: date) -> Case:
    edition = of.in_force(on)
    assert edition is not None
    return Case("x", edition, read_facts(facts, on), on, facts)


def test_advice_in_its_outer_form() -> None:
    told = answer(Adviser, SOUND | {"age": 35})
    assert list(told) == [
        "case",
        "outcome",
        "score",
        "threshold",
        "short_by",
        "fewest",
        "sets",
        "certificate",
    ]
    assert (told["outcome"], told["score"], told["short_by"]) == ("falls-short", 2, 4)
    assert told["fewest"] == 3
    assert told["sets"][0] == {
        "changes": [
            {"fact": "languages", "from": ["chinese"], "to": ["chinese", "english"]},
            {"fact": "graduate_years", "from": 4, "to": 5},
            {"fact": "sector_years", "from": 2, "to": 3},
        ],
        "score": 6,
    }
    assert told["certificate"] == (
        "It takes 3 changes together: one fewer adds at most 3, and you need 4 more criteria."
    )


@pytest.mark.parametrize(
    ("facts", "language", "certificate"),
    [
        ({"languages": ["english", "fr"], "graduate_years": 5, "sector_years": 3}, "en",
         words().text("en", "certificate-criteria-none")),
        ({"languages": ["english", "fr"], "graduate_years": 5}, "en",
         "One change is enough: you need 1 criterion more."),
        ({"languages": ["english"], "graduate_years": 5}, "zh-Hant",
         "只改變一項並不足夠：最多只能多符合1項準則，而你尚欠2項。同時改變兩項便足夠。"),
        ({"clean_record": False}, "zh-Hans",
         None),
    ],
)  # fmt: skip
def test_the_proof_in_words(facts: dict[str, Any], language: str, certificate: str | None) -> None:
    told = answer(Adviser, SOUND | {"age": 35} | facts, language)["certificate"]
    failed = words().text(language, "failed-hk-criteria-record")
    blocked = words().text(language, "certificate-blocked", failed=failed)
    assert told == (certificate or blocked)


CLOSE = SOUND | {
    "age": 35,
    "languages": ["english", "fr"],
    "graduate_years": 5,
    "sector_years": 2,
}


@pytest.mark.parametrize(
    ("facts", "proof", "count"),
    [
        # A year in the sectors alone would add one, and a condition would still be open.
        ({"self_supporting": None}, "unsure", 2),
        ({"self_supporting": None, "sector_years": 3}, "unsure", 1),
        ({"age": {"from": 10, "below": 20}}, "unsure", 2),
        # Means alone would mend the condition, and one criterion would still be missing.
        ({"self_supporting": False}, "mended", 2),
        ({"self_supporting": False, "sector_years": 3}, "mended", 1),
    ],
)
def test_the_proof_says_no_more_of_conditions_than_is_known(
    facts: dict[str, Any], proof: str, count: int
) -> None:
    told = answer(Adviser, CLOSE | facts)
    assert told["fewest"] == count
    assert told["certificate"] == words().text("en", f"certificate-{proof}", count=count)
    assert proof != "mended" or count == 1 or "or the threshold" in told["certificate"]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"clean_record": None, "self_supporting": False}, ["clean_record"]),
        # An income that is not known can be among the changes.
        ({"age": 17, "nationality": None, "income_hkd": None}, ["nationality"]),
        # So can years of work: they may be none, and wait as long as they must.
        ({"nationality": None, "graduate_years": None}, ["nationality"]),
        ({"age": None, "graduate_years": None, "languages": ["english"]}, ["age"]),
    ],
)
def test_nobody_is_told_that_nothing_helps_while_something_is_not_known(
    facts: dict[str, Any], named: list[str]
) -> None:
    told = answer(Adviser, CLOSE | facts)
    assert told["fewest"] is None
    untold = Messages(tuple(say(f"fact-{name}") for name in named))
    assert told["certificate"] == words().text("en", "certificate-untold", facts=untold)


def test_a_forecast_in_its_outer_form() -> None:
    facts = SOUND | {"birth_date": "1975-12-12", "languages": ["chinese", "english"]}
    told = answer(Forecaster, facts, on="2024-11-22")
    assert list(told) == ["case", "from", "to", "events"]
    assert (told["from"], told["to"]) == ("2024-11-22", "2034-11-22")
    assert told["events"][0] == {
        "on": "2024-11-22",
        "score": 4,
        "least": 4,
        "most": 4,
        "outcome": "falls-short",
        "because": [],
    }
    # By the rules of that day; others may follow them.
    known = [event for event in told["events"][1:] if "edition" not in event]
    assert [(event["on"], event["score"], event["because"]) for event in known] == [
        ("2025-11-22", 6, ["graduate_years", "sector_years"]),
        ("2026-11-22", 7, ["reputable_years"]),
        ("2026-12-12", 6, ["age"]),
    ]


def test_a_forecast_names_the_rules_from_the_day_on_which_they_are_others() -> None:
    facts = {"demo_years": 1, "demo_colour": "green", "demo_member": True}
    told = answer(Forecaster, facts, scheme="zz-demo", on="2021-06-01")
    assert told["events"] == [
        {
            "on": "2021-06-01",
            "score": 5,
            "least": 5,
            "most": 5,
            "outcome": "falls-short",
            "because": [],
        },
        {
            "on": "2022-01-01",
            "score": 2,
            "least": 2,
            "most": 2,
            "outcome": "meets",
            "because": ["edition"],
            "edition": "2022-01-01",
            "threshold": 2,
            "maximum": 3,
        },
        {
            "on": "2023-06-01",
            "score": 3,
            "least": 3,
            "most": 3,
            "outcome": "meets",
            "because": ["demo_years"],
            "edition": "2022-01-01",
            "threshold": 2,
            "maximum": 3,
        },
    ]


def test_where_no_rules_follow_the_forecast_ends_with_them(tmp_path: Path) -> None:
    facts = {"demo_years": 1, "demo_colour": "green", "demo_member": True}
    of = demo(tmp_path, until="2022-12-31")
    told = Forecaster(LIBRARY, words(), "en", ON).report(case(of, facts, date(2021, 6, 1)))
    assert [event["on"] for event in told["events"]] == ["2021-06-01", "2022-01-01", "2023-01-01"]
    assert told["events"][-1] == {
        "on": "2023-01-01",
        "score": None,
        "least": None,
        "most": None,
        "outcome": "closed",
        "because": ["edition"],
        "edition": None,
        "threshold": None,
        "maximum": None,
    }


@pytest.mark.parametrize("kind", [Adviser, Forecaster])
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"[]", "object"),
        (b'{"scheme": "hk-qmas"}', "hk-qmas"),
        (b'{"scheme": "hk-qmas-gpt", "facts": {"age": 130}}', "130"),
    ],
)
def test_a_bad_line_is_answered_in_its_place(kind: type[Lines], line: bytes, sentence: str) -> None:
    text, sound = kind(LIBRARY, words(), "en", ON).line(line)
    assert not sound
    assert sentence in json.loads(text)["error"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-05", (2027, 5)),
        ("2027/5", (2027, 5)),
        ("05.2027", (2027, 5)),
        ("May 2027", (2027, 5)),
        ("sept. 2028", (2028, 9)),
        ("may", (2027, 5)),
        ("December", (2026, 12)),
        ("november", (2026, 11)),
        ("2027年5月", (2027, 5)),
        ("明年五月", (2027, 5)),
        ("下年12月", (2027, 12)),
        ("十二月", (2026, 12)),
        ("5月份", (2027, 5)),
        ("1985-05-12", (1985, 5)),
        ("1985年5月12日", (1985, 5)),
        ("12 May 1985", (1985, 5)),
        ("May 12, 1985", (1985, 5)),
        ("2027-13", None),
        ("soon", None),
        ("maybe", None),
        ("0000-05", None),
        ("9999-12", None),
        ("", None),
    ],
)
def test_months_as_people_write_them(typed: str, meant: tuple[int, int] | None) -> None:
    assert read_month(typed, ON) == (None if meant is None else Month(*meant))


@pytest.mark.parametrize("typed", ["December", "今年12月", "May", "明年5月", "後年二月"])
def test_the_calendar_may_end_before_a_typed_month(typed: str) -> None:
    assert read_month(typed, date(9999, 12, 1)) is None


@pytest.mark.parametrize("language", words().languages)
@pytest.mark.parametrize("on", ["2007-06-01", "2016-05-01", "2024-10-31", "2026-11-22"])
def test_a_door_that_was_not_told_of_is_advised_on(on: str, language: str) -> None:
    told = answer(Adviser, SOUND | {"age": 35}, language, scheme="hk-qmas-apt", on=on)
    assert (told["outcome"], told["fewest"]) == ("open", 1)
    assert told["certificate"] == words().render(language, say("certificate-door", count=1))
