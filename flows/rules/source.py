"""Where rules are read: sources, citations, and the base of all that an author writes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from flows.message import Address, Message, Variants, say

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sure = Literal["official", "several", "single", "inferred"]


class Strict(BaseModel):
    """Base of all that an author writes: nothing unknown passes, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Cite(Strict):
    """Where a rule is read, and how sure that is."""

    sources: tuple[str, ...] = Field(min_length=1)
    sure: Sure


# Stands for the address of a source whose own was not written down.
UNRECORDED = "address not recorded"
_WHOLE = re.compile(r"https?://[^\s…]+(?<!\.\.\.)")


class Source(Strict):
    """A page or paper on which rules are read.

    `titles` are its title in other languages, and `addresses` its own twin pages in them.
    """

    title: str = Field(min_length=1)
    titles: dict[str, str] = Field(default_factory=dict)
    address: str = Field(min_length=1)
    addresses: dict[str, str] = Field(default_factory=dict)
    read: date
    note: str = ""

    @property
    def named(self) -> Message:
        """The source as people can follow it: title and address, or that there is no whole one."""
        title = Variants(self.title, tuple(self.titles.items()))
        if self.address == UNRECORDED:
            return say("source-unrecorded", title=title)
        if not _WHOLE.fullmatch(self.address):
            return say("source-incomplete", title=title)
        return say("source-named", title=title, address=self.page)

    @property
    def page(self) -> Address:
        """The address, in each language that has a page of its own."""
        return Address(self.address, tuple(self.addresses.items()))


class Days(Strict):
    """A stretch of days, both ends inside it."""

    from_: date | None = Field(default=None, alias="from")
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether a day lies in it."""
        return (self.from_ or on) <= on <= (self.until or on)
