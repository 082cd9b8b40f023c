"""Where answers come to rest: a verdict that is certain early, a stop, a result."""

from __future__ import annotations

from dataclasses import replace

from flows.assessing.doubts import turning
from flows.assessing.reasons import failures
from flows.assessing.texts import stop_heading
from flows.dialogue import results
from flows.dialogue.reading import Event, RefusedError, choice_of
from flows.dialogue.reply import Block, Choice, controls, look
from flows.dialogue.session import Editing, Over, Session
from flows.dialogue.standing import Here
from flows.dialogue.telling import Taken
from flows.message import say


def early_blocks(here: Here) -> tuple[Block, ...]:
    """Say that the verdict is certain although questions remain."""
    result = here.standing.shown
    blocks = results.headline(result, here.on)
    if result.outcome == "closed":
        return blocks
    id_, left = f"early-{result.kind.unit}-{result.outcome}", len(here.standing.pending)
    return (*blocks, Block("text", say(id_, count=left)))


def early_choices(here: Here) -> tuple[Choice, ...]:
    """Return whether to go on, or that this is enough."""
    go = "historic" if here.standing.shown.outcome == "closed" else "on"
    return (
        Choice("on", say(f"early-go-{go}", count=len(here.standing.pending))),
        Choice("enough", say("early-enough")),
        *controls("back", "edit", "language", "restart", "person"),
    )


def take_early(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take whether the person goes on."""
    match choice_of(event):
        case "on":
            return Taken(replace(here.session, pace="on"))
        case "enough":
            return Taken(replace(here.session, pace="enough"))
    raise RefusedError(say("problem-stale"))


def stopped_blocks(here: Here) -> tuple[Block, ...]:
    """Say which prerequisites fail."""
    standing, result = here.standing, here.standing.shown
    return (
        Block("heading", stop_heading(result.edition)),
        *(Block("text", why) for why in failures(result.edition, result.failed)),
        Block("text", say("stopped-kind")),
        *results.doubt_blocks(result, turning(result)),
        *results.other_rules(standing),
        *results.footer(result),
    )


def stopped_choices(here: Here) -> tuple[Choice, ...]:
    """Return what can be looked at from a stop, and the answer behind it to be changed."""
    return (
        look("change", say("stopped-change")),
        *results.looks(here.standing),
        look("why", say("look-why")),
        *controls("back", "edit", "person", "restart", "language"),
    )


def take_stopped(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take what to look at, or ask the answer again that fails."""
    if (choice := choice_of(event)) == "change":
        return Taken(_change_failed(here))
    return Taken(_looking(here, choice))


def _change_failed(here: Here) -> Session:
    """Ask the last answer again that failed a prerequisite."""
    wanted = here.standing.shown.failed_on
    for answer in reversed(here.session.answers):
        if answer.fact in wanted:
            return replace(here.session, at=Editing(answer.fact))
    return replace(here.session, at=Over("review"))


def result_blocks(here: Here) -> tuple[Block, ...]:
    """Return the result in brief."""
    return results.result_blocks(here.session, here.standing, here.on)


def result_choices(here: Here) -> tuple[Choice, ...]:
    """Return what can be looked at from a result, and what can be done with it."""
    return results.result_choices(here.session, here.standing)


def take_result(here: Here, event: Event, _languages: tuple[str, ...]) -> Taken:
    """Take what to look at, or that the questions go on."""
    match choice_of(event):
        case "on":
            return Taken(replace(here.session, pace="on"))
        case "former":
            return Taken(replace(here.session, former=True))
        case choice:
            return Taken(_looking(here, choice))


def _looking(here: Here, choice: str) -> Session:
    if choice not in results.looks_worth_offering(here.standing):
        raise RefusedError(say("problem-stale"))
    return replace(here.session, at=Over(choice))
