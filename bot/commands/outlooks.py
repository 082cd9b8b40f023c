"""JSON Lines in, JSON Lines out: `yauchoi advise` and `yauchoi forecast`."""

from __future__ import annotations

from typing import Any

from bot.commands.lines import Case, Lines
from flows.advice.advise import Way, advise
from flows.advice.forecast import YEARS, Event, forecast
from flows.advice.in_words import certificate
from flows.calendars import years_after


class Adviser(Lines):
    """Says what would change each case, with the proof in one language."""

    def report(self, case: Case) -> dict[str, Any]:
        """See Lines."""
        advice = advise(case.edition, case.facts, case.on)
        return {
            "case": case.name,
            "outcome": advice.result.outcome,
            "score": advice.result.score,
            "threshold": case.edition.decision.threshold,
            "short_by": advice.short_by,
            "fewest": advice.fewest,
            "sets": [_set(way) for way in advice.ways],
            "certificate": self.say(certificate(advice)),
        }


class Forecaster(Lines):
    """Says how each case moves by itself."""

    def report(self, case: Case) -> dict[str, Any]:
        """See Lines."""
        events = forecast(case.edition, case.facts, case.on)
        return {
            "case": case.name,
            "from": case.on.isoformat(),
            "to": years_after(case.on, YEARS).isoformat(),
            "events": [
                _event(event) if event.rules == case.edition else _event(event) | _rules(event)
                for event in events
            ],
        }


def _set(way: Way) -> dict[str, Any]:
    changes = [
        {
            "fact": change.fact.id,
            "from": None
            if change.before is None
            else change.fact.form.write(change.fact, change.before),
            "to": change.fact.form.write(change.fact, change.after),
        }
        for change in way.changes
    ]
    return {"changes": changes, "score": way.score}


def _event(event: Event) -> dict[str, Any]:
    return {
        "on": event.on.isoformat(),
        "score": event.result.score,
        "least": event.result.least,
        "most": event.result.most,
        "outcome": event.result.outcome,
        "because": list(event.because),
    }


def _rules(event: Event) -> dict[str, Any]:
    """Name the rules of a day on which they are no longer those of the starting day."""
    rules = event.rules
    return {
        "edition": rules.day.isoformat() if rules else None,
        "threshold": rules.decision.threshold if rules else None,
        "maximum": rules.decision.maximum if rules else None,
    }
