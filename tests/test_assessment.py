"""What an assessment says beside its sum: what is missing, and which points no source settles."""

from datetime import date
from typing import Any

import pytest

from flows.assessing.assess import Assessment, assess
from tests.shelf import read_facts, scheme

ON = date(2026, 11, 22)


def result(id_: str, on: date = ON, **facts: Any) -> Assessment:
    edition = scheme(id_).in_force(on)
    assert edition is not None
    return assess(edition, read_facts(facts, on), on)


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ({"nationality": "CN"}, ("chinese-abroad",)),
        ({"nationality": "GB"}, ()),
        ({}, ()),
        # What follows from a day of birth was told no less, and names no other nationality.
        ({"nationality": "CN", "birth_date": "1990-01-01"}, ("chinese-abroad",)),
        ({"nationality": "GB", "birth_date": "1990-01-01"}, ()),
        ({"birth_date": "1990-01-01"}, ()),
    ],
    ids=str,
)
def test_a_point_of_one_nationality_touches_nobody_else(
    told: dict[str, Any], points: tuple[str, ...]
) -> None:
    assert result("hk-qmas-gpt", **told).unsettled == points


def test_nothing_is_missing_where_no_answer_could_open_what_is_closed() -> None:
    closed = result("mo-technical")
    assert closed.outcome == "closed"
    assert closed.missing == ()
    assert closed.worth_asking != ()


def test_what_fails_is_told_with_what_it_rests_on() -> None:
    failing = result("hk-qmas-gpt", age=17, clean_record=True)
    assert failing.failed == ("age",)
    assert failing.failed_on == {"age"}
    assert result("hk-qmas-gpt", age=18).failed == ()
    assert result("hk-qmas-gpt", age=18).failed_on == frozenset()


def test_a_score_is_one_number_or_none() -> None:
    open_ = result("hk-qmas-gpt", age=35)
    assert (open_.least, open_.most, open_.score) == (1, 12, None)
    stopped = result("hk-qmas-gpt", age=17)
    assert (stopped.least, stopped.score) == (None, None)
