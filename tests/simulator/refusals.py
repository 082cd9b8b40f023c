"""What the server answers when it refuses, in its own words."""

from typing import Any


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a mistake of the server
    """A call that is refused: the status, the description, and what to do instead."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def payload(self) -> dict[str, Any]:
        """Return the body of the answer."""
        said = {"ok": False, "error_code": self.code, "description": self.description}
        return said | ({"parameters": self.parameters} if self.parameters else {})


def bad(what: str) -> Refused:
    """Return the refusal of a request that is wrong in itself."""
    return Refused(400, f"Bad Request: {what}")


def flooded(seconds: int) -> Refused:
    """Return the refusal of a call that comes too soon."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def moved(to: int) -> Refused:
    """Return the refusal of a call to a group that has become a supergroup."""
    said = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, said, migrate_to_chat_id=to)


UNAUTHORIZED = "Unauthorized"
NOT_FOUND = "Not Found"
BLOCKED = "Forbidden: bot was blocked by the user"
NOT_A_MEMBER = "Forbidden: bot is not a member of the supergroup chat"
SERVER_ERROR = "Internal Server Error"
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
NO_CHAT = "chat not found"
NO_MESSAGE = "message to edit not found"
NOT_OURS = "message can't be edited"
NO_TEXT_THERE = "there is no text in the message to edit"
EMPTY = "message text is empty"
TOO_LONG = "message is too long"
EDIT_TOO_LONG = "MESSAGE_TOO_LONG"  # the server words it so when a message is edited
CAPTION_TOO_LONG = "message caption is too long"
BUTTON_DATA = "BUTTON_DATA_INVALID"
TEXT_BUTTON = "text buttons are unallowed in the inline keyboard"
NO_TOPIC = "message thread not found"
TOPIC_CLOSED = "TOPIC_CLOSED"
NO_REPLY = "message to be replied not found"
NO_FILE = "wrong file identifier/HTTP URL specified"
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
LANGUAGE = "invalid language code specified"
NOT_UTF8 = "strings must be encoded in UTF-8"
