"""The language of a client, by the code that it names: `en-GB`, `zh_CN`, `zh-hans-raw`."""

from __future__ import annotations

# Codes of Chinese, and the script of each where no script and no region is told.
CHINESE = {
    "zh": "zh-Hant",
    "yue": "zh-Hant",
    "hak": "zh-Hant",
    "nan": "zh-Hant",
    "lzh": "zh-Hant",
    "cmn": "zh-Hans",
    "wuu": "zh-Hans",
    "gan": "zh-Hans",
    "hsn": "zh-Hans",
}
# What tells the script; the first that stands in a code, so that the script goes before the region.
SCRIPTS = {
    "hans": "zh-Hans",
    "hant": "zh-Hant",
    "cn": "zh-Hans",
    "sg": "zh-Hans",
    "my": "zh-Hans",
    "hk": "zh-Hant",
    "tw": "zh-Hant",
    "mo": "zh-Hant",
}


def client_language(code: str, languages: tuple[str, ...]) -> str | None:
    """Return the language of ours for a client's code: exact, by script or region, by base.

    Clients name what they like: `zh-hans-raw`, `zh_CN` and `en-US` are all seen.
    """
    base, *rest = parts(code)
    exact = "-".join((base, *rest))
    for one in languages:
        if exact == one.lower():
            return one
    if base in CHINESE:
        scripts = [SCRIPTS[part] for part in rest if part in SCRIPTS]
        wanted = scripts[0] if scripts else CHINESE[base]
        return wanted if wanted in languages else None
    return next((one for one in languages if parts(one)[0] == base), None)


def parts(code: str) -> list[str]:
    """Split a code into its parts, in small letters."""
    return code.strip().lower().replace("_", "-").split("-")
