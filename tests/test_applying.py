"""What to do next: a person and family, and then which documents, sums and sentences they get."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.words.catalogue import words
from flows.applying import Applying, applying, rounds, sections
from flows.assessing.assess import assess
from flows.facts.known import FactError
from flows.message import Message
from flows.rules.procedure import Fee
from flows.section import Section
from tests.asking import CASES, lines
from tests.shelf import read_facts, scheme, schemes

TODAY = date(2026, 11, 22)
LANGUAGES = words().languages
# A person who meets the general test, without a business.
WORKER: dict[str, Any] = {
    "age": 35,
    "nationality": "other",
    "self_supporting": True,
    "clean_record": True,
    "degree": "master",
    "listed_degree": "master",
    "stem": True,
    "languages": ["chinese", "english"],
    "graduate_years": 8,
    "reputable_years": 4,
    "sector_years": 0,
    "international_years": 0,
    "income_hkd": 1_200_000,
    "business": "none",
}
# A person of whom only the prerequisites are known.
STARTED = {
    "age": 35,
    "nationality": "FR",
    "self_supporting": True,
    "clean_record": True,
    "degree": "bachelor",
}
ACHIEVER = STARTED | {"award": True}


def asked(id_: str, facts: Mapping[str, Any], dependants: int = 0, on: date = TODAY) -> Applying:
    """Return what applying means for a person."""
    one = scheme(id_)
    told = read_facts(facts, on)
    edition = one.in_force(on)
    assert edition is not None
    return applying(assess(edition, told, on), told, dependants, on)


def general(dependants: int = 0, on: date = TODAY, **changed: Any) -> Applying:
    facts = {name: value for name, value in (WORKER | changed).items() if value is not None}
    return asked("hk-qmas-gpt", facts, dependants, on)


def last_word(message: Message) -> str:
    return message.id.split("-row-")[-1].split("-family-")[-1]


def rows(found: Applying) -> dict[str, tuple[int, bool]]:
    """Return each document with its files and whether it is open."""
    return {last_word(one.name): (one.files, one.open) for one in found.documents}


def text(found: Applying, language: str = "en") -> str:
    """Return it as a person reads it."""
    render = words().render
    return "\n".join(
        "\n".join([f"[{render(language, one.title)}]", *(render(language, t) for t in one.lines)])
        for one in sections(found)
    )


ALWAYS = {
    "travel-document": (5, False),
    "photograph": (1, False),
    "identity-card": (1, False),
    "net-worth": (3, False),
    "academic": (10, False),
}


@pytest.mark.parametrize(
    ("changed", "more"),
    [
        pytest.param({}, {"work": 10, "income": 10, "language": 5}, id="worker"),
        pytest.param({"income_hkd": 999_999}, {"work": 10, "language": 5}, id="less income"),
        pytest.param({"languages": ["chinese"]}, {"work": 10, "income": 10}, id="one language"),
        pytest.param(
            {"languages": ["english"]}, {"work": 10, "income": 10, "language": 5}, id="English"
        ),
        pytest.param(
            {"graduate_years": 1, "reputable_years": 0},
            {"income": 10, "language": 5},
            id="little work",
        ),
        pytest.param(
            {"business": "unlisted", "business_share": 60, "business_profit_hkd": 6_000_000},
            {"work": 10, "ownership": 3, "income": 10, "language": 5},
            id="owner",
        ),
        pytest.param(
            {"business": "unlisted", "business_share": 10, "business_profit_hkd": 0},
            {"work": 10, "ownership": 3, "income": 10, "language": 5},
            id="owner of a small share",
        ),
    ],
)
def test_only_what_counts_for_the_person_is_listed(
    changed: dict[str, Any], more: dict[str, int]
) -> None:
    found = rows(general(**changed))
    assert found == ALWAYS | {name: (files, False) for name, files in more.items()}


def test_what_is_still_open_is_listed_and_marked() -> None:
    found = asked("hk-qmas-gpt", STARTED)
    assert rows(found) == ALWAYS | {
        "work": (10, True),
        "ownership": (3, True),
        "income": (10, True),
        "language": (5, True),
    }
    said = text(found)
    assert "Your result is still open." in said
    assert "Record of yearly income: up to 10 files, if it counts for you (our inference)" in said
    assert sections(found)[0].lines[0].id == "apply-lead-open"


def test_a_mark_that_no_row_carries_is_not_explained() -> None:
    found = general(reputable_years=0, sector_years=None, income_hkd=0, stem=False)
    assert (found.outcome, [one for one in found.documents if one.open]) == ("open", [])
    assert sections(found)[0].lines[0].id == "apply-lead-open-known"
    for language in LANGUAGES:
        assert words().render(language, sections(found)[0].lines[0])


def test_the_achievement_route_asks_for_achievements_and_not_for_criteria() -> None:
    found = asked("hk-qmas-apt", ACHIEVER)
    assert rows(found) == ALWAYS | {"achievements": (10, False)}
    left_out = [last_word(name) for name in found.left_out]
    assert left_out == ["work", "ownership", "income", "language"]
    assert "Whether your proof is enough is for people to judge." in text(found)


def test_the_limits_are_those_of_the_online_service() -> None:
    """GovHK, online application: 5, 1, 1, 3, 10, 10, 3, 10, 5, 5, 10 and 5, 1, 5, 5 files."""
    procedure = scheme("hk-qmas-gpt").applying
    assert procedure is not None
    assert [row.files for row in procedure.documents] == [5, 1, 1, 3, 10, 10, 3, 10, 5, 5, 10]
    assert [row.files for row in procedure.family_documents] == [5, 1, 5, 5]
    assert procedure.group is not None
    assert procedure.group.most == 9


def test_each_row_is_as_sure_as_it_was_found() -> None:
    procedure = scheme("hk-qmas-gpt").applying
    assert procedure is not None
    sure = {row.id: row.cite.sure for row in procedure.documents}
    several = {"travel-document", "photograph", "net-worth", "academic", "work"}
    assert {id_ for id_, word in sure.items() if word == "several"} == several
    assert {word for id_, word in sure.items() if id_ not in several} == {"inferred"}
    family = [row.cite.sure for row in procedure.family_documents]
    assert family == ["several", "several", "several", "inferred"]
    starred = {row.id for row in procedure.documents if row.starred}
    assert starred == {"travel-document", "photograph", "net-worth", "academic"}


def test_both_hong_kong_tests_share_one_file() -> None:
    assert scheme("hk-qmas-apt").applying == scheme("hk-qmas-gpt").applying
    assert schemes()["zz-demo"].applying is None


def test_the_unresolved_row_and_the_official_list_are_told_once() -> None:
    found = general(2)
    assert found.unresolved == 5
    assert "other" not in rows(found)
    said = text(found)
    assert said.count("unresolved.") == 1
    assert said.count("Guidance Notes ID(E) 982, Part III") == 1
    assert text(found, "zh-Hant").count("ID(C) 982第三部分") == 1
    assert text(found, "zh-Hans").count("ID(C) 982第三部分") == 1


@pytest.mark.parametrize(
    ("dependants", "submitted", "approved", "total"),
    [(0, 600, 1300, 1900), (1, 1200, 2600, 3800), (2, 1800, 3900, 5700), (8, 5400, 11700, 17100)],
)
@pytest.mark.parametrize("id_", ["hk-qmas-gpt", "hk-qmas-apt"])
def test_fees_add_up(id_: str, dependants: int, submitted: int, approved: int, total: int) -> None:
    fees = asked(id_, WORKER | {"award": True}, dependants).fees
    assert fees is not None
    assert (fees.submitted, fees.approved, fees.total) == (submitted, approved, total)


@pytest.mark.parametrize(
    ("language", "now", "later", "total"),
    [
        (
            "en",
            "Now: 3 × HK$600 = HK$1,800, never refunded.",
            "On approval, for 36 months: 3 × HK$1,300 = HK$3,900 ",
            "Together: HK$5,700.",
        ),
        (
            "zh-Hant",
            "申請費（遞交時繳付）：3 × 600港元 = 1,800港元，概不退還。",
            "簽發費（獲批時繳付，逗留36個月）：3 × 1,300港元 = 3,900港元（180日或以下為每人600",
            "合共：5,700港元。",
        ),
        (
            "zh-Hans",
            "申请费（递交时缴付）：3 × 600港元 = 1,800港元，概不退还。",
            "签发费（获批时缴付，逗留36个月）：3 × 1,300港元 = 3,900港元（180天及以下为每人600",
            "合计：5,700港元。",
        ),
    ],
)
def test_a_couple_and_a_child_read_their_fees(
    language: str, now: str, later: str, total: str
) -> None:
    said = text(general(2), language).splitlines()
    assert {now, total} <= set(said)
    assert any(line.startswith(later) for line in said)


def test_the_fee_before_february_2025_is_shown_to_nobody() -> None:
    assert all("230" not in text(general(2), language) for language in LANGUAGES)
    before = general(2, on=date(2025, 2, 25))
    assert before.fees is None
    assert "The fees on 25 February 2025 are not known here." in text(before)
    assert general(2, on=date(2025, 2, 26)).fees is not None


def test_the_walk_through_of_a_new_fee_works() -> None:
    """What docs/applying.md shows, read and looked up on the days around the change."""
    page = Path(__file__).parents[1] / "docs" / "applying.md"
    shown = re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)[0]
    fees = [Fee.model_validate(one) for one in yaml.safe_load(shown)["fees"]]
    for day, expected in ((date(2027, 3, 31), [600]), (date(2027, 4, 1), [650])):
        assert [fee.application for fee in fees if fee.days.holds(day)] == expected


def test_a_family_gets_its_rows_its_group_and_its_signatures() -> None:
    alone, family = text(general()), text(general(2))
    assert "For each of your 2 family members" in family
    assert "Proof of relationship (marriage, birth): up to 5 files (several sources)" in family
    assert "Up to 9 applications in one group; we read that as you and 8 others." in family
    assert "All of you sign; for a child under 16, a parent or legal guardian." in family
    assert "You sign that all is correct." in alone
    assert "family" not in alone
    assert "under 16" not in alone
    assert "[For your family member]" in text(general(1))


@pytest.mark.parametrize("dependants", [-1, 9, 20])
def test_more_than_one_group_is_refused(dependants: int) -> None:
    with pytest.raises(ValueError, match="one group takes at most 8"):
        general(dependants)


def test_first_stays_and_extensions_differ_by_route() -> None:
    by_points, by_achievement = text(general()), text(asked("hk-qmas-apt", ACHIEVER))
    assert "First stay, if approved: 36 months." in by_points
    assert "Normally 3, then 2 years; 5 at once after 2 years here" in by_points
    assert "First stay, if approved: 8 years." in by_achievement
    assert "Normally 3, then 2" not in by_achievement


def test_the_window_of_an_extension_is_unsettled_since_march_2026() -> None:
    before = text(general(on=date(2026, 2, 28)))
    since = text(general(on=date(2026, 3, 1)))
    assert "When to extend: within 4 weeks before expiry." in before
    assert "is unsettled: within" not in before
    assert (
        "When to extend is unsettled: within 4 weeks before expiry (official page), "
        "or 3 months, since 1 March 2026 (one newspaper). Please ask."
    ) in since


def test_the_mainland_line_is_for_those_whom_it_may_concern() -> None:
    line = "consent letter from the work unit"
    assert line in text(general(nationality="CN"))
    assert line in text(general(nationality="other"))
    assert line not in text(general(nationality="FR"))


def test_what_falls_short_is_headed_by_a_plain_sentence() -> None:
    found = general(income_hkd=0, reputable_years=0, stem=False, languages=["chinese"])
    assert found.outcome == "falls-short"
    first = sections(found)[0]
    assert (
        words()
        .render("en", first.lines[0])
        .startswith("On what you told us, the threshold is not reached.")
    )
    assert rows(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_prerequisite_there_is_no_checklist(language: str) -> None:
    found = general(2, self_supporting=False)
    assert (found.documents, found.fees, found.points) == ((), None, ())
    first, contacts = sections(found)
    assert [line.id for line in first.lines] == ["failed-hk-criteria-means", "apply-failed"]
    assert contacts.lines == (found.contacts,)
    assert words().render(language, first.lines[0])


def test_a_day_before_the_data_is_told_honestly() -> None:
    found = general(on=date(2024, 10, 31))
    assert found.procedure is None
    assert "What an application asks for on 31 October 2024 is not known here." in text(found)
    assert "[Official contacts]" in text(found)


def test_data_past_their_day_say_so() -> None:
    assert "to be read again" not in text(general(on=date(2027, 1, 1)))
    assert "to be read again by 1 January 2027" in text(general(on=date(2027, 1, 2)))


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2023-07-15", "no round is open. Round 1 opens on 4 August 2023."),
        ("2023-08-10", "in round 1, each programme has days of its own."),
        ("2024-03-14", "no round is open. Round 2 opens on 21 May 2024."),
        ("2024-11-20", "today, 20 November 2024, is the last day of round 2."),
        ("2025-12-01", "no round is open. Round 3 opens on 2 December 2025."),
        ("2026-11-22", "round 3 is open until 1 December 2026 (9 days left)."),
        ("2026-11-30", "round 3 is open until tomorrow, 1 December 2026."),
        ("2026-12-01", "today, 1 December 2026, is the last day of round 3."),
        ("2026-12-02", "between rounds. Round 3 ended on 1 December 2026; no later one is known."),
        ("2028-01-01", "between rounds. Round 3 ended on 1 December 2026; no later one is known."),
    ],
)
def test_rounds_follow_their_dates(on: str, sentence: str) -> None:
    said = rounds(scheme("mo-technical"), date.fromisoformat(on))
    assert said is not None
    assert words().render("en", said).startswith(f"Talent Recruitment Programmes: {sentence}")


def test_hong_kong_has_no_rounds() -> None:
    assert rounds(scheme("hk-qmas-gpt"), TODAY) is None


def macao(purpose: str, on: date = TODAY, **more: Any) -> Applying:
    return asked("mo-technical", {"purpose": purpose} | more, on=on)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Their points tables stand in the gazette and were not read here"),
        ("zh-Hant", "計分表載於公報"),
        ("zh-Hans", "计分表载于公报"),
    ],
)
def test_a_closed_route_leads_to_its_successor(language: str, sentence: str) -> None:
    said = text(macao("first"), language)
    assert sentence in said
    assert "www.cdqq.gov.mo" in said


@pytest.mark.parametrize(
    ("purpose", "told", "not_told"),
    [
        ("pending", ["free of charge", "no fixed time", "within 30 days"], ["last 90", "spouse"]),
        ("renewal", ["free of charge", "last 90 days", "ordinarily live"], ["spouse"]),
        ("family", ["free of charge", "a spouse, or a partner of at least 2"], ["last 90"]),
    ],
)
def test_cases_that_go_on_at_ipim(purpose: str, told: list[str], not_told: list[str]) -> None:
    said = text(macao(purpose, employment="contract"))
    assert all(one in said for one in told)
    assert not any(one in said for one in [*not_told, "Talent Recruitment Programmes: round"])
    assert "Please ask IPIM for it." in said


def test_an_unreported_change_comes_first() -> None:
    found = macao("renewal", change_reported=False, last_change_on="2026-08-01")
    assert sections(found)[0].lines[0].id == "result-labels-urgent"


PEOPLE = {
    "alone": general(),
    "couple and child": general(2),
    "started": asked("hk-qmas-gpt", STARTED, 8),
    "achiever": asked("hk-qmas-apt", ACHIEVER, 3),
    "closed": macao("first"),
    "renewal": macao("renewal", employment="contract"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE)
def test_it_fits_one_message_and_promises_nothing(person: str, language: str) -> None:
    said = text(PEOPLE[person], language)
    assert len(said) <= (3300 if language == "en" else 1600)
    assert max(map(len, said.splitlines())) <= 200
    promises = ("guarantee", "you qualify", "will be approved", "保證", "必定", "保证", "一定能")
    assert not any(word in said.lower() for word in promises)


def test_every_case_that_is_kept_reads_well_in_every_language() -> None:
    """All worked cases, of all editions and schemes, with and without a family."""
    seen = set()
    for path in sorted(CASES.glob("*.jsonl")):
        for line in lines(path.name):
            one = schemes().get(str(line.get("scheme")))
            try:
                on = date.fromisoformat(line.get("on") or TODAY.isoformat())
                told = read_facts(line["facts"], on)
                edition = one.in_force(on) if one else None
                result = assess(edition, told, on) if one and edition else None
            except (FactError, KeyError, TypeError, ValueError):
                continue  # a bad line; tests/test_assess_lines.py holds those
            if one is None or result is None:
                continue
            for dependants, language in ((0, "en"), (1, "zh-Hant"), (8, "zh-Hans")):
                found = applying(result, told, dependants, on)
                assert (found.outcome == "ineligible") <= (not found.documents)
                assert "{" not in text(found, language)
            seen.add((one.id, result.outcome))
    assert {outcome for _, outcome in seen} >= {"meets", "falls-short", "ineligible", "review"}


def test_no_section_is_empty() -> None:
    for found in PEOPLE.values():
        for one in sections(found):
            assert isinstance(one, Section)
            assert one.lines
