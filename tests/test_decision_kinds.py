"""A kind of decision is one module: a made-up one goes everywhere without a line of the program.

`graded`: grades that are added up; at the threshold people look at it, at the maximum it is met.
"""

import ast
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.cards.typeset import sheet
from bot.commands.check import all_messages
from bot.commands.lines import Assessor
from bot.commands.outlooks import Adviser, Forecaster
from bot.words.catalogue import Words, locales_folder
from bot.words.coverage import catalogue_findings
from flows.assessing.assess import Assessment, assess
from flows.assessing.decisions import KINDS
from flows.assessing.decisions.additive import Additive
from flows.assessing.decisions.kind import DecisionKind, Look, Outcome, Sums
from flows.assessing.groups import FactorTrace
from flows.card import card, sections_of
from flows.dialogue import Place, Session, Tap, enter, step
from flows.documents import RuleError
from flows.facts.from_json import read_facts
from flows.lexicon.needed import rule_texts
from flows.library import Library
from flows.library.verify import findings, verdicts
from flows.message import Argument, Message, Needed, parse_needed, say
from flows.rules.edition import Decision
from tests.test_library import FROZEN, changed

ROOT = Path(__file__).parents[1]
ON = date(2024, 5, 1)
EDITION = """\
scheme: zz-demo
day: 2024-01-01
revision: 1
checked: 2026-11-22
words: [graded, demo]
decision:
  kind: graded
  threshold: 3
  maximum: 6
  cite: {sources: [DEMO], sure: official}
factors:
  - id: years
    cite: {sources: [DEMO], sure: official}
    bands:
      fact: demo_years
      rows:
        - {below: 2, points: 0}
        - {from: 2, below: 5, points: 2}
        - {from: 5, points: 4}
  - id: colour
    cite: {sources: [DEMO], sure: official}
    rows:
      - {id: red, when: {demo_colour: red}, points: 2}
      - {id: green, when: {demo_colour: green}, points: 1}
      - {id: other, points: 0}
"""


class Graded(Additive):
    """Grades that are added up; people look at what is between two lines."""

    name = "graded"
    unit = "grades"
    outcomes: frozenset[Outcome] = frozenset({"meets", "review", "falls-short"})
    vain: frozenset[Look] = frozenset({"trying"})

    @property
    def needed(self) -> Needed:
        return super().needed | parse_needed("graded-line name points\ngraded-open name")

    def possible(self, sums: Sums, decision: Decision) -> set[Outcome]:
        ends = range(sums.least, sums.most + 1)
        return {self.outcome(points, decision, reviewed=False) for points in ends}

    def outcome(self, points: int, decision: Decision, *, reviewed: bool) -> Outcome:
        if points < (decision.threshold or 1):
            return "falls-short"
        return "review" if reviewed or points < (decision.maximum or 1) else "meets"

    def line(self, name: Message, trace: FactorTrace, told: Argument | None) -> Message:
        if trace.points is None:
            return say("graded-open", name=name)
        line = say("graded-line", name=name, points=trace.points)
        return say("brief-points-told", line=line, told=told) if told else line

    def factor_json(self, result: Assessment, trace: FactorTrace) -> dict[str, Any]:
        return {"grade": trace.points, "of": result.edition.decision.maximum}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up scheme, offered as a real one, with an edition of the made-up kind."""
    found = tmp_path / "rules"
    shutil.copytree(FROZEN, found / "zz-demo")
    changed(found / "zz-demo" / "scheme.yaml", "made_up: true", "made_up: false")
    before = found / "zz-demo" / "2022-01-01.yaml"
    changed(before, "day: 2022-01-01", "day: 2022-01-01\nuntil: 2023-12-31")
    (found / "zz-demo" / "2024-01-01.yaml").write_text(EDITION, "utf-8")
    return found


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> DecisionKind:
    """The made-up kind, known for the length of a test."""
    kind: DecisionKind = Graded()
    monkeypatch.setitem(KINDS, kind.name, kind)
    return kind


@pytest.fixture
def locales(tmp_path: Path, root: Path, graded: DecisionKind) -> Path:
    """The catalogues with the words of the made-up kind and its edition."""
    found = tmp_path / "locales"
    shutil.copytree(locales_folder(), found)
    library = Library(root)
    known = set(Words(found).catalogue("en")._files)
    wanted = {id_: args for id_, args in graded.needed.items() if id_ not in known}
    for text in rule_texts(library):
        if not known.intersection(text.ids):
            wanted[text.wanted] = frozenset(name for name, _ in text.args)
    wanted |= {"scheme-zz-demo-choice": frozenset(), "contacts-nowhere": frozenset()}
    wanted = {id_: args for id_, args in wanted.items() if id_ not in known}
    lines = [
        f"# Made up\n{id_} = {id_}: {' '.join(f'{{ ${a} }}' for a in sorted(args)) or 'so'}"
        for id_, args in wanted.items()
    ]
    for language in found.iterdir():
        (language / "graded.ftl").write_text("\n".join(lines) + "\n", "utf-8")
    return found


def told(root: Path, **facts: Any) -> Assessment:
    library = Library(root)
    return assess(
        library.scheme("zz-demo").edition(date(2024, 1, 1)),
        read_facts(library.vocabulary, facts, ON),
        ON,
    )


def report(root: Path, locales: Path, kind: type[Any], **facts: Any) -> dict[str, Any]:
    line = {"scheme": "zz-demo", "on": "2024-05-01", "facts": facts}
    answer, sound = kind(Library(root), Words(locales), "en", ON).line(json.dumps(line).encode())
    assert sound, answer
    found: dict[str, Any] = json.loads(answer)
    return found


def result_of(root: Path, *choices: str) -> Place:
    place = step(enter(Library(root), Session("en", agreed=True), ON), Tap("zz-demo"), ("en",))
    for choice in choices:
        place = step(place, Tap(choice), ("en",))
    return place


def ids(place: Place) -> list[str]:
    return [block.text.id for block in place.reply.blocks]


class TestAMadeUpKind:
    def test_without_its_module_it_is_no_kind(self, root: Path) -> None:
        kinds = "'additive', 'count_of', 'doors' or 'judgement'"
        with pytest.raises(RuleError, match=rf':7: "kind" holds "graded"; write {kinds}\.$'):
            told(root)

    @pytest.mark.parametrize(
        ("facts", "outcome"),
        [
            ({"demo_years": 7, "demo_colour": "red"}, "meets"),
            ({"demo_years": 7, "demo_colour": "blue"}, "review"),
            ({"demo_years": 3, "demo_colour": "blue"}, "falls-short"),
            ({"demo_years": 3}, "open"),
            ({"demo_years": 1}, "falls-short"),
            ({"demo_years": {"from": 5}}, "open"),
        ],
    )
    @pytest.mark.usefixtures("graded")
    def test_it_decides(self, root: Path, facts: dict[str, Any], outcome: str) -> None:
        assert told(root, **facts).outcome == outcome

    @pytest.mark.usefixtures("graded")
    def test_it_is_proofread(self, root: Path) -> None:
        path = root / "zz-demo" / "2024-01-01.yaml"
        changed(path, "{id: other, points: 0}", "{id: other, label: neutral}")
        with pytest.raises(RuleError, match=r"points and no label, for the decision is graded"):
            told(root)

    @pytest.mark.usefixtures("graded")
    def test_it_is_proved(self, root: Path) -> None:
        edition = told(root).edition
        assert list(findings(edition)) == []
        assert verdicts(edition).outcomes == {"falls-short": 4, "meets": 1, "review": 4}
        higher = edition.decision.model_copy(update={"threshold": 6})
        unsound = edition.model_copy(update={"decision": higher})
        ((place, sentence),) = findings(unsound)
        assert place == ("decision", "threshold")
        assert '"review"' in sentence

    def test_its_messages_are_needed_and_no_others(self, root: Path, locales: Path) -> None:
        library = Library(root)
        needed = all_messages(library)
        found = list(catalogue_findings(locales, needed, rule_texts(library)))
        assert [one for one in found if "graded" in one or "grades" in one] == []
        for language in locales.iterdir():
            (language / "graded.ftl").unlink()
        missing = "\n".join(catalogue_findings(locales, needed, rule_texts(library)))
        for id_ in ("graded-line", "result-grades-review", "way-grades"):
            assert id_ in missing, id_

    @pytest.mark.usefixtures("graded")
    def test_it_is_talked_about(self, root: Path) -> None:
        place = result_of(root, "band2", "red")
        assert place.standing.state == "result"
        assert ids(place).count("brief-points-told") == 2
        assert {"result-grades-meets", "result-bar"} <= set(ids(place))
        offered = [choice.id for choice in place.reply.choices]
        assert "ways" in offered
        assert "trying" not in offered
        early = result_of(root, "band0")
        assert (early.standing.state, ids(early)[-1]) == ("early", "early-grades-falls-short")
        for look in ("why", "ways", "when", "card"):
            assert step(place, Tap(look), ("en",)).reply.blocks

    def test_every_screen_has_its_words(self, root: Path, locales: Path) -> None:
        place, words = result_of(root, "band2", "green"), Words(locales)
        for look in ("why", "ways", "when", "card", None):
            shown = step(place, Tap(look), ("en",)) if look else place
            for language in words.languages:
                for block in shown.reply.blocks:
                    assert words.render(language, block.text)

    @pytest.mark.usefixtures("graded")
    def test_its_card_is_drawn(self, root: Path, locales: Path) -> None:
        place = result_of(root, "band2", "green")
        result, facts = place.standing.shown, place.standing.facts
        drawn = card(result, sections_of(result, facts))
        assert (drawn.drawing, len(drawn.bars)) == ("bars", 2)
        assert drawn.total is not None
        assert drawn.total.line.id == "card-line-grades"
        assert [section.title.id for section in drawn.sections] == ["ways-title"]
        text = json.loads(sheet(drawn, Words(locales), "en", "code").text)
        assert "result-grades-review" in text["headline"][0]

    def test_programs_read_it(self, root: Path, locales: Path) -> None:
        assessed = report(root, locales, Assessor, demo_years=7, demo_colour="green")
        assert (assessed["outcome"], assessed["score"]) == ("review", 5)
        assert [(one["grade"], one["of"]) for one in assessed["factors"]] == [(4, 6), (1, 6)]
        advised = report(root, locales, Adviser, demo_years=1, demo_colour="red")
        assert [way["score"] for way in advised["sets"]] == [4]
        coming = report(root, locales, Forecaster, demo_years=4, demo_colour="green")
        assert [event["outcome"] for event in coming["events"]] == ["review", "review"]

    @pytest.mark.usefixtures("graded")
    def test_what_is_not_known_is_asked_while_it_can_decide(self, root: Path) -> None:
        assert told(root, demo_years=7).missing == ("demo_colour",)
        known = told(root, demo_years=7, demo_colour="red")
        assert replace(known, worth_asking=("demo_years",)).missing == ("demo_years",)


# --------------------------------------------------------- no switch outside the modules

OWN = ROOT / "flows" / "assessing" / "decisions"
SOURCES = [
    path
    for top in ("flows", "bot")
    for path in sorted((ROOT / top).rglob("*.py"))
    if OWN not in path.parents
]
NAMES = set(KINDS)
UNITS = {kind.unit for kind in KINDS.values()}


def words_compared(tree: ast.AST) -> Iterator[str]:
    """Yield the words with which something is compared, or by which it is looked up."""
    for node in ast.walk(tree):
        looked_up = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        if looked_up or isinstance(node, ast.Compare | ast.MatchValue):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_switches_on_a_kind(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert not NAMES & words, "a kind of decision is named outside its module"
    assert not UNITS & set(words_compared(tree)), "what a kind counts in is compared"
