"""Answers: each read once, several taken together or not at all, and none lost on the way."""

import json
from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest

from flows.assessing.assess import assess
from flows.dialogue import Answer, Editing, Place, Say, Session, Tap, Tell, fold, step, steps
from flows.dialogue.session import UNREAD, Over, Trying, dump_at, load_at
from flows.facts import from_json
from flows.facts.known import Span
from tests.shelf import LIBRARY, enter
from tests.test_dialogue import LANGUAGES, TODAY, begin, go, says

TOLD = (35, "other", "yes", "holds", "bachelor")


class TestOnce:
    @pytest.fixture(autouse=True)
    def _counting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counted: Counter[str] = Counter()
        monkeypatch.setattr(from_json, "read_value", self._count("read", from_json.read_value))
        monkeypatch.setattr(fold, "assess", self._count("assessed", assess))
        monkeypatch.setattr(steps, "stand", self._count("folded", fold.stand))

    def _count(self, what: str, work: Any) -> Any:
        def counting(*args: Any) -> Any:
            self.counted[what] += 1
            return work(*args)

        return counting

    def took(self, place: Place, event: Tap | Say | Tell) -> Place:
        """Take a step and count from nothing."""
        self.counted.clear()
        after = step(place, event, LANGUAGES)
        assert after.reply
        return after

    @pytest.mark.parametrize("event", [Tap("chinese"), Say("Chinese, English")])
    def test_a_step_reads_the_new_answer_alone_and_folds_once(self, event: Tap | Say) -> None:
        after = self.took(go(begin("hk-qmas-gpt"), *TOLD), event)
        assert len(after.session.answers) == len(TOLD) + 1
        assert self.counted == {"read": 1, "assessed": 1, "folded": 1}

    def test_what_is_refused_reads_and_folds_nothing(self) -> None:
        self.took(go(begin("hk-qmas-gpt"), *TOLD), Say("Atlantis"))
        assert self.counted == {}

    def test_a_form_reads_each_of_its_answers_once(self) -> None:
        self.took(begin("hk-qmas-gpt"), Tell({"age": 35, "nationality": "other", "stem": None}))
        assert self.counted == {"read": 2, "assessed": 1, "folded": 1}

    def test_whoever_comes_back_is_read_once(self) -> None:
        stored = go(begin("hk-qmas-gpt"), *TOLD).session.dump()
        self.counted.clear()
        place = enter(Session.load(json.loads(json.dumps(stored))), TODAY)
        assert self.counted == {"read": len(TOLD), "assessed": 1, "folded": 1}
        self.took(place, Tap("resume"))
        assert self.counted == {"assessed": 1, "folded": 1}


class TestAsTold:
    def test_an_answer_is_the_same_read_or_not(self) -> None:
        read = Answer("age", 35).read(LIBRARY.vocabulary)
        assert read == Answer("age", 35)
        assert read.value == Span(35, 36, 35)
        assert Answer("age", 35).value is UNREAD
        assert "35" not in repr(Session(answers=(read,))).replace("as_told=35", "")

    def test_what_was_told_leaves_as_it_came(self) -> None:
        told = {"age": {"from": 18, "below": 51}, "degree": "master", "languages": ["fr", "EN"]}
        place = step(begin("hk-qmas-gpt"), Tell(told | {"languages": ["fr"]}), LANGUAGES)
        assert place.session.raw == told | {"languages": ["fr"]}

    @pytest.mark.parametrize("value", ["old", {"from": 3, "below": 2}, [], 1e9])
    def test_what_was_stored_and_cannot_be_read_is_left_out(self, value: Any) -> None:
        stored = go(begin("hk-qmas-gpt"), *TOLD).session.dump()
        stored["answers"][0][1] = value
        place = enter(Session.load(stored), TODAY)
        assert says(place)[0] == "notice-dropped"
        assert place.session.answer("age") is None
        assert place.standing.question == "age"
        # While a language is chosen no answer is needed, and none is left out unseen.
        choosing = enter(Session.load(stored | {"at": "language"}), TODAY)
        assert choosing.session.raw["age"] == value
        assert says(step(choosing, Tap("en"), LANGUAGES))[0] == "notice-dropped"

    def test_an_answer_taken_leaves_the_rest_of_a_session_alone(self) -> None:
        full = Session(
            "en", True, "hk-qmas-gpt", TODAY, 3, (Answer("age", 1),), "on", True,
            Over("when", "2027-01"), (Answer("age", 2),), (Answer("age", 3),),
        )  # fmt: skip
        assert all(getattr(full, one.name) != one.default for one in fields(Session))
        answers = (*full.answers, Answer("stem", True))
        assert full.answered(answers[-1]) == replace(full, answers=answers)
        again = replace(full, at=Editing("age"), pace="enough").answered(Answer("age", 4))
        assert again == replace(full, at=None, pace="", answers=(Answer("age", 4),))


class TestSeveral:
    def test_they_are_taken_together(self) -> None:
        told = {"age": 35, "nationality": "other", "self_supporting": True, "clean_record": None}
        place = step(begin("hk-qmas-gpt"), Tell(told), LANGUAGES)
        assert place.session.raw == told
        one_by_one = go(begin("hk-qmas-gpt"), 35, "other", "yes", "unsure")
        assert place.standing.question == one_by_one.standing.question
        assert step(place, Tell({}), LANGUAGES).session == place.session

    @pytest.mark.parametrize(
        ("told", "problem"),
        [
            ({"age": 35, "degree": "baker"}, "bad-not-option"),
            ({"age": 35, "height": 180}, "bad-unknown-fact"),
            ({"age": 35, "graduate_years": 1, "reputable_years": 2}, "problem-above"),
            ({"age": 35, "birth_date": "1960-01"}, "problem-age-disagrees"),
        ],
    )
    def test_or_none_of_them_is(self, told: dict[str, Any], problem: str) -> None:
        before = begin("hk-qmas-gpt")
        after = step(before, Tell(told), LANGUAGES)
        assert after.session == before.session
        assert says(after)[0] == problem

    def test_what_contradicts_them_and_was_told_before_is_left_out(self) -> None:
        place = go(begin("hk-qmas-gpt"), *TOLD[:-1], "master", "master", "edit", "degree")
        place = step(place, Tell({"degree": "bachelor", "stem": True}), LANGUAGES)
        assert says(place)[0] == "notice-dropped"
        assert place.session.answer("listed_degree") is None
        assert place.session.raw["stem"] is True

    def test_the_other_answer_of_a_form_is_the_one_that_is_named(self) -> None:
        place = step(
            begin("hk-qmas-gpt"), Tell({"graduate_years": 1, "reputable_years": 2}), LANGUAGES
        )
        told = dict(place.reply.blocks[0].text.args)
        assert dict(told["bound"].args) == {"count": 1}  # type: ignore[union-attr]

    @pytest.mark.parametrize("way", [("edit",), ("person",), ("language",)])
    def test_where_nothing_is_asked_none_is_taken(self, way: tuple[str, ...]) -> None:
        before = go(begin("hk-qmas-gpt"), 35, *way)
        after = step(before, Tell({"age": 36}), LANGUAGES)
        assert after.session == before.session
        assert says(after)[0] == "problem-not-here"


@pytest.mark.parametrize(
    ("at", "stored"),
    [
        (None, ""),
        (Over("review"), "review"),
        (Over("when", "2027-05"), "when:2027-05"),
        (Over("card", "made"), "card:made"),
        (Editing("age"), "edit:age"),
        (Trying("age"), "try:age"),
    ],
)
def test_what_lies_over_is_stored_as_it_always_was(
    at: Over | Editing | Trying | None, stored: str
) -> None:
    assert dump_at(at) == stored
    assert load_at(stored) == at


def test_a_fact_that_nobody_knows_is_not_asked_again() -> None:
    session = replace(go(begin("hk-qmas-gpt"), 35).session, at=Editing("height"))
    assert enter(session, TODAY).standing.question == "nationality"
    assert enter(session, TODAY).reply.blocks


def test_a_second_person_is_stored_only_where_there_is_one() -> None:
    one = go(begin("hk-qmas-gpt"), 35).session
    assert "spouse" not in one.dump()
    two = replace(one, spouse=(Answer("age", 33),))
    assert Session.load(two.dump()) == two
    place = go(enter(two, TODAY), "other")
    assert place.session.spouse[0].value == Span(33, 34, 33)
    assert place.reply == go(enter(one, TODAY), "other").reply, "nothing of it is shown yet"
    assert go(place, "restart").session.spouse == ()
