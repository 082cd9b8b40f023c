"""The result as a screen: short, each thing once, and what could turn it never left out."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Literal

import pytest

from bot.telegram.screens import text_of
from bot.words.catalogue import words
from flows.assessing.doubts import turning
from flows.assessing.reasons import unsettled_points
from flows.dialogue import Place, Session, Tap, step
from flows.dialogue.session import Answer
from tests.shelf import enter, scheme
from tests.test_dialogue import LANGUAGES, begin, go
from tests.test_overlays import text

TODAY = date(2026, 11, 22)
# Past the day by which the rules were due to be read again, which is said as well.
OVERDUE = date(2027, 2, 1)
# A phone shows about as many letters at once; a result has a screen and a half.
LETTERS = {"en": 1000, "zh-Hant": 500, "zh-Hans": 500}
GPT, APT, MACAO = "hk-qmas-gpt", "hk-qmas-apt", "mo-technical"


def at_result(lot: random.Random, name: str, on: date, former: bool = False) -> Place:
    """Answer by lot, most prerequisites as they must be, until nothing more is asked."""
    place = begin(name, on)
    fixed = {"self_supporting": "yes", "clean_record": "holds", "nationality": "other"}
    fixed |= {"employment": "employed", "purpose": lot.choice(["first", "pending"])}
    for _ in range(60):
        asked, offered = place.standing.question, [c for c in place.reply.choices if not c.control]
        if place.standing.state == "early":
            place = step(place, Tap(lot.choice(["on", "enough"])), LANGUAGES)
        elif place.standing.state == "result" and former and not place.session.former:
            place = step(place, Tap("former"), LANGUAGES)
        elif place.standing.state != "asking" or asked is None:
            break
        elif lot.random() < 0.12 or not offered:
            place = step(place, Tap("unsure"), LANGUAGES)
        else:
            choice = fixed.get(asked, "") if lot.random() < 0.8 else ""
            known = {one.id for one in offered}
            chosen = choice if choice in known else lot.choice(offered).id
            place = step(place, Tap(chosen), LANGUAGES)
    return place


def drawn(lot: random.Random) -> dict[str, Any]:
    """Draw the answers of a person under the 12 criteria: exact, as bands, and not sure of."""
    years = lot.choice([1, 4.5, 12.5, {"from": 5}, {"from": 3, "below": 5}, None])
    degree = lot.choice(["none", "bachelor", "two-masters", "doctorate"])
    listed = {"none": ["none"], "bachelor": ["none", "bachelor"]}.get(degree, ["none", "master"])
    told = {
        "age": lot.choice([35, 51, {"from": 18, "below": 51}, None]),
        "nationality": lot.choice(["IN", "US", "CN", None]),
        "self_supporting": lot.choice([True, True, None]),
        "clean_record": lot.choice([True, True, None]),
        "degree": degree,
        "other_proof": lot.choice([True, None]),
        "listed_degree": lot.choice([*listed, None]),
        "stem": lot.choice([True, False, None]),
        "languages": lot.choice([["chinese", "english", "fr", "de", "es", "it"], ["en"], [], None]),
        "graduate_years": years,
        "income_hkd": lot.choice([850000, 123456789, {"from": 1000000}, None]),
        "business": lot.choice(["none", "unlisted", "listed", None]),
    }
    if told["languages"] == ["en"]:
        told["languages"] = ["english", "other"]
    most = years if isinstance(years, (int, float)) else 80
    for name in ("reputable_years", "sector_years", "international_years"):
        told[name] = lot.choice([one for one in (0, 0.5, 3.5, 12.5) if one <= most] + [None])
    if told["business"] in {"unlisted", "listed"}:
        told["business_share"] = lot.choice([5, 12.5, 55.5, {"from": 50}, None])
        told["business_profit_hkd"] = lot.choice([4999999, 12345678, {"from": 5000000}, None])
    return told


def told(facts: dict[str, Any], on: date = TODAY, pace: Literal["on", "enough"] = "on") -> Place:
    """Return the place of a person who told all this of the 12 criteria."""
    answers = tuple(Answer(name, value, settled=True) for name, value in facts.items())
    edition = scheme(GPT).in_force(on)
    assert edition is not None
    session = Session("en", agreed=True, scheme=GPT, edition=edition.day, revision=edition.revision)
    return enter(replace(session, answers=answers, pace=pace), on)


@cache
def many(on: date) -> tuple[Place, ...]:
    """Return many people who stand at a result under the 12 criteria."""
    lot = random.Random(20261122)  # noqa: S311 - which answers, no secret
    places = [told(drawn(lot), on) for _ in range(500)]
    return tuple(one for one in places if one.standing.state == "result")


def shown(place: Place, *, coming: bool = True) -> Iterator[tuple[str, str]]:
    """Yield each language, and the screen in it as Telegram shows it.

    What is told of `coming` rules can be left out: it comes on top while there are any on file.
    """
    for language in LANGUAGES:
        reply = enter(replace(place.session, language=language), place.on).reply
        if not coming:
            kept = tuple(one for one in reply.blocks if not one.text.id.startswith("rules-"))
            reply = replace(reply, blocks=kept)
        yield language, text_of(reply, language, words()).text


class TestLength:
    @pytest.mark.parametrize("on", [TODAY, OVERDUE], ids=str)
    def test_the_twelve_criteria_fit_a_screen_and_a_half(self, on: date) -> None:
        outcomes = set()
        for place in many(on):
            outcomes.add(place.standing.shown.outcome)
            for language, said in shown(place, coming=False):
                assert len(said) <= LETTERS[language], said
        assert outcomes >= {"open", "falls-short", "review", "meets"}

    @pytest.mark.parametrize(
        ("name", "on", "former", "times"),
        [
            (GPT, date(2020, 1, 1), False, 1.0),
            (GPT, date(2015, 6, 1), False, 1.0),
            (APT, TODAY, False, 0.6),
            (APT, date(2020, 1, 1), False, 0.6),
            # Long names of factors, and what replaced the route.
            (MACAO, TODAY, False, 1.3),
            (MACAO, date(2010, 1, 1), False, 1.1),
            (GPT, TODAY, True, 1.8),
        ],
    )
    def test_so_do_the_others(self, name: str, on: date, former: bool, times: float) -> None:
        lot = random.Random(7)  # noqa: S311
        states = []
        for _ in range(40):
            place = at_result(lot, name, on, former)
            states.append(place.standing.state)
            for language, said in shown(place):
                assert len(said) <= LETTERS[language] * times, said
        assert states.count("result") > 5

    def test_each_criterion_is_one_line_and_says_nothing_twice(self) -> None:
        for place in many(TODAY):
            lines = [
                words().render("en", block.text)
                for block in place.reply.blocks
                if block.kind == "item" and block.text.id.startswith("brief")
            ]
            assert len(lines) == 12
            for line in lines:
                name, _, value = line.partition(": ")
                assert "." not in name
                assert len(line) <= 80
                assert not value or value.rstrip(" *") not in name
            values = [one.partition(": ")[2].rstrip(" *") for one in lines]
            languages = [one for one in values if "Chinese" in one or "English" in one]
            assert len(languages) <= 1


BASE = {
    "age": 35,
    "nationality": "IN",
    "self_supporting": True,
    "clean_record": True,
    "degree": "bachelor",
    "languages": ["chinese", "english"],
    "graduate_years": 7,
    "reputable_years": 4,
    "sector_years": 2,
    "international_years": 0,
    "income_hkd": 850000,
    "business": "none",
}


class TestLines:
    def test_a_mark_a_name_and_how_far_it_is(self) -> None:
        said = text(told(BASE))
        assert "✓ Aged 50 or under: 35\n" in said
        assert "✗ 3 years in the specified sectors: 2 years\n" in said
        assert "✓ Two languages: Chinese and English\n✓ English\n" in said

    def test_what_is_not_sure_and_what_was_not_told_are_told_apart(self) -> None:
        facts = {**BASE, "reputable_years": None, "sector_years": 4, "international_years": 3}
        del facts["income_hkd"]
        said = text(told(facts, pace="enough"))
        assert "? 3 years in a multinational or reputable enterprise: not sure" in said
        assert "? Annual income of HK$1,000,000: not told" in said

    def test_an_answer_that_no_longer_applies_is_not_said_back(self) -> None:
        before = told({**BASE, "degree": "master", "listed_degree": "master", "stem": True})
        why = text(go(before, "why"))
        assert "✓ That degree in a STEM subject: " in why
        assert "Listed degree in STEM: Yes" in why
        after = told({**BASE, "degree": "bachelor", "stem": True})
        assert "stem" in after.session.raw
        assert "STEM: Yes" not in text(go(after, "why"))
        assert "\n✗ That degree in a STEM subject\n" in text(go(after, "why"))


class TestFirstStep:
    def test_who_meets_it_is_shown_what_to_do_next(self) -> None:
        assert "First, your documents: “What to do next”." in text(
            told({**BASE, "international_years": 3})
        )

    def test_the_one_thing_that_decides_is_to_be_found_out(self) -> None:
        facts = {**BASE, "reputable_years": None, "age": 51, "international_years": 3}
        place = told({**facts, "income_hkd": 1200000})
        assert place.standing.shown.missing == ("reputable_years",)
        assert "First find out: Reputable enterprises. With “3 years or more”" in text(place)

    def test_a_prerequisite_that_is_not_known_comes_first(self) -> None:
        said = text(told({**BASE, "clean_record": None, "nationality": None}))
        assert "First find out if these prerequisites are met: nationality, record." in said
        assert "Nearest" not in said

    def test_the_nearest_is_worked_for_and_not_owned(self) -> None:
        said = text(told({**BASE, "graduate_years": 4, "reputable_years": 1, "age": 51}))
        assert "Nearest: 5 years’ work at graduate or specialist level (4 years → 5" in said


# Of the base that meets 5 of 12, what is changed · the factors that are marked.
DOUBTS: list[tuple[dict[str, Any], set[str]]] = [
    # 5 of 12, and nothing that is unmet could be read as met.
    ({}, set()),
    # 6 of 12: each of these could be lost.
    ({"international_years": 3}, {"experience", "reputable-enterprise", "international"}),
    # A master's from a school that may be on the list: 5 could become 7.
    ({"degree": "master", "listed_degree": "none"}, {"listed-degree", "stem"}),
    # 7 of 12, of which 3 could be lost together.
    (
        {"international_years": 3, "sector_years": 5},
        {"experience", "reputable-enterprise", "international"},
    ),
    # Putonghua and Cantonese: 3 could become 4, which turns nothing.
    ({"languages": ["chinese"]}, set()),
    # The same with 4, which could become 5: English is not in doubt and makes no sixth.
    ({"languages": ["chinese"], "sector_years": 5}, set()),
    # With 5, which could become 6 by that alone.
    ({"languages": ["chinese"], "sector_years": 5, "income_hkd": 1200000}, {"two-languages"}),
]


class TestDoubts:
    @pytest.mark.parametrize(("changed", "marked"), DOUBTS, ids=lambda one: str(sorted(one))[:40])
    def test_those_that_could_turn_it_are_marked(
        self, changed: dict[str, Any], marked: set[str]
    ) -> None:
        place = told({**BASE, **changed})
        assert turning(place.standing.shown).factors == marked
        said = text(place)
        lines = [line for line in said.splitlines() if line.endswith(" *")]
        assert len(lines) == len(marked)
        assert ("* Not settled, may change this" in said) == bool(marked)

    def test_every_one_is_under_why(self) -> None:
        for place in many(TODAY)[:60]:
            points = unsettled_points(place.standing.shown)
            why = go(place, "why")
            for language, said in shown(why):
                for _, point in points:
                    assert words().render(language, point) in said

    def test_with_the_former_test_its_own_are_there_as_well(self) -> None:
        lot = random.Random(3)  # noqa: S311
        seen = set()
        for _ in range(30):
            place = at_result(lot, GPT, TODAY, former=True)
            if place.standing.former is None or place.standing.state != "result":
                continue
            why = text(go(place, "why"))
            for id_, point in unsettled_points(place.standing.former):
                seen.add(id_)
                assert words().render("en", point) in why
        assert "senior-role" in seen

    def test_a_nationality_whose_day_is_not_confirmed_is_told_on_the_stop_too(self) -> None:
        place = go(begin(GPT, date(2018, 12, 30)), 35, "KH")
        assert place.standing.state == "stopped"
        doubt = "The exact day on which nationals of this country were admitted is not confirmed."
        assert doubt in text(place)
        assert doubt in text(go(place, "why"))
        assert doubt not in text(go(begin(GPT, date(2018, 12, 30)), 35, "AF"))

    def test_a_stop_shows_its_rule_and_its_source(self) -> None:
        place = go(begin(GPT), 35, "AF")
        why = text(go(place, "why"))
        assert "✗ Nationality: " in why
        assert "[1] Immigration Department" in why
        assert "Aged 50" not in why, "nothing is counted"
        assert go(place, "why", "resume").standing.state == "stopped"

    def test_what_is_read_otherwise_never_turns_what_is_not_marked(self) -> None:
        """Read every touched criterion the other way: without a mark, no outcome changes."""
        for place in many(TODAY):
            result = place.standing.shown
            if turning(result).factors or result.least is None or result.most is None:
                continue
            touched = {
                "business-school": {"listed-degree", "stem"},
                "putonghua-cantonese": {"two-languages"},
                "graduate-level": {"experience"},
                "reputable-group": {"reputable-enterprise"},
                "international-meaning": {"international"},
                "income-before-tax": {"income"},
                "listed-influence": {"listed-company"},
                "list-of-the-day": {"listed-degree", "stem"},
                "stem-fields": {"stem"},
            }
            doubtful = {one for id_ in result.unsettled for one in touched.get(id_, set())}
            gain = sum(f.id in doubtful and f.met is False for f in result.factors)
            loss = sum(f.id in doubtful and f.met is True for f in result.factors)
            for end in (result.least, result.most):
                assert (end + gain >= 6) == (end - loss >= 6) == (end >= 6)


def test_a_point_that_touches_no_criterion_is_told_in_full() -> None:
    place = told({**BASE, "nationality": "CN"})
    assert turning(place.standing.shown).beside == ("chinese-abroad",)
    assert "· Chinese passport, living abroad? " in text(place)
