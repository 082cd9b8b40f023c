"""Why: for each factor what was counted, by which rule, and what else would have counted."""

from __future__ import annotations

from collections.abc import Iterator

from flows.assess import Assessment, tables_on
from flows.dialogue.results import line
from flows.editions import Cite
from flows.groups import FactorTrace, PartTrace, TableRow
from flows.message import Message, Sentences, say
from flows.reasons import MARKS, part_reason
from flows.schemes import scheme
from flows.section import Section
from flows.texts import failed
from flows.values import Facts

_ORDER = {"blocks": 0, "disadvantage": 1, "neutral": 2, "advantage": 3}


def grounds(result: Assessment, facts: Facts) -> tuple[Section, ...]:
    """Return each factor with its rule and what else would have counted, then the sources."""
    edition = result.edition
    numbers: dict[str, int] = {}
    factors = {factor.id: factor for factor in edition.factors}
    lines = tuple(
        _ground(result, trace, facts, factors[trace.id].cite, numbers) for trace in result.factors
    )
    conditions = tuple(_prerequisites(result, numbers))
    shelf = scheme(edition.scheme).sources
    sources = tuple(
        say(
            "source-numbered",
            number=number,
            source=shelf[id_].named,
            read=shelf[id_].read,
        )
        for id_, number in numbers.items()
    )
    found = [Section(say("reasons-title"), lines)] if lines else []
    if conditions:
        found.append(Section(say("conditions-title"), conditions))
    return (*found, Section(say("sources-title"), sources))


def _ground(
    result: Assessment, trace: FactorTrace, facts: Facts, cite: Cite, numbers: dict[str, int]
) -> Message:
    counted = line(result, trace, facts)
    better = tuple(_better(result, trace))
    if better:
        counted = say("ground-more", counted=counted, more=Sentences(better))
    return say("ground", counted=counted, rule=_rule(cite, numbers))


def _rule(cite: Cite, numbers: dict[str, int]) -> Message:
    marks = "".join(f"[{numbers.setdefault(id_, len(numbers) + 1)}]" for id_ in cite.sources)
    return say("ground-rule", marks=marks, sure=say(f"sure-{cite.sure}"))


def _prerequisites(result: Assessment, numbers: dict[str, int]) -> Iterator[Message]:
    """Yield the conditions that come first, each with what is known of it."""
    for one, trace in zip(result.edition.prerequisites, result.prerequisites, strict=False):
        text = failed(result.edition, one.id)
        yield say(f"condition-{MARKS[trace.met]}", text=text, rule=_rule(one.cite, numbers))


def _better(result: Assessment, trace: FactorTrace) -> Iterator[Message]:
    """Yield the lines of a factor's tables that would have counted more."""
    edition = result.edition
    if edition.decision.kind in {"count_of", "doors"}:
        # The reason itself says what it takes.
        return
    compiled = next(
        factor
        for group in tables_on(scheme(edition.scheme), edition, result.on).groups
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
