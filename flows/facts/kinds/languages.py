"""The languages that a person writes and speaks well.

They count by three things: Chinese, English, and how many others (two stand for more).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from flows.facts.cells import Apart, Axis
from flows.facts.codes import TONGUES
from flows.facts.kinds.kind import Offer, Typed
from flows.facts.kinds.options import unfit_options
from flows.facts.kinds.sets import SetKind, members
from flows.facts.known import FactError, Span, Value, quote
from flows.facts.names import tongue
from flows.facts.trial import Test, Trial
from flows.message import Argument, Messages, Needed, Tongue, say

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact

# `other` and `another`: one and a second language that the person did not name.
_OTHER_CODES = ("other", "another")
_OTHERS = 3
_COUNTED = ("chinese", "english", *_OTHER_CODES)
# The languages on the buttons; any others can be typed.
_OFFERED: tuple[tuple[str, ...], ...] = (
    ("chinese", "english"),
    ("chinese",),
    ("english",),
    ("chinese", "other"),
    ("english", "other"),
    ("other",),
    ("other", "another"),
    (),
)
_AFRESH = re.compile(r"[,，、;；/&+]|\band\b|以及|和|及|與|与|同|跟")


@dataclass(frozen=True, slots=True)
class Tongues(Apart):
    """A cell for Chinese or not, English or not, and none, one or more others."""

    fact: Fact
    all: int = (1 << 4 * _OTHERS) - 1
    cuts: tuple[float, ...] = ()

    def mask(self, value: Value | None) -> int:
        """See Axis."""
        if not isinstance(value, frozenset):
            return self.all
        chinese, english = "chinese" in value, "english" in value
        others = min(len(value) - chinese - english, _OTHERS - 1)
        return 1 << (chinese + 2 * english + 4 * others)

    def passes(self, trial: Trial) -> int:
        """See Axis."""
        if not isinstance(trial, Test):
            return 0
        return sum(1 << i for i, known in enumerate(self.cells()) if _passes(trial, known))

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """See Axis."""
        return tuple(
            (
                *(("chinese",) if i & 1 else ()),
                *(("english",) if i & 2 else ()),
                *_OTHER_CODES[: i // 4],
            )
            for i in range(4 * _OTHERS)
        )

    def more(self, cell: int) -> tuple[int, ...]:
        """See Axis."""
        return tuple(
            other
            for other, allowed in (
                (cell | 1, True),
                (cell | 2, True),
                (cell + 4, cell + 4 < 4 * _OTHERS),
            )
            if allowed and other != cell
        )

    def answer(self, cell: int) -> Value | None:
        """See Axis."""
        return frozenset(self.cells()[cell])

    def further(
        self,
        value: Value | None,
        thresholds: frozenset[float],  # noqa: ARG002 - languages lie on no line
    ) -> Iterator[tuple[Value, int]]:
        """See Axis. Yield Chinese, English, and up to two others more."""
        spoken = members(value)
        own = [code for code in ("chinese", "english") if code not in spoken]
        room = max(0, 2 - len(spoken - {"chinese", "english"}))
        others = [code for code in _OTHER_CODES if code not in spoken][:room]
        # Those with names come first: among equals they are the ones to be told.
        for count in range(len(others) + 1):
            for bits in range(1 << len(own)):
                added = [code for i, code in enumerate(own) if bits >> i & 1]
                if added or count:
                    yield spoken.union(added, others[:count]), len(added) + count

    def nearest(self, value: Value | None, mask: int) -> tuple[Value, int] | None:
        """See Axis. Those with names come first."""
        spoken = members(value)
        here = self.mask(spoken).bit_length() - 1
        found = [
            ((cell & ~here & 3).bit_count() + (cell >> 2) - (here >> 2), cell)
            for cell in range(here, mask.bit_length())
            if mask >> cell & 1 and here & 3 & ~cell == 0
        ]
        if not found:
            return None
        count, cell = min(found)
        own = [code for bit, code in ((1, "chinese"), (2, "english")) if cell & ~here & bit]
        others = [code for code in _OTHER_CODES if code not in spoken]
        return spoken.union(own, others[: (cell >> 2) - (here >> 2)]), count


def _passes(test: Test, known: tuple[str, ...]) -> bool:
    others = len([code for code in known if code in _OTHER_CODES])
    return (
        (test.has is None or set(test.has) <= set(known))
        and (test.any is None or bool(set(test.any) & set(known)))
        and (test.is_ is None or set(test.is_) == set(known))
        and (test.others is None or others >= test.others)
        and (test.count is None or len(known) >= test.count)
    )


class Languages(SetKind):
    """A list of `chinese`, `english` and the codes of other languages."""

    name = "languages"
    form = 'a list of "chinese", "english" and ISO 639-1 codes such as "fr"; [] is none'
    tests = ("has", "any", "is_", "others", "count")

    def item(self, fact: Fact, told: Any) -> str:
        """See SetKind."""
        code = told.lower() if isinstance(told, str) and told.isascii() else ""
        if code not in TONGUES and code not in _COUNTED:
            raise FactError("not-language", fact.id, found=quote(told))
        return code

    def write(self, fact: Fact, value: Value) -> Any:  # noqa: ARG002
        """See FactKind. Chinese and English stand first, as people name them."""
        own = ("chinese", "english")
        return sorted(members(value), key=lambda code: (code not in own, code))

    def understand(self, fact: Fact, typed: Typed) -> Any:
        """See FactKind."""
        parts = _AFRESH.sub(",", typed.folded).split(",")
        codes = [tongue(name) for part in parts for name in _names(part.strip())]
        if not codes or None in codes:
            raise FactError("language-expected", fact.id, found=typed.shown)
        return list(dict.fromkeys(code for code in codes if code))

    def say(self, fact: Fact, value: Value) -> Argument:
        """Say languages by the button that stands for them, or else one after the other."""
        many = members(value)
        for codes in _OFFERED:
            if many == frozenset(codes):
                return _button(fact.id, codes)
        own = [code for code in ("chinese", "english") if code in many]
        told: list[Argument] = [say(f"option-{fact.id}-{code}") for code in own]
        told += [Tongue(code) for code in sorted(many - frozenset(_COUNTED))]
        if others := many & frozenset(_OTHER_CODES):
            told.append(say("languages-others" if len(others) > 1 else "languages-other"))
        return Messages(tuple(told))

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        """See FactKind."""
        found = [f"option-{fact.id}-{'-'.join(codes) or 'none'}" for codes in _OFFERED]
        return dict.fromkeys([*found, "languages-other", "languages-others"], frozenset())

    def hint(self, fact: Fact) -> str | None:  # noqa: ARG002
        """See FactKind."""
        return "hint-languages"

    def offers(
        self,
        fact: Fact,
        axis: Axis,  # noqa: ARG002 - the same languages, whatever was told
        possible: int,  # noqa: ARG002
        within: Span | None = None,  # noqa: ARG002
    ) -> tuple[Offer, ...]:
        """See FactKind."""
        return tuple(
            Offer("-".join(codes) or "none", _button(fact.id, codes), list(codes))
            for codes in _OFFERED
        )

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        """See FactKind."""
        odd = super().unfit(fact, trial)
        if odd or not isinstance(trial, Test):
            return odd
        lists = [one for one in (trial.has, trial.any) if one is not None]
        # Exactly none can be asked for.
        lists += [trial.is_] if trial.is_ else []
        return unfit_options(fact, _COUNTED, *lists)

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        """See FactKind."""
        return Tongues(fact)


@cache
def _button(fact: str, codes: tuple[str, ...]) -> Argument:
    return say(f"option-{fact}-{'-'.join(codes) or 'none'}")


def _names(part: str) -> list[str]:
    """Return a name of several words, or words that each are a name."""
    return [part] if part and tongue(part) else part.split()
