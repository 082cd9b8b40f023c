"""The vocabulary of facts: every question once, read from `facts.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from flows.documents import Marked, build
from flows.facts.derived import Derivation, Derive, derivation, in_order

if TYPE_CHECKING:
    from flows.facts.kinds.kind import FactKind

Unit = Literal["age", "years", "percent", "hkd", "mop", "children", "people", "count"]
Changes = Literal["fixed", "choice", "effort", "time"]
Better = Literal["more", True]


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One thing a person can tell: its kind, bounds and unit, and how it may change.

    `form` is what its kind does. A fact is itself alone, within its vocabulary.
    """

    id: str
    kind: str
    form: FactKind
    changes: Changes
    unit: Unit | None = None
    least: float | None = None
    most: float | None = None
    options: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    at_most: str | None = None
    better: Better | None = None
    weight: float | None = None
    assumes: bool = False
    sensitive: bool = False
    derived: bool = False
    worded: bool = False
    made_up: bool = False

    @property
    def numeric(self) -> bool:
        """Whether its answers are numbers."""
        return self.form.numeric

    def level(self, option: str) -> int:
        """Rank of an option, by which options of one fact bound those of another."""
        return self.levels[self.options.index(option)]


class StatedFact(BaseModel):
    """A fact as `facts.yaml` states it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    unit: Unit | None = None
    least: float | None = None
    most: float | None = None
    options: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    at_most: str | None = None
    changes: Changes
    better: Better | None = None
    weight: float | None = None
    assumes: bool = False
    sensitive: bool = False
    derived: bool = False
    worded: bool = False
    made_up: bool = False
    derive: Derive | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.levels and len(self.levels) != len(self.options):
            raise ValueError("levels must be as many as options; write one for each.")
        if self.weight is not None and (self.weight <= 0 or self.changes == "fixed"):
            raise ValueError("a weight is above 0, of a fact that can change; mend one of both.")
        if self.assumes and self.changes != "time":
            raise ValueError("only what grows with time assumes that it goes on; take it out.")
        return self

    def of_kind(self, kind: FactKind) -> str | None:
        """Say what its kind needs and it does not state, or states in vain."""
        if kind.numeric and (self.least is None or self.most is None or self.unit is None):
            return "a number needs least, most and unit; write all three."
        if kind.has_options != bool(self.options):
            return "options belong to a choice or a set, and only there; mend the kind."
        return None


class _File(RootModel[dict[str, StatedFact]]):
    @model_validator(mode="after")
    def _linked(self) -> Self:
        for name, fact in self.root.items():
            if fact.at_most and fact.at_most not in self.root:
                raise ValueError(
                    f"{name} is bounded by {fact.at_most}, which is no fact; name one."
                )
        return self


class Vocabulary(dict[str, Fact]):
    """All facts by id, in the order in which they stand in `facts.yaml`.

    `derivations` work out facts from others, each after those that it reads. A vocabulary is
    equal to itself alone, so that what is kept for it is found by identity.
    """

    def __init__(self, facts: Mapping[str, Fact], derivations: tuple[Derivation, ...] = ()) -> None:
        super().__init__(facts)
        self.derivations = derivations

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]

    @cached_property
    def pairs(self) -> tuple[tuple[Fact, Fact], ...]:
        """The pairs (bounded, bounding) among the facts."""
        return tuple((fact, self[fact.at_most]) for fact in self.values() if fact.at_most)

    @cached_property
    def bounded(self) -> frozenset[str]:
        """The facts that another bounds."""
        return frozenset(part.id for part, _ in self.pairs)

    @cached_property
    def bounding(self) -> frozenset[str]:
        """The facts that bound another."""
        return frozenset(whole.id for _, whole in self.pairs)

    @cached_property
    def age(self) -> str:
        """The fact that holds an age in years, which birthdays move; none where it is empty."""
        return next((fact.id for fact in self.values() if fact.unit == "age"), "")

    @cached_property
    def birth(self) -> str:
        """The fact from whose day the age is worked out; none where it is empty."""
        days = [min(way.reads) for way in self.derivations if way.fact.id == self.age]
        return days[0] if days else ""

    @cached_property
    def family(self) -> str:
        """The fact of how many relatives come along, which no test reads; none where it is empty.

        It decides fees and documents, never a result.
        """
        return next((fact.id for fact in self.values() if fact.unit == "people"), "")

    @cached_property
    def nation(self) -> str:
        """The fact that is held against the dated list of nationals; none where it is empty."""
        return next((fact.id for fact in self.values() if fact.form.dated), "")


def build_vocabulary(document: Marked, kinds: Mapping[str, FactKind]) -> Vocabulary:
    """Build the vocabulary that a file states, of facts of these kinds. Raises RuleError."""
    read: Mapping[str, StatedFact] = build(_File, document).root
    facts: dict[str, Fact] = {}
    for name, stated in read.items():
        kind = kinds.get(stated.kind)
        if kind is None:
            *most, last = (f"'{one}'" for one in kinds)
            sentence = f'"kind" holds "{stated.kind}"; write {", ".join(most)} or {last}.'
            raise document.fault((name, "kind"), sentence)
        fault = stated.of_kind(kind)
        if fault:
            raise document.fault((name,), fault)
        own = {key: getattr(stated, key) for key in type(stated).model_fields if key != "derive"}
        facts[name] = Fact(id=name, form=kind, **own)
    stated_ways = {name: stated.derive for name, stated in read.items() if stated.derive}
    ways = [derivation(facts[name], way, facts, document) for name, way in stated_ways.items()]
    return Vocabulary(facts, in_order(ways, document))
