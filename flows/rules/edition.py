"""The form of an edition: a dated regime of a scheme, as its YAML file states it.

Words never stand here. A message id follows from an edition's `words` and the ids below it:
`why-<words>-<factor>-<row>`, `name-<words>-<factor>`, `unsettled-<words>-<point>`; see texts.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import (
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from flows.rules.condition import When
from flows.rules.source import Cite, Days, Id, Strict

if TYPE_CHECKING:
    from flows.facts.vocabulary import Vocabulary
    from flows.rules.scheme import Scheme

Kind = Literal["additive", "count_of", "doors", "judgement"]
Label = Literal["advantage", "neutral", "disadvantage", "blocks"]


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

    scheme_id: Id = Field(alias="scheme")
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

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme that it belongs to. Raises LookupError where it was read by itself."""
        raise LookupError(f"{self.key} was read without its scheme")

    def belong_to(self, scheme: Scheme) -> None:
        """Make it one of a scheme: it knows the scheme's lists, sources and facts from then on."""
        self.__dict__["scheme"] = scheme

    @property
    def vocabulary(self) -> Vocabulary:
        """The facts that its rules may read."""
        return self.scheme.vocabulary

    @property
    def wording(self) -> tuple[str, ...]:
        """The names under which its texts stand, the first to be tried first."""
        return (self.words,) if isinstance(self.words, str) else self.words

    @property
    def key(self) -> str:
        """Its name: scheme and day."""
        return f"{self.scheme_id} {self.day}"

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
