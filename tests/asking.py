"""Asking the program as an outsider does: one line in, one line out."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from bot.commands.lines import Assessor
from bot.words.catalogue import words
from tests.shelf import LIBRARY

CASES = Path(__file__).with_name("cases")
TODAY = date(2026, 11, 22)


def lines(name: str) -> list[dict[str, Any]]:
    """Read a file of cases."""
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines() if line]


def assess_line(line: dict[str, Any] | str, lang: str = "en") -> dict[str, Any]:
    """Assess one line through the outer face."""
    raw = line if isinstance(line, str) else json.dumps(line)
    answer, _ = Assessor(LIBRARY, words(), lang, TODAY).line(raw.encode())
    found: dict[str, Any] = json.loads(answer)
    return found


def ask(scheme: str, on: str = "2026-11-22", **facts: Any) -> dict[str, Any]:
    """Assess facts."""
    return assess_line({"scheme": scheme, "on": on, "facts": facts})


def labels(answer: dict[str, Any]) -> dict[str, str]:
    """Return the label of each factor."""
    return {factor["id"]: factor["label"] for factor in answer["factors"]}
