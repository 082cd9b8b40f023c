"""The result as a screen: the verdict, each factor with its reason, what is open or unsettled."""

from __future__ import annotations

from datetime import date

from flows.assess import Assessment
from flows.course import coming
from flows.dialogue.reply import Block, Choice, Reply, controls
from flows.dialogue.session import OVER_A_STOP, Session
from flows.dialogue.standing import Standing, former_of
from flows.forecast import can_move
from flows.groups import FactorTrace, TableRow
from flows.message import Argument, Message, say
from flows.outlook import short, unit
from flows.phrases import named
from flows.reasons import MARKS, failures, reason, unsettled_points
from flows.schemes import scheme
from flows.texts import factor_name
from flows.values import Facts

# What can be looked at from a result, in this order.
_LOOKS = ("ways", "when", "next", "trying", "card")


def result_screen(session: Session, standing: Standing, on: date) -> Reply:
    """Return the result, with the former test beside it where it was asked for."""
    result, former = standing.shown, standing.former
    blocks = list(headline(result, on))
    blocks += _factors(result, standing.facts)
    if former is not None:
        blocks += _beside(result, former, standing.facts)
    blocks += _open(result, session)
    blocks += _unsettled((result,) if former is None else (result, former))
    blocks += other_rules(standing)
    blocks += footer(result)
    return Reply("result", tuple(blocks), _choices(session, standing, result))


def other_rules(standing: Standing) -> tuple[Block, ...]:
    """Say that other rules come into force, where any are on file, and the result by them."""
    later = coming(standing.shown, standing.facts)
    return () if later is None else (Block("text", later),)


def _choices(session: Session, standing: Standing, result: Assessment) -> tuple[Choice, ...]:
    # Where nothing was counted, there is no rule to show.
    counted = result.factors or result.prerequisites
    choices = [Choice("why", say("look-why"))] if counted else []
    if standing.pending:
        choices.append(Choice("on", say("early-go-on", count=len(standing.pending))))
    if not session.former and former_of(scheme(result.edition.scheme), result):
        choices.append(Choice("former", say("result-former")))
    choices += looks(standing)
    return (*choices, *controls("edit", "person", "restart", "language", "back"))


def looks(standing: Standing) -> tuple[Choice, ...]:
    """Return what can be looked at from a result, or from a stop."""
    return tuple(Choice(id_, say(f"look-{id_}")) for id_ in offered(standing))


def offered(standing: Standing) -> tuple[str, ...]:
    """Return the overlays that say something about a result: nothing is offered in vain."""
    result = standing.result
    if result is None:
        return ()
    kind = unit(result.edition)
    vain = set()
    if result.outcome == "closed" or kind == "labels":
        vain |= {"ways", "when"}
    if kind == "doors" or not can_move(scheme(result.edition.scheme), result, standing.facts):
        vain.add("when")
    if kind == "labels":
        vain.add("trying")
    looks_ = OVER_A_STOP if standing.state == "stopped" else _LOOKS
    return tuple(one for one in looks_ if one not in vain)


def headline(result: Assessment, on: date) -> tuple[Block, ...]:
    """Return the verdict in one or two sentences."""
    kind = unit(result.edition)
    blocks = [Block("heading", say("result-title", edition=_name(result)))]
    if result.outcome == "closed":
        return (*blocks, *_closed(result, on))
    if kind == "labels":
        blocks.append(Block("text", _labels_verdict(result)))
    else:
        blocks.append(Block("text", _verdict(kind, result)))
    return tuple(blocks)


def _name(result: Assessment) -> Message:
    edition = result.edition
    return say("edition-name", scheme=say(f"scheme-{edition.scheme}"), day=edition.day)


def _verdict(kind: str, result: Assessment) -> Message:
    decision = result.edition.decision
    args: dict[str, Argument] = {}
    if decision.threshold is not None and decision.maximum is not None:
        args = {"need": decision.threshold, "all": decision.maximum}
    if result.outcome == "ineligible":
        return say("result-ineligible")
    if result.outcome == "open" and kind == "doors":
        return say("result-doors-open")
    if kind == "doors":
        return say(f"result-doors-{result.outcome}")
    if result.least is None or result.most is None:
        return say("result-ineligible")
    if result.score is not None:
        return say(f"result-{kind}-{result.outcome}", score=result.score, **args)
    return say(
        f"result-{kind}-{result.outcome}-between", least=result.least, most=result.most, **args
    )


def _labels_verdict(result: Assessment) -> Message:
    if result.outcome == "ineligible":
        return say("result-ineligible")
    if not result.factors:
        return say("result-labels-urgent" if result.urgent else "result-labels-aside")
    if [trace.id for trace in result.factors] == [result.edition.alone]:
        return say("result-labels-alone")
    return say("result-labels-human" if result.human else "result-labels")


def _closed(result: Assessment, on: date) -> list[Block]:
    one = scheme(result.edition.scheme).successor
    ways = result.edition.route.ways.values() if result.edition.route else ()
    way = next((one for one in ways if one.closed_from), None)
    if one is None or way is None or way.closed_from is None:
        return [Block("text", say("result-closed"))]
    law = say(f"law-{one.id}")
    blocks = [Block("text", say("result-closed-since", day=way.closed_from, law=law))]
    opened, ended = one.open_round(on), one.last_round(on)
    name = say(f"scheme-{one.id}")
    if opened and opened.until:
        text = say("successor-open", successor=name, count=opened.round, until=opened.until)
    elif ended and ended.until:
        text = say("successor-between", successor=name, count=ended.round, until=ended.until)
    else:
        text = say("successor-later", successor=name)
    return [*blocks, Block("text", text)]


def _factors(result: Assessment, facts: Facts) -> list[Block]:
    if not result.factors or result.edition.decision.kind == "doors":
        return []
    if result.historic and not any(part.row for f in result.factors for part in f.parts):
        return []
    blocks = [Block("note", say("labels-historic"))] if result.historic else []
    return [*blocks, *(Block("item", line(result, trace, facts)) for trace in result.factors)]


def line(result: Assessment, trace: FactorTrace, facts: Facts) -> Message:
    """Say what a factor came to, and why."""
    edition = result.edition
    name = factor_name(edition, trace.id)
    why = reason(edition, trace, facts)
    if edition.decision.kind == "judgement":
        row = trace.parts[0].row
        label = say(f"label-{label_of(row)}") if row else say("label-open")
        return say("line-label", name=name, label=label, why=why)
    if edition.decision.kind in {"count_of", "doors"}:
        return say(f"line-{MARKS[trace.met]}", name=name, why=why)
    if trace.points is None:
        return say("line-points-open", name=name, why=why)
    return say("line-points", name=name, points=trace.points, maximum=trace.maximum, why=why)


def label_of(row: TableRow) -> str:
    """Return how a row's label is said: with its strength, and whether a person must look."""
    name: str = row.label or "neutral"
    if row.strength != "plain":
        name = f"{name}-{row.strength}"
    return f"{name}-human" if row.human else name


def _beside(result: Assessment, former: Assessment, facts: Facts) -> list[Block]:
    blocks = [Block("heading", say("former-title", edition=_name(former), day=former.on))]
    if former.outcome == "ineligible":
        blocks.append(Block("text", say("former-ineligible")))
        blocks += [Block("text", why) for why in failures(former.edition, former.failed)]
    else:
        blocks.append(Block("text", _verdict("points", former)))
        blocks += [Block("item", line(former, trace, facts)) for trace in former.factors]
    today, then = short(result), short(former)
    blocks.append(
        Block(
            "text",
            say("former-beside", today=today, then=then, day=result.edition.day, last=former.on),
        )
    )
    return blocks


def _open(result: Assessment, session: Session) -> list[Block]:
    if not result.missing or result.edition.decision.kind == "judgement":
        return []
    unsure = {answer.fact for answer in session.answers if answer.value is None}
    blocks = []
    for id_, names in (
        ("result-open-unsure", [one for one in result.missing if one in unsure]),
        ("result-open-not-told", [one for one in result.missing if one not in unsure]),
    ):
        if names:
            blocks.append(Block("text", say(id_, facts=named(names))))
    return blocks


def _unsettled(results: tuple[Assessment, ...]) -> list[Block]:
    points = {id_: text for result in results for id_, text in unsettled_points(result)}
    if not points:
        return []
    title = Block("heading", say("unsettled-title"))
    return [title, *(Block("item", say("line-unsettled", text=text)) for text in points.values())]


def footer(result: Assessment) -> tuple[Block, ...]:
    """Return what stands under every result: the edition, the day read, who decides."""
    edition = result.edition
    place = scheme(edition.scheme).about.place
    blocks = [
        Block("note", say("footer-edition", edition=_name(result), checked=edition.checked)),
        Block("note", say(f"footer-authority-{place}")),
    ]
    if edition.revision > 1:
        blocks.append(Block("note", say("footer-revision", revision=edition.revision)))
    if edition.review_by and result.stale:
        blocks.append(Block("note", say("footer-stale", day=edition.review_by)))
    return tuple(blocks)
