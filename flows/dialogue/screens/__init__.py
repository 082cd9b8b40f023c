"""The table of screens: for each, where it may lie, what it says, what it offers and takes.

What the machine allows, its picture, what a stop or a result offers, and what is legal where all
follow from it. The screens stand in the order of the picture.
"""

from __future__ import annotations

from functools import cache

from flows.assessing.decisions import kind_of
from flows.dialogue.screens import asking, beginning, looks, outcomes, repair, trials
from flows.dialogue.screens.screen import LOOKS, OFFERED, ONWARD, Screen
from flows.rules.edition import Edition

_ANYWHERE = ("asking", "stopped", "early", "result")
_ABOVE = {"restart": ("scheme",), "language": ("language",)}
# What is typed as a command comes from anywhere, from the list of answers as well.
_REPAIR = {"person": ("person",), **_ABOVE}
_INSIDE = {"back": ("asking", "scheme"), "edit": ("review", "asking"), **_REPAIR}
_LEAVE = {"resume": (ONWARD,), "edit": ("review",), **_REPAIR}


def _has_stops(edition: Edition) -> bool:
    return bool(edition.prerequisites)


def _ends_early(edition: Edition) -> bool:
    """Whether a verdict may be early: where a sum decides, or where a route is closed."""
    return edition.route is not None or kind_of(edition).counted


_ROWS = (
    Screen(
        name="language",
        over=("notice", "scheme", *_ANYWHERE),
        blocks=beginning.language_blocks,
        choices=beginning.language_choices,
        take=beginning.take_language,
        # A language chosen in the middle leads back to where the person was; whoever keeps the
        # language goes on, and whoever has none is asked still.
        leads={
            "answer": ("notice", "scheme", ONWARD),
            "resume": ("language", "notice", "scheme", ONWARD),
        },
    ),
    Screen(
        name="notice",
        blocks=beginning.notice_blocks,
        choices=beginning.notice_choices,
        take=beginning.take_notice,
        leads={"answer": ("scheme",), "language": ("language",)},
    ),
    Screen(
        name="scheme",
        blocks=beginning.scheme_blocks,
        choices=beginning.scheme_choices,
        take=beginning.take_scheme,
        # A route chosen again may find answers already there.
        leads={"answer": (ONWARD,), **_ABOVE},
    ),
    Screen(
        name="asking",
        onward=True,
        blocks=asking.blocks,
        choices=asking.choices,
        asks=asking.asks,
        take=asking.take,
        # Asked on a look, answered there: who comes along, what a day of birth leaves open, or
        # what a later day does. An answer that is tried leads to the comparison. Back from the
        # first answer, asked again, is back to where the person was.
        leads={
            **_INSIDE,
            "answer": (ONWARD, LOOKS),
            "unsure": (ONWARD, LOOKS),
            "back": (ONWARD, "scheme", "trying"),
            "why": ("asking",),
            "resume": (ONWARD,),
        },
    ),
    Screen(
        name="stopped",
        onward=True,
        of=_has_stops,
        blocks=outcomes.stopped_blocks,
        choices=outcomes.stopped_choices,
        take=outcomes.take_stopped,
        means={"change": "edit"},
        leads={"answer": (OFFERED,), "why": ("reasons",), **_INSIDE},
    ),
    Screen(
        name="early",
        onward=True,
        of=_ends_early,
        blocks=outcomes.early_blocks,
        choices=outcomes.early_choices,
        take=outcomes.take_early,
        leads={"answer": ("asking", "result", LOOKS), **_INSIDE},
    ),
    Screen(
        name="review",
        over=_ANYWHERE,
        blocks=repair.review_blocks,
        choices=repair.review_choices,
        take=repair.take_review,
        own_trigger="edit",
        leads={**_LEAVE, "edit": ("review", "asking")},
    ),
    Screen(
        name="person",
        over=_ANYWHERE,
        blocks=repair.person_blocks,
        choices=repair.person_choices,
        take=looks.take_nothing,
        leads={"resume": (ONWARD,), **_ABOVE},
    ),
    Screen(
        name="result",
        onward=True,
        blocks=outcomes.result_blocks,
        choices=outcomes.result_choices,
        take=outcomes.take_result,
        looks=("ways", "when", "next", "trying", "card"),
        leads={"answer": ("asking", "result", LOOKS), "why": ("reasons",), **_INSIDE},
    ),
    Screen(
        name="ways",
        over=("result", "stopped"),
        blocks=looks.ways_blocks,
        choices=looks.leave,
        take=looks.take_nothing,
        leads=_LEAVE,
    ),
    Screen(
        name="when",
        over=("result", "stopped"),
        blocks=looks.when_blocks,
        choices=looks.leave,
        asks=looks.asks_month,
        take=looks.take_when,
        leads={"answer": ("when", ONWARD), **_LEAVE},
    ),
    Screen(
        name="reasons",
        over=("result", "stopped"),
        blocks=looks.reasons_blocks,
        choices=looks.leave,
        take=looks.take_nothing,
        leads=_LEAVE,
    ),
    Screen(
        name="next",
        over=("result",),
        blocks=looks.next_blocks,
        choices=looks.next_choices,
        asks_first=looks.family_first,
        take=looks.take_next,
        leads={"answer": ("asking", "next"), **_LEAVE},
    ),
    Screen(
        name="card",
        over=("result",),
        blocks=looks.card_blocks,
        choices=looks.card_choices,
        take=looks.take_card,
        leads={"answer": ("card",), **_LEAVE},
    ),
    Screen(
        name="trying",
        over=("result",),
        blocks=trials.trying_blocks,
        choices=trials.trying_choices,
        take=trials.take_trying,
        own_trigger="edit",
        leads={**_LEAVE, "edit": ("review", "asking")},
    ),
    Screen(
        name="compare",
        over=("result",),
        blocks=trials.compare_blocks,
        choices=trials.compare_choices,
        take=trials.take_compare,
        leads={"answer": ("trying", ONWARD), **_LEAVE},
    ),
)
SCREENS = {screen.name: screen for screen in _ROWS}
# What lies over a result alone, or over a stop as well, until the person goes on.
OVERLAYS = tuple(one.name for one in _ROWS if one.lies_over_a_result)


@cache
def looks_over(state: str) -> tuple[str, ...]:
    """Return the looks that are offered on a screen, in the order of the buttons."""
    return tuple(name for name in SCREENS["result"].looks if state in SCREENS[name].over)
