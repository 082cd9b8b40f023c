"""Typesetting: a card in a language becomes a sheet of text, and the sheet a picture or a PDF.

The words are read into a `Sheet` where the catalogues live; `picture` and `document` need
nothing else, release the interpreter's lock and may run in any thread. The same sheet gives the
same bytes: no clock, no locale, no font of the machine has a part in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.words.catalogue import Words
from flows.card import Bar, Card, Total
from flows.message import Argument, Messages, say
from flows.rules.source import Source
from flows.section import Section

if TYPE_CHECKING:
    from typst import Fonts

# 360 pt across at 216 dots an inch: 1080 pixels, what a chat shows sharply.
_PPI = 216
# The faces of one font: Hong Kong's forms, the Mainland's, and one with Latin quotation marks.
_FACES = {"zh-Hant": "Noto Sans CJK HK", "zh-Hans": "Noto Sans CJK SC"}
_PLACES = {"zh-Hant": ("zh", "HK"), "zh-Hans": ("zh", "CN")}
_FACE = "Noto Sans CJK KR"
# Characters that the font lacks, and what it has in their place.
STAND_INS = str.maketrans({"✗": "×"})

# A day must stand in the file's making, and no clock is read.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_PRESS = Lock()


class CardError(Exception):
    """A card that cannot be made; its text is one sentence."""


def face(language: str) -> str:
    """Return the face of the font in which a language is set."""
    return _FACES.get(language, _FACE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card in words: all that is set, as JSON, and the sealed payload its PDF carries."""

    text: str
    payload: str = ""


def sheet(card: Card, words: Words, language: str, code: str, payload: str = "") -> Sheet:
    """Render a card's messages; quick, and to be called where the catalogues are used."""

    def said(message: Argument) -> str:
        return words.argument(language, message).translate(STAND_INS)

    tongue, place = _PLACES.get(language, (language.partition("-")[0], None))
    told: dict[str, Any] = {
        "lang": tongue,
        "region": place,
        "face": face(language),
        "maker": said(say("card-maker")),
        "title": said(card.title),
        "stamp": said(say("card-not-a-decision")),
        "edition": said(card.edition),
        "day": said(card.day),
        "headline": [said(one) for one in card.headline],
        "total": _total(card.total, said) if card.total else None,
        "signs": card.drawing == "signs",
        "labels": card.drawing == "words",
        "bars-title": said(card.bars_title),
        "bars": [_bar(one, said) for one in card.bars],
        "certain": said(say("card-legend-certain")),
        "possible": said(say("card-legend-possible")),
        "notes": [said(one) for one in card.notes],
        "sections": [_section(one, said) for one in card.sections],
        "sources-title": said(say("card-sources")),
        "sources": [_source(one, said) for one in card.sources],
        "footer": [said(one) for one in card.footer],
        "code": said(say("card-code", code=code)),
        "code-use": said(say("card-code-use")),
    }
    return Sheet(json.dumps(told, ensure_ascii=False, sort_keys=True), payload)


def _source(source: Source, said: Any) -> dict[str, Any]:
    """Return a source with the address that it can be followed to, if it has one."""
    named = source.named
    args = dict(named.args)
    return {
        "title": said(args["title"]) if "address" in args else said(named),
        "address": said(args["address"]) if "address" in args else None,
    }


def _bar(bar: Bar, said: Any) -> dict[str, Any]:
    return {
        "name": said(bar.name),
        "value": said(bar.value),
        "least": bar.least,
        "most": bar.most,
        "maximum": bar.maximum,
        "state": bar.state,
    }


def _total(total: Total, said: Any) -> dict[str, Any]:
    return _bar(total.bar, said) | {
        "threshold": total.threshold,
        "line": said(total.line),
        "alt": said(Messages((total.bar.value, total.line))),
    }


def _section(section: Section, said: Any) -> dict[str, Any]:
    return {"title": said(section.title), "lines": [said(line) for line in section.lines]}


def picture(sheet: Sheet) -> bytes:
    """Return the picture: a PNG 1080 pixels wide, as tall as it must be. Raises CardError."""
    return _compile(sheet, {"shape": "picture"}, format="png", ppi=_PPI)


def document(sheet: Sheet) -> bytes:
    """Return the PDF, tagged for screen readers (PDF/UA-1), not yet sealed. Raises CardError."""
    shape = {"shape": "document", "payload": sheet.payload}
    return _compile(sheet, shape, format="pdf", pdf_standards="ua-1", timestamp=_LONG_AGO)


def _compile(sheet: Sheet, inputs: dict[str, str], **how: Any) -> bytes:
    import typst  # noqa: PLC0415 - slow to load, and only cards need it

    compiler = typst.Compiler(font_paths=fonts())
    try:
        # One at a time: a picture takes tens of megabytes while it is made, and the other core
        # has turns to take.
        with _PRESS:
            made = compiler.compile(_template(), sys_inputs={"card": sheet.text, **inputs}, **how)
    except typst.TypstError as error:
        raise CardError(f"the card could not be set ({error.message})") from None
    if not isinstance(made, bytes):
        raise CardError("the card came out as several pictures, but one is expected")
    return made


@cache
def _template() -> bytes:
    return files("bot.cards").joinpath("card.typ").read_bytes()


@cache
def fonts() -> Fonts:
    """Return the one font of all cards; none of the machine's own."""
    import manimgx_fonts_cjk  # noqa: PLC0415 - only cards need it
    import typst  # noqa: PLC0415

    folder = Path(str(manimgx_fonts_cjk.__file__)).parent
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
