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
_WHOLE = re.compile(r"[-+]?\d+$")
_DECIMAL = re.compile(r"[-+]?\d+\.\d+$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

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
    stay words. Raises RuleError for broken YAML, duplicate keys, anchors and odd keys.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        sentence = f"{name}:1: the file cannot be read ({error.strerror}); restore it."
        raise RuleError(sentence) from None
    except UnicodeDecodeError:
        raise RuleError(f"{name}:1: the file is not UTF-8; save it as UTF-8.") from None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader)):
            raise RuleError(f"{name}:1: YAML aliases are not read here; write the value out.")
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        sentence = f"{name}:{line}: this is not YAML ({error.problem}); mend the line."
        raise RuleError(sentence) from None
    except yaml.YAMLError:
        raise RuleError(f"{name}:1: this is not YAML; mend the file.") from None
    lines: dict[Place, int] = {}
    if node is None:
        raise RuleError(f"{name}:1: the file is empty; write the document or delete the file.")
    return Marked(name, _value(node, (), lines, name), lines)


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
    return found


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
        first = error.errors(include_url=False)[0]
        place = _real_place(document.value, first["loc"])
        raise document.fault(place, _sentence(first, place, model)) from None


def _real_place(value: Any, loc: Iterable[str | int]) -> Place:
    """Drop the names of union members that pydantic puts into a location."""
    place: list[str | int] = []
    for step in loc:
        if isinstance(step, int):
            if isinstance(value, list) and step < len(value):
                value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        elif "[" in step or step[:1].isupper():
            continue
        place.append(step)
    return tuple(place)


def _sentence(fault: Any, place: Place, model: type[BaseModel]) -> str:
    last = place[-1] if place else "document"
    if fault["type"] == "extra_forbidden":
        close = difflib.get_close_matches(str(last), sorted(_field_names(model)), n=1)
        mend = f'write "{close[0]}"' if close else "take it out"
        return f'the key "{last}" is not known here; {mend}.'
    if fault["type"] == "missing":
        return f'the key "{last}" is missing; write it.'
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    found = fault["input"]
    return f'"{last}" holds {found!r}, but {_plain(fault["msg"])}.'


def _plain(message: str) -> str:
    return message.replace("Input should", "it should").replace("Value error, ", "")


def _field_names(model: type[BaseModel], seen: set[type] | None = None) -> set[str]:
    """All keys that can stand anywhere in a document of this model."""
    seen = set() if seen is None else seen
    if model in seen:
        return set()
    seen.add(model)
    names: set[str] = set()
    for name, field in model.model_fields.items():
        names.add(field.alias or name)
        for inner in _models_in(field.annotation):
            names |= _field_names(inner, seen)
    return names


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for arg in getattr(annotation, "__args__", ()) for m in _models_in(arg)]
