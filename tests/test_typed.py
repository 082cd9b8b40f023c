"""What is typed is taken for what it says and for nothing else, at every question and screen."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.conversation import match as typed
from bot.conversation.match import event_for, mark, synonyms
from bot.words.catalogue import words
from flows.dialogue import Choice, Event, Place, Say, Session, Tap, step
from flows.dialogue.session import Answer
from flows.facts.letters import fold
from flows.lexicon.synonyms import SYNONYMS
from flows.message import Message
from tests.asked import ON, SCHEMES, asking, every_question
from tests.shelf import enter, vocabulary

LANGUAGES = words().languages
GPT, APT, MACAO = SCHEMES
ASKED = object()
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def types(place: Place, text: str) -> Place:
    language = place.session.language or "en"
    return step(place, event_for(place.reply, text, language, words(), LANGUAGES), LANGUAGES)


def answer_to(place: Place, text: str) -> Any:
    """What a text is taken for at a question; ASKED where nothing is."""
    told = types(place, text).session.answer(place.reply.question or "")
    return ASKED if told is None else told.as_told


def problem(place: Place) -> str:
    """The id of the sentence that says why nothing was taken."""
    first = place.reply.blocks[0]
    assert first.kind == "problem"
    return first.text.id


def question(scheme: str, fact: str, lang: str) -> Place:
    place = asking(scheme, fact, lang)
    assert place is not None
    return place


TRAPS: list[tuple[str, str, str, str, Any]] = [
    # a number is that number, though it begins the words of a band
    (GPT, "age", "en", "18", 18),
    (GPT, "age", "en", "51", 51),
    (GPT, "age", "zh-Hant", "51歲", 51),
    (GPT, "age", "zh-Hans", "51岁", 51),
    (GPT, "graduate_years", "en", "5 years", 5),
    (GPT, "graduate_years", "zh-Hant", "5年", 5),
    (GPT, "graduate_years", "zh-Hans", "5年", 5),
    (GPT, "graduate_years", "zh-Hant", "4", 4),
    (GPT, "reputable_years", "zh-Hans", "3年", 3),
    (GPT, "business_share", "en", "10", 10),
    (GPT, "business_share", "en", "50%", 50),
    (GPT, "income_hkd", "en", "HK$1,000,000", 1_000_000),
    (GPT, "income_hkd", "zh-Hant", "1,000,000港元", 1_000_000),
    (GPT, "children", "zh-Hant", "2", 2),
    (MACAO, "qualifications", "zh-Hant", "1項", 1),
    # the words of a band are the band
    (GPT, "age", "en", "18 to 50", {"from": 18, "below": 51}),
    (GPT, "income_hkd", "en", "HK$1,000,000 or more", {"from": 1_000_000}),
    # what may mean something else
    (GPT, "income_hkd", "zh-Hant", "1,000", ASKED),
    (GPT, "income_hkd", "zh-Hant", "1,0", ASKED),
    (GPT, "income_hkd", "zh-Hans", "1,000,00", ASKED),
    (GPT, "business_profit_hkd", "zh-Hant", "5,00", ASKED),
    (GPT, "income_hkd", "en", "1", ASKED),
    (GPT, "income_hkd", "en", "850.000", ASKED),
    (GPT, "business_share", "en", "0.6", ASKED),
    (GPT, "age", "en", "2", ASKED),
    # the beginning of a word, or of its contrary
    (GPT, "nationality", "en", "NOR", ASKED),
    (GPT, "nationality", "en", "nort", ASKED),
    (GPT, "languages", "en", "two", ASKED),
    (GPT, "languages", "zh-Hant", "兩種", ASKED),
    (GPT, "languages", "zh-Hant", "一種", ASKED),
    (MACAO, "post", "zh-Hant", "兩者", ASKED),
    (MACAO, "employment", "zh-Hant", "受僱", ASKED),
    (MACAO, "employment", "zh-Hans", "受雇于", ASKED),
    (MACAO, "last_change_on", "zh-Hans", "30天", ASKED),
    (GPT, "degree", "en", "two", ASKED),
    (MACAO, "last_change_on", "zh-Hant", "30日前", ASKED),
    # a no to "what", where it says nothing
    (GPT, "degree", "zh-Hant", "唔係", ASKED),
    (GPT, "degree", "en", "no", ASKED),
    # everyday words that are codes
    (GPT, "languages", "en", "hi", ASKED),
    (GPT, "languages", "en", "am", ASKED),
    (GPT, "nationality", "en", "my", ASKED),
    # a yes or a no with two readings
    (GPT, "clean_record", "en", "no", ASKED),
    (GPT, "clean_record", "zh-Hant", "有", ASKED),
    (GPT, "self_supporting", "zh-Hant", "冇", ASKED),
    (GPT, "self_supporting", "zh-Hans", "没有", ASKED),
    (MACAO, "change_reported", "zh-Hant", "沒有", ASKED),
    (GPT, "self_supporting", "zh-Hant", "唔係", False),
    (GPT, "other_proof", "zh-Hans", "没有", False),
    (GPT, "clean_record", "zh-Hant", "沒有記錄", True),
    (GPT, "clean_record", "zh-Hant", "唔清白", False),
    # the words of an option, as every keyboard has them, and in either script
    (GPT, "degree", "en", "Bachelor's degree", "bachelor"),
    (GPT, "degree", "en", "Two master's degrees", "two-masters"),
    (GPT, "degree", "en", "MASTER’S DEGREE.", "master"),
    (GPT, "degree", "zh-Hant", "硕士", "master"),
    (GPT, "degree", "zh-Hans", "碩士學位", "master"),
    (GPT, "degree", "zh-Hant", "本科", "bachelor"),
    (GPT, "degree", "en", "phd", "doctorate"),
    (GPT, "stem", "zh-Hant", "没有", False),
    # not sure, with either apostrophe
    (GPT, "degree", "en", "don't know", None),
    (GPT, "degree", "en", "don’t know", None),
    (GPT, "degree", "zh-Hant", "不肯定", None),
    (GPT, "degree", "zh-Hans", "不肯定", None),
    # signs alone, and half a character
    (GPT, "age", "en", "🙂", ASKED),
    (GPT, "degree", "en", "\ud83d", ASKED),
    (GPT, "degree", "en", "👍🏽", ASKED),
    # a question is no answer
    (GPT, "self_supporting", "en", "yes?", ASKED),
    (GPT, "degree", "zh-Hant", "碩士？", ASKED),
]


@pytest.mark.parametrize(("scheme", "fact", "lang", "text", "value"), TRAPS)
def test_a_trap(scheme: str, fact: str, lang: str, text: str, value: Any) -> None:
    found = answer_to(question(scheme, fact, lang), text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["?", "？", "??", " ? "])
def test_a_question_mark_asks_why_and_records_nothing(lang: str, text: str) -> None:
    for place in every_question(lang):
        after = types(place, text)
        assert after.session == place.session
        assert after.reply.blocks[0].text.id == f"ask-{place.reply.question}-why"


def words_of(place: Place, choice: Choice) -> Iterator[str]:
    """Yield all that stands for a choice, worked out from the catalogues alone."""
    options = [one.id for one in place.reply.choices if not one.control]
    if not choice.control:
        yield mark(place.reply, options.index(choice.id))
        yield choice.id
    key = {"holds": "yes", "fails": "no"}.get(choice.id, choice.id)
    for language in LANGUAGES:
        yield words().argument(language, choice.label)
        for name in (choice.id, f"{place.reply.question}-{key}"):
            if f"typed-{name}" in SYNONYMS:
                yield from words().text(language, f"typed-{name}").split("|")


def says(place: Place, text: str) -> bool:
    """Whether an event that is a choice is one whose words were typed, all of them."""
    event = event_for(place.reply, text, place.session.language or "en", words(), LANGUAGES)
    if isinstance(event, Say):
        return True
    chosen = next(one for one in place.reply.choices if one.id == event.choice)
    told = fold(text).removeprefix("/")
    known = {fold(word) for word in words_of(place, chosen)}
    return told in known or (chosen.control and told.rstrip("? ") in {w.rstrip("?") for w in known})


def meant(place: Place, text: str, choice: Choice) -> Event:
    """The choice, or the number that its words are."""
    return Say(text) if place.reply.lettered and text.isdecimal() else Tap(choice.id)


def labels(place: Place) -> set[str]:
    return {words().argument(one, c.label) for one in LANGUAGES for c in place.reply.choices}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_part_of_a_label_stands_for_it(lang: str) -> None:
    for place in every_question(lang):
        for label in labels(place):
            for end in range(1, len(label)):
                assert says(place, label[:end]), label[:end]
                assert says(place, label[end:]), label[end:]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_option_is_known_by_its_words_in_every_language(lang: str) -> None:
    for place in every_question(lang):
        for choice in place.reply.choices:
            # 返回 is "back" in one script and "go on" in the other: a control goes by its screen.
            for language in [lang] if choice.control else LANGUAGES:
                label = words().argument(language, choice.label)
                event = event_for(place.reply, label, lang, words(), LANGUAGES)
                assert event == meant(place, label, choice), f"{place.reply.question}: {label}"


SIGNS = [*"0123456789", "0", "00", "000", *".,-+%?！。 '’abcdkmw萬万千歲岁年個人天元$"]


@unhurried
@given(data=some.data())
def test_whatever_is_typed_is_taken_for_what_it_says(data: some.DataObject) -> None:
    place = data.draw(some.sampled_from(every_question(data.draw(some.sampled_from(LANGUAGES)))))
    pieces = sorted({piece for label in labels(place) for piece in re.split(r"[ ，]", label)})
    text = "".join(
        data.draw(some.lists(some.sampled_from(SIGNS + pieces) | some.text(max_size=2), max_size=5))
    )
    assert says(place, text)
    found = answer_to(place, text)
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        digits = re.sub(r"\D", "", fold(text))
        assert found == 0 or digits, text
        assert (
            re.sub(r"\D", "", f"{found:.12g}").strip("0") in digits or "月" in text or "m" in text
        )


@unhurried
@given(data=some.data())
def test_digits_are_that_number_or_asked_back(data: some.DataObject) -> None:
    numeric = [place for place in every_question("zh-Hant") if place.reply.lettered]
    place = data.draw(some.sampled_from(numeric))
    number = data.draw(some.integers(0, 150) | some.integers(0, 10**13))
    assert answer_to(place, str(number)) in (number, ASKED)


NAMES = {
    "en": "English english ENGLISH eng en en-US en_GB 英文 英語 英语 1",
    "zh-Hant": (
        "繁體中文 繁体中文 繁體 繁体 繁中 正體中文 廣東話 粵語 普通話 國語 "
        "zh-Hant zh-hk zh_HK zh-TW Cantonese traditional 2"
    ),
    "zh-Hans": "简体中文 簡體中文 简体 簡體 普通话 粤语 汉语 Mandarin zh-Hans zh_CN simplified 3",
}
FIRST = enter(Session(), ON)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *((name, language) for language, names in NAMES.items() for name in names.split()),
        ("Traditional Chinese", "zh-Hant"),
        ("Simplified Chinese.", "zh-Hans"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("中文（繁體）", "zh-Hant"),
    ],
)
def test_a_language_is_known_by_every_name(name: str, language: str) -> None:
    assert types(FIRST, name).session.language == language


@pytest.mark.parametrize("name", ["中文", "Chinese", "zh"])
def test_a_name_that_leaves_the_script_open_is_asked_back(name: str) -> None:
    after = types(FIRST, name)
    assert after.session == FIRST.session
    assert problem(after) == "problem-which-script"


@pytest.mark.parametrize("name", ["Deutsch", "你好", "4", "?", "", "yes"])
def test_what_is_no_language_chooses_none(name: str) -> None:
    assert types(FIRST, name).session == FIRST.session


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["English", "繁體中文", "简体中文", "中文", "英文"])
def test_the_name_of_a_language_is_an_answer_where_languages_are_asked_and_else_none(
    lang: str, name: str
) -> None:
    for place in every_question(lang):
        if place.reply.question != "languages":
            assert types(place, name).session == place.session
    told = answer_to(question(GPT, "languages", lang), name)
    assert told in ([["english"]] if name in {"English", "英文"} else [["chinese"], ASKED])


RESULT = enter(
    Session(
        "en", agreed=True, scheme=APT, edition=question(APT, "award", "en").session.edition,
        revision=question(APT, "award", "en").session.revision,
        answers=(
            Answer("age", 35), Answer("nationality", "other"), Answer("self_supporting", True),
            Answer("clean_record", True), Answer("degree", "master"), Answer("award", True),
            Answer("peer_recognition", True),
        ),
    ),
    ON,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("how long", "next"),
        ("要等幾耐", "next"),
        ("幾耐", "next"),
        ("多久", "next"),
        ("why?", "reasons"),
        ("what next?", "next"),
    ],
)
def test_on_a_result_a_word_leads_where_its_answer_stands(text: str, state: str) -> None:
    assert RESULT.standing.state == "result"
    after = types(RESULT, text)
    asked = after.reply.question == "dependants"
    assert after.standing.state == state or (asked and state == "next")


@pytest.mark.parametrize("text", ["what are my chances?", "成功率", "會唔會批", "机会大吗"])
@pytest.mark.parametrize("place", [RESULT, question(GPT, "age", "zh-Hant")], ids=["result", "age"])
def test_no_odds_are_given(place: Place, text: str) -> None:
    after = types(place, text)
    assert after.session == place.session
    assert problem(after) == "problem-odds"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RMB 850k", "problem-hkd-expected"),
        ("95万元", "problem-hkd-expected"),
        ("月薪5万", "problem-hkd-expected"),
        ("85", "problem-amount-in-doubt"),
        ("一百萬", "problem-amount-expected"),
        ("-5", "problem-amount-outside"),
    ],
)
def test_an_amount_that_is_not_taken_is_told_why(text: str, said: str) -> None:
    assert problem(types(question(GPT, "income_hkd", "zh-Hans"), text)) == said


def test_what_has_two_readings_is_told_so() -> None:
    assert problem(types(question(GPT, "clean_record", "zh-Hant"), "冇")) == "problem-two-readings"


def test_an_answer_to_change_is_known_by_its_name_and_nothing_told_is_kept() -> None:
    review = step(RESULT, Tap("edit"), LANGUAGES)
    for language in LANGUAGES:
        name = words().text(language, "fact-degree")
        assert types(review, name).session.editing == "degree"
    kept = typed.offer_of(review.reply)
    assert all(not isinstance(one[1], Message) or not one[1].args for one in kept.choices)


def test_no_cache_grows_with_what_is_typed() -> None:
    place = question(GPT, "age", "en")
    types(place, "999 years old")
    before = [
        f.cache_info().currsize for f in (typed.meanings_of, synonyms, typed.languages_by_name)
    ]
    for number in range(1000, 1200):
        types(place, f"{number} years old")
    after = [
        f.cache_info().currsize for f in (typed.meanings_of, synonyms, typed.languages_by_name)
    ]
    assert after == before


@pytest.mark.parametrize("name", SYNONYMS)
def test_every_list_belongs_to_something_that_can_be_chosen(name: str) -> None:
    asked, _, answer = name.removeprefix("typed-").partition("-")
    if asked in vocabulary():
        offered = [p for p in every_question("en") if p.reply.question == asked]
        ids = {c.id for p in offered for c in p.reply.choices if not c.control}
        known = {"yes", "no"} if ids in ({"yes", "no"}, {"holds", "fails"}) else ids
        assert answer in known | {"two-readings"}, name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_stands_for_two_answers(lang: str) -> None:
    for place in every_question(lang):
        doubtful = synonyms(words(), LANGUAGES, f"{place.reply.question}-two-readings")
        for choice in place.reply.choices:
            for word in words_of(place, choice):
                # Ids of bands are nothing that people read.
                inner = place.reply.lettered and word == choice.id
                if not (choice.control or inner or fold(word) in doubtful):
                    event = event_for(place.reply, word, lang, words(), LANGUAGES)
                    assert event == meant(place, word, choice), f"{place.reply.question}: {word}"
