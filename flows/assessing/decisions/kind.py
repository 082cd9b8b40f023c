"""What every kind of decision answers: the protocol behind which each kind is a module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from flows.assessing.groups import FactorTrace, PartTrace, PrerequisiteTrace, TableRow
from flows.documents import Place
from flows.message import Argument, Message, Needed
from flows.rules.edition import Decision, Edition, Label

if TYPE_CHECKING:
    from flows.assessing.assess import Assessment

Outcome = Literal["meets", "falls-short", "ineligible", "review", "closed", "open"]
# What a factor came to, as a card draws it: whether it counts, or its label.
State = Literal["met", "not-met", "open", "part"] | Label
# How a card draws factors: bars of points, signs for what is met, or words.
Drawing = Literal["bars", "signs", "words"]
Look = Literal["ways", "when", "next", "trying", "card"]


@dataclass(slots=True)
class Sums:
    """The ends of the whole, added up over the groups.

    `plain` is the most without a review, `reviewed` the most with one; None where there is none.
    """

    least: int = 0
    most: int = 0
    plain: int | None = 0
    reviewed: int | None = None
    can_fail: bool = False
    can_pass: bool = True


class DecisionKind(Protocol):
    """A kind of decision: how factors become an outcome, and how that is proved and said."""

    @property
    def name(self) -> str:
        """The name that stands in an edition: `kind: additive`."""

    @property
    def unit(self) -> str:
        """The last word of the ids of its messages: what it counts in."""

    @property
    def adds_up(self) -> bool:
        """Whether rows are worth points that are added up; else they carry labels."""

    @property
    def counted(self) -> bool:
        """Whether the sum decides by itself; else people decide, whatever it comes to."""

    @property
    def by_criterion(self) -> bool:
        """Whether each factor is a criterion, worth one, and so many are to be met."""

    # What it comes to.

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """The outcomes that some combination of answers must reach in a sound edition."""

    def possible(self, sums: Sums, decision: Decision) -> set[Outcome]:
        """Return the outcomes of the completions that pass the prerequisites."""

    def outcome(self, points: int, decision: Decision, *, reviewed: bool) -> Outcome:
        """Return the outcome of one complete combination that passes the prerequisites.

        `reviewed` tells that people review one of the prerequisites.
        """

    def goal(self, decision: Decision) -> int:
        """Return the sum that advice looks for."""

    # How it is written.

    def faults(self, edition: Edition) -> Iterator[tuple[Place, str]]:
        """Yield what an edition of this kind must not state, and where."""

    # How it is said.

    @property
    def needed(self) -> Needed:
        """The messages that it says, but for those of its rows."""

    @property
    def vain(self) -> frozenset[Look]:
        """What there is nothing to see of, when a result is looked at."""

    @property
    def shows_factors(self) -> bool:
        """Whether a result names its factors; else the verdict tells them."""

    @property
    def drawing(self) -> Drawing:
        """How a card draws its factors."""

    def verdict(self, result: Assessment) -> Message:
        """Say what a result comes to, in a sentence or two."""

    def line(self, name: Message, trace: FactorTrace, told: Argument | None) -> Message:
        """Say in one line what a factor came to, beside its name and what was told of it."""

    def deciding(self, told: Sequence[str]) -> Sequence[str]:
        """Return those of the told facts, in the order of reading, of which the last decides."""

    def came_to(self, trace: FactorTrace) -> Message:
        """Say what a factor came to in a word or a number, beside another result."""

    def mark(self, trace: FactorTrace) -> tuple[Message, State]:
        """Say on a card what a factor came to, and return how it is drawn."""

    def open_part(self, part: PartTrace) -> Message:
        """Say that it is still open which row of a table holds."""

    def rank(self, row: TableRow) -> int:
        """Return how much a row counts beside others of its table, of which more can be had.

        The same for all where the reason itself says what it takes.
        """

    def arguments(self, row: TableRow) -> Iterator[tuple[str, Argument]]:
        """Yield what the reason of a row says of its worth."""

    def row_messages(self, row: TableRow) -> Iterator[str]:
        """Yield the ids of the messages, without arguments, that a row takes beside its reason."""

    # How programs read it.

    def result_json(self, result: Assessment) -> dict[str, Any]:
        """Return what `assess` writes of a result beside what it writes of all."""

    def prerequisite_json(self, trace: PrerequisiteTrace) -> dict[str, Any]:
        """Return what `assess` writes of a prerequisite beside its id and whether it is met."""

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:
        """Return what `assess` writes of a factor's worth."""
