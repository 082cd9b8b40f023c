"""`yauchoi check`: proves the rules and the catalogues sound; one line for each finding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.cards import lexicon as cards_lexicon
from bot.commands import calls
from bot.conversation import lexicon as conversation_lexicon
from bot.telegram import lexicon as telegram_lexicon
from bot.words.catalogue import locales_folder
from bot.words.coverage import catalogue_findings
from bot.words.translations import translation_findings
from flows.documents import Marked, Place, RuleError
from flows.lexicon import needed as flows_lexicon
from flows.library import Library, Scheme
from flows.library.shelf import HERE, folder_name
from flows.library.verify import Verdicts, barred_during, findings, movements, verdicts
from flows.rules.edition import Edition

LISTS = ("nationals", "universities", "talent-list", "successor")
ACCEPTED = "verdicts.json"
# What decides in an edition, by the keys of its file.
DECISIVE = ("decision", "prerequisites", "factors", "route", "alone")
MEND = "look at it, then run yauchoi check --accept"


def all_messages(library: Library) -> dict[str, frozenset[str]]:
    """Return every message that dialogue, Telegram and cards say, with its arguments.

    The texts of editions are not among them: which id each stands under, catalogues decide.
    """
    channels = conversation_lexicon.conversation_messages() | telegram_lexicon.telegram_messages()
    return (
        flows_lexicon.all_messages(library)
        | channels
        | cards_lexicon.card_messages()
        | calls.call_messages()
    )


def check(root: Path = HERE, locales: Path | None = None) -> Iterator[str]:
    """Yield every finding once: faults of editions, verdicts that moved, faults of the words.

    What several editions rest on, such as a fact, is at fault in each of them.
    """
    yield from dict.fromkeys(_findings(root, locales or locales_folder()))


def _findings(root: Path, locales: Path) -> Iterator[str]:
    sound, library = True, Library(root)
    try:
        schemes = library.schemes.values()
    except RuleError as error:
        yield str(error)
        return
    for one in schemes:
        for finding in _scheme_findings(library, one):
            sound = False
            yield finding
    if not sound:
        return
    yield from _moved_findings(library)
    texts = flows_lexicon.rule_texts(library)
    yield from catalogue_findings(locales, all_messages(library), texts)
    yield from translation_findings(locales)


def _scheme_findings(library: Library, one: Scheme) -> Iterator[str]:
    try:
        _ = (one.sources, one.nationals, one.universities, one.talent_list, one.successor)
        _ = one.applying if library.file(one.id, "applying.yaml") else None
        yield from _missing_sources(library, one)
        yield from _missing_titles(library, one)
    except RuleError as error:
        yield str(error)
        return
    for day in one.days:
        try:
            edition = one.edition(day)
        except RuleError as error:
            yield str(error)
        else:
            document = library.document(one, day)
            for place, found in findings(edition):
                yield str(document.fault(place, found))


def _missing_sources(library: Library, one: Scheme) -> Iterator[str]:
    """Yield the sources that a scheme's own dated lists cite and that do not exist."""
    for name in LISTS:
        document = library.file(one.id, f"{name}.yaml")
        for place, source in _citations(document.value, ()) if document else ():
            if document and source not in one.sources:
                sentence = f'the source "{source}" is not in sources.yaml; add it there or mend it.'
                yield str(document.fault(place, sentence))


def _missing_titles(library: Library, one: Scheme) -> Iterator[str]:
    """Yield the sources without a title in a language in which others of their file have one."""
    document = library.file(one.id, "sources.yaml")
    if document is None:
        return
    languages = {language for source in one.sources.values() for language in source.titles}
    for id_, source in one.sources.items():
        for language in sorted(languages - source.titles.keys()):
            sentence = f"{id_} has no title in {language}; write it under titles."
            yield str(document.fault((id_,), sentence))


def _citations(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every source under a `cite`, however deep it stands."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        if step == "cite":
            yield from (((*place, step), source) for source in inner["sources"])
        elif isinstance(inner, (dict, list)):
            yield from _citations(inner, (*place, step))


def _file(library: Library, edition: Edition) -> str:
    return library.document(edition.scheme, edition.day).file


def _read_accepted(root: Path) -> dict[str, Any]:
    path = root / ACCEPTED
    if not path.exists():
        return {}
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        sentence = f"{folder_name(root)}/{ACCEPTED}:{line}: this is not JSON"
        raise RuleError(f"{sentence}; delete the file, then run yauchoi check --accept.") from None
    return kept


def _moved_findings(library: Library) -> Iterator[str]:
    root = library.root
    try:
        kept = _read_accepted(root)
    except RuleError as error:
        yield str(error)
        return
    for one in library.schemes.values():
        for edition in one.editions:
            now = verdicts(edition)
            was = kept.pop(edition.key, None)
            if was is None:
                yield f"{_file(library, edition)}: its verdicts were never accepted; {MEND}."
            elif was["digest"] != now.digest:
                yield f"{_file(library, edition)}: {_movement(edition, was)}; {MEND}."
    for key in kept:
        yield f"{folder_name(root)}/{ACCEPTED}: {key} is accepted but gone; {MEND}."


def _movement(edition: Edition, was: Mapping[str, Any]) -> str:
    """Say what moved between the accepted rules and today's, in counts."""
    try:
        old = Edition.model_validate(was["rules"])
        old.belong_to(edition.scheme)
        counts = movements(old, edition)
    except (KeyError, ValueError):
        return "it was accepted in a form that is no longer read"
    total = sum(counts.values())
    changes = [
        f"{many:,} of {total:,} moved from {before} to {after}"
        for (before, after), many in sorted(counts.items())
        if before != after
    ]
    return ", ".join(changes) or "points, labels or cells moved, but no outcome did"


def accept(on: date, root: Path = HERE) -> Iterator[str]:
    """Keep the verdicts as they now are, then yield what moved.

    Raises RuleError, and keeps nothing, where a rule that is or was in force on the day has
    changed and its edition does not say so: results under it were given by the older rule.
    """
    kept, fresh, told = _read_accepted(root), {}, []
    library = Library(root)
    for one in library.schemes.values():
        for edition in one.editions:
            now = verdicts(edition)
            was = kept.get(edition.key)
            fresh[edition.key] = form = _form(edition, now)
            if was is None:
                told.append(f"{edition.key}: new, {now.combinations:,} combinations.")
            elif was["digest"] != now.digest:
                movement = _movement(edition, was)
                if edition.day <= on and _rules_differ(was, form):
                    _require_revision(library.document(one, edition.day), edition, was, movement)
                told.append(f"{edition.key}: {movement}.")
    told += [f"{key}: gone." for key in kept if key not in fresh]
    text = json.dumps(fresh, ensure_ascii=False, indent=1, sort_keys=True)
    (root / ACCEPTED).write_text(text + "\n", encoding="utf-8")
    yield from told


def _rules_differ(was: Mapping[str, Any], form: Mapping[str, Any]) -> bool:
    """Whether rules changed, and not only the cells into which facts.yaml cuts answers.

    Rules in a form that is no longer read say nothing by themselves: what they came to does.
    """
    if was.get("barred", form["barred"]) != form["barred"]:
        return True
    if not _still_read(was["rules"]):
        return any(was.get(name) != form[name] for name in ("combinations", "outcomes"))
    return _decisive(was["rules"]) != _decisive(form["rules"])


def _still_read(rules: Any) -> bool:
    """Whether accepted rules stand in a form that can be read."""
    try:
        Edition.model_validate(rules)
    except ValueError:
        return False
    return True


def _decisive(rules: Mapping[str, Any]) -> list[Any]:
    """Return what decides in accepted rules: neither words, nor days, nor where they are read."""
    return [_uncited_rule(rules.get(name)) for name in DECISIVE]


def _uncited_rule(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _uncited_rule(inner) for key, inner in value.items() if key != "cite"}
    return [_uncited_rule(inner) for inner in value] if isinstance(value, list) else value


def _require_revision(
    document: Marked, edition: Edition, was: Mapping[str, Any], movement: str
) -> None:
    """Raise RuleError for a changed rule whose edition has not raised its revision."""
    before = int(was["rules"]["revision"])
    if edition.revision <= before:
        sentence = (
            f"its rules changed ({movement}), but its revision is still {edition.revision}, and "
            f"results are out under it; write revision: {before + 1}, then accept it again."
        )
        raise document.fault(("revision",), sentence)


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
        "barred": barred_during(edition),
        "rules": rules,
    }
