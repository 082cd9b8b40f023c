"""A typed month, read: `2027-05`, `May 2027`, `2027年5月`, `明年5月`, or only `May`.

A day in it may be told as well; one that the month does not have is a slip, and asked back.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from flows.facts.letters import fold
from flows.message import Month

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CHINESE = {"十二": 12, "十一": 11, "十": 10} | {
    n: i for i, n in enumerate("一二三四五六七八九", 1)
}
_YEARS = {"今年": 0, "本年": 0, "明年": 1, "下年": 1, "出年": 1, "後年": 2, "后年": 2}
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(rf"(?P<name>{_NAME})(?: +(?P<day>\d{{1,2}}),)?,? *(?P<year>\d{{4}})?"),
    re.compile(rf"(?P<day>\d{{1,2}}) +(?P<name>{_NAME}),? *(?P<year>\d{{4}})?"),
    re.compile(
        r"(?:(?P<year>\d{4}) *年|(?P<said>今年|本年|明年|下年|出年|後年|后年))? *"
        r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九]) *月份?(?: *(?P<day>\d{1,2}) *[日号號])?"
    ),
)
_NEXT = frozenset({"next month", "下個月", "下个月", "下月"})


def read_month(text: str, on: date) -> Month | None:
    """Return the month that was meant, or None; without a year, the next one from a day."""
    told = fold(text)
    if told in _NEXT:
        return Month(on.year + on.month // 12, on.month % 12 + 1)
    for form in _FORMS:
        match = form.fullmatch(told)
        if match is not None:
            return _month(match.groupdict(), on)
    return None


def _month(found: dict[str, str | None], on: date) -> Month | None:
    number, name = found.get("month"), found.get("name")
    month = _ENGLISH.index(name[:3]) + 1 if name else _number(number or "")
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return None
    if found.get("year"):
        year = int(found["year"] or 0)
    elif found.get("said"):
        year = on.year + _YEARS[found["said"] or ""]
    else:
        year = on.year + (month < on.month)
    if not date.min.year < year < date.max.year:
        return None
    with suppress(ValueError):
        return Month(year, date(year, month, int(found.get("day") or 1)).month)
    return None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _CHINESE.get(text, 0)
