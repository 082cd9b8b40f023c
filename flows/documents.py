"""YAML with line marks: strict reading, so that an author's slip is named by file and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from pathlib import Path

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?\d{1,18}$")
_DECIMAL = re.compile(r"[-+]?\d+\.\d+$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_DEEPEST = 40
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
# What can stand in a place, by the beginning of pydantic's name for the fault.
_WANTED = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "string": "a text",
    "date": "a day like 2024-11-01",
    "tuple": "a list",
    "dict": "a mapping of keys",
    "model": "a mapping of keys",
}

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


class RuleError(Exception):
    """A fault an author can mend; its text names file, line, what was found and the mend."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A YAML document as plain values, with the line on which each value stands."""

    file: str
    value: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Line (from 1) of the value at `place`, or of its nearest parent that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, sentence: str) -> RuleError:
        """Build the error for a fault at `place`."""
        return RuleError(f"{self.file}:{self.line(place)}: {sentence}")


def read_marked(path: Path, name: str) -> Marked:
    """Read one YAML file; `name` is how messages call it.

    Only YAML's core scalars are read: true, false, null, numbers and ISO days; `no` and `on`
    stay words. Raises RuleError for broken YAML, duplicate keys, keys without a value, anchors,
    tags and odd keys.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        sentence = f"{name}:1: the file cannot be read ({error.strerror}); restore it."
        raise RuleError(sentence) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RuleError(f"{name}:{line}: the file is not UTF-8; save it as UTF-8.") from None
    try:
        _plain_events(text, name)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        sentence = f"{name}:{line}: this is not YAML ({error.problem}); mend the line."
        raise RuleError(sentence) from None
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        sentence = f"the character {error.character:#x} cannot stand in YAML; take it out."
        raise RuleError(f"{name}:{line}: {sentence}") from None
    lines: dict[Place, int] = {}
    if node is None:
        raise RuleError(f"{name}:1: the file is empty; write the document or delete the file.")
    return Marked(name, _value(node, (), lines, name), lines)


def _plain_events(text: str, name: str) -> None:
    """Refuse what YAML allows and no author needs: anchors, aliases, tags, a nest without end."""
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        here = f"{name}:{event.start_mark.line + 1}"
        if isinstance(event, yaml.AliasEvent):
            raise RuleError(f'{here}: the alias "*{event.anchor}" is not read; write it out.')
        if getattr(event, "anchor", None):
            raise RuleError(f'{here}: the anchor "&{event.anchor}" is not read; take it out.')
        if getattr(event, "tag", None):
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise RuleError(f'{here}: the tag "{tag}" is not read; take it out.')
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise RuleError(f"{here}: this nests deeper than {_DEEPEST}; write it flat.")


def _value(node: Any, place: Place, lines: dict[Place, int], name: str) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, lines, name)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, i), lines, name) for i, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(
    node: yaml.MappingNode, place: Place, lines: dict[Place, int], name: str
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise RuleError(f"{name}:{line}: a key must be a word; write it plainly.")
        key = key_node.value
        if key in found:
            first = lines[(*place, key)]
            sentence = f'the key "{key}" stands twice (first on line {first}); keep one of them.'
            raise RuleError(f"{name}:{line}: {sentence}")
        found[key] = _value(value_node, (*place, key), lines, name)
        lines[(*place, key)] = line
        if found[key] is None:
            raise RuleError(f"{name}:{line}: {_nothing(key, node)}")
    return found


def _nothing(key: str, node: yaml.MappingNode) -> str:
    """Say that a key holds nothing; a number with commas is cut at them into such keys."""
    if node.flow_style and key.isdigit():
        return f'"{key}" holds nothing; write a number without commas, such as 1200000.'
    return f'the key "{key}" holds nothing; write its value, or take the key out.'


def _scalar(node: yaml.ScalarNode) -> Any:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    if _DAY.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def build(model: type[Model], document: Marked) -> Model:
    """Build a pydantic model from a document; the first fault is raised with file and line."""
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        faults = [
            (_real_place(document.value, fault["loc"], fault["type"]), fault)
            for fault in error.errors(include_url=False)
        ]
    # A key that is misspelt is also missing: what is not known comes first. Where several
    # forms can stand, the one that was read deepest is the one that was meant.
    first = min(faults, key=lambda fault: fault[1]["type"] != "extra_forbidden")[0]
    inside = [place for place, _ in faults if place[: len(first)] == first]
    place = max(inside, key=len)
    raise document.fault(place, _sentence([f for p, f in faults if p == place], place, model))


def _real_place(value: Any, loc: Iterable[str | int], kind: str) -> Place:
    """Drop the names of union members that pydantic puts into a location."""
    place: list[str | int] = []
    for step in loc:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                continue
            value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        elif kind != "missing":
            continue
        place.append(step)
    return tuple(place)


def _sentence(faults: list[Any], place: Place, model: type[BaseModel]) -> str:
    last = str(place[-1]) if place else "document"
    fault = next((f for f in faults if f["type"] == "value_error"), faults[0])
    kind, ctx = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return f'the key "{last}" is not known here; {_instead(last, place, model)}.'
    if kind == "missing":
        return f'the key "{last}" is missing; write it.'
    if kind == "value_error":
        return str(ctx["error"])
    if kind in {"too_short", "string_too_short"}:
        return f'"{last}" is empty; write at least {ctx["min_length"]}.'
    holds = f"{_name_of(place)} holds {_quote(fault['input'])}"
    if kind == "string_pattern_mismatch" and ctx["pattern"] == _ID:
        return f"{holds}; write small letters and digits, joined by hyphens."
    if kind == "literal_error":
        return f"{holds}; write {ctx['expected']}."
    if kind in {"greater_than", "greater_than_equal"}:
        return f"{holds}; write {'more than' if 'gt' in ctx else 'at least'} {min(ctx.values())}."
    wanted = dict.fromkeys(_WANTED.get(f["type"].split("_")[0], "") for f in faults)
    if all(wanted):
        *most, final = wanted
        return f"{holds}; write {', '.join(most)}{' or ' if most else ''}{final}."
    return f"{holds}, but {fault['msg'].replace('Input', 'it')}; mend it."


def _instead(key: str, place: Place, model: type[BaseModel]) -> str:
    """Say what to write in place of an unknown key: one that is close, or any that can stand."""
    known = sorted(_known_at(model, place))
    if key in known:
        return "take it out"
    close = difflib.get_close_matches(key, known, 1, 0.7)
    return f'write "{close[0]}"' if close else f"take it out, or write one of {', '.join(known)}"


def _name_of(place: Place) -> str:
    """Name what stands at a place: a key, or an item of the list under a key."""
    if place and isinstance(place[-1], int):
        return f"item {place[-1] + 1} of {_name_of(place[:-1])}"
    return f'"{place[-1]}"' if place else "the document"


def _quote(found: Any) -> str:
    """Write a found value as its author knows it, in few words."""
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, (dict, list)):
        return "a mapping of keys" if isinstance(found, dict) else "a list"
    return str(found) if isinstance(found, (int, float, date)) else f'"{str(found)[:60]}"'


def _known_at(model: type[BaseModel], place: Place) -> set[str]:
    """All keys that can stand beside the last step of a place."""
    here = [model]
    for step in place[:-1]:
        inner = [
            field.annotation
            for one in here
            for name, field in one.model_fields.items()
            if step in {name, field.alias} or name == "root"
        ]
        here = [m for annotation in inner for m in _models_in(annotation)] or here
    return {field.alias or name for one in here for name, field in one.model_fields.items()}


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for arg in getattr(annotation, "__args__", ()) for m in _models_in(arg)]
