"""What a kind of fact does: the one protocol behind which answers of all kinds are alike.

A kind reads an answer from JSON and from typed text, writes it, says it back, keeps it within
another one's, and lists what can be answered. How rules count the answers is its axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from flows.facts.cells import Axis
from flows.facts.known import FactError, Span, Value
from flows.facts.trial import Test, Trial
from flows.message import Argument, Needed

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


class Offer(NamedTuple):
    """An answer that can be chosen: the id of the choice, what it says, its value as JSON."""

    id: str
    label: Argument
    value: Any


class Typed(NamedTuple):
    """A typed answer: as it is said back, folded to be compared, and cut short for a message."""

    text: str
    folded: str
    shown: str


class FactKind(Protocol):
    """How the answers to one kind of question are read, said, bounded, asked and counted.

    Methods take the fact itself, for its options, bounds and unit. A kind is inherited from
    this class, which holds what most kinds do alike.
    """

    name: str
    # How JSON writes an answer, as `yauchoi facts` explains it.
    form: str
    # The keys of a test that a rule may make of it, as attributes of `Test`.
    tests: tuple[str, ...] = ()
    # What `applying.yaml` may hold an answer against.
    trait: Literal["truth", "option"] | None = None
    # Whether facts.yaml lists its options.
    has_options: bool = False
    # Numbers with a unit, of which facts.yaml states the least and the most.
    numeric: bool = False
    # Whether its line goes in whole steps: two whole numbers, two days.
    whole: bool = False
    # Whether its line is the calendar.
    calendar: bool = False
    # Whether it is a yes or a no, which says nothing beside other answers.
    bare: bool = False
    # Whether its answers are held against the dated list of nationals.
    dated: bool = False

    def read(self, fact: Fact, value: Any) -> Value:
        """Read an answer from JSON, strictly. Raises FactError."""
        ...

    def write(self, fact: Fact, value: Value) -> Any:  # noqa: ARG002 - a number needs its bounds
        """Write an answer as JSON, so that it is read as the same."""
        return sorted(value) if isinstance(value, frozenset) else value

    def understand(self, fact: Fact, typed: Typed) -> Any:
        """Read typed text as JSON. Raises FactError with what was found and what is expected."""
        raise FactError("not-an-option", fact.id, found=typed.shown)

    def say(self, fact: Fact, value: Value) -> Argument:
        """Say an answer back."""
        ...

    def number(self, fact: Fact, number: float) -> Argument:  # noqa: ARG002 - money has a unit
        """Return a number that a rule states of it, as it fills a gap in a text."""
        return number

    def stated(self, test: Test) -> Iterator[float]:
        """Yield the numbers of a test as words say them."""
        yield from (number for number in (test.count, test.others) if number is not None)

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002 - of numbers
        """Return the messages that it says, with their arguments; cuts are those of all rules."""
        return {}

    def hint(self, fact: Fact) -> str | None:  # noqa: ARG002 - numbers hint by their unit
        """Return the message that tells how to type an answer; None where it is tapped."""
        return None

    def offers(
        self, fact: Fact, axis: Axis, possible: int, within: Span | None = None
    ) -> tuple[Offer, ...]:
        """Return the answers to choose from: the possible cells, and of a band what lies within."""
        ...

    def ends(self, fact: Fact) -> tuple[float, float]:
        """Return the least and the most of its line, both in it."""
        return fact.least or 0.0, fact.most or 0.0

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """Say why a test does not fit a fact, if it does not."""
        if not isinstance(trial, Test):
            called = "flag" if isinstance(trial, bool) else "choice"
            return f'"{fact.id}" is no {called}; {self.mend()}.'
        odd = trial.model_fields_set - set(self.tests)
        key = min(odd, default="").rstrip("_")
        return f'"{key}" does not test "{fact.id}"; {self.mend()}.' if odd else None

    def mend(self) -> str:
        """Say how a fact of this kind is tested."""
        words = [word.rstrip("_") for word in self.tests]
        return f"test it with {', '.join(words)}" if words else "no rule can test it: take it out"

    def cuts(self, fact: Fact, trial: Trial) -> frozenset[float]:  # noqa: ARG002 - of lines
        """Return the thresholds at which a test cuts its line."""
        return frozenset()

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:
        """Cut its answers into cells, for the nationals who are barred on a day."""
        ...

    def lift(
        self,
        part: Fact,  # noqa: ARG002 - of kinds that are bounded
        value: Value,  # noqa: ARG002
        whole: Fact,  # noqa: ARG002
        bound: Value | None,
    ) -> Value | None:
        """Return what is left of a bounding answer above a bounded one. Raises FactError."""
        return bound

    def within(
        self,
        part: Fact,  # noqa: ARG002 - of kinds that are bounded
        value: Value | None,
        bound: Value,  # noqa: ARG002
        whole: Fact,  # noqa: ARG002
    ) -> Value | None:
        """Return what is left of a bounded answer below its bounding one."""
        return value

    def fits(self, part: Fact, value: Value, bound: Value, whole: Fact) -> bool:  # noqa: ARG002
        """Whether some of a bounded answer stays within its bounding one."""
        return True

    def reach(self, fact: Fact, value: Value) -> tuple[float, str]:  # noqa: ARG002 - of lines
        """Return how far an answer goes, so that changes stand in one order."""
        return 0, ""

    def reaches(self, fact: Fact, far: Value, near: Value) -> bool:  # noqa: ARG002 - of options
        """Whether one answer goes at least as far as another, on the same way."""
        return far == near
