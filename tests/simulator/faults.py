"""What goes wrong, by schedule."""

import asyncio
import math
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from tests.simulator import refusals
from tests.simulator.clock import Clock
from tests.simulator.nonsense import NONSENSE, Nonsense
from tests.simulator.refusals import Refused, bad, flooded

Kind = Literal[
    "retry-after",
    "forbidden",
    "bad-request",
    "unauthorized",
    "not-found",
    "server-error",
    "reset-after-effect",
    "slow",
    "hang",
    "malformed-body",
    "nonsense",
]

_REFUSALS = {
    "forbidden": (403, refusals.BLOCKED),
    "unauthorized": (401, refusals.UNAUTHORIZED),
    "not-found": (404, refusals.NOT_FOUND),
    "server-error": (500, refusals.SERVER_ERROR),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule: every n-th call that it is about goes wrong.

    Without a method it is about every call but getUpdates, without a chat about every chat.
    `after` calls go well first, and it strikes `times` times at most. `seconds` is how long an
    answer takes, or how long a chat stays flooded by the simulator's clock; the answer says at
    least one second, as the real one does. `says` replaces the description of a refusal.

    What hangs has no effect and no answer, until it is let go. Nonsense has no effect
    either; without `nonsense` it goes through all that is known, one after the other.
    """

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    every: int = 1
    after: int = 0
    times: int | None = None
    seconds: float = 1.0
    says: str | None = None
    nonsense: Nonsense | None = None

    def about(self, method: str, chat_id: int | None) -> bool:
        """Tell whether a call is one that may go wrong."""
        meant = method == self.method if self.method else method != "getUpdates"
        return meant and self.chat_id in {None, chat_id}


class Garbled(Exception):  # noqa: N818 - an answer, not a mistake of the server
    """A call that has no effect and is answered with nonsense, or with None: not at all."""

    def __init__(self, nonsense: Nonsense | None) -> None:
        super().__init__(nonsense)
        self.nonsense = nonsense


class Faults:
    """The rules in force, and how often each has struck."""

    def __init__(self, clock: Clock) -> None:
        self.rules: list[Fault] = []
        self.struck: Counter[Fault] = Counter()
        self.hasty: list[tuple[int, str]] = []  # calls to a chat before its flood was over
        self.hanging = 0
        self._seen: Counter[Fault] = Counter()
        self._flooded: dict[int, float] = {}
        self._clock = clock
        self._let_go = asyncio.Event()

    def add(self, *rules: Fault) -> None:
        """Put rules in force; each counts from now."""
        self.rules.extend(rules)

    def clear(self) -> None:
        """Let everything go well again."""
        self.rules.clear()
        self._seen.clear()
        self.struck.clear()
        self._flooded.clear()
        self.let_go()

    async def hang(self) -> None:
        """Wait as long as what hangs hangs."""
        try:
            await self._let_go.wait()
        finally:
            self.hanging -= 1

    def let_go(self) -> None:
        """Let all that hangs now come to its end."""
        self._let_go.set()
        self._let_go = asyncio.Event()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault of a call that takes effect first.

        Raises Refused or Garbled for the others.
        """
        left = 0.0 if chat_id is None else self._flooded.get(chat_id, 0.0) - self._clock.now()
        if chat_id is not None and left > 0 and method != "answerCallbackQuery":
            self.hasty.append((chat_id, method))
            raise flooded(math.ceil(left))
        due = [rule for rule in self.rules if rule.about(method, chat_id) and self._due(rule)]
        if not due:
            return None
        fault = due[0]
        self.struck[fault] += 1
        if fault.kind == "retry-after":
            if chat_id is not None:
                self._flooded[chat_id] = self._clock.now() + fault.seconds
            raise flooded(max(1, math.ceil(fault.seconds)))
        if fault.kind in _REFUSALS:
            code, says = _REFUSALS[fault.kind]
            raise Refused(code, fault.says or says)
        if fault.kind == "bad-request":
            raise bad(fault.says or refusals.NO_CHAT)
        if fault.kind == "hang":
            self.hanging += 1
            raise Garbled(None)
        if fault.kind == "nonsense":
            known = NONSENSE[(self.struck[fault] - 1) % len(NONSENSE)]
            raise Garbled(fault.nonsense or known)
        return fault

    def _due(self, rule: Fault) -> bool:
        self._seen[rule] += 1
        spent = rule.times is not None and self.struck[rule] >= rule.times
        counted = self._seen[rule] - rule.after
        return not spent and counted > 0 and counted % rule.every == 0
