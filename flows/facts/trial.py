"""Tests: what a rule may ask of one fact."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Test(BaseModel):
    """A test on one fact; what is given must all hold.

    Numbers and days: `from` (inclusive), `above` and `below` (exclusive). Choices: `in`.
    Languages and sets:
    `has` all, `any` of, `is` exactly, `others` beside Chinese and English at least,
    `count` of all at least, `empty`. Nationality: `barred` on the day by the dated list.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    from_: float | date | None = Field(default=None, alias="from")
    above: float | date | None = None
    below: float | date | None = None
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
