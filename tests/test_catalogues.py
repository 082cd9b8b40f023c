"""Bad catalogues: each kind of fault in a language's words is named, and nothing else is.

Every file under `bad/catalogues` is one bad catalogue, in place of the sound English one below or
of the file that its `### file:` names. Its head says what is expected, one `### expect:` a finding.
"""

import re
from pathlib import Path

import pytest

from bot.words.coverage import catalogue_findings
from bot.words.translations import accept_translations, translation_findings

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


def test_a_language_that_cldr_does_not_know_counts_as_english_does(locales: Path) -> None:
    (locales / "qps").mkdir()
    few = ENGLISH.replace("{ $points } of", "{ $points ->\n    [few] Few\n   *[other] Many\n } of")
    (locales / "qps" / "words.ftl").write_text(few, "utf-8")
    [found] = catalogue_findings(locales, NEEDED)
    assert found.startswith('locales/qps/words.ftl:7: "score" has a branch [few], which qps never')


# ------------------------------------------------------------ translations


def change(locales: Path, file: str, old: str, new: str) -> None:
    """Change what stands in a file."""
    path = locales / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def read(locales: Path) -> Path:
    """Return two languages, the translation read and accepted."""
    taken = 'zh-Hant: taken as read: "farewell", "greeting", "score".'
    assert list(accept_translations(locales)) == [taken]
    return locales


def test_a_translation_that_was_read_gives_no_finding(read: Path) -> None:
    assert list(translation_findings(read)) == []
    assert list(accept_translations(read)) == []


def test_a_translation_that_nobody_read_is_told_in_one_line(locales: Path) -> None:
    assert list(translation_findings(locales)) == [
        (
            'locales/zh-Hant/reviewed.json: never read: "farewell", "greeting", "score";'
            " read it beside the English, then run yauchoi check --accept."
        )
    ]


# What an author changes, and what is found: the file, the old words, the new ones.
CHANGES = {
    "the English": (
        "en/words.ftl",
        "Goodbye.",
        "Farewell.",
        [
            (
                'locales/zh-Hant/words.ftl:2: the English of "farewell" changed since this was last'
                " read; read it beside the English, then run yauchoi check --accept."
            )
        ],
    ),
    "a comment": ("en/words.ftl", "# Said last.", "# Said at the very end.", []),
    "the translation": ("zh-Hant/words.ftl", "再見。", "下次再見。", []),
    "a copy": (
        "zh-Hant/words.ftl",
        "再見。",
        "Goodbye.",
        [
            (
                'locales/zh-Hant/words.ftl:2: "farewell" still reads as in English; translate it,'
                " or add it to zh-Hant/same.txt where it rightly reads so."
            )
        ],
    ),
    "a digest that is lost": (
        "zh-Hant/reviewed.json",
        '"farewell"',
        '"goodbye"',
        [
            (
                'locales/zh-Hant/reviewed.json: never read: "farewell";'
                " read it beside the English, then run yauchoi check --accept."
            ),
            (
                'locales/zh-Hant/reviewed.json: gone: "goodbye";'
                " read it beside the English, then run yauchoi check --accept."
            ),
        ],
    ),
    "what is no JSON": (
        "zh-Hant/reviewed.json",
        "{",
        "[",
        [
            (
                "locales/zh-Hant/reviewed.json: this is not a mapping of digests as JSON;"
                " delete it, then run yauchoi check --accept."
            )
        ],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_told_until_it_is_accepted(name: str, read: Path) -> None:
    file, old, new, findings = CHANGES[name]
    change(read, file, old, new)
    assert list(translation_findings(read)) == findings
    list(accept_translations(read))
    left = [one for one in findings if "still reads as in English" in one]
    assert list(translation_findings(read)) == left


def test_gaps_and_marks_alone_need_no_translation(locales: Path) -> None:
    for language in ("en", "zh-Hant"):
        words = "# Two in a line.\npair = ✓ { $name }: { $points }\n"
        (locales / language / "more.ftl").write_text(words, "utf-8")
    list(accept_translations(locales))
    assert list(translation_findings(locales)) == []


@pytest.mark.parametrize(
    ("allowed", "findings"),
    [
        ("farewell\n", []),
        ("# Said so everywhere.\n\nfarewell\n", []),
        (
            "farewell\ngreeting\nwelcome\n",
            [
                'locales/zh-Hant/same.txt: "greeting" does not read as in English; take it out.',
                'locales/zh-Hant/same.txt: "welcome" is no message; take it out.',
            ],
        ),
    ],
)
def test_what_rightly_reads_as_in_english_stands_in_a_list(
    allowed: str, findings: list[str], read: Path
) -> None:
    change(read, "zh-Hant/words.ftl", "再見。", "Goodbye.")
    (read / "zh-Hant" / "same.txt").write_text(allowed, "utf-8")
    assert list(translation_findings(read)) == findings


def test_what_people_type_is_no_translation(locales: Path) -> None:
    for language in ("en", "zh-Hant"):
        words = "# What people type.\ntyped-yes = y|yes\n"
        (locales / language / "more.ftl").write_text(words, "utf-8")
    list(accept_translations(locales))
    assert list(translation_findings(locales)) == []
    assert "typed-yes" not in (locales / "zh-Hant" / "reviewed.json").read_text("utf-8")
