"""The form of a route: which applications a test takes at all, and what it does with each."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from flows.rules.source import Cite, Id, Strict


class Report(Strict):
    """What must be reported, and how soon: unreported for longer, it is urgent."""

    reported: str = Field(description="The fact that says whether everything was reported.")
    since: str = Field(description="The fact that says on which day it changed.")
    within_days: int = Field(gt=0)
    cite: Cite


class Filed(Strict):
    """By which day an application must have been filed, and the fact that says when it was."""

    fact: str
    before: date


class Way(Strict):
    """What a route does with one kind of application.

    One that is put `aside` is not touched by the factors: people look at it, and it asks other
    things.
    """

    closed_from: date | None = None
    successor: Id | None = None
    aside: bool = False
    asks: tuple[str, ...] = ()
    report: Report | None = None
    filed: Filed | None = None
    cite: Cite


class Route(Strict):
    """Which applications a judgement takes, by what the person wants."""

    fact: str
    unless_told: str
    ways: dict[str, Way]

    def within_days(self, fact: str) -> int | None:
        """Return how soon what changed on the day of a fact must be reported, if it must."""
        reports = (way.report for way in self.ways.values())
        return next((one.within_days for one in reports if one and one.since == fact), None)
