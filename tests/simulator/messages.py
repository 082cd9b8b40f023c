"""The methods that speak to a chat: sending, editing, answering, leaving."""

from dataclasses import replace

from tests.simulator import refusals
from tests.simulator.chats import Chat, Message
from tests.simulator.files import File, Files
from tests.simulator.formatting import formatted, units
from tests.simulator.keyboards import inline_keyboard
from tests.simulator.refusals import bad
from tests.simulator.wire import Json
from tests.simulator.world import World

_LONGEST_TEXT = 4096
_LONGEST_CAPTION = 1024
_ACTIONS = set(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note".split()
)


class Messages:
    """What the bot says, kept in the chats of the world."""

    def __init__(self, world: World, files: Files) -> None:
        self._world = world
        self._files = files

    def send_message(self, parameters: Json) -> Json:
        chat = self._world.reach(parameters)
        text, entities = self._text(parameters, refusals.TOO_LONG)
        keyboard = inline_keyboard(parameters, self._world.misuse)
        fields = self._reply(chat, parameters)
        return self._say(
            chat,
            self._world.message(
                chat,
                self._world.bot,
                text=text,
                entities=entities,
                keyboard=keyboard,
                fields=fields,
            ),
        )

    def send_document(self, parameters: Json) -> Json:
        def described(one: File) -> Json:
            kind = {"file_name": one.upload.name, "mime_type": one.upload.content_type}
            return {"document": one.payload() | kind}

        chat = self._world.reach(parameters)
        if "document" not in parameters:
            raise bad("there is no document in the request")
        fields = self._captioned(chat, parameters)
        return self._send_file(
            chat, parameters, described(self._files.sent(parameters["document"])) | fields
        )

    def send_photo(self, parameters: Json) -> Json:
        chat = self._world.reach(parameters)
        if "photo" not in parameters:
            raise bad("there is no photo in the request")
        fields = self._captioned(chat, parameters)
        one = self._files.sent(parameters["photo"])
        size = one.payload() | {"width": 90, "height": 60}
        return self._send_file(chat, parameters, {"photo": [size]} | fields)

    def edit_message_text(self, parameters: Json) -> Json:
        chat = self._world.reach(parameters)
        message = self._to_edit(chat, parameters)
        if message.text is None:
            raise bad(refusals.NO_TEXT_THERE)
        text, entities = self._text(parameters, refusals.EDIT_TOO_LONG)
        keyboard = inline_keyboard(parameters, self._world.misuse)
        edited = replace(message, text=text, entities=entities, keyboard=keyboard)
        if edited == message:
            raise bad(refusals.NOT_MODIFIED)
        return self._say(chat, replace(edited, edited=int(self._world.clock.now())))

    def edit_message_reply_markup(self, parameters: Json) -> Json:
        chat = self._world.reach(parameters)
        message = self._to_edit(chat, parameters)
        keyboard = inline_keyboard(parameters, self._world.misuse)
        if keyboard == message.keyboard:
            raise bad(refusals.NOT_MODIFIED)
        return chat.rekey(message, keyboard).payload(chat.payload)

    def send_chat_action(self, parameters: Json) -> bool:
        self._world.reach(parameters)
        if parameters.get("action") not in _ACTIONS:
            raise bad("wrong parameter action in request")
        return True

    def leave_chat(self, parameters: Json) -> bool:
        chat = self._world.reach(parameters)
        if chat.payload["type"] == "private":
            raise bad("chat member status can't be changed in private chats")
        chat.closed = refusals.NOT_A_MEMBER
        return True

    def _say(self, chat: Chat, message: Message) -> Json:
        return chat.put(message, "bot").payload(chat.payload)

    def _send_file(self, chat: Chat, parameters: Json, fields: Json) -> Json:
        keyboard = inline_keyboard(parameters, self._world.misuse)
        message = self._world.message(chat, self._world.bot, keyboard=keyboard, fields=fields)
        return self._say(chat, message)

    def _text(self, parameters: Json, too_long: str) -> tuple[str, tuple[Json, ...]]:
        text, entities = formatted(
            parameters.get("text", ""),
            parameters.get("parse_mode"),
            parameters.get("entities", []),
            self._world.misuse,
        )
        if not text:
            raise bad(refusals.EMPTY)
        if units(text) > _LONGEST_TEXT:
            raise bad(too_long)
        return text, entities

    def _captioned(self, chat: Chat, parameters: Json) -> Json:
        caption, entities = formatted(
            parameters.get("caption", ""),
            parameters.get("parse_mode"),
            parameters.get("caption_entities", []),
            self._world.misuse,
        )
        if units(caption) > _LONGEST_CAPTION:
            raise bad(refusals.CAPTION_TOO_LONG)
        fields: Json = {"caption": caption} if caption else {}
        fields |= {"caption_entities": list(entities)} if entities else {}
        return fields | self._reply(chat, parameters)

    def _reply(self, chat: Chat, parameters: Json) -> Json:
        topic = self._world.topic(chat, parameters)
        asked = parameters.get("reply_parameters")
        if not asked:
            return topic
        replied = chat.messages.get(asked.get("message_id"))
        if replied is not None:
            return topic | {"reply_to_message": replied.payload(chat.payload)}
        if asked.get("allow_sending_without_reply"):
            return topic
        raise bad(refusals.NO_REPLY)

    def _to_edit(self, chat: Chat, parameters: Json) -> Message:
        if "message_id" not in parameters:
            raise bad("message identifier is not specified")
        message = chat.messages.get(parameters["message_id"])
        if message is None:
            raise bad(refusals.NO_MESSAGE)
        if message.sender != self._world.bot:
            raise bad(refusals.NOT_OURS)
        return message
