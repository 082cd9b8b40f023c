"""The score card: a result to keep, as messages and bars; typesetting and signing come later.

It says what the result screen says, from the same messages. A card is passed on, so it is made
without the facts: of each factor it has the worth, not what the person told.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.advice.advise import advise
from flows.advice.in_words import over_the_line, short
from flows.assessing.assess import Assessment
from flows.assessing.decisions.kind import Drawing, State
from flows.assessing.groups import FactorTrace
from flows.assessing.reasons import failures, unsettled_points
from flows.assessing.texts import factor_name
from flows.dialogue.results import footer, headline, name_of
from flows.facts.in_words import say_names
from flows.facts.known import Facts
from flows.message import Message, say
from flows.rules.condition import facts_of
from flows.rules.edition import Edition
from flows.rules.source import Source
from flows.section import Section


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: from 0 to `maximum`, certain up to `least`, still possible up to `most`.

    A label has no length; its `state` says which of the labels it is.
    """

    name: Message
    value: Message
    least: int
    most: int
    maximum: int
    state: State


@dataclass(frozen=True, slots=True)
class Total:
    """The bar of the whole, with the line to cross and how that line is called."""

    bar: Bar
    threshold: int
    line: Message


@dataclass(frozen=True, slots=True)
class Card:
    """All that stands on a card, in the order of reading.

    `bars_title` and `bars` are the factors, drawn as `drawing` says, `notes` stand below them,
    `sections` follow; `footer` says the edition, who decides, and what to be careful about.
    """

    title: Message
    edition: Message
    day: Message
    drawing: Drawing
    headline: tuple[Message, ...]
    total: Total | None
    bars_title: Message
    bars: tuple[Bar, ...]
    notes: tuple[Message, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    footer: tuple[Message, ...]


def card(result: Assessment, sections: tuple[Section, ...] = ()) -> Card:
    """Return the card of a result.

    `sections` stand between the factors and the small print, and show what they say: those that
    name a person's answers are for that person alone.
    """
    said = headline(result, result.on)
    edition = result.edition
    bars = tuple(_bar(result, trace) for trace in result.factors) if _shows_bars(result) else ()
    points = tuple(text for _, text in unsettled_points(result))
    historic = (say("labels-historic"),) if result.historic and bars else ()
    unsettled = (Section(say("unsettled-title"), points),) if points else ()
    return Card(
        title=say("card-title"),
        edition=name_of(result),
        day=say("card-day", day=result.on),
        drawing=result.kind.drawing,
        headline=(*(block.text for block in said[1:]), *_failures(result), *historic),
        total=_total(result),
        bars_title=say(f"card-factors-{result.kind.unit}"),
        bars=bars,
        notes=_notes(result),
        sections=(*sections, *unsettled),
        sources=_sources(edition, result),
        footer=tuple(block.text for block in footer(result)),
    )


def sections_of(result: Assessment, facts: Facts) -> tuple[Section, ...]:
    """Return what a card adds to a result: the way over the line, without any answer in it.

    How the result moves by itself is for the person's own screen: its days would tell a birthday.
    A failed prerequisite stands above already, and where it is a sensitive one it is not named.
    """
    if not result.kind.counted or result.outcome in {"closed", "ineligible"}:
        return ()
    return (over_the_line(advise(result.edition, facts, result.on)),)


def _shows_bars(result: Assessment) -> bool:
    """Whether the factors say anything: nothing is counted without the prerequisites."""
    if result.outcome == "ineligible":
        return False
    return not result.historic or any(part.row for f in result.factors for part in f.parts)


def _failures(result: Assessment) -> tuple[Message, ...]:
    """Say which prerequisites fail, but for those whose answer could harm the person."""
    if result.outcome != "ineligible":
        return ()
    facts = result.edition.vocabulary
    whens = {one.id: one.when for one in result.edition.prerequisites}
    harmless = (
        one
        for one in result.failed
        if not any(facts[name].sensitive for name in facts_of(whens[one]))
    )
    return failures(result.edition, harmless)


def _total(result: Assessment) -> Total | None:
    decision = result.edition.decision
    need = decision.threshold
    if result.least is None or result.most is None or not result.kind.counted or not need:
        return None
    state: State = "met" if result.least >= need else "not-met" if result.most < need else "open"
    bar = Bar(
        say("card-title"),
        short(result),
        result.least,
        result.most,
        decision.maximum or need,
        state,
    )
    return Total(bar, need, say(f"card-line-{result.kind.unit}", need=need))


def _bar(result: Assessment, trace: FactorTrace) -> Bar:
    name = factor_name(result.edition, trace.id)
    value, state = result.kind.mark(trace)
    return Bar(name, value, trace.least, trace.most, max(trace.maximum, trace.most), state)


def _notes(result: Assessment) -> tuple[Message, ...]:
    """Say what is not known and could still change the result."""
    if not result.missing or result.outcome in {"closed", "ineligible"}:
        return ()
    return (say("card-missing", facts=say_names(result.missing)),)


def _sources(edition: Edition, result: Assessment) -> tuple[Source, ...]:
    """Return what the rules that are shown are read from, each once, in the order of citing."""
    stopped = result.outcome == "ineligible"
    where = ("prerequisite",) if stopped else ("decision", "factor", "part", "way")
    ids = dict.fromkeys(
        id_ for place, cite in edition.cites() if place.startswith(where) for id_ in cite.sources
    )
    return tuple(edition.scheme.sources[id_] for id_ in ids)
