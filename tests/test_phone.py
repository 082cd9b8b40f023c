"""On a phone: no button is cut off, and every command and address can be tapped."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest

from bot.commands.check import all_messages
from bot.telegram.commands import COMMANDS
from bot.words.catalogue import words
from flows.assessing.assess import Assessment, assess
from flows.assessing.compiled import tables
from flows.dialogue.questions import options, say_told
from flows.message import Argument, Message, Messages, say
from flows.rules.edition import Edition
from tests.shelf import LIBRARY, read_facts, schemes, vocabulary
from tests.test_dialogue import begin, go
from tests.test_overlays import result

LANGUAGES = words().languages
NEEDED = all_messages(LIBRARY)
TODAY = date(2026, 11, 22)

# ------------------------------------------------------------ buttons

# As much as a phone shows of a button, in halves of a Chinese character.
FITS = 36
# In the proportional face of a phone these take about half of what other letters do.
NARROW = frozenset(" .,:;’'!|()[]ijltfrI-–·“”")
EDITIONS = [
    edition for one in schemes().values() if not one.about.made_up for edition in one.editions
]


def width(text: str) -> float:
    """Return how wide a text is on a phone, in halves of a Chinese character."""
    return sum(
        2 if unicodedata.east_asian_width(one) in "WF" else 0.5 if one in NARROW else 1
        for one in text
    )


def asked(edition: Edition) -> list[str]:
    """Return every fact that a conversation under an edition may ask for."""
    found = {*tables(edition).facts, "dependants"}
    if edition.route:
        found |= {edition.route.fact, *(n for w in edition.route.ways.values() for n in w.asks)}
    return [name for name in found if not vocabulary()[name].derived]


def buttons(edition: Edition) -> Iterator[Argument]:
    """Yield the labels of all answers, and the lines by which each is changed or tried anew."""
    nothing = read_facts({}, edition.day)
    stands: Assessment = assess(edition, nothing, edition.day)
    for name in asked(edition):
        for choice in options(name, stands, nothing):
            answer = say_told(vocabulary(), name, choice.value, edition.day)
            yield choice.label
            yield say("review-line", fact=say(f"fact-{name}"), told=answer)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.key)
def test_no_answer_is_cut_off(edition: Edition, language: str) -> None:
    labels = {words().argument(language, label) for label in buttons(edition)}
    assert {label: width(label) for label in labels if width(label) > FITS} == {}


# Buttons that follow from no fact, by how their ids begin or end.
FIXED = re.compile(
    r"(control|look|compare-(keep|again)|early-(go|enough)|stopped-change|delete-(yes|no)"
    r"|notice-agree|next-family|result-former|option).*|scheme-.*-choice"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_button_is_cut_off(language: str) -> None:
    labels = {id_: words().text(language, id_) for id_ in NEEDED if FIXED.fullmatch(id_)}
    assert len(labels) > 100
    assert {id_: label for id_, label in labels.items() if width(label) > FITS} == {}


# ------------------------------------------------------------ commands and addresses

ADDRESS = "https://www.immd.gov.hk/hks/a-page_2.html"
SOURCE = say("source-named", title="Immigration Department", address=ADDRESS)
# What stands in for each argument: addresses wherever they can come.
SAMPLES: dict[str, Argument] = {
    "count": 2,
    "address": ADDRESS,
    "link": "https://t.me/yauchoi_bot",
    "contact": "help@example.org",
    "mail": "enquiry@immd.gov.hk",
    "source": SOURCE,
    "sources": Messages((SOURCE, SOURCE)),
}
# A mark that Telegram takes off the end of an address, in Latin writing.
TAPPED = re.compile(r"(https://[!-~]*[\w/]|[\w.+-]+@[\w.-]*\w)[,.;]?", re.ASCII)
COMMAND = re.compile(rf"(.?)/({'|'.join(COMMANDS)})(?![a-z])(.?)")


def told_by_telegram(language: str) -> Iterator[str]:
    """Yield every message with addresses in its gaps, and screens as they are put together."""
    for id_, args in NEEDED.items():
        yield words().render(language, _filled(id_, args))
    closed = go(begin("mo-technical"), "first")
    for place in (
        *(go(result(), look) for look in ("why", "next", "person")),
        *(go(closed, look) for look in ("enough", "person")),
        go(go(closed, "enough"), "next"),
        go(begin("hk-qmas-gpt"), "why"),
        go(begin("mo-technical"), "why"),
    ):
        yield from (words().render(language, block.text) for block in place.reply.blocks)


def _filled(id_: str, args: frozenset[str]) -> Message:
    return say(id_, **{name: SAMPLES.get(name, "7") for name in sorted(args)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_can_be_tapped(language: str) -> None:
    """No letter or digit of any script touches it: 漢字 are letters to Telegram."""
    seen = set()
    for text in told_by_telegram(language):
        for piece in text.split():
            for before, command, after in () if "://" in piece else COMMAND.findall(piece):
                assert not re.match(r"\w|/", before), text
                assert not re.match(r"\w|/", after), text
                seen.add(command)
    assert seen >= {"edit", "why", "result", "language", "new", "privacy", "mydata", "delete"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_can_be_tapped(language: str) -> None:
    """To Telegram a full-width mark is part of an address; a space or the end of a line is not."""
    seen = set()
    for text in told_by_telegram(language):
        for piece in text.split():
            if "://" in piece or "@" in piece or "www." in piece:
                assert TAPPED.fullmatch(piece), text
                seen.add(piece.rstrip(",."))
    assert seen >= {
        "enquiry@immd.gov.hk",
        "https://www.ipim.gov.mo",
        "https://www.cdqq.gov.mo",
        *(str(SAMPLES[name]) for name in ("address", "link", "contact")),
    }
