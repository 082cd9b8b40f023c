"""What a person typed, read for the question that was asked. Buttons come first; this is repair.

A typed number, country or language becomes the JSON value that a button would have given.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Any

from flows.codes import NATIONS, TONGUES
from flows.facts import Fact
from flows.values import FactError

LONGEST = 1000
_TIMES = {
    "": 1, "k": 10**3, "千": 10**3, "w": 10**4, "萬": 10**4, "万": 10**4,
    "百萬": 10**6, "百万": 10**6, "千萬": 10**7, "千万": 10**7,
    "m": 10**6, "million": 10**6, "億": 10**8, "亿": 10**8, "billion": 10**9,
}  # fmt: skip
_UNITS = {
    "age": r"years? old|years?|yrs?|yo|歲|岁|y",
    "years": r"years?|yrs?|年|y",
    "percent": r"%|percent|per cent|巴仙|個百分點|个百分点",
    # A bare sign or 元 may mean another currency, and is asked again.
    "hkd": r"hk\$|hkd|hk dollars?|港元|港幣|港币|港紙",
    "mop": r"mop\$?|澳門元|澳门元",
    "children": r"child(?:ren)?|kids?|個|个|名",
    "people": r"people|persons?|人|個人|个人|位|名",
    "count": r"項|项|個|个|份",
}
# Words that mean zero where "how many" or "how much" was asked.
_NOTHING = frozenset("none no nothing nil zero 無 无 沒有 没有 冇 零".split())
_MONEY = frozenset({"hkd", "mop"})
_MONTHS = re.compile(r"(\d+(?:\.\d+)?) *(?:months?|mths?|個月|个月)")
# Sign, digits with or without thousands marks, fraction, and how many times.
_AMOUNT = re.compile(
    r"([-+]?) *(\d{1,3}(?:[, ]\d{3})+|\d{1,20})(\.\d{1,10})? *([a-z]*|[千萬万億亿百]*)", re.ASCII
)
_AFRESH = re.compile(r"[,，、;；/&+]|\band\b|和|及|與|与")

# Names that people use and the catalogues of names do not have.
_NATION_NAMES = {
    "uk": "GB", "england": "GB", "britain": "GB", "great britain": "GB", "英國": "GB", "英国": "GB",
    "usa": "US", "america": "US", "united states of america": "US", "美國": "US", "美国": "US",
    "prc": "CN", "mainland": "CN", "mainland china": "CN", "中國": "CN", "中国": "CN",
    "內地": "CN", "内地": "CN", "大陸": "CN", "大陆": "CN", "中國內地": "CN", "中国内地": "CN",
    "hong kong": "HK", "香港": "HK", "macao": "MO", "macau": "MO", "澳門": "MO", "澳门": "MO",
    "taiwan": "TW", "台灣": "TW", "臺灣": "TW", "台湾": "TW",
    "south korea": "KR", "republic of korea": "KR", "南韓": "KR", "韓國": "KR", "韩国": "KR",
    "north korea": "KP", "dprk": "KP", "北韓": "KP", "朝鮮": "KP", "朝鲜": "KP",
    "uae": "AE", "holland": "NL", "russia": "RU", "viet nam": "VN", "越南": "VN",
    "myanmar": "MM", "burma": "MM", "turkey": "TR", "czech republic": "CZ", "ivory coast": "CI",
}  # fmt: skip
_TONGUE_NAMES = {
    "chinese": "chinese", "mandarin": "chinese", "putonghua": "chinese", "cantonese": "chinese",
    "中文": "chinese", "普通話": "chinese", "普通话": "chinese", "國語": "chinese",
    "国语": "chinese", "廣東話": "chinese", "广东话": "chinese", "粵語": "chinese",
    "粤语": "chinese", "漢語": "chinese", "汉语": "chinese", "zh": "chinese",
    "english": "english", "英文": "english", "英語": "english", "英语": "english", "en": "english",
}  # fmt: skip
_LOCALES = ("en", "en_GB", "zh_Hant_HK", "zh_Hant", "zh_Hans")


def clean(text: str) -> str:
    """Return what was typed in plain form. Raises FactError for what no answer looks like."""
    if len(text) > LONGEST:
        raise FactError("too-long", "", found=len(text), most=LONGEST)
    plain = unicodedata.normalize("NFKC", text)
    # Marks of direction and joining come along with what is pasted, and nobody sees them.
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Cs"}).strip()
    if not plain:
        raise FactError("empty", "")
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in plain):
        raise FactError("control-character", "")
    return plain


def understand(fact: Fact, text: str) -> Any:
    """Read a typed answer as JSON. Raises FactError with what was found and what is expected."""
    plain = clean(text).lower()
    if fact.numeric:
        nothing = plain in _NOTHING and fact.least == 0 and fact.unit != "age"
        return 0 if nothing else _number(fact, plain)
    if fact.kind == "nation":
        return _nation(fact, plain)
    if fact.kind == "languages":
        return _languages(fact, plain)
    raise FactError("not-an-option", fact.id, found=_shown(plain))


def _number(fact: Fact, plain: str) -> float:
    plain = re.sub(r"^((?:港幣|港币|hk).*)元$", r"\1", plain.replace("−", "-"))
    months = _MONTHS.fullmatch(plain) if fact.unit == "years" else None
    unit = _UNITS[fact.unit or "count"]
    bare = months[1] if months else re.sub(rf"^([-+]?)(?:{unit})|(?:{unit})$", r"\1", plain)
    match = _AMOUNT.fullmatch(bare.strip())
    if match is None or match[4] not in (_TIMES if fact.unit in _MONEY else {""}):
        raise FactError("number-expected", fact.id, found=_shown(plain), **_limits(fact))
    sign, whole, fraction, times = match.groups(default="")
    amount = Decimal(sign + re.sub("[, ]", "", whole) + fraction) * _TIMES[times]
    number = float(amount / 12 if months else amount)
    if not (fact.least or 0) <= number <= (fact.most or 0):
        raise FactError("number-outside", fact.id, found=_shown(plain), **_limits(fact))
    if fact.kind == "whole" and number != int(number):
        raise FactError("whole-expected", fact.id, found=_shown(plain), **_limits(fact))
    return _whole(number)


def _limits(fact: Fact) -> dict[str, int]:
    return {"least": int(fact.least or 0), "most": int(fact.most or 0)}


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _nation(fact: Fact, plain: str) -> str:
    if plain in _NOTHING:
        # "No" to a list of countries, not Norway.
        return "other"
    name = _folded(plain)
    code = _NATION_NAMES.get(name) or _nation_names().get(name)
    if code is None and plain.isascii() and plain.upper() in NATIONS:
        code = plain.upper()
    if code is None:
        raise FactError("nation-expected", fact.id, found=_shown(plain))
    return code


def _languages(fact: Fact, plain: str) -> list[str]:
    found: dict[str, None] = {}
    for word in _AFRESH.sub(",", plain).split(","):
        name = word.strip()
        if name:
            found[_tongue(fact, name)] = None
    if not found:
        raise FactError("language-expected", fact.id, found=_shown(plain))
    return list(found)


def _tongue(fact: Fact, name: str) -> str:
    code = _TONGUE_NAMES.get(name) or _tongue_names().get(_folded(name))
    if code is None and name in TONGUES - _NOTHING:
        code = name
    if code is None:
        raise FactError("language-expected", fact.id, found=_shown(name))
    return code


@cache
def _nation_names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - only typed names need it

    return {
        _folded(name): code
        for locale in _LOCALES
        for code, name in Locale.parse(locale).territories.items()
        if code in NATIONS
    }


@cache
def _tongue_names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - only typed names need it

    return {
        _folded(name): code
        for locale in _LOCALES
        for code, name in Locale.parse(locale).languages.items()
        if code in TONGUES
    }


def _folded(name: str) -> str:
    """Fold a name to what is alike in it: 法語, 法语 and 法文 are one language."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace(".", "")
    return re.sub("[語语]$", "文", plain)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004
