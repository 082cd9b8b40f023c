"""The result as a screen: the verdict, each factor in one line, what to do first, what is open."""

from __future__ import annotations

from datetime import date

from flows.advice.course import coming
from flows.advice.forecast import can_move
from flows.advice.in_words import first_step, gauge
from flows.assessing.assess import Assessment
from flows.assessing.doubts import Doubts, turning
from flows.assessing.reasons import factor_facts, failures
from flows.assessing.texts import factor_name, unsettled_point
from flows.dialogue.brief import deciding_answer, unsure
from flows.dialogue.reply import Block, Choice, controls, look
from flows.dialogue.session import Session
from flows.dialogue.standing import Standing, former_of
from flows.facts.in_words import say_names
from flows.facts.known import Facts
from flows.message import Message, Messages, say
from flows.rules.condition import facts_of


def result_blocks(session: Session, standing: Standing, on: date) -> tuple[Block, ...]:
    """Return the result in brief, with the former test beside it where it was asked for.

    What fits a screen and a half stands here; rules, sources and every doubt are under why.
    """
    result, former, doubts = standing.shown, standing.former, turning(standing.shown)
    blocks = [*headline(result, on), *_bar(result)]
    blocks += _lines(result, standing.facts, session, doubts)
    open_ = _open(result, session)
    told = _asks_first(result) or any(one.text.id == "result-open-first" for one in open_)
    step = None if told else first_step(result, standing.facts)
    if step and step.id == "find-door" and len(result.missing) == 1:
        # The step names what is open: once is enough.
        open_ = []
    blocks += [*open_, Block("text", step)] if step else open_
    blocks += doubt_blocks(result, doubts)
    if former is not None:
        beside = _beside(former, standing.facts, session, result.edition.day)
        # What holds for both is said once.
        blocks += [one for one in beside if one not in blocks]
    blocks += other_rules(standing)
    blocks += footer(result)
    return tuple(blocks)


def other_rules(standing: Standing) -> tuple[Block, ...]:
    """Say that other rules come into force, where any are on file, and the result by them."""
    later = coming(standing.shown, standing.facts)
    return () if later is None else (Block("text", later),)


def result_choices(session: Session, standing: Standing) -> tuple[Choice, ...]:
    """Return what can be looked at from a result, and what can be done with it."""
    result = standing.shown
    # Where nothing was counted, there is no rule to show.
    counted = result.factors or result.prerequisites
    choices = [look("why", say("look-why"))] if counted else []
    if standing.pending:
        choices.append(Choice("on", say("early-go-on", count=len(standing.pending))))
    if not session.former and former_of(result):
        choices.append(Choice("former", say("result-former")))
    choices += looks(standing)
    return (*choices, *controls("edit", "person", "restart", "language", "back"))


def looks(standing: Standing) -> tuple[Choice, ...]:
    """Return what can be looked at from a result, or from a stop."""
    return tuple(look(id_, say(f"look-{id_}")) for id_ in looks_worth_offering(standing))


def looks_worth_offering(standing: Standing) -> tuple[str, ...]:
    """Return the overlays that say something about a result: nothing is offered in vain."""
    result = standing.result
    if result is None:
        return ()
    vain = result.kind.vain
    if result.outcome == "closed":
        vain |= {"ways", "when"}
    if "when" not in vain and not can_move(result, standing.facts):
        vain |= {"when"}
    return tuple(one for one in standing.looks if one not in vain)


def headline(result: Assessment, on: date) -> tuple[Block, ...]:
    """Return the verdict in one or two sentences."""
    edition = result.edition
    name = f"scheme-{edition.scheme_id}"
    route = say(name if edition.scheme.about.made_up else f"{name}-choice")
    blocks = [Block("heading", say("result-title", scheme=route, day=edition.day))]
    if result.outcome == "closed":
        return (*blocks, *_closing(result, on))
    return (*blocks, Block("verdict", result.kind.verdict(result)))


def name_of(result: Assessment) -> Message:
    """Return the full name of the edition that a result was reckoned by."""
    edition = result.edition
    return say("edition-name", scheme=say(f"scheme-{edition.scheme_id}"), day=edition.day)


def _bar(result: Assessment) -> tuple[Block, ...]:
    if not result.kind.counted or result.least is None:
        return ()
    return (Block("text", say("result-bar", bar=gauge(result))),)


def _asks_first(result: Assessment) -> bool:
    """Whether the verdict itself says what comes first: to ask the authority or a lawyer."""
    return result.urgent or result.alone


def _closing(result: Assessment, on: date) -> list[Block]:
    one = result.edition.scheme.successor
    ways = result.edition.route.ways.values() if result.edition.route else ()
    way = next((one for one in ways if one.closed_from), None)
    if one is None or way is None or way.closed_from is None:
        return [Block("verdict", say("result-closed"))]
    law = say(f"law-{one.id}")
    blocks = [Block("verdict", say("result-closed-since", day=way.closed_from, law=law))]
    opened, ended = one.open_round(on), one.last_round(on)
    name = say(f"scheme-{one.id}")
    if opened and opened.until:
        text = say("successor-open", successor=name, count=opened.round, until=opened.until)
    elif ended and ended.until:
        text = say("successor-between", successor=name, count=ended.round, until=ended.until)
    else:
        text = say("successor-later", successor=name)
    return [*blocks, Block("text", text)]


def _lines(result: Assessment, facts: Facts, session: Session, doubts: Doubts) -> list[Block]:
    """Return each factor in one line; an answer that counts for several is said once."""
    if not shows_factors(result):
        return []
    before, kind = set[str](), result.kind
    blocks = [Block("note", say("labels-historic"))] if result.historic else []
    for trace in result.factors:
        told = deciding_answer(result, trace, facts, session, before)
        line = kind.line(factor_name(result.edition, trace.id), trace, told)
        if trace.id in doubts.factors:
            line = say("brief-doubtful", line=line)
        blocks.append(Block("item", line))
    return blocks


def shows_factors(result: Assessment) -> bool:
    """Whether the factors say anything by themselves."""
    if not result.factors or not result.kind.shows_factors:
        return False
    return not result.historic or any(part.row for f in result.factors for part in f.parts)


def _beside(former: Assessment, facts: Facts, session: Session, since: date) -> list[Block]:
    day, doubts = former.edition.day, turning(former)
    blocks = [Block("heading", say("former-short", day=day, last=former.on))]
    if former.outcome == "ineligible":
        blocks.append(Block("verdict", say("former-ineligible")))
        blocks += [Block("text", why) for why in failures(former.edition, former.failed)]
    else:
        blocks += [Block("verdict", former.kind.verdict(former)), *_bar(former)]
        blocks += _lines(former, facts, session, doubts)
        blocks += _open(former, session)
    return [*blocks, *doubt_blocks(former, doubts), Block("text", say("former-kept", day=since))]


def _open(result: Assessment, session: Session) -> list[Block]:
    """Say what is not known and decides, but for what the line of a factor says."""
    edition = result.edition
    if not result.kind.adds_up or not result.missing:
        return []
    blocks, missing = [], set(result.missing)
    first = [one.id for one in edition.prerequisites if missing & facts_of(one.when, one.review)]
    for one in edition.prerequisites:
        missing -= facts_of(one.when, one.review)
    if first and result.outcome == "open":
        names = Messages(tuple(say(f"prerequisite-{one}") for one in first))
        blocks.append(Block("text", say("result-open-first", names=names)))
    for factor in result.factors if shows_factors(result) else ():
        missing -= set(factor_facts(edition, factor.id))
    left = [name for name in result.missing if name in missing]
    doubtful = [name for name in left if unsure(session, name)]
    for id_, names_ in (
        ("result-open-unsure", doubtful),
        ("result-open-not-told", [name for name in left if name not in doubtful]),
    ):
        if names_:
            blocks.append(Block("text", say(id_, facts=say_names(names_))))
    return blocks


def doubt_blocks(result: Assessment, doubts: Doubts) -> list[Block]:
    """Say what no source settles and could turn the outcome; the rest is under why."""
    blocks = [
        Block("item", say("line-unsettled", text=unsettled_point(result.edition, id_)))
        for id_ in doubts.beside
    ]
    if doubts.factors and shows_factors(result):
        blocks.append(Block("note", say("result-doubts", look=say("look-why"))))
    return blocks


def footer(result: Assessment) -> tuple[Block, ...]:
    """Return what stands under every result: the day the rules were read, and who decides."""
    edition = result.edition
    place = edition.scheme.about.place
    if edition.review_by and result.stale:
        days = {"checked": edition.checked, "day": edition.review_by}
        blocks = [Block("note", say(f"footer-{place}-overdue", **days))]
    else:
        blocks = [Block("note", say(f"footer-{place}", checked=edition.checked))]
    if edition.revision > 1:
        blocks.append(Block("note", say("footer-revision", revision=edition.revision)))
    return tuple(blocks)
