"""Turns: what each kind of update is answered with, what is kept of it, and Telegram's limits."""

import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.acts import Show
from bot.conversation.data import About
from bot.conversation.kept import Kept
from bot.conversation.languages import client_language
from bot.sealing import Seal, new_key
from bot.store import Accepted, Chat, Effect, Turn
from bot.telegram.commands import COMMANDS, menu_of
from bot.telegram.screens import DATA_BYTES, TEXT_UNITS, Styled, pieces, units
from bot.telegram.turns import Turns
from bot.telegram.updates import ALLOWED, accept, read
from bot.terminal.chat import Terminal
from bot.words.catalogue import words
from flows.dialogue import Place, Session, enter
from tests.conversing import FOLDER
from tests.conversing import read as read_script
from tests.shelf import LIBRARY

TODAY = date(2026, 11, 22)
ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")
LANGUAGES = words().languages
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}
TO_AGE = ("/start", "start", "1")
TO_RESULT = (*TO_AGE, "35", "other", "yes", "clean", "bachelor", "chinese", "1")


def said(id_: str, language: str = "en", **args: Any) -> str:
    """Return a message as people read it."""
    return words().text(language, id_, **args)


@dataclass
class Person:
    """A private chat held in memory: updates in, what is sent out, the chat as it is kept."""

    language: str | None = "en"
    on: date = TODAY
    about: About = ABOUT
    chat: Chat | None = None
    messages: int = 0
    updates: int = 0
    sent: list[Effect] = field(default_factory=list)

    @property
    def kept(self) -> Kept:
        return Kept.load(self.chat.state if self.chat else {})

    @property
    def sender(self) -> dict[str, Any]:
        return {"id": 7} | ({"language_code": self.language} if self.language else {})

    @property
    def text(self) -> str:
        """All that the last turn said, toasts and captions included."""
        parts = [e.parameters.get("text") or e.parameters.get("caption") or "" for e in self.sent]
        return "\n\n".join(parts)

    @property
    def rows(self) -> list[list[dict[str, str]]]:
        return [row for effect in self.sent for row in rows(effect)]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    @property
    def methods(self) -> list[str]:
        return [effect.method for effect in self.sent]

    def take(self, raw: dict[str, Any]) -> Turn:
        """Take an update as worker, store and sender would."""
        self.updates += 1
        update = Accepted(self.updates, 7, raw)
        turn = Turns(LIBRARY, words(), self.about).turn(update, self.chat, self.on)
        self.sent = list(turn.effects)
        if turn.forget:
            self.chat = None
        elif turn.chat is not None:
            self.chat = turn.chat
        for effect in turn.effects:
            self.messages += effect.method.startswith("send")
            if effect.screen and self.chat and effect.method == "sendMessage":
                self.chat = replace(self.chat, screen=self.messages)
        return turn

    def sends(self, **fields: Any) -> Turn:
        self.messages += 1
        message = {"message_id": self.messages, "chat": PRIVATE, "from": self.sender}
        return self.take({"message": message | fields})

    def says(self, *texts: str) -> Turn:
        for text in texts:
            turn = self.sends(text=text)
        return turn

    def edits(self, message_id: int | None, text: str, **fields: Any) -> Turn:
        message = {"message_id": message_id, "chat": PRIVATE, "text": text, "edit_date": 1}
        return self.take({"edited_message": message | fields})

    @property
    def all_labels(self) -> list[str]:
        """The labels of the buttons, those that one of them opens included."""
        shown, labels, before = self.sent, self.labels, self.chat
        if said("control-more", self.kept.session.language or "en") in labels:
            self.taps_choice("more")
            labels = self.labels
            assert self.chat == before, "nothing but the buttons changes"
        self.sent = shown
        return labels

    def taps(self, data: str | None, message_id: int | None = None) -> Turn:
        shown = message_id or (self.chat.screen if self.chat else None)
        message = {"message_id": shown, "chat": PRIVATE}
        query = {"id": "q", "from": self.sender, "message": message}
        return self.take({"callback_query": query | ({"data": data} if data else {})})

    def taps_choice(self, choice: str) -> Turn:
        assert self.chat is not None
        return self.taps(f"y:{self.chat.rev}:{choice}")


def rows(effect: Effect) -> list[list[dict[str, str]]]:
    markup = effect.parameters.get("reply_markup")
    return json.loads(markup)["inline_keyboard"] if markup else []


def at(*texts: str, language: str | None = "en") -> Person:
    person = Person(language)
    person.says(*texts)
    return person


MENU = "scheme-ask"
AGE = "ask-age"
# A sentence of its own for the edition that asks.
WHY_AGE = "You must be at least 18 to apply."
NEXT = "ask-nationality"
FILES = "unread-file"
UNREAD = "unread-wordless"
FORWARDED = "unread-forwarded"
CONTACT = "unread-contact"
THING = {"file_id": "f"}
# What is sent while the age is asked · what the answer says · whether 35 is kept as the age.
SENT: dict[str, tuple[dict[str, Any], tuple[str, ...], bool]] = {
    "a text": ({"text": "35"}, (NEXT,), True),
    "a text that is no answer": ({"text": "what?"}, (AGE,), False),
    "a forwarded text": (
        {"text": "35", "forward_origin": {"type": "hidden_user"}},
        (FORWARDED, AGE),
        False,
    ),
    "a text forwarded long ago": ({"text": "35", "forward_date": 1}, (FORWARDED, AGE), False),
    "a forwarded command": (
        {"text": "/new", "forward_origin": {"type": "user"}},
        (FORWARDED, AGE),
        False,
    ),
    "a forwarded photo": (
        {"photo": [THING], "forward_origin": {"type": "channel"}},
        (FORWARDED, AGE),
        False,
    ),
    "a text in answer to another chat's": (
        {"text": "35", "external_reply": {}, "quote": {}},
        (NEXT,),
        True,
    ),
    "a text via an inline bot": ({"text": "35", "via_bot": {"id": 1}}, (NEXT,), True),
    "a command": ({"text": "/help"}, ("help", AGE), False),
    "a command with our name": ({"text": "/help@yauchoi_bot"}, ("help", AGE), False),
    "a command in capitals": ({"text": "/HELP"}, ("help", AGE), False),
    "a command of the dialogue": ({"text": "/why"}, (WHY_AGE, AGE), False),
    "an unknown command": ({"text": "/fly"}, ("unknown-command", AGE), False),
    "a slash alone": ({"text": "/"}, ("unknown-command", AGE), False),
    "a photo": ({"photo": [THING]}, (FILES, AGE), False),
    "a document": ({"document": THING}, (FILES, AGE), False),
    "a voice": ({"voice": THING}, (FILES, AGE), False),
    "a video": ({"video": THING}, (FILES, AGE), False),
    "a round video": ({"video_note": THING}, (FILES, AGE), False),
    "music": ({"audio": THING}, (FILES, AGE), False),
    "an animation": ({"animation": THING, "document": THING}, (FILES, AGE), False),
    "a sticker": ({"sticker": THING | {"emoji": "👍"}}, (UNREAD, AGE), False),
    "a dice": ({"dice": {"emoji": "🎲", "value": 4}}, (UNREAD, AGE), False),
    "an emoji alone": ({"text": "👍🏽"}, (UNREAD, AGE), False),
    **{
        f"a message with {kind}": ({kind: {}}, (UNREAD, AGE), False)
        for kind in (
            "poll checklist game invoice gift unique_gift giveaway giveaway_winners users_shared "
            "web_app_data telepathy"
        ).split()
    },
    "a message that has nothing in it": ({}, (UNREAD, AGE), False),
    "a contact": ({"contact": {"phone_number": "+85200000000"}}, (CONTACT, AGE), False),
    "a location": ({"location": {"latitude": 22.3}}, (CONTACT, AGE), False),
    "a venue": ({"venue": {"title": "x"}, "location": {}}, (CONTACT, AGE), False),
    "a captioned photo": ({"photo": [THING], "caption": "35"}, ("unread-captioned", AGE), False),
    "a long caption": (
        {"document": THING, "caption": "35 " * 700},
        ("unread-captioned", AGE),
        False,
    ),
    "a command under a photo": (
        {"photo": [THING], "caption": "/new"},
        ("unread-captioned", AGE),
        False,
    ),
}


@pytest.mark.parametrize("name", SENT)
def test_each_kind_of_message_is_answered(name: str) -> None:
    fields, answer, kept = SENT[name]
    person = at(*TO_AGE)
    before = person.kept.session
    turn = person.sends(**fields)
    for id_ in answer:
        assert (id_ if id_ == WHY_AGE else said(id_)) in person.text
    assert person.methods == ["sendMessage"]
    assert turn.effects[-1].screen
    assert turn.chat is not None
    assert person.labels, "the question stands with its buttons"
    if kept:
        assert person.kept.session.raw == before.raw | {"age": 35}
        assert person.kept.typed == {"age": person.messages - 1}
    else:
        assert person.kept.session == before
    stored = json.dumps(turn.chat.state)
    assert "file_id" not in stored
    assert "+852" not in stored


def test_a_full_width_question_mark_is_a_question_mark() -> None:
    person, plain = at(*TO_AGE, "？"), at(*TO_AGE, "?")
    assert person.text == plain.text
    assert person.kept.session == plain.kept.session


# Updates that concern nobody: nothing is answered and nothing is kept.
SILENT: dict[str, dict[str, Any]] = {
    "group chatter": {"message": {"message_id": 1, "chat": GROUP, "text": "35"}},
    "a photo in a group": {"message": {"message_id": 1, "chat": GROUP, "photo": [THING]}},
    "a command for another bot": {
        "message": {"message_id": 1, "chat": GROUP, "text": "/start@other_bot"}
    },
    "an edited command in a group": {
        "edited_message": {"message_id": 1, "chat": GROUP, "text": "/start"}
    },
    "a tap in a group": {
        "callback_query": {"id": "q", "data": "y:1:on", "message": {"message_id": 1, "chat": GROUP}}
    },
    "the bot taken out of a group": {
        "my_chat_member": {
            "chat": GROUP,
            "old_chat_member": {"status": "member"},
            "new_chat_member": {"status": "kicked"},
        }
    },
    "the bot made an administrator of a group": {
        "my_chat_member": {
            "chat": GROUP,
            "old_chat_member": {"status": "member"},
            "new_chat_member": {"status": "administrator"},
        }
    },
    "the bot added to a channel": {
        "my_chat_member": {
            "chat": {"id": -1, "type": "channel"},
            "old_chat_member": {"status": "left"},
            "new_chat_member": {"status": "administrator"},
        }
    },
    "somebody else added to a group": {
        "message": {
            "message_id": 1,
            "chat": GROUP,
            "new_chat_members": [{"id": 1, "is_bot": False}],
        }
    },
    "another bot added to a group": {
        "message": {
            "message_id": 1,
            "chat": GROUP,
            "new_chat_members": [{"id": 1, "is_bot": True, "username": "other_bot"}],
        }
    },
    "a channel post": {
        "channel_post": {"message_id": 1, "chat": {"id": -1, "type": "channel"}, "text": "/start"}
    },
    **{
        f"a chat with {kind}": {"message": {"message_id": 1, "chat": PRIVATE, kind: {}}}
        for kind in (
            "pinned_message message_auto_delete_timer_changed boost_added chat_background_set "
            "write_access_allowed forum_topic_created forum_topic_closed video_chat_started"
        ).split()
    },
    "a place that moves": {
        "edited_message": {"message_id": 1, "chat": PRIVATE, "location": {"latitude": 22.3}}
    },
    "a text of somebody unknown edited": {
        "edited_message": {"message_id": 1, "chat": PRIVATE, "text": "35"}
    },
    "a stranger blocks the bot": {
        "my_chat_member": {"chat": PRIVATE, "new_chat_member": {"status": "kicked"}}
    },
    "a kind of the future": {"telepathy": {"chat": PRIVATE}},
    "a membership in a chat of no kind": {"my_chat_member": {"chat": {"id": 7, "type": {}}}},
    "a message in a chat of no kind": {
        "message": {"message_id": 1, "chat": {"id": 7, "type": []}, "new_chat_members": [{}, 1]}
    },
    "nothing": {},
}


@pytest.mark.parametrize("name", SILENT)
def test_what_concerns_nobody_is_passed_over(name: str) -> None:
    person = Person()
    assert person.take(SILENT[name]) == Turn(1)


class TestTaps:
    def test_a_current_one_is_taken_and_its_screen_edited(self) -> None:
        person = at(*TO_AGE)
        person.taps(person.rows[1][0]["callback_data"])
        assert person.methods == ["answerCallbackQuery", "editMessageText"]
        assert person.kept.session.answer("age") is not None
        assert said(NEXT) in person.text

    @pytest.mark.parametrize(
        "data", ["y:1:band1", "y:0:agree", "z:3:band1", "y:-1:x", "y:٣:x", "y::", "", "🦄", None]
    )
    def test_a_stale_or_forged_one_is_told_and_the_screen_shown(self, data: str | None) -> None:
        person = at(*TO_AGE)
        before = person.chat
        person.taps(data)
        assert person.chat == before
        assert person.methods == ["answerCallbackQuery", "editMessageText"]
        assert person.sent[0].parameters["text"] == said("stale-screen")
        assert said(AGE) in person.sent[1].parameters["text"]

    def test_a_choice_that_is_not_offered_is_refused(self) -> None:
        person = at(*TO_AGE)
        before = person.kept.session
        person.taps_choice("delete")
        assert said("problem-stale") in person.text
        assert person.kept.session == before

    def test_one_on_an_older_message_brings_the_screen_below(self) -> None:
        person = at(*TO_AGE)
        assert person.chat is not None
        before = person.chat
        person.taps(f"y:{before.rev}:band1", message_id=1)
        assert person.kept.session == Kept.load(before.state).session
        assert person.methods == ["answerCallbackQuery", "sendMessage"]
        assert person.sent[1].screen

    def test_the_answer_to_a_tap_is_worthless_later(self) -> None:
        person = at(*TO_AGE)
        person.taps_choice("unsure")
        assert [effect.passing for effect in person.sent] == [True, False]


class TestEditedMessages:
    def test_the_last_typed_answer_is_offered_to_be_changed(self) -> None:
        person = at(*TO_AGE, "35")
        person.edits(person.kept.typed["age"], "36")
        assert said("edited-answer") in person.text
        assert said(AGE) in person.text
        assert person.kept.session.editing == "age"
        assert person.kept.session.raw == {"age": 35}, "nothing changes by itself"

    def test_an_older_typed_answer_is_offered_as_well_and_more_than_once(self) -> None:
        person = at(*TO_AGE, "35", "India", "yes")
        age, nation = (person.kept.typed[fact] for fact in ("age", "nationality"))
        person.edits(age, "36")
        assert person.kept.session.editing == "age"
        person.says("36")
        assert person.kept.session.raw["age"] == 36
        assert person.kept.typed["age"] > nation
        person.edits(nation, "CN")
        assert person.kept.session.editing == "nationality"
        person.edits(nation, "US")
        assert said("edited-answer") in person.text

    def test_an_answer_changed_by_a_tap_is_still_that_of_its_message(self) -> None:
        person = at(*TO_AGE, "35")
        person.says("back")
        person.taps_choice("band1")
        person.edits(person.kept.typed["age"], "36")
        assert person.kept.session.editing == "age"

    def test_what_was_refused_is_read_anew(self) -> None:
        person = at(*TO_AGE, "thirty five or so")
        assert person.kept.session.raw == {}
        person.edits(person.kept.refused, "35 or so")
        assert person.kept.session.raw == {}
        person.edits(person.kept.refused, "35")
        assert person.kept.session.raw == {"age": 35}
        assert said(NEXT) in person.text
        assert person.kept.refused is None
        assert list(person.kept.typed) == ["age"]

    @pytest.mark.parametrize("back", [1, 3])
    def test_any_other_message_is_told_once_and_changes_nothing(self, back: int) -> None:
        person = at(*TO_AGE, "35")
        before, other = person.kept.session, person.kept.typed["age"] - back
        person.edits(other, "36")
        assert person.text == said("edited-in-vain")
        assert person.kept.session == before
        assert person.edits(other, "37").effects == ()

    def test_a_refused_one_is_past_once_the_question_was_answered(self) -> None:
        person = at(*TO_AGE, "thirty five or so")
        refused = person.kept.refused
        person.taps_choice("band1")
        person.edits(refused, "35")
        assert person.text == said("edited-in-vain")
        assert said(NEXT) not in person.text

    def test_an_answer_that_is_gone_is_told_of_as_any_other(self) -> None:
        person = at(*TO_AGE, "35")
        typed = person.kept.typed["age"]
        person.says("/new")
        assert person.kept.typed == {}
        person.edits(typed, "36")
        assert person.text == said("edited-in-vain")

    def test_no_more_messages_are_kept_than_answers(self) -> None:
        person = at(*TO_AGE, "35")
        for age in range(20, 50):
            person.says("back", str(age))
        assert len(person.kept.typed) == len(person.kept.session.answers) == 1


class TestAlbums:
    def test_one_is_answered_once(self) -> None:
        person = at(*TO_AGE)
        answers = [person.sends(photo=[THING], media_group_id="a").effects for _ in range(4)]
        assert [len(one) for one in answers] == [1, 0, 0, 0]
        assert person.sends(photo=[THING], media_group_id="b").effects

    def test_its_caption_is_no_answer_and_its_other_files_are_not_answered(self) -> None:
        person = at(*TO_AGE)
        person.sends(photo=[THING], media_group_id="a", caption="35")
        assert said("unread-captioned") in person.text
        assert person.sends(photo=[THING], media_group_id="a").effects == ()
        assert person.kept.session.raw == {}


LINK = "https://t.me/yauchoi_bot?start=qmas"
ADDED = {"old_chat_member": {"status": "left"}, "new_chat_member": {"status": "member"}}
US = {"id": 1, "is_bot": True, "username": "Yauchoi_Bot"}


def lines(*languages: str) -> str:
    """Return what is said in a group, in these languages."""
    return "\n".join(said("telegram-group", one, link=LINK) for one in languages)


class TestGroups:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("en-GB", lines("en")),
            ("zh-hk", lines("zh-Hant")),
            ("zh-cn", lines("zh-Hans")),
            ("fr", lines(*LANGUAGES)),
            (None, lines(*LANGUAGES)),
        ],
    )
    @pytest.mark.parametrize(
        "fields",
        [
            {"text": "/start"},
            {"text": "/start@yauchoi_bot"},
            {"text": "/delete@Yauchoi_Bot now"},
            {"group_chat_created": True},
            {"new_chat_members": [{"id": 2, "is_bot": False}, US]},
        ],
        ids=str,
    )
    @pytest.mark.parametrize("kind", ["group", "supergroup"])
    def test_one_line_is_said_in_the_language_of_whoever_speaks_and_nothing_is_kept(
        self, fields: dict[str, Any], kind: str, code: str | None, text: str
    ) -> None:
        chat, sender = {"id": -100, "type": kind}, Person(code).sender
        message = {"message_id": 1, "chat": chat, "from": sender} | fields
        turn = Person().take({"message": message})
        effect = Effect("sendMessage", {"chat_id": -100, "text": text})
        assert turn == Turn(1, None, (effect,), to=-100)

    @pytest.mark.parametrize(("code", "languages"), [("zh-hk", ("zh-Hant",)), (None, LANGUAGES)])
    def test_being_added_is_answered(self, code: str | None, languages: tuple[str, ...]) -> None:
        change = {"chat": GROUP, "from": Person(code).sender, "date": 9} | ADDED
        turn = Person().take({"my_chat_member": change})
        text = lines(*languages)
        effect = Effect("sendMessage", {"chat_id": -100, "text": text})
        assert turn == Turn(1, None, (effect,), to=-100)

    def test_being_added_is_answered_once_however_often_it_is_told(self) -> None:
        turns = Turns(LIBRARY, words(), ABOUT)

        def told(raw: dict[str, Any]) -> int:
            return len(turns.turn(Accepted(1, -100, raw), None, TODAY).effects)

        change = {"my_chat_member": {"chat": GROUP, "date": 100} | ADDED}
        message = {"message_id": 1, "chat": GROUP, "date": 101, "new_chat_members": [US]}
        assert [told(change), told({"message": message}), told(change)] == [1, 0, 0]
        assert told({"message": message | {"text": "/start"}}) == 1, "a command always is"
        other = {"chat": GROUP | {"id": -200}, "date": 101} | ADDED
        assert told({"my_chat_member": other}) == 1
        assert told({"my_chat_member": {"chat": GROUP, "date": 500} | ADDED}) == 1

    def test_what_becomes_a_supergroup_moves(self) -> None:
        chat = {"id": -5, "type": "group"}
        message = {"message_id": 1, "chat": chat, "migrate_to_chat_id": -100}
        assert Person().take({"message": message}) == Turn(1, to=-5, moved_to=-100)
        message = {"message_id": 1, "chat": GROUP, "migrate_from_chat_id": -5}
        assert Person().take({"message": message}) == Turn(1, to=-5, moved_to=-100)


TOPIC = {"message_thread_id": 77, "is_topic_message": True}


def threads(person: Person) -> set[Any]:
    """Return the topics that the last turn speaks to."""
    spoken = [one for one in person.sent if one.method.startswith(("send", "editMessageText"))]
    return {one.parameters.get("message_thread_id") for one in spoken}


class TestTopics:
    def test_what_is_said_in_one_is_answered_there(self) -> None:
        person = at(*TO_RESULT)
        for text in ("/help", "enough", "/mydata", "A score card to keep", "/delete"):
            person.sends(text=text, **TOPIC)
            assert threads(person) == {77}
        person.says("/help")
        assert threads(person) == {None}, "each turn goes by its own update"

    def test_a_card_follows_into_its_topic(self) -> None:
        person = at(*TO_RESULT, "enough", "A score card to keep")
        person.sends(text="Make the card", **TOPIC)
        assert person.methods[1:] == ["sendChatAction", "sendPhoto", "sendDocument"]
        assert threads(person) == {77}

    def test_a_tap_is_answered_where_its_message_stands(self) -> None:
        person = at(*TO_AGE)
        assert person.chat is not None
        message = {"message_id": person.chat.screen, "chat": PRIVATE} | TOPIC
        data = f"y:{person.chat.rev}:band1"
        person.take({"callback_query": {"id": "q", "data": data, "message": message}})
        assert person.methods == ["answerCallbackQuery", "editMessageText"]
        assert threads(person) == {77}
        assert "message_thread_id" not in person.sent[0].parameters

    def test_an_edit_that_fits_nothing_is_told_there(self) -> None:
        person = at(*TO_AGE)
        person.edits(1, "36", **TOPIC)
        assert threads(person) == {77}

    @pytest.mark.parametrize(
        "fields", [{"message_thread_id": 5}, {"message_thread_id": "5", "is_topic_message": True}]
    )
    def test_a_thread_of_replies_is_none(self, fields: dict[str, Any]) -> None:
        person = at(*TO_AGE)
        person.sends(text="/help", **fields)
        assert threads(person) == {None}

    def test_in_a_group_the_line_stands_in_the_topic_of_the_command(self) -> None:
        person = Person()
        person.take({"message": {"message_id": 1, "chat": GROUP, "text": "/start"} | TOPIC})
        assert threads(person) == {77}


class TestRulesThatChangeInBetween:
    """A screen of the day before asks by other rules; today's question may be another one."""

    @pytest.mark.parametrize("typed", [True, False])
    @pytest.mark.parametrize("asked", ["renowned_degree", "hkpr_relative", "age"])
    def test_what_is_said_to_it_is_no_answer_to_another(self, asked: str, typed: bool) -> None:
        person = Person(on=date(2024, 10, 31))
        person.says(*TO_AGE)
        while asked_of(person) != asked:
            way = {"degree": "master", "age": "band1"}.get(asked_of(person) or "", "unsure")
            person.taps_choice(way)
        shown, told = person.rows[1][0], person.kept.session.raw
        person.on = date(2024, 11, 1)
        if typed:
            person.says(shown["text"])
        else:
            person.taps(shown["callback_data"])
        assert person.kept.session.raw == told
        assert said("notice-rules-changed", day=date(2024, 11, 1)) in person.text
        anew = asked_of(person)
        assert anew is not None
        person.taps(person.rows[1][0]["callback_data"])
        assert anew in person.kept.session.raw, "from here on it is answered"

    def test_a_deletion_is_confirmed_all_the_same(self) -> None:
        person = Person(on=date(2024, 10, 31))
        person.says(*TO_AGE, "/delete")
        person.on = date(2024, 11, 1)
        person.taps_choice("delete")
        assert person.chat is None


def asked_of(person: Person) -> str | None:
    """Return the fact that is being asked."""
    return enter(LIBRARY, person.kept.session, person.on).standing.question


class TestMore:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_question_shows_what_helps_to_answer_it_and_one_button_for_the_rest(
        self, language: str
    ) -> None:
        person = at("/start", language=language)
        person.taps_choice("agree")
        person.taps_choice("hk-qmas-gpt")
        person.taps_choice("band1")
        *_, helps, more = person.rows
        ids = ("unsure", "why", "back")
        assert [one["text"] for one in helps] == [said(f"control-{id_}", language) for id_ in ids]
        assert [one["text"] for one in more] == [said("control-more", language)]
        rest = ("edit", "language", "restart", "person")
        assert person.all_labels[-4:] == [said(f"control-{id_}", language) for id_ in rest]

    def test_it_opens_in_place_and_changes_nothing(self) -> None:
        person = at(*TO_AGE)
        before, options = person.chat, person.rows[:-2]
        person.taps_choice("more")
        assert person.methods == ["answerCallbackQuery", "editMessageReplyMarkup"]
        assert before is not None
        assert person.sent[-1].parameters["message_id"] == before.screen
        assert person.chat == before
        assert person.rows[: len(options)] == options
        person.taps_choice("language")
        assert person.kept.session.over == "language"

    @pytest.mark.parametrize("typed", [*(said("control-more", one) for one in LANGUAGES), "more"])
    def test_what_it_says_can_be_typed_as_well(self, typed: str) -> None:
        person = at(*TO_AGE)
        person.says(typed)
        assert person.methods == ["sendMessage"]
        assert said(AGE) in person.text
        assert said("control-restart") in person.labels
        assert said("control-more") not in person.labels
        person.taps_choice("person")
        assert person.kept.session.over == "person"

    def test_where_the_message_cannot_be_named_it_is_shown_anew(self) -> None:
        person = at(*TO_AGE)
        assert person.chat is not None
        query = {"id": "q", "from": person.sender, "data": f"y:{person.chat.rev}:more"}
        person.take({"callback_query": query | {"message": {"chat": PRIVATE}}})
        assert person.methods == ["answerCallbackQuery", "sendMessage"]
        assert said("control-restart") in person.labels

    def test_a_stale_one_is_told_as_any_other(self) -> None:
        person = at(*TO_AGE)
        assert person.chat is not None
        person.taps(f"y:{person.chat.rev - 1}:more")
        assert person.sent[0].parameters["text"] == said("stale-screen")

    def test_where_no_question_is_asked_it_is_no_choice(self) -> None:
        person = at(*TO_RESULT, "enough")
        person.taps_choice("more")
        assert said("problem-stale") in person.text

    def test_buttons_of_before_are_taken_as_ever(self) -> None:
        person = at(*TO_AGE)
        person.taps_choice("person")
        assert person.kept.session.over == "person"

    def test_with_no_answer_there_is_none_to_change(self) -> None:
        person = at(*TO_AGE)
        assert said("control-edit") not in person.all_labels
        person.says("35")
        assert said("control-edit") in person.all_labels


def bold(effect: Effect) -> list[str]:
    """Return what a message shows in bold, cut out as Telegram does it."""
    raw = effect.parameters["text"].encode("utf-16-le")
    found = effect.parameters.get("entities", [])
    cut = [(one["offset"] * 2, (one["offset"] + one["length"]) * 2) for one in found]
    return [raw[start:end].decode("utf-16-le") for start, end in cut]


class TestBold:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_heading_and_the_verdict_are(self, language: str) -> None:
        session = replace(at(*TO_RESULT, "enough").kept.session, language=language)
        person = Person(language, chat=Chat(7, Kept(session).dump(), rev=1))
        person.says("/result")
        heading, verdict = person.text.split("\n\n")[:2]
        assert bold(person.sent[-1]) == [heading, verdict]

    def test_a_sign_of_two_units_moves_none(self) -> None:
        said_ = Styled("😀 a verdict 😀", ((2, 11),))
        effect = Effect("sendMessage", said_.parameters())
        assert bold(effect) == ["a verdict"]
        assert said_.parameters()["entities"][0] == {"type": "bold", "offset": 3, "length": 9}

    @given(st.lists(st.tuples(st.text(st.sampled_from("a字😀 \n"), min_size=1), st.booleans())))
    @settings(deadline=None)
    def test_pieces_carry_what_is_bold_in_the_whole(self, parts: list[tuple[str, bool]]) -> None:
        text, spans = "", []
        for part, heavy in parts:
            spans += [(len(text), len(text) + len(part))] if heavy else []
            text += part
        marked = [letter for a, b in spans for letter in text[a:b] if not letter.isspace()]
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("bot.telegram.screens.TEXT_UNITS", 12)
            found = pieces(Styled(text, tuple(spans)))
        assert all(0 < units(one.text) <= 12 for one in found)
        assert "".join("".join(one.text for one in found).split()) == "".join(text.split())
        shown = [letter for one in found for b in bold_of(one) for letter in b]
        assert [letter for letter in shown if not letter.isspace()] == marked


def bold_of(piece: Styled) -> list[str]:
    """Return the bold stretches of a piece as it is sent."""
    return bold(Effect("sendMessage", piece.parameters()))


class TestMembership:
    def test_who_blocks_is_marked_and_who_returns_is_not(self) -> None:
        person = at(*TO_AGE, "35")
        before = person.kept
        for status, blocked in (("kicked", True), ("member", False), ("left", True)):
            change = {"chat": PRIVATE, "new_chat_member": {"status": status}}
            turn = person.take({"my_chat_member": change})
            assert turn.effects == ()
            assert turn.chat is not None
            assert turn.chat.blocked is blocked
            assert person.kept == before
        person.says("/start")
        assert person.chat is not None
        assert not person.chat.blocked


class TestDeepLinks:
    @pytest.mark.parametrize(
        ("payload", "scheme"),
        [("qmas", "hk-qmas-gpt"), ("achievement", "hk-qmas-apt"), ("macao", "mo-technical")],
    )
    def test_one_leads_to_its_route_after_the_notice(self, payload: str, scheme: str) -> None:
        person = at(f"/start {payload}")
        assert said("notice-title") in person.text
        person.taps_choice("agree")
        assert person.kept.session.scheme == scheme
        assert person.kept.wish is None
        again = at("/start", "start", f"/start {payload}")
        assert again.kept.session.scheme == scheme

    @pytest.mark.parametrize("payload", ["", "unheard-of", "qmas qmas", "hk-qmas-gpt", "<&_*["])
    def test_an_unknown_one_is_a_plain_start(self, payload: str) -> None:
        person, plain = at(f"/start {payload}"), at("/start")
        assert person.sent == plain.sent
        assert person.kept == plain.kept

    @pytest.mark.parametrize("payload", ["", "qmas", "macao", "unheard-of"])
    def test_none_resets_what_is_under_way(self, payload: str) -> None:
        person = at(*TO_AGE, "35")
        before = person.kept.session
        person.says(f"/start {payload}")
        assert person.kept.session == before
        assert said("go-on") in person.text
        assert said(NEXT) in person.text


class TestCommands:
    @pytest.mark.parametrize("name", COMMANDS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_is_known_everywhere(self, name: str, language: str) -> None:
        for way in (("/start",), TO_AGE, (*TO_AGE, "35", "/edit"), (*TO_AGE, "17"), TO_RESULT):
            person = at(*way)
            person.says("/language", language, f"/{name}")
            assert person.text
            assert said("unknown-command", language) not in person.text

    def test_mydata_gives_all_that_is_sealed_as_a_file(self) -> None:
        person = at(*TO_AGE, "35", "/mydata")
        [document] = person.sent
        assert document.method == "sendDocument"
        assert json.loads(document.parameters["document"])["kept"] == person.kept.dump()

    def test_mydata_of_a_stranger_keeps_nothing(self) -> None:
        assert at("/mydata").chat is None

    def test_delete_asks_first_and_forgets_then(self) -> None:
        person = at(*TO_AGE, "35", "/delete")
        assert person.labels == [said("delete-yes"), said("delete-no")]
        turn = person.taps_choice("delete")
        assert turn.forget
        assert turn.chat is None
        assert turn.to == 7
        assert person.sent[-1].last
        assert said("telegram-deleted") in person.text

    @pytest.mark.parametrize("text", ["/help", "/start", "/cancel", "/fly", "👍"])
    def test_a_deletion_is_withdrawn_by_whatever_shows_the_question_again(self, text: str) -> None:
        person = at(*TO_AGE, "/delete", text)
        assert said(AGE) in person.text
        person.taps_choice("unsure")
        assert person.kept.session.answer("age") is not None

    def test_a_deletion_is_withdrawn_by_a_stale_tap_which_shows_the_question(self) -> None:
        person = at(*TO_AGE, "/delete")
        person.taps("y:1:band1")
        person.taps_choice("delete")
        assert person.chat is not None

    def test_a_deletion_is_withdrawn_by_its_button(self) -> None:
        person = at(*TO_AGE, "35", "/delete")
        person.taps_choice("keep")
        assert person.kept.session.raw == {"age": 35}
        assert said(NEXT) in person.text


SCOPE = {"type": "chat", "chat_id": 7}
AWAY = ("deleteMyCommands", {"scope": SCOPE})


def menus(person: Person) -> list[tuple[str, dict[str, Any]]]:
    """Return the calls of the last turn that concern the commands of the chat."""
    return [(e.method, e.parameters) for e in person.sent if "MyCommands" in e.method]


def menu(language: str) -> tuple[str, dict[str, Any]]:
    """Return the call that gives the chat a list of its own."""
    return "setMyCommands", {"commands": menu_of(words(), language), "scope": SCOPE}


# A client's code, the languages chosen one after the other, and what each choice does.
FOLLOWED: list[tuple[str | None, dict[str, Any]]] = [
    ("en", {"zh-Hant": menu("zh-Hant"), "zh-Hans": menu("zh-Hans"), "en": AWAY}),
    ("en-GB", {"zh-Hans": menu("zh-Hans"), "en": AWAY}),
    ("zh-hk", {"en": menu("en"), "zh-Hans": menu("zh-Hans"), "zh-Hant": AWAY}),
    ("zh-hant", {"zh-Hans": menu("zh-Hans"), "zh-Hant": AWAY}),
    ("zh-cn", {"zh-Hant": AWAY, "en": menu("en"), "zh-Hans": menu("zh-Hans")}),
    ("fr", {"zh-Hant": menu("zh-Hant"), "en": AWAY}),
    (None, {"zh-Hans": menu("zh-Hans"), "en": AWAY}),
]


class TestCommandsFollowTheLanguage:
    @pytest.mark.parametrize(("code", "chosen"), FOLLOWED, ids=[str(c) for c, _ in FOLLOWED])
    @pytest.mark.parametrize("typed", [True, False], ids=["typed", "tapped"])
    def test_where_telegram_would_show_another(
        self, code: str | None, chosen: dict[str, Any], typed: bool
    ) -> None:
        person = at("/start", language=code)
        for language, expected in chosen.items():
            person.says("/language")
            assert menus(person) == []
            name = said("language-name", language)
            person.says(name) if typed else person.taps_choice(language)
            assert person.kept.session.language == language
            assert menus(person) == [expected]
            assert person.sent[-1].passing, "nobody waits for it"
            assert person.sent[-2].screen, "the screen comes first"
            person.says("/start", "/help", "/new", "/why")
            assert menus(person) == [], "on that turn alone"

    @pytest.mark.parametrize(("code", "language"), [("en", "en"), ("zh-tw", "zh-Hant")])
    def test_not_where_telegram_shows_it_by_itself(self, code: str, language: str) -> None:
        person = at("/start", language=code)
        assert menus(person) == []
        for text in ("/language", said("language-name", language), "/language", "/cancel"):
            person.says(text)
            assert person.kept.session.language == language
            assert menus(person) == []

    def test_a_first_choice_of_what_is_shown_already_changes_nothing(self) -> None:
        person = at("/start", "English", language="fr")
        assert person.kept.session.language == "en"
        assert menus(person) == []

    @pytest.mark.parametrize("code", ["zh-cn", "zh-hans", "zh-SG"])
    def test_a_language_that_is_read_from_the_client_is_followed_as_well(self, code: str) -> None:
        person = at("/start", language=code)
        assert menus(person) == [menu("zh-Hans")]
        person.says("/start")
        assert menus(person) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_with_a_deletion_the_chats_own_list_goes(self, language: str) -> None:
        person = at("/start", "/language", said("language-name", language), "/delete")
        person.taps_choice("delete")
        assert menus(person) == [AWAY]
        assert person.sent[-1].passing
        assert person.sent[-1].last, "what is left of it in the log goes with it"


# What clients are known to send as their language, and odd codes; None asks the person.
CODES = {
    "en": "en en-GB en-US en_US EN en-raw en-beta",
    "zh-Hans": (
        "zh-hans zh-Hans zh-hans-cn zh-hans-hk zh-hans-sg zh-hans-mo zh-hans-raw zh-hans-beta "
        "zh-CN zh_CN zh-cn zh-SG zh_SG zh-MY zh-my zh_Hans_CN zh-hans-my yue-Hans yue-CN "
        "cmn cmn-hans wuu wuu-CN"
    ),
    "zh-Hant": (
        "zh zh-hant zh-Hant zh-hant-hk zh-hant-tw zh-Hant-MO zh-hant-cn zh-hant-raw zh-hant-beta "
        "zh-hk zh-HK zh_HK zh-tw zh-TW zh_TW zh-mo zh_MO zh-raw zh-us yue yue-HK yue-hant "
        "cmn-TW cmn-hant-tw"
    ),
}
NOBODYS = ["", "-", "_", "--", "zh2", "zhcn", "hans", "hant-zh", "fr", "pt-br", "sr-latn", "x" * 40]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        *((code, language) for language, codes in CODES.items() for code in codes.split()),
        *((code, None) for code in NOBODYS),
    ],
)
def test_the_language_of_a_client_is_ours_or_none(code: str, language: str | None) -> None:
    assert client_language(code, LANGUAGES) == language
    assert at("/start", language=code).kept.session.language == language


class TestTheChoiceOfALanguage:
    """Whoever chose a language is answered in it, whatever the client says."""

    @pytest.mark.parametrize("client", ["en", "zh-hans", "zh-hk", "zh", "zh-hans-raw", "fr", ""])
    @pytest.mark.parametrize("chosen", LANGUAGES)
    @pytest.mark.parametrize("typed", [True, False], ids=["typed", "tapped"])
    def test_wins_over_a_client_that_tells_its_own_late(
        self, client: str, chosen: str, typed: bool
    ) -> None:
        person = at("/start", language=None)
        assert said("language-ask") in person.text
        person.language = client
        name = said("language-name", chosen)
        person.says(name) if typed else person.taps_choice(chosen)
        assert person.kept.session.language == chosen
        assert said("notice-title", chosen) in person.text
        assert said("stale-screen", chosen) not in person.text

    @pytest.mark.parametrize("client", ["en", "zh-hans", "zh-hk", "fr", ""])
    @pytest.mark.parametrize("chosen", LANGUAGES)
    def test_wins_over_the_one_that_was_read_from_the_client(
        self, client: str, chosen: str
    ) -> None:
        person = at("/start", "/language", language=client)
        person.taps_choice(chosen)
        assert person.kept.session.language == chosen

    def test_is_asked_in_all_languages_and_so_is_what_could_not_be_read(self) -> None:
        person = at("/start", "Klingon", language=None)
        for language in LANGUAGES:
            assert said("problem-not-an-option", language, found="Klingon") in person.text
            assert said("language-ask", language) in person.text

    def test_is_asked_back_where_a_name_leaves_the_script_open(self) -> None:
        person = at("/start", "中文", language=None)
        for language in LANGUAGES:
            assert said("problem-which-script", language, found="中文") in person.text
        person.says("简体")
        assert person.kept.session.language == "zh-Hans"


class Watched(Terminal):
    """The terminal, whose places are seen."""

    places: list[Place]

    def show(self, shown: Show, language: str) -> None:
        self.places.append(shown.place)
        super().show(shown, language)


def carried(text: str) -> bool:
    """Whether Telegram carries a text at all."""
    return bool(text.strip()) and units(text) <= TEXT_UNITS


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_golden_conversation_is_the_same_on_telegram(path: Path) -> None:
    language, on, replies = read_script(path)
    replies = [text for text in replies if carried(text)]
    terminal = Watched(LIBRARY, words(), io.StringIO(), echo=False)
    terminal.places = []
    terminal.hold(Session(language=language), replies, on)
    person = Person(language, on)
    for text, place in zip(("/start", *replies), terminal.places, strict=False):
        person.says(text)
        assert person.kept.session == place.session
        _says_all_of(person, place)


def _says_all_of(person: Person, place: Place) -> None:
    language = place.session.language or "en"
    for block in place.reply.blocks:
        assert words().render(language, block.text) in person.text
    labels = person.all_labels
    for choice in place.reply.choices:
        assert words().label(language, choice.label) in labels
    if place.reply.state == "language":
        assert {said("language-name", one) for one in LANGUAGES} <= set(person.labels)


def within_limits(effect: Effect) -> None:
    """Hold a call against what Telegram takes."""
    text = effect.parameters.get("text", "")
    assert "parse_mode" not in effect.parameters
    if effect.method in {"sendMessage", "editMessageText"}:
        assert text.strip()
        assert units(text) <= TEXT_UNITS
    if effect.method == "answerCallbackQuery":
        assert len(text) <= 200
    assert units(effect.parameters.get("caption", "")) <= 1024
    buttons = [button for row in rows(effect) for button in row]
    assert len(buttons) <= 100
    for button in buttons:
        assert button["text"].strip()
        assert 1 <= len(button["callback_data"].encode()) <= DATA_BYTES


CHOSEN = [
    ("hk-qmas-gpt", TODAY),
    ("hk-qmas-gpt", date(2024, 10, 31)),
    ("hk-qmas-gpt", date(2015, 6, 1)),
    ("hk-qmas-gpt", date(2007, 6, 1)),
    ("hk-qmas-apt", TODAY),
    ("mo-technical", TODAY),
]


def walks(language: str) -> Iterator[Person]:
    """Yield a person at every screen of many walks, to the result and the former test beside."""
    lot = random.Random(20261122)  # noqa: S311 - which answers, no secret
    for chosen, on in CHOSEN:
        for way in ("first", "last", "unsure", "lot", "lot", "lot"):
            person = Person(language, on, chat=Chat(7, rev=10**12))
            person.says("/start")
            yield person
            choice: str | None = "agree"
            while choice:
                person.taps_choice(choice)
                yield person
                choice = chosen if choice == "agree" else _picked(person, way, lot)
            for text in ("/why", "/edit", "/cancel", "/person", "/privacy", "/delete"):
                person.says(text)
                yield person


def _picked(person: Person, way: str, lot: random.Random) -> str | None:
    offered = [b["callback_data"].split(":")[2] for row in person.rows for b in row]
    for lead in ("on", "former"):
        if lead in offered and not person.kept.session.former:
            return lead
    if "unsure" not in offered:
        return None
    options = offered[: offered.index("unsure")]
    options = options[: -1 if options[-1:] == ["resume"] else None]
    return {"first": options[0], "last": options[-1], "unsure": "unsure"}.get(
        way, lot.choice(options)
    )


class TestLimits:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_screen_of_many_walks_is_taken(self, language: str) -> None:
        states, beside, longest = set(), 0, 0
        side_by_side = said("former-kept", language, day=date(2024, 11, 1))
        for person in walks(language):
            for effect in person.sent:
                within_limits(effect)
            shown = person.text
            states |= {person.kept.session.over or "resting"}
            beside += side_by_side in shown
            longest = max(longest, units(shown))
        assert {"review", "resting"} <= states
        assert beside
        assert longest > 1000

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_published_and_toasted(self, language: str) -> None:
        for name in COMMANDS:
            assert 1 <= len(said(f"command-{name}", language)) <= 256
        assert 1 <= len(said("telegram-description", language)) <= 512
        assert 1 <= len(said("telegram-short-description", language)) <= 120
        assert 1 <= len(said("stale-screen", language)) <= 200
        assert 1 <= units(said("mydata", language)) <= 1024

    @given(st.text(st.sampled_from("a字😀\n <&"), min_size=1), st.integers(1, 5000))
    @settings(max_examples=60, deadline=None)
    def test_a_text_of_any_length_goes_out_whole(self, text: str, times: int) -> None:
        whole = text * times
        found = [piece.text for piece in pieces(Styled(whole))]
        assert all(piece.strip() and units(piece) <= TEXT_UNITS for piece in found)
        assert "".join("".join(found).split()) == "".join(whole.split())

    def test_a_long_result_keeps_its_buttons_on_the_last_message(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        person = at(*TO_RESULT)
        whole = person.text
        monkeypatch.setattr("bot.telegram.screens.TEXT_UNITS", 150)
        person.says("/start")
        *earlier, last = person.sent
        assert len(earlier) > 1
        assert not any(rows(effect) or effect.screen for effect in earlier)
        assert last.screen
        assert rows(last)
        assert " ".join(person.text.split()).endswith(" ".join(whole.split()))
        person.says("/language")
        person.taps_choice("en")
        assert person.methods[0] == "answerCallbackQuery"
        assert set(person.methods[1:]) == {"sendMessage"}, "several messages are no edit"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_signs_that_markup_uses_arrive_as_they_are(self, language: str) -> None:
        name = "A<b>&amp;_*[x](y)`~"
        person = Person(language, about=replace(ABOUT, operator=name, contact=f"{name}@x.org"))
        person.says("/start", "/about")
        assert f"{name}@x.org" in person.text
        person.says("/privacy")
        assert name in person.text
        person.taps_choice("agree")
        person.says("<i>&_*[no]")
        assert "<i>&_*[no]" in person.text
        for effect in person.sent:
            within_limits(effect)

    def test_half_a_character_is_kept_and_sends_nothing_that_cannot_be_sent(self) -> None:
        person = at(*TO_AGE)
        half = json.loads('"half \\ud83d"')
        seal = Seal((new_key(),))
        turn = person.sends(text=half, media_group_id=half)
        assert said(AGE) in person.text
        assert seal.open(seal.seal({"text": half})) == {"text": half}
        query = {"id": half, "data": half, "message": {"message_id": 1, "chat": PRIVATE}}
        for effect in (*turn.effects, *person.take({"callback_query": query}).effects):
            json.dumps(effect.parameters, ensure_ascii=False).encode()


KEYS = """
    update_id message edited_message callback_query my_chat_member channel_post chat id type text
    caption from language_code message_id data media_group_id photo voice sticker contact dice
    location migrate_to_chat_id new_chat_member old_chat_member new_chat_members status date
    group_chat_created message forward_origin is_topic_message message_thread_id poll username
""".split()
TEXTS = st.sampled_from(
    [
        *(f"/{name}" for name in COMMANDS),
        *"/start@yauchoi_bot,/start qmas,/@,y:1:agree,y:3:band1,private,group,en,zh-hk".split(","),
        *"kicked,member,35,yes,bachelor,👍,，,?,\ud800".split(","),
    ]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([7, -100, 1 << 70])
    | st.floats()
    | TEXTS
    | st.text(max_size=20)
)
PARTS = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=20,
)
FIELDS = st.dictionaries(st.sampled_from(KEYS), PARTS, max_size=4)
CHAT = st.sampled_from([PRIVATE, GROUP]) | st.fixed_dictionaries(
    {}, optional={"id": LEAVES, "type": PARTS}
)


@st.composite
def updates(draw: st.DrawFn, chats: st.SearchStrategy[Any] = CHAT) -> dict[str, Any]:
    """Draw an update that is nearly one: of a known kind, with a chat, and anything besides."""
    kind = draw(st.sampled_from(ALLOWED))
    body = draw(FIELDS) | {"chat": draw(chats), "message_id": draw(st.integers(0, 9) | LEAVES)}
    if draw(st.booleans()):
        body["text"] = draw(TEXTS | st.text(max_size=20))
    if kind == "callback_query":
        body = {"id": "q", "data": draw(TEXTS | LEAVES), "message": body, "from": draw(PARTS)}
    return {kind: body}


STANDS = [Person().chat, *(at(*way).chat for way in (("/start",), TO_AGE, TO_RESULT))]
HARD = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


@HARD
@given(FIELDS | updates(), st.sampled_from(STANDS))
def test_no_update_is_poison(raw: dict[str, Any], chat: Chat | None) -> None:
    read(raw)
    seal = Seal((new_key(),))
    for update_id in (1, raw.get("update_id")):
        update = accept(raw | {"update_id": update_id})
        if update is not None:
            assert read(raw).chat_id in {None, update.chat_id}
            turn = Turns(LIBRARY, words(), ABOUT).turn(update, chat, TODAY)
            seal.open(seal.seal([update.raw, turn.chat and turn.chat.state]))
            for effect in turn.effects:
                within_limits(effect)
                json.dumps(effect.parameters, ensure_ascii=False).encode()


@HARD
@given(st.data(), st.sampled_from(["group", "supergroup", "channel", "sender", "", None, 7]))
def test_nothing_personal_is_ever_asked_in_a_group(data: st.DataObject, kind: Any) -> None:
    chat = {"id": -100, "type": kind}
    raw = data.draw(updates(st.just(chat)))
    turn = Turns(LIBRARY, words(), ABOUT).turn(Accepted(1, -100, raw), None, TODAY)
    allowed = {lines(*LANGUAGES), *(lines(one) for one in LANGUAGES)}
    assert turn.chat is None
    assert not turn.forget
    for effect in turn.effects:
        assert effect.method == "sendMessage"
        assert effect.parameters["text"] in allowed
        assert effect.parameters.keys() <= {"chat_id", "text", "message_thread_id"}
