"""The gate: what comes together is committed together, and each who brought it is told."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from bot.store import Accepted
from bot.telegram.gate import DEEPEST, FullError, Gate

pytestmark = pytest.mark.asyncio
NOW = 1_795_305_600.0


class Kept:
    """A store of which only `accept` is needed: it can be held up, and refuse."""

    def __init__(self) -> None:
        self.commits: list[list[Accepted]] = []
        self.refuse: Callable[[Sequence[Accepted]], Exception | None] = lambda _: None
        self.open = asyncio.Event()
        self.open.set()

    async def accept(self, updates: Sequence[Accepted], now: float) -> int:
        assert now == NOW
        await self.open.wait()
        error = self.refuse(updates)
        if error is not None:
            raise error
        self.commits.append(list(updates))
        return len(updates)

    @property
    def ids(self) -> list[list[int]]:
        return [[one.update_id for one in commit] for commit in self.commits]

    @property
    def all(self) -> list[Accepted]:
        return [one for commit in self.commits for one in commit]


class Held:
    """A gate on such a store, and how often the worker was woken."""

    def __init__(self, most: int = 100) -> None:
        self.store = Kept()
        self.woken = 0
        given: Any = self.store
        self.gate = Gate(given, now=lambda: NOW, after=self.wake, most=most)

    def wake(self) -> None:
        self.woken += 1

    async def bring(self, *ids: int) -> list[asyncio.Task[None]]:
        """Let requests bring updates; return them once each waits."""
        tasks = [asyncio.create_task(self.gate.take_one({"update_id": one})) for one in ids]
        for _ in range(3):
            await asyncio.sleep(0)
        return tasks


def nested(depth: int) -> Any:
    found: Any = {}
    for i in range(depth):
        found = [found] if i % 2 else {"a": found}
    return found


async def test_those_that_come_while_a_commit_is_under_way_share_the_next() -> None:
    held = Held()
    held.store.open.clear()
    tasks = [*await held.bring(1), *await held.bring(2, 3, 4)]
    held.store.open.set()
    await asyncio.gather(*tasks)
    assert held.store.ids == [[1], [2, 3, 4]]
    assert held.woken == 2


async def test_what_comes_later_is_committed_as_well() -> None:
    held = Held()
    await asyncio.gather(*await held.bring(1))
    await asyncio.gather(*await held.bring(2))
    assert held.store.ids == [[1], [2]]


@pytest.mark.parametrize("gone", [0, 1, 2], ids=["the first", "the second", "the last"])
async def test_a_request_that_is_cancelled_leaves_nobody_waiting(gone: int) -> None:
    held = Held()
    held.store.open.clear()
    tasks = [*await held.bring(1), *await held.bring(2, 3)]
    tasks[gone].cancel()
    await asyncio.wait({tasks[gone]})
    held.store.open.set()
    told = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)
    assert [type(one) for i, one in enumerate(told) if i != gone] == [type(None)] * 2
    assert sorted(one.update_id for one in held.store.all) == [1, 2, 3], "it was brought"


async def test_an_error_reaches_each_who_waits_though_one_has_gone() -> None:
    held = Held()
    held.store.open.clear()
    tasks = [*await held.bring(1), *await held.bring(2, 3, 4)]
    tasks[1].cancel()
    await asyncio.wait({tasks[1]})
    held.store.refuse = lambda updates: OSError("full") if len(updates) > 1 else None
    held.store.open.set()
    told = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)
    assert [type(one) for one in told] == [type(None), asyncio.CancelledError, OSError, OSError]
    assert held.store.ids == [[1]]
    held.store.refuse = lambda _: None
    await asyncio.gather(*await held.bring(2, 3))
    assert held.store.ids == [[1], [2, 3]], "brought again, it is taken"


async def test_too_many_are_refused_until_there_is_room() -> None:
    held = Held(most=3)
    held.store.open.clear()
    tasks = [*await held.bring(1), *await held.bring(2, 3, 4)]
    with pytest.raises(FullError):
        await held.gate.take_one({"update_id": 5})
    held.store.open.set()
    await asyncio.gather(*tasks, *await held.bring(5))
    assert [one.update_id for one in held.store.all] == [1, 2, 3, 4, 5]


async def test_it_is_closed_once_nothing_waits() -> None:
    held = Held()
    await held.gate.close()
    held.store.open.clear()
    tasks = await held.bring(1, 2)
    for task in tasks:
        task.cancel()
    closing = asyncio.create_task(held.gate.close())
    held.store.open.set()
    await closing
    assert held.store.ids == [[1, 2]]


@pytest.mark.parametrize("fault", [RecursionError, ValueError, TypeError, OverflowError])
async def test_one_that_cannot_be_kept_is_set_aside_and_the_others_are_kept(
    fault: type[Exception],
) -> None:
    def refuse(updates: Sequence[Accepted]) -> Exception | None:
        return fault() if any(one.raw.get("poison") for one in updates) else None

    held = Held()
    held.store.refuse = refuse
    raws: list[dict[str, Any]] = [{"update_id": one} for one in (1, 2, 3)]
    raws[1] |= {"poison": 1, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}}}
    await held.gate.take(raws)
    await asyncio.gather(*(held.gate.take_one(raw) for raw in raws))
    for kept in (held.store.all[:3], held.store.all[3:]):
        assert [one.update_id for one in kept] == [1, 2, 3]
        assert kept[1].chat_id is None
        assert list(kept[1].raw) == ["unreadable"]
    assert held.gate.unreadable == 2


@pytest.mark.parametrize("depth", [DEEPEST - 1, 500, 900, 976, 979, 5_000])
async def test_what_is_nested_too_deep_is_kept_under_its_key_without_its_depth(
    depth: int,
) -> None:
    held = Held()
    for raw in ({"update_id": 7, "message": nested(depth)}, nested(depth), [nested(depth)]):
        await held.gate.take([raw])
        await held.gate.take_one(raw)
    assert [one.update_id for one in held.store.all[:2]] == [7, 7]
    for one in held.store.all:
        assert list(one.raw) == ["unreadable"]
        assert len(one.raw["unreadable"]) <= 4096
    assert held.gate.unreadable == 6


async def test_what_updates_hold_is_not_too_deep() -> None:
    held = Held()
    raw = {"update_id": 7, "message": nested(DEEPEST - 2)}
    await held.gate.take_one(raw)
    assert held.store.all == [Accepted(7, None, raw)]


async def test_each_without_a_key_is_kept_under_one_of_its_own() -> None:
    held = Held()
    await held.gate.take(["x", 7, None, [], "x" * 5_000, {"update_id": True}])
    await held.gate.take_one("x")
    keys = [one.update_id for one in held.store.all]
    assert len(set(keys)) == 7
    assert max(keys) < 0
    assert [len(one.raw["unreadable"]) for one in held.store.all] == [1, 1, 4, 2, 4096, 19, 1]
    assert held.gate.unreadable == 7
