"""Chats, their messages and the buttons under them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.simulator.wire import Json

# Fields that say nothing of the kind of a message.
_BESIDE = {"caption", "caption_entities", "message_thread_id", "is_topic_message"}


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` is None where it does something else than call back."""

    label: str
    data: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands now."""

    message_id: int
    date: int
    sender: Json
    text: str | None = None
    entities: tuple[Json, ...] = ()
    keyboard: Json | None = None
    fields: Json = field(default_factory=dict)
    edited: int | None = None

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard."""
        rows = self.keyboard["inline_keyboard"] if self.keyboard else []
        return [[Button(one["text"], one.get("callback_data")) for one in row] for row in rows]

    @property
    def shown(self) -> str:
        """What a person sees of it, in one string."""
        kind = next((k for k in self.fields if k not in _BESIDE), "")
        said = self.text if self.text is not None else str(self.fields.get("caption", ""))
        return said if self.text is not None else f"[{kind}] {said}".rstrip()

    def payload(self, chat: Json) -> Json:
        """Return it as the server sends it."""
        found: Json = {"message_id": self.message_id, "from": self.sender}
        found |= {"chat": chat, "date": self.date} | self.fields
        if self.text is not None:
            found["text"] = self.text
        if self.entities:
            found["entities"] = list(self.entities)
        if self.keyboard:
            found["reply_markup"] = self.keyboard
        if self.edited is not None:
            found["edit_date"] = self.edited
        return found


@dataclass(slots=True)
class Chat:
    """A chat: what was said, and whether the bot may speak."""

    chat_id: int
    payload: Json
    messages: dict[int, Message] = field(default_factory=dict)
    transcript: list[tuple[str, str]] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    closed: str | None = None  # why the bot may not speak here
    moved_to: int | None = None  # the supergroup that it has become
    answers: int = 0  # how often the bot has sent or edited
    last_id: int = 0
    topics: dict[int | None, bool] = field(default_factory=dict)  # whether each is open
    topic: int | None = None  # where people speak; None is General

    def number(self) -> int:
        """Return the id of the next message."""
        self.last_id += 1
        return self.last_id

    def put(self, message: Message, speaker: str) -> Message:
        """Keep a new message, or a new state of one."""
        self.messages[message.message_id] = message
        self.last_id = max(self.last_id, message.message_id)
        self.transcript.append((speaker, message.shown))
        self.answers += speaker == "bot"
        return message

    def rekey(self, message: Message, keyboard: Json | None) -> Message:
        """Give a message another keyboard; only one with buttons counts as an answer."""
        self.messages[message.message_id] = message = replace(message, keyboard=keyboard)
        self.answers += keyboard is not None
        return message

    def from_bot(self) -> Iterator[Message]:
        """Yield the messages of the bot, the newest first."""
        for _, message in sorted(self.messages.items(), reverse=True):
            if message.sender.get("is_bot"):
                yield message


@dataclass(slots=True)
class Query:
    """A tap that waits for its answer."""

    query_id: str
    chat_id: int | None
    asked: float
    answered: bool = False
