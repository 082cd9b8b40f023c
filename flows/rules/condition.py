"""Conditions: tests on facts, of which all must hold in one of several ways."""

from __future__ import annotations

from flows.facts.trial import Test, Trial

__all__ = ["All", "Test", "Trial", "When", "alternatives", "facts_of"]

All = dict[str, Trial]
When = All | tuple[All, ...]


def alternatives(when: When) -> tuple[All, ...]:
    """Return the ways in which a condition can hold: one mapping each, all of it needed."""
    return (when,) if isinstance(when, dict) else when


def facts_of(*whens: When | None) -> frozenset[str]:
    """Return the facts that conditions read."""
    return frozenset(name for when in whens if when for way in alternatives(when) for name in way)
