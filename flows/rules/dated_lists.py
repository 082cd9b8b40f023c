"""Lists that change inside an edition: dated files of their own, named by the edition."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from pydantic import Field

from flows.rules.source import Cite, Days, Id, Strict


class BarredNational(Strict):
    """A nationality that may not apply, up to and including `until`."""

    nation: str = Field(pattern=r"^[A-Z]{2}$")
    until: date | None = None
    unconfirmed: Days | None = None
    cite: Cite


class Nationals(Strict):
    """Barred nationals by their own dates."""

    list: Literal["nationals"]
    about: str
    complete: bool
    entries: tuple[BarredNational, ...]

    def __hash__(self) -> int:
        return id(self)

    def barred(self, on: date) -> frozenset[str]:
        """Return the codes barred on a day."""
        return _barred(self, on)

    def days_of_opening(self, nation: str) -> tuple[date, ...]:
        """Return the days from which a nationality is barred no longer."""
        return tuple(
            e.until + timedelta(days=1) for e in self.entries if e.until and e.nation == nation
        )

    def unconfirmed(self, nation: str, on: date) -> bool:
        """Whether the day on which this nationality was opened is uncertain around `on`."""
        return any(
            e.unconfirmed is not None and e.unconfirmed.holds(on)
            for e in self.entries
            if e.nation == nation
        )


class University(Strict):
    """An institution by name."""

    place: str = Field(pattern=r"^[A-Z]{2}$")
    name: str
    zh_hant: str = Field(default="", alias="zh-Hant")
    zh_hans: str = Field(default="", alias="zh-Hans")


class Universities(Strict):
    """Institutions known by name, and what is missing from the list."""

    list: Literal["universities"]
    about: str
    complete: bool
    missing: str = ""
    from_: date = Field(alias="from")
    read: date
    cite: Cite
    entries: tuple[University, ...]


class TalentListVersion(Strict):
    """The Talent List from a day (or month) on; `announced` where that is all the day is."""

    from_: date | str = Field(alias="from")
    announced: bool = False
    professions: int
    cite: Cite


class TalentList(Strict):
    """Dated sizes of the Talent List."""

    list: Literal["talent-list"]
    about: str = ""
    complete: bool
    missing: str = ""
    versions: tuple[TalentListVersion, ...]


class Round(Strict):
    """A round in which a successor programme takes applications, both days inside it.

    `gazetted` is about the day on which its rules were published, where that is all that is known.
    """

    round: int
    programme: Id
    from_: date | None = Field(default=None, alias="from")
    until: date | None = None
    gazetted: date | None = None
    cite: Cite


class Successor(Strict):
    """What replaced a closed route: its law and its rounds; it is not assessed."""

    id: Id
    law: str
    in_force: date
    cite: Cite
    rounds: tuple[Round, ...]
    next_known: bool

    def open_round(self, on: date) -> Round | None:
        """Return the round of all programmes that is open on a day, if any."""
        for one in self.rounds:
            opened = one.programme == "all" and one.from_ and one.until
            if opened and Days(from_=one.from_, until=one.until).holds(on):
                return one
        return None

    def last_round(self, on: date) -> Round | None:
        """Return the latest round of all programmes that had ended by a day, if any."""
        past = [r for r in self.rounds if r.programme == "all" and r.until and r.until < on]
        return max(past, key=lambda r: r.until or on) if past else None

    def next_round(self, on: date) -> Round | None:
        """Return the first round that is known to open after a day, if any."""
        coming = [r for r in self.rounds if r.from_ and r.from_ > on]
        return min(coming, key=lambda r: r.from_ or on) if coming else None

    def partly_open(self, on: date) -> Round | None:
        """Return a round in which some programmes take applications on a day, if any."""
        for one in self.rounds:
            dated = one.programme != "all" and one.from_ and one.until
            if dated and Days(from_=one.from_, until=one.until).holds(on):
                return one
        return None


@lru_cache(maxsize=1024)
def _barred(nationals: Nationals, on: date) -> frozenset[str]:
    return frozenset(e.nation for e in nationals.entries if e.until is None or on <= e.until)
