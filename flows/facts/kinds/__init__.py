"""The kinds of facts, a module for each that answers are read, said, asked and counted by."""

from collections.abc import Mapping

from flows.facts.kinds.day import Day
from flows.facts.kinds.kind import FactKind
from flows.facts.kinds.languages import Languages
from flows.facts.kinds.nation import Nationality
from flows.facts.kinds.numbers import Number, Whole
from flows.facts.kinds.options import Choice, Flag
from flows.facts.kinds.sets import Many

_ALL = (Whole(), Number(), Flag(), Choice(), Many(), Languages(), Nationality(), Day())
# By the name that facts.yaml gives, in the order in which they are listed.
KINDS: Mapping[str, FactKind] = {kind.name: kind for kind in _ALL}
