"""The sweep: by a clock that can be believed, and by no other; these tests bring their own."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest
import pytest_asyncio

from bot.store import Accepted, Chat, Clock, Turn
from bot.store.sqlite import SqliteStore
from bot.sweep import DAY, HOUR, Sweep, Terms
from tests.storing import commit, opened_store

pytestmark = pytest.mark.asyncio
NOW = 1_795_305_600.0  # 22 November 2026
JUMPS = {
    "400 days ahead": 400 * DAY,
    "10 years ahead": 3650 * DAY,
    "3 days ahead": 3 * DAY,
    "3 days behind": -3 * DAY,
    "400 days behind": -400 * DAY,
    "back to 1970": 300.0 - NOW,
}
OLD, YOUNG, DURING = 1, 2, 3


class Sweeping:
    """A store, a sweep, and the clock that both are told."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.at = NOW
        self.cleared = 0
        self.start()

    def start(self) -> None:
        """Start the program anew: nothing but the store is remembered."""
        self.sweep = Sweep(self.store, Terms(30, 90), now=lambda: self.at, after=self._clear)

    def _clear(self) -> None:
        self.cleared += 1

    async def touch(self, chat_id: int) -> None:
        await commit(self.store, [Turn(int(self.at) + chat_id, Chat(chat_id, {"a": 1}))], self.at)

    async def hours(self, count: int) -> None:
        """Let time go by, with a sweep every hour."""
        for _ in range(count):
            self.at += HOUR
            await self.sweep.sweep()

    async def kept(self) -> set[int]:
        return set(await self.store.chats([OLD, YOUNG, DURING]))


@pytest_asyncio.fixture
async def one(tmp_path: Path) -> AsyncIterator[Sweeping]:
    """A store that was swept an hour ago, with a chat of 29 days and one of a day."""
    async with opened_store(tmp_path / "yauchoi.db") as store:
        found = Sweeping(store)
        found.at = NOW - 29 * DAY
        await found.touch(OLD)
        found.at = NOW - DAY
        await found.touch(YOUNG)
        await store.set_clock(Clock(NOW - HOUR))
        found.at = NOW
        yield found


async def test_each_goes_at_its_time(one: Sweeping) -> None:
    await one.hours(23)
    assert await one.kept() == {OLD, YOUNG}
    await one.hours(2)
    assert await one.kept() == {YOUNG}
    await one.hours(29 * 24)
    assert await one.kept() == set()


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
@pytest.mark.parametrize("restarted", [False, True], ids=["running", "at a start"])
async def test_a_jump_deletes_nobody(one: Sweeping, jump: float, restarted: bool) -> None:
    one.at += jump
    if restarted:
        one.start()
        assert not await one.sweep.look()
    await one.hours(48)
    # Somebody writes while the clock stands wrong, and dates the store with it.
    await one.touch(DURING)
    await one.hours(20)
    assert await one.kept() == {OLD, YOUNG, DURING}
    one.at -= jump
    await one.hours(2)
    assert await one.kept() == {OLD, YOUNG, DURING}, "and the jump back does not, either"
    await one.hours(3 * 24)
    assert await one.kept() == {YOUNG, DURING}, "what is past its time goes at last"
    await one.hours(26 * 24)
    assert DURING in await one.kept()
    await one.hours(4 * 24)
    assert await one.kept() == set(), "what was told meanwhile is as old as the jump back"


@pytest.mark.parametrize("jump", [400 * DAY, -400 * DAY, 300.0 - NOW], ids=str)
async def test_a_jump_between_two_looks_harms_nobody(one: Sweeping, jump: float) -> None:
    await one.hours(1)
    one.at += jump
    await one.touch(DURING)
    one.at -= jump
    await one.hours(20)
    assert await one.kept() == {OLD, YOUNG, DURING}
    await one.hours(31 * 24)
    assert await one.kept() == set()


async def test_what_is_told_in_1970_is_not_deleted_when_the_clock_becomes_right(
    tmp_path: Path,
) -> None:
    async with opened_store(tmp_path / "yauchoi.db") as store:
        fresh = Sweeping(store)
        fresh.at = 60.0
        assert not await fresh.sweep.look()
        await fresh.touch(DURING)
        # However long it stands there: a clock of 1970 is never believed.
        await fresh.hours(10 * 24)
        fresh.at += NOW
        await fresh.hours(4 * 24)
        assert await fresh.kept() == {DURING}
        await fresh.hours(27 * 24)
        assert await fresh.kept() == set()


async def test_nothing_is_deleted_after_a_long_stop_until_three_days_have_gone_evenly(
    one: Sweeping,
) -> None:
    one.at += 60 * DAY
    for _ in range(5):
        # A start a day does not begin the three days anew.
        one.start()
        kept = await one.kept()
        await one.sweep.look()
        await one.hours(12)
        one.at += 12 * HOUR
        if kept == set():
            break
    assert one.at - NOW == 60 * DAY + 4 * DAY + DAY
    assert kept == set()


async def test_a_short_stop_is_no_jump(one: Sweeping) -> None:
    one.at += 46 * HOUR
    one.start()
    await one.hours(1)
    assert await one.kept() == {YOUNG}


async def test_a_store_without_a_memory_of_the_clock_is_dated_by_what_it_holds(
    tmp_path: Path,
) -> None:
    async with opened_store(tmp_path / "yauchoi.db") as store:
        found = Sweeping(store)
        await found.touch(OLD)
        found.at += 400 * DAY
        await found.hours(24)
        assert await found.kept() == {OLD}
    async with opened_store(tmp_path / "other.db") as store:
        found = Sweeping(store)
        await found.touch(OLD)
        await store.accept([Accepted(5, YOUNG, {})], NOW + 29.9 * DAY)
        found.at += 30 * DAY
        await found.hours(1)
        assert await found.kept() == set(), "an update that was accepted tells the time as well"


async def test_a_damaged_memory_of_the_clock_is_none(one: Sweeping) -> None:
    async def damage(database: aiosqlite.Connection) -> None:
        await database.execute("UPDATE meta SET value = 'soon' WHERE key <> 'proof'")

    await one.store._connection.write(damage)
    assert await one.store.clock() == Clock()
    await one.hours(24)
    assert await one.kept() == {OLD, YOUNG}, "what the store holds tells the time"


async def test_a_clock_believed_ahead_does_not_keep_anybody_for_ever(one: Sweeping) -> None:
    one.at += 20 * DAY
    await one.hours(10 * 24)
    await one.touch(DURING)
    one.at -= 20 * DAY
    await one.hours(4 * 24)
    assert DURING in await one.kept()
    await one.hours(31 * 24)
    assert await one.kept() == set()


async def test_what_was_rendered_is_not_remembered_for_longer_than_an_hour(one: Sweeping) -> None:
    await one.hours(3)
    assert one.cleared == 3


async def test_the_first_sweep_is_an_hour_after_the_start(
    one: Sweeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        assert await one.kept() == {OLD, YOUNG}
        if len(slept) == 2:
            raise InterruptedError

    one.at = NOW + DAY / 2
    monkeypatch.setattr("bot.sweep.asyncio.sleep", sleep)
    with pytest.raises(InterruptedError):
        await one.sweep.run()
    assert slept == [HOUR, HOUR]
