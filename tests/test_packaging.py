"""The wheel carries all it needs: rules, facts and catalogues, run far from the checkout."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PathDistribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.words.catalogue import words
from tests.asking import assess_line
from tests.shelf import schemes

ROOT = Path(__file__).parents[1]
LANGUAGES = words().languages
LINE = {"case": 1, "scheme": "hk-qmas-gpt", "on": "2020-02-29", "facts": {"age": 35}}


@dataclass(frozen=True)
class Layout:
    """Where the packages lie, and where the program is run."""

    packages: Path
    elsewhere: Path

    def python(self, *arguments: str, typed: str = "") -> tuple[int, str, str]:
        """Run Python with these packages and the dependencies, and nothing of the checkout."""
        libraries = [p for p in sys.path if Path(p).name in {"site-packages", "dist-packages"}]
        # -S leaves out the .pth files, by which an editable installation reaches the checkout.
        found = subprocess.run(
            [sys.executable, "-P", "-S", *arguments],
            input=typed.encode(),
            capture_output=True,
            cwd=self.elsewhere,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join([str(self.packages), *libraries])}
            | {"DATA_KEY": "A" * 43 + "="},
            check=False,
        )
        return found.returncode, found.stdout.decode(), found.stderr.decode()

    def yauchoi(self, *arguments: str, typed: str = "") -> tuple[int, str, str]:
        return self.python("-m", "bot.cli", *arguments, typed=typed)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder)]
    subprocess.run([*command, str(wheel)], capture_output=True, check=True)
    return Layout(folder, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return Layout(ROOT, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(params=["installed", "editable"])
def layout(request: pytest.FixtureRequest) -> Layout:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Layout)
    return found


def test_the_wheel_holds_the_two_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    [about] = tops - {"flows", "bot"}
    assert about.endswith(".dist-info")
    assert {"flows", "bot"} < tops


def test_the_wheel_holds_every_rule_and_catalogue(wheel: Path) -> None:
    rules = [path.relative_to(ROOT) for path in (ROOT / "flows").rglob("*.*")]
    catalogues = [path.relative_to(ROOT) for path in (ROOT / "locales").rglob("*.ftl")]
    wanted = {path.as_posix() for path in rules if path.suffix in {".py", ".yaml", ".json"}}
    wanted |= {f"bot/{path.as_posix()}" for path in catalogues}
    wanted |= {"bot/cards/card.typ"}
    migrations = list((ROOT / "bot" / "store" / "migrations").glob("*.sql"))
    assert migrations
    wanted |= {path.relative_to(ROOT).as_posix() for path in migrations}
    assert any(name.startswith("flows/schemes/") for name in wanted)
    with ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def test_the_wheel_names_its_command_and_carries_its_licence(installed: Layout) -> None:
    [about] = installed.packages.glob("*.dist-info")
    found = PathDistribution(about)
    [command] = found.entry_points
    assert (command.name, command.value) == ("yauchoi", "bot.cli:main")
    assert found.metadata["License-Expression"] == "MIT"
    assert (about / "licenses" / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()


def test_the_packages_come_from_where_they_were_put(layout: Layout) -> None:
    script = "import bot, flows; print(bot.__file__); print(flows.__file__)"
    status, out, err = layout.python("-c", script)
    assert (status, err) == (0, "")
    expected = [layout.packages / name / "__init__.py" for name in ("bot", "flows")]
    assert [Path(line) for line in out.splitlines()] == expected


def test_the_checkout_is_out_of_reach(installed: Layout) -> None:
    status, _, err = installed.python("-c", "import tests.asking")
    assert status == 1
    assert "No module named 'tests" in err


def test_the_wheel_says_that_its_packages_are_typed(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        assert {"flows/py.typed", "bot/py.typed"} <= set(archive.namelist())


HEAVY = (
    "aiohttp",
    "aiosqlite",
    "cryptography",
    "manimgx_fonts_cjk",
    "pydantic_settings",
    "sqlite3",
    "starlette",
    "telegram",
    "typst",
    "uvicorn",
)
LIGHT = ("assess -", "advise -", "forecast -", "schemes", "facts --json", "chat --lang en", "check")


@pytest.mark.parametrize("command", LIGHT)
def test_a_command_loads_only_what_it_uses(editable: Layout, command: str) -> None:
    arguments = command.split()
    script = (
        "import sys; from bot.cli import main; "
        f"main({arguments!r}); "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], sep=',', file=sys.stderr)"
    )
    status, _, loaded = editable.python("-c", script, typed=json.dumps(LINE) + "\n")
    assert (status, loaded.strip()) == (0, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_is_assessed_as_in_the_checkout(layout: Layout, lang: str) -> None:
    status, out, err = layout.yauchoi("assess", "--lang", lang, "-", typed=json.dumps(LINE))
    assert (status, err) == (0, "")
    assert json.loads(out) == assess_line(LINE, lang)


def test_the_rules_and_the_catalogues_are_sound(layout: Layout) -> None:
    assert layout.yauchoi("check") == (0, "The rules and the catalogues are sound.\n", "")


def test_every_scheme_is_listed(layout: Layout) -> None:
    status, out, err = layout.yauchoi("schemes")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines() if line[0] != " "] == list(schemes())


def test_a_card_is_made(layout: Layout) -> None:
    status, out, err = layout.yauchoi("card", "-", "--out", "card.pdf", typed=json.dumps(LINE))
    assert (status, out, err) == (0, "", "")
    status, out, err = layout.yauchoi("card", "--verify", "card.pdf")
    assert (status, err) == (0, "")
    assert out.startswith("This card is as it was made")


def test_the_conversation_is_held(layout: Layout) -> None:
    status, out, err = layout.yauchoi("chat", typed=f"{LANGUAGES[-1]}\n")
    assert (status, err) == (0, "")
    assert out.rstrip().endswith(words().text(LANGUAGES[-1], "goodbye"))
