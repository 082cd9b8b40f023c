"""Score cards: the same bytes everywhere, readable in each language, and no altered one passes."""

import asyncio
import io
import json
import os
import random
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst

from bot import cli
from bot.cards import issue, signed, typeset
from bot.cards.issue import LARGEST, Cards
from bot.cards.order import CardMaker, Wanted
from bot.cards.signed import canonical
from bot.cards.typeset import CardError, Sheet
from bot.sealing import new_key
from bot.words.catalogue import Words, words
from flows.assessing.assess import Assessment, Outcome, assess
from flows.card import Card, card, sections_of
from flows.dialogue.results import headline, name_of
from flows.facts.codes import NATIONS, TONGUES
from flows.message import Nation, Tongue, say
from flows.rules.edition import Edition
from flows.section import Section
from tests.shelf import LIBRARY, read_facts, scheme, schemes
from tests.test_words import MESSAGES

LANGUAGES = words().languages
KEY, OTHER = "A" * 43 + "=", "B" * 42 + "A="
GOOD = {"nationality": "IN", "self_supporting": True, "clean_record": True, "age": 35}
CRITERIA = GOOD | {
    "degree": "master",
    "listed_degree": "master",
    "stem": True,
    "languages": ["chinese", "english"],
    "graduate_years": 7,
}
FULL = CRITERIA | {
    "reputable_years": 4,
    "sector_years": 2,
    "international_years": 0,
    "income_hkd": 850000,
    "business": "none",
}
POINTS = GOOD | {
    "age": 46,
    "degree": "bachelor",
    "renowned_degree": "none",
    "languages": ["english"],
    "graduate_years": 3,
    "senior_years": 0,
    "international_years": 0,
    "reputable_years": 0,
    "hkpr_relative": False,
    "spouse_with_degree": False,
    "children": 1,
}
MACAO = {
    "employment": "contract",
    "tertiary": "completed",
    "degree_supply": "surplus",
    "graduate_years": 8,
    "circumstances": [],
}
# A name, the scheme, the day, what is told, the outcome.
TOLD: dict[str, tuple[str, str, dict[str, Any], Outcome]] = {
    "criteria met": ("hk-qmas-gpt", "2026-11-22", FULL, "meets"),
    "criteria met, more open": ("hk-qmas-gpt", "2026-11-22", CRITERIA, "meets"),
    "criteria open": ("hk-qmas-gpt", "2026-11-22", CRITERIA | {"listed_degree": "none"}, "open"),
    "nothing told": ("hk-qmas-gpt", "2026-11-22", {}, "open"),
    "past the review": ("hk-qmas-gpt", "2027-02-01", FULL, "meets"),
    "other proof": (
        "hk-qmas-gpt",
        "2016-05-01",
        POINTS
        | {"age": 30, "degree": "none", "other_proof": True, "graduate_years": 10}
        | {"senior_years": 5, "languages": ["english", "chinese"]},
        "review",
    ),
    "points short": ("hk-qmas-gpt", "2016-05-01", POINTS, "falls-short"),
    "points open": ("hk-qmas-gpt", "2023-05-01", GOOD | {"degree": "master"}, "open"),
    "too young": ("hk-qmas-gpt", "2026-11-22", FULL | {"age": 17}, "ineligible"),
    "door": ("hk-qmas-apt", "2026-11-22", FULL | {"award": True}, "review"),
    "no door": (
        "hk-qmas-apt",
        "2020-11-22",
        FULL | {"award": False, "peer_recognition": False},
        "falls-short",
    ),
    "doors open": ("hk-qmas-apt", "2020-11-22", GOOD, "open"),
    "Macao": ("mo-technical", "2020-05-01", MACAO, "review"),
    "Macao alone": (
        "mo-technical",
        "2020-05-01",
        MACAO | {"circumstances": ["prison"]},
        "review",
    ),
    "Macao renewal": ("mo-technical", "2026-05-01", {"purpose": "renewal"}, "review"),
    "Macao closed": ("mo-technical", "2026-11-22", MACAO, "closed"),
    "Macao closed, nothing told": ("mo-technical", "2026-11-22", {}, "closed"),
    "Macao unemployed": ("mo-technical", "2020-05-01", {"employment": "none"}, "ineligible"),
}
CASES = pytest.mark.parametrize("name", TOLD)
IN_EACH = pytest.mark.parametrize("language", LANGUAGES)


def result_of(name: str) -> Assessment:
    id_, day, told, outcome = TOLD[name]
    one, on = scheme(id_), date.fromisoformat(day)
    edition = one.in_force(on)
    assert edition is not None
    result = assess(edition, read_facts(told, on), on)
    assert result.outcome == outcome
    return result


def card_of(name: str) -> Card:
    return card(result_of(name))


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(LIBRARY, words(), (KEY,))


def sheet_of(cards: Cards, name: str, language: str = "en", **more: Any) -> Sheet:
    return cards.sheet(result_of(name), TOLD[name][2], language, **more)


@pytest.fixture(scope="module")
def made(cards: Cards) -> bytes:
    return cards.document(sheet_of(cards, "criteria met"))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def text_of(pdf: bytes) -> str:
    """All letters of a PDF, without the spaces and line ends that setting adds."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return squeezed("".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


class TestWhatItSays:
    @CASES
    @IN_EACH
    def test_the_verdict_can_be_read_out_of_the_pdf(
        self, cards: Cards, name: str, language: str
    ) -> None:
        result = result_of(name)
        text = text_of(cards.document(sheet_of(cards, name, language)))
        said = [name_of(result), *(block.text for block in headline(result, result.on)[1:])]
        for message in said:
            assert squeezed(words().render(language, message)) in text
        assert squeezed(words().text(language, "card-not-a-decision")) in text
        for source in card_of(name).sources:
            title = dict(source.named.args)["title"]
            assert squeezed(words().argument(language, title)) in text

    @CASES
    @IN_EACH
    def test_the_picture_suits_a_chat(self, cards: Cards, name: str, language: str) -> None:
        width, height = size(cards.picture(sheet_of(cards, name, language)))
        assert width == 1080
        assert 1000 < height < 6000

    def test_the_sources_stand_in_the_pdf_alone(self, cards: Cards) -> None:
        sheet = sheet_of(cards, "Macao", "en")
        without = replace(sheet, text=json.dumps(json.loads(sheet.text) | {"sources": []}))
        assert cards.picture(sheet) == cards.picture(without)
        assert text_of(cards.document(sheet)) != text_of(cards.document(without))

    @IN_EACH
    def test_two_full_sections_still_fit(self, cards: Cards, language: str) -> None:
        # The longest line that a section is likely to hold, six times over.
        lines = (say("result-criteria-meets", score=7, need=6, all=12),) * 6
        sections = (Section(say("unsettled-title"), lines),) * 2
        sheet = sheet_of(cards, "Macao", language, sections=sections)
        width, height = size(cards.picture(sheet))
        assert width + height <= 10_000
        assert height / width <= 20
        pdf = cards.document(sheet)
        assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 3
        wanted = squeezed(words().render(language, lines[0]))
        assert text_of(pdf).count(wanted) == 12

    @pytest.mark.parametrize(
        "edition", [e for s in schemes().values() for e in s.editions], ids=lambda e: e.key
    )
    def test_every_edition(self, cards: Cards, edition: Edition) -> None:
        on = edition.day
        told = {"age": 30, "clean_record": True}
        result = assess(edition, read_facts(told, on), on)
        sheet = cards.sheet(result, told, "zh-Hant")
        assert size(cards.picture(sheet))[0] == 1080
        assert cards.verify(cards.document(sheet)).sound

    @CASES
    def test_no_answer_stands_on_it(self, cards: Cards, name: str) -> None:
        sheet = sheet_of(cards, name)
        assert "You said" not in sheet.text
        assert b"clean_record" not in cards.document(sheet)

    @pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
    def test_no_answer_and_no_birthday_can_be_read_from_it(
        self, cards: Cards, language: str
    ) -> None:
        told = FULL | {"birth_date": "1978-03-17", "graduate_years": 23.7, "income_hkd": 654321}
        told = {fact: value for fact, value in told.items() if fact != "age"}
        wanted = Wanted(EDITION[0], EDITION[1], ON, language, told)
        said = text_of(CardMaker(cards).document(wanted))
        for answer in ("1978", "2029", "23.7", "654,321", "654321"):
            assert answer not in said

    def test_a_way_over_the_line_names_no_language_that_is_spoken(self, cards: Cards) -> None:
        one, on = scheme("hk-qmas-gpt"), date(2026, 11, 22)
        told = FULL | {"languages": ["ja", "chinese"], "listed_degree": "none", "stem": False}
        told |= {"graduate_years": 1, "reputable_years": 0, "sector_years": 0}
        edition = one.in_force(on)
        assert edition is not None
        facts = read_facts(told, on)
        result = assess(edition, facts, on)
        sheet = cards.sheet(result, told, "en", sections_of(result, facts))
        ways = json.loads(sheet.text)["sections"][0]["lines"]
        assert any("English" in way for way in ways)
        assert not any("Japanese" in way or "Chinese" in way for way in ways)

    def test_a_failed_prerequisite_is_named_unless_it_could_harm(self) -> None:
        assert "failed-hk-criteria-age" in [m.id for m in card_of("too young").headline]
        one, on = scheme("hk-qmas-gpt"), date(2026, 11, 22)
        edition = one.in_force(on)
        assert edition is not None
        facts = read_facts(FULL | {"clean_record": False}, on)
        found = card(assess(edition, facts, on))
        assert [message.id for message in found.headline] == ["result-ineligible"]

    def test_bars_are_certain_up_to_the_least_and_possible_up_to_the_most(self) -> None:
        total = card_of("points open").total
        assert total is not None
        assert (total.bar.least, total.bar.most, total.bar.maximum) == (60, 225, 245)
        assert (total.threshold, total.bar.state) == (80, "open")
        [age, education, *_] = card_of("points open").bars
        assert (age.least, age.most, age.maximum, age.state) == (30, 30, 30, "met")
        assert education.least < education.most

    @pytest.mark.parametrize(
        ("name", "states"),
        [
            ("criteria met", {"met", "not-met"}),
            ("criteria open", {"met", "not-met", "open"}),
            ("points short", {"part"}),
            ("door", {"part"}),
            ("no door", {"not-met"}),
            ("doors open", {"open"}),
            ("Macao", {"advantage", "neutral", "disadvantage", "open"}),
            ("Macao alone", {"disadvantage"}),
            ("Macao renewal", set()),
            ("Macao closed, nothing told", set()),
            ("too young", set()),
        ],
    )
    def test_the_states_of_its_bars(self, name: str, states: set[str]) -> None:
        assert {bar.state for bar in card_of(name).bars} == states

    def test_a_historic_reading_says_so_before_it(self) -> None:
        assert card_of("Macao closed").headline[-1].id == "labels-historic"


class TestTheFile:
    @IN_EACH
    def test_it_is_tagged_and_named_in_its_language(self, cards: Cards, language: str) -> None:
        reader = pypdf.PdfReader(io.BytesIO(cards.document(sheet_of(cards, "Macao", language))))
        root: Any = reader.root_object
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == {"en": "en", "zh-Hant": "zh-HK", "zh-Hans": "zh-CN"}[language]
        assert reader.metadata is not None
        assert words().text(language, "card-title") in str(reader.metadata.title)
        assert "CreationDate" not in str(reader.metadata)

    def test_headings_lists_and_the_bar_are_known_to_screen_readers(self, made: bytes) -> None:
        found: dict[str, list[str]] = {}

        def walk(node: Any) -> None:
            node = node.get_object()
            if isinstance(node, list):
                for child in node:
                    walk(child)
            elif isinstance(node, dict):
                if "/S" in node:
                    found.setdefault(node["/S"], []).append(node.get("/Alt", ""))
                walk(node.get("/K", pypdf.generic.NullObject()))

        root: Any = pypdf.PdfReader(io.BytesIO(made)).root_object
        walk(root["/StructTreeRoot"])
        assert len(found["/H1"]) == 1
        assert len(found["/H2"]) == 3
        assert len(found["/LI"]) == 4 + 8
        assert found["/Figure"] == ["7 of 12 criteria, 6 to submit"]

    def test_the_payload_is_read_by_a_library(self, made: bytes) -> None:
        about: Any = pypdf.PdfReader(io.BytesIO(made), strict=True).metadata
        assert about["/Keywords"].startswith("yauchoi-card.")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_message_has_its_letters(self, language: str, catalogues: Words) -> None:
        """A letter without a glyph would be an empty box in the picture: PDF/UA-1 refuses it."""
        texts = [catalogues.render(language, message) for _, message in MESSAGES]
        texts += [catalogues.argument(language, Nation(code)) for code in sorted(NATIONS)]
        texts += [catalogues.argument(language, Tongue(code)) for code in sorted(TONGUES)]
        texts += [f"{s.title} {s.address}" for o in schemes().values() for s in o.sources.values()]
        texts.append("■▨□│")  # the cells of the chart, which stand in no message
        letters = "".join(sorted(set("".join(texts).translate(typeset.STAND_INS)) - {"\n"}))
        typst.Compiler(font_paths=typeset.fonts()).compile(
            b'#set document(title: "letters")\n'
            b"#set text(font: sys.inputs.face, fallback: false)\n#sys.inputs.letters",
            sys_inputs={"letters": letters, "face": typeset.face(language)},
            format="pdf",
            pdf_standards="ua-1",
        )

    def test_a_letter_that_no_face_has_is_refused(self, cards: Cards) -> None:
        strange = json.loads(sheet_of(cards, "door").text) | {"day": "\u1885"}
        with pytest.raises(CardError, match="could not be set"):
            cards.document(Sheet(json.dumps(strange)))

    def test_markup_in_the_data_is_only_text(self, cards: Cards) -> None:
        wild = "#panic(1) *b* _i_ `c` <x> $y$ \\ // = [z] @me ~ -- #{1+1} \"q\" 'r' #sys.inputs"
        lines = (say("line-unsettled", text=wild),)
        sheet = sheet_of(cards, "door", sections=(Section(say("unsettled-title"), lines),))
        assert squeezed(wild) in text_of(cards.document(sheet))
        cards.picture(sheet)

    def test_many_threads_make_the_same(self, cards: Cards) -> None:
        sheets = [sheet_of(cards, name) for name in ("door", "Macao", "points short")]

        async def together() -> list[bytes]:
            asked = [asyncio.to_thread(cards.document, one) for one in sheets * 2]
            return list(await asyncio.gather(*asked))

        alone = [cards.document(one) for one in sheets]
        assert asyncio.run(together()) == alone * 2


EDITION, ON = ("hk-qmas-gpt", date(2024, 11, 1)), date(2026, 11, 22)
LINE = {"case": "a name", "scheme": "hk-qmas-gpt", "on": "2026-11-22", "facts": FULL}
COMMAND = (sys.executable, "-m", "bot.cli", "card")
PLACES = (
    {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    {"TZ": "America/Los_Angeles", "LANG": "C", "SOURCE_DATE_EPOCH": "1"},
)


class TestTheSameBytes:
    @pytest.mark.parametrize(("kind", "language"), [("pdf", "zh-Hant"), ("png", "en")])
    def test_from_other_processes_places_and_times(
        self, cards: Cards, tmp_path: Path, kind: str, language: str
    ) -> None:
        maker, wanted = CardMaker(cards), Wanted(EDITION[0], EDITION[1], ON, language, FULL)
        here = maker.document(wanted) if kind == "pdf" else maker.picture(wanted)
        for i, place in enumerate(PLACES):
            subprocess.run(
                [*COMMAND, "-", "--lang", language, "--out", f"{i}.{kind}"],
                input=json.dumps(LINE).encode(),
                cwd=tmp_path,
                env=os.environ | place | {"PYTHONHASHSEED": str(i), "DATA_KEY": KEY},
                check=True,
            )
            assert (tmp_path / f"{i}.{kind}").read_bytes() == here

    def test_whatever_the_order_in_which_things_were_told(self, cards: Cards) -> None:
        result = result_of("criteria met")
        mixed = dict(reversed(FULL.items())) | {"languages": ["english", "chinese", "english"]}
        mixed |= {"age": 35.0, "award": None}
        assert cards.sheet(result, mixed, "en") == cards.sheet(result, FULL, "en")

    def test_what_was_told_in_one_form(self) -> None:
        told = {"income_hkd": {"below": 5.0, "from": None}, "age": 3.0, "stem": True, "a": None}
        assert canonical(told) == {"age": 3, "income_hkd": {"below": 5}, "stem": True}

    def test_another_answer_is_another_code(self, cards: Cards) -> None:
        result = result_of("criteria met")
        codes = {
            json.loads(cards.sheet(result, told, language).text)["code"]
            for told, language in product((FULL, FULL | {"age": 36}), LANGUAGES)
        }
        assert len(codes) == 6


NOT_OURS, ALTERED, OTHER_KEY = "not a card", "was altered", "another key"


def tampered(pdf: bytes) -> Iterator[tuple[str, bytes, str]]:
    """Files made of a card: what was done, the file, what must be said."""
    end = pdf.rindex(b"%yauchoi-card-seal")
    yield "nothing", b"", NOT_OURS
    yield "another file", b"%PDF-1.7\n%%EOF\n", NOT_OURS
    yield "no PDF at all", b"hello", NOT_OURS
    yield "a picture", b"\x89PNG\r\n\x1a\n" + pdf[8:], NOT_OURS
    yield "the seal cut off", pdf[:end], ALTERED
    yield "a line added", pdf + b"\n", ALTERED
    yield "an update added", pdf + pdf[:end], ALTERED
    yield "a byte before", b" " + pdf, NOT_OURS
    yield "the first half", pdf[: len(pdf) // 2], NOT_OURS
    yield "another version", pdf.replace(b"%PDF-1.7", b"%PDF-1.4"), ALTERED
    yield "the seal of zeros", re.sub(rb"[0-9a-f]{64}\n\Z", b"0" * 64 + b"\n", pdf), ALTERED
    yield "another key named", re.sub(rb"(seal )[0-9a-f]{8}", rb"\g<1>00000000", pdf), OTHER_KEY
    yield "too large", pdf + b" " * LARGEST, NOT_OURS


class TestVerifying:
    def test_fine(self, cards: Cards, made: bytes) -> None:
        found = cards.verify(made)
        code = json.loads(sheet_of(cards, "criteria met").text)["code"].removeprefix("Code ")
        assert found.sound
        assert found.sentence == (
            "This card is as it was made: hk-qmas-gpt, edition of 2024-11-01, for 2026-11-22: "
            f"7 (meets), code {code}."
        )
        assert re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", code)

    @pytest.mark.parametrize(
        ("language", "sound", "altered"),
        [
            ("en", "This card is as it was made: ", "This card was altered after it was made: "),
            ("zh-Hant", "這張卡與製作時相同：", "這張卡在製作後曾被改動，"),
            ("zh-Hans", "这张卡与制作时相同：", "这张卡在制作之后被改动过，"),
        ],
    )
    def test_it_is_said_in_the_language_asked_for(
        self, cards: Cards, made: bytes, language: str, sound: str, altered: str
    ) -> None:
        assert cards.verify(made, language).sentence.startswith(sound)
        data = made.replace(b"endobj", b"endobk", 1)
        assert cards.verify(data, language).sentence.startswith(altered)

    @CASES
    def test_every_kind_is_recognised(self, cards: Cards, name: str) -> None:
        assert cards.verify(cards.document(sheet_of(cards, name))).sound

    def test_each_kind_of_tampering(self, cards: Cards, made: bytes) -> None:
        for what, data, said in tampered(made):
            found = cards.verify(data)
            assert not found.sound, what
            assert said in found.sentence, what

    def test_a_payload_taken_from_another_card(self, cards: Cards, made: bytes) -> None:
        own, other = (
            sheet_of(cards, "criteria met", language).payload.encode()
            for language in ("en", "zh-Hans")
        )
        found = cards.verify(made.replace(own, other))
        assert (found.sound, ALTERED in found.sentence) == (False, True)

    def test_no_bit_can_be_flipped(self, cards: Cards, made: bytes) -> None:
        lots = random.Random(7)  # noqa: S311 - a table of tries
        for _ in range(400):
            place = lots.randrange(len(made))
            data = bytearray(made)
            data[place] ^= 1 << lots.randrange(8)
            assert not cards.verify(bytes(data)).sound

    def test_no_file_is_too_strange(self, cards: Cards, made: bytes) -> None:
        lots = random.Random(8)  # noqa: S311 - a table of tries
        for _ in range(300):
            cut = made[: lots.randrange(len(made))]
            noise = lots.randbytes(lots.randrange(2000))
            for data in (cut, noise, cut + noise, b"%PDF-1.7\n" + noise + made[-200:]):
                assert not cards.verify(data).sound

    def test_with_another_key(self, made: bytes) -> None:
        found = Cards(LIBRARY, words(), (OTHER,)).verify(made)
        assert (found.sound, OTHER_KEY in found.sentence) == (False, True)

    def test_after_the_key_was_rotated(self, made: bytes) -> None:
        rotated = Cards(LIBRARY, words(), (OTHER, KEY))
        assert rotated.verify(made).sound
        newer = rotated.document(sheet_of(rotated, "criteria met"))
        assert newer != made
        assert rotated.verify(newer).sound
        assert OTHER_KEY in Cards(LIBRARY, words(), (KEY,)).verify(newer).sentence

    def test_a_raised_revision_is_told(
        self, cards: Cards, made: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def revised(edition: Edition, *rest: Any) -> Assessment:
            result = assess(edition, *rest)
            return replace(result, edition=edition.model_copy(update={"revision": 2}))

        monkeypatch.setattr(issue, "assess", revised)
        found = cards.verify(made)
        assert found.sound
        assert "from revision 1 to 2, which gives the same result" in found.sentence

    def test_a_result_that_does_not_follow_is_refused(
        self, cards: Cards, made: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def worse(*given: Any) -> Assessment:
            return replace(assess(*given), least=1, most=1)

        monkeypatch.setattr(issue, "assess", worse)
        assert "does not follow" in cards.verify(made).sentence

    @pytest.mark.parametrize(
        "change",
        [{"scheme": "hk-none"}, {"edition": "2001-01-01"}, {"day": "?"}, {"facts": {"x": 1}}],
    )
    def test_rules_that_are_not_known_any_more(self, cards: Cards, change: dict[str, Any]) -> None:
        told: dict[str, Any] = {"facts": {}, "outcome": "open", "least": 0, "most": 12}
        told |= {"scheme": "hk-qmas-gpt", "edition": "2024-11-01", "revision": 1}
        claim = signed.Claim(**(told | {"day": "2026-11-22", "language": "en"} | change))
        signer = signed.Signer((KEY,))
        _, payload = signer.sign(claim)
        found = cards.verify(signer.seal(b"%PDF-1.7\n" + payload.encode()))
        assert (found.sound, "not known here" in found.sentence) == (False, True)

    def test_the_code_does_not_tell_the_key(self, cards: Cards) -> None:
        sheet = sheet_of(cards, "criteria met")
        assert KEY not in sheet.text + sheet.payload
        assert new_key() != KEY


Capture = pytest.CaptureFixture[str]


class TestTheCommand:
    @pytest.fixture(autouse=True)
    def _elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("DATA_KEY", KEY)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        Path("line").write_text(json.dumps(LINE), "utf-8")

    def run(self, capsys: Capture, *arguments: str) -> tuple[int, str, str]:
        try:
            status = cli.main(["card", *arguments])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        return (status, *capsys.readouterr())

    def test_a_card_is_made_and_verified(self, capsys: Capture) -> None:
        assert self.run(capsys, "line", "--out", "a.pdf", "--lang", "zh-Hant") == (0, "", "")
        assert "不是" not in text_of(Path("a.pdf").read_bytes())
        status, out, err = self.run(capsys, "--verify", "a.pdf")
        assert (status, err) == (0, "")
        assert out.startswith("This card is as it was made: hk-qmas-gpt")
        assert sorted(path.name for path in Path().iterdir()) == ["a.pdf", "line"]

    def test_an_altered_one_is_refused(self, capsys: Capture) -> None:
        self.run(capsys, "line", "--out", "a.pdf")
        with Path("a.pdf").open("ab") as file:
            file.write(b" ")
        status, out, err = self.run(capsys, "--verify", "a.pdf")
        assert (status, out) == (1, "")
        assert err == "yauchoi: This card was altered after it was made: do not rely on it.\n"

    @pytest.mark.parametrize(
        ("arguments", "status", "said"),
        [
            (["line"], 2, "--out is left out"),
            (["line", "--out", "a.gif"], 2, '--out is "a.gif"'),
            (["line", "--out", "no/such/a.png"], 2, 'no/such/a.png", which cannot be written'),
            (["nothing", "--out", "a.png"], 2, "cannot be read"),
            (["line", "--out", "a.png", "--lang", "xx"], 2, "the languages are"),
            (["line", "--verify", "line"], 2, "name either"),
            ([], 2, "name either"),
            (["--verify", "line", "--out", "a.pdf"], 2, "leave it out"),
            (["--verify", "line"], 1, "not a card"),
            (["two", "--out", "a.png"], 2, "holds 2 lines"),
            (["none", "--out", "a.png"], 2, "holds 0 lines"),
            (["bad", "--out", "a.png"], 1, "is not a scheme"),
            (["odd", "--out", "a.png"], 1, "is not JSON"),
            (["false", "--out", "a.png"], 1, "must be from 0 to 120"),
            (["late", "--out", "a.png"], 1, "filed before"),
        ],
    )
    def test_one_sentence_for_what_is_wrong(
        self, capsys: Capture, arguments: list[str], status: int, said: str
    ) -> None:
        late = {"purpose": "pending", "filed_on": "2024-01-01"}
        for name, text in {
            "two": json.dumps(LINE) * 1 + "\n" + json.dumps(LINE),
            "none": "\n\n",
            "bad": '{"scheme": "x"}',
            "odd": "{",
            "false": json.dumps(LINE | {"facts": {"age": 999}}),
            "late": json.dumps({"scheme": "mo-technical", "on": "2024-05-01", "facts": late}),
        }.items():
            Path(name).write_text(text, "utf-8")
        found, out, err = self.run(capsys, *arguments)
        assert (found, out) == (status, "")
        assert said in err
        assert err.startswith("yauchoi: ")
        assert err.endswith(".\n")
        assert err.count("\n") == 1
        assert not list(Path().glob("*.png"))

    def test_verifying_makes_no_key(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("DATA_KEY")
        status, _, err = self.run(capsys, "--verify", "line")
        assert status == 2
        assert "no key is kept here" in err
        assert not Path("config").exists()

    def test_the_first_card_makes_the_key_that_verifies_it(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("DATA_KEY")
        assert self.run(capsys, "line", "--out", "a.pdf")[0] == 0
        assert Path("config/yauchoi/data.key").exists()
        assert self.run(capsys, "--verify", "a.pdf")[0] == 0

    def test_without_the_key_of_a_database_nothing_is_signed(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("DATA_KEY")
        Path("var").mkdir()
        Path("var/yauchoi.db").touch()
        status, _, err = self.run(capsys, "line", "--out", "a.pdf")
        assert (status, "DATA_KEY is not set" in err) == (2, True)
        assert not Path("a.pdf").exists()
