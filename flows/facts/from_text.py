"""What a person typed, read for the question that was asked. Buttons come first; this is repair.

A typed number, country or language becomes the JSON value that a button would have given. What
has two sensible readings is asked back, and nothing is guessed.
"""

from __future__ import annotations

from typing import Any

from flows.facts.kinds.kind import Typed
from flows.facts.letters import clean, excerpt, fold
from flows.facts.vocabulary import Fact


def understand(fact: Fact, text: str) -> Any:
    """Read a typed answer as JSON. Raises FactError with what was found and what is expected."""
    typed = clean(text)
    return fact.form.understand(fact, Typed(typed, fold(typed), excerpt(typed)))
