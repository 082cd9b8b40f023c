"""`make bench`: what the work costs on this machine, beside the aim. Figures, never a verdict.

Medians of several blocks; the machine's own noise is shown as the fastest and slowest block.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.cards import show_cards
from benchmarks.outlooks import show_outlooks
from benchmarks.served import show_served
from benchmarks.turns import turns
from bot.commands.lines import Assessor
from bot.words.catalogue import words
from flows.assessing.assess import assess
from flows.dialogue import Place, Say, Session, Tap, step
from flows.dialogue.questions import options
from tests.shelf import LIBRARY, enter, read_facts, scheme

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
BLOCKS = 9
TODAY = date(2026, 11, 22)


def blocks(work: Callable[[], int]) -> list[float]:
    """Return seconds of CPU for each unit of work, block by block; the first warms up."""
    found = []
    for _ in range(BLOCKS + 1):
        start = time.process_time()
        units = work()
        found.append((time.process_time() - start) / units)
    return found[1:]


def show(name: str, seconds: list[float], aim: str, *, whole: bool = False) -> None:
    """Print one figure: the median, the spread, the aim; whole processes in seconds."""
    scale, unit = (1.0, "s") if whole else (1e6, "µs")
    middle, low, high = (scale * one(seconds) for one in (statistics.median, min, max))
    spread = f"({low:,.2f} to {high:,.2f})" if whole else f"({low:,.1f} to {high:,.1f})"
    print(f"{name:<42}{middle:10,.2f} {unit:<3}{spread:<28} aim {aim}")


def worked_cases() -> list[dict[str, Any]]:
    """Return every worked case."""
    lines = [
        line
        for name in ("hong-kong.jsonl", "boundaries.jsonl")
        for line in (CASES / name).read_text("utf-8").splitlines()
    ]
    return [json.loads(line) for line in lines if line]


def assessments() -> Callable[[], int]:
    """Read the facts of every worked case and assess them."""
    ready = []
    for case in worked_cases():
        on = date.fromisoformat(str(case["on"]))
        one = scheme(str(case["scheme"]))
        edition = one.in_force(on)
        if edition is not None:
            ready.append((edition, case["facts"], on))

    def work() -> int:
        for _ in range(10):
            for edition, facts, on in ready:
                assess(edition, read_facts(facts, on), on)
        return 10 * len(ready)

    return work


def conversations() -> list[list[tuple[Place, Tap | Say]]]:
    """Return the steps of conversations that answer every question as a worked case does."""
    found = []
    for case in worked_cases():
        on = date.fromisoformat(str(case["on"]))
        facts: dict[str, Any] = case["facts"]
        place = enter(Session(language="en", agreed=True), on)
        steps: list[tuple[Place, Tap | Say]] = [(place, Tap(str(case["scheme"])))]
        place = step(*steps[-1], words().languages)
        while place.standing.state in {"asking", "early"}:
            event = _answer(place, facts)
            steps.append((place, event))
            place = step(place, event, words().languages)
        found.append(steps)
    return found


def _answer(place: Place, facts: dict[str, Any]) -> Tap | Say:
    if place.standing.state == "early":
        return Tap("on")
    fact = place.standing.question or ""
    told = facts.get(fact)
    if isinstance(told, (int, float)) and not isinstance(told, bool):
        return Say(str(told))
    if isinstance(told, list) and told:
        names = words().catalogue("en").names.languages
        return Say(", ".join(names.get(one, one) for one in told))
    offered = options(fact, place.standing.asked_by, place.standing.facts)
    same = [one.id for one in offered if one.value == told]
    return Tap(same[0] if same else offered[0].id)


def steps(held: list[list[tuple[Place, Tap | Say]]]) -> Callable[[], int]:
    """Take every step of the conversations."""
    languages = words().languages

    def work() -> int:
        for conversation in held:
            for place, event in conversation:
                _ = step(place, event, languages).reply
        return sum(len(conversation) for conversation in held)

    return work


def renderings(held: list[list[tuple[Place, Tap | Say]]]) -> Callable[[], int]:
    """Render the screen after every step, in the three languages in turn."""
    languages = words().languages
    screens = [step(place, event, languages).reply for one in held for place, event in one]

    def work() -> int:
        for i, reply in enumerate(screens):
            language = languages[i % len(languages)]
            for block in reply.blocks:
                words().render(language, block.text)
            for choice in reply.choices:
                words().argument(language, choice.label)
        return len(screens)

    return work


def lines() -> Callable[[], int]:
    """Assess lines with reasons, as `yauchoi assess` does."""
    raw = [json.dumps(case).encode() for case in worked_cases()]
    assessor = Assessor(LIBRARY, words(), "en", TODAY)

    def work() -> int:
        for _ in range(5):
            for one in raw:
                assessor.line(one)
        return 5 * len(raw)

    return work


def processes(*command: str, given: str = "") -> list[float]:
    """Return wall seconds of whole processes."""
    found = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bot.cli", *command],
            input=given,
            text=True,
            check=True,
            capture_output=True,
            cwd=tempfile.gettempdir(),
        )
        found.append(time.perf_counter() - start)
    return found


def main() -> None:
    """Print every figure."""
    print("Medians of several runs (fastest to slowest); CPU time, whole processes by the clock.")
    show("one assessment, facts read", blocks(assessments()), "60 µs")
    held = conversations()
    show("one dialogue step", blocks(steps(held)), "60 µs")
    show("its rendering", blocks(renderings(held)), "60 µs")
    with_reasons = blocks(lines())
    show("assess, one line with reasons", with_reasons, "200 µs")
    rate = 1 / statistics.median(with_reasons)
    print(f"{'assess, lines a second on one core':<42}{rate:10,.0f}{'':<32} aim 5,000")
    line = json.dumps(worked_cases()[0])
    show("cold assess of one line", processes("assess", "-", given=line), "0.5 s", whole=True)
    show("check", processes("check"), "60 s", whole=True)
    show("one Telegram turn, durable, 64 in flight", turns(), "250 µs")
    show_outlooks(show)
    show_cards(show)
    show_served(show)


if __name__ == "__main__":
    main()
