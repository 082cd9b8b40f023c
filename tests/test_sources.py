"""Sources: read in the language of the person, and followed to a page in it where there is one."""

import shutil
from pathlib import Path

import pytest
from opencc_purepy import OpenCC

from bot.commands.check import check
from bot.words.catalogue import words
from flows.library import Scheme
from flows.library.shelf import HERE
from flows.message import Variants
from flows.rules.source import Source
from tests.shelf import schemes

READ = "2026-11-22"
EVERY = [
    pytest.param(source, id=f"{one.id} {id_}")
    for one in schemes().values()
    for id_, source in one.sources.items()
]
# Written so in both scripts, whatever a converter makes of them.
ALIKE = frozenset("台准")
CHINESE = ("zh-Hant", "zh-Hans")


def source(**parts: object) -> Source:
    return Source.model_validate(
        {"title": "A page", "address": "https://a.hk/en", "read": READ} | parts
    )


@pytest.mark.parametrize("one", EVERY)
def test_every_source_has_a_title_in_each_script(one: Source) -> None:
    for language, other in (("zh-Hant", "s2t"), ("zh-Hans", "t2s")):
        title, converter = one.titles[language], OpenCC(other)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in title)
        assert [c for c in title if converter.convert(c) != c and c not in ALIKE] == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://a.hk/en", "A page, https://a.hk/en"),
        ("http://a.hk/page?id=1", "A page, http://a.hk/page?id=1"),
        ("address not recorded", "A page (address not recorded)"),
        ("https://a.hk/...", "A page (its address is known only in part)"),
        ("http://a.hk/x... docid=1", "A page (its address is known only in part)"),
        ("jobmarket.com.hk", "A page (its address is known only in part)"),
        ("somebody/code app/page.tsx", "A page (its address is known only in part)"),
    ],
)
def test_an_address_is_given_where_it_can_be_followed(address: str, said: str) -> None:
    assert words().render("en", source(address=address).named) == said


TITLED = source(
    titles={"zh-Hant": "一頁", "zh-Hans": "一页"}, addresses={"zh-Hant": "https://a.hk/tc"}
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A page, https://a.hk/en"),
        ("zh-Hant", "一頁 https://a.hk/tc "),
        # No page in Simplified Chinese is known: one in the other script is nearer than English.
        ("zh-Hans", "一页 https://a.hk/tc "),
    ],
)
def test_titles_and_addresses_follow_the_language(language: str, said: str) -> None:
    assert words().render(language, TITLED.named) == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "own"),
        ("zh-Hant", "繁"),
        ("zh-Hans", "简"),
        ("zh", "繁"),
        ("pt", "own"),
        ("z", "own"),
    ],
)
def test_a_text_in_several_languages(language: str, text: str) -> None:
    several = Variants("own", (("zh-Hant", "繁"), ("zh-Hans", "简")))
    assert several.for_language(language) == text


def test_nothing_but_the_own_text_is_enough() -> None:
    assert Variants("own").for_language("zh-Hans") == "own"


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("one", [s for s in schemes().values() if s.id == "hk-qmas-gpt"])
def test_people_are_sent_to_apply_on_a_page_they_can_read(one: Scheme, language: str) -> None:
    page = words().argument(language, one.sources["G-QMAS"].page)
    assert page.startswith("https://www.gov.hk/tc/")


def test_a_source_without_a_title_that_its_siblings_have_is_named(
    tmp_path: Path, no_words: Path
) -> None:
    root = tmp_path / "schemes"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = root / "zz-demo" / "sources.yaml"
    path.write_text(
        path.read_text("utf-8") + "NEW:\n  title: x\n  address: address not recorded\n"
        "  read: 2026-11-22\n",
        encoding="utf-8",
    )
    found = [line for line in check(root, no_words) if "NEW" in line]
    assert [line.partition(" ")[2] for line in found] == [
        "NEW has no title in zh-Hans; write it under titles.",
        "NEW has no title in zh-Hant; write it under titles.",
    ]
