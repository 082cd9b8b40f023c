"""A kind of fact is one module: a made-up one goes all the way, and so does a day under a rule."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.commands.listings import facts_json, facts_text
from flows.advice.advise import advise
from flows.advice.forecast import forecast
from flows.assessing.assess import Assessment, assess
from flows.dialogue import Place, Say, Session, Tap, enter, step
from flows.dialogue.questions import options
from flows.documents import RuleError
from flows.facts.cells import Axis
from flows.facts.from_json import read_facts, read_value
from flows.facts.from_text import understand
from flows.facts.in_words import say_value
from flows.facts.kinds import KINDS
from flows.facts.kinds.kind import FactKind, Offer, Typed
from flows.facts.kinds.options import Options, unfit_options
from flows.facts.known import FactError, Facts, Span, Value, nothing, quote
from flows.facts.trial import Test as Trying
from flows.facts.trial import Trial
from flows.facts.typed_months import read_month
from flows.facts.vocabulary import Fact, Unit
from flows.lexicon.needed import all_messages
from flows.library import Library
from flows.message import Argument, Needed, say
from tests.shelf import vocabulary

FLOWS = Path(__file__).parents[1] / "flows"
ON = date(2026, 11, 22)
MONTHS = tuple(f"{month:02}" for month in range(1, 13))


class MonthOfYear(FactKind):
    """A month that comes every year, told as its number; a rule names it by two digits."""

    name = "month-of-year"
    form = "the number of a month, 1 to 12"
    tests = ("in_",)

    def read(self, fact: Fact, value: Any) -> Value:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 12:
            raise FactError("not-option", fact.id, found=quote(value), options="1 to 12")
        return f"{value:02}"

    def write(self, fact: Fact, value: Value) -> Any:  # noqa: ARG002
        return int(str(value))

    def understand(self, fact: Fact, typed: Typed) -> Any:
        month = read_month(typed.folded, ON)
        if month is None:
            raise FactError("not-an-option", fact.id, found=typed.shown)
        return month.month

    def say(self, fact: Fact, value: Value) -> Argument:  # noqa: ARG002
        return say(f"month-{value}")

    def words(self, fact: Fact, cuts: frozenset[float]) -> Needed:  # noqa: ARG002
        return {f"month-{month}": frozenset() for month in MONTHS}

    def hint(self, fact: Fact) -> str | None:  # noqa: ARG002
        return "hint-month-of-year"

    def offers(
        self,
        fact: Fact,
        axis: Axis,  # noqa: ARG002
        possible: int,
        within: Span | None = None,  # noqa: ARG002
    ) -> tuple[Offer, ...]:
        months = [month for i, month in enumerate(MONTHS) if possible >> i & 1]
        return tuple(Offer(f"m{one}", self.say(fact, one), int(one)) for one in months)

    def unfit(self, fact: Fact, trial: Trial) -> str | None:
        if isinstance(trial, tuple):
            return unfit_options(fact, MONTHS, trial)
        return super().unfit(fact, trial)

    def axis(self, fact: Fact, cuts: frozenset[float], barred: frozenset[str]) -> Axis:  # noqa: ARG002
        return Options(fact, MONTHS, (1 << 12) - 1)


FACTS = """
zz_start: {kind: month-of-year, changes: choice}
zz_since: {kind: day, changes: fixed}
zz_years: {kind: number, unit: years, least: 0, most: 80, changes: time}
"""
SCHEME = "{id: zz-seasons, place: nowhere, order: 1}"
SOURCES = "DEMO: {title: Made up, address: address not recorded, read: 2026-11-22}"
EDITION = """
scheme: zz-seasons
day: 2020-01-01
revision: 1
checked: 2026-11-22
words: seasons
decision:
  {kind: count_of, threshold: 2, maximum: 2, cite: {sources: [DEMO], sure: official}}
factors:
  - id: start
    cite: {sources: [DEMO], sure: official}
    met: {zz_start: ["05", "06"]}
  - id: since
    cite: {sources: [DEMO], sure: official}
    met: {zz_since: DAY}
"""
BEFORE_2020 = "{below: 2020-01-01}"


def library_of(root: Path, day: str = BEFORE_2020, facts: str = FACTS) -> Library:
    """Return a library of the made-up scheme, with its own facts and kind."""
    folder = root / "zz-seasons"
    folder.mkdir(exist_ok=True)
    (root / "facts.yaml").write_text(facts, "utf-8")
    (folder / "scheme.yaml").write_text(SCHEME, "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    (folder / "2020-01-01.yaml").write_text(EDITION.replace("DAY", day), "utf-8")
    return Library(root, kinds={**KINDS, MonthOfYear.name: MonthOfYear()})


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path)


def facts_of(library: Library, **told: Any) -> Facts:
    return read_facts(library.vocabulary, told, ON)


def assessed(library: Library, **told: Any) -> Assessment:
    edition = library.scheme("zz-seasons").edition(date(2020, 1, 1))
    return assess(edition, facts_of(library, **told), ON)


class TestAMadeUpKind:
    def test_it_is_read_from_json_and_written_again(self, library: Library) -> None:
        fact = library.vocabulary["zz_start"]
        assert fact.form.write(fact, read_value(fact, 5)) == 5
        with pytest.raises(FactError, match="not-option"):
            read_value(fact, 13)

    def test_it_is_read_from_what_is_typed(self, library: Library) -> None:
        fact = library.vocabulary["zz_start"]
        assert [understand(fact, text) for text in ("May", "5月", "june")] == [5, 5, 6]
        with pytest.raises(FactError, match="not-an-option"):
            understand(fact, "soon")

    def test_it_is_said_back(self, library: Library) -> None:
        fact = library.vocabulary["zz_start"]
        assert say_value(fact, read_value(fact, 5)) == say("month-05")
        assert say_value(fact, None) == say("value-unsure")

    def test_what_it_says_is_needed_of_every_language(self, library: Library) -> None:
        assert {f"month-{month}" for month in MONTHS} <= all_messages(library).keys()

    def test_a_rule_reads_it(self, library: Library) -> None:
        met = [assessed(library, zz_start=month).factors[0].met for month in range(1, 13)]
        assert met == [month in {5, 6} for month in range(1, 13)]
        assert assessed(library).missing == ("zz_start", "zz_since")

    def test_a_test_that_does_not_fit_it_is_told(self, tmp_path: Path) -> None:
        library_of(tmp_path)
        path = tmp_path / "zz-seasons" / "2020-01-01.yaml"
        path.write_text(path.read_text("utf-8").replace('"06"', '"13"'), "utf-8")
        with pytest.raises(RuleError, match=r':12: "13" is no option of "zz_start"'):
            assessed(Library(tmp_path, kinds={**KINDS, MonthOfYear.name: MonthOfYear()}))

    def test_it_is_asked_with_its_options(self, library: Library) -> None:
        asked = options("zz_start", assessed(library), nothing(library.vocabulary))
        assert [one.id for one in asked] == [f"m{month}" for month in MONTHS]
        assert [one.value for one in asked] == list(range(1, 13))
        assert asked[4].label == say("month-05")

    def test_it_is_advised(self, library: Library) -> None:
        edition = library.scheme("zz-seasons").edition(date(2020, 1, 1))
        facts = facts_of(library, zz_start=1, zz_since="2019-05")
        advice = advise(edition, facts, ON)
        changes = [[(one.fact.id, one.after) for one in way.changes] for way in advice.ways]
        assert changes == [[("zz_start", "05")], [("zz_start", "06")]]

    def test_time_leaves_it_alone(self, library: Library) -> None:
        edition = library.scheme("zz-seasons").edition(date(2020, 1, 1))
        [only] = forecast(edition, facts_of(library, zz_start=5, zz_since="2019-05"), ON)
        assert (only.result.outcome, only.on) == ("meets", ON)

    def test_it_is_listed(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.words.catalogue.Words.text", lambda *_: "when it starts")
        assert "  month-of-year the number of a month, 1 to 12" in facts_text(library)
        assert '"type": "month-of-year"' in facts_json(library)

    def test_it_is_held_to_the_end_of_a_dialogue(self, library: Library) -> None:
        session = Session(language="en", agreed=True)
        place = taken(enter(library, session, ON), Tap("zz-seasons"))
        assert (place.standing.state, place.standing.question) == ("asking", "zz_start")
        hints = [block.text for block in place.reply.blocks if block.kind == "note"]
        assert hints == [say("hint-month-of-year")]
        refused = step(place, Say("soon"), ("en",))
        assert refused.first[0].kind == "problem"
        place = taken(refused, Say("May"))
        assert place.standing.question == "zz_since"
        place = taken(place, Tap("earlier"))
        assert place.standing.state == "result"
        assert place.standing.shown.outcome == "meets"
        review = taken(place, Tap("edit"))
        assert "month-05" in repr(review.reply.choices)
        place = taken(taken(review, Tap("zz_start")), Tap("m01"))
        assert place.standing.shown.outcome == "falls-short"
        assert place.session.raw == {"zz_start": 1, "zz_since": {"below": "2020-01-01"}}

    def test_an_unknown_kind_is_told(self, tmp_path: Path) -> None:
        wrong = FACTS.replace("month-of-year", "colour")
        with pytest.raises(RuleError, match=r'facts\.yaml:2: "kind" holds "colour"; write '):
            library_of(tmp_path, facts=wrong).vocabulary.get("zz_start")


def taken(place: Place, event: Say | Tap) -> Place:
    """Take a step that is not refused."""
    found = step(place, event, ("en",))
    assert not [block for block in found.first if block.kind == "problem"]
    return found


def met_on(library: Library, day: object) -> bool | None:
    return assessed(library, zz_since=day).factors[1].met


class TestADayUnderARule:
    @pytest.mark.parametrize(
        ("test", "before", "on", "after"),
        [
            ("{from: 2020-03-01}", False, True, True),
            ("{above: 2020-03-01}", False, False, True),
            ("{below: 2020-03-01}", True, False, False),
            ("{from: 2020-03-01, below: 2020-03-02}", False, True, False),
        ],
    )
    def test_its_ends_count_as_those_of_numbers(
        self, test: str, before: bool, on: bool, after: bool, tmp_path: Path
    ) -> None:
        library = library_of(tmp_path, test)
        days = ("2020-02-29", "2020-03-01", "2020-03-02")
        assert [met_on(library, day) for day in days] == [before, on, after]

    def test_a_month_is_as_sure_as_its_days(self, tmp_path: Path) -> None:
        library = library_of(tmp_path, "{from: 2020-03-15}")
        assert [met_on(library, f"2020-{m:02}") for m in (2, 3, 4)] == [False, None, True]
        assert met_on(library, {"from": "2020-03-15"}) is True
        assert met_on(library, {"below": "2020-03-15"}) is False

    def test_one_threshold_is_asked_in_words_of_the_fact(self, library: Library) -> None:
        asked = options("zz_since", assessed(library), nothing(library.vocabulary))
        assert [(one.id, one.value) for one in asked] == [
            ("recent", {"from": "2020-01-01"}),
            ("earlier", {"below": "2020-01-01"}),
        ]
        assert asked[0].label == say("option-zz_since-recent")

    def test_several_are_asked_as_stretches_of_days(self, tmp_path: Path) -> None:
        library = library_of(tmp_path, "{from: 2019-01-01, below: 2020-01-01}")
        asked = options("zz_since", assessed(library), nothing(library.vocabulary))
        assert [(one.id, one.value) for one in asked] == [
            ("band0", {"below": "2019-01-01"}),
            ("band1", {"from": "2019-01-01", "below": "2020-01-01"}),
            ("band2", {"from": "2020-01-01"}),
        ]
        assert [one.label for one in asked] == [
            say("days-until", day=date(2018, 12, 31)),
            say("days-between", first=date(2019, 1, 1), last=date(2019, 12, 31)),
            say("days-from", day=date(2020, 1, 1)),
        ]
        for one, met in zip(asked, (False, True, False), strict=True):
            assert met_on(library, one.value) is met

    @pytest.mark.parametrize(
        ("test", "sentence"),
        [
            ("{from: 5}", '"zz_since" is a day, but is held against a number; write a day.'),
            (
                "{from: 2020-03-01, below: 2020-03-01}",
                'no answer to "zz_since" passes this test; mend its ends.',
            ),
            ("{from: 0001-01-01}", 'every answer to "zz_since" passes this test; mend its ends.'),
            ("{in: [a]}", '"in" does not test "zz_since"; test it with from, above, below.'),
            ("true", '"zz_since" is no flag; test it with from, above, below.'),
        ],
    )
    def test_a_test_that_does_not_fit_is_told(
        self, test: str, sentence: str, tmp_path: Path
    ) -> None:
        with pytest.raises(RuleError) as told:
            assessed(library_of(tmp_path, test))
        assert str(told.value).endswith(f":15: {sentence}")

    def test_a_number_is_held_against_no_day(self, tmp_path: Path) -> None:
        library = library_of(tmp_path)
        fact, trial = library.vocabulary["zz_years"], Trying.model_validate({"from": ON})
        assert fact.form.unfit(fact, trial) == (
            '"zz_years" is a number, but is held against a day; write a number.'
        )

    def test_its_words_fill_with_the_days_of_the_rule(self, library: Library) -> None:
        fact = library.vocabulary["zz_since"]
        trial = Trying.model_validate({"from": ON, "below": date(2027, 1, 1)})
        days = [fact.form.number(fact, number) for number in fact.form.stated(trial)]
        assert days == [ON, date(2026, 12, 31)]

    @pytest.mark.parametrize(
        "day", ["2020-02-29", "2020-02", {"from": "2020-02-29"}, {"below": "2020-02-29"}]
    )
    def test_it_is_written_as_it_is_read(self, day: object, library: Library) -> None:
        fact = library.vocabulary["zz_since"]
        assert fact.form.write(fact, read_value(fact, day)) == day


# What is written here holds for facts of any name.
MINE = sorted(
    [
        *(FLOWS / "facts").rglob("*.py"),
        FLOWS / "dialogue" / "questions.py",
        *(FLOWS / "advice" / f"{name}.py" for name in ("moves", "nearest", "forecast", "untold")),
        FLOWS / "lexicon" / "needed.py",
        *(FLOWS / "library").glob("proofread_*.py"),
        *((FLOWS.parent / "bot" / "commands") / f"{one}.py" for one in ("listings", "outlooks")),
    ]
)


@pytest.mark.parametrize("path", MINE, ids=lambda path: path.stem)
def test_no_fact_is_named_in_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    # Some are called as their unit or their kind is.
    assert not words & (vocabulary().keys() - {*get_args(Unit)} - KINDS.keys())


@pytest.mark.parametrize("path", sorted(FLOWS.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_asks_of_what_kind_a_fact_is(path: Path) -> None:
    if path.parent.name != "kinds":
        text = path.read_text("utf-8")
        asked = (
            r"fact\.kind (==|!=|in|not in) |fact\.form\.name|isinstance\([^)]*(Line|Options|Cells)"
        )
        assert not re.search(asked, text), "let the kind or its axis say it"
