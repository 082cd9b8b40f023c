"""What any store does: nothing twice, nothing by halves, nothing to two at once.

Another engine is another parameter of `opens`; what looks into one engine's files stands elsewhere.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.sealing import Seal, WrongKeyError, new_key
from bot.store import Accepted, Chat, Clock, Effect, Letter, Store, StoreError, Turn, database_at
from bot.store.protocol import OTHER_KEYS_BELOW
from tests.storing import commit, sends, waiting

pytestmark = pytest.mark.asyncio
DAY = 86400.0
CHAT, OTHER = 4_503_599_627_370_401, 4_503_599_627_370_399
# A conversation that is held elsewhere than on Telegram.
PAGE = OTHER_KEYS_BELOW - 4711
KEY = new_key()
HELLO = Effect("sendMessage", {"chat_id": CHAT, "text": "hello"})
ENGINES: dict[str, Callable[[Path], str]] = {
    "sqlite": lambda folder: f"sqlite:///{folder / 'yauchoi.db'}",
}
Opens = Callable[..., AbstractAsyncContextManager[Store]]


@pytest.fixture(params=ENGINES)
def opens(request: pytest.FixtureRequest, tmp_path: Path) -> Opens:
    """What opens one database as often as it is called, with the keys given."""
    database = database_at(ENGINES[request.param](tmp_path))

    @asynccontextmanager
    async def opened(*keys: str) -> AsyncIterator[Store]:
        seal = Seal(keys or (KEY,))
        database.migrate(lambda: seal)
        store = await database.open(seal, lambda _: None)
        try:
            yield store
        finally:
            await store.close()

    return opened


@pytest_asyncio.fixture
async def store(opens: Opens) -> AsyncIterator[Store]:
    async with opens() as found:
        yield found


def update(update_id: int, chat_id: int | None = CHAT, text: str = "hello") -> Accepted:
    return Accepted(update_id, chat_id, {"update_id": update_id, "text": text})


def numbered(number: int) -> Effect:
    return replace(HELLO, parameters={"n": number})


def ids(updates: Any) -> list[int]:
    return [one.update_id for one in updates]


def numbers(letters: Any) -> list[int]:
    return [letter.effect.parameters["n"] for letter in letters]


class TestAccepting:
    async def test_twice_is_a_no_op(self, store: Store) -> None:
        assert await store.accept([update(1), update(2)], 0) == 2
        assert await store.accept([update(2, text="changed"), update(3), update(3)], 0) == 1
        assert [one.raw["text"] for one in await waiting(store)] == ["hello"] * 3

    async def test_once_more_after_the_turn_is_a_no_op(self, store: Store) -> None:
        await store.accept([update(1)], 0)
        await commit(store, [Turn(1)])
        assert await store.accept([update(1)], 0) == 0
        assert await waiting(store) == []

    async def test_they_wait_in_the_order_of_their_numbers(self, store: Store) -> None:
        # What came first has the highest number, and the other way round.
        for arrival, number in enumerate((5, 2, 9, 1)):
            await store.accept([update(number)], arrival)
        assert ids(await waiting(store, 3)) == [1, 2, 5]

    async def test_they_survive_a_new_start(self, opens: Opens) -> None:
        for expected in (1, 0):
            async with opens() as store:
                assert await store.accept([update(1)], 0) == expected
                assert await waiting(store) == [update(1)]

    async def test_half_a_character_is_kept(self, store: Store) -> None:
        await store.accept([update(1, text="\ud83d")], 0)
        assert await waiting(store) == [update(1, text="\ud83d")]


class TestABatch:
    async def test_it_holds_updates_with_their_chats(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT, {"a": 1}, rev=3))])
        await store.accept([update(2), update(3, OTHER), update(4, None)], 0)
        async with store.batch(9) as batch:
            assert ids(batch.updates) == [2, 3, 4]
            assert batch.chats == {CHAT: Chat(CHAT, {"a": 1}, rev=3)}

    async def test_chats_that_somebody_has_are_handed_to_nobody_else(self, store: Store) -> None:
        await store.accept([update(1), update(2, OTHER), update(3), update(4, None)], 0)
        async with store.batch(1) as first:
            assert ids(first.updates) == [1]
            async with store.batch(9) as second:
                assert ids(second.updates) == [2, 4], "the third comes after the first"
                await store.accept([update(5, OTHER), update(6, None), update(7, 8)], 0)
                async with store.batch(9) as third:
                    assert ids(third.updates) == [7]
                await second.commit([Turn(2), Turn(4)], 0)
            assert ids(await waiting(store)) == [5, 6, 7]
        assert ids(await waiting(store)) == [1, 3, 5, 6, 7]

    async def test_the_places_of_a_batch_are_for_chats_that_are_free(self, store: Store) -> None:
        await store.accept([update(n) for n in range(1, 9)] + [update(9, OTHER)], 0)
        async with store.batch(1):
            assert ids(await waiting(store, 1)) == [9]

    async def test_two_at_the_same_time_have_nothing_in_common(self, store: Store) -> None:
        await store.accept([update(n, n) for n in range(1, 5)], 0)

        async def takes() -> list[int]:
            async with store.batch(2) as batch:
                found = ids(batch.updates)
                await batch.commit([Turn(one) for one in found], 0)
                return found

        assert sorted(await asyncio.gather(takes(), takes())) == [[1, 2], [3, 4]]

    async def test_what_is_not_committed_waits_again(self, store: Store) -> None:
        await store.accept([update(1), update(2)], 0)
        with pytest.raises(ZeroDivisionError):
            async with store.batch(9):
                raise ZeroDivisionError
        async with store.batch(9) as batch:
            await batch.commit([Turn(1)], 0)
        assert ids(await waiting(store)) == [2]

    async def test_whoever_is_cancelled_gives_it_back(self, store: Store) -> None:
        taken = asyncio.Event()

        async def takes() -> None:
            async with store.batch(9):
                taken.set()
                await asyncio.Event().wait()

        await store.accept([update(1)], 0)
        task = asyncio.create_task(takes())
        await taken.wait()
        assert await waiting(store) == []
        task.cancel()
        await asyncio.wait({task})
        assert ids(await waiting(store)) == [1]

    async def test_a_chat_that_is_named_is_waited_for(self, store: Store) -> None:
        seen: list[Chat] = []

        async def asks(chat_id: int) -> None:
            async with store.batch(0, [chat_id]) as batch:
                assert batch.updates == []
                seen.append(batch.chats[chat_id])

        await commit(store, [Turn(1, Chat(CHAT)), Turn(2, Chat(OTHER))])
        await store.accept([update(3)], 0)
        async with store.batch(9) as batch:
            asking = asyncio.create_task(asks(CHAT))
            await asks(OTHER)
            await batch.commit([Turn(3, Chat(CHAT, {"a": 3}, rev=3))], 0)
            assert seen == [Chat(OTHER)]
        await asking
        assert seen[1:] == [Chat(CHAT, {"a": 3}, rev=3)]


class TestCommitting:
    async def test_a_turn_is_whole(self, store: Store) -> None:
        await store.accept([update(1)], 0)
        await commit(store, [Turn(1, Chat(CHAT, {"a": 1}, rev=1), (numbered(0), numbered(1)))])
        assert await waiting(store) == []
        assert await store.chats([CHAT, OTHER]) == {CHAT: Chat(CHAT, {"a": 1}, rev=1)}
        assert numbers(await sends(store, 0)) == [0, 1]

    async def test_what_cannot_be_sealed_leaves_nothing(self, store: Store) -> None:
        bad = Effect("sendMessage", {"text": object()})
        await store.accept([update(1)], 0)
        with pytest.raises(TypeError):
            await commit(store, [Turn(1, Chat(CHAT), (HELLO, bad))])
        assert await store.chats([CHAT]) == {}
        assert await store.next_due() is None
        assert ids(await waiting(store)) == [1]

    async def test_the_same_turn_queues_its_calls_once(self, store: Store) -> None:
        for _ in range(2):
            await commit(store, [Turn(1, Chat(CHAT), (numbered(0), numbered(1)))])
        assert numbers(await sends(store, 0)) == [0, 1]

    async def test_a_turn_says_whether_the_bot_is_blocked(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (HELLO,))])
        [letter] = await store.claim_letters(0, 9)
        await store.blocked(letter)
        assert (await store.chats([CHAT]))[CHAT].blocked
        await commit(store, [Turn(2, Chat(CHAT, blocked=False))])
        assert not (await store.chats([CHAT]))[CHAT].blocked

    async def test_another_chat_is_left_alone_by_a_deletion(self, store: Store) -> None:
        await store.accept([update(1), update(2, OTHER)], 0)
        await commit(store, [Turn(3, Chat(CHAT), (HELLO,)), Turn(4, Chat(OTHER), (HELLO,))])
        await commit(store, [Turn(1, to=CHAT, forget=True)])
        assert set(await store.chats([CHAT, OTHER])) == {OTHER}
        assert [letter.chat_id for letter in await sends(store, 0)] == [OTHER]
        assert await waiting(store) == [update(2, OTHER)]

    async def test_a_chat_that_moved_takes_all_along(self, store: Store) -> None:
        await store.accept([update(2)], 0)
        await commit(store, [Turn(1, Chat(CHAT, {"a": 1}), (HELLO,))])
        await commit(store, [Turn(3, to=CHAT, moved_to=OTHER)])
        assert await store.chats([CHAT, OTHER]) == {OTHER: Chat(OTHER, {"a": 1})}
        assert [one.chat_id for one in await waiting(store)] == [OTHER]
        assert [one.chat_id for one in await sends(store, 0)] == [OTHER]

    async def test_a_chat_that_moved_takes_the_place_of_what_its_new_id_had(
        self, store: Store
    ) -> None:
        await commit(store, [Turn(1, Chat(CHAT, {"a": 1})), Turn(2, Chat(OTHER, {"b": 2}))])
        await store.moved(CHAT, OTHER)
        assert await store.chats([CHAT, OTHER]) == {OTHER: Chat(OTHER, {"a": 1})}


class TestAConversationElsewhere:
    """Its key is below all of Telegram's, and its turns come of no update."""

    async def test_its_turns_are_kept_and_its_letters_go_in_order(self, store: Store) -> None:
        for rev in range(3):
            async with store.batch(0, [PAGE]) as batch:
                assert batch.chats.get(PAGE, Chat(PAGE)).rev == rev
                calls = (numbered(2 * rev), numbered(2 * rev + 1))
                await batch.commit([Turn(None, Chat(PAGE, {"a": rev}, rev + 1), calls)], 0)
        assert (await store.chats([PAGE]))[PAGE] == Chat(PAGE, {"a": 2}, rev=3)
        assert numbers(await sends(store, 0)) == [0, 1, 2, 3, 4, 5]

    async def test_many_in_one_batch_do_not_touch_what_waits(self, store: Store) -> None:
        await store.accept([update(1), update(2, None)], 0)
        pages = [PAGE - n for n in range(5)]
        turns = [Turn(None, Chat(one), (numbered(n),)) for n, one in enumerate(pages)]
        async with store.batch(9, pages) as batch:
            assert ids(batch.updates) == [1, 2]
            await batch.commit([*turns, Turn(1, Chat(CHAT), (numbered(9),))], 0)
        assert ids(await waiting(store)) == [2]
        assert sorted(numbers(await sends(store, 0))) == [0, 1, 2, 3, 4, 9]

    async def test_it_is_forgotten_as_any_other(self, store: Store) -> None:
        for page in (PAGE, PAGE - 1):
            await commit(store, [Turn(None, Chat(page), (HELLO,))], 0)
        await commit(store, [Turn(None, to=PAGE, forget=True)])
        assert set(await store.chats([PAGE, PAGE - 1])) == {PAGE - 1}
        assert await store.forget_before(1, 1) == 1
        assert await sends(store, 0) == []


class TestLetters:
    async def test_the_screen_is_the_senders_and_outlives_a_turn(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (replace(HELLO, screen=True),))])
        [letter] = await store.claim_letters(0, 9)
        await store.sent([(letter, 42)])
        await commit(store, [Turn(2, Chat(CHAT, rev=2))])
        assert (await store.chats([CHAT]))[CHAT].screen == 42

    async def test_only_a_screen_becomes_the_screen(self, store: Store) -> None:
        shown, photo = replace(HELLO, screen=True), replace(HELLO, method="sendPhoto")
        await commit(store, [Turn(1, Chat(CHAT), (shown, photo))])
        for message_id in (42, 43):
            [letter] = await store.claim_letters(0, 9)
            await store.sent([(letter, message_id)])
        assert (await store.chats([CHAT]))[CHAT].screen == 42

    async def test_they_go_one_a_chat_in_order(self, store: Store) -> None:
        calls = tuple(numbered(n) for n in range(3))
        await commit(store, [Turn(1, Chat(CHAT), calls), Turn(2, Chat(OTHER), (numbered(9),))])
        first, other = await store.claim_letters(0, 9)
        assert numbers([first, other]) == [0, 9]
        assert await store.claim_letters(0, 9) == [], "of each chat one is claimed"
        await store.sent([(first, None)])
        [second] = await store.claim_letters(0, 9)
        await store.sent([(second, None), (other, None)])
        assert numbers([second, *await store.claim_letters(0, 9)]) == [1, 2]

    async def test_claimed_chats_do_not_take_the_places_of_others(self, store: Store) -> None:
        await commit(store, [Turn(n, Chat(n), (numbered(n),)) for n in range(1, 5)])
        claimed = await store.claim_letters(0, 2)
        assert numbers(claimed) == [1, 2]
        assert await store.next_due() == 0
        assert numbers(await store.claim_letters(0, 2)) == [3, 4]
        assert await store.next_due() is None

    async def test_no_more_are_claimed_than_are_asked_for(self, store: Store) -> None:
        await commit(store, [Turn(n, Chat(n), (numbered(n),)) for n in range(1, 6)])
        assert numbers(await store.claim_letters(0, 2)) == [1, 2]
        await commit(store, [Turn(5 + n, to=n, forget=True) for n in (1, 2)])
        assert numbers(await store.claim_letters(0, 1)) == [3]
        assert numbers(await store.claim_letters(0, 0)) == []

    async def test_two_at_the_same_time_have_nothing_in_common(self, store: Store) -> None:
        await commit(store, [Turn(n, Chat(n), (numbered(n),)) for n in range(1, 5)])
        claims = await asyncio.gather(*(store.claim_letters(0, 2) for _ in range(3)))
        assert sorted(map(numbers, claims)) == [[], [1, 2], [3, 4]]

    async def test_each_try_is_counted(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (HELLO,))])
        for tries in range(3):
            [letter] = await store.claim_letters(9, 9)
            assert (letter.tries, letter.was_sending) == (tries, False)
            await store.hold(letter, 1, whole_chat=False)

    async def test_one_that_is_given_back_may_have_arrived(self, opens: Opens) -> None:
        async with opens() as store:
            await commit(store, [Turn(1, Chat(CHAT), (HELLO, HELLO))])
            first = await store.claim_letters(0, 9)
            assert not first[0].was_sending
            await store.give_back(first)
            [again] = await store.claim_letters(0, 9)
            assert (again.id, again.tries, again.was_sending) == (first[0].id, 1, True)
        async with opens() as store:
            [again] = await store.claim_letters(0, 9)
            assert (again.id, again.tries, again.was_sending) == (first[0].id, 2, True)

    async def test_it_knows_when_it_was_written(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (HELLO,))], 77)
        [letter] = await store.claim_letters(99, 9)
        assert letter.written_at == 77

    async def test_it_waits_until_its_time_and_its_chats(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (HELLO, HELLO)), Turn(2, Chat(OTHER), (HELLO,))])
        first, other = await store.claim_letters(0, 9)
        await store.hold(first, 50, whole_chat=True)
        await store.hold(other, 40, whole_chat=False)
        assert await store.claim_letters(39, 9) == []
        assert await store.next_due() == 40
        assert [one.chat_id for one in await store.claim_letters(45, 9)] == [OTHER]
        assert await store.next_due() == 50
        await store.sent([(first, None)])
        assert await store.next_due() == 50, "all of the chat waits"

    async def test_a_hold_ends_where_the_clock_is_put_back(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (HELLO, HELLO))])
        [first] = await store.claim_letters(2 * DAY, 9)
        await store.hold(first, 2 * DAY + 1, whole_chat=True, since=2 * DAY)
        assert await store.claim_letters(2 * DAY, 9) == []
        assert await store.claim_letters(5, 9) == [replace(first, tries=1)]
        await store.sent([(first, None)])
        assert len(await store.claim_letters(5, 9)) == 1, "and not for one letter alone"

    async def test_one_that_is_claimed_is_not_claimed_again_under_a_new_id(
        self, store: Store
    ) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (numbered(1), numbered(2)))])
        [first] = await store.claim_letters(0, 9)
        await store.moved(CHAT, OTHER)
        assert await store.claim_letters(0, 9) == []
        assert await store.next_due() is None
        await store.sent([(first, None)])
        assert numbers(await sends(store, 0)) == [2]

    async def test_a_last_word_waits_for_one_that_is_claimed(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (numbered(1), numbered(2)))])
        [first] = await store.claim_letters(0, 9)
        last = replace(numbered(3), last=True)
        await commit(store, [Turn(2, None, (last,), to=CHAT, forget=True)])
        assert await store.claim_letters(0, 9) == []
        await store.sent([(first, None)])
        assert numbers(await sends(store, 0)) == [3]

    async def test_whoever_is_cancelled_claims_nothing(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT), (numbered(1),))])
        for steps in range(40):
            task = asyncio.create_task(store.claim_letters(0, 9))
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait({task})
            claimed: list[Letter] = [] if task.cancelled() else list(task.result())
            await store.give_back(claimed)
        assert numbers(await store.claim_letters(0, 9)) == [1]


class TestTelling:
    """What a person may ask for, and what a clock that jumped is mended by."""

    async def test_all_rows_of_a_chat_are_told_without_what_is_sealed(self, store: Store) -> None:
        await store.accept([update(1), update(2), update(3, OTHER)], 5)
        await commit(store, [Turn(1, Chat(CHAT, {"age": "wombat"}, rev=4), (HELLO,))], 7)
        found = await store.kept(CHAT)
        assert {table: len(rows) for table, rows in found.items() if rows} == {
            "chat": 1,
            "inbox": 1,
            "outbox": 1,
        }
        assert found["chat"][0]["rev"] == 4
        assert found["inbox"][0]["update_id"] == 2
        assert {row["chat_id"] for rows in found.values() for row in rows} == {CHAT}
        assert "wombat" not in str(found)
        assert "hello" not in str(found)
        assert not any((await store.kept(PAGE)).values())

    async def test_the_newest_time_is_that_of_any_row(self, store: Store) -> None:
        assert await store.newest() is None
        await store.accept([update(1)], 5)
        assert await store.newest() == 5
        await commit(store, [Turn(1, Chat(CHAT), (HELLO,))], 7)
        assert await store.newest() == 7

    async def test_what_a_wrong_clock_dated_counts_as_of_now(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT))], 1000)
        await commit(store, [Turn(2, Chat(OTHER))], 50)
        assert await store.redate(900, 1100, 60) == 1
        assert await store.newest() == 60
        assert await store.forget_before(55, 55) == 1
        assert list(await store.chats([CHAT, OTHER])) == [CHAT]


class TestRetention:
    @pytest.mark.parametrize(
        ("finished", "days", "gone"),
        [(False, 29, 0), (False, 31, 1), (True, 31, 0), (True, 89, 0), (True, 91, 1)],
    )
    async def test_each_chat_goes_at_its_own_age(
        self, store: Store, finished: bool, days: int, gone: int
    ) -> None:
        await commit(store, [Turn(1, Chat(CHAT, finished=finished), (HELLO,))])
        now = days * DAY
        assert await store.forget_before(now - 30 * DAY, now - 90 * DAY) == gone
        assert len(await store.chats([CHAT])) == 1 - gone
        assert len(await sends(store, now)) == 1 - gone

    async def test_a_turn_makes_a_chat_young_again(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT))], 0)
        await commit(store, [Turn(2, Chat(CHAT, rev=2))], 20 * DAY)
        assert await store.forget_before(10 * DAY, 0) == 0

    async def test_keys_are_kept_while_telegram_may_repeat(self, store: Store) -> None:
        await store.accept([update(1), update(2)], 0)
        await commit(store, [Turn(1)])
        await store.prune(2 * DAY - 1)
        assert await store.accept([update(1)], 0) == 0
        await store.prune(2 * DAY + 1)
        assert await store.accept([update(1), update(2)], 0) == 1, "what waits is never pruned"

    async def test_what_waits_of_a_chat_that_is_forgotten_still_waits(self, store: Store) -> None:
        await commit(store, [Turn(1, Chat(CHAT))])
        await store.accept([update(2)], 31 * DAY)
        await store.forget_before(DAY, 0)
        assert await waiting(store) == [update(2)]

    async def test_the_clock_is_remembered(self, opens: Opens) -> None:
        async with opens() as store:
            assert await store.clock() == Clock()
            await store.set_clock(Clock(5.0, 3.0))
        async with opens() as store:
            assert await store.clock() == Clock(5.0, 3.0)


class TestKeys:
    async def test_rotation(self, opens: Opens) -> None:
        old, new = new_key(), new_key()
        async with opens(old) as store:
            await store.accept([update(1), update(2)], 0)
            await commit(store, [Turn(1, Chat(CHAT, {"a": 1}), (HELLO,))])
            assert await store.rotate() == 0
        async with opens(new, old) as store:
            assert (await store.chats([CHAT]))[CHAT].state == {"a": 1}
            assert await store.rotate() == 4, "an update, a chat, a letter and the proof"
            assert await store.rotate() == 0
        async with opens(new) as store:
            assert await waiting(store) == [update(2)]
            assert (await store.chats([CHAT]))[CHAT].state == {"a": 1}
            assert [letter.effect for letter in await store.claim_letters(0, 9)] == [HELLO]
        with pytest.raises(StoreError, match="DATA_KEY"):
            async with opens(old):
                pass

    async def test_all_is_sealed_anew_once(self, opens: Opens) -> None:
        old, new = new_key(), new_key()
        async with opens(old) as store:
            await store.accept([update(1)], 0)
        for keys, renewed in (((new, old), 2), ((new, old), 0), ((new,), 0)):
            async with opens(*keys) as store:
                assert await store.rotate() == renewed
                assert await waiting(store) == [update(1)]

    async def test_a_name_in_the_log_is_the_keys_alone(self, opens: Opens) -> None:
        names = set()
        for _ in range(2):
            async with opens() as store:
                names.add((store.alias(CHAT), store.alias(PAGE)))
        [(one, other)] = names
        assert one != other

    async def test_what_was_tampered_with_does_not_open(self) -> None:
        seal = Seal((KEY,))
        sealed = seal.seal({"a": 1})
        for place in (0, 5, 20, -1):
            bent = bytearray(sealed)
            bent[place] ^= 1
            with pytest.raises(WrongKeyError):
                seal.open(bytes(bent))
        assert seal.seal({"a": 1}) != sealed, "a nonce is used once"


async def test_to_close_twice_is_to_close(opens: Opens) -> None:
    async with opens() as store:
        await store.check()
        assert store.healthy
        await store.close()
