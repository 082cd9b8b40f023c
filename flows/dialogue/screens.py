"""Screens: what each place of the dialogue says, and what can be chosen there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from flows.advice.in_words import unit
from flows.assessing.doubts import turning
from flows.assessing.reasons import factor_facts, failures
from flows.assessing.texts import question, question_why, stop_heading
from flows.dialogue import overlays, results
from flows.dialogue.questions import answers, options, told
from flows.dialogue.reply import Block, Choice, Reply, controls
from flows.dialogue.session import Session
from flows.dialogue.standing import Standing
from flows.facts.vocabulary import Fact
from flows.library import Library
from flows.message import Message, Messages, say
from flows.rules.condition import facts_of
from flows.rules.edition import Edition
from flows.rules.source import Cite

_ASKING = ("unsure", "why", "back", "edit", "language", "restart", "person")
_FIRST = tuple(one for one in _ASKING if one != "edit")


def screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return the screen of a session that stands there."""
    return _SCREENS[standing.state](session, standing, on)


def _language(session: Session, _standing: Standing, _on: date) -> Reply:
    back = controls("resume") if session.language else ()
    return Reply("language", (Block("text", say("language-ask")),), back)


def _notice(_session: Session, _standing: Standing, _on: date) -> Reply:
    blocks = (
        Block("heading", say("notice-title")),
        Block("text", say("notice-purpose")),
        Block("text", say("notice-limits")),
        Block("text", say("notice-privacy")),
    )
    return Reply("notice", blocks, (Choice("agree", say("notice-agree")), *controls("language")))


def _scheme(_session: Session, standing: Standing, _on: date) -> Reply:
    routes = _routes(standing.library)
    return Reply("scheme", (Block("text", say("scheme-ask")),), (*routes, *controls("language")))


@cache
def _routes(library: Library) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.id, say(f"scheme-{one.id}-choice"))
        for one in library.schemes.values()
        if not one.about.made_up
    )


def _asking(session: Session, standing: Standing, on: date) -> Reply:
    fact_id, asked_by, anew = standing.question or "", standing.asked_by, bool(session.editing)
    blocks, edition = _progress(session, standing), asked_by.edition
    before = session.answer(fact_id) if anew else None
    if before is not None:
        again = say("ask-again", told=told(edition.vocabulary, fact_id, before.value, on))
        blocks = (*blocks, Block("note", again))
    return Reply(
        "asking",
        blocks + _question(edition, fact_id),
        options(fact_id, asked_by, standing.facts, anew=anew) + _ways(session),
        lettered=edition.vocabulary[fact_id].numeric,
        question=fact_id,
    )


@cache
def _question(edition: Edition, fact_id: str) -> tuple[Block, ...]:
    """Return a question as an edition asks it, with how it may be answered."""
    asked, hint = Block("text", question(edition, fact_id)), _hint(edition.vocabulary[fact_id])
    return (asked, Block("note", hint)) if hint else (asked,)


def _ways(session: Session) -> tuple[Choice, ...]:
    """Return what can be done instead of answering; with no answer yet there is none to change."""
    ways = _ASKING if session.answers else _FIRST
    return controls("resume", *ways) if session.at else controls(*ways)


def _hint(fact: Fact) -> Message | None:
    hint = fact.form.hint(fact)
    return say(hint) if hint else None


def _progress(session: Session, standing: Standing) -> tuple[Block, ...]:
    if session.editing or session.at:
        return ()
    left = len(standing.pending)
    result, former = standing.result, standing.former
    if former is not None and result is not None and standing.asked_by is former:
        return (Block("progress", say("progress-former", count=left)),)
    done = len(session.answers)
    return (Block("progress", say("progress", number=done + 1, total=done + left)),)


def explanation(standing: Standing) -> tuple[Block, ...]:
    """Return why a question is asked, and where its rule is read."""
    fact_id = standing.question or ""
    blocks = [Block("notice", question_why(standing.asked_by.edition, fact_id))]
    for cite in _cites(standing, fact_id)[:1]:
        sources = standing.asked_by.edition.scheme.sources
        named = tuple(sources[i].named for i in cite.sources[:2])
        sure = say(f"sure-{cite.sure}")
        blocks.append(Block("note", say("source-of-rule", sources=Messages(named), sure=sure)))
    return tuple(blocks)


def _cites(standing: Standing, fact_id: str) -> list[Cite]:
    edition = standing.asked_by.edition
    found = [p.cite for p in edition.prerequisites if fact_id in facts_of(p.when, p.review)]
    return [f.cite for f in edition.factors if fact_id in factor_facts(edition, f.id)] + found


def _early(_session: Session, standing: Standing, on: date) -> Reply:
    result = standing.shown
    blocks = results.headline(result, on)
    if result.outcome != "closed":
        text = say(f"early-{unit(result.edition)}-{result.outcome}", count=len(standing.pending))
        blocks = (*blocks, Block("text", text))
    chosen = "historic" if result.outcome == "closed" else "on"
    return Reply(
        "early",
        blocks,
        (
            Choice("on", say(f"early-go-{chosen}", count=len(standing.pending))),
            Choice("enough", say("early-enough")),
            *controls("back", "edit", "language", "restart", "person"),
        ),
    )


def _stopped(_session: Session, standing: Standing, _on: date) -> Reply:
    result = standing.shown
    blocks = [Block("heading", stop_heading(result.edition))]
    blocks += [Block("text", why) for why in failures(result.edition, result.failed)]
    blocks += [Block("text", say("stopped-kind")), *results.doubt_blocks(result, turning(result))]
    blocks += [*results.other_rules(standing), *results.footer(result)]
    change = Choice("change", say("stopped-change"))
    return Reply(
        "stopped",
        tuple(blocks),
        (
            change,
            *results.looks(standing),
            Choice("why", say("look-why")),
            *controls("back", "edit", "person", "restart", "language"),
        ),
    )


def _review(session: Session, standing: Standing, on: date) -> Reply:
    lines = answers(standing.library.vocabulary, session, on)
    asked = "review-ask" if lines else "review-empty"
    return Reply("review", (Block("text", say(asked)),), (*lines, *controls("resume", "language")))


def _person(_session: Session, standing: Standing, _on: date) -> Reply:
    place = "hong-kong"
    if standing.result is not None:
        place = standing.result.edition.scheme.about.place
    blocks = (Block("text", say("person-offer")), Block("text", say(f"contacts-{place}")))
    return Reply("person", blocks, controls("resume"))


def _result(session: Session, standing: Standing, on: date) -> Reply:
    return results.result_screen(session, standing, on)


_SCREENS: dict[str, Callable[[Session, Standing, date], Reply]] = {
    "language": _language,
    "notice": _notice,
    "scheme": _scheme,
    "asking": _asking,
    "early": _early,
    "stopped": _stopped,
    "review": _review,
    "person": _person,
    "result": _result,
    "reasons": overlays.reasons_screen,
    "ways": overlays.ways_screen,
    "when": overlays.when_screen,
    "next": overlays.next_screen,
    "card": overlays.card_screen,
    "trying": overlays.trying_screen,
    "compare": overlays.compare_screen,
}
