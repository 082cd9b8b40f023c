"""What advice and forecast cost, person by person, over every worked case."""

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from flows.advice.advise import advise
from flows.advice.forecast import forecast
from flows.facts.known import Facts
from flows.rules.edition import Edition
from tests.shelf import read_facts, scheme

CASES = Path(__file__).parents[1] / "tests" / "cases"
Person = tuple[Edition, Facts, date]


def people() -> list[Person]:
    """Return the people of the worked cases, each under the edition in force on their day."""
    found = []
    for name in ("hong-kong.jsonl", "boundaries.jsonl"):
        for line in (CASES / name).read_text("utf-8").splitlines():
            case = json.loads(line)
            one, on = scheme(case["scheme"]), date.fromisoformat(case["on"])
            edition = one.in_force(on)
            if edition is not None:
                found.append((edition, read_facts(case["facts"], on), on))
    return found


def seconds(work: Callable[..., Any], told: list[Person]) -> list[float]:
    """Return seconds of CPU for each person; a first round fills what a server has filled."""
    found: list[float] = []
    for round_ in range(2):
        for person in told:
            start = time.process_time()
            work(*person)
            if round_:
                found.append(time.process_time() - start)
    return found


def show_outlooks(show: Callable[..., None]) -> None:
    """Print what one person costs: the median, the fastest and the slowest."""
    told = people()
    # Where the threshold is reached there is nothing to search for.
    short = [one for one in told if advise(*one).fewest != 0]
    show("advise, somebody who falls short", seconds(advise, short), "5,000 µs")
    show("forecast, ten years", seconds(forecast, told), "5,000 µs")
