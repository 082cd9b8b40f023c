"""Mutants: small faults put into the program, one at a time, to see whether a test notices.

`make mutants` takes the modules in `WHOLE` entirely and a seeded sample of the others. Each mutant
runs in a forked process that imports the changed module instead of the file, against the tests that
are meant for it. Decision 0010 says why this is not mutmut. Exit status 1 where too many survive.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, cast

ROOT = Path(__file__).parents[1]
TABLE = Path(__file__).with_suffix(".toml")
# A mutant may loop for ever: longer than its tests ever take is a fault that was noticed.
SECONDS = 120
# A file system in memory, where the machine has one.
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own there
AT_LEAST = 0.85

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_REVERSED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# How a class is declared, and how much a memory holds: nothing that a test could see.
_DECLARED = {"frozen", "slots", "eq", "maxsize"}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it is, what stands there and what it becomes, and the whole module with it.

    `name` says function and change without the line, so that a list of equivalent mutants outlives
    an edit above them.
    """

    module: str
    line: int
    name: str
    code: CodeType


@dataclass(frozen=True, slots=True)
class Plan:
    """What `mutants.toml` says: tests for each module, modules taken whole, equivalent mutants."""

    tests: dict[str, list[str]]
    whole: tuple[str, ...]
    sample: int
    seed: int
    equivalent: dict[str, str]

    def tests_of(self, module: str) -> list[str]:
        """Return the test files meant for a module: those of the longest name that it begins with.

        Raises KeyError for a module that the table does not know.
        """
        parts = module.split(".")
        for end in range(len(parts), 0, -1):
            found = self.tests.get(".".join(parts[:end]))
            if found is not None:
                return [f"tests/{name}.py" for name in found]
        raise KeyError(f"{module} has no tests in {TABLE.name}: name them there")


def read_plan(path: Path = TABLE) -> Plan:
    """Read the table."""
    read = tomllib.loads(path.read_text("utf-8"))
    return Plan(
        read["tests"], tuple(read["whole"]), read["sample"], read["seed"], read["equivalent"]
    )


def mutants(module: str) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    path = source(module)
    tree = ast.parse(path.read_text("utf-8"))
    _tell_parents(tree)
    for node in ast.walk(tree):
        for change in _changes(node):
            yield _made(module, path, tree, node, change)


def source(module: str) -> Path:
    """Return the file of a module."""
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def modules() -> list[str]:
    """Return every module of the program."""
    paths = [*(ROOT / "flows").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return sorted(name.removesuffix(".__init__") for name in names)


Change = Callable[[ast.AST], ast.AST]


def _tell_parents(tree: ast.AST) -> None:
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.parent = node  # type: ignore[attr-defined]


def _parent(node: ast.AST) -> ast.AST | None:
    return getattr(node, "parent", None)


def _changes(node: ast.AST) -> Iterator[Change]:
    """Yield the ways in which a node can be wrong."""
    for kind, changes in _WAYS.items():
        if isinstance(node, kind):
            yield from changes(node)


def _compare(node: ast.Compare) -> Iterator[Change]:
    for i, op in enumerate(node.ops):
        yield partial(_with_op, place=i, op=_COMPARED[type(op)]())


def _bool_op(node: ast.BoolOp) -> Iterator[Change]:
    yield partial(_with, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _unary_op(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield lambda found: cast("ast.UnaryOp", found).operand


def _bin_op(node: ast.BinOp) -> Iterator[Change]:
    if type(node.op) in _REVERSED and not _in_a_type(node):
        yield partial(_with, op=_REVERSED[type(node.op)]())


def _call(node: ast.Call) -> Iterator[Change]:
    swapped = _SWAPPED.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if swapped:
        yield partial(_with, func=ast.Name(swapped, ast.Load()))


def _branch(_node: ast.If | ast.IfExp) -> Iterator[Change]:
    yield lambda found: _with(
        found, test=ast.UnaryOp(ast.Not(), cast("ast.If | ast.IfExp", found).test)
    )


def _return(node: ast.Return) -> Iterator[Change]:
    none = isinstance(node.value, ast.Constant) and node.value.value is None
    if node.value is not None and not none:
        yield partial(_with, value=ast.Constant(None))


def _statement(node: ast.Expr | ast.AugAssign) -> Iterator[Change]:
    if _does_something(node):
        yield lambda _: ast.Pass()


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if _in_a_type(node) or getattr(_parent(node), "arg", None) in _DECLARED:
        return
    if isinstance(value, bool):
        yield partial(_with, value=not value)
    elif isinstance(value, (int, float)):
        yield partial(_with, value=value + 1)


_WAYS: dict[Any, Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool_op,
    ast.UnaryOp: _unary_op,
    ast.BinOp: _bin_op,
    ast.Constant: _constant,
    ast.Call: _call,
    (ast.If, ast.IfExp): _branch,
    ast.Return: _return,
    (ast.Expr, ast.AugAssign): _statement,
}


def _does_something(node: ast.AST) -> bool:
    """Whether a statement is there for what it does: a call, or adding to something."""
    if isinstance(node, ast.AugAssign):
        return True
    if not isinstance(node, ast.Expr):
        return False
    called = node.value.value if isinstance(node.value, ast.Await) else node.value
    return isinstance(called, ast.Call)


def _in_a_type(node: ast.AST) -> bool:
    """Whether a node stands in an annotation, where it changes nothing."""
    child, parent = node, _parent(node)
    while parent is not None:
        if child in (getattr(parent, "annotation", None), getattr(parent, "returns", None)):
            return True
        if isinstance(parent, ast.Subscript) and isinstance(child, (ast.BinOp, ast.Tuple)):
            names = parent.value.id if isinstance(parent.value, ast.Name) else ""
            if names in {"dict", "Callable"}:
                return True
        child, parent = parent, _parent(parent)
    return False


def _with(node: ast.AST, **fields: object) -> ast.AST:
    for name, value in fields.items():
        setattr(node, name, value)
    return node


def _with_op(node: ast.AST, *, place: int, op: ast.cmpop) -> ast.AST:
    assert isinstance(node, ast.Compare)
    node.ops[place] = op
    return node


def _made(module: str, path: Path, tree: ast.Module, node: ast.AST, change: Change) -> Mutant:
    node.marked = True  # type: ignore[attr-defined]
    fresh = copy.deepcopy(tree)
    del node.marked  # type: ignore[attr-defined]
    before = ast.unparse(node)
    place = _Replaced(change)
    changed = cast("ast.Module", ast.fix_missing_locations(place.visit(fresh)))
    after = "(nothing)" if isinstance(place.after, ast.Pass) else ast.unparse(place.after)
    line = getattr(node, "lineno", 0)
    # What a long statement becomes is told by its first line.
    name = f"{_function(node)}: {before.splitlines()[0]} -> {after.splitlines()[0]}"
    return Mutant(module, line, name, compile(changed, str(path), "exec"))


class _Replaced(ast.NodeTransformer):
    """Puts the changed node where the marked one stands."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self.after: ast.AST = ast.Pass()

    def visit(self, node: ast.AST) -> ast.AST:
        if getattr(node, "marked", False):
            line = {n: getattr(node, n) for n in ("lineno", "col_offset") if hasattr(node, n)}
            self.after = self._change(node)
            return _with(self.after, **line)
        found: ast.AST = super().generic_visit(node)
        return found


def _function(node: ast.AST) -> str:
    names: list[str] = []
    parent = _parent(node)
    while parent is not None:
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.insert(0, parent.name)
        parent = _parent(parent)
    return ".".join(names) or "(module)"


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module the code of its mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, source(name), loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self._mutant.code, module.__dict__)  # noqa: S102 - that is what a mutant is


def survivors(found: Sequence[Mutant], plan: Plan) -> list[bool]:
    """Run the tests over each mutant in a process of its own; tell of each whether none fails."""
    lived = [False] * len(found)
    waiting = list(range(len(found)))[::-1]
    running: dict[int, tuple[int, float]] = {}
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            place = waiting.pop()
            tests = plan.tests_of(found[place].module)
            running[_started(found[place], tests)] = place, time.monotonic() + SECONDS
        for child, (place, ends) in tuple(running.items()):
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                lived[place] = os.waitstatus_to_exitcode(status) == 0
                if lived[place]:
                    _say(found[place], plan)
            elif time.monotonic() > ends:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
            else:
                continue
            del running[child]
            _tell(len(found) - len(waiting) - len(running), len(found))
        time.sleep(0.02)
    return lived


def _say(mutant: Mutant, plan: Plan) -> None:
    """Print a survivor as soon as it is known, so that a run may be broken off."""
    if mutant.name and f"{mutant.module} {mutant.name}" not in plan.equivalent:
        print(f"survived  {mutant.module}:{mutant.line}  {mutant.name}", flush=True)


def _tell(done: int, all_: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {all_}", end="", file=sys.stderr, flush=True)


def _started(mutant: Mutant, tests: Sequence[str]) -> int:
    child = os.fork()
    if child == 0:
        _run(mutant, tests)
    return child


def _run(mutant: Mutant, tests: Sequence[str]) -> None:
    """Run the tests in this process, and end it."""
    import pytest  # noqa: PLC0415 - loaded before the fork already

    os.setsid()
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    sys.meta_path.insert(0, _Finder(mutant))
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header"]
    status = 1
    try:
        status = int(pytest.main([*options, *tests]))
    finally:
        os._exit(status)


def _warm_up() -> None:
    """Load what the program stands on, but nothing of its own, so that each fork starts quickly."""
    for name in (
        "aiohttp babel.dates cryptography.hazmat.primitives.ciphers.aead fluent.runtime "
        "fluent.syntax pydantic pytest telegram transitions "
        "typst uvicorn yaml"
    ).split():
        importlib.import_module(name)
    loaded = [name for name in sys.modules if name.split(".")[0] in {"bot", "flows"}]
    assert not loaded, f"{loaded[0]} is loaded before its mutant"


def chosen(plan: Plan, only: Sequence[str]) -> list[Mutant]:
    """Return the mutants of a run: of the modules named, or the plan's own."""
    if only:
        return [mutant for module in only for mutant in mutants(module)]
    taken = [mutant for module in plan.whole for mutant in mutants(module)]
    others = [m for module in modules() if module not in plan.whole for m in mutants(module)]
    draw = random.Random(plan.seed)  # noqa: S311 - a sample, not a secret
    return taken + draw.sample(others, min(plan.sample, len(others)))


def _unchanged(found: Sequence[Mutant], plan: Plan) -> list[Mutant]:
    """Return a module as it is for each set of tests: failing so, they would prove nothing."""
    modules_ = {tuple(plan.tests_of(mutant.module)): mutant.module for mutant in found}
    return [
        Mutant(module, 0, "", compile(path.read_text("utf-8"), str(path), "exec"))
        for module, path in ((module, source(module)) for module in modules_.values())
    ]


def main() -> int:
    """Run the plan, print the survivors, and say whether enough were noticed."""
    parser = argparse.ArgumentParser(description="Put faults into the program, one at a time.")
    parser.add_argument("modules", nargs="*", help="dotted names; the plan of mutants.toml if none")
    only = parser.parse_args().modules
    plan = read_plan()
    os.chdir(ROOT)
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    # What a mutant's tests write need not outlive a loss of power, and waiting for a disk is slow.
    if MEMORY.is_dir():
        os.environ["TMPDIR"] = str(MEMORY)
    _warm_up()
    found = chosen(plan, only)
    unchanged = _unchanged(found, plan)
    broken = [
        one for one, fine in zip(unchanged, survivors(unchanged, plan), strict=True) if not fine
    ]
    for one in broken:
        print(f"the tests of {one.module} fail without a mutant: mend them first")
    if broken:
        return 2
    start = time.monotonic()
    return _report(plan, found, survivors(found, plan), time.monotonic() - start)


def _report(plan: Plan, found: Sequence[Mutant], lived: Sequence[bool], seconds: float) -> int:
    counts: dict[str, list[int]] = {}
    for mutant, survived in zip(found, lived, strict=True):
        key = mutant.module if mutant.module in plan.whole else "elsewhere"
        noticed, all_ = counts.setdefault(key, [0, 0])
        if f"{mutant.module} {mutant.name}" not in plan.equivalent:
            counts[key] = [noticed + (not survived), all_ + 1]
    for key, (noticed, all_) in counts.items():
        print(f"{key:<28} {noticed:4} of {all_:4} noticed  {noticed / max(1, all_):6.1%}")
    print(f"{len(found)} mutants in {seconds / 60:.1f} minutes; aim {AT_LEAST:.0%} of each row")
    return int(any(noticed < AT_LEAST * all_ for noticed, all_ in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
