"""Groups: one line, to whoever asks there or has just added the bot, and nothing is kept."""

from __future__ import annotations

from bot.conversation import links
from bot.conversation.data import About
from bot.telegram.updates import Incoming
from bot.words.catalogue import Words

# Being added is told in up to three updates; so many seconds apart they mean the same.
_ONCE = 60
# Groups that are remembered as greeted; one more greeting is no harm.
_MOST = 256


class Groups:
    """Answers groups in the language of whoever speaks there."""

    def __init__(self, words: Words, about: About) -> None:
        self._words = words
        self._name = about.username
        self._greeted: dict[int, int] = {}

    def line(self, incoming: Incoming, language: str | None) -> str | None:
        """Return what to say; None where it concerns another bot, or was said just now."""
        if incoming.kind == "added":
            if not self._is_news(incoming):
                return None
        else:
            to = "".join(incoming.text.split(maxsplit=1)[:1]).partition("@")[2]
            if to and to.lower() != self._name.lower():
                return None
        link = f"https://t.me/{self._name}?start={links.FIRST}"
        # Where nothing is known of the language, every one is used.
        spoken = (language,) if language else self._words.languages
        lines = (self._words.text(one, "telegram-group", link=link) for one in spoken)
        return "\n".join(dict.fromkeys(lines))

    def _is_news(self, incoming: Incoming) -> bool:
        """Whether it is this bot that was added, and the group has not been greeted for it."""
        if incoming.names and self._name.lower() not in incoming.names:
            return False
        group, when = incoming.chat_id or 0, incoming.date
        before = self._greeted.get(group)
        if before is not None and abs(when - before) < _ONCE:
            return False
        self._greeted.pop(group, None)
        self._greeted[group] = when
        if len(self._greeted) > _MOST:
            del self._greeted[next(iter(self._greeted))]
        return True
