"""A new edition of a real scheme, as an author adds it: data and words, and no program code.

From 1 March 2097, in a copy of the program, the general test asks for one criterion more than its
newest edition on file, HK$200,000 more of income and, by a new fact, a qualification.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCHEME = "flows/schemes/hk-qmas-gpt"
NEWEST = max(path.stem for path in (ROOT / SCHEME).glob("2*.yaml"))
TODAY, COMING = f"{SCHEME}/{NEWEST}.yaml", f"{SCHEME}/2097-03-01.yaml"
RULES = (ROOT / TODAY).read_text("utf-8")


def number(key: str) -> int:
    """Return a number that the newest edition on file states first after a key."""
    found = re.search(rf"{key}(\d+)", RULES)
    assert found is not None
    return int(found[1])


NEED, ALL = number("threshold: "), number("maximum: ")
INCOME = number("met: {income_hkd: {from: ")
HIGHER = INCOME + 200_000
NEVER = (
    "schemes/hk-qmas-gpt/2097-03-01.yaml: its verdicts were never accepted; look at it, then "
    "run yauchoi check --accept."
)
FACT = "hk_made_up:\n  {kind: flag, better: true, changes: effort}\n"
CRITERION = """\
  - id: made-up
    cite: {sources: [I-QMAS], sure: official}
    met: {hk_made_up: true}
"""
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
# What the new criterion says, and nothing else.
WORDS = {
    "fact-hk_made_up": "Made-up qualification",
    "name-hk-criteria-made-up-made-up": "Made-up qualification",
    "why-hk-criteria-made-up-made-up-met": "Holds one.",
    "why-hk-criteria-made-up-made-up-not-met": "It takes one.",
    "ask-hk_made_up": "Do you hold a made-up qualification?",
    "ask-hk_made_up-why": "It meets one of the { $all } criteria since { $since }.",
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
        """Return the reasons of somebody between the two incomes, by factor."""
        line = {"scheme": "hk-qmas-gpt", "on": on, "facts": {"income_hkd": INCOME + 100_000}}
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
    """Return a copy of the program with the made-up edition on file."""
    found = Tree(tmp_path)
    (found.folder / COMING).write_text(RULES, "utf-8")
    day, words_ = f"day: {NEWEST}\n", re.search(r"^words: \[?(.+?)\]?\n", RULES, re.MULTILINE)
    assert words_ is not None
    found.change(TODAY, (day, f"{day}until: 2097-02-28\n"))
    found.change(
        COMING,
        (day, "day: 2097-03-01\n"),
        (words_[0], f"words: [hk-criteria-made-up, {words_[1]}]\n"),
        (f"threshold: {NEED}\n", f"threshold: {NEED + 1}\n"),
        (f"maximum: {ALL}\n", f"maximum: {ALL + 1}\n"),
        (f"met: {{income_hkd: {{from: {INCOME}}}}}", f"met: {{income_hkd: {{from: {HIGHER}}}}}"),
        ("unsettled:\n", f"{CRITERION}unsettled:\n"),
    )
    found.change(
        "flows/schemes/facts.yaml",
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
    assert accepted[0].startswith("hk-qmas-gpt 2097-03-01: new, ")
    assert accepted[-1] == "The rules and the catalogues are sound."

    before, after = tree.reasons("2097-02-28"), tree.reasons("2097-03-01")
    said = f"in the year before. You said: HK${INCOME + 100_000:,}."
    assert before["income"] == f"HK${INCOME:,} or more {said}"
    assert after["income"] == f"Under HK${HIGHER:,} {said}"
    assert f"{HIGHER // 10_000}萬港元" in tree.reasons("2097-03-01", "zh-Hant")["income"]
    assert "made-up" not in before


def test_a_text_of_its_own_is_said_in_place_of_the_older_one(tree: Tree) -> None:
    own = {"why-hk-criteria-made-up-income-not-met": "Since 2097 it takes { $income_hkd }."}
    tree.write_words(WORDS | own)
    told = "says 2097, which the rule of hk-qmas-gpt 2097-03-01 that it speaks of does not state"
    assert [told in line for line in tree.check()] == [False, True, True, True]
    tree.write_words(WORDS | dict.fromkeys(own, "It now takes { $income_hkd }."))
    assert tree.check() == [NEVER]
    assert tree.reasons("2097-03-01")["income"].startswith(f"It now takes HK${HIGHER:,}.")
    assert tree.reasons("2097-02-28")["income"].startswith(f"HK${INCOME:,} or more")


def test_a_question_is_explained_by_the_edition_that_asks(tree: Tree) -> None:
    tree.write_words(WORDS)
    told = "it only costs one of the {} criteria"
    assert told.format(ALL) in tree.why_age("2097-02-28")
    assert told.format(ALL + 1) in tree.why_age("2097-03-01")


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
