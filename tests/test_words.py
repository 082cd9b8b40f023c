"""The words: every message in every language, the right script, and a language of the future."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer
from opencc_purepy import OpenCC

from bot.commands.check import all_messages, check
from bot.words.catalogue import Words, locales_folder, words
from flows.assessing.assess import assess
from flows.assessing.reasons import reason
from flows.dialogue import Place, Session, Tap, step
from flows.dialogue.questions import say_told
from flows.lexicon.needed import rule_texts
from flows.message import Argument, Message, Month, Nation, Tongue, say
from tests.shelf import LIBRARY, enter, read_facts, schemes, vocabulary

LANGUAGES = words().languages
NEEDED = all_messages(LIBRARY)
TEXTS = rule_texts(LIBRARY)
# What stands in for each argument; the longest that real use brings.
SAMPLES: dict[str, Argument] = {
    "count": 2,
    "day": date(2024, 11, 1),
    "last": date(2024, 10, 31),
    "first": date(2026, 1, 1),
    "checked": date(2026, 11, 22),
    "until": date(2026, 12, 1),
    "law": "Law 7/2023",
    "month": Month(2027, 5),
}
# Latin letters that Chinese messages may hold: names and codes that have no Chinese form.
LATIN = frozenset(
    """
    STEM QS ARWU US News MBA IPIM DSEC HK MOP Times Higher Education Yauchoi Law Telegram English
    JPEG PDF GIF PNG TIF MB ID C png pdf
    """.split()
)


def _filled(names: frozenset[str]) -> dict[str, Argument]:
    return {name: SAMPLES.get(name, "7") for name in sorted(names)}


# Every message with something in every gap; those of rules with the rules' own numbers.
MESSAGES: tuple[tuple[str, Message], ...] = tuple(
    dict.fromkeys(
        [(id_, say(id_, **_filled(names))) for id_, names in NEEDED.items()]
        + [(text.ids[-1], text.message) for text in TEXTS]
    )
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_renders(language: str, catalogues: Words) -> None:
    for id_, message in MESSAGES:
        text = catalogues.render(language, message)
        assert text.strip() == text or id_.endswith(("-separator", "source-named"))
        assert "{" not in text
        assert "\u2068" not in text


def test_rules_and_catalogues_are_sound_as_shipped() -> None:
    assert list(check()) == []


def _chinese(text: str) -> Iterator[str]:
    return (letter for letter in text if "\u4e00" <= letter <= "\u9fff")


@pytest.mark.parametrize(
    ("language", "fold"), [("zh-Hant", "s2t"), ("zh-Hans", "t2s")], ids=["zh-Hant", "zh-Hans"]
)
def test_chinese_messages_keep_to_their_script(language: str, fold: str) -> None:
    """No character that only the other script has."""
    folder = locales_folder() / language
    converter = OpenCC(fold)
    wrong: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith(("command-language", "typed-language-name")):
                continue  # names both scripts
            for letter in _chinese(line):
                folded = converter.convert(letter)
                if folded != letter and letter not in BOTH[language]:
                    wrong[letter] = f"{path.name}: {line[:60]}"
    assert wrong == {}


# Characters that a converter would change, and that Hong Kong and the Mainland write so.
BOTH = {"zh-Hant": frozenset("台着"), "zh-Hans": frozenset("著")}


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_latin_letters_in_chinese_come_from_a_list(language: str, catalogues: Words) -> None:
    for id_, message in MESSAGES:
        if id_.startswith(("bad-", "call-", "language-locale", "typed-")):
            continue
        text = catalogues.render(language, message)
        text = re.sub(r"[\w.]+@[\w.]+|https://[!-~]+|/[a-z]+", "", text)
        for word in re.findall(r"[A-Za-z]+", text):
            assert word in LATIN, f"{id_}: {word}"


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_chinese_sentences_use_full_width_marks(language: str, catalogues: Words) -> None:
    for id_, message in MESSAGES:
        if id_.startswith(("bad-", "call-")) or id_.endswith("-separator"):
            continue
        text = catalogues.render(language, message)
        assert not re.search(r"[\u4e00-\u9fff][,;?!]", text), f"{id_}: {text}"


# Marks of the other place's typesetting.
FOREIGN = {"zh-Hant": "“”‘’﹁﹂", "zh-Hans": "「」『』"}
# What reads as translated, or belongs to another place: each was said, and was mended.
AVOIDED = {
    "zh-Hant": "由人判斷 專人 處於甚麼位置 評語 自行變動 提交申請 點選 大門 書面申報 未符合這個 "
    "一家顧問的 已婚配偶 界線附近 兩者都不是 較接近的",
    "zh-Hans": "由人判断 由人来 专人 处在什么位置 解读 自己变化 因素6 六项因素 逐案 承认 广东话 "
    "眼下 不得而知 边缘 提交申请 一家顾问的 已婚配偶 名家人 较接近的 门已经关",
}


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_chinese_is_written_and_not_carried_over(language: str, catalogues: Words) -> None:
    for id_, message in MESSAGES:
        if id_.startswith("typed-"):
            continue
        text = catalogues.render(language, message)
        assert not set(text) & set(FOREIGN[language]), f"{id_}: {text}"
        for word in AVOIDED[language].split():
            assert word not in text, f"{id_}: {word}"


@pytest.mark.parametrize(
    ("language", "about"), [("en", "about 1 "), ("zh-Hant", "大約還有1"), ("zh-Hans", "预计还有1")]
)
def test_one_is_never_about_one(language: str, about: str, catalogues: Words) -> None:
    for id_ in NEEDED:
        if "count" in NEEDED[id_]:
            one = {name: SAMPLES.get(name, "7") for name in NEEDED[id_]} | {"count": 1}
            text = catalogues.render(language, say(id_, **one))
            assert about not in text.lower(), f"{id_}: {text}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_fit_their_screens(language: str, catalogues: Words) -> None:
    """Buttons stay short, questions within five terminal lines, explanations within eight."""
    for id_, message in MESSAGES:
        text = catalogues.render(language, message)
        limit = 700
        if id_.startswith(("option-", "band-", "amount-")):
            limit = 45
        elif id_.startswith("control-"):
            limit = 24
        elif id_.endswith("-choice") or id_.startswith("fact-"):
            limit = 60
        elif id_.startswith("ask-"):
            limit = 8 * 78 if id_.endswith("-why") else 5 * 78
        assert _width(text) <= limit, f"{id_}: {text}"


class Pseudo(Transformer):
    """Makes every text longer and strange, and leaves its gaps alone."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        letters = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
        extra = "~" * (len(node.value) * 4 // 10)
        return ast.TextElement(f"{node.value.translate(letters)}{extra}")


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """Catalogues with a fourth language that no code knows: English, 40 % longer."""
    folder = tmp_path_factory.mktemp("locales")
    for path in locales_folder().rglob("*.ftl"):
        copy = folder / path.parent.name / path.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text("utf-8"), encoding="utf-8")
        if path.parent.name == "en":
            resource = FluentParser().parse(path.read_text("utf-8"))
            for entry in resource.body:
                plain = isinstance(entry, ast.Message) and entry.id.name in {
                    "language-order",
                    "language-locale",
                }
                if not plain and not entry.id.name.startswith("typed-"):  # type: ignore[union-attr]
                    Pseudo().visit(entry)
            target = folder / "qps" / path.name
            target.parent.mkdir(exist_ok=True)
            text = FluentSerializer().serialize(resource)
            target.write_text(text.replace("language-order = 1", "language-order = 9"), "utf-8")
    return Words(folder)


def test_a_fourth_language_needs_no_code(pseudo: Words) -> None:
    assert pseudo.languages == (*LANGUAGES, "qps")
    place = enter(Session(), date(2026, 11, 22))
    place = step(place, Tap("qps"), pseudo.languages)
    seen = set()
    for _ in range(60):
        rendered = _everything(pseudo, place)
        assert all("~" in text or not re.search("[a-z]{4}", text) for text in rendered), rendered
        seen.add(place.reply.state)
        choices = [choice.id for choice in place.reply.choices]
        place = step(place, Tap("former" if "former" in choices else choices[0]), pseudo.languages)
        if place.standing.former is not None and place.reply.state == "result":
            break
    assert seen >= {"notice", "scheme", "asking"}


def _everything(catalogues: Words, place: Place) -> list[str]:
    said = [catalogues.render("qps", block.text) for block in place.reply.blocks]
    return said + [catalogues.argument("qps", choice.label) for choice in place.reply.choices]


def test_countries_and_languages_are_named_by_the_language(catalogues: Words) -> None:
    assert catalogues.argument("en", Nation("KP")) == "North Korea"
    assert catalogues.argument("zh-Hant", Nation("KR")) == "南韓"
    assert catalogues.argument("zh-Hans", Nation("KR")) == "韩国"
    assert catalogues.argument("zh-Hant", Tongue("fr")) == "法文"


def test_a_missing_word_falls_back_to_english_and_not_to_a_crash(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "xx").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("hello = Hello { $name }\n")
    (tmp_path / "xx" / "a.ftl").write_text("bye = Bye\n")
    assert Words(tmp_path).text("xx", "hello", name="you") == "Hello you"


# A fact, an answer, and how it is said back in each language.
SAID: list[tuple[str, Any, tuple[str, str, str]]] = [
    ("languages", ["chinese", "english"], ("Chinese and English", "中文及英文", "中文和英语")),
    ("languages", ["other"], ("One other language", "其他語言，一種", "其他语言，一种")),
    (
        "languages",
        ["other", "another"],
        ("Two or more others", "其他語言，兩種或以上", "其他语言，两种及以上"),
    ),
    (
        "languages",
        ["another", "fr", "english", "other"],
        (
            "English, French, two or more other languages",
            "英文、法文、兩種或以上其他語言",
            "英语、法语、两种及以上其他语言",
        ),
    ),
    (
        "languages",
        ["english", "chinese", "other"],
        (
            "Chinese, English, one other language",
            "中文、英文、一種其他語言",
            "中文、英语、一种其他语言",
        ),
    ),
    ("languages", [], ("None of them", "一種也沒有", "都没有")),
    (
        "change_reported",
        True,
        ("All reported, or no change", "已全部通知，或沒有變更", "都已通知，或没有变动"),
    ),
    (
        "change_reported",
        False,
        ("A change is not reported", "有變更尚未通知", "有变动还没通知"),
    ),
    ("clean_record", False, ("There is a record", "有記錄", "有记录")),
    ("nationality", "KP", ("North Korea", "朝鮮（北韓）", "朝鲜")),
    ("nationality", "KR", ("South Korea", "南韓", "韩国")),
]


@pytest.mark.parametrize(("fact", "value", "texts"), SAID, ids=lambda value: str(value)[:40])
def test_an_answer_is_said_back_as_its_button_says_it(
    fact: str, value: Any, texts: tuple[str, ...], catalogues: Words
) -> None:
    answer = say_told(vocabulary(), fact, value, date(2026, 11, 22))
    assert tuple(catalogues.argument(language, answer) for language in LANGUAGES) == texts


# Facts of one factor, and what its reason says that the person told.
TOLD: list[tuple[str, dict[str, Any], str]] = [
    ("stem", {"degree": "master", "listed_degree": "master", "stem": True}, "Master’s degree."),
    ("stem", {"degree": "master", "listed_degree": "none", "stem": False}, "None from the list."),
    ("income", {"income_hkd": 1_200_000}, "HK$1,200,000."),
]


@pytest.mark.parametrize(("factor", "facts", "said"), TOLD, ids=lambda value: str(value)[:40])
def test_a_bare_yes_or_no_is_not_said_beside_other_answers(
    factor: str, facts: dict[str, Any], said: str, catalogues: Words
) -> None:
    one, on = schemes()["hk-qmas-gpt"], date(2026, 11, 22)
    edition, known = one.edition(date(2024, 11, 1)), read_facts(facts, on)
    [trace] = [t for t in assess(edition, known, on).factors if t.id == factor]
    text = catalogues.render("en", reason(edition, trace, known))
    assert text.endswith(f"You said: {said}")


def test_a_yes_alone_is_said(catalogues: Words) -> None:
    one, on = schemes()["hk-qmas-gpt"], date(2024, 10, 31)
    edition, known = one.edition(date(2023, 1, 1)), read_facts({"talent_list": True}, on)
    [trace] = [t for t in assess(edition, known, on).factors if t.id == "talent-list"]
    assert catalogues.render("en", reason(edition, trace, known)).endswith("You said: Yes.")
