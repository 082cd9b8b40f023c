"""Bad catalogues: each kind of fault in a language's words is named, and nothing else is.

Every file under `bad/catalogues` is one bad catalogue, in place of the sound English one below or
of the file that its `### file:` names. Its head says what is expected, one `### expect:` a finding.
"""

import re
from pathlib import Path

import pytest

from bot.catalogues import catalogue_findings

BAD = Path(__file__).with_name("bad") / "catalogues"
CASES = sorted(BAD.iterdir())
EXPECT = re.compile(r"^### expect: (.*)$", re.MULTILINE)
FILE = re.compile(r"^### file: (.*)$", re.MULTILINE)

NEEDED = {
    "greeting": frozenset({"name"}),
    "farewell": frozenset[str](),
    "score": frozenset({"points", "all"}),
}
ENGLISH = """\
# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said last.
farewell = Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
"""
# A translation needs no comments, and may leave out an argument that some languages need.
CHINESE = """\
greeting = 你好，{ $name }。
farewell = 再見。
score = { $points } 分。
"""


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """Return a folder of two sound languages."""
    found = tmp_path / "locales"
    for language, words in (("en", ENGLISH), ("zh-Hant", CHINESE)):
        (found / language).mkdir(parents=True)
        (found / language / "words.ftl").write_text(words, "utf-8")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_catalogue_gives_exactly_its_findings(case: Path, locales: Path) -> None:
    head = case.read_text("utf-8", errors="replace")
    named = FILE.search(head)
    (locales / (named[1] if named else "en/words.ftl")).write_bytes(case.read_bytes())
    assert list(catalogue_findings(locales, NEEDED)) == EXPECT.findall(head) != []


def test_sound_catalogues_give_no_finding(locales: Path) -> None:
    assert list(catalogue_findings(locales, NEEDED)) == []


def test_a_word_may_lean_on_another_and_on_a_term(locales: Path) -> None:
    words = CHINESE.replace("再見。", "{ greeting }{ -parting }") + "-parting = 再見。\n"
    (locales / "zh-Hant" / "words.ftl").write_text(words, "utf-8")
    assert list(catalogue_findings(locales, NEEDED)) == []


def test_a_word_that_the_rules_newly_need_is_missing_in_every_language(locales: Path) -> None:
    needed = NEEDED | {"why-demo-years-last": frozenset({"low", "points"})}
    missing = '"why-demo-years-last" is missing (arguments: $low $points); write it.'
    assert list(catalogue_findings(locales, needed)) == [
        f"locales/en: {missing}",
        f"locales/zh-Hant: {missing}",
    ]


def test_a_further_language_is_held_against_the_same_words(locales: Path) -> None:
    (locales / "zh-Hans").mkdir()
    (locales / "zh-Hans" / "words.ftl").write_text("greeting = 你好，{ $name }。\n", "utf-8")
    assert list(catalogue_findings(locales, NEEDED)) == [
        'locales/zh-Hans: "farewell" is missing; write it.',
        'locales/zh-Hans: "score" is missing (arguments: $all $points); write it.',
    ]
