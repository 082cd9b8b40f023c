"""`yauchoi assess`: bad lines are answered in place, and the process ends as a program expects."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot import cli, clock
from bot.commands.lines import Assessor
from bot.words.catalogue import words
from tests.asking import lines
from tests.shelf import LIBRARY, schemes, vocabulary

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
LANGUAGES = words().languages


def good(case: Any = "good") -> bytes:
    return json.dumps({"case": case, "scheme": "hk-qmas-gpt", "facts": {"age": 35}}).encode()


def strictly(text: str) -> Any:
    """Read JSON as its standard has it, without NaN and infinities."""

    def no_constant(name: str) -> NoReturn:
        raise AssertionError(name)

    return json.loads(text, parse_constant=no_constant)


def through(*raw: bytes, lang: str = "en") -> list[dict[str, Any]]:
    """Send lines through as they would stand in a file."""
    answers = Assessor(LIBRARY, words(), lang, TODAY).lines(io.BytesIO(b"\n".join(raw)))
    found = []
    for text, sound in answers:
        assert "\n" not in text
        answer = strictly(text)
        assert sound == ("error" not in answer) == ("outcome" in answer)
        found.append(answer)
    return found


def about(**parts: Any) -> bytes:
    return json.dumps({"case": "c", "scheme": "hk-qmas-gpt"} | parts).encode()


NOT_JSON, NOT_OBJECT, NOT_UTF8 = "is not JSON", "but not an object", "is not UTF-8"
SCHEME, DAY, FACTS = "is not a scheme", "a day is written YYYY-MM-DD", "an object of facts by id"
NO_DAY = "a day that no calendar has"

# A line, the case it names, and what its error says.
BAD: list[tuple[bytes, Any, str]] = [
    (b"age: 35", None, NOT_JSON),
    (b'{"case": "c", "scheme": ', None, NOT_JSON),
    (b"{'case': 'c'}", None, NOT_JSON),
    (b'{"case": "c"} {"case": "d"}', None, NOT_JSON),
    (b'{"case": "a\tb"}', None, NOT_JSON),
    (b"\x00", None, NOT_JSON),
    (b'{"case": ' + b"9" * 5000 + b"}", None, NOT_JSON),
    (b'{"case": NaN, "scheme": "hk-qmas-gpt"}', None, NOT_JSON),
    (b'{"case": -Infinity, "scheme": "hk-qmas-gpt"}', None, NOT_JSON),
    (b'{"case": 1e400, "scheme": "hk-qmas-gpt"}', None, NOT_JSON),
    (b'{"case": {"a": [1e400]}, "scheme": "hk-qmas-gpt"}', None, NOT_JSON),
    (b"[" * 100_000, None, NOT_JSON),
    (b"[" * 100_000 + b"]" * 100_000, None, NOT_JSON),
    (b"[]", None, NOT_OBJECT),
    (b"null", None, NOT_OBJECT),
    (b'"hk-qmas-gpt"', None, NOT_OBJECT),
    (b"35", None, NOT_OBJECT),
    (b"\xff\xfe{}", None, NOT_UTF8),
    (b'{"case": "\xe9"}', None, NOT_UTF8),
    (b'{"case": "\xed\xa0\x80"}', None, NOT_UTF8),
    ('{"case": "c"}'.encode("utf-16-le"), None, NOT_JSON),
    (b"{}", None, '"scheme" is "null", which is not a scheme'),
    (about(scheme="HK-QMAS-GPT"), "c", '"scheme" is "HK-QMAS-GPT", which is not a scheme'),
    (about(scheme="hk-qmas"), "c", SCHEME),
    (about(scheme="mo-talents"), "c", SCHEME),
    (about(scheme="../hk-qmas-gpt"), "c", SCHEME),
    (about(scheme=["hk-qmas-gpt"]), "c", '["hk-qmas-gpt"]'),
    (about(scheme={"id": 1}), "c", SCHEME),
    (about(scheme=True), "c", '"true"'),
    (about(scheme="a\nb"), "c", '"a?b"'),
    (about(scheme="x" * 10**6), "c", '"' + "x" * 57 + '..."'),
    (about(on="2026-02-30"), "c", NO_DAY),
    (about(on="2026-13-01"), "c", NO_DAY),
    (about(on="2026-00-10"), "c", NO_DAY),
    (about(on="2025-02-29"), "c", NO_DAY),
    (about(on="20261122"), "c", DAY),
    (about(on="2026-W01-1"), "c", DAY),
    (about(on="2026-11"), "c", DAY),
    (about(on="2026-1-1"), "c", DAY),
    (about(on="22/11/2026"), "c", DAY),
    (about(on="2026-11-22T00:00"), "c", DAY),
    (about(on="2026-11-22\n"), "c", DAY),
    (about(on=" 2026-11-2"), "c", DAY),
    (about(on="２０２６-１１-２２"), "c", DAY),
    (about(on="0000-01-01"), "c", NO_DAY),
    (about(on="today"), "c", DAY),
    (about(on=""), "c", DAY),
    (about(on=20261122), "c", DAY),
    (about(on=False), "c", '"false"'),
    (about(on=[]), "c", DAY),
    (about(on="2006-06-27"), "c", "the first edition starts on 2006-06-28"),
    (about(on="0001-01-01"), "c", "had no rules on 0001-01-01"),
    (about(scheme="mo-technical", on="2005-04-03"), "c", "starts on 2005-04-04"),
    (about(facts=None), "c", FACTS),
    (about(facts=[]), "c", FACTS),
    (about(facts="age"), "c", FACTS),
    (about(facts={"wage": 1}), "c", '"wage" is not a fact'),
    (about(facts={"age": "35"}), "c", '"age" is "35", but must be a number'),
    (b'{"case": "c", "scheme": "hk-qmas-gpt", "facts": {"age": NaN}}', "c", '"age" is NaN'),
    (b'{"case": "c", "scheme": "hk-qmas-gpt", "facts": {"age": 1e400}}', "c", "is Infinity"),
    (about(facts={"senior_years": 3, "graduate_years": 1}), "c", "above"),
    (about(facts={"degree": "x" * 10**7}), "c", '"' + "x" * 56 + "..."),
    (about(case=None, facts={"age": -1}), None, "from 0 to 120"),
    (about(case=[1, {"a": "優"}], facts={"age": -1}), [1, {"a": "優"}], "from 0 to 120"),
]


def _named(value: Any) -> str | None:
    return repr(value[:40]) if isinstance(value, bytes) else None


@pytest.mark.parametrize(("bad", "case", "said"), BAD, ids=_named)
def test_a_bad_line_is_answered_in_its_place_and_the_rest_is_assessed(
    bad: bytes, case: Any, said: str
) -> None:
    before, answer, after = through(good(1), bad, good(2))
    assert answer.keys() == {"case", "error"}
    assert answer["case"] == case
    assert said in answer["error"]
    assert answer["error"].endswith(".")
    assert answer["error"].isprintable()
    assert len(answer["error"]) < 300
    assert (before["case"], after["case"]) == (1, 2)
    assert before["outcome"] == after["outcome"] == "open"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_errors_and_reasons_are_in_the_language_asked_for(lang: str) -> None:
    cases = [json.dumps(case).encode() for case in lines("hong-kong.jsonl")]
    bad = [raw for raw, _, _ in BAD]
    plain, spoken = through(*cases, *bad), through(*cases, *bad, lang=lang)
    assert [_bare(answer) for answer in spoken] == [_bare(answer) for answer in plain]
    for english, other in zip(plain, spoken, strict=True):
        for before, after in zip(_texts(english), _texts(other), strict=True):
            assert after.strip()
            assert "{" not in after.replace(_found(before), "")
        if lang != "en":
            assert set(_texts(english)).isdisjoint(_texts(other))


def _found(sentence: str) -> str:
    """The braces that a sentence quotes."""
    return sentence[sentence.find("{") : sentence.rfind("}") + 1] or "\0"


TEXTS = frozenset({"why", "text", "source", "error"})


def _bare(answer: Any) -> Any:
    """An answer without its texts."""
    if isinstance(answer, dict):
        return {key: key in TEXTS or _bare(value) for key, value in answer.items()}
    return [_bare(item) for item in answer] if isinstance(answer, list) else answer


def _texts(answer: Any) -> Iterator[str]:
    """The reasons and the error of an answer; sources are names and may be alike."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key in TEXTS - {"source"}:
                yield value
            else:
                yield from _texts(value)
    elif isinstance(answer, list):
        for item in answer:
            yield from _texts(item)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"case": 1, "scheme": "hk-qmas-gpt"}\r\n{"case": 2, "scheme": "hk-qmas-gpt"}\r\n',
        b'\xef\xbb\xbf{"case": 1, "scheme": "hk-qmas-gpt"}\n{"case": 2, "scheme": "hk-qmas-gpt"}',
        b'\n\n  \n{"case": 1, "scheme": "hk-qmas-gpt"}\n\t\r\n\n  ' + good(2) + b"  \n\n",
        b'\xef\xbb\xbf\r\n{"case": 1, "scheme": "hk-qmas-gpt"}\n' + good(2),
    ],
    ids=["carriage returns", "byte order mark", "blank lines", "mark on a blank line"],
)
def test_marks_of_editors_and_blank_lines_are_no_lines(raw: bytes) -> None:
    assert [(one["case"], one["outcome"]) for one in through(raw)] == [(1, "open"), (2, "open")]


def test_nothing_in_nothing_out() -> None:
    assert through(b"") == through(b"\n \n") == []


@pytest.mark.parametrize(
    "case",
    [None, True, 0, -1.5, 1e300, "", "D01", "優才\n\u2028", "\ud800", [], [None, [1]], {"a": {}}],
)
def test_the_case_comes_back_as_it_was(case: Any) -> None:
    [answer] = through(good(case))
    assert answer["case"] == case
    assert answer["outcome"] == "open"


def test_a_line_may_name_no_case() -> None:
    [answer] = through(b'{"scheme": "hk-qmas-gpt"}')
    assert answer["case"] is None
    assert answer["outcome"] == "open"


@pytest.mark.parametrize(
    ("line", "case", "error"),
    [
        (
            b'{"case": "c", "scheme": "hk-qmas-gpt", "facst": {"age": 35}}',
            "c",
            '"facst" is not a key',
        ),
        (b'{"case": "c", "scheme": "hk-qmas-gpt", "Facts": {}}', "c", '"Facts" is not a key'),
        (b'{"case": 1, "scheme": "x", "scheme": "hk-qmas-gpt"}', 1, '"scheme" stands twice'),
        (b'{"case": 1, "case": 2, "scheme": "hk-qmas-gpt"}', 2, '"case" stands twice'),
        (
            b'{"case": 1, "scheme": "hk-qmas-gpt", "facts": {"age": 35, "age": 17}}',
            1,
            '"age" stands twice',
        ),
        (
            b'{"case": 1, "scheme": "hk-qmas-gpt", "facts": {"age": {"from": 1, "from": 2}}}',
            1,
            '"from" stands twice',
        ),
    ],
)
def test_a_key_that_no_line_has_or_that_stands_twice_is_named(
    line: bytes, case: Any, error: str
) -> None:
    [answer] = through(line)
    assert answer["case"] == case
    assert error in answer["error"]


def test_what_a_worked_case_expects_and_notes_is_let_pass() -> None:
    [answer] = through(about(facts={"age": 17}, expect={"outcome": "meets"}, note="a worked case"))
    assert answer["outcome"] == "ineligible"


@pytest.mark.parametrize(
    ("born", "error"),
    [
        ("1979-02-29", '"birth_date" is "1979-02-29", a day that no calendar has'),
        ("1979-13", '"birth_date" is "1979-13", a day that no calendar has'),
        ("0074-03-12", '"birth_date" is "0074-03-12", which makes somebody older than 120'),
        ("12 March 1979", "a day is written YYYY-MM-DD"),
    ],
)
def test_a_birth_that_cannot_be_is_refused_for_its_own_reason(born: str, error: str) -> None:
    [answer] = through(about(facts={"birth_date": born}))
    assert error in answer["error"]


def test_a_line_of_ten_megabytes_is_read() -> None:
    name = "x" * 10_000_000
    [first, second] = through(good(name), good(2))
    assert first["case"] == name
    assert second["outcome"] == "open"


@pytest.mark.parametrize("opening", ["[", '{"from": '])
def test_no_depth_of_nesting_breaks_the_run(opening: str) -> None:
    """Around the depth at which Python gives up, and well beyond."""
    closing = "]" if opening == "[" else "}"
    for depth in (*range(940, 1001), 5000):
        junk = opening * depth + "1" + closing * depth
        for line in (
            f'{{"case": {junk}, "scheme": "hk-qmas-gpt"}}',
            f'{{"scheme": {junk}}}',
            f'{{"scheme": "hk-qmas-gpt", "on": {junk}}}',
            f'{{"scheme": "hk-qmas-gpt", "facts": {junk}}}',
            f'{{"scheme": "hk-qmas-gpt", "facts": {{"age": {junk}, "degree": {junk}}}}}',
        ):
            text, sound = Assessor(LIBRARY, words(), "en", TODAY).line(line.encode())
            assert '"outcome"' in text if sound else '"error"' in text


class TestDay:
    def test_the_day_left_out_is_today(self) -> None:
        for line in (b'{"scheme": "hk-qmas-gpt"}', b'{"scheme": "hk-qmas-gpt", "on": null}'):
            [answer] = through(line)
            assert (answer["on"], answer["edition"]) == ("2026-11-22", "2024-11-01")

    @pytest.mark.parametrize(
        ("now", "on"),
        [
            (datetime(2026, 11, 22, 15, 59, tzinfo=UTC), "2026-11-22"),
            (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), "2026-11-23"),
            (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "2027-01-01"),
        ],
    )
    def test_today_is_the_day_in_hong_kong(
        self,
        now: datetime,
        on: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return now.astimezone(tz)

        monkeypatch.setattr(clock, "datetime", Clock)
        file = tmp_path / "lines.jsonl"
        file.write_bytes(good())
        assert cli.main(["assess", str(file)]) == 0
        assert strictly(capsys.readouterr().out)["on"] == on

    @pytest.mark.parametrize("on", ["2006-06-28", "2024-02-29", "9999-12-31"])
    def test_a_day_is_taken_as_it_is_written(self, on: str) -> None:
        [answer] = through(about(on=on))
        assert answer["on"] == on


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=10),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
NUMBERS = some.integers(-1, 90) | some.floats(-1, 90)
VALUES = (
    JSON
    | NUMBERS
    | some.fixed_dictionaries({}, optional={"from": NUMBERS, "below": NUMBERS})
    | some.sampled_from([one for fact in vocabulary().values() for one in fact.options])
    | some.dates().map(date.isoformat)
    | some.lists(some.sampled_from(["chinese", "english", "fr", "other", "zh"]), max_size=3)
)
LINES = JSON | some.fixed_dictionaries(
    {"scheme": some.sampled_from(sorted(schemes())) | JSON},
    optional={
        "case": JSON,
        "on": some.dates(date(2004, 1, 1), date(2030, 1, 1)).map(date.isoformat) | JSON,
        "facts": some.dictionaries(some.sampled_from(sorted(vocabulary())), VALUES, max_size=6)
        | JSON,
    },
)
# The first example builds tables of characters and tables of points, which takes a while.
unhurried = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(some.lists(LINES, max_size=3))
def test_any_json_is_assessed_or_answered_with_an_error(given_lines: list[Any]) -> None:
    answers = through(*(json.dumps(line).encode() for line in given_lines))
    assert len(answers) == len(given_lines)
    for answer in answers:
        if "error" in answer:
            assert answer.keys() == {"case", "error"}
            assert answer["error"].isprintable()
        else:
            least, most = answer["least"], answer["most"]
            assert answer["score"] == (least if least == most else None)


@unhurried
@given(some.binary(max_size=40).filter(lambda raw: b"\n" not in raw and raw.strip()))
def test_any_bytes_are_answered_with_an_error(raw: bytes) -> None:
    answers = through(raw)
    assert [answer.keys() for answer in answers] == [{"case", "error"}] or raw == b"\xef\xbb\xbf"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", *arguments]


def assess(*arguments: str, raw: bytes = b"") -> tuple[int, list[Any], str]:
    """Run the process: its status, its answers, and what it says on standard error."""
    run = subprocess.run(
        command("assess", *arguments), input=raw, capture_output=True, cwd=ROOT, check=False
    )
    answers = [strictly(line) for line in run.stdout.decode().splitlines()]
    return run.returncode, answers, run.stderr.decode()


def is_one_sentence(said: str) -> bool:
    return said.startswith("yauchoi: ") and said.endswith(".\n") and said.count("\n") == 1


class TestProcess:
    def test_sound_lines_end_with_0(self) -> None:
        status, answers, said = assess("-", raw=good(1) + b"\n" + good("\ud800"))
        assert (status, said) == (0, "")
        assert [answer["case"] for answer in answers] == [1, "\ud800"]

    def test_a_bad_line_ends_with_1_and_the_rest_is_assessed(self) -> None:
        status, answers, said = assess("-", raw=good(1) + b"\n{\n\n" + good(2))
        assert (status, said) == (1, "")
        assert [answer["case"] for answer in answers] == [1, None, 2]
        assert ["error" in answer for answer in answers] == [False, True, False]

    def test_no_lines_end_with_0(self) -> None:
        assert assess("-") == (0, [], "")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_file_in_a_language(self, lang: str, tmp_path: Path) -> None:
        file = tmp_path / "個案.jsonl"
        raw = about(on="2020-02-29", facts={"age": 35}) + b"\r\n" + about(facts={"age": "?"})
        file.write_bytes(raw)
        status, answers, said = assess("--lang", lang, str(file))
        assert (status, said) == (1, "")
        assert answers == through(raw, lang=lang)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("missing.jsonl",), '"missing.jsonl" cannot be read (No such file'),
            (("tests",), '"tests" cannot be read (Is a directory)'),
            (("",), 'the file "" cannot be read'),
            (("--lang", "xx", "-"), '--lang is "xx", but the languages are en'),
            ((), "FILE"),
        ],
    )
    def test_a_wrong_call_ends_with_2_and_one_sentence(
        self, arguments: tuple[str, ...], said: str
    ) -> None:
        status, answers, sentence = assess(*arguments, raw=good())
        assert (status, answers) == (2, [])
        assert is_one_sentence(sentence)
        assert said in sentence

    def test_a_closed_standard_input_is_a_wrong_call(self) -> None:
        run = subprocess.run(
            ["sh", "-c", 'exec "$@" <&-', "sh", *command("assess", "-")],
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        assert (run.returncode, run.stdout) == (2, b"")
        assert is_one_sentence(run.stderr.decode())
        assert "standard input is closed" in run.stderr.decode()

    def test_a_reader_that_has_enough_ends_it_quietly(self, tmp_path: Path) -> None:
        file = tmp_path / "many.jsonl"
        file.write_bytes((good() + b"\n") * 200)
        with subprocess.Popen(
            command("assess", str(file)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as run:
            assert run.stdout
            assert run.stderr
            assert strictly(run.stdout.readline().decode())["case"] == "good"
            run.stdout.close()
            assert run.stderr.read() == b""
        assert run.returncode == 1

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_reader_that_is_gone_ends_it_quietly(self, unbuffered: str) -> None:
        ours, theirs = os.pipe()
        os.close(ours)
        run = subprocess.run(
            command("assess", "-"),
            input=good(),
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
        os.close(theirs)
        assert (run.returncode, run.stderr) == (1, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_full_disk_is_told_in_one_sentence(self, unbuffered: str) -> None:
        with Path("/dev/full").open("wb") as full:
            run = subprocess.run(
                command("assess", "-"),
                input=good(),
                stdout=full,
                stderr=subprocess.PIPE,
                cwd=ROOT,
                env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
                check=False,
            )
        assert run.returncode == 2
        assert is_one_sentence(run.stderr.decode())
        assert "the disk is full" in run.stderr.decode()


# Ctrl-C reaches the process even where the tests run in the background.
HEEDFUL = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    " runpy.run_module('bot.cli', run_name='__main__', alter_sys=True)"
)


@pytest.mark.parametrize(
    ("arguments", "typed", "status"),
    [
        (("assess", "-"), good() + b"\n", 130),
        (("chat", "--lang", "en"), b"", 0),
        (("chat",), b"1\n1\n1\n35\n", 0),
    ],
)
def test_ctrl_c_ends_it_without_a_traceback(
    arguments: tuple[str, ...], typed: bytes, status: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEEDFUL, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as run:
        assert run.stdin
        assert run.stdout
        assert run.stderr
        run.stdin.write(typed)
        run.stdin.flush()
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        said = run.stderr.read()
        assert b"Traceback" not in run.stdout.read()
    assert said.strip() == b""
    assert run.returncode == status
