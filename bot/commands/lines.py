"""JSON Lines in, JSON Lines out: how cases are read, and `yauchoi assess`."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from bot.words.catalogue import Words
from flows.assessing.assess import Assessment, assess
from flows.assessing.groups import FactorTrace
from flows.assessing.reasons import part_reasons, reason, unsettled_points
from flows.facts.from_json import NoSuchDayError, read_day, read_facts
from flows.facts.known import FactError, Facts, printable
from flows.library import Library, Scheme
from flows.message import Message, Messages, say
from flows.rules.edition import Edition
from flows.rules.source import Cite

# No scheme has a longer name, and a file system takes none that is much longer.
_LONGEST_ID = 60
# What a line may hold; what a worked case expects and notes is let pass.
_KEYS = ("case", "scheme", "on", "facts", "expect", "note")


class LineError(Exception):
    """A line that cannot be assessed; `message` says what was found and what is expected."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


@dataclass(frozen=True, slots=True)
class Case:
    """One line, read: its name, and a person under an edition on a day.

    `raw` are the facts as they were given, as JSON values.
    """

    name: Any
    edition: Edition
    facts: Facts
    on: date
    raw: dict[str, Any]


class Lines:
    """Answers lines with words of one language, for a day where a line names none."""

    def __init__(self, library: Library, words: Words, language: str, today: date) -> None:
        self.library = library
        self.words = words
        self.language = language
        self.today = today

    def report(self, case: Case) -> dict[str, Any]:
        """Return what a case comes to, in its outer form. Raises FactError."""
        raise NotImplementedError

    def lines(self, stream: Iterable[bytes]) -> Iterator[tuple[str, bool]]:
        """Yield an output line for each input line that is not blank, and whether it is sound."""
        for raw in stream:
            if raw.removeprefix(codecs.BOM_UTF8).strip():
                yield self.line(raw)

    def line(self, raw: bytes) -> tuple[str, bool]:
        """Answer one line."""
        name: Any = None
        try:
            given, twice = _object(raw)
            name = _name(given)
            _sound(given, twice)
            answer, sound = self.report(self.case(name, given)), True
        except (LineError, FactError) as error:
            answer, sound = {"case": name, "error": self.say(error.message)}, False
        except RecursionError:
            answer, sound = {"case": name, "error": self.say(say("bad-json"))}, False
        return json.dumps(answer, ensure_ascii=False), sound

    def say(self, message: Message) -> str:
        """Render a message in the language of the answers."""
        return self.words.render(self.language, message)

    def read(self, raw: bytes) -> Case:
        """Read one line. Raises LineError and FactError."""
        try:
            given, twice = _object(raw)
            _sound(given, twice)
            return self.case(_name(given), given)
        except RecursionError:
            raise LineError(say("bad-json")) from None

    def case(self, name: Any, given: dict[str, Any]) -> Case:
        """Read a case. Raises LineError and FactError."""
        one, on = self._scheme(given.get("scheme")), _day(given.get("on"), self.today)
        raw = given.get("facts", {})
        if not isinstance(raw, dict):
            raise LineError(say("bad-facts"))
        edition = one.in_force(on)
        if edition is None:
            day, first = on.isoformat(), one.days[0].isoformat()
            raise LineError(say("bad-no-edition", scheme=one.id, on=day, first=first))
        return Case(name, edition, read_facts(self.library.vocabulary, raw, on), on, raw)

    def _scheme(self, id_: object) -> Scheme:
        try:
            if isinstance(id_, str) and len(id_) <= _LONGEST_ID:
                return self.library.scheme(id_)
        except KeyError:
            pass
        raise LineError(say("bad-scheme", found=_excerpt(id_)))


class Assessor(Lines):
    """Assesses cases, with reasons and sources."""

    def __init__(self, library: Library, words: Words, language: str, today: date) -> None:
        super().__init__(library, words, language, today)
        self._source = lru_cache(maxsize=1024)(self._citation)

    def report(self, case: Case) -> dict[str, Any]:
        """See Lines."""
        edition, facts = case.edition, case.facts
        result = assess(edition, facts, case.on)
        decision, kind = edition.decision, result.kind
        report: dict[str, Any] = {
            "case": case.name,
            "scheme": edition.scheme_id,
            "edition": edition.day.isoformat(),
            "on": result.on.isoformat(),
            "outcome": result.outcome,
            "score": result.score,
            "least": result.least,
            "most": result.most,
            "maximum": decision.maximum,
            "threshold": decision.threshold,
            "prerequisites": [
                {"id": one.id, "met": one.met} | kind.prerequisite_json(one)
                for one in result.prerequisites
            ],
            "factors": [self._factor(result, trace, facts) for trace in result.factors],
            "missing": result.missing,
            "unsettled": [
                {"id": id_, "text": self.say(text)} for id_, text in unsettled_points(result)
            ],
            "successor": result.successor,
        }
        report |= kind.result_json(result)
        if edition.revision > 1:
            report["revision"] = edition.revision
        if result.stale and edition.review_by:
            report["review_by"] = edition.review_by.isoformat()
        return report

    def _factor(self, result: Assessment, trace: FactorTrace, facts: Facts) -> dict[str, Any]:
        edition = result.edition
        found: dict[str, Any] = {"id": trace.id} | result.kind.factor_json(result, trace)
        parts = part_reasons(edition, trace)
        if parts:
            found["parts"] = [
                {"id": id_, "points": points, "why": self.say(why)} for id_, points, why in parts
            ]
        found["why"] = self.say(reason(edition, trace, facts))
        found["source"] = self._source(edition, trace.id)
        return found

    def _citation(self, edition: Edition, factor: str) -> str:
        cite = next(f.cite for f in edition.factors if f.id == factor)
        return self.say(say_citation(edition.scheme, cite))


def say_citation(one: Scheme, cite: Cite) -> Message:
    """Say a citation: titles and addresses, the day read, and how sure it is."""
    sources = [one.sources[id_] for id_ in cite.sources]
    named = tuple(source.named for source in sources)
    read = max(source.read for source in sources).isoformat()
    return say("source-cited", sources=Messages(named), read=read, sure=say(f"sure-{cite.sure}"))


def _object(raw: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Read a line as an object; return it with the keys that stand twice, however deep."""
    twice: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice.extend(name for name in found if names.count(name) > 1)
        return found

    try:
        given = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=once)
    except UnicodeDecodeError:
        raise LineError(say("bad-utf8")) from None
    except ValueError:
        raise LineError(say("bad-json")) from None
    if not isinstance(given, dict):
        raise LineError(say("bad-not-object"))
    return given, tuple(twice)


def _sound(given: dict[str, Any], twice: tuple[str, ...]) -> None:
    """Refuse a key that stands twice or that no line has. Raises LineError."""
    if twice:
        raise LineError(say("bad-twice", found=printable(twice[0])))
    for key in given:
        if key not in _KEYS:
            raise LineError(say("bad-key", found=printable(key)))


def _name(given: dict[str, Any]) -> Any:
    """Return the name of the case, if JSON can carry it back."""
    case = given.get("case")
    try:
        json.dumps({"case": case}, allow_nan=False)
    except ValueError:
        raise LineError(say("bad-json")) from None
    return case


def _day(value: object, today: date) -> date:
    if value is None:
        return today
    try:
        if isinstance(value, str):
            return read_day(value)
    except NoSuchDayError:
        raise LineError(say("bad-on-no-such-day", found=_excerpt(value))) from None
    except ValueError:
        pass
    raise LineError(say("bad-on", found=_excerpt(value)))


def _excerpt(value: object) -> str:
    return printable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
