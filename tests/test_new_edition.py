"""A new edition of a real scheme, as an author adds it: data and words, and no program code.

From 1 March 2027, in a copy of the program, the general test asks for 7 of 13 criteria: an income
of HK$1,200,000 and, by a new fact, a vocational qualification.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCHEME = "flows/schemes/hk-qmas-gpt"
TODAY, COMING = f"{SCHEME}/2024-11-01.yaml", f"{SCHEME}/2027-03-01.yaml"
NEVER = (
    "schemes/hk-qmas-gpt/2027-03-01.yaml: its verdicts were never accepted; look at it, then "
    "run yauchoi check --accept."
)
FACT = "hk_vocational:\n  {kind: flag, better: true, changes: effort}\n"
CRITERION = """\
  - id: vocational
    cite: {sources: [I-QMAS], sure: official}
    met: {hk_vocational: true}
"""
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
# What the new criterion says, and nothing else.
WORDS = {
    "fact-hk_vocational": "Vocational qualification",
    "name-hk-criteria-2027-vocational": "Vocational qualification",
    "why-hk-criteria-2027-vocational-met": "Holds one.",
    "why-hk-criteria-2027-vocational-not-met": "It takes one.",
    "ask-hk_vocational": "Do you hold a vocational qualification?",
    "ask-hk_vocational-why": "It meets one of the { $all } criteria since { $since }.",
}


class Tree:
    """A copy of the program, for an author to work in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("flows", "bot", "locales"):
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )

    def change(self, file: str, *pairs: tuple[str, str]) -> None:
        """Change a file; what is to be changed stands there once."""
        path = self.folder / file
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{file}: {old}"
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def run(self, *arguments: str, told: str = "") -> list[str]:
        """Run a command of this program and return the lines that it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments],
            cwd=self.folder,
            input=told,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        return [line.removeprefix("flows/") for line in done.stdout.splitlines()]

    def reasons(self, on: str, language: str = "en") -> dict[str, str]:
        """Return the reasons of somebody with HK$1,100,000, by factor."""
        line = {"scheme": "hk-qmas-gpt", "on": on, "facts": {"income_hkd": 1_100_000}}
        [answer] = self.run("assess", "--lang", language, "-", told=json.dumps(line))
        return {factor["id"]: factor["why"] for factor in json.loads(answer)["factors"]}

    def why_age(self, on: str) -> str:
        """Return what a person hears who asks why the age is asked."""
        return " ".join(
            " ".join(self.run("chat", "--lang", "en", "--on", on, told="1\n1\nwhy\n")).split()
        )

    def check(self) -> list[str]:
        """Return what a check finds, but for translations that were not read again."""
        return [line for line in self.run("check") if "English" not in line]

    def write_words(self, words: dict[str, str]) -> None:
        """Write texts in every language; the words do not matter, but are not the English ones."""
        for language in LANGUAGES:
            own = "" if language == "en" else f"（{language}）"
            lines = "".join(
                f"# Of the new edition.\n{id_} = {own}{text}\n" for id_, text in words.items()
            )
            (self.folder / "locales" / language / "new.ftl").write_text(lines, "utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return a copy of the program with the edition of 2027 on file."""
    found = Tree(tmp_path)
    text = (found.folder / TODAY).read_text("utf-8")
    (found.folder / COMING).write_text(text, "utf-8")
    found.change(TODAY, ("day: 2024-11-01\n", "day: 2024-11-01\nuntil: 2027-02-28\n"))
    found.change(
        COMING,
        ("day: 2024-11-01\n", "day: 2027-03-01\n"),
        ("words: hk-criteria\n", "words: [hk-criteria-2027, hk-criteria]\n"),
        ("threshold: 6\n", "threshold: 7\n"),
        ("maximum: 12\n", "maximum: 13\n"),
        ("met: {income_hkd: {from: 1000000}}", "met: {income_hkd: {from: 1200000}}"),
        (
            "unsettled:\n",
            f"{CRITERION}unsettled:\n",
        ),
    )
    found.change(
        "flows/facts.yaml",
        (
            "# Macao: management and technical personnel\n",
            f"{FACT}# Macao: management and technical personnel\n",
        ),
    )
    return found


def test_only_the_texts_of_what_is_new_are_asked_for(tree: Tree) -> None:
    found = tree.check()
    assert found[0] == NEVER
    assert set(found[1:]) == {
        f'locales/{language}: "{id_}" is missing; write it.'
        for language in LANGUAGES
        for id_ in WORDS
    }


def test_each_edition_says_its_own_numbers_in_the_same_words(tree: Tree) -> None:
    tree.write_words(WORDS)
    assert tree.check() == [NEVER]
    accepted = tree.run("check", "--accept")
    assert accepted[0].startswith("hk-qmas-gpt 2027-03-01: new, ")
    assert accepted[-1] == "The rules and the catalogues are sound."

    before, after = tree.reasons("2027-02-28"), tree.reasons("2027-03-01")
    assert before["income"] == "HK$1,000,000 or more in the year before. You said: HK$1,100,000."
    assert after["income"] == "Under HK$1,200,000 in the year before. You said: HK$1,100,000."
    assert "120萬港元" in tree.reasons("2027-03-01", "zh-Hant")["income"]
    assert "vocational" not in before


def test_a_text_of_its_own_is_said_in_place_of_the_older_one(tree: Tree) -> None:
    own = {"why-hk-criteria-2027-income-not-met": "Since 2027 it takes { $income_hkd }."}
    tree.write_words(WORDS | own)
    told = "says 2027, which the rule of hk-qmas-gpt 2027-03-01 that it speaks of does not state"
    assert [told in line for line in tree.check()] == [False, True, True, True]
    tree.write_words(WORDS | dict.fromkeys(own, "It now takes { $income_hkd }."))
    assert tree.check() == [NEVER]
    assert tree.reasons("2027-03-01")["income"].startswith("It now takes HK$1,200,000.")
    assert tree.reasons("2027-02-28")["income"].startswith("HK$1,000,000 or more")


def test_a_question_is_explained_by_the_edition_that_asks(tree: Tree) -> None:
    tree.write_words(WORDS)
    assert "You can still apply when over 50: it only costs one of the 12 criteria" in tree.why_age(
        "2027-02-28"
    )
    assert "You can still apply when over 50: it only costs one of the 13 criteria" in tree.why_age(
        "2027-03-01"
    )


@pytest.mark.parametrize(
    ("file", "id_", "told"),
    [
        ("reasons", "name-hk-criteria-income", "Annual income of HK$1,000,000"),
        ("reasons", "why-hk-criteria-income-not-met", "Under HK$1 million in the year before."),
        ("questions", "ask-income_hkd-why", "HK$1,000,000 or more meets a criterion."),
        ("questions", "ask-income_hkd", "Did you earn HK$1,000,000 in the year before you apply?"),
        ("results", "stopped-hk-criteria", "It does not come to the twelve criteria."),
    ],
)
def test_words_that_contradict_the_new_rule_are_found(
    tree: Tree, file: str, id_: str, told: str
) -> None:
    tree.write_words(WORDS)
    path = tree.folder / "locales" / "en" / f"{file}.ftl"
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{id_} = "))
    lines[at] = f"{id_} = {told}"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    never, finding = tree.check()
    assert never == NEVER
    assert finding.startswith(f'locales/en/{file}.ftl:{at + 1}: "{id_}" says ')
    assert "which the rule of hk-qmas-gpt 20" in finding
    assert "does not state; use $" in finding


def test_a_rule_that_gives_no_such_number_any_more_is_found(tree: Tree) -> None:
    """Where one share counts for every business, the text of two shares has lost its arguments."""
    tree.write_words(WORDS)
    tree.change(COMING, ("business_share: {from: 50}", "business_share: {from: 10}"))
    found = [line for line in tree.check() if "business_share" in line]
    assert len(found) == 2 * 3 * len(LANGUAGES)
    assert all("which it is not given; use $" in line for line in found)
