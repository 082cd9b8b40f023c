"""What is remembered between turns: never more than the store says, never past a deletion."""

from datetime import timedelta

from bot.conversation.memo import MOST, Recent
from flows.dialogue import Answer, Place, Say, step
from tests.test_dialogue import LANGUAGES, TODAY, begin, go


def asked() -> Place:
    return go(begin("hk-qmas-gpt"), 35)


def test_a_place_is_given_back_for_the_session_that_it_was_of() -> None:
    recent, place = Recent(), asked()
    recent.keep(7, place)
    assert recent.place(7, place.session, TODAY) is place
    assert recent.place(8, place.session, TODAY) is None


def test_what_the_store_says_otherwise_counts() -> None:
    recent, place = Recent(), asked()
    recent.keep(7, place)
    other = place.session.answered(Answer("age", 36))
    assert recent.place(7, other, TODAY) is None


def test_nothing_outlives_its_day_or_a_deletion() -> None:
    recent, place = Recent(), asked()
    recent.keep(7, place)
    assert recent.place(7, place.session, TODAY + timedelta(days=1)) is None
    recent.forget(7)
    assert recent.place(7, place.session, TODAY) is None


def test_what_was_said_once_is_not_said_again() -> None:
    recent = Recent()
    place = step(asked(), Say("Atlantis"), LANGUAGES)
    assert place.first
    recent.keep(7, place)
    found = recent.place(7, place.session, TODAY)
    assert found is not None
    assert not found.first
    assert found.reply.blocks == place.reply.blocks[1:]


def test_it_stays_small() -> None:
    recent, place = Recent(), asked()
    for chat_id in range(MOST + 10):
        recent.keep(chat_id, place)
    known = [n for n in range(MOST + 10) if recent.place(n, place.session, TODAY)]
    assert known == list(range(10, MOST + 10))
