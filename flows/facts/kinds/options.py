"""Options, of which a person has one: a flag, and a choice of those that facts.yaml lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Axis
from flows.facts.kinds.kind import FactKind, Offer
from flows.facts.known import FactError, Span, Value, quote
from flows.facts.trial import Test, Trial
from flows.message import Argument, Messages, Needed, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact


@dataclass(frozen=True, slots=True)
class Options:
    """A cell for each option."""

    fact: Fact
    options: tuple[Value, ...]
    all: int
    cuts: tuple[float, ...] = ()

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if value is None:
            return self.all
        if isinstance(value, frozenset):
            return sum(1 << i for i, option in enumerate(self.options) if option in value)
        return 1 << self.options.index(value)

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        wanted: tuple[Value, ...]
        if isinstance(trial, Test):
            wanted = trial.in_ or ()
        else:
            wanted = trial if isinstance(trial, tuple) else (trial,)
        return sum(1 << i for i, option in enumerate(self.options) if option in wanted)

    def cells(self) -> tuple[object, ...]:
        """See Axis."""
        return self.options

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return (cell + 1,) if cell + 1 < len(self.options) else ()

    def answer(self, cell: int) -> Value | None:
        """See Axis."""
        return self.options[cell]

    def below(self, whole: Axis) -> tuple[int, ...]:
        """See Axis."""
        levels = whole.fact.levels
        return tuple(
            sum(1 << i for i, level in enumerate(levels) if mine <= level)
            for mine in self.fact.levels
        )

    def room(self, part: Fact, value: Value) -> int:
        """See Axis."""
        if not isinstance(value, str):
            return self.all
        least = part.level(value)
        levels = [self.fact.level(str(option)) for option in self.options]
        return sum(1 << i for i, level in enumerate(levels) if level >= least)

    def further(
        self,
        value: Value | None,
        thresholds: frozenset[float],  # noqa: ARG002 - options lie on no line
    ) -> Iterator[tuple[Value, int]]:
        """See Axis."""
        for place, option in enumerate(self.others(value), start=1):
            yield option, self._steps(value, option, place)

    def nearest(self, value: Value | None, mask: int) -> tuple[Value, int] | None:
        """See Axis."""
        ways = enumerate(self.others(value), start=1)
        found = [
            (self._steps(value, one, place), place, one)
            for place, one in ways
            if self.mask(one) & mask
        ]
        if not found:
            return None
        steps, _, option = min(found)
        return option, steps

    def others(self, value: Value | None) -> tuple[Value, ...]:
        """Return the options that a person could come to, the nearest first."""
        fact = self.fact
        if not isinstance(value, str):
            return self.options
        if not fact.levels:
            return tuple(option for option in self.options if option != value)
        # A qualification that is held is not given up for another of the same rank before it.
        later = fact.options[fact.options.index(value) + 1 :]
        return tuple(option for option in later if fact.level(option) >= fact.level(value))

    def _steps(self, value: Value | None, option: Value, place: int) -> int:
        """Count the steps to an option: ranks where there are any, else its place here."""
        fact = self.fact
        if not fact.levels or not isinstance(option, str):
            return place
        here = fact.level(value) if isinstance(value, str) else min(fact.levels)
        return max(1, fact.level(option) - here)


class Truths(Options):
    """No and yes; of what is better held, nobody gives it up."""

    __slots__ = ()

    def others(self, value: Value | None) -> tuple[Value, ...]:
        """See Options."""
        held = (True,) if self.fact.better else (True, False)
        return tuple(option for option in held if option is not value)


class Flag(FactKind):
    """A yes or a no."""

    name = "flag"
    form = "true or false"
    trait = "truth"
    bare = True

    def read(self, fact: Fact, value: Any) -> Value:
        """See FactKind."""
        if not isinstance(value, bool):
            raise FactError("not-flag", fact.id, found=quote(value))
        return value

    def say(self, fact: Fact, value: Value) -> Argument:
        """See FactKind."""
        own = f"-{fact.id}" if fact.worded else ""
        return say(f"option{own}-yes" if value else f"option{own}-no")

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        own = (f"option-{fact.id}-yes", f"option-{fact.id}-no") if fact.worded else ()
        return dict.fromkeys(own, frozenset())

    def offers(
        self,
        fact: Fact,
        axis: Axis,  # noqa: ARG002 - yes and no, whatever was told
        possible: int,  # noqa: ARG002
        within: Span | None = None,  # noqa: ARG002
    ) -> tuple[Offer, ...]:
        """See FactKind."""
        # A typed "no" must not pass for an answer that it may not be.
        ids = ("holds", "fails") if fact.worded else ("yes", "no")
        return tuple(
            Offer(id_, self.say(fact, value), value)
            for id_, value in zip(ids, (True, False), strict=True)
        )

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """See FactKind."""
        return None if isinstance(trial, bool) else super().unfit(fact, trial)

    def mend(self) -> str:
        """See FactKind."""
        return "write true or false"

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        return Truths(fact, (False, True), 3)


class Choice(FactKind):
    """One of the options of a fact; what other answers leave of them is a set."""

    name = "choice"
    form = 'one of its options, such as "master"'
    tests = ("in_",)
    trait = "option"
    has_options = True

    def read(self, fact: Fact, value: Any) -> Value:
        """See FactKind."""
        return option(fact, value)

    def say(self, fact: Fact, value: Value) -> Argument:
        """See FactKind."""
        if isinstance(value, frozenset):
            return several(fact, value)
        return say(f"option-{fact.id}-{value}")

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        return {f"option-{fact.id}-{one}": frozenset() for one in fact.options}

    def offers(
        self,
        fact: Fact,
        axis: Axis,  # noqa: ARG002 - a cell is an option
        possible: int,
        within: Span | None = None,  # noqa: ARG002 - no band is told of options
    ) -> tuple[Offer, ...]:
        """See FactKind."""
        return tuple(
            Offer(one, self.say(fact, one), one)
            for i, one in enumerate(fact.options)
            if possible >> i & 1
        )

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """See FactKind."""
        if isinstance(trial, bool):
            return super().unfit(fact, trial)
        if isinstance(trial, Test):
            odd = super().unfit(fact, trial)
            return odd or unfit_options(fact, fact.options, trial.in_ or ())
        return unfit_options(fact, fact.options, trial if isinstance(trial, tuple) else (trial,))

    def mend(self) -> str:
        """See FactKind."""
        return "write its options"

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        return Options(fact, fact.options, (1 << len(fact.options)) - 1)

    def lift(self, part: Fact, value: Value, whole: Fact, bound: Value | None) -> Value | None:
        """See FactKind."""
        if not isinstance(value, str):
            return bound
        least = part.level(value)
        if not isinstance(bound, str):
            return _among(whole, bound, range(least, max(whole.levels) + 1))
        if least > whole.level(bound):
            found, limit = quote(value), quote(bound)
            raise FactError("above", part.id, found=found, other=whole.id, bound=limit)
        return bound

    def within(self, part: Fact, value: Value | None, bound: Value, whole: Fact) -> Value | None:
        """See FactKind."""
        if isinstance(value, str):
            return value
        options = bound if isinstance(bound, frozenset) else (str(bound),)
        most = max(whole.level(one) for one in options)
        return _among(part, value, range(most + 1))

    def fits(self, part: Fact, value: Value, bound: Value, whole: Fact) -> bool:
        """See FactKind."""
        if isinstance(value, str) and isinstance(bound, str):
            return part.level(value) <= whole.level(bound)
        return True

    def reach(self, fact: Fact, value: Value) -> tuple[float, str]:
        """See FactKind."""
        return fact.options.index(str(value)), ""

    def reaches(self, fact: Fact, far: Value, near: Value) -> bool:
        """See FactKind."""
        if not fact.levels:
            return far == near
        return fact.options.index(str(far)) >= fact.options.index(str(near))


def option(fact: Fact, value: Any) -> str:
    """Read an option of a fact. Raises FactError."""
    if not isinstance(value, str) or value not in fact.options:
        options = ", ".join(fact.options)
        raise FactError("not-option", fact.id, found=quote(value), options=options)
    return value


def several(fact: Fact, value: frozenset[str]) -> Argument:
    """Say several options of a fact, or that there is none."""
    if not value:
        return say(f"option-{fact.id}-none")
    return Messages(tuple(say(f"option-{fact.id}-{item}") for item in sorted(value)))


def unfit_options(fact: Fact, options: tuple[str, ...], *lists: tuple[str, ...]) -> str | None:
    """Say why the options that a test names do not fit: they must be known, and some named."""
    known = ", ".join(options)
    if not all(lists):
        return f'the test of "{fact.id}" names no option (options: {known}); name one.'
    strange = [one for named in lists for one in named if one not in options]
    if strange:
        return f'"{strange[0]}" is no option of "{fact.id}" (options: {known}); mend it.'
    return None


def _among(fact: Fact, value: Value | None, levels: range) -> frozenset[str]:
    before = value if isinstance(value, frozenset) else fact.options
    return frozenset(one for one in before if fact.level(one) in levels)
