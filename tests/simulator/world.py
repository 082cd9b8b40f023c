"""The simulated world: the bot, its chats, what waits for it, and the clock."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.simulator import refusals
from tests.simulator.chats import Chat, Message, Query
from tests.simulator.clock import Clock
from tests.simulator.refusals import Refused, bad
from tests.simulator.updates import Updates, chat_of
from tests.simulator.wire import Json

_CALLBACK_LIFE = 15.0


def in_topic(topic: int | None) -> Json:
    """Return the fields of a message in a topic; General is none."""
    return {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}


class World:
    """Everything that the server remembers."""

    def __init__(self, bot_id: int) -> None:
        self.bot: Json = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "Simulated",
            "username": "simulated_bot",
        }
        self.clock = Clock()
        self.updates = Updates()
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.misuse: list[str] = []
        self.changed = asyncio.Condition()
        self._taps = 4_000_000_000

    def open(self, chat_id: int, payload: Json) -> Chat:
        """Return a chat, made if it is new."""
        return self.chats.setdefault(chat_id, Chat(chat_id, {"id": chat_id} | payload))

    def reach(self, parameters: Json) -> Chat:
        """Return the chat that the bot speaks to; raises Refused where it may not."""
        if "chat_id" not in parameters:
            raise bad("chat_id is empty")
        chat = self.chats.get(parameters["chat_id"])
        if chat is None:
            raise bad(refusals.NO_CHAT)
        if chat.moved_to is not None:
            raise refusals.moved(chat.moved_to)
        if chat.closed is not None:
            raise Refused(403, chat.closed)
        return chat

    def message(self, chat: Chat, sender: Json, **fields: Any) -> Message:
        """Return a new message with the next number of the chat."""
        return Message(chat.number(), int(self.clock.now()), sender, **fields)

    def topic(self, chat: Chat, parameters: Json) -> Json:
        """Return the fields of the topic that a call speaks to; raises Refused where it may not."""
        asked = parameters.get("message_thread_id")
        if asked is not None and asked not in chat.topics:
            raise bad(refusals.NO_TOPIC)
        if not chat.topics.get(asked, True):
            raise bad(refusals.TOPIC_CLOSED)
        return in_topic(asked)

    def asked(self, chat_id: int | None, query_id: str | None = None) -> Query:
        """Return a new callback query."""
        self._taps += 1
        query = Query(query_id or str(self._taps), chat_id, self.clock.now())
        self.queries[query.query_id] = query
        return query

    def answer(self, parameters: Json) -> bool:
        """Answer a callback query: once, and in time."""
        query = self.queries.get(str(parameters.get("callback_query_id")))
        late = query is None or self.clock.now() - query.asked > _CALLBACK_LIFE
        if query is None or late or query.answered:
            raise bad(refusals.OLD_QUERY)
        text = str(parameters.get("text", ""))
        if len(text) > 200:
            raise bad(refusals.EDIT_TOO_LONG)
        query.answered = True
        chat = None if query.chat_id is None else self.chats.get(query.chat_id)
        if chat is not None and text:
            chat.toasts.append(text)
        return True

    def push(self, kind: str, body: Json) -> int | None:
        """Queue an update if the bot wants its kind; return its number."""
        return self.updates.add({kind: body}) if self.updates.wants(kind) else None

    def inject(self, payload: Json) -> int:
        """Queue an update as it is; the chat, message and tap in it exist from now on."""
        chat_id = chat_of(payload)
        if chat_id is not None and chat_id not in self.chats:
            self.open(chat_id, {"type": "private" if chat_id > 0 else "supergroup"})
        query = payload.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            self.asked(chat_id, query["id"])
        return self.updates.add(payload)

    async def happened(self) -> None:
        """Wake whoever waits for something to be so."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, so: Callable[[], bool], within: float) -> None:
        """Wait until it is so; raises TimeoutError."""
        async with asyncio.timeout(within), self.changed:
            await self.changed.wait_for(so)
