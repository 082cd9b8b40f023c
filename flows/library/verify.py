"""Proof that an edition is sound: every combination of answers, and one outcome for each.

Groups of facts are independent, so their distributions of points are folded together; on small
editions the tests hold this against plain enumeration.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from flows.assessing.assess import tables_on
from flows.assessing.compiled import Tables, compile_tables, tables
from flows.assessing.decisions import kind_of
from flows.assessing.groups import Entry, Group, TableRow
from flows.documents import Place
from flows.library.proofread_edition import whens
from flows.rules.condition import alternatives
from flows.rules.edition import Edition

# What a group adds to the whole: whether it fails, whether people review it, its points.
Share = tuple[bool, bool, int]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All combinations of an edition: how many there are, and how many of each outcome."""

    combinations: int
    outcomes: Mapping[str, int]
    digest: str


def share(entry: Entry) -> Share:
    """Return what one entry adds."""
    return bool(entry.failed), bool(entry.reviewed), 0 if entry.failed else entry.points


def fold(left: Share, right: Share) -> Share:
    """Join what two groups add."""
    if left[0] or right[0]:
        return True, False, 0
    return False, left[1] or right[1], left[2] + right[2]


def outcome_of(edition: Edition, whole: Share) -> str:
    """Return the outcome of one complete combination."""
    failed, reviewed, points = whole
    if failed:
        return "ineligible"
    return kind_of(edition).outcome(points, edition.decision, reviewed=reviewed)


def _together(left: Counter[Share], right: Counter[Share]) -> Counter[Share]:
    joined: Counter[Share] = Counter()
    for mine, many in left.items():
        for other, times in right.items():
            joined[fold(mine, other)] += many * times
    return joined


def distribution(ready: Tables) -> Counter[Share]:
    """Return how many combinations come to each share."""
    counts = (Counter(share(entry) for entry in group.entries) for group in ready.groups)
    return reduce(_together, counts, Counter({(False, False, 0): 1}))


def verdicts(edition: Edition) -> Verdicts:
    """Enumerate an edition as it stands on its first day."""
    ready = tables_on(edition, edition.day)
    outcomes: Counter[str] = Counter()
    for whole, many in distribution(ready).items():
        outcomes[outcome_of(edition, whole)] += many
    digest = _digest(edition, ready, barred_during(edition))
    return Verdicts(outcomes.total(), dict(sorted(outcomes.items())), digest)


def barred_during(edition: Edition) -> list[str]:
    """Return the nationals barred while an edition is in force, each with the last day, if any."""
    reads = any(axis.fact.form.dated for axis in tables(edition).axes.values())
    nationals = edition.scheme.nationals
    entries = nationals.entries if nationals and reads else ()
    return sorted(
        f"{one.nation} until {one.until}" if one.until else one.nation
        for one in entries
        if one.until is None or one.until >= edition.day
    )


def _digest(edition: Edition, ready: Tables, barred: list[str]) -> str:
    """Return a digest of all that decides: cells, worth, labels, prerequisites, threshold."""
    decision = edition.decision
    route = edition.route.model_dump(mode="json") if edition.route else None
    told: list[object] = [decision.kind, decision.threshold, decision.maximum, route, edition.alone]
    told += [barred] if barred else []
    for group in ready.groups:
        labels = [[(row.label, row.strength, row.human) for row in t.rows] for t in group.tables]
        cells = [[axis.fact.id, [repr(cell) for cell in axis.cells()]] for axis in group.axes]
        rows = [[e.cells, e.failed, e.reviewed, e.points, e.rows] for e in group.entries]
        told.append([cells, labels, rows])
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


Finding = tuple[Place, str]


def findings(edition: Edition) -> Iterator[Finding]:
    """Yield what is unsound, and where: dead rows and facts, prerequisites that no one fails.

    Also outcomes that nothing reaches, and what falls with more.
    """
    ready = tables_on(edition, edition.day)
    for group in ready.groups:
        yield from _dead_rows(group, edition)
        yield from _falls_with_more(group, edition)
    yield from _dead_facts(ready)
    yield from _dead_prerequisites(ready)
    found = set(verdicts(edition).outcomes)
    for outcome in sorted(ready.kind.outcomes - found):
        sentence = f'no combination of answers comes to "{outcome}"'
        yield ("decision", "threshold"), f"{sentence}; mend the threshold or the rows."


def _place(edition: Edition, fact: str) -> Place:
    """Return where an edition's file first reads a fact."""
    for place, when in whens(edition):
        for i, way in enumerate(alternatives(when)):
            if fact in way:
                return (*place, fact) if isinstance(when, dict) else (*place, i, fact)
    return ("prerequisites_of",)


def _dead_rows(group: Group, edition: Edition) -> Iterator[Finding]:
    column = 0
    ids = [factor.id for factor in edition.factors]
    for factor in group.factors:
        at = ids.index(factor.id)
        for j, table in enumerate(factor.tables):
            live = {entry.rows[column] for entry in group.entries}
            column += 1
            parts = edition.factors[at].parts
            place: Place = ("factors", at, "parts", j) if parts else ("factors", at)
            name = f"{factor.id}, {table.id}" if parts else factor.id
            part = edition.factors[at].tables()[j]
            inner: Place = ("bands", "rows") if part.bands else ("rows",) if part.rows else ()
            for i, row in enumerate(table.rows):
                if i not in live:
                    found = f'the row {_name_of_row(row)} of "{name}" is never reached'
                    yield (
                        (*place, *inner, i) if inner else place,
                        f"{found}; no answer is left to it: move it up, mend it or take it out.",
                    )


def _name_of_row(row: TableRow) -> str:
    """Name a row as its author knows it; bands have no id."""
    if row.id != "band":
        return f'"{row.id}"'
    ends = (("from", row.low), ("below", row.high))
    return " ".join(f"{word} {end:g}" for word, end in ends if end is not None)


def _dead_facts(ready: Tables) -> Iterator[Finding]:
    """Yield the facts of which no answer changes anything."""
    for group in ready.groups:
        for i, axis in enumerate(group.axes):
            lines: dict[tuple[int, ...], set[object]] = {}
            for entry in group.entries:
                rest = entry.cells[:i] + entry.cells[i + 1 :]
                lines.setdefault(rest, set()).add((entry.failed, entry.reviewed, entry.rows))
            used = any(len(worth) > 1 for worth in lines.values())
            bounds = any(other.fact.at_most == axis.fact.id for other in group.axes)
            if not used and not bounds and axis.all > 1:
                fact = axis.fact.id
                sentence = f'no answer to "{fact}" changes anything; take it out of the tests.'
                yield _place(ready.edition, fact), sentence


def _dead_prerequisites(ready: Tables) -> Iterator[Finding]:
    """Yield the prerequisites that every answer meets."""
    edition = ready.edition
    for i, (one, (g, bit)) in enumerate(
        zip(edition.prerequisites, ready.prerequisites, strict=True)
    ):
        if not any(entry.failed >> bit & 1 for entry in ready.groups[g].entries):
            place: Place = ("prerequisites", i, "when")
            if edition.prerequisites_of:
                place = ("prerequisites_of",)
            sentence = f'no answer fails the prerequisite "{one.id}"; mend it or take it out.'
            yield place, sentence


def _falls_with_more(group: Group, edition: Edition) -> Iterator[Finding]:
    """More of a good thing never lowers the points or fails a prerequisite, unless declared."""
    by_cells = {entry.cells: entry for entry in group.entries}
    for i, axis in enumerate(group.axes):
        fact = axis.fact
        if fact.better is None or fact.id in edition.may_fall:
            continue
        worse = (
            axis.cells()[more]
            for cells, entry in by_cells.items()
            for more in axis.more(cells[i])
            if (richer := by_cells.get((*cells[:i], more, *cells[i + 1 :]))) is not None
            and _worth(richer) < _worth(entry)
        )
        found = next(worse, None)
        if found is not None:
            sentence = f'more of "{fact.id}" lowers the result at {_json(found)}; mend the rows,'
            yield (
                _place(edition, fact.id),
                f"{sentence} or declare it: may_fall: [{fact.id}].",
            )


def _json(answer: object) -> str:
    return answer if isinstance(answer, str) else json.dumps(answer)


def _worth(entry: Entry) -> tuple[bool, int]:
    return not entry.failed, 0 if entry.failed else entry.points


def movements(old: Edition, new: Edition) -> Mapping[tuple[str, str], int]:
    """Count the combinations that came to one outcome and now come to another.

    Both editions are cut at the thresholds of either, so that each combination of cells has
    one outcome under each.
    """
    cuts: dict[str, frozenset[float]] = {}
    barred = new.scheme.barred(new.day)
    for name, axis in (*tables(old, barred).axes.items(), *tables(new, barred).axes.items()):
        cuts[name] = cuts.get(name, frozenset()) | frozenset(getattr(axis, "cuts", ()))
    before, after = compile_tables(old, barred, cuts), compile_tables(new, barred, cuts)
    joined: Counter[tuple[Share, Share]] = Counter({((False, False, 0),) * 2: 1})
    for names in _clusters(before, after):
        fresh: Counter[tuple[Share, Share]] = Counter()
        for pair, many in _pairs(before, after, names).items():
            for whole, times in joined.items():
                fresh[fold(whole[0], pair[0]), fold(whole[1], pair[1])] += many * times
        joined = fresh
    counts: Counter[tuple[str, str]] = Counter()
    for (was, now), many in joined.items():
        counts[outcome_of(old, was), outcome_of(new, now)] += many
    return counts


def _clusters(before: Tables, after: Tables) -> list[frozenset[str]]:
    """Join the groups of both editions where they share a fact."""
    found: list[frozenset[str]] = []
    for group in (*before.groups, *after.groups):
        names = frozenset(group.facts)
        for other in [one for one in found if one & names]:
            found.remove(other)
            names |= other
        found.append(names)
    return found


def _pairs(before: Tables, after: Tables, names: frozenset[str]) -> Counter[tuple[Share, Share]]:
    """Return the shares of both editions for each combination of the named facts."""
    order = sorted(names, key=list(before.edition.vocabulary).index)
    left = _combinations(before, order)
    right = _combinations(after, order)
    counts: Counter[tuple[Share, Share]] = Counter()
    for cells, was in left:
        for others, now in right:
            if all(a is None or b is None or a == b for a, b in zip(cells, others, strict=True)):
                counts[was, now] += 1
    return counts


def _combinations(ready: Tables, order: list[str]) -> list[tuple[tuple[int | None, ...], Share]]:
    """Return each combination of the groups that read these facts; None for a fact not read."""
    rows: list[tuple[dict[str, int], Share]] = [({}, (False, False, 0))]
    for group in ready.groups:
        if set(group.facts) & set(order):
            rows = [
                (
                    cells | dict(zip(group.facts, entry.cells, strict=True)),
                    fold(whole, share(entry)),
                )
                for cells, whole in rows
                for entry in group.entries
            ]
    return [(tuple(cells.get(name) for name in order), whole) for cells, whole in rows]
