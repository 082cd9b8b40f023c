"""Sets: what every kind of them does alike, and a set that only counts by being empty or not."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Apart, Axis
from flows.facts.kinds.kind import FactKind, Offer
from flows.facts.kinds.options import option, several
from flows.facts.known import FactError, Span, Value, quote
from flows.facts.trial import Test, Trial
from flows.message import Argument, Needed, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


@dataclass(frozen=True, slots=True)
class SetCells(Apart):
    """None of a set, and some of it. Circumstances are no matter of choice."""

    fact: Fact
    all: int = 3
    cuts: tuple[float, ...] = ()

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, frozenset):
            return self.all
        return 2 if value else 1

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test) or trial.empty is None:
            return 0
        return 1 if trial.empty else 2

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return ((), (self.fact.options[-1],))

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return (1,) if cell == 0 else ()

    def answer(self, cell: int) -> Value | None:  # noqa: ARG002
        """See Axis. What is in a set is never told on behalf of somebody."""
        return None


class SetKind(FactKind):
    """A kind of fact that is told as a list, which may be empty, and known as a set."""

    @abstractmethod
    def item(self, fact: Fact, told: Any) -> str:
        """Read one thing on the list. Raises FactError."""

    def read(self, fact: Fact, value: Any) -> Value:
        """See FactKind."""
        if not isinstance(value, (list, tuple)):
            raise FactError("not-list", fact.id, found=quote(value))
        return frozenset([self.item(fact, told) for told in value])

    def reach(self, fact: Fact, value: Value) -> tuple[float, str]:  # noqa: ARG002
        """See FactKind."""
        found = members(value)
        return len(found), " ".join(sorted(found))

    def reaches(self, fact: Fact, far: Value, near: Value) -> bool:  # noqa: ARG002
        """See FactKind."""
        return isinstance(far, frozenset) and isinstance(near, frozenset) and far >= near


class Many(SetKind):
    """Any of the options of a fact, or none."""

    name = "set"
    form = "a list of its options; [] is none of them"
    tests = ("empty",)
    has_options = True

    def item(self, fact: Fact, told: Any) -> str:
        """See SetKind."""
        return option(fact, told)

    def say(self, fact: Fact, value: Value) -> Argument:
        """See FactKind."""
        return several(fact, members(value))

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        return {f"option-{fact.id}-{one}": frozenset() for one in (*fact.options, *_BESIDE)}

    def offers(
        self,
        fact: Fact,
        axis: Axis,  # noqa: ARG002 - none and some, whatever was told
        possible: int,  # noqa: ARG002
        within: Span | None = None,  # noqa: ARG002
    ) -> tuple[Offer, ...]:
        """See FactKind. Which of them it is, nobody needs to tell."""
        some = fact.options[-1]
        return (
            Offer("none", say(f"option-{fact.id}-none"), []),
            Offer("some", say(f"option-{fact.id}-{some}"), [some]),
            Offer("rather-not", say(f"option-{fact.id}-rather-not"), None),
        )

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        return SetCells(fact)


def members(value: Value | None) -> frozenset[str]:
    """Return what is in a set; of an answer that is not known, nothing."""
    return value if isinstance(value, frozenset) else frozenset()


_BESIDE = ("none", "rather-not")
