"""What people type instead of choosing: read for the question asked, or refused kindly."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from bot.words.catalogue import words
from flows.facts.codes import NATIONS, TONGUES
from flows.facts.from_text import understand
from flows.facts.known import FactError
from flows.facts.letters import LONGEST, clean, fold
from flows.facts.names import WORDS
from tests.shelf import read_facts, vocabulary

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
    ("graduate_years", "7.", 7),
    ("graduate_years", "7。", 7),
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
    ("income_hkd", "0", 0),
    ("income_hkd", "10,000", 10_000),
    ("income_hkd", "年薪120萬", 1_200_000),
    ("income_hkd", "120萬。", 1_200_000),
    ("income_hkd", "850,000 a year", 850_000),
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
    ("age", "4", 4),
    ("age", "34周歲", 34),
    ("age", "34周岁", 34),
    ("age", "34 years", 34),
    ("age", "34.", 34),
    ("age", "35歲，", 35),
    ("business_share", "0.6%", 0.6),
    ("business_share", "1%", 1),
    ("business_share", "0", 0),
    ("business_share", "1.5", 1.5),
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
    ("nationality", "U.S.", "US"),
    ("nationality", "US", "US"),
    ("nationality", "加拿大護照", "CA"),
    ("nationality", "中国籍", "CN"),
    ("nationality", "中国香港", "HK"),
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
    ("languages", "Mandarin English", ["chinese", "english"]),
    ("languages", "普通话 英语", ["chinese", "english"]),
    ("languages", "中文以及英文", ["chinese", "english"]),
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
AMOUNT, SMALL, CURRENCY = "as an amount", "may leave out thousands", "may be in another currency"
AGE, SHARE = "may not be meant as an age", "a part of the whole"
COUNTRY, TONGUE = "not a country or region known", "could not be read as languages"
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
    ("income_hkd", "1,2", AMOUNT),
    ("income_hkd", "12,34", AMOUNT),
    ("income_hkd", "1,200,00", AMOUNT),
    ("income_hkd", "1,,200", AMOUNT),
    ("income_hkd", "12,00,000", AMOUNT),
    ("income_hkd", "1.000.000", AMOUNT),
    ("income_hkd", "2 m 5", AMOUNT),
    ("income_hkd", "百萬", AMOUNT),
    ("income_hkd", "9" * 21, AMOUNT),
    ("income_hkd", "五年", AMOUNT),
    ("income_hkd", "60%", AMOUNT),
    ("income_hkd", "人民币算吗", AMOUNT),
    # thousands or 萬 left out, a point for a comma, or an option's place
    ("income_hkd", "1", SMALL),
    ("income_hkd", "85", SMALL),
    ("income_hkd", "1,000", SMALL),
    ("income_hkd", "9,999.99", SMALL),
    ("income_hkd", "3千", SMALL),
    ("income_hkd", "1.200", SMALL),
    ("income_hkd", "850.000", SMALL),
    ("income_hkd", "HK$850.000", SMALL),
    ("income_hkd", "12345.678", SMALL),
    ("business_profit_hkd", "600", SMALL),
    ("business_profit_hkd", "5,000", SMALL),
    ("business_profit_hkd", "-500", SMALL),
    ("basic_salary_mop", "18", SMALL),
    # another currency, or pay for less than a year
    ("income_hkd", "USD 5", CURRENCY),
    ("income_hkd", "US$1m", CURRENCY),
    ("income_hkd", "$1,200,000", CURRENCY),
    ("income_hkd", "RMB 850k", CURRENCY),
    ("income_hkd", "120萬人民幣", CURRENCY),
    ("income_hkd", "一百二十万人民币", CURRENCY),
    ("income_hkd", "95万元", CURRENCY),
    ("income_hkd", "￥95万", CURRENCY),
    ("income_hkd", "20万美元", CURRENCY),
    ("income_hkd", "澳门元90万", CURRENCY),
    ("income_hkd", "90k a month", CURRENCY),
    ("income_hkd", "月薪5万", CURRENCY),
    ("income_hkd", "9萬/月", CURRENCY),
    ("business_profit_hkd", "800万人民币", CURRENCY),
    # a part of the whole, or a hundredth
    ("business_share", "0.6", SHARE),
    ("business_share", "1", SHARE),
    ("business_share", "1.0", SHARE),
    # an option's place, a child's age, or years of work
    ("age", "1", AGE),
    ("age", "3", AGE),
    ("age", "2歲", AGE),
    ("age", "8 years", AGE),
    ("age", "10y", AGE),
    ("age", "5年", NUMBER),
    ("age", "34歲半", NUMBER),
    ("dependants", "1個人", NUMBER),
    # what is small or enclosed is no figure of its own
    ("age", "5²", NUMBER),
    ("age", "3½", NUMBER),
    ("graduate_years", "①", NUMBER),
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
    ("nationality", "NOR", COUNTRY),
    ("nationality", "my", COUNTRY),
    ("nationality", "us", COUNTRY),
    ("nationality", "無國籍", COUNTRY),
    ("nationality", "美国绿卡", COUNTRY),
    ("languages", "hi", TONGUE),
    ("languages", "am", TONGUE),
    ("languages", "two", TONGUE),
    ("languages", "fr/de", TONGUE),
    ("languages", "Chinese and not English", TONGUE),
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
    assert len(sentence) < 240


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
        assert "could not be understood" in refused(fact, digits)


@pytest.mark.parametrize("code", sorted(NATIONS - {"NO", "US"}))
def test_the_code_of_a_country_is_understood_unless_it_is_a_word(code: str) -> None:
    for typed in (code, code.lower()):
        if code.lower() in WORDS:
            assert COUNTRY in refused("nationality", typed)
        else:
            assert understand(FACTS["nationality"], typed) == code.replace("UK", "GB")


@pytest.mark.parametrize("code", sorted(TONGUES))
def test_two_letters_name_no_language(code: str) -> None:
    assert TONGUE in refused("languages", code)


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


def in_doubt(fact: str, number: float) -> bool:
    unit = FACTS[fact].unit
    if unit in {"hkd", "mop"}:
        return 0 < abs(number) < 10_000
    return 0 < number <= {"age": 3, "percent": 1}.get(str(unit), 0)


@pytest.mark.parametrize("fact", NUMERIC)
@unhurried
@given(data=some.data())
def test_a_number_within_bounds_is_that_number_or_in_doubt(
    fact: str, data: some.DataObject
) -> None:
    least, most = int(FACTS[fact].least or 0), int(FACTS[fact].most or 0)
    near = some.integers(max(least, -20_000), min(most, 20_000))
    number: float = data.draw(near | some.integers(least, most))
    forms = [str(number), f"{number:,}"]
    if FACTS[fact].kind == "number" and data.draw(some.booleans()):
        number = data.draw(some.integers(least * 100, most * 100)) / 100
        forms = [f"{number:.2f}"]
    for form in forms:
        if in_doubt(fact, number):
            assert "may" in refused(fact, form)
        else:
            assert understand(FACTS[fact], form) == number


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


@unhurried
@given(some.text(max_size=40))
def test_what_is_folded_stays_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I’M 38, Turning 39", "“I’M 38, Turning 39”"),
        ("5½", "“5½”"),
        ("ＡＢＣ", "“ＡＢＣ”"),
    ],
)
def test_what_could_not_be_read_is_said_back_in_the_letters_that_were_typed(
    typed: str, said: str
) -> None:
    assert said in refused("age", typed)
