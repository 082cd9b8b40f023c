"""A coming edition on file, in a copy of the program: told on every day before it, never silent."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TODAY, COMING = (f"flows/schemes/hk-qmas-gpt/{day}.yaml" for day in ("2024-11-01", "2027-03-01"))
PERSON: dict[str, Any] = {
    "birth_date": "1988-05-12",
    "nationality": "GB",
    "self_supporting": True,
    "clean_record": True,
    "degree": "bachelor",
    "listed_degree": "none",
    "languages": ["chinese", "english"],
    "graduate_years": 12,
    "reputable_years": 0,
    "sector_years": 2,
    "international_years": 1,
    "income_hkd": 1_100_000,
    "business": "none",
}
SCREEN = """
import json, sys
from datetime import date
from bot.words.catalogue import words
from flows.dialogue import Session, enter
from flows.dialogue.session import Answer, load_at
from flows.library import Library
facts, at, language = json.load(sys.stdin)
answers = tuple(Answer(fact, value) for fact, value in facts.items())
session = Session(language, True, "hk-qmas-gpt", date(2024, 11, 1), 1, answers, at=load_at(at))
for block in enter(Library(), session, date(2026, 11, 26)).reply.blocks:
    print(words().render(language, block.text))
"""


class Copy:
    """A copy of the program with rules from 1 March 2027 on: seven criteria, HK$1,200,000."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("flows", "bot", "locales"):
            kept = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=kept)
        # Whatever else may be on file after the rules of 2024 does not touch what is tried here.
        for path in (folder / TODAY).parent.glob("20*.yaml"):
            if path.name > Path(TODAY).name:
                path.unlink()
        text = re.sub("until: .*\n", "", (folder / TODAY).read_text("utf-8"))
        ended = text.replace("day: 2024-11-01\n", "day: 2024-11-01\nuntil: 2027-02-28\n")
        (folder / TODAY).write_text(ended, "utf-8")
        coming = text.replace("day: 2024-11-01\n", "day: 2027-03-01\n")
        coming = coming.replace("threshold: 6\n", "threshold: 7\n").replace("1000000}", "1200000}")
        (folder / COMING).write_text(coming, "utf-8")

    def run(self, *arguments: str, told: str) -> str:
        """Run a command and return what it prints."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            input=told,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        return done.stdout

    def screen(self, at: str = "", language: str = "en") -> list[str]:
        """Show the person a screen on 26 November 2026."""
        told = json.dumps([PERSON, at, language])
        return self.run("-c", SCREEN, told=told).splitlines()

    def forecast(self, on: str) -> list[dict[str, Any]]:
        """Forecast the person as a program does."""
        line = {"scheme": "hk-qmas-gpt", "on": on, "facts": PERSON}
        said = self.run("-m", "bot.cli", "forecast", "-", told=json.dumps(line))
        found: list[dict[str, Any]] = json.loads(said)["events"]
        return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("coming"))


def test_programs_are_told_its_day_and_its_numbers_from_then_on(copy: Copy) -> None:
    events = copy.forecast("2026-11-26")
    assert [(e["on"], e["least"], e["most"], e["outcome"], e["because"]) for e in events] == [
        ("2026-11-26", 5, 5, "falls-short", []),
        ("2027-03-01", 4, 4, "falls-short", ["edition"]),
        ("2027-11-26", 6, 6, "falls-short", ["sector_years", "international_years"]),
    ]
    rules = {"edition": "2027-03-01", "threshold": 7, "maximum": 12}
    assert [{key: e.get(key) for key in rules} for e in events[1:]] == [rules, rules]
    assert not rules.keys() & events[0].keys()


def test_the_day_itself_is_assessed_by_it(copy: Copy) -> None:
    first = copy.forecast("2027-03-01")[0]
    assert (first["on"], first["least"]) == ("2027-03-01", 4)
    before = [event["on"] for event in copy.forecast("2027-02-28")]
    assert before[:2] == ["2027-02-28", "2027-03-01"]


def test_a_result_tells_it(copy: Copy) -> None:
    line = "From 1 March 2027 other rules apply (edition of 1 March 2027)"
    told = f"{line}. The result is then: 4 of 12 criteria, "
    assert any(one.startswith(told) for one in copy.screen())
    traditional = "由2027年3月1日起適用另一套規則（2027年3月1日版）"
    assert any(one.startswith(traditional) for one in copy.screen(language="zh-Hant"))
    simplified = "从2027年3月1日起适用另一套规则（2027年3月1日版）"
    assert any(one.startswith(simplified) for one in copy.screen(language="zh-Hans"))


def test_a_month_after_it_is_assessed_by_it(copy: Copy) -> None:
    assert copy.screen("when:2027-05")[:3] == [
        "If you apply in May 2027",
        "By the rules of that month (edition of 1 March 2027), not by those of today.",
        "1 May 2027: 4 of 12 criteria, threshold not reached",
    ]
    assert copy.screen("when:2027-02")[:2] == [
        "If you apply in February 2027",
        "1 February 2027: 5 of 12 criteria, threshold not reached",
    ]
