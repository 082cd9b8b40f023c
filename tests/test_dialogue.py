"""The dialogue: whatever a person does, the result is that of `assess` on the same facts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.dialogue import Answer, Place, Say, Session, Tap, step
from flows.dialogue.fold import stand
from flows.dialogue.machine import TRIGGERS, machine, states, walk
from flows.dialogue.screens import SCREENS
from flows.dialogue.session import Over, Trying
from tests import oracle
from tests.asking import assess_line
from tests.shelf import LIBRARY, enter, scheme, schemes, vocabulary

TODAY = date(2026, 11, 22)
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
CHOSEN = [
    ("hk-qmas-gpt", TODAY),
    ("hk-qmas-gpt", date(2024, 10, 31)),
    ("hk-qmas-gpt", date(2007, 6, 1)),
    ("hk-qmas-apt", TODAY),
    ("hk-qmas-apt", date(2016, 1, 1)),
    ("mo-technical", TODAY),
]


def begin(scheme_id: str, on: date = TODAY) -> Place:
    """Stand before the first question of a scheme."""
    place = enter(Session(language="en", agreed=True), on)
    return step(place, Tap(scheme_id), LANGUAGES)


def go(place: Place, *said: str | float) -> Place:
    """Tap what is offered and say the rest."""
    for one in said:
        offered = {choice.id for choice in place.reply.choices}
        event = Tap(str(one)) if one in offered else Say(str(one))
        place = step(place, event, LANGUAGES)
    return place


def to_the_result(place: Place) -> Place:
    """Take the first option of every question, and the result as soon as it is offered."""
    while place.standing.state in {"asking", "early"}:
        early = place.standing.state == "early"
        place = go(place, "enough" if early else place.reply.choices[0].id)
    return place


def says(place: Place) -> list[str]:
    """Return the ids of what the screen says."""
    return [block.text.id for block in place.reply.blocks]


def outer(place: Place) -> dict[str, Any]:
    """Assess the session's answers through the outer face."""
    session = place.session
    return assess_line({"scheme": session.scheme, "on": place.on.isoformat(), "facts": session.raw})


TYPED = ["35", "0", "7.5", "1200000", "-1", "abc", "", "9" * 2000, "\x07", "france", "other", "60"]
TYPED += ["2027-05", "1985-03", "1961-03-12", "may", "1850-01", "2099-01"]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(CHOSEN))
def test_a_random_walk_always_finds_the_result_of_assess(
    data: st.DataObject, chosen: tuple[str, date]
) -> None:
    place = begin(*chosen)
    for _ in range(data.draw(st.integers(5, 60))):
        choices = [choice.id for choice in place.reply.choices]
        if place.standing.state == "language":
            choices += LANGUAGES
        options = [c.id for c in place.reply.choices if not c.control]
        kind = data.draw(st.integers(0, 9))
        if kind < 6 and options:
            event: Tap | Say = Tap(data.draw(st.sampled_from(options)))
        elif kind < 9 and choices:
            event = Tap(data.draw(st.sampled_from(choices)))
        else:
            event = Say(data.draw(st.sampled_from(TYPED)))
        place = step(place, event, LANGUAGES)
        if isinstance(event, Tap):
            assert not {"problem-not-here", "problem-stale"} & set(says(place)), "it was offered"
        if place.session.scheme is None:
            place = step(replace(place), Tap(chosen[0]), LANGUAGES)
        _agrees_with_assess(place)


def _agrees_with_assess(place: Place) -> None:
    result = place.standing.result
    if result is None:
        return
    answer = outer(place)
    assert answer["outcome"] == result.outcome
    assert (answer["score"], answer["least"], answer["most"]) == (
        result.score,
        result.least,
        result.most,
    )
    assert tuple(answer["missing"]) == result.missing
    assert place.session == Session.load(place.session.dump())
    assert stand(LIBRARY, place.session, place.on).state == place.reply.state
    if place.standing.state == "result" and place.standing.former is None:
        told = {answer.fact for answer in place.session.answers}
        assert place.session.pace == "enough" or set(result.missing) <= told


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from([one for one in CHOSEN if one[0].startswith("hk")]))
def test_every_question_asked_has_a_completion_in_which_its_answer_matters(
    data: st.DataObject, chosen: tuple[str, date]
) -> None:
    place = go(begin(*chosen))
    for _ in range(40):
        if place.standing.state == "early":
            place = go(place, "on")
        if place.standing.state != "asking":
            break
        asker = place.standing.asked_by
        expected = oracle.complete(chosen[0], asker.on.isoformat(), place.session.raw)
        assert place.standing.question in expected.missing
        options = [c.id for c in place.reply.choices if not c.control]
        place = go(place, data.draw(st.sampled_from([*options, "unsure"])))
    assert place.standing.state in {"result", "stopped"}


class TestTheWayToAResult:
    def test_by_taps_alone(self) -> None:
        place = begin("hk-qmas-gpt")
        while place.standing.state == "asking":
            place = go(place, place.reply.choices[-8].id)
        assert place.standing.state in {"result", "stopped", "early"}

    def test_what_can_no_longer_matter_is_not_asked(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "holds", "bachelor")
        assert place.standing.question == "languages"

    def test_a_failed_prerequisite_ends_at_once_and_kindly(self) -> None:
        place = go(begin("hk-qmas-gpt"), 17)
        assert place.standing.state == "stopped"
        assert "failed-hk-criteria-age" in says(place)
        place = go(place, "change", 18)
        assert place.standing.state == "asking"

    def test_the_verdict_is_told_early_and_the_person_may_go_on(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "holds", "master", "master", "yes")
        place = go(place, "chinese-english", 5)
        assert place.standing.state == "early"
        assert "result-criteria-meets-between" in says(place)
        assert go(place, "on").standing.question == "reputable_years"
        enough = go(place, "enough")
        assert enough.standing.state == "result"
        assert go(enough, "on").standing.question == "reputable_years"

    def test_being_unsure_leaves_the_result_open(self) -> None:
        place = go(begin("hk-qmas-gpt"), *["unsure"] * 17)
        assert place.standing.state == "result"
        assert place.standing.result is not None
        assert place.standing.result.outcome == "open"

    def test_the_former_test_asks_only_what_is_missing(self) -> None:
        place = begin("hk-qmas-gpt")
        place = go(place, 35, "other", "yes", "holds", "bachelor", "chinese-english", 6)
        place = go(to_the_result(place), "former")
        asked = []
        while place.standing.state == "asking":
            asked.append(place.standing.question)
            place = go(place, place.reply.choices[0].id)
        assert "degree" not in asked
        assert "age" not in asked
        assert {"renowned_degree", "senior_years", "talent_list", "children"} <= set(asked)
        assert "former-kept" in says(place)
        assert place.standing.former is not None
        assert place.standing.former.on == date(2024, 10, 31)

    def test_an_answer_of_the_former_test_is_changed_as_that_test_asked_it(self) -> None:
        """Today's test does not read it, and so has neither its options nor its numbers."""
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "holds", "bachelor")
        place = go(to_the_result(go(place, "chinese-english", 6)), "former")
        options = {}
        while place.standing.state == "asking":
            options[place.standing.question] = place.reply.choices
            place = go(place, place.reply.choices[0].id)
        again = go(place, "edit", "senior_years")
        assert again.standing.question == "senior_years"
        assert again.standing.asked_by is again.standing.former
        assert [one for one in again.reply.choices if not one.control] == [
            one for one in options["senior_years"] if not one.control
        ]

    def test_a_band_that_the_former_test_cuts_finer_is_asked_again(self) -> None:
        place = go(begin("hk-qmas-gpt"), "band1", "other", "yes", "holds", "bachelor")
        place = go(to_the_result(go(place, "chinese", 1)), "former")
        assert place.standing.question == "age"
        labels = [c.label for c in place.reply.choices if not c.control]
        assert [dict(label.args) for label in labels] == [  # type: ignore[union-attr]
            {"low": 18, "high": 39},
            {"low": 40, "high": 44},
            {"low": 45, "high": 50},
        ]
        unsure = go(place, "unsure")
        assert unsure.standing.question != "age"
        assert unsure.session.raw["age"] == place.session.raw["age"]


class TestRepair:
    def test_back_keeps_what_was_told(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "back", "back")
        assert place.standing.question == "nationality"
        assert len(place.session.answers) == 3
        assert go(place, "CU").standing.state == "stopped"
        assert go(place, "resume").standing.question == "clean_record"

    def test_back_from_the_first_question_goes_to_the_routes(self) -> None:
        assert go(begin("hk-qmas-gpt"), "back").standing.state == "scheme"

    def test_leaving_a_route_leaves_what_was_chosen_for_it(self) -> None:
        chosen = replace(begin("hk-qmas-gpt").session, pace="on", former=True)
        assert go(enter(chosen, TODAY), "back").session == Session(language="en", agreed=True)

    def test_not_sure_takes_back_an_answer_that_is_edited(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "other", "edit", "age", "unsure")
        assert place.session.answer("age") == Answer("age", None, settled=True)

    def test_of_several_answers_that_fail_the_last_is_asked_again(self) -> None:
        told = (Answer("age", 17), Answer("nationality", "CU"), Answer("self_supporting", True))
        stopped = enter(replace(begin("hk-qmas-gpt").session, answers=told), TODAY)
        assert go(stopped, "change").standing.question == "nationality"

    def test_an_answer_asked_again_offers_every_option(self) -> None:
        first = begin("hk-qmas-gpt")
        again = go(first, 17, "change")
        assert [c for c in again.reply.choices if not c.control] == [
            c for c in first.reply.choices if not c.control
        ]
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "holds", "master", "master")
        place = go(place, "edit", "listed_degree")
        assert [c.id for c in place.reply.choices if not c.control] == [
            "none",
            "bachelor",
            "master",
        ]

    def test_an_earlier_answer_is_changed_and_the_rest_kept(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "other", "yes", "holds", "master", "doctorate")
        assert place.standing.question == "listed_degree"
        place = go(place, "master", "edit", "degree", "bachelor")
        assert "notice-dropped" in says(place)
        assert place.session.answer("listed_degree") is None
        assert place.session.answer("age") == Answer("age", 35)

    def test_more_senior_years_than_years_are_refused_with_what_was_told(self) -> None:
        place = begin("hk-qmas-gpt", date(2024, 10, 31))
        place = go(place, 35, "other", "yes", "holds", "chinese", "bachelor", "none", 6, 7)
        assert says(place)[0] == "problem-above"
        assert place.standing.question == "senior_years"

    def test_language_changes_in_the_middle(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "language")
        assert place.standing.state == "language"
        place = step(place, Tap("zh-Hans"), LANGUAGES)
        assert place.session.language == "zh-Hans"
        assert place.standing.question == "nationality"

    @pytest.mark.parametrize("said", [(), ("35",), ("17",), ("35", "person")])
    def test_whoever_keeps_the_language_goes_on(self, said: tuple[str, ...]) -> None:
        before = go(begin("hk-qmas-gpt"), *said)
        over = go(step(before, Tap("resume"), LANGUAGES), "language")
        after = go(over, "resume")
        assert after.standing.state in {"asking", "stopped"}
        assert after.session == replace(before.session, at=None)

    @pytest.mark.parametrize("language", [None, "en"])
    def test_before_the_first_question_too(self, language: str | None) -> None:
        place = go(enter(Session(language=language, at=Over("language")), TODAY), "resume")
        assert place.standing.state == ("notice" if language else "language")

    def test_a_person_can_be_asked_for_anywhere(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "person")
        assert "contacts-hong-kong" in says(place)
        assert go(place, "resume").standing.question == "nationality"

    def test_why_explains_with_a_source_and_asks_again(self) -> None:
        place = go(begin("hk-qmas-gpt"), "why")
        assert says(place)[:2] == ["ask-age-why", "source-of-rule"]
        assert place.standing.question == "age"

    def test_restart_forgets_the_answers_but_not_the_language(self) -> None:
        place = go(begin("hk-qmas-gpt"), 35, "restart")
        assert place.session == Session(language="en", agreed=True)

    @pytest.mark.parametrize("choice", ["band9", "former", "agree", "hk-qmas-apt", "../x", ""])
    def test_a_choice_that_is_not_open_changes_nothing(self, choice: str) -> None:
        before = go(begin("hk-qmas-gpt"), 35)
        after = step(before, Tap(choice), LANGUAGES)
        assert after.session == before.session
        assert says(after)[0] == "problem-stale"


class TestRulesThatChange:
    def test_a_session_moves_to_the_edition_in_force_and_says_so(self) -> None:
        before = go(begin("hk-qmas-gpt", date(2024, 10, 31)), 35, "other", "yes", "holds")
        place = enter(before.session, date(2024, 11, 1))
        assert says(place)[0] == "notice-rules-changed"
        assert place.session.edition == date(2024, 11, 1)
        assert place.session.answers == before.session.answers
        assert place.standing.question == "degree"

    def test_a_raised_revision_is_told(self) -> None:
        session = go(begin("hk-qmas-gpt"), 35).session
        place = enter(replace(session, revision=session.revision - 1), TODAY)
        assert says(place)[0] == "notice-rules-changed"
        assert place.session == session
        assert says(enter(session, TODAY))[0] == "progress"

    def test_what_was_looked_at_under_other_rules_ends_with_them(self) -> None:
        session = go(begin("hk-qmas-gpt", date(2024, 10, 31)), 35).session
        looking = replace(
            session, former=True, pace="enough", at=Trying("age"), trial=(Answer("age", 60),)
        )
        now = enter(looking, date(2024, 11, 1)).session
        assert (now.former, now.pace, now.at, now.trial) == (False, "", None, ())
        assert now.answers == session.answers

    def test_where_the_rules_have_ended_the_person_chooses_anew(self) -> None:
        session = go(begin("hk-qmas-gpt"), 35).session
        place = enter(session, date(2005, 1, 1))
        assert says(place)[0] == "notice-rules-ended"
        assert place.standing.state == "scheme"
        assert place.session == Session(language="en", agreed=True)

    def test_what_changed_and_what_no_longer_applies_are_both_told(self) -> None:
        session = begin("hk-qmas-gpt", date(2024, 10, 31)).session
        told = replace(session, answers=(Answer("birth_date", "1904-12"),))
        place = enter(told, date(2026, 1, 1))
        assert says(place)[:2] == ["notice-rules-changed", "notice-dropped"]

    def test_before_the_first_edition_the_person_is_told(self) -> None:
        place = enter(Session(language="en", agreed=True), date(2005, 1, 1))
        place = step(place, Tap("hk-qmas-gpt"), LANGUAGES)
        assert says(place)[0] == "problem-no-edition"

    def test_a_made_up_scheme_is_never_offered(self) -> None:
        place = enter(Session(language="en", agreed=True), TODAY)
        assert "zz-demo" not in {choice.id for choice in place.reply.choices}
        assert says(step(place, Tap("zz-demo"), LANGUAGES))[0] == "problem-stale"


class TestMacao:
    def test_renewal_is_not_judged_by_the_factors(self) -> None:
        place = go(begin("mo-technical"), "renewal", "fails", "earlier")
        assert "result-labels-urgent" in says(place)
        # Whom to ask comes first, and the verdict says so.
        assert "step-review" not in says(place)
        place = go(begin("mo-technical"), "renewal", "holds")
        assert "result-labels-aside" in says(place)

    @pytest.mark.parametrize(
        ("on", "said"),
        [
            (date(2026, 12, 1), "successor-open"),
            (date(2026, 12, 2), "successor-between"),
            (date(2025, 1, 1), "successor-between"),
            (date(2024, 6, 1), "successor-open"),
            (date(2023, 8, 1), "successor-later"),
        ],
    )
    def test_the_successor_is_told_by_its_dated_rounds(self, on: date, said: str) -> None:
        place = go(begin("mo-technical", on), "first")
        assert place.standing.state == "early"
        assert said in says(place)

    def test_circumstances_end_the_comment_and_offer_a_person(self) -> None:
        place = go(begin("mo-technical"), "pending", "contract", "some")
        assert place.reply.state == "result"
        assert "result-labels-alone" in says(place)


class TestTheMachine:
    @pytest.mark.parametrize("one", schemes().values(), ids=lambda one: one.id)
    def test_it_is_shared_and_holds_no_person(self, one: Any) -> None:
        for edition in one.editions:
            assert machine(edition) is machine(edition)
            assert machine(edition).models == []
            assert set(machine(edition).states) == set(states(edition))

    def test_triggers_are_a_small_closed_set(self) -> None:
        for one in schemes().values():
            for edition in one.editions:
                assert set(machine(edition).events) <= set(TRIGGERS)

    def test_the_private_door_used_for_one_shared_machine_still_opens(self) -> None:
        edition = scheme("zz-demo").editions[0]
        assert walk(edition, "answer", "asking", "result")
        assert not walk(edition, "answer", "review", "result")
        assert not walk(edition, "why", "asking", "result")
        assert not walk(edition, "unheard-of", "asking", "result")
        assert "back" in SCREENS["asking"].leads
        assert "back" not in SCREENS["language"].leads


FIRST_FORM: dict[str, Any] = {
    "version": 1,
    "language": "zh-Hant",
    "agreed": True,
    "scheme": "hk-qmas-gpt",
    "edition": "2024-11-01",
    "revision": 1,
    "answers": [
        ["age", {"from": 18, "below": 51}, False],
        ["nationality", "other", False],
        ["languages", ["chinese", "english"], False],
        ["stem", None, True],
    ],
    "pace": "on",
    "former": False,
    "at": "edit:age",
}


class TestStoredSessions:
    def test_the_first_form_is_read_and_written_in_that_of_today(self) -> None:
        session = Session.load(FIRST_FORM)
        assert session.dump() == FIRST_FORM | {"version": 3, "trial": []}
        assert stand(LIBRARY, session, TODAY).question == "age"

    def test_an_unknown_form_is_refused_with_a_sentence(self) -> None:
        with pytest.raises(ValueError, match="version 4"):
            Session.load(FIRST_FORM | {"version": 4})


def test_buttons_fit_telegram_later_on() -> None:
    """Ids of choices are short: with a flow and a revision they stay within 64 bytes."""
    longest = max(
        len(option) for fact in vocabulary().values() for option in (*fact.options, fact.id)
    )
    assert longest <= 32
