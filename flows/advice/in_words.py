"""What a result comes to, what to do first and what would change it, said for every channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.advice.advise import Advice, Way
from flows.advice.moves import Change, moves_untold
from flows.advice.nearest import nearest_criterion
from flows.advice.untold import Decisive, decisive
from flows.assessing.assess import Assessment, tables_on
from flows.assessing.compiled import Tables
from flows.assessing.reasons import failures
from flows.assessing.texts import factor_name
from flows.facts.in_words import say_names, say_value
from flows.facts.known import Facts, Span, domain
from flows.message import Argument, Gauge, Message, Sentences, say
from flows.rules.edition import Edition
from flows.section import Section

# More would not be read: sets of one or two changes are short, longer ones are not.
_SHORT_WAYS, _LONG_WAYS, _SHORT = 5, 3, 2
_NEAREST = 6
_FOUND = 3
# As many facts are named in one line.
_NAMED = 2


def short(result: Assessment) -> Message:
    """Say a result in a few words."""
    if result.outcome == "ineligible":
        return say("short-ineligible")
    if result.least is None or result.most is None:
        return say(f"outcome-{result.outcome}")
    all_ = result.edition.decision.maximum or 0
    if result.score is None:
        name = f"short-{result.kind.unit}-between"
        return say(name, least=result.least, most=result.most, all=all_)
    return say(f"short-{result.kind.unit}", score=result.score, all=all_)


def say_result(result: Assessment) -> Message:
    """Say a result and what it comes to; the latter alone where nothing is counted."""
    outcome = say(f"outcome-{result.outcome}")
    if result.least is None or result.most is None or not result.kind.counted:
        return outcome
    return say("stands", result=short(result), outcome=outcome)


def certificate(advice: Advice) -> Message:
    """Say the proof that fewer changes cannot be enough."""
    result = advice.result
    counted, of = result.kind.counted, result.kind.unit
    if result.outcome == "closed":
        return say("certificate-closed")
    if advice.fewest == 0:
        people = not counted or result.outcome == "review"
        return say("certificate-people" if people else f"certificate-{of}-none")
    if advice.blocked:
        failed = failures(result.edition, advice.blocked)
        return say("certificate-blocked", failed=Sentences(failed))
    if advice.fewest is None:
        return _never(advice)
    if not counted and result.outcome != "ineligible":
        return say("certificate-door", count=advice.fewest)
    if result.outcome == "open" and any(one.met is None for one in result.prerequisites):
        return say("certificate-unsure", count=advice.fewest)
    if advice.short_by is None or result.least is None or advice.fewer is None:
        return say("certificate-mended", count=advice.fewest)
    if advice.fewest == 1:
        return say(f"certificate-{of}-one", count=advice.short_by)
    added = max(0, advice.fewer - result.least)
    return say(f"certificate-{of}-more", count=advice.fewest, added=added, short=advice.short_by)


def _never(advice: Advice) -> Message:
    edition, kind = advice.result.edition, advice.result.kind
    # What can be chosen, achieved or waited for may be among the changes, though it was not told.
    given = [name for name in advice.untold if not moves_untold(edition.vocabulary[name])]
    if given:
        return say("certificate-untold", facts=say_names(given))
    if advice.reach is not None and kind.counted:
        need = edition.decision.threshold or 0
        return say(f"certificate-{kind.unit}-never", reach=advice.reach, need=need)
    return say("certificate-no")


def first_step(result: Assessment, facts: Facts) -> Message:
    """Say in one line what to do first; so cheap that every result can say it.

    Finding out comes first where one answer decides, then the nearest criterion as `advise` orders
    them, and what the next screens tell.
    """
    if result.outcome == "ineligible":
        return say("step-mend", failed=Sentences(failures(result.edition, result.failed)))
    if result.outcome in {"meets", "closed", "review"}:
        return say(f"step-{result.outcome}", look=say("look-next"))
    ready = tables_on(result.edition, result.on)
    found = _finding_out(ready, result, facts)
    if found:
        many = found[0].id == "find-several" and len(result.missing) > _NAMED
        # Open criteria stand above with their marks: many need not be named again.
        return say("step-find-marked") if many and ready.kind.by_criterion else found[0]
    near = nearest_criterion(ready, facts) if ready.kind.by_criterion else None
    if near is None:
        return say("step-ways", look=say("look-ways"))
    factor, changes = near
    if len(changes) == 1:
        # What changes is what the criterion is called by: its name need not be said as well.
        name = factor_name(result.edition, factor)
        return say("step-nearest", criterion=_change(changes[0], name))
    return say("step-nearest", criterion=_criterion(result.edition, factor, changes))


def _finding_out(ready: Tables, result: Assessment, facts: Facts) -> list[Message]:
    """Say what to find out: each answer that alone decides, or else those that do together."""
    found = [_find_out(ready, one) for one in decisive(ready, result, facts)]
    if not found and result.outcome == "open" and result.missing:
        several = say("find-several", facts=say_names(result.missing))
        # One answer that may leave the result to people decides by itself all the same.
        alone = len(result.missing) == 1
        found = [say("find-door", fact=say(f"fact-{result.missing[0]}")) if alone else several]
    return found[:_FOUND]


def _find_out(ready: Tables, one: Decisive) -> Message:
    edition, fact = ready.edition, say(f"fact-{one.fact}")
    if one.first:
        return say("find-first", fact=fact)
    if not ready.kind.counted:
        return say("find-door", fact=fact)
    name, most = f"find-{ready.kind.unit}", edition.decision.maximum or 0
    answer = say_value(edition.vocabulary[one.fact], one.answer)
    return say(name, fact=fact, answer=answer, score=one.score, all=most)


def ways(advice: Advice, facts: Facts) -> tuple[Section, ...]:
    """Return what would change a result: what to find out, the proof, the sets, the criteria."""
    result = advice.result
    ready = tables_on(result.edition, result.on)
    lines = [*_finding_out(ready, result, facts), certificate(advice)]
    proof = lines[-1].id
    shown = advice.ways[: _SHORT_WAYS if (advice.fewest or 0) <= _SHORT else _LONG_WAYS]
    lines += [_way(advice, way) for way in shown]
    if len(advice.ways) > len(shown):
        lines.append(say("ways-more", count=len(advice.ways) - len(shown)))
    if shown:
        lines.append(say("ways-order"))
    if advice.untold and proof not in {"certificate-untold", "certificate-blocked"}:
        lines.append(say("ways-untold", facts=say_names(advice.untold)))
    found = [Section(say("ways-title"), tuple(lines))]
    # What stands above as a way of its own is not told twice.
    told = {way.changes for way in shown}
    nearest = [one for one in advice.nearest if one.changes not in told]
    if nearest and advice.result.outcome != "ineligible":
        edition = advice.result.edition
        further = (_criterion(edition, one.factor, one.changes) for one in nearest[:_NEAREST])
        found.append(Section(say("nearest-title"), tuple(further)))
    return tuple(found)


def over_the_line(advice: Advice) -> Section:
    """Return the shortest ways over the line as others may see them: without what was told."""
    shown = [
        replace(way, changes=tuple(_untold(one) for one in way.changes))
        for way in advice.ways[:_LONG_WAYS]
    ]
    lines = (certificate(advice), *(_way(advice, way) for way in shown))
    return Section(say("ways-title"), lines)


def _untold(change: Change) -> Change:
    """Return a change without the answer before it; of languages, only those to be learned."""
    after = change.after
    if isinstance(after, frozenset) and isinstance(change.before, frozenset):
        after -= change.before
    return replace(change, before=None, after=after)


def _way(advice: Advice, way: Way) -> Message:
    kind, changes = advice.result.kind, _join(way.changes)
    if not kind.counted or way.score is None:
        return say("way-plain", changes=changes)
    said_ = say(f"way-{kind.unit}", changes=changes, score=way.score)
    return said_ if way.before_age is None else say("way-under", way=said_, age=way.before_age)


def _criterion(edition: Edition, factor: str, changes: Sequence[Change]) -> Message:
    name = factor_name(edition, factor)
    return say("nearest-line", name=name, changes=_join(changes))


def _join(changes: Sequence[Change]) -> Message:
    first, *rest = [_change(change) for change in changes]
    for one in rest:
        first = say("change-and", first=first, then=one)
    return first


def _change(change: Change, name: Message | None = None) -> Message:
    fact, after = change.fact, change.after
    if isinstance(after, Span) and fact.better:
        # A threshold is reached by what is more as well; an age is not reached by every other.
        after = Span(after.lo, domain(fact)[1])
    name = name or say(f"fact-{fact.id}")
    args: dict[str, Argument] = {"fact": name, "after": say_value(fact, after)}
    if change.before is None:
        return say("change-untold", **args)
    return say("change-from", before=say_value(fact, change.before), **args)


def gauge(result: Assessment) -> Gauge:
    """Return a score against its line."""
    decision = result.edition.decision
    need, maximum = decision.threshold or 0, decision.maximum or 1
    return Gauge(result.least or 0, result.most or 0, need, maximum)
