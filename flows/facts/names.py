"""Countries and languages by the names that people type for them."""

from __future__ import annotations

import re
from functools import cache

from flows.facts.codes import NATIONS, TONGUES
from flows.facts.letters import fold

# Names that people use and the catalogues of names do not have.
_NATION_NAMES = {
    "uk": "GB", "england": "GB", "britain": "GB", "great britain": "GB", "英國": "GB", "英国": "GB",
    "usa": "US", "america": "US", "united states of america": "US", "美國": "US", "美国": "US",
    "prc": "CN", "mainland": "CN", "mainland china": "CN", "中國": "CN", "中国": "CN",
    "內地": "CN", "内地": "CN", "大陸": "CN", "大陆": "CN", "中國內地": "CN", "中国内地": "CN",
    "中國大陸": "CN", "中国大陆": "CN", "中華人民共和國": "CN", "中华人民共和国": "CN",
    "people's republic of china": "CN",
    "hong kong": "HK", "香港": "HK", "中國香港": "HK", "中国香港": "HK", "hksar": "HK",
    "香港特區": "HK", "香港特区": "HK",
    "macao": "MO", "macau": "MO", "澳門": "MO", "澳门": "MO", "中國澳門": "MO", "中国澳门": "MO",
    "taiwan": "TW", "台灣": "TW", "臺灣": "TW", "台湾": "TW",
    "south korea": "KR", "republic of korea": "KR", "南韓": "KR", "韓國": "KR", "韩国": "KR",
    "north korea": "KP", "dprk": "KP", "北韓": "KP", "朝鮮": "KP", "朝鲜": "KP",
    "北朝鮮": "KP", "北朝鲜": "KP", "lao pdr": "LA",
    "uae": "AE", "阿聯酋": "AE", "阿联酋": "AE", "星加坡": "SG", "大馬": "MY", "澳洲": "AU",
    "holland": "NL", "russia": "RU", "viet nam": "VN", "越南": "VN",
    "myanmar": "MM", "burma": "MM", "turkey": "TR", "czech republic": "CZ", "ivory coast": "CI",
}  # fmt: skip
_TONGUE_NAMES = {
    "chinese": "chinese", "mandarin": "chinese", "putonghua": "chinese", "cantonese": "chinese",
    "中文": "chinese", "普通話": "chinese", "普通话": "chinese", "國語": "chinese",
    "国语": "chinese", "廣東話": "chinese", "广东话": "chinese", "粵語": "chinese",
    "粤语": "chinese", "漢語": "chinese", "汉语": "chinese", "zh": "chinese",
    "english": "english", "英文": "english", "英語": "english", "英语": "english", "en": "english",
}  # fmt: skip
# Codes of countries that are everyday words as well, in English or in spelt Cantonese; asked back.
WORDS = frozenset(
    "ai am as at be by do fm ga gm hm hr id ie il im in io is it la ma me mo mr ms my ne ng no om "
    "pa pm se sh si sm so td tm to tv va ws".split()
)
_OF_A_PASSPORT = re.compile(r" passport$| ?(?:護照|护照|籍)$")
_SHORTEST_TONGUE = 3
_LOCALES = ("en", "en_GB", "zh_Hant_HK", "zh_Hant", "zh_Hans")


def nation(text: str) -> str | None:
    """Return the code of a country that is named alone."""
    whole = _alike(text)
    name = _OF_A_PASSPORT.sub("", whole)
    code = _NATION_NAMES.get(name) or _nation_names().get(name)
    if code is None and whole.isascii() and whole.upper() in NATIONS - {"US"}:
        code = whole.upper() if whole not in WORDS else None
    # "us" is a word, and only in capitals a country.
    if code is None and text.replace(".", "").strip() == "US":
        code = "US"
    return code


def tongue(name: str) -> str | None:
    """Return the code of a language. One or two Latin letters are too short to be sure."""
    code = _TONGUE_NAMES.get(name) or _tongue_names().get(_alike(name))
    short = name.isascii() and len(name) < _SHORTEST_TONGUE
    return code if name in _TONGUE_NAMES or not short else None


@cache
def _nation_names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - only typed names need it

    return {
        _alike(name): code
        for locale in _LOCALES
        for code, name in Locale.parse(locale).territories.items()
        if code in NATIONS
    }


@cache
def _tongue_names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - only typed names need it

    return {
        _alike(name): code
        for locale in _LOCALES
        for code, name in Locale.parse(locale).languages.items()
        if code in TONGUES
    }


def _alike(name: str) -> str:
    """Fold a name to what is alike in it: 法語, 法语 and 法文 are one language."""
    return re.sub("[語语]$", "文", fold(name).replace(".", ""))
