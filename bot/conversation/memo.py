"""Where talks stood after their last turn, so that the next need not fold their answers again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date

from flows.dialogue import Place, Session

# People at work within the same minutes; what is more is folded again, and costs a little time.
MOST = 256


class Recent:
    """The places of a few talks, for one day, by what their channel knows them by.

    The store stays the truth: a place counts only for the very session that came from there. A
    deletion takes it at once, and nothing outlives its day.
    """

    def __init__(self) -> None:
        self._day: date | None = None
        self._places: dict[Hashable, Place] = {}

    def place(self, key: Hashable, session: Session, on: date) -> Place | None:
        """Return where a talk stands, if it is remembered."""
        found = self._places.get(key) if on == self._day else None
        return found if found is not None and found.session == session else None

    def keep(self, key: Hashable, place: Place) -> None:
        """Remember where a talk stands; what was said once is not said again."""
        if place.on != self._day:
            self._day = place.on
            self._places.clear()
        self._places.pop(key, None)
        self._places[key] = replace(place, first=()) if place.first else place
        if len(self._places) > MOST:
            del self._places[next(iter(self._places))]

    def forget(self, key: Hashable) -> None:
        """Remember nothing of a talk."""
        self._places.pop(key, None)

    def forget_all(self) -> None:
        """Remember nothing of anybody."""
        self._places.clear()
