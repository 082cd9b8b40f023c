"""A card that was ordered: what it is made from, kept small until it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from bot.words.catalogue import DEFAULT
from flows.dialogue import Place


@dataclass(frozen=True, slots=True)
class Order:
    """The card of a person under an edition on a day, in a language; `told` are JSON values."""

    scheme: str
    edition: date
    on: date
    language: str
    told: Mapping[str, Any]

    @classmethod
    def of(cls, place: Place) -> Self:
        """Return the card of the result at a place, in the language of its session."""
        session, edition = place.session, place.standing.shown.edition
        language = session.language or DEFAULT
        return cls(edition.scheme_id, edition.day, place.on, language, session.raw)

    def dump(self) -> dict[str, Any]:
        """Return the form in which it waits."""
        return {
            "scheme": self.scheme,
            "edition": self.edition.isoformat(),
            "on": self.on.isoformat(),
            "language": self.language,
            "told": dict(self.told),
        }

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        """Read the form in which it waited."""
        return cls(
            stored["scheme"],
            date.fromisoformat(stored["edition"]),
            date.fromisoformat(stored["on"]),
            stored["language"],
            stored["told"],
        )

    @property
    def name(self) -> str:
        """The name of its file, without an ending; it tells nothing of the person."""
        return f"yauchoi-{self.scheme}-{self.on}"
