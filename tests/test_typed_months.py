"""A typed month is that month, of birth or of applying; what it leaves open is asked back."""

from datetime import date

import pytest

from bot.words.catalogue import words
from flows.dialogue import Place, Say, Session, Tap, step
from flows.dialogue.reading import RefusedError, born
from flows.dialogue.session import Answer
from flows.facts.typed_months import read_month
from flows.message import Month
from tests.shelf import LIBRARY, enter, scheme

ON = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2027-05", (2027, 5)),
        ("２０２７－０５", (2027, 5)),
        ("2027/5", (2027, 5)),
        ("05/2027", (2027, 5)),
        ("2027-05-31", (2027, 5)),
        ("2027-04-31", None),
        ("2027-02-29", None),
        ("2028-02-29", (2028, 2)),
        ("2027-13", None),
        ("2027-00", None),
        ("May 2027", (2027, 5)),
        ("May 2027.", (2027, 5)),
        ("12 May 2027", (2027, 5)),
        ("May 12, 2027", (2027, 5)),
        ("31 June 2027", None),
        ("12 May 13, 2027", None),
        ("may", (2027, 5)),
        ("December", (2026, 12)),
        ("may be", None),
        ("mayor", None),
        ("2027年5月", (2027, 5)),
        ("2027年5月31日", (2027, 5)),
        ("2027年6月31日", None),
        ("明年5月", (2027, 5)),
        ("出年五月", (2027, 5)),
        ("十二月", (2026, 12)),
        ("3月。", (2027, 3)),
        ("next month", (2026, 12)),
        ("下個月", (2026, 12)),
        ("下个月", (2026, 12)),
        # no month, or two of them
        ("明年", None),
        ("3/11/2026", None),
        ("5", None),
        ("2027", None),
        ("18個月", None),
    ],
)
def test_a_month(text: str, month: tuple[int, int] | None) -> None:
    assert read_month(text, ON) == (Month(*month) if month else None)


def test_the_month_after_december_is_january() -> None:
    assert read_month("next month", date(2026, 12, 31)) == Month(2027, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [("1988-05", "1988-05"), ("1988-05-12", "1988-05-12"), ("May 1988", "1988-05")],
)
def test_a_birth_is_told_with_its_year(text: str, told: str) -> None:
    assert born(LIBRARY.vocabulary, Say(text), ON) == told


@pytest.mark.parametrize("text", ["May", "November", "今年3月", "1850-01", "2099-01", "1988-02-30"])
def test_a_birth_without_its_year_or_in_no_possible_one_is_asked_back(text: str) -> None:
    with pytest.raises(RefusedError):
        born(LIBRARY.vocabulary, Say(text), ON)


def course() -> Place:
    """The screen on how a result moves."""
    edition = scheme("hk-qmas-gpt").in_force(ON)
    assert edition is not None
    told = {"age": 38, "nationality": "other", "self_supporting": True, "clean_record": True}
    told |= {"degree": "bachelor", "languages": ["chinese"], "business": "none", "income_hkd": 0}
    told |= dict.fromkeys(["graduate_years", "reputable_years"], 0)
    session = Session(
        "en", True, "hk-qmas-gpt", edition.day, edition.revision,
        tuple(Answer(fact, value) for fact, value in told.items()),
    )  # fmt: skip
    return step(enter(session, ON), Tap("when"), words().languages)


def test_a_month_of_birth_that_is_taken_is_said_to_be() -> None:
    place = course()
    assert place.standing.state == "when"
    after = step(place, Say("May 1988"), words().languages)
    assert after.session.raw["birth_date"] == "1988-05"
    assert words().render("en", after.reply.blocks[0].text) == (
        "Your month of birth is noted: May 1988."
    )
