"""The form of `applying.yaml`: what an application asks for, costs and gives, as dated data.

Words never stand here. A message id follows from the file's `words` and the ids below it:
`apply-<words>-row-<row>`, `apply-<words>-family-<row>`, `apply-<words>-<part>-<point>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from flows.documents import Place
from flows.rules.source import Cite, Days, Id, Strict

# Where a point is told; the order is that of the screen.
Part = Literal["successor", "papers", "together", "fees", "where", "stay", "duties", "contacts"]
Trait = bool | str | tuple[str, ...]


def options(trait: Trait) -> tuple[str, ...]:
    """Return the options that a condition names, one or several."""
    return trait if isinstance(trait, tuple) else (str(trait),)


class Dated(Strict):
    """What holds from a day to a day, both inside it; without one it holds as long as the file."""

    from_: date | None = Field(default=None, alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            found = f'"until" is {self.until}, before "from", {self.from_}'
            raise ValueError(f"{found}; write a later day.")
        return self

    @property
    def days(self) -> Days:
        """The days on which it holds."""
        return Days(from_=self.from_, until=self.until)

    def meets(self, other: Dated) -> bool:
        """Whether both hold on some day."""
        starts = max(self.from_ or date.min, other.from_ or date.min)
        return starts <= min(self.until or date.max, other.until or date.max)


class Only(Strict):
    """For whom something is told: all that is given must hold.

    `schemes` and `ways` (of the route): one of them. `family`: whether anybody applies along.
    `factors`: one of them is met, has points, or can still get there. `facts`: as told.
    """

    schemes: tuple[Id, ...] = ()
    ways: tuple[Id, ...] = ()
    family: bool | None = None
    factors: tuple[Id, ...] = ()
    facts: dict[str, Trait] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a condition is empty; say what must hold.")
        return self


class Row(Dated):
    """A kind of document: how many files it takes at most, and for whom it is.

    `starred` marks what the form is reported to require. `unresolved`: what belongs in the row is
    not known, so that it is told apart from the list.
    """

    id: Id
    files: int = Field(gt=0)
    starred: bool = False
    unresolved: bool = False
    when: Only | None = None
    cite: Cite


class Amount(Strict):
    """An amount of money, which each language writes in its own way."""

    hkd: int


class Point(Dated):
    """Something to know, said with its numbers and days; `unsettled` where sources differ.

    `page_of` names a source whose address, in the reader's language, is the argument `address`.
    """

    id: Id
    when: Only | None = None
    numbers: dict[str, int | date | str | Amount] = Field(default_factory=dict)
    page_of: str | None = None
    unsettled: bool = False
    cite: Cite


class Group(Strict):
    """How many applications can be submitted together, and how sure it is who they are."""

    most: int = Field(gt=1)
    cite: Cite


class Issuance(Strict):
    """The fee on approval, each: `beyond` for a longer stay than `days`, else `within`."""

    days: int = Field(gt=0)
    within: int = Field(ge=0)
    beyond: int = Field(ge=0)


class Fee(Dated):
    """What each application costs, in HK$: on submission, and on approval."""

    application: int = Field(ge=0)
    issuance: Issuance
    cite: Cite


class Stay(Dated):
    """The first stay that an approval normally gives under a scheme."""

    scheme: Id
    length: int = Field(gt=0)
    unit: Literal["months", "years"]
    cite: Cite

    @property
    def about_days(self) -> int:
        """Its length in days, the leap days left out."""
        months = self.length * (12 if self.unit == "years" else 1)
        return months * 365 // 12


class Procedure(Dated):
    """What `applying.yaml` states once for all schemes that are applied for alike.

    It is known from its first day on; for an earlier one nothing is told.
    """

    words: Id
    from_: date = Field(alias="from")
    checked: date
    review_by: date | None = None
    documents: tuple[Row, ...] = ()
    family_documents: tuple[Row, ...] = ()
    group: Group | None = None
    fees: tuple[Fee, ...] = ()
    stay: tuple[Stay, ...] = ()
    points: dict[Part, tuple[Point, ...]] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return id(self)

    def conditions(self) -> Iterator[tuple[Place, Only]]:
        """Every condition with its place in the file."""
        for place, one in self.dated():
            if isinstance(one, (Row, Point)) and one.when is not None:
                yield (*place, "when"), one.when

    def dated(self) -> Iterator[tuple[Place, Row | Point | Fee | Stay]]:
        """Everything that has days of its own, with its place in the file."""
        lists: dict[str, tuple[Row | Fee | Stay, ...]] = {
            "documents": self.documents,
            "family_documents": self.family_documents,
            "fees": self.fees,
            "stay": self.stay,
        }
        for name, found in lists.items():
            yield from (((name, i), one) for i, one in enumerate(found))
        for part, points in self.points.items():
            yield from ((("points", part, i), one) for i, one in enumerate(points))

    def cites(self) -> Iterator[tuple[Place, Cite]]:
        """Every citation with its place in the file."""
        if self.group:
            yield ("group",), self.group.cite
        yield from ((place, one.cite) for place, one in self.dated())
