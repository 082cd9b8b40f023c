"""What people type instead of choosing: read for the question asked, or refused kindly."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from bot.words import words
from flows.codes import NATIONS, TONGUES
from flows.facts import vocabulary
from flows.intake import read_facts
from flows.understand import LONGEST, clean, understand
from flows.values import FactError

FACTS = vocabulary()
NUMERIC = [fact.id for fact in FACTS.values() if fact.numeric]
# The first example reads the names of countries and languages, which takes a while.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def refused(fact: str, text: str, lang: str = "en") -> str:
    """What the person is told."""
    with pytest.raises(FactError) as caught:
        understand(FACTS[fact], text)
    return words().render(lang, caught.value.to_person)


READ: list[tuple[str, str, Any]] = [
    # years
    ("graduate_years", "7", 7),
    ("graduate_years", " 7 ", 7),
    ("graduate_years", "7.5", 7.5),
    ("graduate_years", "７．５", 7.5),
    ("graduate_years", "7.0", 7),
    ("graduate_years", "+7", 7),
    ("graduate_years", "007", 7),
    ("graduate_years", "-0", 0),
    ("graduate_years", "7 years", 7),
    ("graduate_years", "7 Years", 7),
    ("graduate_years", "7years", 7),
    ("graduate_years", "7 yrs", 7),
    ("graduate_years", "7y", 7),
    ("graduate_years", "7年", 7),
    ("graduate_years", "７ 年", 7),
    ("graduate_years", "18個月", 1.5),
    ("graduate_years", "18 个月", 1.5),
    ("graduate_years", "18 months", 1.5),
    ("graduate_years", "960 months", 80),
    ("graduate_years", "1 month", 1 / 12),
    ("graduate_years", "80", 80),
    # money
    ("income_hkd", "850000", 850_000),
    ("income_hkd", "HK$850,000", 850_000),
    ("income_hkd", "ＨＫ＄８５０，０００", 850_000),
    ("income_hkd", "hk$ 850,000.50", 850_000.5),
    ("income_hkd", "850000 HKD", 850_000),
    ("income_hkd", "85萬港元", 850_000),
    ("income_hkd", "港幣85萬元", 850_000),
    ("income_hkd", "1,200,000", 1_200_000),
    ("income_hkd", "1 200 000", 1_200_000),
    ("income_hkd", "1.2m", 1_200_000),
    ("income_hkd", "1.2M", 1_200_000),
    ("income_hkd", "1.2 million", 1_200_000),
    ("income_hkd", "HK$1.2m", 1_200_000),
    ("income_hkd", "120萬", 1_200_000),
    ("income_hkd", "120万", 1_200_000),
    ("income_hkd", "１２０萬", 1_200_000),
    ("income_hkd", "1.2百萬", 1_200_000),
    ("income_hkd", "800k", 800_000),
    ("income_hkd", "2千萬", 20_000_000),
    ("income_hkd", "1億", 100_000_000),
    ("income_hkd", "1000 billion", 10**12),
    # no cent is lost on the way: in binary fractions these come out too low
    ("income_hkd", "1.001m", 1_001_000),
    ("income_hkd", "1.005m", 1_005_000),
    ("income_hkd", "1.009m", 1_009_000),
    ("business_profit_hkd", "-50,000", -50_000),
    ("business_profit_hkd", "-HK$50,000", -50_000),
    ("business_profit_hkd", "HK$-50,000", -50_000),
    ("business_profit_hkd", "−5萬", -50_000),
    # shares, ages, numbers of things
    ("business_share", "50%", 50),
    ("business_share", "５０％", 50),
    ("business_share", "50 percent", 50),
    ("business_share", "33.3 %", 33.3),
    ("business_share", "50個百分點", 50),
    ("age", "35", 35),
    ("age", "35歲", 35),
    ("age", "35岁", 35),
    ("age", "35 years old", 35),
    ("age", "35.0", 35),
    ("age", "0", 0),
    ("age", "120", 120),
    ("children", "2 kids", 2),
    ("children", "2個", 2),
    # countries
    ("nationality", "no", "other"),
    ("nationality", "没有", "other"),
    ("nationality", "Norway", "NO"),
    ("nationality", "South Korea", "KR"),
    ("nationality", "SOUTH KOREA", "KR"),
    ("nationality", "韓國", "KR"),
    ("nationality", "韩国", "KR"),
    ("nationality", "kr", "KR"),
    ("nationality", "越南", "VN"),
    ("nationality", "Vietnam", "VN"),
    ("nationality", "Viet Nam", "VN"),
    ("nationality", "uk", "GB"),
    ("nationality", "U\u200bK", "GB"),
    ("nationality", "U.S.A.", "US"),
    ("nationality", "St. Lucia", "LC"),
    ("nationality", "英國", "GB"),
    ("nationality", "中国", "CN"),
    ("nationality", "Hong Kong", "HK"),
    ("nationality", "Côte d'Ivoire", "CI"),
    ("nationality", "Côte d’Ivoire", "CI"),
    ("nationality", "剛果（金夏沙）", "CD"),
    ("nationality", "Myanmar", "MM"),
    ("nationality", "Turkey", "TR"),
    ("nationality", "寮國", "LA"),
    ("nationality", "尼泊尔", "NP"),
    # languages
    ("languages", "French, 日文 and English", ["fr", "ja", "english"]),
    ("languages", "廣東話、英文", ["chinese", "english"]),
    ("languages", "普通話，英語", ["chinese", "english"]),
    ("languages", "English和法文", ["english", "fr"]),
    ("languages", "English & French", ["english", "fr"]),
    ("languages", "法語、日語", ["fr", "ja"]),
    ("languages", "法语", ["fr"]),
    ("languages", "zh, en", ["chinese", "english"]),
    ("languages", "fr/de", ["fr", "de"]),
    ("languages", "Cantonese and Mandarin", ["chinese"]),
    ("languages", "English, english", ["english"]),
    ("languages", ", English,", ["english"]),
]


@pytest.mark.parametrize(("fact", "text", "value"), READ)
def test_an_answer_is_read_as_a_button_would_give_it(fact: str, text: str, value: Any) -> None:
    found = understand(FACTS[fact], text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\ufeff"])
@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [("age", "35", 35), ("income_hkd", "HK$1.2m", 1_200_000), ("nationality", "越南", "VN")],
)
def test_marks_that_nobody_sees_do_not_count(mark: str, fact: str, text: str, value: Any) -> None:
    assert understand(FACTS[fact], mark + text + mark) == value


EMPTY, LONG, UNREADABLE = "was empty", "at most 1,000 are read", "cannot be read"
NUMBER, WHOLE, OUTSIDE = "as a number", "not a whole number", "is outside what is possible"
COUNTRY, TONGUE = "not a country or region known", "not a language known"
OPTION = "not one of the options"

REFUSED: list[tuple[str, str, str]] = [
    ("age", "", EMPTY),
    ("age", " \t ", EMPTY),
    ("age", "\u3000", EMPTY),
    ("age", "\u200b\u200f", EMPTY),
    ("languages", "\ud800", EMPTY),
    ("age", "3" * 10_000, LONG),
    ("nationality", " " * 10_000, LONG),
    ("languages", "chinese," * 10_000, LONG),
    ("age", "3\n5", UNREADABLE),
    ("age", "35\x00", UNREADABLE),
    ("age", "\x1b[31m35", UNREADABLE),
    ("nationality", "China\x07", UNREADABLE),
    ("nationality", "China\u2028Laos", UNREADABLE),
    ("graduate_years", "about 5", NUMBER),
    ("graduate_years", "3-5 years", NUMBER),
    ("graduate_years", "3 to 5", NUMBER),
    ("graduate_years", "5+", NUMBER),
    ("graduate_years", "> 5", NUMBER),
    ("graduate_years", "five", NUMBER),
    ("graduate_years", "五年", NUMBER),
    ("graduate_years", "abc", NUMBER),
    ("graduate_years", "years", NUMBER),
    ("graduate_years", "🙂", NUMBER),
    ("graduate_years", "7½", NUMBER),
    ("graduate_years", "1e1", NUMBER),
    ("graduate_years", "0x10", NUMBER),
    ("graduate_years", "nan", NUMBER),
    ("graduate_years", "inf", NUMBER),
    ("graduate_years", "7.", NUMBER),
    ("graduate_years", "1.2.3", NUMBER),
    ("graduate_years", "--5", NUMBER),
    # two numbers are never run into one
    ("graduate_years", "1 2", NUMBER),
    ("graduate_years", "7,5", NUMBER),
    ("graduate_years", "7,5 years", NUMBER),
    ("graduate_years", "1y2", NUMBER),
    ("graduate_years", "3 years 5", NUMBER),
    ("graduate_years", "5年6個月", NUMBER),
    ("graduate_years", "1 year 6 months", NUMBER),
    ("graduate_years", "9" * 400 + " months", NUMBER),
    ("graduate_years", "2000個月", OUTSIDE),
    ("graduate_years", "961 months", OUTSIDE),
    ("graduate_years", "-1 month", NUMBER),
    ("graduate_years", "80.5", OUTSIDE),
    ("graduate_years", "-1", OUTSIDE),
    ("graduate_years", "7m", NUMBER),
    ("income_hkd", "1,2", NUMBER),
    ("income_hkd", "12,34", NUMBER),
    ("income_hkd", "1,200,00", NUMBER),
    ("income_hkd", "1,,200", NUMBER),
    ("income_hkd", "2 m 5", NUMBER),
    ("income_hkd", "USD 5", NUMBER),
    ("income_hkd", "百萬", NUMBER),
    ("income_hkd", "9" * 21, NUMBER),
    ("income_hkd", "-5", OUTSIDE),
    ("income_hkd", "1001 billion", OUTSIDE),
    ("business_share", "5%0", NUMBER),
    ("business_share", "101%", OUTSIDE),
    ("business_share", "-1%", OUTSIDE),
    ("age", "200", OUTSIDE),
    ("age", "121歲", OUTSIDE),
    ("age", "-3", OUTSIDE),
    ("age", "35.5", WHOLE),
    ("age", "none", NUMBER),
    ("age", "35m", NUMBER),
    ("age", "0.00001m", NUMBER),
    ("age", "I am 35", NUMBER),
    ("children", "2.5", WHOLE),
    ("children", "21", OUTSIDE),
    ("nationality", "Korea", COUNTRY),
    ("nationality", "nowhere", COUNTRY),
    ("nationality", "xx", COUNTRY),
    ("nationality", "ß", COUNTRY),
    ("nationality", "ın", COUNTRY),
    ("nationality", "🇭🇰", COUNTRY),
    ("nationality", "China, Laos", COUNTRY),
    ("languages", "Klingon", TONGUE),
    ("languages", "English, Klingon", TONGUE),
    ("languages", ",,,", TONGUE),
    ("languages", "and", TONGUE),
    ("languages", "🙂", TONGUE),
    ("degree", "a good one", OPTION),
    ("stem", "maybe", OPTION),
    ("circumstances", "none", OPTION),
]


@pytest.mark.parametrize(("fact", "text", "said"), REFUSED, ids=lambda value: repr(value)[:30])
def test_what_cannot_be_read_is_refused_with_what_was_found(
    fact: str, text: str, said: str
) -> None:
    sentence = refused(fact, text)
    assert said in sentence
    assert "lease" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 200


@pytest.mark.parametrize("lang", words().languages)
def test_every_refusal_is_said_in_every_language(lang: str) -> None:
    for fact, text, _ in REFUSED:
        sentence = refused(fact, text, lang)
        assert sentence.endswith((".", "。"))
        assert sentence.isprintable()


@pytest.mark.parametrize("fact", NUMERIC)
@pytest.mark.parametrize("digits", ["٣", "۳", "३", "๓"])
def test_digits_of_other_scripts_are_read_rightly_or_refused(fact: str, digits: str) -> None:
    try:
        assert understand(FACTS[fact], digits) == 3
    except FactError:
        assert NUMBER in refused(fact, digits)


@pytest.mark.parametrize("code", sorted(NATIONS - {"NO"}))
def test_every_code_of_a_country_is_understood(code: str) -> None:
    expected = "GB" if code == "UK" else code
    assert understand(FACTS["nationality"], code) == expected
    assert understand(FACTS["nationality"], code.lower()) == expected


@pytest.mark.parametrize("code", sorted(TONGUES - {"no"}))
def test_every_code_of_a_language_is_understood(code: str) -> None:
    assert understand(FACTS["languages"], code) == [code]


@pytest.mark.parametrize("lang", words().languages)
def test_countries_and_languages_are_understood_as_they_are_shown(lang: str) -> None:
    names = words().catalogue(lang).names
    for code in NATIONS:
        assert understand(FACTS["nationality"], names.territories[code]) == code
    for code in TONGUES & names.languages.keys():
        assert understand(FACTS["languages"], names.languages[code]) == [code]


def is_read_within_bounds_or_refused(fact: str, text: str) -> None:
    try:
        value = understand(FACTS[fact], text)
    except FactError:
        assert refused(fact, text)
    else:
        assert read_facts({fact: value}, date(2026, 11, 22)).told == {fact}


@unhurried
@example("9" * LONGEST)
@example("1" * 20 + "億")
@example("1" * 300 + "個月")
@given(some.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for fact in FACTS:
        is_read_within_bounds_or_refused(fact, text)


PIECES = ["1", "2", "35", "007", "9" * 19, ".", ",", " ", "-", "+", "k", "m", "萬", "億", "%"]
PIECES += ["HK$", "years", "年", "個月", "歲", "個", "and", "、", "uk", "英文", "\u200f", "٣"]


@unhurried
@given(some.sampled_from(sorted(FACTS)), some.lists(some.sampled_from(PIECES), max_size=6))
def test_any_pieces_of_answers_are_read_within_bounds_or_refused(
    fact: str, pieces: list[str]
) -> None:
    is_read_within_bounds_or_refused(fact, "".join(pieces))


@pytest.mark.parametrize("fact", NUMERIC)
@unhurried
@given(data=some.data())
def test_any_number_within_bounds_comes_back_as_it_was(fact: str, data: some.DataObject) -> None:
    least, most = int(FACTS[fact].least or 0), int(FACTS[fact].most or 0)
    number = data.draw(some.integers(least, most))
    assert understand(FACTS[fact], str(number)) == number
    assert understand(FACTS[fact], f"{number:,}") == number
    if FACTS[fact].kind == "number":
        hundredths = data.draw(some.integers(least * 100, most * 100)) / 100
        assert understand(FACTS[fact], f"{hundredths:.2f}") == hundredths


@unhurried
@given(some.text(max_size=40))
def test_what_is_cleaned_stays_clean(text: str) -> None:
    try:
        plain = clean(text)
    except FactError:
        return
    assert plain
    assert plain == plain.strip()
    assert clean(plain) == plain
