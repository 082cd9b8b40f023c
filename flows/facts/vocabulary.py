"""The vocabulary of facts: every question once, read from `facts.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from flows.documents import Marked, build

Kind = Literal["whole", "number", "flag", "choice", "set", "languages", "nation", "day"]
Unit = Literal["age", "years", "percent", "hkd", "mop", "children", "people", "count"]
NUMERIC = frozenset({"whole", "number"})


class Fact(BaseModel):
    """One thing a person can tell: its type, bounds and unit, and how it may change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = ""
    kind: Kind
    unit: Unit | None = None
    least: float | None = None
    most: float | None = None
    options: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    at_most: str | None = None
    changes: Literal["fixed", "choice", "effort", "time"]
    better: Literal["more", True] | None = None
    weight: float | None = None
    assumes: bool = False
    sensitive: bool = False
    derived: bool = False
    worded: bool = False
    made_up: bool = False

    # A fact is itself alone, within its vocabulary.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def numeric(self) -> bool:
        """Whether its answers are numbers."""
        return self.kind in NUMERIC

    def level(self, option: str) -> int:
        """Rank of an option, by which options of one fact bound those of another."""
        return self.levels[self.options.index(option)]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.numeric and (self.least is None or self.most is None or self.unit is None):
            raise ValueError("a number needs least, most and unit; write all three.")
        if (self.kind in {"choice", "set"}) != bool(self.options):
            raise ValueError("options belong to a choice or a set, and only there; mend the kind.")
        if self.levels and len(self.levels) != len(self.options):
            raise ValueError("levels must be as many as options; write one for each.")
        if self.weight is not None and (self.weight <= 0 or self.changes == "fixed"):
            raise ValueError("a weight is above 0, of a fact that can change; mend one of both.")
        if self.assumes and self.changes != "time":
            raise ValueError("only what grows with time assumes that it goes on; take it out.")
        return self


class _File(RootModel[dict[str, Fact]]):
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

    It is equal to itself alone, so that what is kept for it is found by identity.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]

    @cached_property
    def pairs(self) -> tuple[tuple[Fact, Fact], ...]:
        """The pairs (bounded, bounding) among the facts."""
        return tuple((fact, self[fact.at_most]) for fact in self.values() if fact.at_most)

    @cached_property
    def bounding(self) -> frozenset[str]:
        """The facts that bound another."""
        return frozenset(whole.id for _, whole in self.pairs)


def build_vocabulary(document: Marked) -> Vocabulary:
    """Build the vocabulary that a file states. Raises RuleError."""
    read: Mapping[str, Fact] = build(_File, document).root
    return Vocabulary({name: fact.model_copy(update={"id": name}) for name, fact in read.items()})
