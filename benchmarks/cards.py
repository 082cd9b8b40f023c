"""What a score card costs: the picture and the PDF, by the clock, once warm."""

import time
from collections.abc import Callable
from datetime import date
from typing import Any

from bot.cards.issue import Cards
from bot.cards.typeset import Sheet
from bot.sealing import new_key
from bot.words.catalogue import words
from flows.assessing.assess import assess
from tests.shelf import LIBRARY, read_facts, scheme

TODAY = date(2026, 11, 22)
TIMES = 9
TOLD = {
    "age": 35,
    "nationality": "IN",
    "self_supporting": True,
    "clean_record": True,
    "degree": "master",
    "listed_degree": "master",
    "stem": True,
    "languages": ["chinese", "english"],
}


def _sheets(cards: Cards) -> list[Sheet]:
    """Return sheets of which no two are the same, so that nothing is only remembered."""
    one = scheme("hk-qmas-gpt")
    edition = one.in_force(TODAY)
    if edition is None:
        raise LookupError("no edition is in force")
    languages, found = words().languages, []
    for years in range(TIMES + len(languages)):
        told: dict[str, Any] = TOLD | {"graduate_years": years}
        result = assess(edition, read_facts(told, TODAY), TODAY)
        found.append(cards.sheet(result, told, languages[years % len(languages)]))
    return found


def _seconds(work: Callable[[Sheet], bytes], sheets: list[Sheet]) -> list[float]:
    """Return wall seconds for each sheet, but for the first of each language."""
    found = []
    for sheet in sheets:
        start = time.perf_counter()
        work(sheet)
        found.append(time.perf_counter() - start)
    return found[-TIMES:]


def show_cards(show: Callable[..., None]) -> None:
    """Print what the picture and the PDF of a card take; both together have the aim."""
    cards = Cards(LIBRARY, words(), (new_key(),))
    sheets = _sheets(cards)
    pictures = _seconds(cards.picture, sheets)
    documents = _seconds(cards.document, sheets)
    show("a score card, picture", pictures, "0.3 s with the PDF", whole=True)
    show("a score card, sealed PDF", documents, "0.3 s with the picture", whole=True)
