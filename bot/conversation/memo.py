"""Where chats stood after their last turn, so that the next need not fold their answers again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.dialogue import Place, Session

# People at work within the same minutes; what is more is folded again, and costs a little time.
MOST = 256


class Recent:
    """The places of a few chats, for one day.

    The store stays the truth: a place counts only for the very session that came from there. A
    deletion takes it at once, and nothing outlives its day.
    """

    def __init__(self) -> None:
        self._day: date | None = None
        self._places: dict[int, Place] = {}

    def place(self, chat_id: int, session: Session, on: date) -> Place | None:
        """Return where a chat stands, if it is remembered."""
        found = self._places.get(chat_id) if on == self._day else None
        return found if found is not None and found.session == session else None

    def keep(self, chat_id: int, place: Place) -> None:
        """Remember where a chat stands; what was said once is not said again."""
        if place.on != self._day:
            self._day = place.on
            self._places.clear()
        self._places.pop(chat_id, None)
        self._places[chat_id] = replace(place, first=()) if place.first else place
        if len(self._places) > MOST:
            del self._places[next(iter(self._places))]

    def forget(self, chat_id: int) -> None:
        """Remember nothing of a chat."""
        self._places.pop(chat_id, None)

    def forget_all(self) -> None:
        """Remember nothing of anybody."""
        self._places.clear()
