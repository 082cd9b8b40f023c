"""The kinds of decision: a module for each, found by the name that stands in an edition."""

from __future__ import annotations

from flows.assessing.decisions.additive import Additive
from flows.assessing.decisions.count_of import CountOf
from flows.assessing.decisions.doors import Doors
from flows.assessing.decisions.judgement import Judgement
from flows.assessing.decisions.kind import DecisionKind
from flows.rules.edition import Edition

_ALL: tuple[DecisionKind, ...] = (Additive(), CountOf(), Doors(), Judgement())
KINDS: dict[str, DecisionKind] = {kind.name: kind for kind in _ALL}


def kind_of(edition: Edition) -> DecisionKind:
    """Return the kind of an edition's decision. Raises KeyError for a name that none has."""
    return KINDS[edition.decision.kind]
