"""The picture of an edition's dialogue, as Mermaid: states, triggers, and the questions inside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flows.assessing.compiled import tables
from flows.dialogue.machine import machine, states
from flows.rules.edition import Edition

# Repair is legal from almost everywhere; drawn once, in words, it leaves the way visible.
_REPAIR = {
    "back": "the answer before, asked again",
    "edit": "the list of answers, or one asked again",
    "person": "the official contacts",
    "restart": "the routes, answers forgotten",
    "language": "the languages, then back to here",
}


def picture(edition: Edition) -> str:
    """Return a Markdown page with the state diagram of an edition's dialogue."""
    lines = [
        f"# {edition.key}",
        "",
        "Generated from the edition (`make generated`); not edited by hand.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {line}" for line in _diagram(edition)),
        "```",
        "",
        "Legal from these states as well:",
        "",
        *(
            f"- `{trigger}` from {_sources(edition, trigger)}: {what}"
            for trigger, what in _REPAIR.items()
        ),
        "",
    ]
    return "\n".join(lines)


def _diagram(edition: Edition) -> Iterator[str]:
    yield "[*] --> language"
    for source, to, names in _moves(edition):
        yield f"{source} --> {to}: {', '.join(names)}"
    yield "state asking {"
    asked = sorted(tables(edition).order, key=tables(edition).order.__getitem__)
    if edition.route:
        asked = [edition.route.fact, *asked]
    yield from (f"    {before} --> {after}" for before, after in pairwise(asked))
    yield "}"
    yield "note right of asking: only what can still matter is asked"


def _moves(edition: Edition) -> list[tuple[str, str, list[str]]]:
    """Return the moves that lead on, joined where two triggers make the same one."""
    found: dict[tuple[str, str], list[str]] = {}
    for trigger, event in machine(edition).events.items():
        if trigger in _REPAIR:
            continue
        for source, moves in event.transitions.items():
            for to in (str(move.dest or source) for move in moves):
                if source != to or trigger == "answer":
                    found.setdefault((source, to), []).append(trigger)
    order = {state: i for i, state in enumerate(states(edition))}
    return [
        (source, to, sorted(names))
        for (source, to), names in sorted(found.items(), key=lambda m: [order[s] for s in m[0]])
    ]


def _sources(edition: Edition, trigger: str) -> str:
    event = machine(edition).events[trigger]
    order = states(edition)
    return ", ".join(sorted(event.transitions, key=order.index))
