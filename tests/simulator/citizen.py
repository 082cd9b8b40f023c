"""People: what they type and tap, and what they see."""

from dataclasses import dataclass, replace
from typing import Any

from tests.simulator import refusals
from tests.simulator.chats import Button, Chat, Message
from tests.simulator.content import CONTENT, Known
from tests.simulator.files import Files
from tests.simulator.formatting import commands
from tests.simulator.wire import Json
from tests.simulator.world import World, in_topic

_OUTER = {"caption", "media_group_id"}


@dataclass(frozen=True, slots=True)
class Screen:
    """The last message of the bot: its text, and the rows of its buttons."""

    text: str
    rows: list[list[Button]]
    message_id: int

    @property
    def labels(self) -> list[list[str]]:
        """The labels of the buttons."""
        return [[one.label for one in row] for row in self.rows]

    @property
    def data(self) -> list[str]:
        """What the buttons call back with, from the first to the last."""
        return [one.data for row in self.rows for one in row if one.data is not None]


class Citizen:
    """One person in one chat: alone with the bot, or a member of a group."""

    def __init__(self, world: World, files: Files, chat: Chat, user: Json) -> None:
        self.user = user
        self.chat_id = chat.chat_id
        self._world = world
        self._files = files
        self._chat = chat
        self._before = chat.answers

    async def say(self, text: str, **fields: Any) -> int:
        """Send a text, with further fields of the message; return the id of the message."""
        message = self._message(text=text, entities=commands(text), fields=fields)
        return self._put("message", message)

    async def edit(self, message_id: int, text: str) -> None:
        """Edit a message of one's own."""
        message = self._chat.messages[message_id]
        assert message.sender["id"] == self.user["id"], "people edit their own messages"
        now = int(self._world.clock.now())
        self._put(
            "edited_message", replace(message, text=text, entities=commands(text), edited=now)
        )

    async def send(self, kind: str, **fields: Any) -> int:
        """Send a photo, a sticker and so on; return the id of the last message.

        The fields replace those of the content; `caption` and `media_group_id` are the message's.
        An album takes `count`, 2 unless told.
        """
        outer: Json = {k: fields.pop(k) for k in _OUTER & fields.keys()}
        count = 1
        if kind == "album":
            kind, count = "photo", fields.pop("count", 2)
            outer = {"media_group_id": f"album-{self._chat.last_id}"} | outer
        for _ in range(count):
            made = CONTENT.get(kind, Known())
            last = self._put(
                "message", self._message(fields=made.of(kind, fields, self._files) | outer)
            )
        return last

    async def tap(self, button: str | int, message_id: int | None = None) -> str:
        """Tap a button by its label or its place, from 0; return the id of the callback query.

        Without a message it is the newest that has buttons. A label that is not among them is
        looked for behind the button that shows more.
        """
        message = self._tappable(message_id)
        buttons = [one for row in message.rows for one in row]
        more = next((one for one in buttons if (one.data or "").endswith(":more")), None)
        if more and more.data and isinstance(button, str) and button not in _labels(buttons):
            self._press(message, more.data, more.label)
            await self.answered()
            message = self._chat.messages[message.message_id]
            buttons = [one for row in message.rows for one in row]
        if isinstance(button, int):
            found = buttons[button : button + 1]
        else:
            found = [one for one in buttons if one.label == button]
        if not found or found[0].data is None:
            raise LookupError(f"no button {button!r} among {_labels(buttons)}")
        return self._press(message, found[0].data, found[0].label)

    async def press(self, data: str, message_id: int) -> str:
        """Call back from a message with any data: what it offered once, or what it never did."""
        return self._press(self._chat.messages[message_id], data, f"<{data}>")

    def into_topic(self, topic: int | None, *, opened: bool = True) -> None:
        """Speak in a topic from now on; None is General. A closed one takes nothing of the bot."""
        self._chat.topics[topic] = opened
        self._chat.topic = topic

    def removes_topic(self, topic: int) -> None:
        """Delete a topic, though a message from it may be on its way."""
        del self._chat.topics[topic]

    async def block(self) -> None:
        """Block the bot."""
        self._chat.closed = refusals.BLOCKED
        self._membership("member", "kicked")

    async def unblock(self) -> None:
        """Let the bot speak again."""
        self._chat.closed = None
        self._membership("kicked", "member")

    def screen(self) -> Screen:
        """Return the last message of the bot."""
        for message in self._chat.from_bot():
            return Screen(message.shown, message.rows, message.message_id)
        raise LookupError("the bot has said nothing yet")

    def transcript(self) -> list[tuple[str, str]]:
        """Return who said what, edits included, in order."""
        return list(self._chat.transcript)

    def toasts(self) -> list[str]:
        """Return what the bot has answered to taps, above the chat."""
        return list(self._chat.toasts)

    async def answered(self, count: int = 1, within: float = 10.0) -> Screen:
        """Wait until the bot has sent or edited so many messages since the last say or tap.

        Raises TimeoutError with the transcript.
        """
        try:
            await self._world.until(lambda: self._chat.answers - self._before >= count, within)
        except TimeoutError:
            got = self._chat.answers - self._before
            lines = "\n".join(f"{who}: {text}" for who, text in self._chat.transcript)
            raise TimeoutError(f"{got} of {count} answers within {within} s:\n{lines}") from None
        return self.screen()

    def _message(self, fields: Json, **content: Any) -> Message:
        topic = in_topic(self._chat.topic)
        return self._world.message(self._chat, self.user, fields=topic | fields, **content)

    def _put(self, kind: str, message: Message) -> int:
        self._before = self._chat.answers
        self._chat.put(message, "citizen")
        self._world.push(kind, message.payload(self._chat.payload))
        return message.message_id

    def _tappable(self, message_id: int | None) -> Message:
        if message_id is not None:
            return self._chat.messages[message_id]
        for message in self._chat.from_bot():
            if message.rows:
                return message
        raise LookupError("no message has buttons")

    def _press(self, message: Message, data: str, label: str) -> str:
        self._before = self._chat.answers
        self._chat.transcript.append(("citizen", label))
        query = self._world.asked(self.chat_id)
        self._world.push(
            "callback_query",
            {
                "id": query.query_id,
                "from": self.user,
                "message": message.payload(self._chat.payload),
                "chat_instance": str(7_000_000_000 + abs(self.chat_id)),
                "data": data,
            },
        )
        return query.query_id

    def _membership(self, before: str, after: str) -> None:
        _changed(self._world, self._chat, self.user, before, after)


def _labels(buttons: list[Button]) -> list[str]:
    return [one.label for one in buttons]


class Group:
    """A group chat with the bot in it."""

    def __init__(self, world: World, files: Files, chat: Chat) -> None:
        self.chat_id = chat.chat_id
        self._world = world
        self._files = files
        self._chat = chat

    def member(self, user_id: int, name: str = "Member", language: str | None = "en") -> Citizen:
        """Return a member, who speaks and taps in this group."""
        return Citizen(self._world, self._files, self._chat, person(user_id, name, language))

    async def say(self, text: str, by: Citizen) -> int:
        """Let a person say something here."""
        return await Citizen(self._world, self._files, self._chat, by.user).say(text)

    def transcript(self) -> list[tuple[str, str]]:
        """Return who said what, in order."""
        return list(self._chat.transcript)

    async def becomes_supergroup(self, chat_id: int, by: Citizen) -> "Group":
        """Let a person make a supergroup of it; both chats tell so. Return the new one."""
        title = {"title": self._chat.payload["title"]}
        chat = self._world.open(chat_id, {"type": "supergroup"} | title)
        for told, fields in (
            (self._chat, {"migrate_to_chat_id": chat_id}),
            (chat, {"migrate_from_chat_id": self.chat_id}),
        ):
            message = told.put(self._world.message(told, by.user, fields=fields), "citizen")
            self._world.push("message", message.payload(told.payload))
        self._chat.moved_to = chat_id
        return Group(self._world, self._files, chat)

    async def add_bot(self, by: Citizen) -> None:
        """Let a person add the bot: its membership changes, and the group is told who has come."""
        self._chat.closed = None
        _changed(self._world, self._chat, by.user, "left", "member")
        fields = {"new_chat_members": [self._world.bot]}
        message = self._chat.put(self._world.message(self._chat, by.user, fields=fields), "citizen")
        self._world.push("message", message.payload(self._chat.payload))

    async def remove_bot(self, by: Citizen) -> None:
        """Let a person remove the bot."""
        self._chat.closed = "Forbidden: bot was kicked from the supergroup chat"
        _changed(self._world, self._chat, by.user, "member", "kicked")


def person(user_id: int, name: str, language: str | None) -> Json:
    """Return a user as the server describes one."""
    user: Json = {"id": user_id, "is_bot": False, "first_name": name}
    return user | ({"language_code": language} if language else {})


def _changed(world: World, chat: Chat, user: Json, before: str, after: str) -> None:
    def status(name: str) -> Json:
        until = {"until_date": 0} if name == "kicked" else {}
        return {"user": world.bot, "status": name} | until

    world.push(
        "my_chat_member",
        {
            "chat": chat.payload,
            "from": user,
            "date": int(world.clock.now()),
            "old_chat_member": status(before),
            "new_chat_member": status(after),
        },
    )
