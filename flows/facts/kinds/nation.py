"""A nationality: barred on the day of application, or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Apart, Axis
from flows.facts.codes import NATIONS
from flows.facts.kinds.kind import FactKind, Offer, Typed
from flows.facts.known import FactError, Span, Value, quote
from flows.facts.letters import excerpt, fold
from flows.facts.names import nation
from flows.facts.trial import Test, Trial
from flows.facts.typed_numbers import NOTHING
from flows.message import Argument, Nation, Needed, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


@dataclass(frozen=True, slots=True)
class NationCells(Apart):
    """The nationals who are not barred on a day, and those who are.

    Nobody is told to take another nationality.
    """

    fact: Fact
    barred: frozenset[str]
    all: int
    cuts: tuple[float, ...] = ()

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, str):
            return self.all
        return 2 if value in self.barred else 1

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test) or trial.barred is None:
            return 0
        return 2 if trial.barred else 1

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return ("other", *sorted(self.barred)[:1])

    def more(self, cell: int) -> tuple[int, ...]:  # noqa: ARG002 - no nationality is more
        """See Axis."""
        return ()

    def answer(self, cell: int) -> Value | None:
        """See Axis."""
        return str(self.cells()[cell])


class Nationality(FactKind):
    """A country by its code; `other` is none of those that are barred."""

    name = "nation"
    form = 'an ISO 3166-1 alpha-2 code such as "CN"; "other" is none of those barred'
    tests = ("barred",)
    trait = "option"
    dated = True

    def read(self, fact: Fact, value: Any) -> Value:
        """See FactKind."""
        if isinstance(value, str):
            if value.lower() == "other":
                return "other"
            if value.isascii() and value.upper() in NATIONS:
                return value.upper()
        raise FactError("not-nation", fact.id, found=quote(value))

    def understand(self, fact: Fact, typed: Typed) -> Any:
        """See FactKind."""
        if fold(typed.text) in NOTHING:
            # "No" to a list of countries, not Norway.
            return "other"
        code = nation(typed.text)
        if code is None:
            raise FactError("nation-expected", fact.id, found=excerpt(typed.text))
        return code

    def say(self, fact: Fact, value: Value) -> Argument:
        """See FactKind."""
        return say(f"option-{fact.id}-other") if value == "other" else Nation(str(value))

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        found = (f"option-{fact.id}-other", f"option-{fact.id}-none-of-these")
        return dict.fromkeys(found, frozenset())

    def hint(self, fact: Fact) -> str | None:  # noqa: ARG002
        """See FactKind."""
        return "hint-nation"

    def offers(
        self,
        fact: Fact,
        axis: Axis,
        possible: int,  # noqa: ARG002
        within: Span | None = None,  # noqa: ARG002
    ) -> tuple[Offer, ...]:
        """See FactKind."""
        barred = sorted(axis.barred) if isinstance(axis, NationCells) else []
        none = Offer("other", say(f"option-{fact.id}-none-of-these"), "other")
        return (none, *(Offer(code, Nation(code), code) for code in barred))

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        return NationCells(fact, barred, 3 if barred else 1)
