"""What lies over a result: looked at, left again, and nothing lost."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

import pytest

from bot.words.catalogue import cells, words
from flows.advice.in_words import gauge
from flows.dialogue import Place, Session, Tap, step
from flows.dialogue.session import Answer, Editing, Over, load_at
from tests.shelf import enter, scheme
from tests.test_dialogue import LANGUAGES, TODAY, begin, go, outer, says

# Two days under one edition: on the first somebody born in March 1975 is 49, on the second 50 or
# 51. What other rules come later is not looked at here.
EARLIER, LATER = date(2024, 11, 22), date(2026, 3, 12)
CRITERIA = ("other", "yes", "holds", "bachelor", "chinese", 4, 1, 2.5, "on", "none", 850000, "none")


def result(*, age: int = 48, on: date = TODAY) -> Place:
    """Stand at a result of one criterion out of twelve."""
    place = go(begin("hk-qmas-gpt", on), age, *CRITERIA)
    assert place.standing.state == "result"
    return place


def text(place: Place, language: str = "en") -> str:
    """Return what a screen says, in words."""
    return "\n".join(words().render(language, block.text) for block in place.reply.blocks)


def labels(place: Place) -> list[str]:
    """Return the choices of a screen, in words."""
    return [words().argument("en", choice.label) for choice in place.reply.choices]


class TestLooking:
    @pytest.mark.parametrize("look", ["why", "ways", "when", "next", "trying", "card"])
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_look_is_left_for_the_same_result(self, look: str, language: str) -> None:
        before = step(go(result(), "language"), Tap(language), LANGUAGES)
        there = go(before, look)
        assert text(there, language)
        back = go(there, "resume")
        assert back.session == before.session
        assert back.reply == before.reply

    def test_why_tells_rule_source_and_what_it_takes(self) -> None:
        said = text(go(result(), "why"))
        assert "✗ English: Chinese\nIt takes good written and spoken English. [1]" in said
        assert "[1] official text" in said
        assert "[1] Immigration Department: self-assessment tool" in said
        assert "✓ Age: you must be at least 18 when you apply." in said

    def test_under_points_why_names_the_lines_that_would_have_counted_more(self) -> None:
        place = begin("hk-qmas-gpt", date(2007, 6, 1))
        place = go(place, 38, "other", "yes", "holds", "chinese", "bachelor", 6, 1, "on")
        place = go(place, "no", "no", 0)
        assert place.standing.state == "result"
        said = text(go(place, "why"))
        assert "Better would be: 10 years or more, 5 of them senior: 50 points." in said
        assert "Age: 25 of 30 (38)\nAge 35 to 39: 25 points." in said

    def test_an_open_door_is_marked_as_one_whatever_its_points(self) -> None:
        place = begin("hk-qmas-apt", date(2020, 5, 1))
        place = go(place, 35, "other", "yes", "holds", "english", "bachelor", "yes", "no")
        assert place.standing.state == "result"
        said = "✓ Exceptional achievement: Award of exceptional achievement: Yes\n"
        assert said in text(go(place, "why"))

    def test_several_answers_said_back_can_be_told_apart(self) -> None:
        doors = go(begin("hk-qmas-apt"), 30, "other", "yes", "holds", "master", "no", "no", "why")
        assert "Award of exceptional achievement: No; Recognised by peers: No" in text(doors)
        assert "傑出成就獎項：否；同業肯定：否" in text(doors, "zh-Hant")

    def test_an_open_door_is_told_once_and_not_in_points(self) -> None:
        told = (30, "other", "yes", "holds", "master", "unsure", "no")
        place = go(begin("hk-qmas-apt"), *told)
        assert text(place).count("Award of exceptional achievement") == 1
        why = text(go(place, "why"))
        assert "? Exceptional achievement: Recognised by peers: No\nStill open. [1]" in why
        assert "point" not in why

    def test_nothing_is_offered_in_vain(self) -> None:
        closed = go(begin("mo-technical"), "first", "enough")
        assert "ways" not in {choice.id for choice in closed.reply.choices}
        doors = go(begin("hk-qmas-apt"), 30, "other", "yes", "holds", "master", "no", "no")
        offered = {choice.id for choice in doors.reply.choices}
        assert {"ways", "next", "card"} <= offered
        assert "when" not in offered

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_a_card_holds_is_said_before_it_is_made(self, language: str) -> None:
        before = step(go(result(), "language"), Tap(language), LANGUAGES)
        offered = go(before, "card")
        assert words().text(language, "card-holds") in text(offered, language)
        assert not offered.asks_for_card(before)
        made = go(offered, "make")
        assert made.asks_for_card(offered)
        assert words().text(language, "card-offer") in text(made, language)
        assert "make" not in {choice.id for choice in made.reply.choices}
        again = go(made, "what?")
        assert not again.asks_for_card(made), "it is made once"
        assert go(made, "resume").session == before.session

    def test_a_look_that_is_not_offered_changes_nothing(self) -> None:
        closed = go(begin("mo-technical"), "first", "enough")
        after = step(closed, Tap("ways"), LANGUAGES)
        assert after.session == closed.session
        assert says(after)[0] == "problem-stale"

    def test_a_stop_says_what_can_be_mended(self) -> None:
        young = go(begin("hk-qmas-gpt"), 17)
        assert young.standing.state == "stopped"
        assert "No change is sure to be enough while this is not known: Passport, " in text(
            go(young, "ways")
        )
        barred = go(begin("hk-qmas-gpt"), 30, "AF")
        assert "Nothing you can change would fix this." in text(go(barred, "ways"))
        assert go(barred, "ways", "resume").standing.state == "stopped"

    @pytest.mark.parametrize("look", ["why", "ways", "when", "next", "card", "trying", "edit"])
    def test_a_look_can_be_left_to_change_an_answer(self, look: str) -> None:
        before = go(result(), "next", 2, "resume")
        place = step(go(before, look), Tap("edit"), LANGUAGES)
        assert place.standing.state == "review"
        assert place.first == ()
        assert go(place, "resume").session == before.session

    def test_an_age_to_wait_for_is_told_as_that_age(self) -> None:
        place = begin("hk-qmas-gpt", date(2007, 6, 1))
        young = go(place, 17)
        told = {"age": 17, "nationality": "IN", "self_supporting": True, "clean_record": True}
        told |= {"languages": ["chinese"], "degree": "master", "graduate_years": 3}
        told |= {"senior_years": 0, "hkpr_relative": False, "spouse_with_degree": False}
        answers = tuple(Answer(fact, value) for fact, value in (told | {"children": 0}).items())
        said = text(go(enter(replace(young.session, answers=answers), place.on), "ways"))
        assert "Age on the day of application (17 → 25); Graduate-level" in said
        assert "Age on the day of application (17 → 30); Languages" in said
        assert "or over" not in said

    def test_another_language_leaves_the_look(self) -> None:
        place = step(go(result(), "ways", "language"), Tap("zh-Hant"), LANGUAGES)
        assert place.standing.state == "result"


class TestWhen:
    def test_a_month_to_come_is_that_of_applying(self) -> None:
        place = go(result(on=EARLIER), "when", "2026-11")
        assert "If you apply in November 2026" in text(place)
        assert "1 November 2026: 3 of 12 criteria" in text(place)
        assert "22 November 2026: 4 of 12 criteria" in text(place)

    def test_the_month_of_today_is_that_of_applying(self) -> None:
        place = go(result(), "when", "2026-11")
        assert place.session.at == Over("when", "2026-11")
        assert place.session.answer("birth_date") is None

    def test_a_month_gone_by_is_that_of_birth_and_makes_days_exact(self) -> None:
        vague = go(result(on=EARLIER), "when")
        assert "23 November 2026" in text(vague)
        exact = go(vague, "1975-12-12")
        assert exact.session.answer("birth_date") is not None
        assert "12 December 2026: 3 of 12 criteria" in text(exact)
        assert "23 November 2026" not in text(exact)
        assert outer(go(exact, "resume"))["score"] == 1

    def test_what_may_come_on_any_day_is_no_event_of_tomorrow(self) -> None:
        place = go(result(on=EARLIER), "edit", "graduate_years", "band2", "when")
        line = next(one for one in text(place).splitlines() if "23 November 2024" in one)
        assert line.startswith("Any day from 23 November 2024 on: 1 to 2 of 12 criteria")
        older = text(go(result(age=50, on=EARLIER), "when"))
        assert "Any day from 23 November 2024 on: 0 to 1 of 12 criteria" in older
        exact = text(go(result(age=50, on=EARLIER), "when", "1973-11-23"))
        assert "23 November 2024: 0 of 12 criteria" in exact

    def test_a_birth_that_leaves_the_age_open_asks_and_comes_back(self) -> None:
        place = go(result(), "when", "1975-11")
        assert place.standing.question == "age"
        place = go(place, 51)
        assert place.standing.state == "when"
        assert outer(place)["score"] == 0

    @pytest.mark.parametrize("look", ["reasons", "ways", "when", "next", "card", "trying"])
    def test_a_later_day_may_ask_before_the_look(self, look: str) -> None:
        place = go(result(age=49, on=EARLIER), "when", "1975-03", "resume", "next", 1, "resume")
        session = replace(place.session, at=Over(look))
        later = enter(session, LATER)
        assert says(later)[0] == "notice-dropped"
        assert later.standing.question == "age"
        assert go(later, "unsure").standing.state == look

    @pytest.mark.parametrize("look", ["card", "next"])
    def test_a_route_that_closed_before_a_later_day_is_told_before_the_look(
        self, look: str
    ) -> None:
        told = {"purpose": "first", "employment": "offer", "circumstances": ["undisclosed"]}
        session = begin("mo-technical", date(2020, 1, 1)).session
        answers = tuple(Answer(fact, value) for fact, value in told.items())
        session = replace(session, answers=answers, at=Over(look))
        assert enter(session, date(2020, 1, 1)).standing.state == look
        later = enter(session, date(2024, 1, 1))
        assert later.standing.state == "early"
        assert go(later, "enough").standing.state == look
        assert go(later, "back").standing.question == "circumstances"
        assert go(later, "on", "edit").standing.state == "review"

    def test_a_later_day_may_come_while_a_language_is_chosen(self) -> None:
        place = go(result(age=49, on=EARLIER), "when", "1975-03", "resume")
        session = go(place, "language").session
        later = step(enter(session, LATER), Tap("en"), LANGUAGES)
        assert says(later)[0] == "notice-dropped"
        assert later.standing.question == "age"

    def test_back_from_what_a_later_day_asks_is_the_answer_before(self) -> None:
        place = go(result(age=49, on=EARLIER), "when", "1975-03", "card")
        session = replace(place.session, at=Over("card"))
        place = go(enter(session, LATER), "back")
        assert place.standing.question == "birth_date"
        stopped = go(enter(session, LATER), 17)
        assert stopped.standing.state == "stopped"
        assert go(stopped, "back").standing.state == "asking"

    def test_a_birth_that_contradicts_the_age_takes_its_place(self) -> None:
        place = go(result(), "when", "1985-03")
        assert says(place)[0] == "notice-dropped"
        assert place.session.answer("age") is None
        assert outer(place)["factors"][0]["met"] is True

    def test_a_birth_that_time_makes_too_long_ago_is_put_aside(self) -> None:
        place = go(result(on=EARLIER), "when", "1904-12")
        later = enter(place.session, LATER)
        assert says(later)[0] == "notice-dropped"
        assert later.session.answer("birth_date") is None
        assert later.standing.question == "age"

    def test_an_age_told_anew_takes_the_place_of_the_birth(self) -> None:
        place = go(result(), "when", "1978-03", "resume", "edit", "age", 60)
        assert place.session.answer("birth_date") is None
        assert outer(place)["score"] == 0

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("soon", "problem-month-expected"),
            ("1850-01", "problem-month-expected"),
            ("2040-01", "problem-month-far"),
            ("2036-11", "problem-month-far"),
            ("", "problem-empty"),
        ],
    )
    def test_what_is_no_month_is_refused_with_a_sentence(self, typed: str, problem: str) -> None:
        place = go(result(), "when", typed)
        assert says(place)[0] == problem
        assert place.standing.state == "when"

    def test_the_birth_can_be_changed_like_any_answer(self) -> None:
        place = go(result(), "when", "1978-03", "resume", "edit", "birth_date")
        assert says(place)[-2:] == ["ask-birth_date", "hint-day"]
        place = go(place, "May 1977")
        answer = place.session.answer("birth_date")
        assert answer is not None
        assert answer.as_told == "1977-05"


class TestOtherRules:
    """A day under the test of 2023, of which the next edition is on file."""

    DAY = date(2024, 10, 20)
    TOLD: ClassVar[dict[str, Any]] = {
        "age": 38,
        "nationality": "IN",
        "self_supporting": True,
        "clean_record": True,
        "languages": ["chinese", "english"],
        "degree": "bachelor",
        "renowned_degree": "none",
        "graduate_years": 4,
        "senior_years": 0,
        "international_years": 1.9,
        "reputable_years": 1,
        "talent_list": False,
        "hkpr_relative": False,
        "spouse_with_degree": False,
        "children": 0,
    }

    def stand(self, at: str = "", **told: object) -> Place:
        session = begin("hk-qmas-gpt", self.DAY).session
        answers = tuple(Answer(fact, value) for fact, value in (self.TOLD | told).items())
        return enter(replace(session, answers=answers, at=load_at(at)), self.DAY)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_result_tells_their_day_what_comes_then_and_what_they_ask(
        self, language: str
    ) -> None:
        place = self.stand()
        assert place.standing.state == "result"
        assert "rules-coming-ask" in says(place)
        said = text(place, language)
        assert words().argument(language, date(2024, 11, 1)) in said
        if language == "en":
            line = "From 1 November 2024 other rules apply (edition of 1 November 2024)"
            assert f"{line}. The result is then: 3 to 7 of 12" in said
            assert "They also ask: Specified sectors" in said

    def test_what_that_result_counts_on_is_told(self) -> None:
        last = "From 1 November 2024 other rules apply"
        place = self.stand(international_years=1.98, sector_years=0, listed_degree="none")
        line = next(one for one in text(place).splitlines() if one.startswith(last))
        assert "only if you are working abroad now and go on" in line
        later = self.stand("when", international_years=1.98, sector_years=0, listed_degree="none")
        event = next(one for one in text(later).splitlines() if one.startswith("28 October 2024"))
        assert event.endswith("if you are working abroad now and go on")

    def test_where_a_prerequisite_fails_they_are_told_too(self) -> None:
        place = self.stand(languages=["ja"])
        assert place.standing.state == "stopped"
        assert "rules-coming-ask" in says(place)
        assert "when" in {choice.id for choice in place.reply.choices}

    def test_a_month_is_assessed_by_its_own_rules_and_says_so(self) -> None:
        there = says(self.stand("when:2024-11"))
        assert there[:2] == ["month-title", "month-rules"]
        assert "1 November 2024: 3 to 7 of 12 criteria" in text(self.stand("when:2024-11"))
        before = self.stand("when:2024-10")
        assert "month-rules" not in says(before)
        assert "20 October 2024: 65 of 245 points" in text(before)
        assert "rules-coming-ask" in says(before)

    def test_the_chart_goes_on_in_the_measure_of_the_coming_rules(self) -> None:
        lines = text(self.stand("when")).splitlines()
        assert "2024-10-20 ■■■■■■□│□□□□□□□□□□□□□" in lines
        assert "2024-11-01 ■■■▨▨▨│▨□□□□□" in lines

    @pytest.mark.parametrize("state", ["result", "when"])
    def test_where_none_are_on_file_nothing_is_said(self, state: str) -> None:
        place = result() if state == "result" else go(result(), "when")
        later = scheme("hk-qmas-gpt").days[-1] > TODAY
        assert any(one.startswith("rules-") for one in says(place)) == later


class TestNothingInVain:
    @pytest.mark.parametrize(
        ("told", "on", "offered"),
        [
            ((48, "other", "no"), TODAY, False),
            ((30, "AF"), TODAY, False),
            ((17,), TODAY, True),
            # By coming rules, or on the day on which a bar ends, it may be mended.
            ((51,), date(2007, 6, 1), True),
            ((30, "VN"), date(2023, 6, 1), True),
        ],
    )
    def test_when_is_offered_where_something_can_move(
        self, told: tuple[str | float, ...], on: date, offered: bool
    ) -> None:
        place = go(begin("hk-qmas-gpt", on), *told)
        assert place.standing.state == "stopped"
        assert ("when" in {choice.id for choice in place.reply.choices}) is offered


class TestWhatIf:
    def test_both_results_stand_side_by_side_and_the_first_is_kept(self) -> None:
        before = result()
        place = go(before, "trying", "languages", "chinese-english")
        assert place.standing.state == "compare"
        assert "Now: 1 of 12 criteria, threshold not reached." in text(place)
        assert "Then: 3 of 12 criteria, threshold not reached." in text(place)
        assert "English: not met → met" in text(place)
        assert go(place, "resume").session == before.session

    def test_what_people_judge_is_never_said_to_be_met(self) -> None:
        told = (30, "other", "yes", "holds", "master", "no", "no")
        place = go(begin("hk-qmas-apt"), *told, "trying", "award", "yes")
        assert place.standing.state == "compare"
        assert "Exceptional achievement: not met → for people to judge" in text(place)

    def test_the_new_answer_can_be_kept(self) -> None:
        place = go(result(), "trying", "languages", "chinese-english", "keep")
        assert outer(place)["score"] == 3
        assert place.session.trial == ()

    def test_another_can_be_tried(self) -> None:
        place = go(result(), "trying", "languages", "chinese-english", "trying", "income_hkd", "2m")
        assert "Then: 2 of 12 criteria" in text(place)

    @pytest.mark.parametrize("day", [date(2007, 6, 1), date(2024, 10, 31), TODAY])
    def test_by_achievement_two_outcomes_stand_side_by_side(self, day: date) -> None:
        told = (30, "other", "yes", "holds", *(("chinese",) if day < TODAY else ()), "master")
        place = go(begin("hk-qmas-apt", day), *told, "no", "no", "trying", "award", "yes")
        for language in LANGUAGES:
            assert text(place, language)
        assert "Now: threshold not reached." in text(place)
        assert "Then: for people to judge." in text(place)

    def test_an_answer_that_opens_further_questions_says_so(self) -> None:
        place = go(result(), "trying", "business", "unlisted")
        assert "2 further answers would then matter" in text(place)
        kept = go(place, "keep")
        assert kept.standing.state in {"asking", "early"}

    def test_what_contradicts_the_tried_answer_is_put_aside_and_said(self) -> None:
        place = go(result(), "trying", "graduate_years", 0.5)
        assert says(place)[0] == "notice-dropped"
        assert go(place, "resume").session == result().session

    def test_being_unsure_and_going_back(self) -> None:
        place = go(result(), "trying", "languages", "unsure")
        assert place.standing.state == "compare"
        place = go(result(), "trying", "languages", "back")
        assert place.standing.state == "trying"

    def test_a_stored_trial_is_read_again(self) -> None:
        session = go(result(), "trying", "languages", "chinese-english").session
        assert Session.load(session.dump()) == session
        assert enter(session, TODAY).standing.state == "compare"


class TestWhatNext:
    def test_who_comes_along_is_asked_once_and_decides_the_sum(self) -> None:
        place = go(result(), "next")
        assert says(place)[0] == "ask-dependants"
        place = go(place, 2)
        assert place.standing.state == "next"
        assert "Together: HK$5,700." in text(place)
        assert go(place, "resume", "next").standing.state == "next"
        again = go(place, "dependants", "number0")
        assert "Together: HK$1,900." in text(again)

    def test_back_from_that_number_changed_later_is_the_answer_before(self) -> None:
        session = go(result(), "next", 1, "resume").session
        last = session.answers[-2].fact
        changing = enter(replace(session, at=Editing("dependants")), TODAY)
        assert go(changing, "back").session.at == Editing(last)

    def test_it_never_changes_a_result(self) -> None:
        before, after = result(), go(result(), "next", 8, "resume")
        assert outer(before)["score"] == outer(after)["score"]
        assert "dependants" not in {choice.id for choice in go(after, "trying").reply.choices}

    def test_more_than_a_group_holds_is_refused(self) -> None:
        assert says(go(result(), "next", 9))[0] == "problem-number-outside"

    def test_for_macao_nobody_is_asked(self) -> None:
        place = go(begin("mo-technical"), "first", "enough", "next")
        assert place.standing.state == "next"
        assert "1 December 2026" in text(place)


def test_the_chart_marks_the_threshold() -> None:
    place = result()
    assert place.standing.result is not None
    assert cells(gauge(place.standing.result)) == "■□□□□□│□□□□□□"


def test_choices_carry_words_in_every_language() -> None:
    place = result()
    assert labels(place)[:6] == [
        "Why this result?",
        "And under the former 80-point test?",
        "What would change it?",
        "Will it change with time?",
        "What to do next",
        "What if one answer were different?",
    ]
    assert scheme("hk-qmas-gpt").applying is not None
