"""What to do first: in one line, for the price of none; held against what is searched and tried."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.words.catalogue import words
from flows.advice.advise import advise
from flows.advice.combine import size
from flows.advice.in_words import first_step, ways
from flows.advice.nearest import nearest_criterion
from flows.advice.untold import decisive
from flows.assessing.assess import assess, tables_on
from flows.facts.known import FactError
from flows.facts.vocabulary import Fact
from flows.message import Message, Messages, Sentences
from flows.rules.edition import Edition
from tests.brute import lines, targets
from tests.drawn import every_edition, lots, somebody
from tests.shelf import read_facts, scheme, vocabulary

PEOPLE = 150
TODAY = date(2026, 11, 22)
EDITIONS = {edition.key: (one, edition) for one, edition in every_edition()}
COUNTING = [key for key, (_, edition) in EDITIONS.items() if edition.decision.kind == "count_of"]
GOING = [key for key, (_, edition) in EDITIONS.items() if edition.decision.kind != "judgement"]

FIVE: dict[str, Any] = {
    "age": 38,
    "nationality": "GB",
    "self_supporting": True,
    "clean_record": True,
    "degree": "bachelor",
    "languages": ["chinese", "english"],
    "graduate_years": 12,
    "reputable_years": 0,
    "sector_years": 5,
    "international_years": 1.5,
    "income_hkd": 900000,
    "business": "none",
}


def first(facts: dict[str, Any], test: str = "hk-qmas-gpt", on: date = TODAY) -> Message:
    """Say what to do first."""
    of = scheme(test)
    edition = of.in_force(on)
    assert edition is not None
    read = read_facts(facts, on)
    return first_step(assess(edition, read, on), read)


def parts(message: Message) -> set[str]:
    """Give the ids of a message and of all that fills its gaps."""
    found = {message.id}
    for _, value in message.args:
        inside = value.items if isinstance(value, (Messages, Sentences)) else (value,)
        for one in inside:
            found |= parts(one) if isinstance(one, Message) else set()
    return found


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (FIVE, "step-nearest name-hk-criteria-international change-from"),
        (
            FIVE
            | {"international_years": 2, "degree": "bachelor"}
            | {"reputable_years": 2, "graduate_years": 2, "sector_years": 2, "income_hkd": 0},
            "step-nearest name-hk-criteria-reputable-enterprise nearest-line change-and",
        ),
        (FIVE | {"reputable_years": None}, "find-criteria fact-reputable_years band-years-from"),
        (FIVE | {"reputable_years": {"below": 80}}, "find-criteria fact-reputable_years"),
        (
            FIVE | {"sector_years": None, "reputable_years": None},
            "find-several fact-sector_years fact-reputable_years",
        ),
        (FIVE | {"reputable_years": 3, "clean_record": None}, "find-first fact-clean_record"),
        # One answer is not told of as several, though people may have to judge it.
        (
            FIVE | {"reputable_years": 3, "degree": "none", "other_proof": None},
            "find-door fact-other_proof",
        ),
        (FIVE | {"reputable_years": 3}, "step-meets look-next"),
        (
            FIVE | {"reputable_years": 3, "degree": "none", "other_proof": True},
            "step-review look-next",
        ),
        (FIVE | {"clean_record": False}, "step-mend failed-hk-criteria-record"),
    ],
)
def test_what_to_do_first_is_one_line(facts: dict[str, Any], said: str) -> None:
    found = first(facts)
    assert found.id == said.split(maxsplit=1)[0]
    assert set(said.split()) <= parts(found)
    for language in words().languages:
        assert words().render(language, found)


def test_a_change_is_named_with_the_answer_before_and_after() -> None:
    said = words().render("en", first(FIVE))
    assert said.endswith("(1.5 years → 2 years or more)")
    said = words().render("en", first(FIVE | {"reputable_years": None}))
    assert "“3 years or more”, you meet 6 of 12 criteria" in said


def test_other_kinds_of_test_say_what_to_do_first_as_well() -> None:
    known = FIVE | {"senior_years": 0, "talent_list": False, "renowned_degree": "none"}
    known |= {"hkpr_relative": False, "spouse_with_degree": False, "children": 0}
    points = known | {"graduate_years": 4, "reputable_years": 1, "sector_years": 0}
    former = date(2024, 10, 31)
    assert first(points, on=former).id == "step-ways"
    found = first(points | {"talent_list": None}, on=former)
    assert {"find-points", "fact-talent_list", "option-yes"} <= parts(found)
    assert dict(found.args)["score"] == 95
    assert first(FIVE | {"award": False}, "hk-qmas-apt").id == "find-door"
    assert first({"employment": "contract"}, "mo-technical").id == "step-closed"


@pytest.mark.parametrize("key", COUNTING)
def test_the_nearest_criterion_is_the_one_that_is_searched_for(key: str) -> None:
    edition = EDITIONS[key][1]
    chance = lots(f"nearest {key}")
    for _ in range(PEOPLE):
        raw, on = somebody(chance, edition)
        facts = read_facts(raw, on)
        found = advise(edition, facts, on)
        if found.result.outcome not in {"falls-short", "open"}:
            continue
        near = nearest_criterion(tables_on(edition, on), facts)
        searched = found.nearest[0] if found.nearest else None
        assert (near is None) == (searched is None), (raw, on)
        if near is not None and searched is not None:
            assert near[0] == searched.factor, (raw, on)
            assert size(near[1])[::-1] == size(searched.changes)[::-1], (raw, on)


def tries(edition: Edition, fact: Fact, told: Any) -> Iterator[Any]:
    """Give the answers that an edition tells apart, of a band those inside it."""
    if fact.numeric:
        low, high = fact.least or 0, fact.most or 0
        if isinstance(told, dict):
            low, high = told.get("from", low), told.get("below", high)
        cuts = {low, *(cut for cut in targets(edition, fact) if low <= cut < high)}
        yield from (int(cut) if cut == int(cut) else cut for cut in sorted(cuts))
    elif fact.kind == "flag":
        yield from (False, True)
    elif fact.kind == "choice":
        yield from fact.options
    elif fact.kind == "languages":
        for named in ([], ["chinese"], ["english"], ["chinese", "english"]):
            yield from ([*named, *others] for others in ([], ["other"], ["other", "another"]))
    elif fact.kind == "nation":
        yield from ("GB", "KP")


def settles(edition: Edition, raw: dict[str, Any], on: date) -> bool:
    """Whether what is told is certain to be enough, and nobody must judge it first."""
    result = assess(edition, read_facts(raw, on), on)
    if edition.decision.kind == "doors":
        return result.outcome == "review"
    return result.outcome == "meets"


@pytest.mark.parametrize("key", GOING)
def test_what_to_find_out_is_what_alone_is_enough(key: str) -> None:
    edition = EDITIONS[key][1]
    chance, facts = lots(f"find out {key}"), vocabulary()
    for _ in range(PEOPLE):
        raw, on = somebody(chance, edition)
        raw.pop("other_proof", None)
        read = read_facts(raw, on)
        result = assess(edition, read, on)
        if result.outcome != "open" or raw.get("degree", "none") == "none":
            continue
        found = {one.fact for one in decisive(tables_on(edition, on), result, read)}
        alone = set()
        for name in result.missing:
            for answer in tries(edition, facts[name], raw.get(name)):
                anew = {k: v for k, v in raw.items() if k != "birth_date" or name != "age"}
                try:
                    if settles(edition, anew | {name: answer}, on):
                        alone.add(name)
                except FactError:
                    continue
        assert found == alone, (raw, on)
        assert found <= {*lines(edition)}


def test_finding_out_stands_before_every_change() -> None:
    facts = read_facts(FIVE | {"reputable_years": None}, TODAY)
    of = scheme("hk-qmas-gpt")
    edition = of.in_force(TODAY)
    assert edition is not None
    first_line, proof, *_ = ways(advise(edition, facts, TODAY), facts)[0].lines
    assert (first_line.id, proof.id) == ("find-criteria", "certificate-criteria-one")
