"""The table of screens, and what each screen tells a channel beside its words."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from bot.conversation.match import event_for
from bot.telegram.screens import text_of
from bot.words.catalogue import cells, words
from flows.dialogue import Asked, Block, Place, Say, Session, Tap, step, steps
from flows.dialogue.machine import TRIGGERS, machine, walk
from flows.dialogue.picture import picture
from flows.dialogue.reply import CONTROLS
from flows.dialogue.screens import OVERLAYS, SCREENS, looks, looks_over
from flows.dialogue.screens.screen import LOOKS, OFFERED, ONWARD, Screen
from flows.message import Address, Gauge, Message, Messages, say
from tests.shelf import enter, scheme, vocabulary
from tests.test_dialogue import CHOSEN, LANGUAGES, TODAY, begin, go, says
from tests.test_overlays import EARLIER, result

MARKS = {"✓": "met", "✗": "not-met", "?": "open", "·": "unsettled"}


@cache
def visited() -> tuple[Place, ...]:
    """Return the places of people who tap by lot, on every screen there is."""
    lot = random.Random(20261128)  # noqa: S311 - which choices, no secret
    found = [enter(Session(language), TODAY) for language in (None, "en")]
    begun = [*(begin(*one) for one in CHOSEN * 9), *[result()] * 9]
    for first in begun:
        place = first
        for _ in range(30):
            found.append(place)
            leaves = {"restart", "back", "language"}
            ids = [c.id for c in place.reply.choices if c.id not in leaves or not lot.randrange(20)]
            place = step(place, Tap(lot.choice(ids or ["en"])), LANGUAGES)
    return tuple(found)


class TestTheTable:
    @pytest.mark.parametrize("screen", SCREENS.values(), ids=lambda one: one.name)
    def test_a_row_names_only_what_exists(self, screen: Screen) -> None:
        assert set(screen.leads) <= set(TRIGGERS)
        leads = {lead for leads in screen.leads.values() for lead in leads}
        assert leads <= {*SCREENS, ONWARD, LOOKS, OFFERED}
        assert {*screen.over, *screen.looks} <= set(SCREENS)
        assert {screen.own_trigger, *screen.means.values()} <= set(TRIGGERS)

    def test_every_screen_is_come_to(self) -> None:
        assert {place.standing.state for place in visited()} == set(SCREENS)

    def test_what_is_offered_is_legal_there(self) -> None:
        for place in visited():
            screen = SCREENS[place.standing.state]
            for choice in place.reply.choices:
                assert screen.trigger(Tap(choice.id)) in screen.leads, (screen.name, choice.id)
                assert choice.control == (choice.id in CONTROLS) or choice.id == "why"

    def test_what_may_lie_over_a_stop_is_offered_there(self) -> None:
        assert looks_over("stopped") == ("ways", "when")
        assert looks_over("result") == ("ways", "when", "next", "trying", "card")
        assert looks_over("asking") == ()
        assert {"reasons", "compare", *looks_over("result")} == set(OVERLAYS)

    def test_the_machine_allows_what_the_table_says_and_no_more(self) -> None:
        events = machine(scheme("hk-qmas-gpt").editions[-1]).events
        allowed = {(source, name) for name, e in events.items() for source in e.transitions}
        assert allowed == {(one.name, name) for one in SCREENS.values() for name in one.leads}

    def test_a_move_that_the_machine_forbids_is_refused_kindly(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = go(begin("hk-qmas-gpt"), 35)
        monkeypatch.setattr(steps, "walk", lambda *_: False)
        after = go(before, "other")
        assert after.session == before.session
        assert says(after)[0] == "problem-not-here"


@pytest.fixture
def glossary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """Add a made-up screen to the table: a glossary, to be looked at from a result."""
    made_up = Screen(
        name="glossary",
        over=("result",),
        blocks=lambda _: (Block("text", say("glossary-text")),),
        choices=looks.leave,
        take=looks.take_nothing,
        leads=SCREENS["ways"].leads,
    )
    before = SCREENS["result"]
    monkeypatch.setitem(SCREENS, "glossary", made_up)
    monkeypatch.setitem(SCREENS, "result", replace(before, looks=(*before.looks, "glossary")))
    _forget()
    yield made_up
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    """Let all be made anew that follows from the table."""
    for made in (machine, walk, looks_over):
        made.cache_clear()


@pytest.mark.usefixtures("glossary")
def test_a_new_screen_is_a_row_and_a_module() -> None:
    before = enter(result().session, TODAY)
    assert "glossary" in {choice.id for choice in before.reply.choices}
    there = go(before, "glossary")
    assert (there.standing.state, says(there)) == ("glossary", ["glossary-text"])
    assert Session.load(there.session.dump()) == there.session
    assert go(there, "resume").session == before.session
    assert go(there, "person", "resume").standing.state == "result"
    drawn = picture(scheme("hk-qmas-gpt").editions[-1])
    assert "result --> glossary: answer" in drawn
    assert "glossary --> result: resume" in drawn


class TestWhatAChoiceDoes:
    def test_a_look_changes_nothing_but_what_is_shown(self) -> None:
        for place in visited():
            before = replace(place.session, at=None, trial=())
            for choice in place.reply.choices:
                if choice.does == "look":
                    after = step(place, Tap(choice.id), LANGUAGES).session
                    assert replace(after, at=None, trial=()) == before, choice.id

    def test_what_tells_changes_the_session_or_says_the_same_again(self) -> None:
        same = set()
        for place in visited():
            before = replace(place.session, at=None, trial=())
            for choice in place.reply.choices:
                if choice.does == "tell" and place.standing.question is None:
                    after = step(place, Tap(choice.id), LANGUAGES).session
                    if replace(after, at=None, trial=()) == before:
                        same.add((place.standing.state, choice.id))
        # The card is made by it.
        assert same <= {("card", "make"), ("compare", "keep")}

    def test_back_from_the_first_question_gives_up_the_route(self) -> None:
        def back(place: Place) -> str:
            return next(one.does for one in place.reply.choices if one.id == "back")

        assert back(begin("hk-qmas-gpt")) == "tell"
        assert back(go(begin("hk-qmas-gpt"), 35)) == "look"

    @pytest.mark.parametrize(
        ("told", "fact", "chosen"),
        [
            (("band1",), "age", "band1"),
            ((35,), "age", "band1"),
            ((35, "CU"), "nationality", "CU"),
            ((35, "other", "yes", "fails"), "clean_record", "fails"),
            (("unsure",), "age", "unsure"),
        ],
    )
    def test_the_answer_that_stands_is_marked(
        self, told: tuple[str | int, ...], fact: str, chosen: str
    ) -> None:
        place = go(begin("hk-qmas-gpt"), *told, "edit", fact)
        assert [one.id for one in place.reply.choices if one.chosen] == [chosen]

    def test_nothing_is_marked_where_nothing_was_told(self) -> None:
        asked = [place for place in visited() if place.standing.question]
        first = [one for one in asked if not one.session.editing]
        assert not any(choice.chosen for one in first for choice in one.reply.choices)

    def test_of_two_ways_to_say_nothing_the_one_that_was_taken_is_marked(self) -> None:
        place = go(begin("mo-technical"), "pending")
        while place.standing.question != "circumstances":
            place = go(place, place.reply.choices[0].id)
        for said in ("rather-not", "unsure"):
            again = go(place, said, "edit", "circumstances")
            assert [one.id for one in again.reply.choices if one.chosen] == [said]


class TestWhatAScreenIs:
    def test_what_is_offered_needs_none_of_its_words(self) -> None:
        for place in visited():
            fresh = replace(place)
            assert fresh.offers == replace(place.reply, blocks=())
            assert "reply" not in fresh.__dict__, "it was made without its words"
            assert fresh.reply.choices == place.offers.choices == fresh.offers.choices

    @pytest.mark.parametrize("text", ["1", "why?", "35", "yes", "back", "English", "2027-05", "b"])
    def test_words_mean_the_same_without_them(self, text: str) -> None:
        for place in visited()[::7]:
            meant = (
                event_for(one, text, "en", words(), LANGUAGES)
                for one in (place.offers, place.reply)
            )
            assert len(set(meant)) == 1

    def test_each_has_a_title(self) -> None:
        for place in visited():
            assert words().render("en", place.reply.title)
        assert begin("hk-qmas-gpt").reply.title.id == "ask-age"
        assert result().reply.title.id == "result-title"
        assert go(begin("hk-qmas-gpt"), 17).reply.title.id == "stopped-hk-criteria"
        assert step(begin("hk-qmas-gpt"), Say("?"), LANGUAGES).reply.title.id == "ask-age"

    def test_every_verdict_is_marked_as_one(self) -> None:
        for place in visited():
            if place.standing.state in {"early", "result", "card"}:
                assert "verdict" in {block.kind for block in place.reply.blocks}

    def test_what_is_asked_comes_with_its_kind_unit_and_bounds(self) -> None:
        assert begin("hk-qmas-gpt").reply.asks == Asked(
            "age", "whole", "age", 0, 120, say("hint-age")
        )
        for place in visited():
            asks = place.reply.asks
            assert (asks and asks.fact) == place.standing.question == place.reply.question
            if asks and asks.fact:
                fact = vocabulary()[asks.fact]
                assert (asks.kind, asks.unit, asks.least) == (fact.kind, fact.unit, fact.least)
                assert place.reply.lettered == fact.numeric
        when = go(begin("hk-qmas-gpt", TODAY), 17, "when").reply
        assert when.asks == Asked(None, "month", hint=say("when-ask"))
        assert not when.lettered

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_marks_are_the_letters_that_stand_there(self, language: str) -> None:
        seen = set()
        for place in visited():
            for block in place.reply.blocks:
                letter = words().render(language, block.text)[:1]
                assert block.mark == MARKS.get(letter), block
                seen.add(block.mark)
        assert seen == {None, *MARKS.values()}
        assert text_of(visited()[0].reply, language, words()).text


def gauges(place: Place) -> list[Gauge]:
    """Return the gauges on a screen."""
    args = (value for block in place.reply.blocks for _, value in block.text.args)
    return [value for value in args if isinstance(value, Gauge)]


def test_a_chart_is_told_in_numbers_and_drawn_by_the_channel() -> None:
    place = result()
    shown = place.standing.shown
    [only] = gauges(place)
    assert only == Gauge(shown.least or 0, shown.most or 0, 6, 12)
    assert cells(only) in text_of(place.reply, "en", words()).text
    course = gauges(go(result(on=EARLIER), "when"))
    assert len(course) > 1
    assert {(one.need, one.maximum) for one in course} == {(6, 12)}


@pytest.mark.parametrize(
    ("gauge", "drawn"),
    [
        (Gauge(0, 0, 1, 1), "□│"),
        (Gauge(3, 5, 6, 12), "■■■▨▨□│□□□□□□"),
        (Gauge(65, 85, 80, 245), "■■■■■■▨│□□□□□□□□□□□□□"),
    ],
)
def test_what_is_sure_possible_and_out_of_reach(gauge: Gauge, drawn: str) -> None:
    assert cells(gauge) == drawn


def test_the_address_of_a_source_is_an_address() -> None:
    why = go(begin("hk-qmas-gpt"), "why")
    named = dict(why.reply.blocks[1].text.args)["sources"]
    assert isinstance(named, Messages)
    [first, *_] = named.items
    assert isinstance(first, Message)
    address = dict(first.args)["address"]
    assert isinstance(address, Address)
    assert address.for_language("en").startswith("https://")
