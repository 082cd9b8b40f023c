"""The house: imports point one way, what is generated has not drifted, words are all known."""

import ast
import importlib.util
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from bot.commands.check import all_messages
from flows.facts.kinds import KINDS
from flows.facts.vocabulary import Unit
from flows.lexicon.needed import rule_texts
from flows.library.verify import findings
from tests.shelf import LIBRARY, read_scheme

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*(ROOT / "flows").rglob("*.py"), *(ROOT / "bot").rglob("*.py")])
# From the ground up: a room imports only from itself and from floors below its own.
FLOORS = (
    ("flows.calendars", "flows.documents", "flows.message"),
    ("flows.facts", "flows.section"),
    ("flows.rules",),
    ("flows.assessing",),
    ("flows.advice", "flows.applying", "flows.library"),
    ("flows.dialogue",),
    ("flows.card", "flows.lexicon"),
    ("bot.clock", "bot.refusals", "bot.sealing", "bot.server"),
    ("bot.logs", "bot.store", "bot.words"),
    ("bot.cards", "bot.settings", "bot.sweep"),
    ("bot.conversation",),
    ("bot.telegram", "bot.terminal"),
    ("bot.service",),
    ("bot.commands",),
    ("bot.cli",),
)
OUTSIDE = {
    "asyncio",
    "http",
    "os",
    "random",
    "socket",
    "sqlite3",
    "subprocess",
    "telegram",
    "threading",
    "time",
    "urllib",
}


def module(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def room(name: str) -> str:
    """Return the room of a module: its package, or the module itself where it stands alone."""
    return ".".join(name.split(".")[:2])


def floor(name: str) -> int:
    for i, rooms in enumerate(FLOORS):
        if room(name) in rooms:
            return i
    raise AssertionError(f"{name} has no floor: give it one in FLOORS")


def reaches() -> dict[str, set[str]]:
    """Return the rooms from which each room imports."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        name = module(path)
        inside = {room(one) for one in imports(path) if one.split(".")[0] in {"flows", "bot"}}
        if "." in name:
            found.setdefault(room(name), set()).update(inside - {room(name), "bot"})
    return found


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_imports_point_one_way(path: Path) -> None:
    name = module(path)
    for imported in imports(path):
        if name.startswith("flows"):
            assert not imported.startswith("bot"), f"{name} reaches outside"
            assert imported.split(".")[0] not in OUTSIDE, f"{name} imports {imported}"
        if "." in name and imported.split(".")[0] in {"flows", "bot"} and imported != "bot":
            down = room(imported) == room(name) or floor(imported) < floor(name)
            assert down, f"{name} imports {imported} from above"


def test_the_house_is_not_too_high() -> None:
    packages = {name for name in reaches() if (ROOT / name.replace(".", "/")).is_dir()}
    assert len(packages) <= 16
    heights: dict[str, int] = {}

    def height(name: str) -> int:
        """Count the packages on the longest way down."""
        if name not in heights:
            below = max((height(one) for one in reaches_[name]), default=0)
            heights[name] = below + (name in packages)
        return heights[name]

    reaches_ = reaches()
    assert max(height(name) for name in reaches_) <= 9


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_the_store_alone_knows_its_engines(path: Path) -> None:
    engines = {"aiosqlite", "sqlite3", "bot.store.sqlite", "bot.store.schema", "bot.store.trouble"}
    assert module(path).startswith("bot.store") or not engines & set(imports(path))


@pytest.mark.parametrize("path", [p for p in SOURCES if "flows" in p.parts], ids=module)
def test_flows_reads_no_clock_and_no_environment(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "now", "utcnow", "environ", "getenv"}


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_no_room_is_a_lumber_room(path: Path) -> None:
    assert not {"utils", "helpers", "manager", "common", "misc"} & set(path.with_suffix("").parts)
    assert len(path.read_text("utf-8").splitlines()) <= 300


# The words by which people call schemes and options are listed by their ids.
NAMING = ("flows.lexicon",)
# Facts that are called like their kind or their unit, which the room of facts must name.
KINDS_AND_UNITS = {*KINDS, *get_args(Unit)}


def names(tree: ast.AST) -> Iterator[str]:
    """Yield the words that code names, but for those held against the kind or unit of a fact."""
    for node in ast.iter_child_nodes(tree):
        left = node.left if isinstance(node, ast.Compare) else None
        if isinstance(left, ast.Attribute) and left.attr in {"kind", "unit"}:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from names(node)


@pytest.mark.parametrize("path", [p for p in SOURCES if "flows" in p.parts], ids=module)
def test_no_rule_names_a_scheme_or_a_fact(path: Path) -> None:
    known = {*LIBRARY.schemes, *LIBRARY.vocabulary}
    known -= KINDS_AND_UNITS if room(module(path)) == "flows.facts" else set()
    if room(module(path)) not in NAMING:
        named = known.intersection(names(ast.parse(path.read_text("utf-8"))))
        assert not named, "the edition names it, or its kind does"


def test_every_message_that_the_code_names_is_in_the_lexicon() -> None:
    known = set(all_messages(LIBRARY))
    known |= {id_ for text in rule_texts(LIBRARY) for id_ in text.ids}
    said = re.compile(r"""\bsay\(\s*"([a-z][\w-]*)\"""")
    for path in SOURCES:
        for id_ in said.findall(path.read_text("utf-8")):
            assert id_ in known, f"{path.name} says {id_}, which the lexicon does not know"


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_what_is_generated_has_not_drifted() -> None:
    generated: dict[Path, str] = _generator().generated()
    for path, text in generated.items():
        assert path.read_text("utf-8") == text, f"{path.name} has drifted: run make generated"
    pictures = set((ROOT / "docs" / "machines").glob("*.md"))
    assert pictures == {path for path in generated if path.suffix == ".md"}


def test_nothing_names_this_machine_or_a_registry() -> None:
    listed = [p for p in ROOT.rglob("*") if p.is_file() and not set(p.parts) & IGNORED]
    hosts = "pypi" + ".org|python" + "hosted|registry.npm" + "js|/ho" + "me/|/ro" + "ot/"
    for path in listed:
        if path.suffix in {".py", ".md", ".toml", ".lock", ".yaml", ".ftl", ".txt", ".json"}:
            assert not re.search(hosts, path.read_text("utf-8", errors="replace")), path


IGNORED = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "dist"}


def test_the_transcripts_in_the_readme_are_real() -> None:
    golden = "\n".join(
        p.read_text("utf-8") for p in (ROOT / "tests" / "conversations").glob("*.txt")
    )
    shown = re.findall(r"```text\n(> .*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(shown) == 3
    for transcript in shown:
        assert transcript in golden


def test_the_readme_counts_the_combinations_that_are_enumerated() -> None:
    verdicts = json.loads((ROOT / "flows" / "schemes" / "verdicts.json").read_text("utf-8"))
    most = max(edition["combinations"] for edition in verdicts.values())
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"({most / 1e6:.1f} million in the largest edition)" in readme


def test_the_documents_name_only_what_exists() -> None:
    pages = [
        ROOT / "README.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs/decisions").glob("*.md"),
    ]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert target.startswith("http") or (page.parent / target).exists(), (
                f"{page.name}: {target}"
            )


def test_the_plan_of_the_house_names_every_room() -> None:
    plan = (ROOT / "docs" / "house.md").read_text("utf-8").split("```")[1]
    named = set(re.findall(r"[a-z_]+", plan))
    for top in ("flows", "bot"):
        rooms = {p.stem for p in (ROOT / top).iterdir() if p.suffix == ".py" or p.is_dir()}
        assert not rooms - named - {"__init__", "__pycache__"}
    dialogue = {p.stem for p in (ROOT / "flows" / "dialogue").glob("*.py")}
    assert not dialogue - named - {"__init__"}


def test_the_walk_through_of_a_new_edition_works(tmp_path: Path) -> None:
    """What docs/add-an-edition.md shows, done: the made-up scheme with its edition of 2027."""
    text = (ROOT / "docs" / "add-an-edition.md").read_text("utf-8")
    shown = next(b for b in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "scheme:" in b)
    shutil.copytree(ROOT / "tests" / "demo" / "zz-demo", tmp_path / "zz-demo")
    before = tmp_path / "zz-demo" / "2022-01-01.yaml"
    before.write_text(before.read_text("utf-8") + "until: 2026-12-31\n", "utf-8")
    (tmp_path / "zz-demo" / "2027-01-01.yaml").write_text(shown, "utf-8")
    one = read_scheme(tmp_path / "zz-demo")
    assert one.days[-1].year == 2027
    assert all(not list(findings(edition)) for edition in one.editions)
