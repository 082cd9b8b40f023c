"""Every question on screen, one at a time, for tests of what is typed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from flows.dialogue import Editing, Place, Session
from tests.shelf import enter, scheme, vocabulary

ON = date(2026, 11, 26)
# The last test of points asked for what today's test does not.
POINTS = date(2024, 10, 31)
SCHEMES = ("hk-qmas-gpt", "hk-qmas-apt", "mo-technical")


@cache
def asking(scheme_id: str, fact: str, lang: str) -> Place | None:
    """Return the screen on which a scheme asks for a fact; None where it never does."""
    if vocabulary()[fact].derived:
        return None
    for on in (ON, POINTS):
        edition = scheme(scheme_id).in_force(on)
        assert edition is not None
        session = Session(lang, agreed=True, scheme=scheme_id, at=Editing(fact))
        place = enter(replace(session, edition=edition.day, revision=edition.revision), on)
        options = [choice.id for choice in place.reply.choices if not choice.control]
        # A number that an edition does not read has no bands: that edition does not ask for it.
        unread = vocabulary()[fact].numeric and options[-1:] in ([], ["band0"])
        if options and (fact == "dependants" or not (unread or options[0].startswith("number"))):
            return place
    return None


@cache
def every_question(lang: str) -> tuple[Place, ...]:
    """Return every question of every scheme as it is asked in a language."""
    found = (asking(one, fact, lang) for one in SCHEMES for fact in vocabulary())
    return tuple(place for place in found if place is not None)
