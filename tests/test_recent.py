"""What is remembered between turns: never more than the store says, never past a deletion."""

import json
from datetime import timedelta
from typing import Any

from bot.conversation.kept import Kept
from bot.conversation.memo import MOST, Recent
from flows.dialogue import Answer, Place, Say, step
from tests.test_dialogue import LANGUAGES, TODAY, begin, go


def asked() -> Place:
    return go(begin("hk-qmas-gpt"), 35)


def keep(recent: Recent, key: int, place: Place) -> dict[str, Any]:
    """Remember a talk, and return what is stored of it, as it comes back from the store."""
    kept = Kept(place.session)
    recent.keep(key, kept.dump(), kept, place)
    stored: dict[str, Any] = json.loads(json.dumps(kept.dump()))
    return stored


def test_a_place_is_given_back_for_the_form_that_is_stored() -> None:
    recent, place = Recent(), asked()
    stored = keep(recent, 7, place)
    found = recent.talk(7, stored, TODAY)
    assert found is not None
    assert found.place is place
    assert found.kept == Kept.load(stored)
    assert recent.talk(8, stored, TODAY) is None


def test_what_the_store_says_otherwise_counts() -> None:
    recent, place = Recent(), asked()
    stored = keep(recent, 7, place)
    other = Kept(place.session.answered(Answer("age", 36)))
    assert recent.talk(7, other.dump(), TODAY) is None
    assert recent.talk(7, stored | {"deleting": True}, TODAY) is None


def test_nothing_outlives_its_day_or_a_deletion() -> None:
    recent, place = Recent(), asked()
    stored = keep(recent, 7, place)
    assert recent.talk(7, stored, TODAY + timedelta(days=1)) is None
    recent.forget(7)
    assert recent.talk(7, stored, TODAY) is None


def test_what_was_said_once_is_not_said_again() -> None:
    recent = Recent()
    place = step(asked(), Say("Atlantis"), LANGUAGES)
    assert place.first
    found = recent.talk(7, keep(recent, 7, place), TODAY)
    assert found is not None
    assert not found.place.first
    assert found.place.reply.blocks == place.reply.blocks[1:]


def test_it_stays_small() -> None:
    recent, place = Recent(), asked()
    for key in range(MOST + 10):
        stored = keep(recent, key, place)
    known = [n for n in range(MOST + 10) if recent.talk(n, stored, TODAY)]
    assert known == list(range(10, MOST + 10))
