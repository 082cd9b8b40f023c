"""The words: every message in every language, the right script, and a language of the future."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer
from opencc_purepy import OpenCC

from bot.check import all_needed, check
from bot.words import Words, locales_folder, words
from flows.dialogue import Place, Session, Tap, enter, step
from flows.message import Argument, Message, Month, Nation, Tongue, say
from flows.schemes import schemes

LANGUAGES = words().languages
NEEDED = all_needed(schemes())
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


def samples(id_: str) -> Message:
    """Return a message with something in every gap."""
    return say(id_, **{name: SAMPLES.get(name, "7") for name in sorted(NEEDED[id_])})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_renders(language: str, catalogues: Words) -> None:
    for id_ in NEEDED:
        text = catalogues.render(language, samples(id_))
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
            if line.startswith("command-language"):
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
    for id_ in NEEDED:
        if id_.startswith(("bad-", "call-", "language-locale")):
            continue
        text = catalogues.render(language, samples(id_))
        text = re.sub(r"[\w.]+@[\w.]+|https://[!-~]+|/[a-z]+", "", text)
        for word in re.findall(r"[A-Za-z]+", text):
            assert word in LATIN, f"{id_}: {word}"


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_chinese_sentences_use_full_width_marks(language: str, catalogues: Words) -> None:
    for id_ in NEEDED:
        if id_.startswith(("bad-", "call-")) or id_.endswith("-separator"):
            continue
        text = catalogues.render(language, samples(id_))
        assert not re.search(r"[\u4e00-\u9fff][,;?!]", text), f"{id_}: {text}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_fit_their_screens(language: str, catalogues: Words) -> None:
    """Buttons stay short, questions within five terminal lines, explanations within eight."""
    for id_ in NEEDED:
        text = catalogues.render(language, samples(id_))
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
