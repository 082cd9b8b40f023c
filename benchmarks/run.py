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

from bot.lines import Assessor
from bot.typed import event_for
from bot.words import words
from flows.assess import assess
from flows.dialogue import Place, Say, Session, Tap, enter, step
from flows.intake import read_facts
from flows.schemes import scheme

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


def show(name: str, seconds: list[float], aim: str, *, scale: float, unit: str) -> None:
    """Print one figure: the median, the spread, the aim."""
    middle, low, high = statistics.median(seconds), min(seconds), max(seconds)
    figures = f"{middle * scale:10,.1f} {unit:<8} ({low * scale:,.1f} to {high * scale:,.1f})"
    print(f"{name:<46}{figures:<44} aim {aim}")


def worked_cases() -> list[dict[str, object]]:
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
        assert edition is not None
        ready.append((one, edition, case["facts"], on))

    def work() -> int:
        for _ in range(10):
            for one, edition, facts, on in ready:
                assess(one, edition, read_facts(facts, on), on)  # type: ignore[arg-type]
        return 10 * len(ready)

    return work


def conversations() -> list[list[tuple[Place, Tap | Say]]]:
    """Return the steps of conversations that answer every question as a worked case does."""
    found = []
    for case in worked_cases():
        on = date.fromisoformat(str(case["on"]))
        facts = case["facts"]
        assert isinstance(facts, dict)
        place = enter(Session(language="en", agreed=True), on)
        steps: list[tuple[Place, Tap | Say]] = [(place, Tap(str(case["scheme"])))]
        place = step(*steps[-1], words().languages)
        while place.standing.state in {"asking", "early"}:
            event = _answer(place, facts)
            steps.append((place, event))
            place = step(place, event, words().languages)
        found.append(steps)
    return found


def _answer(place: Place, facts: dict[str, object]) -> Tap | Say:
    if place.standing.state == "early":
        return Tap("on")
    told = facts.get(place.standing.question or "")
    if isinstance(told, (int, float)) and not isinstance(told, bool):
        return Say(str(told))
    typed = {True: "yes", False: "no", "GB": "none of these"}.get(told, told)  # type: ignore[call-overload]
    if isinstance(told, list):
        return Say(", ".join(told))
    event = event_for(place.reply, str(typed), "en", words(), words().languages)
    return event if isinstance(event, Tap) else Tap(place.reply.choices[0].id)


def steps(held: list[list[tuple[Place, Tap | Say]]]) -> Callable[[], int]:
    """Take every step of the conversations."""
    languages = words().languages

    def work() -> int:
        for conversation in held:
            for place, event in conversation:
                step(place, event, languages)
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
    assessor = Assessor(words(), "en", TODAY)

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
    micro = {"scale": 1e6, "unit": "µs"}
    show("one assessment, facts read", blocks(assessments()), "60 µs", **micro)  # type: ignore[arg-type]
    held = conversations()
    show("one dialogue step", blocks(steps(held)), "60 µs", **micro)  # type: ignore[arg-type]
    show("its rendering", blocks(renderings(held)), "60 µs", **micro)  # type: ignore[arg-type]
    rates = [1 / (1 / seconds) for seconds in blocks(lines())]
    show("assess, one line with reasons", rates, "200 µs", **micro)  # type: ignore[arg-type]
    print(f"{'assess, lines a second':<46}{1 / statistics.median(rates):10,.0f}")
    line = json.dumps(worked_cases()[0])
    show("cold assess of one line", processes("assess", "-", given=line), "0.5 s", scale=1, unit="s")
    show("check", processes("check"), "60 s", scale=1, unit="s")


if __name__ == "__main__":
    main()
