"""The command line: help, wrong calls, listings, and the chat over a pipe."""

import argparse
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import pytest

from bot import cli
from bot.commands import check, listings
from bot.terminal.chat import Terminal
from bot.words.catalogue import words
from flows.assessing.texts import facts_to_ask
from flows.dialogue import Session
from flows.documents import RuleError
from flows.message import say
from tests.shelf import LIBRARY, schemes, vocabulary

ROOT = Path(__file__).parents[1]
LANGUAGES = words().languages


def _commands() -> dict[str, argparse.ArgumentParser]:
    [commands] = [action.choices for action in cli._parser()._actions if action.choices]
    assert isinstance(commands, dict)
    return commands


Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """Run a command: its status, its output, and what it says on standard error."""
    try:
        status = cli.main(list(arguments))
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    out, err = capsys.readouterr()
    return status, out, err


def is_one_sentence(said: str) -> bool:
    return said.startswith("yauchoi: ") and said.endswith(".\n") and said[:-1].isprintable()


class TestHelp:
    def test_the_commands(self) -> None:
        assert {"chat", "assess", "schemes", "facts", "check"} <= _commands().keys()

    def test_help_names_every_command_and_what_it_does(self, capsys: Capture) -> None:
        status, out, err = run(capsys, "--help")
        assert (status, err) == (0, "")
        for command in _commands():
            assert f"\n    {command} " in out

    def test_the_version_is_that_of_the_distribution(self, capsys: Capture) -> None:
        status, out, err = run(capsys, "--version")
        assert (status, out, err) == (0, f"yauchoi {metadata.version('yauchoi')}\n", "")

    @pytest.mark.parametrize("command", _commands())
    def test_every_command_has_help(self, command: str, capsys: Capture) -> None:
        status, out, err = run(capsys, command, "--help")
        assert (status, err) == (0, "")
        assert out.startswith(f"usage: yauchoi {command} ")
        for action in _commands()[command]._actions:
            assert action.help
            assert action.help.replace("%", "") in " ".join(out.split())


# A call, and what the sentence says of it.
WRONG: list[tuple[list[str], str]] = [
    ([], "COMMAND"),
    (["nope"], "invalid choice: 'nope'"),
    (["Chat"], "invalid choice: 'Chat'"),
    (["--nope"], "COMMAND"),
    (["-"], "invalid choice: '-'"),
    (["schemes", "hk-qmas-gpt"], "unrecognized arguments: hk-qmas-gpt"),
    (["facts", "--yaml"], "unrecognized arguments: --yaml"),
    (["check", "--accept=all"], "--accept"),
    (["assess"], "FILE"),
    (["assess", "-", "-"], "unrecognized arguments: -"),
    (["assess", "-", "--lang"], "--lang: expected one argument"),
    (["assess", "-", "--lang", "xx"], '--lang is "xx", but the languages are en, '),
    (["assess", "-", "--lang", ""], '--lang is "", but the languages are en, '),
    (["assess", "no/such/file"], 'the file "no/such/file" cannot be read (No such file'),
    (["assess", "."], 'the file "." cannot be read (Is a directory)'),
    (["chat", "file"], "unrecognized arguments: file"),
    (["chat", "--lang", "EN"], '--lang is "EN", but the languages are en, '),
    (["chat", "--lang", "zh"], '--lang is "zh", but the languages are en, '),
    (["chat", "--lang", "../en"], '--lang is "../en", but the languages are en, '),
    (["chat", "--lang", "x\ny\x1b"], '--lang is "x?y?", but the languages are en, '),
    (["chat", "--on", "1 May 2026"], '--on is "1 May 2026", but a day is written YYYY-MM-DD'),
    (["chat", "--on", "2026-13-01"], '--on is "2026-13-01", a day that no calendar has'),
    (["chat", "--on", "2026-02-30"], '--on is "2026-02-30"'),
    (["chat", "--on", "20261122"], '--on is "20261122"'),
    (["chat", "--on", "2026-W01-1"], '--on is "2026-W01-1"'),
    (["chat", "--on", "2026-11"], '--on is "2026-11"'),
    (["chat", "--on", "２０２６-11-22"], '--on is "２０２６-11-22"'),
    (["chat", "--on", "today"], '--on is "today"'),
    (["chat", "--on", ""], '--on is ""'),
    (["chat", "--on", "1\n2"], '--on is "1?2"'),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=lambda value: repr(value)[:40])
def test_a_wrong_call_ends_with_2_and_one_sentence(
    arguments: list[str], said: str, capsys: Capture
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert is_one_sentence(err)
    assert said in err
    assert "usage:" not in err


# A wrong call in a language, and what is said, whole.
TOLD: list[tuple[str, list[str], str]] = [
    (
        "zh-Hant",
        ["assess", "no/such"],
        '未能讀取檔案"no/such"（沒有這個檔案或資料夾）；請指定可讀取的檔案。',
    ),
    (
        "zh-Hans",
        ["advise", "no/such"],
        '无法读取文件"no/such"（没有这个文件或文件夹）；请指定可以读取的文件。',
    ),
    ("zh-Hant", ["forecast", "."], '未能讀取檔案"."（這是資料夾）；請指定可讀取的檔案。'),
    ("zh-Hans", ["card", "."], '无法读取文件"."（这是文件夹）；请指定可以读取的文件。'),
    ("zh-Hant", ["chat", "--on", "1月1日"], '--on是"1月1日"，但日期須寫成YYYY-MM-DD。'),
    (
        "zh-Hant",
        ["chat", "--on", "2026-13-01"],
        '--on是"2026-13-01"，但曆法上沒有這一日；請填寫確實存在的日期。',
    ),
    ("zh-Hans", ["chat", "--on", "today"], '--on的值是"today"，但日期要写成YYYY-MM-DD。'),
    ("zh-Hant", ["card"], "請指定FILE及--out，或指定--verify及一個PDF。"),
    ("zh-Hans", ["card", os.devnull], "没有指定--out；请写明以.png或.pdf结尾的文件名。"),
    ("zh-Hant", ["card", os.devnull, "--out", "x"], '--out是"x"，但檔名須以.png或.pdf結尾。'),
    (
        "zh-Hans",
        ["card", os.devnull, "--out", "x.png"],
        "输入共有0行，但一张结果卡只由一行JSON制成。",
    ),
]


@pytest.mark.parametrize(
    ("language", "arguments", "said"), TOLD, ids=lambda value: repr(value)[:40]
)
def test_a_wrong_call_is_told_in_its_language_with_one_full_stop(
    language: str, arguments: list[str], said: str, capsys: Capture
) -> None:
    assert run(capsys, *arguments, "--lang", language) == (2, "", f"yauchoi: {said}\n")


@pytest.mark.parametrize("arguments", [["nope"], ["chat", "--on", "2026-13-01"]])
def test_the_process_ends_with_the_status(arguments: list[str]) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments], capture_output=True, cwd=ROOT, check=False
    )
    assert (found.returncode, found.stdout) == (2, b"")
    assert is_one_sentence(found.stderr.decode())


class TestSchemes:
    def listed(self, capsys: Capture) -> dict[str, Any]:
        status, out, err = run(capsys, "schemes", "--json")
        assert (status, err) == (0, "")
        return {one["id"]: one for one in json.loads(out)}

    def test_every_scheme_is_listed(self, capsys: Capture) -> None:
        assert list(self.listed(capsys)) == list(schemes())

    @pytest.mark.parametrize(
        ("scheme", "edition", "threshold", "maximum"),
        [
            ("hk-qmas-gpt", "2006-06-28", 80, 165),
            ("hk-qmas-gpt", "2008-01-21", 80, 165),
            ("hk-qmas-gpt", "2015-05-04", 80, 195),
            ("hk-qmas-gpt", "2018-08-28", 80, 225),
            ("hk-qmas-gpt", "2023-01-01", 80, 245),
            ("hk-qmas-gpt", "2024-11-01", 6, 12),
            ("hk-qmas-apt", "2006-06-28", 165, 165),
            ("hk-qmas-apt", "2008-01-21", 165, 165),
            ("hk-qmas-apt", "2015-05-04", 195, 195),
            ("hk-qmas-apt", "2018-08-28", 225, 225),
            ("hk-qmas-apt", "2023-01-01", 245, 245),
            ("hk-qmas-apt", "2024-11-01", None, None),
            ("mo-technical", "2005-04-04", None, None),
        ],
    )
    def test_the_points_of_each_edition(
        self,
        scheme: str,
        edition: str,
        threshold: int | None,
        maximum: int | None,
        capsys: Capture,
    ) -> None:
        [found] = [
            one for one in self.listed(capsys)[scheme]["editions"] if one["edition"] == edition
        ]
        assert (found["threshold"], found["maximum"]) == (threshold, maximum)

    def test_the_editions_follow_each_other_without_a_gap(self, capsys: Capture) -> None:
        for scheme in self.listed(capsys).values():
            for one, following in pairwise(scheme["editions"]):
                end, start = one["until"], following["edition"]
                assert date.fromisoformat(end) + timedelta(days=1) == date.fromisoformat(start)

    def test_every_edition_names_sources_that_are_told(self, capsys: Capture) -> None:
        for scheme in self.listed(capsys).values():
            for edition in scheme["editions"]:
                assert edition["sources"]
                for source in edition["sources"]:
                    told = scheme["sources"][source]
                    assert told["title"]
                    assert told["address"]
                    assert date.fromisoformat(told["read"])

    @pytest.mark.parametrize("scheme", ["hk-qmas-gpt", "hk-qmas-apt"])
    @pytest.mark.parametrize(
        ("on", "before", "now", "after"),
        [
            ("2006-06-27", None, None, "2006-06-28"),
            ("2006-06-28", None, "2006-06-28", "2008-01-21"),
            ("2015-05-03", "2006-06-28", "2008-01-21", "2015-05-04"),
            ("2015-05-04", "2008-01-21", "2015-05-04", "2018-08-28"),
            ("2024-10-31", "2018-08-28", "2023-01-01", "2024-11-01"),
            ("2024-11-01", "2023-01-01", "2024-11-01", None),
        ],
    )
    def test_the_status_on_a_day(
        self, scheme: str, on: str, before: str | None, now: str | None, after: str | None
    ) -> None:
        listed = json.loads(listings.schemes_json(LIBRARY, date.fromisoformat(on)))
        editions = next(one["editions"] for one in listed if one["id"] == scheme)
        found = {one["edition"]: one["status"] for one in editions}
        for edition, status in ((before, "former"), (now, "in force"), (after, "not yet in force")):
            assert edition is None or found[edition] == status
        assert [one for one, status in found.items() if status == "in force"] == [now] * bool(now)

    @pytest.mark.parametrize(
        ("on", "status"),
        [
            ("2005-04-03", "not yet in force"),
            ("2023-06-30", "in force"),
            ("2023-07-01", "closed to first applications"),
        ],
    )
    def test_the_route_in_macao_closes(self, on: str, status: str) -> None:
        listed = json.loads(listings.schemes_json(LIBRARY, date.fromisoformat(on)))
        [macao] = [one for one in listed if one["id"] == "mo-technical"]
        assert [one["status"] for one in macao["editions"]] == [status]
        assert macao["successor"]["id"] == "mo-talents"

    def test_the_text_has_a_line_for_each_edition(self, capsys: Capture) -> None:
        status, out, err = run(capsys, "schemes")
        assert (status, err) == (0, "")
        for scheme in schemes().values():
            assert scheme.id in out
            for day in scheme.days:
                assert f"\n  {day} to " in out or f"\n  {day} on " in out

    def test_an_edition_to_come_has_no_end_that_is_now(self) -> None:
        before = listings.schemes_text(LIBRARY, date(2021, 12, 31)).splitlines()
        assert "  2020-01-01 to 2021-12-31  10 of 20     in force" in before
        assert "  2022-01-01 on             2 of 3       not yet in force" in before
        after = listings.schemes_text(LIBRARY, date(2022, 1, 1)).splitlines()
        assert "  2022-01-01 to now         2 of 3       in force" in after


class TestFacts:
    def test_the_vocabulary_is_listed(self, capsys: Capture) -> None:
        status, out, err = run(capsys, "facts", "--json")
        assert (status, err) == (0, "")
        listed = json.loads(out)
        assert [one["id"] for one in listed] == [
            name for name in vocabulary() if not name.startswith("demo_")
        ]
        for one in listed:
            fact = vocabulary()[one["id"]]
            assert one["type"] == fact.kind
            assert one.get("options", []) == list(fact.options)
            assert (one.get("least"), one.get("most")) == (fact.least, fact.most)
            assert one.get("unit") == fact.unit
            assert bool(one.get("unit")) == fact.numeric

    @pytest.mark.parametrize(
        ("fact", "least", "most", "unit"),
        [
            ("age", 0, 120, "age"),
            ("graduate_years", 0, 80, "years"),
            ("business_share", 0, 100, "percent"),
            ("children", 0, 20, "children"),
            ("income_hkd", 0, 10**12, "hkd"),
            ("business_profit_hkd", -(10**12), 10**12, "hkd"),
        ],
    )
    def test_the_bounds(self, fact: str, least: int, most: int, unit: str, capsys: Capture) -> None:
        listed = {one["id"]: one for one in json.loads(run(capsys, "facts", "--json")[1])}
        found = listed[fact]
        assert (found["least"], found["most"], found["unit"]) == (least, most, unit)

    def test_the_text_has_a_line_for_each_fact(self, capsys: Capture) -> None:
        status, out, err = run(capsys, "facts")
        assert (status, err) == (0, "")
        _, listed = out.split("\n\n")
        assert [line.split()[0] for line in listed.splitlines()] == [
            name for name in vocabulary() if not name.startswith("demo_")
        ]

    def test_the_text_says_what_a_fact_means_and_takes(self, capsys: Capture) -> None:
        lines = run(capsys, "facts")[1].splitlines()
        for line in (
            "graduate_years             number     Graduate-level work: 0 to 80 years",
            "local_candidates           choice     Local candidates: none-found, available",
            "stem                       flag       Listed degree in STEM",
        ):
            assert line in lines

    def test_the_text_says_how_each_type_is_written(self, capsys: Capture) -> None:
        forms, _ = run(capsys, "facts")[1].split("\n\n")
        told = {line.split()[0] for line in forms.splitlines() if line.startswith("  ")}
        assert told == {fact.kind for fact in vocabulary().values()}
        assert 'ISO 3166-1 alpha-2 code such as "CN"' in forms
        assert 'ISO 639-1 codes such as "fr"' in forms

    def test_only_what_the_made_up_scheme_alone_reads_is_in_no_listing(self) -> None:
        read = {made_up: set[str]() for made_up in (True, False)}
        for one in schemes().values():
            for edition in one.editions:
                read[one.about.made_up] |= set(facts_to_ask(edition))
        made_up = {name for name, fact in vocabulary().items() if fact.made_up}
        assert made_up == read[True] - read[False]


class TestCheck:
    def test_what_is_shipped_is_sound(self, capsys: Capture) -> None:
        assert run(capsys, "check") == (0, "The rules and the catalogues are sound.\n", "")

    def test_findings_end_with_1_a_line_each(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def findings() -> Iterator[str]:
            yield from ("a.yaml:1: one", "b.yaml:2: two")

        monkeypatch.setattr(check, "check", findings)
        assert run(capsys, "check") == (1, "a.yaml:1: one\nb.yaml:2: two\n", "")

    def test_a_rule_that_cannot_be_read_ends_with_1_and_one_sentence(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken() -> NoReturn:
            raise RuleError("a.yaml:1: found nothing, expected a rule; write one.")

        monkeypatch.setattr(check, "check", broken)
        status, out, err = run(capsys, "check")
        assert (status, out) == (1, "")
        assert err == "yauchoi: a.yaml:1: found nothing, expected a rule; write one.\n"


def chat(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, typed: bytes, *arguments: str
) -> tuple[int, str]:
    """Hold a conversation over a pipe."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="ascii"))
    status, out, err = run(capsys, "chat", *arguments)
    assert err == ""
    return status, out


class TestChat:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_the_last_line_says_what_a_card_keeps(self, lang: str) -> None:
        out, told = io.StringIO(), ["agree", "mo-technical", "first", "enough", "card", "make"]
        terminal = Terminal(LIBRARY, words(), out, echo=False, issue=lambda _: "made")
        terminal.hold(Session(language=lang), told, date(2026, 11, 22))
        assert out.getvalue().splitlines()[-3:] == ["made", "", words().text(lang, "goodbye-card")]

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize(
        "scheme", [id_ for id_, one in schemes().items() if not one.about.made_up]
    )
    def test_a_day_before_any_edition_is_answered_kindly(
        self, lang: str, scheme: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        typed = f"agree\n{scheme}\n".encode()
        status, out = chat(capsys, monkeypatch, typed, "--lang", lang, "--on", "2005-01-01")
        named, first = say(f"scheme-{scheme}"), schemes()[scheme].days[0]
        answer = words().text(lang, "problem-no-edition", scheme=named, day=first)
        assert status == 0
        assert "".join(answer.split()) in "".join(out.split())
        assert out.rstrip().endswith(words().text(lang, "goodbye"))

    @pytest.mark.parametrize(
        "typed",
        [
            b"",
            b"\n\n\n",
            b"1",
            b"\xff\xfe\x00\n\xe5\x84\n",
            b"1\r\n1\r\n1\r\n35\r\n",
            "１\nagree\nhk-qmas-gpt\n３５歲\n\u202e35\n🙂\n".encode(),
            b"1\nagree\nhk-qmas-gpt\n" + b"9" * 100_000 + b"\n",
            b"1\nagree\nhk-qmas-gpt\n" + b"back\nperson\nedit\nwhy\nrestart\n" * 5,
        ],
        ids=lambda typed: repr(typed[:24]),
    )
    def test_whatever_is_typed_it_ends_with_goodbye(
        self, typed: bytes, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        status, out = chat(capsys, monkeypatch, typed, "--on", "2026-11-22")
        assert status == 0
        goodbyes = [words().text(lang, "goodbye") for lang in LANGUAGES]
        assert out.rstrip().endswith(tuple(goodbyes))

    @pytest.mark.parametrize("on", ["2006-06-28", "2024-02-29", "9999-12-31"])
    def test_a_day_can_be_chosen(
        self, on: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        typed = b"agree\nhk-qmas-gpt\n35\n"
        status, out = chat(capsys, monkeypatch, typed, "--lang", "en", "--on", on)
        assert status == 0
        assert "! " not in out

    def test_ctrl_c_ends_it(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        class Interrupted(io.BytesIO):
            def readline(self, _size: int | None = -1) -> bytes:
                raise KeyboardInterrupt

            __next__ = readline

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
        status, out, err = run(capsys, "chat", "--lang", "en")
        assert (status, err) == (0, "")
        assert out.endswith("\n")

    def test_ctrl_c_anywhere_else_ends_with_130(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object) -> NoReturn:
            raise KeyboardInterrupt

        monkeypatch.setattr(listings, "schemes_text", interrupted)
        assert run(capsys, "schemes") == (130, "", "\n")


def process(redirected: str, *arguments: str, **environment: str) -> tuple[int, bytes, str]:
    """Run a command in a shell, with its streams redirected."""
    found = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-m", "bot.cli", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
        check=False,
    )
    return found.returncode, found.stdout, found.stderr.decode()


class TestStreams:
    def test_a_closed_standard_output_is_quiet(self) -> None:
        assert process(">&-", "schemes") == (0, b"", "")

    def test_with_standard_error_closed_nothing_is_written_among_the_answers(self) -> None:
        assert process("2>&-", "advise", "no-such-file") == (2, b"", "")

    def test_a_chat_needs_standard_input(self) -> None:
        status, out, err = process("<&-", "chat", "--lang", "en")
        assert (status, out) == (2, b"")
        assert is_one_sentence(err)
        assert "standard input is closed" in err

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    def test_output_is_utf8_whatever_the_locale_says(self, encoding: str) -> None:
        status, out, err = process("", "schemes", "--json", PYTHONIOENCODING=encoding)
        assert (status, err) == (0, "")
        assert not out.decode().isascii()

    @pytest.mark.parametrize(
        "arguments", [["schemes", "--json"], ["facts"], ["check"], ["chat"], ["--help"]]
    )
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_reader_that_is_gone_ends_it_quietly(
        self, arguments: list[str], unbuffered: str
    ) -> None:
        ours, theirs = os.pipe()
        os.close(ours)
        with subprocess.Popen(
            [sys.executable, "-m", "bot.cli", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        ) as run_:
            os.close(theirs)
            assert run_.stderr
            assert run_.stderr.read() == b""
        assert run_.returncode in {0, 1}  # argparse itself lets go of help that nobody reads
