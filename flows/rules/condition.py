"""Conditions: tests on facts, of which all must hold in one of several ways."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from flows.rules.source import Strict


class Test(Strict):
    """A test on one fact; what is given must all hold.

    Numbers: `from` (inclusive), `above` and `below` (exclusive). Choices: `in`. Languages and sets:
    `has` all, `any` of, `is` exactly, `others` beside Chinese and English at least,
    `count` of all at least, `empty`. Nationality: `barred` on the day by the dated list.
    """

    from_: float | None = Field(default=None, alias="from")
    above: float | None = None
    below: float | None = None
    in_: tuple[str, ...] | None = Field(default=None, alias="in")
    has: tuple[str, ...] | None = None
    any: tuple[str, ...] | None = None
    is_: tuple[str, ...] | None = Field(default=None, alias="is")
    others: int | None = None
    count: int | None = None
    empty: bool | None = None
    barred: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a test is empty; say what must hold.")
        return self


# A bare true, false, option or list of options stands for the plainest test.
Trial = bool | str | tuple[str, ...] | Test
All = dict[str, Trial]
When = All | tuple[All, ...]


def alternatives(when: When) -> tuple[All, ...]:
    """Return the ways in which a condition can hold: one mapping each, all of it needed."""
    return (when,) if isinstance(when, dict) else when


def facts_of(*whens: When | None) -> frozenset[str]:
    """Return the facts that conditions read."""
    return frozenset(name for when in whens if when for way in alternatives(when) for name in way)
