"""A channel made up here holds whole conversations: none of what it says is another channel's."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cards.issue import Cards
from bot.cards.maker import CardMaker
from bot.cards.order import Order
from bot.conversation import lexicon
from bot.conversation.acts import (
    Act,
    Asked,
    Chose,
    Disclose,
    Edited,
    Forget,
    Hand,
    Opened,
    Said,
    Sent,
    Show,
    Tell,
    Toast,
)
from bot.conversation.data import About
from bot.conversation.kept import VERSION, Kept
from bot.conversation.layout import options, paragraphs, ways
from bot.conversation.turn import Conversation
from bot.sealing import new_key
from bot.words.catalogue import words
from flows.dialogue import Reply, Session
from tests.conversing import FOLDER, read
from tests.shelf import LIBRARY

TODAY = date(2026, 11, 22)
ABOUT = About("The testers", "testers@example.org", 30, 90, "paper")
TO_RESULT = ("start", "1", "35", "other", "yes", "clean", "bachelor", "chinese", "1", "enough")
SCRIPTS = sorted(FOLDER.glob("*.txt"))


class Paper:
    """The channel: what is said is written down line by line, what is kept lies in a drawer."""

    def __init__(self, language: str = "", on: date = TODAY, about: About | None = ABOUT) -> None:
        self.conversation = Conversation(LIBRARY, words(), about)
        self.language = language
        self.on = on
        self.drawer: dict[str, Any] = {}
        self.lines: list[str] = []
        self.files: list[Any] = []

    def does(self, *acts: Act) -> "Paper":
        for act in acts:
            talk = self.conversation.talk("paper", self.drawer, self.on, self.language)
            after = self.conversation.turn(talk, act, self.on)
            self.drawer = self.drawer if after.stored is None else after.stored
            self.lines = [
                text for one in after.answers for text in self.written(one, after.language)
            ]
        return self

    def says(self, *texts: str) -> "Paper":
        return self.does(*(Said(text) for text in texts))

    def written(self, answer: Any, language: str) -> Iterator[str]:
        match answer:
            case Show(reply=reply):
                yield from (
                    text for part in paragraphs(reply, language, words()) for _, text in part
                )
                yield from (f"( ) {label}" for _, label in options(reply, language, words()))
                yield from (f"[{label}]" for _, label in ways(reply, language, words()))
            case Tell(blocks):
                told = paragraphs(Reply("", blocks, ()), language, words())
                yield from (text for part in told for _, text in part)
            case Toast(message):
                yield words().render(language, message)
            case Hand(given, caption) | Disclose(given, caption):
                self.files.append(given)
                yield words().render(language, caption)
            case Forget():
                self.drawer = {}
                yield "The drawer is empty."

    @property
    def session(self) -> Session:
        return Kept.load(self.drawer).session


def said(id_: str, **args: Any) -> str:
    return words().text("en", id_, **args)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# Where the options or ways of a screen begin in the terminal.
CHOICES = re.compile(r"\n(?=  \w+  |\[ )")


def golden(path: Path) -> list[list[str]]:
    """Return the paragraphs of each screen of a golden conversation, as they are said."""
    found = []
    for screen in path.read_text("utf-8").split("-" * 78)[1:]:
        text = CHOICES.split(screen.partition("\n> ")[0])[0]
        found.append([re.sub(r"(?m)^[*!] ", "", one) for one in text.strip("\n").split("\n\n")])
    return found


def acts_of(replies: list[str]) -> list[Act]:
    return [Opened(), *map(Said, replies)]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_golden_conversation_is_held_to_its_end(path: Path) -> None:
    language, on, replies = read(path)
    paper = Paper(on=on, about=None)
    paper.drawer = Kept(Session(language=language)).dump()
    screens = golden(path)
    assert len(screens) in {len(replies), len(replies) + 1}, "the last reply may be a goodbye"
    for act, screen in zip(acts_of(replies), screens, strict=False):
        paper.does(act)
        page = squeezed("".join(paper.lines))
        assert [one for one in screen if squeezed(one) not in page] == []


class TestData:
    def test_privacy_says_who_keeps_what_and_the_question_stands(self) -> None:
        paper = Paper("en").says("start", "1").does(Asked("privacy"))
        page = "\n".join(paper.lines)
        assert ABOUT.operator in page
        assert ABOUT.contact in page
        assert said("stored-answers") in page
        assert said("ask-age") in page

    def test_the_notice_says_how_long_answers_are_kept(self) -> None:
        kept = said("notice-kept", finished=90)
        assert kept in Paper("en").does(Opened()).lines
        assert kept not in Paper("en", about=None).does(Opened()).lines

    def test_my_data_are_all_that_lies_in_the_drawer(self) -> None:
        paper = Paper("en").says("start", "1", "35").does(Asked("mydata"))
        assert paper.files == [paper.drawer]
        assert paper.lines == [said("mydata")]
        assert Paper("en").does(Asked("mydata")).drawer == {}

    def test_a_deletion_is_offered_and_done(self) -> None:
        paper = Paper("en").says("start", "1", "35").does(Asked("delete"))
        assert said("delete-ask") in paper.lines
        assert paper.session.raw == {"age": 35}
        paper.does(Chose("delete"))
        assert paper.drawer == {}
        assert paper.conversation.recent.talk("paper", {}, TODAY) is None

    def test_a_deletion_can_be_left(self) -> None:
        paper = Paper("en").says("start", "1", "35").does(Asked("delete"), Chose("keep"))
        assert paper.session.raw == {"age": 35}
        assert said("ask-nationality") in paper.lines

    @pytest.mark.parametrize("command", ["privacy", "about", "mydata", "delete"])
    def test_where_nothing_is_kept_there_is_nothing_to_ask(self, command: str) -> None:
        paper = Paper("en", about=None).says("start", "1").does(Asked(command))
        assert paper.lines[0] == said("unknown-command")


class TestWays:
    @pytest.mark.parametrize(
        ("link", "scheme"),
        [("qmas", "hk-qmas-gpt"), ("achievement", "hk-qmas-apt"), ("macao", "mo-technical")],
    )
    def test_a_deep_link_leads_to_its_route(self, link: str, scheme: str) -> None:
        paper = Paper("en").does(Opened(link), Chose("agree"))
        assert paper.session.scheme == scheme

    def test_the_language_of_the_client_is_spoken_until_another_is_chosen(self) -> None:
        paper = Paper("zh-HK").does(Opened())
        assert paper.session.language == "zh-Hant"
        paper.does(Asked("language"), Chose("en"))
        assert said("notice-title") in paper.lines

    def test_how_it_stands_so_far_is_said_beside_the_question(self) -> None:
        paper = Paper("en").says("start", "1", "35")
        asked = paper.lines
        so_far, question = paper.does(Asked("result")).lines, len(asked)
        assert so_far[-question:] == asked
        assert any("12 criteria" in line for line in so_far[:-question])

    def test_an_old_screen_changes_nothing(self) -> None:
        paper = Paper("en").says("start", "1")
        before = paper.drawer
        paper.does(Chose("band1", stale=True))
        assert paper.lines[0] == said("stale-screen")
        assert paper.drawer == before

    def test_an_old_screen_after_a_deletion_keeps_nothing(self) -> None:
        paper = Paper("en").does(Chose("band1", stale=True))
        assert paper.drawer == {}
        assert said("notice-title") in paper.lines

    def test_an_edited_answer_is_offered_to_be_changed(self) -> None:
        paper = Paper("en").says("start", "1").does(Said("35", 12), Edited("36", 12))
        assert paper.session.editing == "age"
        assert paper.lines[0] == said("edited-answer")

    def test_what_is_no_answer_is_told_so(self) -> None:
        paper = Paper("en").says("start", "1").does(Sent("file"))
        assert paper.lines[0] == said("unread-file")
        assert said("ask-age") in paper.lines

    def test_what_cannot_be_read_again_begins_anew(self) -> None:
        paper = Paper("en")
        paper.drawer = {"version": VERSION + 1}
        assert paper.does(Chose("agree")).lines[0] == said("begin-anew")
        assert paper.drawer["version"] == VERSION


def test_a_card_is_ordered_once_and_can_be_made() -> None:
    paper = Paper("en").says(*TO_RESULT, "A score card to keep")
    assert paper.files == []
    paper.says("Make the card")
    assert paper.lines[-1] == said("card-caption")
    assert len(paper.lines) > 1, "the screen stands beside it"
    [order] = paper.files
    assert isinstance(order, Order)
    assert order == Order.load(json.loads(json.dumps(order.dump())))
    sheet = CardMaker(Cards(LIBRARY, words(), (new_key(),))).sheet(order)
    assert said("card-title") in sheet.text
    assert len(paper.says("nonsense").files) == 1


def test_the_conversation_knows_no_channel() -> None:
    folder = Path(lexicon.__file__).parent
    channels = re.compile(r"bot\.(telegram|terminal|service|commands|server)|telegram")
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(channels.match(name) for name in names), path.name
    assert not any("telegram" in id_ for id_ in lexicon.conversation_messages())
