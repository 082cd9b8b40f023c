"""The library: what it reads, what lies over it, and two of them side by side."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from flows.assessing.assess import assess
from flows.dialogue import Place, Session, Tap, enter, step
from flows.documents import RuleError
from flows.facts.from_json import read_facts
from flows.library import Library
from flows.library.shelf import HERE
from tests.shelf import LIBRARY

FROZEN = Path(__file__).parent / "demo" / "zz-demo"
FIRST = "2020-01-01.yaml"
LATER = date(2023, 1, 1)
TOLD = {"demo_years": 7, "demo_colour": "blue", "demo_member": True}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with the made-up scheme alone, offered as a real one."""
    found = tmp_path / "rules"
    shutil.copytree(FROZEN, found / "zz-demo")
    changed(found / "zz-demo" / "scheme.yaml", "made_up: true", "made_up: false")
    return found


@pytest.fixture
def over(tmp_path: Path) -> Path:
    """A folder to lie over it."""
    found = tmp_path / "over"
    (found / "zz-demo").mkdir(parents=True)
    return found


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def laid_over(root: Path, over: Path, name: str, old: str, new: str) -> None:
    """Change a file in the folder on top alone."""
    shutil.copy(root / "zz-demo" / name, over / "zz-demo" / name)
    changed(over / "zz-demo" / name, old, new)


def outcome(library: Library, on: date = date(2021, 1, 1)) -> str:
    edition = library.scheme("zz-demo").in_force(on)
    assert edition is not None
    return assess(edition, read_facts(library.vocabulary, TOLD, on), on).outcome


class TestReading:
    def test_a_scheme_is_read_once(self) -> None:
        assert LIBRARY.scheme("hk-qmas-gpt") is LIBRARY.schemes["hk-qmas-gpt"]
        edition = LIBRARY.scheme("hk-qmas-gpt").editions[0]
        assert edition is LIBRARY.scheme("hk-qmas-gpt").edition(edition.day)
        assert edition.scheme is LIBRARY.scheme("hk-qmas-gpt")

    @pytest.mark.parametrize("id_", ["", "nowhere", "..", "../schemes/zz-demo", "a" * 5000])
    def test_an_unknown_scheme_is_none(self, id_: str) -> None:
        with pytest.raises(KeyError):
            LIBRARY.scheme(id_)

    def test_two_libraries_know_nothing_of_each_other(self, root: Path, tmp_path: Path) -> None:
        other = tmp_path / "other"
        shutil.copytree(root, other)
        changed(other / "zz-demo" / FIRST, "threshold: 10", "threshold: 11")
        first, second = Library(root), Library(other)
        assert (outcome(first), outcome(second), outcome(first)) == (
            "meets",
            "falls-short",
            "meets",
        )


class TestOver:
    def test_a_file_on_top_stands_in_the_place_of_the_one_below(
        self, root: Path, over: Path
    ) -> None:
        laid_over(root, over, FIRST, "threshold: 10", "threshold: 11")
        assert outcome(Library(root)) == "meets"
        assert outcome(Library(root, over)) == "falls-short"

    def test_the_last_folder_is_on_top(self, root: Path, over: Path, tmp_path: Path) -> None:
        laid_over(root, over, FIRST, "threshold: 10", "threshold: 11")
        shutil.copytree(over, tmp_path / "top")
        changed(tmp_path / "top" / "zz-demo" / FIRST, "threshold: 11", "threshold: 9")
        assert outcome(Library(root, over, tmp_path / "top")) == "meets"

    def test_an_edition_may_be_added(self, root: Path, over: Path) -> None:
        laid_over(
            root, over, "2022-01-01.yaml", "day: 2022-01-01", "day: 2022-01-01\nuntil: 2023-12-31"
        )
        shutil.copy(root / "zz-demo" / "2022-01-01.yaml", over / "zz-demo" / "2024-01-01.yaml")
        changed(over / "zz-demo" / "2024-01-01.yaml", "day: 2022-01-01", "day: 2024-01-01")
        assert [e.day.year for e in Library(root, over).scheme("zz-demo").editions] == [
            2020,
            2022,
            2024,
        ]

    def test_a_scheme_may_be_added_to_those_that_are_shipped(self, over: Path) -> None:
        shutil.copytree(FROZEN, over / "xx-ours")
        for path in (over / "xx-ours").glob("*.yaml"):
            path.write_text(path.read_text("utf-8").replace("zz-demo", "xx-ours"), "utf-8")
        (over / "zz-demo").rmdir()
        assert set(Library(HERE, over).schemes) == {*LIBRARY.schemes, "xx-ours"}

    def test_a_fault_names_the_folder_in_which_it_lies(self, root: Path, over: Path) -> None:
        laid_over(root, over, FIRST, "threshold: 10", "threshold: ten")
        with pytest.raises(RuleError, match=r"^over/zz-demo/2020-01-01\.yaml:10: "):
            _ = Library(root, over).scheme("zz-demo").editions


class TestTalking:
    """A made-up scheme holds the whole conversation."""

    def to_the_first_question(self, library: Library, on: date) -> Place:
        return step(enter(library, Session("en", agreed=True), on), Tap("zz-demo"), ("en",))

    def test_to_the_result(self, root: Path) -> None:
        place, asked = self.to_the_first_question(Library(root), LATER), []
        while place.standing.state == "asking":
            asked.append(place.standing.question)
            last = place.reply.choices[0]
            place = step(place, Tap(last.id), ("en",))
        assert (place.standing.state, len(asked)) == ("result", 3)

    def test_rules_that_end_are_told(self, root: Path) -> None:
        path = root / "zz-demo" / "2022-01-01.yaml"
        changed(path, "day: 2022-01-01", "day: 2022-01-01\nuntil: 2023-12-31")
        library = Library(root)
        place = self.to_the_first_question(library, LATER)
        late = enter(library, place.session, date(2024, 1, 1))
        assert late.first[0].text.id == "notice-rules-ended"
        # What was chosen and agreed to stays.
        assert late.session == Session("en", agreed=True)
