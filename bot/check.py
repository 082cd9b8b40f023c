"""`yauchoi check`: proves the rules and the catalogues sound, a line a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot import calls
from bot.cards import lexicon as cards_lexicon
from bot.catalogues import catalogue_findings
from bot.telegram import lexicon
from bot.translations import translation_findings
from bot.words import locales_folder
from flows import lexicon as flows_lexicon
from flows.editions import Edition
from flows.marked import Place, RuleError
from flows.schemes import Scheme, schemes
from flows.schemes.shelf import HERE, shelf_name
from flows.verify import Verdicts, findings, moved, verdicts

LISTS = ("nationals", "universities", "talent-list", "successor")
ACCEPTED = "verdicts.json"
MEND = "look at it, then run yauchoi check --accept"


def all_needed(shelf: Mapping[str, Scheme]) -> dict[str, frozenset[str]]:
    """Return every message that rules, dialogue and channels say, with its arguments."""
    channels = lexicon.needed() | cards_lexicon.needed() | calls.needed()
    return flows_lexicon.needed(shelf) | channels


def check(root: Path = HERE, locales: Path | None = None) -> Iterator[str]:
    """Yield every finding once: faults of editions, verdicts that moved, faults of the words.

    What several editions rest on, such as a fact, is at fault in each of them.
    """
    yield from dict.fromkeys(_findings(root, locales or locales_folder()))


def _findings(root: Path, locales: Path) -> Iterator[str]:
    sound = True
    try:
        shelf = schemes(root)
    except RuleError as error:
        yield str(error)
        return
    for one in shelf.values():
        for finding in _scheme_findings(one):
            sound = False
            yield finding
    if not sound:
        return
    yield from _moved_findings(shelf, root)
    yield from catalogue_findings(locales, all_needed(shelf))
    yield from translation_findings(locales)


def _scheme_findings(one: Scheme) -> Iterator[str]:
    try:
        _ = (one.sources, one.nationals, one.universities, one.talent_list, one.successor)
        _ = one.applying if one.list_of(one.id, "applying") else None
        yield from _uncited(one)
    except RuleError as error:
        yield str(error)
        return
    for day in one.days:
        try:
            edition = one.edition(day)
        except RuleError as error:
            yield str(error)
        else:
            document = one.document(day)
            for place, found in findings(one, edition):
                yield str(document.fault(place, found))


def _uncited(one: Scheme) -> Iterator[str]:
    """Yield the sources that a scheme's own dated lists cite and that do not exist."""
    for name in LISTS:
        document = one.list_of(one.id, name)
        for place, source in _cited(document.value, ()) if document else ():
            if document and source not in one.sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                yield str(document.fault(place, sentence))


def _cited(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every source under a `cite`, however deep it stands."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        if step == "cite":
            yield from (((*place, step), source) for source in inner["sources"])
        elif isinstance(inner, (dict, list)):
            yield from _cited(inner, (*place, step))


def _file(one: Scheme, edition: Edition) -> str:
    return f"{shelf_name(one.root)}/{one.id}/{edition.day}.yaml"


def _accepted(root: Path) -> dict[str, Any]:
    path = root / ACCEPTED
    if not path.exists():
        return {}
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        sentence = f"{shelf_name(root)}/{ACCEPTED}:{line}: this is not JSON"
        raise RuleError(f"{sentence}; delete the file, then run yauchoi check --accept.") from None
    return kept


def _moved_findings(shelf: Mapping[str, Scheme], root: Path) -> Iterator[str]:
    try:
        kept = _accepted(root)
    except RuleError as error:
        yield str(error)
        return
    for one in shelf.values():
        for edition in one.editions:
            now = verdicts(one, edition)
            was = kept.pop(edition.key, None)
            if was is None:
                yield f"{_file(one, edition)}: its verdicts were never accepted; {MEND}."
            elif was["digest"] != now.digest:
                yield f"{_file(one, edition)}: {_movement(one, edition, was)}; {MEND}."
    for key in kept:
        yield f"{shelf_name(root)}/{ACCEPTED}: {key} is accepted but gone; {MEND}."


def _movement(one: Scheme, edition: Edition, was: Mapping[str, Any]) -> str:
    """Say what moved between the accepted rules and today's, in counts."""
    try:
        counts = moved(one, Edition.model_validate(was["rules"]), edition)
    except (KeyError, ValueError):
        return "it was accepted in a form that is no longer read"
    total = sum(counts.values())
    changes = [
        f"{many:,} of {total:,} moved from {before} to {after}"
        for (before, after), many in sorted(counts.items())
        if before != after
    ]
    return ", ".join(changes) or "points, labels or cells moved, but no outcome did"


def accept(root: Path = HERE) -> Iterator[str]:
    """Keep the verdicts as they now are, then yield what moved."""
    kept, fresh, told = _accepted(root), {}, []
    for one in schemes(root).values():
        for edition in one.editions:
            now = verdicts(one, edition)
            was = kept.get(edition.key)
            if was is None:
                told.append(f"{edition.key}: new, {now.combinations:,} combinations.")
            elif was["digest"] != now.digest:
                told.append(f"{edition.key}: {_movement(one, edition, was)}.")
            fresh[edition.key] = _form(edition, now)
    told += [f"{key}: gone." for key in kept if key not in fresh]
    text = json.dumps(fresh, ensure_ascii=False, indent=1, sort_keys=True)
    (root / ACCEPTED).write_text(text + "\n", encoding="utf-8")
    yield from told


def _form(edition: Edition, now: Verdicts) -> dict[str, Any]:
    rules = edition.model_dump(mode="json", by_alias=True, exclude_unset=True)
    rules.pop("prerequisites_of", None)
    rules["prerequisites"] = [
        p.model_dump(mode="json", by_alias=True, exclude_unset=True) for p in edition.prerequisites
    ]
    return {
        "digest": now.digest,
        "combinations": now.combinations,
        "outcomes": dict(now.outcomes),
        "rules": rules,
    }
