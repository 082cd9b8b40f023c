"""Updates on their way in: each is read once, and whose it is is known before it is read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.data import About
from bot.telegram import turns, updates
from bot.telegram.gate import Gate
from bot.telegram.updates import Incoming, accept, read
from bot.telegram.work import Worker
from bot.words.catalogue import words
from tests.shelf import LIBRARY
from tests.storing import opened_store
from tests.test_turns import GROUP, PRIVATE, SENT, SILENT

ABOUT = About("The testers", "testers@example.org", 30, 90, "yauchoi_bot")


def tapped(data: str) -> dict[str, Any]:
    query = {"id": "q", "from": {"id": 7, "language_code": "en"}, "data": data}
    return {"callback_query": query | {"message": {"message_id": 3, "chat": PRIVATE}}}


@pytest.mark.asyncio
async def test_each_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[int] = []

    def counted(real: Callable[[dict[str, Any]], Incoming]) -> Callable[..., Incoming]:
        def reads(raw: dict[str, Any]) -> Incoming:
            readings.append(raw["update_id"])
            return real(raw)

        return reads

    for module in (updates, turns):
        monkeypatch.setattr(module, "read", counted(read))
    said = {"message": {"message_id": 1, "chat": PRIVATE, "text": "/start"}}
    raws = [said, tapped("y:1:agree"), *SILENT.values()]
    raws = [{"update_id": number} | raw for number, raw in enumerate(raws)]
    async with opened_store(tmp_path / "yauchoi.db") as store:
        gate = Gate(store, now=lambda: 0.0, after=lambda: None)
        worker = Worker(
            store,
            turns.Turns(LIBRARY, words(), ABOUT),
            now=lambda: 0.0,
            today=lambda: date(2026, 11, 22),
            after=lambda: None,
        )
        await gate.take(raws)
        assert readings == []
        while await worker.take():
            pass
    assert readings == list(range(len(raws)))


CONCERNING = {
    **{name: {"message": {"message_id": 1, "chat": PRIVATE} | SENT[name][0]} for name in SENT},
    "a tap": tapped("y:1:agree"),
    "an edit": {"edited_message": {"message_id": 1, "chat": PRIVATE, "text": "36"}},
    "a command in a group": {"message": {"message_id": 1, "chat": GROUP, "text": "/start"}},
    "a group that becomes another": {
        "message": {"message_id": 1, "chat": GROUP, "migrate_to_chat_id": -7}
    },
    "a group that was another": {
        "message": {"message_id": 1, "chat": GROUP, "migrate_from_chat_id": -7}
    },
    "being added": {"my_chat_member": {"chat": GROUP, "new_chat_member": {"status": "member"}}},
}


@pytest.mark.parametrize("name", CONCERNING)
def test_whose_it_is_is_known_before(name: str) -> None:
    raw = CONCERNING[name] | {"update_id": 1}
    update = accept(raw)
    assert update is not None
    assert update.chat_id == read(raw).chat_id is not None


@pytest.mark.parametrize(
    "name", ["group chatter", "a photo in a group", "a tap in a group", "a kind of the future"]
)
def test_what_is_said_among_others_is_nobodys(name: str) -> None:
    update = accept(SILENT[name] | {"update_id": 1})
    assert update is not None
    assert update.chat_id is None


IDS = (1, 7, -100, None, "7", True, 1 << 70)
CHATS = st.fixed_dictionaries(
    {"id": st.sampled_from(IDS)},
    optional={"type": st.sampled_from(("private", "group", "supergroup", "channel", 5))},
)
MEMBERS = st.lists(
    st.fixed_dictionaries({}, optional={"is_bot": st.booleans(), "username": st.just("A_bot")}),
    max_size=2,
)
MESSAGES = st.fixed_dictionaries(
    {},
    optional={
        "chat": CHATS,
        "message_id": st.sampled_from(IDS),
        "text": st.sampled_from(("35", "/start", "", 5)),
        "caption": st.just("35"),
        "location": st.just({}),
        "new_chat_members": MEMBERS | st.just("nobody"),
        "group_chat_created": st.just(True),
        "migrate_to_chat_id": st.sampled_from(IDS),
        "migrate_from_chat_id": st.sampled_from(IDS),
        "from": st.just({"id": 7}),
    },
)
STATUSES = st.fixed_dictionaries(
    {}, optional={"status": st.sampled_from(("left", "kicked", "member", "administrator", "", 5))}
)
CHANGES = st.fixed_dictionaries(
    {}, optional={"chat": CHATS, "old_chat_member": STATUSES, "new_chat_member": STATUSES}
)
QUERIES = st.fixed_dictionaries({}, optional={"id": st.just("q"), "message": MESSAGES})


@given(
    st.fixed_dictionaries(
        {"update_id": st.integers(0, 9)},
        optional={
            "message": MESSAGES | st.just(5),
            "edited_message": MESSAGES,
            "callback_query": QUERIES,
            "my_chat_member": CHANGES,
        },
    )
)
def test_the_chat_known_before_is_the_one_that_is_read(raw: dict[str, Any]) -> None:
    update = accept(raw)
    assert update is not None
    assert update.chat_id == read(raw).chat_id
