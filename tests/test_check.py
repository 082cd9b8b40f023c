"""`yauchoi check`: what moved is told in counts, and the counts are those of plain enumeration."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.commands.check import accept, check
from bot.words.catalogue import locales_folder
from flows.assessing.assess import Assessment, assess
from flows.assessing.compiled import tables
from flows.documents import RuleError
from flows.library import Scheme
from flows.library.shelf import HERE
from flows.library.verify import Share, distribution, movements, verdicts
from flows.rules.edition import Edition
from tests import oracle
from tests.asking import lines
from tests.shelf import LIBRARY, read_facts, read_scheme, schemes

DEMO = "zz-demo/2020-01-01.yaml"
CRITERIA = "zz-demo/2022-01-01.yaml"
LOOK = "; look at it, then run yauchoi check --accept."
# A day on which every edition is still to come, so that its rules may change freely.
COMING = date(2000, 1, 1)
SHIPPED = [(one, edition) for one in schemes().values() for edition in one.editions]
CASES = {case["case"]: case for case in lines("hong-kong.jsonl")}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a shelf like the one that is shipped, for a test to change."""
    found = tmp_path / "schemes"
    shutil.copytree(HERE, found, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return found


class Change(NamedTuple):
    """One thing that an author changes in a file."""

    file: str
    old: str
    new: str

    def make(self, root: Path) -> None:
        """Make it on a shelf."""
        text = (root / self.file).read_text("utf-8")
        assert text.count(self.old) == 1
        (root / self.file).write_text(text.replace(self.old, self.new), "utf-8")


def kept(root: Path) -> dict[str, Any]:
    """Read the accepted verdicts."""
    found: dict[str, Any] = json.loads((root / "verdicts.json").read_text("utf-8"))
    return found


def keep(root: Path, accepted: dict[str, Any]) -> None:
    """Write other accepted verdicts."""
    (root / "verdicts.json").write_text(json.dumps(accepted), "utf-8")


# ------------------------------------------------------------ what is shipped


def test_the_rules_and_the_words_are_sound_as_shipped(root: Path) -> None:
    assert list(check(root)) == []
    assert list(check()) == []


@pytest.mark.parametrize("edition", [edition for _, edition in SHIPPED], ids=lambda one: one.key)
def test_verdicts_are_those_that_were_accepted(edition: Edition) -> None:
    now, was = verdicts(edition), kept(HERE)[edition.key]
    assert now.combinations == was["combinations"] == sum(now.outcomes.values())
    assert dict(now.outcomes) == was["outcomes"]
    assert now.digest == was["digest"]


def test_nothing_is_accepted_that_is_not_shipped() -> None:
    assert sorted(kept(HERE)) == sorted(edition.key for _, edition in SHIPPED)


def test_accepting_what_is_accepted_changes_nothing(root: Path) -> None:
    before = (root / "verdicts.json").read_bytes()
    assert list(accept(COMING, root)) == []
    assert (root / "verdicts.json").read_bytes() == before


@pytest.fixture
def surplus_words(tmp_path: Path) -> Path:
    """Return the words as shipped and one more, which nothing says."""
    found = tmp_path / "words"
    shutil.copytree(locales_folder(), found)
    (found / "en" / "zz.ftl").write_text("# Said by nothing.\nzz = Nothing.\n", "utf-8")
    return found


def test_words_are_looked_at_too(root: Path, surplus_words: Path) -> None:
    surplus = 'words/en/zz.ftl:2: "zz" is said by nothing; take it out.'
    assert list(check(root, surplus_words)) == [surplus]


def test_words_wait_until_the_rules_are_sound(root: Path, surplus_words: Path) -> None:
    Change(DEMO, "threshold: 10", "threshold: 0").make(root)
    unsound = "schemes/zz-demo/2020-01-01.yaml:10: the threshold is 0; write at least 1."
    assert list(check(root, surplus_words)) == [unsound]


def test_a_fault_on_which_many_editions_rest_is_told_once(root: Path, no_words: Path) -> None:
    Change("facts.yaml", "least: 0, most: 120", "least: no, most: 120").make(root)
    fault = 'schemes/facts.yaml:17: "least" holds "no"; write a number.'
    assert list(check(root, no_words)) == [fault]


def test_a_day_that_two_schemes_share_is_told_once(root: Path, no_words: Path) -> None:
    Change("hk-qmas-gpt/2023-01-01.yaml", "until: 2024-10-31\n", "").make(root)
    [found] = check(root, no_words)
    assert found.startswith('schemes/hk-qmas-gpt/2023-01-01.yaml:2: "until" is left out, ')


def test_the_shipped_rules_are_named_by_their_path() -> None:
    one = schemes()["zz-demo"]
    assert LIBRARY.document(one, one.days[0]).file == f"flows/schemes/zz-demo/{one.days[0]}.yaml"


# ------------------------------------------------------------ what moves

MOVED: list[tuple[Change, list[str]]] = [
    (
        Change(DEMO, "{demo_colour: green}, points: 5", "{demo_colour: green}, points: 10"),
        ["1 of 18 moved from falls-short to meets"],
    ),
    (
        Change(DEMO, "{from: 2, below: 5, points: 5}", "{from: 2, below: 5, points: 0}"),
        ["1 of 18 moved from meets to falls-short"],
    ),
    (
        Change(DEMO, "threshold: 10", "threshold: 11"),
        ["3 of 18 moved from meets to falls-short"],
    ),
    (
        Change(DEMO, "{demo_member: true}", "{demo_years: {from: 1}}"),
        [
            "2 of 24 moved from falls-short to ineligible",
            "3 of 24 moved from ineligible to falls-short",
            "6 of 24 moved from ineligible to meets",
            "1 of 24 moved from meets to ineligible",
        ],
    ),
    (
        Change(CRITERIA, "{from: 3}", "{from: 4}"),
        ["3 of 18 moved from meets to falls-short"],
    ),
    (
        Change(CRITERIA, "[red, green]", "[red]"),
        ["2 of 12 moved from meets to falls-short"],
    ),
    (
        Change(DEMO, "{demo_colour: green}, points: 5", "{demo_colour: green}, points: 6"),
        ["points, labels or cells moved, but no outcome did"],
    ),
    (
        Change(
            "mo-technical/2005-04-04.yaml",
            "{id: shortage, when: {degree_supply: shortage}, label: advantage}",
            "{id: shortage, when: {degree_supply: shortage}, label: neutral}",
        ),
        ["points, labels or cells moved, but no outcome did"],
    ),
]


@pytest.mark.parametrize(("change", "told"), MOVED)
def test_what_moves_is_told_in_counts_until_it_is_accepted(
    root: Path, no_words: Path, change: Change, told: list[str]
) -> None:
    change.make(root)
    key, movement = change.file.removesuffix(".yaml").replace("/", " "), ", ".join(told)
    assert list(check(root, no_words)) == [f"schemes/{change.file}: {movement}{LOOK}"]
    assert list(accept(COMING, root)) == [f"{key}: {movement}."]
    assert list(check(root, no_words)) == []
    assert list(accept(COMING, root)) == []


def test_a_change_of_points_alone_must_keep_the_sums_right(root: Path, no_words: Path) -> None:
    Change(DEMO, "{demo_colour: red}, points: 10", "{demo_colour: red}, points: 15").make(root)
    sums = "the maximum is 10, but the rows reach 15; mend one."
    assert list(check(root, no_words)) == [f"schemes/{DEMO}:28: {sums}"]


def test_an_edition_that_was_never_accepted_is_told(root: Path, no_words: Path) -> None:
    accepted = kept(root)
    del accepted["zz-demo 2022-01-01"]
    keep(root, accepted)
    never = "its verdicts were never accepted"
    assert list(check(root, no_words)) == [f"schemes/{CRITERIA}: {never}{LOOK}"]
    assert list(accept(COMING, root)) == ["zz-demo 2022-01-01: new, 12 combinations."]
    assert list(check(root, no_words)) == []


def test_an_edition_that_is_accepted_but_gone_is_told(root: Path, no_words: Path) -> None:
    (root / DEMO).unlink()
    gone = "zz-demo 2020-01-01 is accepted but gone"
    assert list(check(root, no_words)) == [f"schemes/verdicts.json: {gone}{LOOK}"]
    assert list(accept(COMING, root)) == ["zz-demo 2020-01-01: gone."]
    assert list(check(root, no_words)) == []


def test_broken_verdicts_are_named_by_line(root: Path, no_words: Path) -> None:
    (root / "verdicts.json").write_text("{\n<<<<<<< HEAD\n", "utf-8")
    mend = "this is not JSON; delete the file, then run yauchoi check --accept."
    assert list(check(root, no_words)) == [f"schemes/verdicts.json:2: {mend}"]


def test_verdicts_of_an_older_form_are_told(root: Path, no_words: Path) -> None:
    accepted = kept(root)
    accepted["zz-demo 2020-01-01"]["rules"]["factors"][0]["weight"] = 2
    accepted["zz-demo 2020-01-01"]["digest"] = "of another form"
    keep(root, accepted)
    older = "it was accepted in a form that is no longer read"
    assert list(check(root, no_words)) == [f"schemes/{DEMO}: {older}{LOOK}"]


def test_an_older_form_is_accepted_where_its_combinations_come_to_the_same(
    root: Path, no_words: Path
) -> None:
    accepted = kept(root)
    accepted["zz-demo 2020-01-01"]["rules"]["factors"][0]["weight"] = 2
    accepted["zz-demo 2020-01-01"]["digest"] = "of another form"
    keep(root, accepted)
    older = "zz-demo 2020-01-01: it was accepted in a form that is no longer read."
    assert list(accept(date(2026, 11, 22), root)) == [older]
    assert list(check(root, no_words)) == []


def test_an_older_form_that_came_to_something_else_needs_a_revision(root: Path) -> None:
    accepted = kept(root)
    accepted["zz-demo 2020-01-01"]["rules"]["factors"][0]["weight"] = 2
    accepted["zz-demo 2020-01-01"]["digest"] = "of another form"
    accepted["zz-demo 2020-01-01"]["outcomes"]["meets"] += 1
    keep(root, accepted)
    with pytest.raises(RuleError, match="write revision: 2, then accept it again"):
        list(accept(date(2026, 11, 22), root))


# ------------------------------------------------------------ a rule that people were told

HARDER = Change(DEMO, "threshold: 10", "threshold: 11")
REVISED = Change(DEMO, "revision: 1", "revision: 2")


def test_a_changed_rule_that_was_in_force_is_refused_until_its_revision_is_raised(
    root: Path,
) -> None:
    HARDER.make(root)
    before = (root / "verdicts.json").read_bytes()
    told = (
        "schemes/zz-demo/2020-01-01.yaml:5: its rules changed (3 of 18 moved from meets to "
        "falls-short), but its revision is still 1, and results are out under it; write "
        "revision: 2, then accept it again."
    )
    for on in (date(2020, 1, 1), date(2026, 11, 22)):
        with pytest.raises(RuleError) as error:
            list(accept(on, root))
        assert str(error.value) == told
        assert (root / "verdicts.json").read_bytes() == before


def test_a_changed_rule_is_accepted_with_its_revision_raised(root: Path, no_words: Path) -> None:
    HARDER.make(root)
    REVISED.make(root)
    assert list(accept(date(2026, 11, 22), root)) == [
        "zz-demo 2020-01-01: 3 of 18 moved from meets to falls-short."
    ]
    assert list(check(root, no_words)) == []


def test_a_coming_edition_may_change_freely(root: Path) -> None:
    HARDER.make(root)
    assert len(list(accept(date(2019, 12, 31), root))) == 1


@pytest.mark.parametrize(
    "change",
    [
        Change(DEMO, "{demo_colour: red}, points: 10", "{demo_colour: [red, blue]}, points: 10"),
        Change(DEMO, "    when: {demo_member: true}", "    when: {demo_member: false}"),
        Change("hk-qmas-gpt/nationals.yaml", "nation: CU,", "nation: CN,"),
    ],
)
def test_a_row_a_prerequisite_and_a_list_are_rules_as_well(root: Path, change: Change) -> None:
    change.make(root)
    with pytest.raises(RuleError, match="its revision is still 1"):
        list(accept(date(2026, 11, 22), root))


@pytest.mark.parametrize(
    "change",
    [
        Change(
            DEMO,
            "cite: {sources: [DEMO], sure: single}\n    rows",
            "cite: {sources: [DEMO], sure: official}\n    rows",
        ),
        Change(DEMO, "checked: 2026-11-22", "checked: 2026-11-26"),
    ],
)
def test_how_sure_a_rule_is_and_when_it_was_read_are_no_rules(root: Path, change: Change) -> None:
    change.make(root)
    assert list(accept(date(2026, 11, 22), root)) == []


def test_a_fact_that_cuts_answers_anew_changes_no_rule(root: Path) -> None:
    """As when an option is added in facts.yaml: the cells move, the rules stay."""
    accepted = kept(root)
    accepted["zz-demo 2020-01-01"]["digest"] = "of other cells"
    keep(root, accepted)
    assert list(accept(date(2026, 11, 22), root)) == [
        "zz-demo 2020-01-01: points, labels or cells moved, but no outcome did."
    ]


# ------------------------------------------------------------ what acceptance cannot hide


def earned(day: str, row: str, was: int, now: int) -> Change:
    """Return a change of one row's points in an edition of the general test."""
    return Change(f"hk-qmas-gpt/{day}.yaml", f"{row}, points: {was}}}", f"{row}, points: {now}}}")


# A worked case, and a change of points that it earned, whereby no sum changes.
HIDDEN = [
    ("D01", earned("2006-06-28", "{degree: [bachelor, professional]}", 20, 25)),
    ("D05", earned("2008-01-21", "{graduate_years: {from: 2}}", 10, 15)),
    ("D09", earned("2015-05-04", "{degree: [bachelor, professional]}", 10, 15)),
    ("D13", earned("2018-08-28", "{languages: {any: [chinese, english]}}", 10, 5)),
    ("D19", earned("2023-01-01", "{graduate_years: {from: 5}}", 15, 20)),
    ("D23", earned("2023-01-01", "{degree: [bachelor, professional]}", 10, 20)),
]


def stands(root: Path, case: dict[str, Any]) -> tuple[str, int | None]:
    """Return the outcome and score of a worked case under the editions of a shelf."""
    one, day = read_scheme(root / case["scheme"]), date.fromisoformat(case["on"])
    edition = one.in_force(day)
    assert edition
    found = assess(edition, read_facts(case["facts"], day), day)
    return found.outcome, found.score


@pytest.mark.parametrize(("name", "change"), HIDDEN)
def test_points_changed_and_accepted_still_differ_from_the_second_reading(
    root: Path, no_words: Path, name: str, change: Change
) -> None:
    case = CASES[name]
    second = oracle.evaluate(case["scheme"], case["on"], case["facts"])
    assert stands(HERE, case) == (second.outcome, second.score)

    change.make(root)
    assert len(list(accept(COMING, root))) == 1
    assert list(check(root, no_words)) == []

    outcome, score = stands(root, case)
    assert (outcome, score) != (second.outcome, second.score)


# ------------------------------------------------------------ the counts are plain enumeration

SMALL = [
    (one, edition)
    for one, edition in SHIPPED
    if edition.key in {"zz-demo 2020-01-01", "zz-demo 2022-01-01", "hk-qmas-apt 2024-11-01"}
]


def answers(one: Scheme, *editions: Edition) -> Iterator[dict[str, Any]]:
    """Yield every combination of one answer a cell, cut as any of the editions cuts."""
    cells: dict[str, dict[Any, None]] = {}
    for edition in editions:
        for fact, axis in tables(edition, one.barred(edition.day)).axes.items():
            cells.setdefault(fact, {}).update(dict.fromkeys(axis.cells()))
    for combination in product(*cells.values()):
        yield dict(zip(cells, combination, strict=True))


def plainly(edition: Edition, facts: dict[str, Any]) -> Assessment:
    """Assess complete facts on an edition's first day."""
    return assess(edition, read_facts(facts, edition.day), edition.day)


def share(found: Assessment) -> Share:
    """Return what a complete assessment adds up to."""
    if found.outcome == "ineligible":
        return True, False, 0
    reviewed = any(one.met is None for one in found.prerequisites)
    return False, reviewed, sum(factor.least for factor in found.factors)


def test_the_small_editions_are_all_there() -> None:
    assert len(SMALL) == 3


@pytest.mark.parametrize(("one", "edition"), SMALL, ids=[e.key for _, e in SMALL])
def test_the_distribution_is_that_of_plain_enumeration(one: Scheme, edition: Edition) -> None:
    found = [plainly(edition, facts) for facts in answers(one, edition)]
    ready = tables(edition, one.barred(edition.day))
    assert distribution(ready) == Counter(map(share, found))
    assert verdicts(edition).outcomes == Counter(each.outcome for each in found)
    assert verdicts(edition).combinations == len(found)


@pytest.mark.parametrize(
    "change", [change for change, _ in MOVED if change.file.startswith("zz-demo")]
)
def test_what_moves_is_what_plain_enumeration_moves(root: Path, change: Change) -> None:
    change.make(root)
    day = date.fromisoformat(Path(change.file).stem)
    one = schemes()["zz-demo"]
    before, after = one.edition(day), read_scheme(root / "zz-demo").edition(day)
    assert movements(before, after) == Counter(
        (plainly(before, facts).outcome, plainly(after, facts).outcome)
        for facts in answers(one, before, after)
    )


def test_a_whole_new_edition_moves_what_plain_enumeration_moves() -> None:
    one = schemes()["zz-demo"]
    before, after = one.editions[:2]
    assert movements(before, after) == Counter(
        (plainly(before, facts).outcome, plainly(after, facts).outcome)
        for facts in answers(one, before, after)
    )


@pytest.mark.parametrize("edition", [edition for _, edition in SHIPPED], ids=lambda one: one.key)
def test_the_margins_of_what_moves_are_the_verdicts_of_either_side(edition: Edition) -> None:
    threshold = (edition.decision.threshold or 1) + 1
    decision = edition.decision.model_copy(update={"threshold": threshold})
    harder = edition.model_copy(update={"decision": decision})
    was, now = Counter[str](), Counter[str]()
    for (before, after), many in movements(edition, harder).items():
        was[before] += many
        now[after] += many
    assert was == verdicts(edition).outcomes
    assert now == verdicts(harder).outcomes
