"""What a person can ask about their data: who keeps it, what is kept, a copy, a deletion."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from bot import __version__
from bot.conversation.acts import Disclose
from bot.conversation.kept import Kept
from bot.store.fields import WORDS
from flows.dialogue import Block, Choice, Reply
from flows.message import Message, say


@dataclass(frozen=True, slots=True)
class About:
    """Who runs this bot, how long things are kept, and the bot's name on its channel."""

    operator: str
    contact: str
    unfinished_days: int
    finished_days: int
    username: str


def who_runs_it(about: About) -> Message:
    """Say who runs this bot."""
    return say("about", operator=about.operator, contact=about.contact, version=__version__)


def what_is_kept(about: About) -> Message:
    """Say every kind of thing that is stored, from the list of stored fields, and how long."""
    # A line each: their own commas and colons would not let a list be read.
    kinds = [say(kind) for kind in dict.fromkeys(WORDS.values())]
    return say(
        "privacy",
        operator=about.operator,
        contact=about.contact,
        stored=reduce(lambda first, then: say("stored-and", first=first, then=then), kinds),
        unfinished=about.unfinished_days,
        finished=about.finished_days,
    )


def notice(about: About) -> Block:
    """Return what the notice before the first question adds where answers are kept."""
    return Block("text", say("notice-kept", finished=about.finished_days))


def disclosure(kept: Kept) -> Disclose:
    """Return the act that hands a person all that is kept of them."""
    return Disclose(kept.dump(), say("mydata"))


def deletion_offer() -> Reply:
    """Return the screen on which a deletion is asked for once more."""
    choices = (Choice("delete", say("delete-yes")), Choice("keep", say("delete-no")))
    return Reply("deleting", (Block("text", say("delete-ask")),), choices)
