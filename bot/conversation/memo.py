"""Where talks stood after their last turn, so that the next need not fold their answers again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from bot.conversation.kept import Kept
from flows.dialogue import Place

# People at work within the same minutes; what is more is folded again, and costs a little time.
MOST = 256
Stored = Mapping[str, Any]


class Remembered(NamedTuple):
    """A talk after a turn: its stored form, the same as it was read from it, and its place."""

    stored: Stored
    kept: Kept
    place: Place


class Recent:
    """The last turns of a few talks, for one day, by what their channel knows them by.

    The store stays the truth: what is remembered counts only for the very form that is stored. A
    deletion takes it at once, and nothing outlives its day.
    """

    def __init__(self) -> None:
        self._day: date | None = None
        self._talks: dict[Hashable, Remembered] = {}

    def talk(self, key: Hashable, stored: Stored, on: date) -> Remembered | None:
        """Return what is remembered of a talk, if it is stored like that."""
        found = self._talks.get(key) if on == self._day else None
        return found if found is not None and found.stored == stored else None

    def keep(self, key: Hashable, stored: Stored, kept: Kept, place: Place) -> None:
        """Remember a talk; what was said once is not said again."""
        if place.on != self._day:
            self._day = place.on
            self._talks.clear()
        self._talks.pop(key, None)
        standing = replace(place, first=()) if place.first else place
        self._talks[key] = Remembered(stored, kept, standing)
        if len(self._talks) > MOST:
            del self._talks[next(iter(self._talks))]

    def forget(self, key: Hashable) -> None:
        """Remember nothing of a talk."""
        self._talks.pop(key, None)

    def forget_all(self) -> None:
        """Remember nothing of anybody."""
        self._talks.clear()
