"""The documents: what they show of the program is what it does."""

import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.commands.lines import Assessor
from bot.words.catalogue import words
from flows.assessing.decisions.kind import Outcome
from flows.facts.kinds import KINDS
from tests.shelf import LIBRARY

DOCS = Path(__file__).parents[1] / "docs"
PROGRAMS = (DOCS / "programs.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """Return the lines of the blocks of a language in the page for programs."""
    found = re.findall(rf"```{language}\n(.*?)```", PROGRAMS, re.DOTALL)
    return [line for block in found for line in block.splitlines()]


@pytest.mark.parametrize("line", blocks("jsonl"))
def test_the_lines_shown_are_answered(line: str) -> None:
    answer, sound = Assessor(LIBRARY, words(), "en", date(2026, 11, 26)).line(line.encode())
    assert sound, answer


@pytest.mark.parametrize("line", blocks("jsonl-bad"))
def test_the_bad_lines_shown_are_refused(line: str) -> None:
    answer, sound = Assessor(LIBRARY, words(), "en", date(2026, 11, 26)).line(line.encode())
    assert not sound
    assert json.loads(answer)["case"] == json.loads(line)["case"]


def test_every_outcome_and_every_type_of_fact_is_explained() -> None:
    for name in (*get_args(Outcome), *KINDS):
        assert f"`{name}`" in PROGRAMS
