"""The catalogues: messages rendered in a language, from Fluent files.

A language is a folder of `.ftl` files; a further one needs no code. Numbers are written with
thousands marks; only an argument called `count` reaches Fluent as a number, for plurals.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from flows.message import (
    Argument,
    Gauge,
    Message,
    Messages,
    Month,
    Nation,
    Sentences,
    Tongue,
    Variants,
    say,
)

DEFAULT = "en"
# As many as a narrow screen holds in a row.
_CELLS = 20


def locales_folder() -> Path:
    """Return the folder of catalogues: inside the package when installed, else beside it."""
    inside = Path(__file__).parents[1] / "locales"
    return inside if inside.exists() else Path(__file__).parents[2] / "locales"


_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


def _ids(text: str) -> list[str]:
    return _ENTRY.findall(text)


class Catalogue:
    """One language: its messages, and how it writes dates, countries and languages."""

    def __init__(self, folder: Path) -> None:
        from fluent.runtime import FluentBundle  # noqa: PLC0415 - slow to load

        self.language = folder.name
        self._bundle = FluentBundle([folder.name, DEFAULT], use_isolating=False)
        # A file is parsed when one of its messages is first needed: parsing is most of a start.
        self._unread = {
            path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))
        }
        self._files = {id_: path for path in self._unread for id_ in _ids(self._unread[path])}

    def _load(self, path: Path | None) -> None:
        from fluent.runtime import FluentResource  # noqa: PLC0415 - slow to load

        if path in self._unread:
            self._bundle.add_resource(FluentResource(self._unread.pop(path)))

    def has(self, id_: str) -> bool:
        """Whether the catalogue knows a message."""
        self._load(self._files.get(id_))
        return bool(self._bundle.has_message(id_))

    def first(self, message: Message) -> str | None:
        """Return the id under which a message stands here: a special one before its own."""
        special = message.rule.special if message.rule else ()
        return next((id_ for id_ in (*special, message.id) if self.has(id_)), None)

    def format(self, id_: str, args: dict[str, Any]) -> str:
        """Fill a message. Raises KeyError for an unknown one or a missing argument."""
        pattern = self._bundle.get_message(id_).value if self.has(id_) else None
        if pattern is None:
            raise KeyError(id_)
        text, errors = self._bundle.format_pattern(pattern, args)
        if errors and self._unread:
            # What it refers to may stand in a file that nobody needed so far.
            for path in tuple(self._unread):
                self._load(path)
            text, errors = self._bundle.format_pattern(pattern, args)
        if errors:
            raise KeyError(f"{id_}: {errors[0]}")
        return str(text)

    @cached_property
    def names(self) -> Any:
        """Babel's names and patterns of this language."""
        from babel import Locale  # noqa: PLC0415 - only some messages need it

        return Locale.parse(self.format("language-locale", {}))


class Words:
    """All languages of a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or locales_folder()
        self._catalogues: dict[str, Catalogue] = {}
        self.render = lru_cache(maxsize=32768)(self._render)
        # What stands on a button or in a list of options: it begins as a sentence does.
        self.label = lru_cache(maxsize=8192)(self._label)

    @cached_property
    def _found(self) -> frozenset[str]:
        return frozenset(one.name for one in self._folder.iterdir() if any(one.glob("*.ftl")))

    def speaks(self, language: str) -> bool:
        """Whether there is a catalogue of a language, found out without reading one."""
        return language in self._found

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages, English first, then in the order their catalogues give."""
        return tuple(
            sorted(self._found, key=lambda lang: (self.text(lang, "language-order"), lang))
        )

    def forget(self) -> None:
        """Remember nothing that was rendered: it may say back what somebody told."""
        self.render.cache_clear()
        self.label.cache_clear()

    def catalogue(self, language: str) -> Catalogue:
        """Return a language's catalogue, read when first needed."""
        if language not in self._catalogues:
            self._catalogues[language] = Catalogue(self._folder / language)
        return self._catalogues[language]

    def text(self, language: str, id_: str, **args: Argument) -> str:
        """Render a message by its id."""
        return self.render(language, say(id_, **args))

    def everywhere(self, message: Message) -> tuple[str, ...]:
        """Render a message in every language; what two of them say alike, once."""
        return tuple(dict.fromkeys(self.render(one, message) for one in self.languages))

    def _render(self, language: str, message: Message) -> str:
        catalogue = self.catalogue(language)
        given = message.args if message.rule is None else (*message.rule.args, *message.args)
        args = {name: self._argument(language, name, value) for name, value in given}
        id_ = catalogue.first(message)
        if id_ is None and language != DEFAULT:
            catalogue = self.catalogue(DEFAULT)
            id_ = catalogue.first(message)
        return catalogue.format(id_ or message.id, args)

    def argument(self, language: str, value: Argument) -> str:
        """Render what fills a gap, standing alone."""
        if isinstance(value, Message):
            return self.render(language, value)
        return str(self._argument(language, "", value))

    def _label(self, language: str, value: Argument) -> str:
        text = self.argument(language, value)
        return text[:1].upper() + text[1:]

    def _argument(self, language: str, name: str, value: Argument) -> Any:
        if isinstance(value, Message):
            return self.render(language, value)
        if isinstance(value, (int, float)):
            return value if name == "count" else number(value)
        if isinstance(value, (Messages, Sentences)):
            kind = "list" if isinstance(value, Messages) else "sentence"
            separator = self.text(language, f"{kind}-separator")
            return separator.join(self.argument(language, item) for item in value.items)
        if isinstance(value, date):
            return self._day(language, value)
        if isinstance(value, Nation):
            return self._nation(language, value)
        if isinstance(value, Tongue):
            return self.catalogue(language).names.languages.get(value.code, value.code)
        if isinstance(value, Month):
            return self._month(language, value)
        if isinstance(value, Variants):
            return value.for_language(language)
        if isinstance(value, Gauge):
            return cells(value)
        return value

    def _nation(self, language: str, nation: Nation) -> str:
        """Name a country as the catalogue does, or else as CLDR does."""
        catalogue, own = self.catalogue(language), f"nation-{nation.code}"
        if catalogue.has(own):
            return catalogue.format(own, {})
        return str(catalogue.names.territories.get(nation.code, nation.code))

    def _month(self, language: str, month: Month) -> str:
        from babel.dates import format_skeleton  # noqa: PLC0415 - only some messages need it

        first, names = date(month.year, month.month, 1), self.catalogue(language).names
        return str(format_skeleton("yMMMM", first, locale=names))

    def _day(self, language: str, day: date) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - only some messages need it

        return str(format_date(day, "long", locale=self.catalogue(language).names))


def number(value: float) -> str:
    """Write a number with thousands marks and no more decimals than it has."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}"


def cells(gauge: Gauge) -> str:
    """Draw a score as cells: sure, possible, out of reach, with the line to cross."""
    width = min(gauge.maximum, _CELLS)
    least, most, need = (n * width / gauge.maximum for n in (gauge.least, gauge.most, gauge.need))
    row = "".join("■" if i < least else "▨" if i < most else "□" for i in range(width))
    return f"{row[: round(need)]}│{row[round(need) :]}"


@cache
def words() -> Words:
    """Return the catalogues that the program ships."""
    return Words()
