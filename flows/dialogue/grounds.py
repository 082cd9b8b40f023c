"""Why: for each factor what was counted, by which rule, and what else would have counted."""

from __future__ import annotations

from collections.abc import Iterator

from flows.assessing.assess import Assessment, tables_on
from flows.assessing.groups import FactorTrace, PartTrace, TableRow
from flows.assessing.reasons import MARKS, part_reason, rule, unsettled_points
from flows.assessing.texts import requirement
from flows.dialogue.brief import brief, said_back
from flows.facts.known import Facts
from flows.message import Message, Sentences, say
from flows.rules.source import Cite
from flows.section import Section

_ORDER = {"blocks": 0, "disadvantage": 1, "neutral": 2, "advantage": 3}


def grounds(result: Assessment, facts: Facts) -> tuple[Section, ...]:
    """Return each factor with its rule and what else would have counted, doubts and sources."""
    edition = result.edition
    numbers: dict[str, int] = {}
    factors = {factor.id: factor for factor in edition.factors}
    # Nothing is counted where what comes first is not met.
    counted = () if result.outcome == "ineligible" else result.factors
    lines = tuple(_ground(result, one, facts, factors[one.id].cite, numbers) for one in counted)
    conditions = tuple(_prerequisites(result, numbers))
    points = tuple(say("line-unsettled", text=text) for _, text in unsettled_points(result))
    known = edition.scheme.sources
    sources = tuple(
        say(
            "source-numbered",
            number=number,
            source=known[id_].named,
            read=known[id_].read,
        )
        for id_, number in numbers.items()
    )
    found = [("reasons-title", lines), ("conditions-title", conditions)]
    found += [("unsettled-title", points), ("sources-title", sources)]
    return tuple(Section(say(title), said) for title, said in found if said)


def _ground(
    result: Assessment, trace: FactorTrace, facts: Facts, cite: Cite, numbers: dict[str, int]
) -> Message:
    told = said_back(result, trace, facts)
    labelled = result.edition.decision.kind == "judgement"
    line = brief(result, trace, None if labelled else told)
    if told and labelled:
        line = say("brief-points-told", line=line, told=told)
    why, cited = rule(result.edition, trace), _rule(cite, numbers)
    better = tuple(_better(result, trace))
    if better:
        return say("ground-better", line=line, why=why, more=Sentences(better), rule=cited)
    return say("ground-plain", line=line, why=why, rule=cited)


def _rule(cite: Cite, numbers: dict[str, int]) -> Message:
    marks = "".join(f"[{numbers.setdefault(id_, len(numbers) + 1)}]" for id_ in cite.sources)
    return say("ground-rule", marks=marks, sure=say(f"sure-{cite.sure}"))


def _prerequisites(result: Assessment, numbers: dict[str, int]) -> Iterator[Message]:
    """Yield the conditions that come first, each with what is known of it."""
    for one, trace in zip(result.edition.prerequisites, result.prerequisites, strict=False):
        text = requirement(result.edition, one.id)
        yield say(f"condition-{MARKS[trace.met]}", text=text, rule=_rule(one.cite, numbers))


def _better(result: Assessment, trace: FactorTrace) -> Iterator[Message]:
    """Yield the lines of a factor's tables that would have counted more."""
    edition = result.edition
    if edition.decision.kind in {"count_of", "doors"} or trace.id == edition.alone:
        # The reason itself says what it takes, or nothing better can be chosen.
        return
    compiled = next(
        factor
        for group in tables_on(edition, result.on).groups
        for factor in group.factors
        if factor.id == trace.id
    )
    single = len(compiled.tables) == 1
    for table, part in zip(compiled.tables, trace.parts, strict=True):
        for row in table.rows:
            if part.row is not None and _worth(row) > _worth(part.row):
                told = PartTrace(part.id, row, row.points, row.points)
                yield part_reason(edition, trace.id, told, single=single)


def _worth(row: TableRow) -> int:
    return _ORDER[row.label] if row.label else row.points
