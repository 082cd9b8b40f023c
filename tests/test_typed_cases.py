"""What people type, as a careful clerk reads it: tests/cases/typed.tsv, row by row.

A row says what may be understood of a text at a question; several readings stand with ` | `
between, and ASK is "asked back". What nobody said is never taken: that is the one fault that a
person cannot see. How many rows come out right is a floor, to be raised and never lowered.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.conversation.match import event_for
from bot.words.catalogue import words
from flows.dialogue import step
from flows.facts.from_text import understand
from flows.facts.known import FactError
from tests.asked import asking
from tests.shelf import vocabulary

TABLE = Path(__file__).with_name("cases") / "typed.tsv"
# Rows that come out right today.
FLOOR = 734


class Row(NamedTuple):
    """One line of the table."""

    id: str
    scheme: str
    fact: str
    lang: str
    text: str
    expect: str
    note: str = ""

    @property
    def readings(self) -> list[dict[str, Any] | None]:
        """What may be understood; None stands for being asked back."""
        found = self.expect.split(" | ")
        return [None if one == "ASK" else json.loads(one) for one in found]


ROWS = [Row(*line.split("\t")) for line in TABLE.read_text("utf-8").splitlines()[1:]]


def understood(row: Row) -> dict[str, Any] | None:
    """What a text is taken for at its question; None where it is asked back."""
    if not row.fact:
        # Several facts in one line are no answer while no question is open.
        return None
    place = asking(row.scheme, row.fact, row.lang)
    if place is None:
        assert vocabulary()[row.fact].derived
        try:
            return {row.fact: understand(vocabulary()[row.fact], row.text)}
        except FactError:
            return None
    event = event_for(place.reply, row.text, row.lang, words(), words().languages)
    after = step(place, event, words().languages)
    told = {answer.fact: answer.as_told for answer in after.session.answers}
    return told or None


def same(found: Any, expected: Any) -> bool:
    if isinstance(found, dict) and isinstance(expected, dict):
        return found.keys() == expected.keys() and all(same(found[k], expected[k]) for k in found)
    if isinstance(found, list) and isinstance(expected, list):
        return set(found) == set(expected)
    if isinstance(found, (int, float)) and not isinstance(found, bool) and expected is not None:
        return isinstance(expected, (int, float)) and abs(found - expected) < 1e-6
    return bool(found == expected)


def right(row: Row) -> bool:
    found = understood(row)
    return any(same(found, reading) for reading in row.readings)


def part_of_one(row: Row) -> bool:
    """Whether nothing was understood, or only a part of what was certain."""
    found = understood(row) or {}
    return not found or any(
        reading is not None and all(k in reading and same(v, reading[k]) for k, v in found.items())
        for reading in row.readings
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_nothing_is_understood_that_was_not_said(row: Row) -> None:
    assert right(row) or part_of_one(row), f"{row.text!r} was taken for {understood(row)}"


def test_as_much_is_understood_as_before() -> None:
    assert len(ROWS) == 936
    assert sum(map(right, ROWS)) >= FLOOR
