"""The form of an edition: a dated regime of a scheme, as its YAML file states it.

Words never stand here. A message id follows from an edition's `words` and the ids below it:
`why-<words>-<factor>-<row>`, `name-<words>-<factor>`, `unsettled-<words>-<point>`; see texts.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from flows.message import Message, Variants, say

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sure = Literal["official", "several", "single", "inferred"]
Kind = Literal["additive", "count_of", "doors", "judgement"]
Label = Literal["advantage", "neutral", "disadvantage", "blocks"]


class Strict(BaseModel):
    """Base of all that an author writes: nothing unknown passes, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Cite(Strict):
    """Where a rule is read, and how sure that is."""

    sources: tuple[str, ...] = Field(min_length=1)
    sure: Sure


# Stands for the address of a source whose own was not written down.
UNRECORDED = "address not recorded"
_WHOLE = re.compile(r"https?://[^\s…]+(?<!\.\.\.)")


class Source(Strict):
    """A page or paper on which rules are read.

    `titles` are its title in other languages, and `addresses` its own twin pages in them.
    """

    title: str = Field(min_length=1)
    titles: dict[str, str] = Field(default_factory=dict)
    address: str = Field(min_length=1)
    addresses: dict[str, str] = Field(default_factory=dict)
    read: date
    note: str = ""

    @property
    def named(self) -> Message:
        """The source as people can follow it: title and address, or that there is no whole one."""
        title = Variants(self.title, tuple(self.titles.items()))
        if self.address == UNRECORDED:
            return say("source-unrecorded", title=title)
        if not _WHOLE.fullmatch(self.address):
            return say("source-incomplete", title=title)
        return say("source-named", title=title, address=self.page)

    @property
    def page(self) -> Variants:
        """The address, in each language that has a page of its own."""
        return Variants(self.address, tuple(self.addresses.items()))


class Test(Strict):
    """A test on one fact; what is given must all hold.

    Numbers: `from` (inclusive), `above` and `below` (exclusive). Choices: `in`. Languages and sets:
    `has` all, `any` of, `is` exactly, `others` beside Chinese and English at least,
    `count` of all at least, `empty`. Nationality: `barred` on the day by the dated list.
    """

    from_: float | None = Field(default=None, alias="from")
    above: float | None = None
    below: float | None = None
    in_: tuple[str, ...] | None = Field(default=None, alias="in")
    has: tuple[str, ...] | None = None
    any: tuple[str, ...] | None = None
    is_: tuple[str, ...] | None = Field(default=None, alias="is")
    others: int | None = None
    count: int | None = None
    empty: bool | None = None
    barred: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a test is empty; say what must hold.")
        return self


# A bare true, false, option or list of options stands for the plainest test.
Trial = bool | str | tuple[str, ...] | Test
All = dict[str, Trial]
When = All | tuple[All, ...]


def alternatives(when: When) -> tuple[All, ...]:
    """Return the ways in which a condition can hold: one mapping each, all of it needed."""
    return (when,) if isinstance(when, dict) else when


def facts_of(*whens: When | None) -> frozenset[str]:
    """Return the facts that conditions read."""
    return frozenset(name for when in whens if when for way in alternatives(when) for name in way)


class Prerequisite(Strict):
    """What must hold before anything is counted."""

    id: Id
    when: When
    review: When | None = None
    cite: Cite

    def __hash__(self) -> int:
        return hash(self.id)


class Row(Strict):
    """One line of a table: when it applies and what it is worth."""

    id: Id
    when: When | None = None
    points: int | None = None
    label: Label | None = None
    strength: Literal["plain", "strong", "serious"] = "plain"
    human: bool = False


class Band(Strict):
    """A stretch of a number and its points."""

    from_: float | None = Field(default=None, alias="from")
    below: float | None = None
    points: int


class Bands(Strict):
    """Bands of one number that tile its whole line."""

    fact: str
    rows: tuple[Band, ...] = Field(min_length=1)


class Each(Strict):
    """So many points for each, up to a cap."""

    fact: str
    points: int = Field(gt=0)
    up_to: int = Field(gt=0)


class Part(Strict):
    """A table inside a factor; parts add up, and within one the first row that holds counts.

    Exactly one of `bands`, `each`, `rows` and `met` (a yes or no worth one).
    """

    id: Id
    bands: Bands | None = None
    each: Each | None = None
    rows: tuple[Row, ...] | None = None
    met: When | None = None
    cite: Cite | None = None

    @model_validator(mode="after")
    def _one_table(self) -> Self:
        given = [n for n in ("bands", "each", "rows", "met") if getattr(self, n) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            sentence = f"a table is one of bands, each, rows and met; {found} stands here."
            raise ValueError(sentence)
        return self


class Factor(Strict):
    """What is counted: one table, or several parts whose points add up."""

    id: Id
    maximum: int | None = None
    cite: Cite
    bands: Bands | None = None
    each: Each | None = None
    rows: tuple[Row, ...] | None = None
    met: When | None = None
    parts: tuple[Part, ...] = ()

    @model_validator(mode="after")
    def _tables(self) -> Self:
        given = [n for n in ("bands", "each", "rows", "met") if getattr(self, n) is not None]
        if len(given) + bool(self.parts) != 1:
            found = " and ".join([*given, *(["parts"] if self.parts else [])]) or "none"
            sentence = f"a factor has one of bands, each, rows, met and parts; {found} stands here."
            raise ValueError(sentence)
        return self

    def tables(self) -> tuple[Part, ...]:
        """Return its parts; a factor with one table is its own only part."""
        if self.parts:
            return self.parts
        own = Part(id=self.id, bands=self.bands, each=self.each, rows=self.rows, met=self.met)
        return (own,)


class Decision(Strict):
    """How factors become an outcome.

    `additive`: points against a pass mark. `count_of`: criteria met. `doors`: any one open door
    is enough, all points or none, and people decide (no maximum: no points any more).
    `judgement`: labels that are never added up.
    """

    kind: Kind
    threshold: int | None = None
    maximum: int | None = None
    cite: Cite

    @property
    def counted(self) -> bool:
        """Whether points or criteria are counted against the threshold."""
        return self.kind in {"additive", "count_of"}

    @model_validator(mode="after")
    def _numbers(self) -> Self:
        if self.counted and (self.threshold is None or self.maximum is None):
            raise ValueError(f"a decision of kind {self.kind} needs threshold and maximum.")
        if self.kind == "judgement" and (self.threshold or self.maximum):
            raise ValueError("a judgement has no threshold and no maximum; take them out.")
        return self


class Days(Strict):
    """A stretch of days, both ends inside it."""

    from_: date | None = Field(default=None, alias="from")
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether a day lies in it."""
        return (self.from_ or on) <= on <= (self.until or on)


class Unsettled(Strict):
    """A point that no source settles, and when it touches a result: of all that is given, all."""

    id: Id
    on: Days | None = None
    when: When | None = None
    nations: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")], ...] = Field(
        default=(), description="Passports whose holders it touches; all, where none is named."
    )
    factors: tuple[Id, ...] = Field(
        default=(),
        description="Factors it may turn, where not all that read its answers; else left out.",
    )
    cite: Cite


class Way(Strict):
    """What a route does with one kind of application."""

    closed_from: date | None = None
    successor: Id | None = None
    aside: bool = False
    asks: tuple[str, ...] = ()
    only_before: date | None = None
    cite: Cite


class Route(Strict):
    """Which applications a judgement takes, by what the person wants."""

    fact: str
    unless_told: str
    ways: dict[str, Way]


class Edition(Strict):
    """A dated regime of a scheme: from its day to `until`, both inside it."""

    scheme: Id
    day: date
    until: date | None = None
    revision: int = Field(ge=1)
    checked: date
    review_by: date | None = None
    words: Id | tuple[Id, ...] = Field(
        description="Under what name its texts stand; of several, what the first has not is taken "
        "from the next: [hk-criteria-2027, hk-criteria]."
    )
    decision: Decision
    prerequisites: tuple[Prerequisite, ...] = ()
    prerequisites_of: Id | None = None
    route: Route | None = None
    factors: tuple[Factor, ...] = Field(min_length=1)
    unsettled: tuple[Unsettled, ...] = ()
    alone: Id | None = Field(
        default=None, description="A factor that, with any circumstance, is shown without the rest."
    )
    may_fall: tuple[str, ...] = Field(
        default=(), description="Facts of which more may lower the result here."
    )

    @field_validator("words")
    @classmethod
    def _each_once(cls, words: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if not words or (not isinstance(words, str) and len(set(words)) < len(words)):
            raise ValueError("words names nothing, or a name twice; write each once.")
        return words

    # An edition is itself alone: what is kept for it, such as its tables, is found by identity.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def wording(self) -> tuple[str, ...]:
        """The names under which its texts stand, the first to be tried first."""
        return (self.words,) if isinstance(self.words, str) else self.words

    @property
    def key(self) -> str:
        """Its name: scheme and day."""
        return f"{self.scheme} {self.day}"

    def cites(self) -> Iterator[tuple[str, Cite]]:
        """Every citation with a word for where it stands."""
        yield "decision", self.decision.cite
        for prerequisite in self.prerequisites:
            yield f"prerequisite {prerequisite.id}", prerequisite.cite
        for factor in self.factors:
            yield f"factor {factor.id}", factor.cite
            yield from ((f"part {p.id}", p.cite) for p in factor.parts if p.cite)
        for point in self.unsettled:
            yield f"unsettled point {point.id}", point.cite
        if self.route:
            yield from ((f"way {name}", way.cite) for name, way in self.route.ways.items())


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
