"""A scheme: what its own file states, its editions by their days, and the lists beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from pydantic import Field

from flows.facts.vocabulary import Vocabulary
from flows.rules.dated_lists import Nationals, Successor, TalentList, Universities
from flows.rules.edition import Edition
from flows.rules.source import Id, Source, Strict

if TYPE_CHECKING:
    from flows.rules.procedure import Procedure

Model = TypeVar("Model", bound=Strict)


class Shelf(Protocol):
    """Where a scheme's files stand; each is read and proofread when it is first asked for.

    What is faulty raises RuleError.
    """

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the facts that its rules may read."""

    def edition(self, scheme: Scheme, day: date) -> Edition:
        """Return the edition of a day."""

    def sources(self, scheme: Scheme) -> Mapping[str, Source]:
        """Return the sources that its rules cite, by their ids."""

    def dated_list(self, scheme: Scheme, name: str, model: type[Model]) -> Model | None:
        """Return a dated list of its folder, if it has one."""

    def procedure(self, scheme: Scheme) -> Procedure | None:
        """Return what an application asks for, if that is known."""


class SchemeFile(Strict):
    """What `scheme.yaml` states once for all editions of a scheme."""

    id: Id
    place: Literal["hong-kong", "macao", "nowhere"]
    order: int
    made_up: bool = False
    sources_of: Id | None = None
    former: date | None = Field(
        default=None,
        description="The last day of the former test, offered beside a result of today.",
    )


@dataclass(frozen=True, eq=False)
class Scheme:
    """A scheme with its editions in order of their days."""

    about: SchemeFile
    days: tuple[date, ...]
    shelf: Shelf

    @property
    def id(self) -> str:
        """The scheme's id."""
        return self.about.id

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that its rules may read."""
        return self.shelf.vocabulary

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """All editions, oldest first."""
        return tuple(self.edition(day) for day in self.days)

    def edition(self, day: date) -> Edition:
        """Return the edition of a day. Raises RuleError, KeyError for no such day."""
        found = self._read.get(day)
        if found is None:
            if day not in self.days:
                raise KeyError(day)
            found = self._read[day] = self.shelf.edition(self, day)
        return found

    @cached_property
    def _read(self) -> dict[date, Edition]:
        return {}

    def in_force(self, on: date) -> Edition | None:
        """Return the edition in force on a day; None before the first, never an older one after."""
        past = [day for day in self.days if day <= on]
        if not past:
            return None
        edition = self.edition(past[-1])
        return edition if edition.until is None or on <= edition.until else None

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that its rules cite."""
        return self.shelf.sources(self)

    @cached_property
    def nationals(self) -> Nationals | None:
        """The dated list of barred nationals, if the scheme has one."""
        return self.shelf.dated_list(self, "nationals", Nationals)

    def barred(self, on: date) -> frozenset[str]:
        """Return the nationalities barred on a day."""
        return self.nationals.barred(on) if self.nationals else frozenset()

    @cached_property
    def universities(self) -> Universities | None:
        """The dated list of universities, if the scheme has one."""
        return self.shelf.dated_list(self, "universities", Universities)

    @cached_property
    def talent_list(self) -> TalentList | None:
        """The dated sizes of the Talent List, if the scheme has them."""
        return self.shelf.dated_list(self, "talent-list", TalentList)

    @cached_property
    def successor(self) -> Successor | None:
        """What replaced the scheme, if it is closed."""
        return self.shelf.dated_list(self, "successor", Successor)

    @cached_property
    def applying(self) -> Procedure | None:
        """What an application asks for; schemes that share sources share it too."""
        return self.shelf.procedure(self)
