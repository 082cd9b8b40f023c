"""Numbers in words: read in every language, and held against the rule that a text speaks of."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.words.catalogue import Words
from bot.words.coverage import catalogue_findings
from bot.words.numbers import allowed_numbers, numbers_in, read_numbers, write_number
from flows.assessing.texts import Text
from flows.message import Message, Rule, money

READ = [
    ("Annual income of HK$1,000,000", [1_000_000]),
    ("HK$1.2 million, or HK$5 million", [1_200_000, 5_000_000]),
    ("10 years or more, 5 of them senior", [10, 5]),
    ("7.5 years", [7.5]),
    ("the twelve criteria, Two languages", [12, 2]),
    ("someone, often, tenfold, one", []),
    ("全年收入達100萬港元", [1_000_000]),
    ("利润达500万港元，或1.5亿港元", [5_000_000, 150_000_000]),
    ("收入達1,000,000港元", [1_000_000]),
    ("一百二十萬港元", [1_200_000]),
    ("二十萬港元", [200_000]),
    ("兩百五十", [250]),
    ("十二項準則", [12]),
    ("两项", [2]),
    ("滿三年", [3]),
    ("一項準則", []),
    ("no number at all", []),
]


@pytest.mark.parametrize(("text", "numbers"), READ)
def test_numbers_are_read_out_of_words(text: str, numbers: list[float]) -> None:
    assert list(read_numbers(text)) == numbers


@pytest.mark.parametrize(
    ("pattern", "numbers"),
    [
        ("{ $points } of 12 points", {12}),
        ('{ "about 5" } and { 7 }', {5, 7}),
        ("{ $count ->\n    [one] 1 year, of 3\n   *[other] { $count } years, of 3\n}", {3}),
        ("{ $count ->\n    [1] 1 year\n   *[other] 2 years\n}", {2}),
        ("{ $count ->\n    [1] 只剩1題\n   *[other] 還有{ $count }題\n}", set()),
    ],
)
def test_gaps_and_keys_of_variants_are_no_numbers(pattern: str, numbers: set[float]) -> None:
    [entry] = FluentParser().parse(f"one = {pattern}\n").body
    assert isinstance(entry, ast.Message)
    assert numbers_in(entry) == numbers


@pytest.mark.parametrize(
    ("number", "told"), [(2008, "2008"), (7.5, "7.5"), (1_200_000, "1,200,000"), (12, "12")]
)
def test_a_number_is_written_as_an_author_reads_it(number: float, told: str) -> None:
    assert write_number(number) == told


def test_every_number_that_is_allowed_has_a_reason() -> None:
    assert all(len(one.why) > 10 for one in allowed_numbers().values())


@pytest.mark.parametrize(
    ("amount", "english", "hong_kong", "mainland"),
    [
        (1_000_000, "HK$1,000,000", "100萬港元", "100万港元"),
        (850_000, "HK$850,000", "85萬港元", "85万港元"),
        (855_500, "HK$855,500", "855,500港元", "855,500港元"),
        (9_999, "HK$9,999", "9,999港元", "9,999港元"),
        (10_000, "HK$10,000", "1萬港元", "1万港元"),
        (0, "HK$0", "0港元", "0港元"),
        (-5_000_000, "HK$-5,000,000", "-500萬港元", "-500万港元"),
        (12_500_000, "HK$12,500,000", "1,250萬港元", "1,250万港元"),
        (300_000_000, "HK$300,000,000", "3億港元", "3亿港元"),
        (123_450_000, "HK$123,450,000", "12,345萬港元", "12,345万港元"),
    ],
)
def test_each_language_writes_money_in_its_own_way(
    amount: float, english: str, hong_kong: str, mainland: str, catalogues: Words
) -> None:
    told = money("hkd", amount)
    assert catalogues.render("en", told) == english
    assert catalogues.render("zh-Hant", told) == hong_kong
    assert catalogues.render("zh-Hans", told) == mainland


# ------------------------------------------------------------ texts of rules in catalogues


def text(edition: str, income: int, *words: str) -> Text:
    """Return the text of an income criterion under an edition's words, newest first."""
    ids = tuple(f"why-{name}-income-met" for name in words)
    return Text(edition, ids, ids[0], given=(("income_hkd", income),), numbers=frozenset({income}))


OLD, NEW = text("zz 2024", 1_000_000, "old"), text("zz 2027", 1_200_000, "new", "old")


def locales(folder: Path, **languages: str) -> Path:
    """Write catalogues of one file each."""
    for language, words in languages.items():
        (folder / "words" / language).mkdir(parents=True)
        (folder / "words" / language / "a.ftl").write_text(words, "utf-8")
    return folder / "words"


def test_one_text_serves_both_editions_where_it_takes_the_number_from_the_rule(
    tmp_path: Path,
) -> None:
    folder = locales(tmp_path, en="# A reason.\nwhy-old-income-met = { $income_hkd } or more.\n")
    assert list(catalogue_findings(folder, {}, [OLD, NEW])) == []


def test_a_number_in_words_must_be_that_of_every_edition_that_says_them(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="# A reason.\nwhy-old-income-met = HK$1,000,000 or more.\n")
    assert list(catalogue_findings(folder, {}, [OLD])) == []
    assert list(catalogue_findings(folder, {}, [OLD, NEW])) == [
        (
            'words/en/a.ftl:2: "why-old-income-met" says 1,000,000, which the rule of zz 2027 that '
            "it speaks of does not state; use $income_hkd, or give the reason in "
            "bot/words/numbers.yaml."
        )
    ]


def test_words_of_its_own_leave_the_older_edition_its_number(tmp_path: Path) -> None:
    told = "# One.\nwhy-old-income-met = HK$1,000,000.\n# Two.\nwhy-new-income-met = 120 萬.\n"
    assert list(catalogue_findings(locales(tmp_path, en=told), {}, [OLD, NEW])) == []


def test_a_text_that_one_language_has_is_missed_in_the_others(tmp_path: Path) -> None:
    older = "# One.\nwhy-old-income-met = { $income_hkd }.\n"
    newer = f"{older}# Two.\nwhy-new-income-met = {'{ $income_hkd }'} now.\n"
    folder = locales(tmp_path, en=newer, xx=older)
    assert list(catalogue_findings(folder, {}, [OLD, NEW])) == [
        'words/xx: "why-new-income-met" is missing; write it.'
    ]


def test_a_text_under_no_name_is_asked_for_under_the_first(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="")
    assert list(catalogue_findings(folder, {}, [NEW])) == [
        'words/en: "why-new-income-met" is missing; write it.'
    ]


def test_an_argument_that_only_one_edition_gives_cannot_stand_in_the_words_of_two(
    tmp_path: Path,
) -> None:
    bare = Text("zz 2030", ("why-old-income-met",), "why-old-income-met")
    folder = locales(tmp_path, en="# A reason.\nwhy-old-income-met = { $income_hkd } or more.\n")
    assert list(catalogue_findings(folder, {}, [OLD, bare])) == [
        (
            'words/en/a.ftl:2: "why-old-income-met" uses $income_hkd, which it is not given; use '
            "no argument."
        )
    ]


def test_what_is_said_of_a_result_states_no_number_of_its_own(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="# A verdict.\nresult-criteria-meets = 6 of the 12 criteria.\n")
    needed = {"result-criteria-meets": frozenset[str]()}
    assert [line.split(" says ")[1][:2] for line in catalogue_findings(folder, needed)] == [
        "6,",
        "12",
    ]


def test_a_number_that_is_allowed_and_said_nowhere_is_found(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="# Why.\nask-children = How many children?\n")
    needed = {"ask-children": frozenset[str]()}
    assert list(catalogue_findings(folder, needed)) == [
        'bot/words/numbers.yaml: "ask-children" is allowed 18, which no language says; take it out.'
    ]


def test_a_message_is_said_under_the_narrowest_name_that_a_catalogue_has(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="plain = Plain.\nspecial = Special.\n", xx="plain = P.\n")
    words = Words(folder)
    assert words.render("en", Message("plain", (), Rule(("rare", "special")))) == "Special."
    assert words.render("en", Message("plain", (), Rule(("rare",)))) == "Plain."
    assert words.render("xx", Message("plain", (), Rule(("special",)))) == "P."
    assert words.render("xx", Message("missing", (), Rule(("special",)))) == "Special."
