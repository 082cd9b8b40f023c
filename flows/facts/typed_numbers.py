"""A typed number, read: `1.2m`, `120萬`, `18 months`, `HK$30,000`, with the units of its fact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from flows.facts.known import FactError, plain

if TYPE_CHECKING:
    from flows.facts.vocabulary import Fact

_TIMES = {
    "": 1, "k": 10**3, "千": 10**3, "w": 10**4, "萬": 10**4, "万": 10**4,
    "百萬": 10**6, "百万": 10**6, "千萬": 10**7, "千万": 10**7,
    "m": 10**6, "million": 10**6, "億": 10**8, "亿": 10**8, "billion": 10**9,
}  # fmt: skip
_UNITS = {
    "age": r"years? old|years?|yrs?|yo|[周足]?[歲岁]|y",
    "years": r"years?|yrs?|年|y",
    "percent": r"%|percent|per cent|巴仙|個百分點|个百分点",
    # A bare sign or 元 may mean another currency, and is asked again.
    "hkd": r"hk\$|hkd|hk dollars?|港元|港幣|港币|港紙|港纸",
    "mop": r"mop\$?|澳[門门][元幣币]",
    "children": r"child(?:ren)?|kids?|個|个|名",
    # "1個人" may be somebody who comes alone.
    "people": r"people|persons?|(?<!1)[個个]人|人|位|名",
    "count": r"項|项|個|个|份",
}
# Words that mean zero where "how many" or "how much" was asked.
NOTHING = frozenset("none no nothing nil zero 無 无 沒有 没有 冇 零".split())
# Units that are money: each language writes its amounts in its own way.
MONEY = frozenset({"hkd", "mop"})
_MONTHS = re.compile(r"(\d+(?:\.\d+)?) *(?:months?|mths?|個月|个月)", re.ASCII)
# Of a year's amount, that it is a year's.
_A_YEAR = re.compile(r"^(?:年薪|一年|每年|全年) *| *(?:a year|per year|per annum|一年|每年|/ *年)$")
# Signs of another currency, or of pay for less than a year.
_NOT_HKD = re.compile(
    r"[$¥£€₩元块塊蚊]|人民[幣币]|rmb|cny|yuan|renminbi|us ?d|dollar|美金|eur|gbp|pound|sterling"
    r"|英[鎊镑]|mop|pataca|[葡台新澳][幣币]|twd|ntd|sgd|jpy|yen|日[圓圆]|krw|aud|cad|inr"
    r"|rupee|lakh|crore|month|week|day|daily|hour"
    r"|[月週周日天]薪|月入|每[月日天週周]|[個个]月|/ *[月日天m]"
)
# Sign, digits with or without thousands marks, fraction, and how many times.
_AMOUNT = re.compile(
    r"([-+]?) *(\d{1,3}(?:[, ]\d{3})+|\d{1,20})(\.\d{1,10})? *([a-z]*|[千萬万億亿百]*)", re.ASCII
)
# Amounts below are asked back: thousands or 萬 are easily left out, and options are counted so.
_SMALL_AMOUNT = 10_000
# So are ages that are an option's place, and years that are a child's age or a career.
_SMALL_AGE, _OF_AGE = 4, 18
_OF_YEARS = re.compile(r"\d *(?:years?|yrs?|y)$")


def typed_number(fact: Fact, told: str, found: str) -> float:
    """Read a typed number. Raises FactError with what was found and what is expected."""
    told = re.sub(r"^((?:港幣|港币|hk).*)元$", r"\1", told.replace("−", "-"))
    if fact.unit == "hkd":
        told = _A_YEAR.sub("", told)
    months = _MONTHS.fullmatch(told) if fact.unit == "years" else None
    unit = _UNITS[fact.unit or "count"]
    bare = months[1] if months else re.sub(rf"^([-+]?)(?:{unit})|(?:{unit})$", r"\1", told)
    match = _AMOUNT.fullmatch(bare.strip())
    if match is None or match[4] not in (_TIMES if fact.unit in MONEY else {""}):
        raise _unread(fact, told, found)
    sign, whole, fraction, times = match.groups(default="")
    amount = Decimal(sign + re.sub("[, ]", "", whole) + fraction) * _TIMES[times]
    number = float(amount / 12 if months else amount)
    if not (fact.least or 0) <= number <= (fact.most or 0):
        raise _outside(fact, found)
    if fact.form.whole and number != int(number):
        raise FactError("whole-expected", fact.id, found=found, **_limits(fact))
    doubt = _doubt(fact, number, told, "" if times else fraction)
    if doubt:
        raise FactError(f"{doubt}-in-doubt", fact.id, found=found)
    return plain(number)


def _doubt(fact: Fact, number: float, told: str, fraction: str) -> str | None:
    """Return as what a number may well be meant for another one."""
    if fact.unit in MONEY:
        small = 0 < abs(number) < _SMALL_AMOUNT
        return "amount" if small or len(fraction) == len(".000") else None
    if fact.unit == "age":
        least = _OF_AGE if _OF_YEARS.search(told) else _SMALL_AGE
        return "age" if 0 < number < least else None
    if fact.unit == "percent":
        return "share" if 0 < number <= 1 and told[-1].isdigit() else None
    return None


def _unread(fact: Fact, told: str, found: str) -> FactError:
    """Return why no number was read: the currency, where that is the trouble."""
    if fact.unit not in MONEY:
        return FactError("number-expected", fact.id, found=found, **_limits(fact))
    elsewhere = fact.unit == "hkd" and re.search(r"\d|[一二兩两三四五六七八九十百千萬万]", told)
    if elsewhere and _NOT_HKD.search(re.sub(_UNITS["hkd"], "", told)):
        return FactError("hkd-expected", fact.id, found=found)
    return FactError("amount-expected", fact.id, found=found)


def _outside(fact: Fact, found: str) -> FactError:
    if fact.unit in MONEY:
        return FactError("amount-outside", fact.id, found=found)
    return FactError("number-outside", fact.id, found=found, **_limits(fact))


def _limits(fact: Fact) -> dict[str, int]:
    return {"least": int(fact.least or 0), "most": int(fact.most or 0)}
