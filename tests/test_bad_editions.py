"""Bad editions: each kind of fault is named by file and line, with the mend, and nothing else is.

Every file under `bad/editions` is one bad edition of the made-up scheme, in place of the sound one
of its day, or of the file that its `# file:` names; a sub-folder is one case of several files.
Comments at the head say what is expected, one `# expect:` a finding. A new file needs no code.
"""

import re
import shutil
from pathlib import Path

import pytest

from bot.commands.check import check

# The made-up scheme as these tests know it, whatever becomes of the shipped one.
FROZEN = Path(__file__).parent / "demo" / "zz-demo"


BAD = Path(__file__).with_name("bad") / "editions"
CASES = sorted(BAD.iterdir())
EXPECT = re.compile(r"^# expect: (.*)$", re.MULTILINE)
FILE = re.compile(r"^# file: (.*)$", re.MULTILINE)
DAY = re.compile(r"^day: (.*)$", re.MULTILINE)
# The file, the line, what was found and, after a semicolon or as a whole, the mend.
FINDING = re.compile(r"schemes/zz-[a-z]+/[\w-]+\.yaml:[1-9]\d*: \S.*\.")


def files(case: Path) -> list[Path]:
    """Return the files of a case."""
    return sorted(case.iterdir()) if case.is_dir() else [case]


def text(file: Path) -> str:
    """Read a file that may be broken in any way."""
    return file.read_text("utf-8", errors="replace")


def expected(case: Path) -> list[str]:
    """Return what the heads of a case's files expect."""
    return [sentence for file in files(case) for sentence in EXPECT.findall(text(file))]


def place(file: Path) -> str:
    """Return the file that a bad one stands in for."""
    named = FILE.search(text(file))
    day = DAY.search(text(file))
    if named:
        return named[1]
    assert day, f"{file.name} names no day; write `# file:` at its head"
    return f"{day[1]}.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a shelf on which the made-up scheme stands alone."""
    found = tmp_path / "schemes"
    shutil.copytree(FROZEN, found / "zz-demo")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_edition_gives_exactly_its_findings(case: Path, root: Path, no_words: Path) -> None:
    for file in files(case):
        target = root / "zz-demo" / place(file)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    assert list(check(root, no_words)) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_finding_says_where_what_and_the_mend(case: Path) -> None:
    assert expected(case)
    assert all(FINDING.fullmatch(sentence) for sentence in expected(case))


def test_the_sound_editions_have_no_finding_but_that_no_one_accepted_them(
    root: Path, no_words: Path
) -> None:
    never = "its verdicts were never accepted; look at it, then run yauchoi check --accept."
    assert list(check(root, no_words)) == [
        f"schemes/zz-demo/2020-01-01.yaml: {never}",
        f"schemes/zz-demo/2022-01-01.yaml: {never}",
    ]


def test_a_file_that_is_gone_is_named(root: Path, no_words: Path) -> None:
    (root / "zz-demo" / "sources.yaml").unlink()
    gone = "the file cannot be read (No such file or directory); restore it."
    assert list(check(root, no_words)) == [f"schemes/zz-demo/sources.yaml:1: {gone}"]


def test_a_scheme_without_an_edition_is_named(root: Path, no_words: Path) -> None:
    for edition in (root / "zz-demo").glob("20*.yaml"):
        edition.unlink()
    none = "the scheme has no edition; add a file named by its first day."
    assert list(check(root, no_words)) == [f"schemes/zz-demo/scheme.yaml:1: {none}"]
