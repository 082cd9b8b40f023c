"""A second, independent and deliberately naive reading of the Hong Kong points tests.

Everything here is transcribed by hand from the published tables and
shares nothing with the program under test. Two entries:

* `evaluate` scores a complete set of facts.
* `complete` tries every completion of the unknown facts over representative values.
  `complete_by_product` does the same in the plainest possible way, for few unknowns only.

Why representative values are enough: a number only ever enters through "at least this much",
through the ends of its band and through "not above graduate_years". Rounding every number
of a completion down to the nearest representative keeps all of these as they were.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Facts = Mapping[str, object]
Value = bool | int | float | str | tuple[str, ...]
Day = str | dt.date

GENERAL = "hk-qmas-gpt"
ACHIEVEMENT = "hk-qmas-apt"
LIMIT = 300_000

# Whether a fact that is given, but not read by the edition of the day, still bounds a fact
# that is read (reputable_years 6 in 2007 means at least six graduate_years).
UNREAD_FACTS_BOUND: bool = True

# ---------------------------------------------------------------- editions

# The first days of the editions, scheme by scheme: what is not here has no second reading.
EDITIONS: dict[str, tuple[str, ...]] = {
    GENERAL: (
        "2006-06-28",
        "2008-01-21",
        "2015-05-04",
        "2018-08-28",
        "2023-01-01",
        "2024-11-01",
    ),
    ACHIEVEMENT: (
        "2006-06-28",
        "2008-01-21",
        "2015-05-04",
        "2018-08-28",
        "2023-01-01",
        "2024-11-01",
    ),
}

# Schemes that are read a second time elsewhere, and where.
READ_ELSEWHERE: dict[str, str] = {"mo-technical": "labels, by hand: test_cases.TestMacao"}

# All points or none; None where there are no points any more.
ACHIEVEMENT_POINTS: dict[str, int | None] = {
    "2006-06-28": 165,
    "2008-01-21": 165,
    "2015-05-04": 195,
    "2018-08-28": 225,
    "2023-01-01": 245,
    "2024-11-01": None,
}

# What follows, down to the prerequisites, is of the general test.
MAXIMUM: dict[str, int] = {
    "2006-06-28": 165,
    "2008-01-21": 165,
    "2015-05-04": 195,
    "2018-08-28": 225,
    "2023-01-01": 245,
    "2024-11-01": 12,
}

THRESHOLD: dict[str, int] = {
    "2006-06-28": 80,
    "2008-01-21": 80,
    "2015-05-04": 80,
    "2018-08-28": 80,
    "2023-01-01": 80,
    "2024-11-01": 6,
}

# ---------------------------------------------------------------- points tables, 1.1 to 1.5

# (first age, last age, points); any other age has no points.
AGE_ROWS: dict[str, tuple[tuple[int, int, int], ...]] = {
    "2006-06-28": (
        (18, 24, 0),
        (25, 29, 25),
        (30, 34, 30),
        (35, 39, 25),
        (40, 44, 15),
        (45, 50, 5),
    ),
    "2008-01-21": ((18, 39, 30), (40, 44, 20), (45, 50, 15)),
    "2015-05-04": ((18, 39, 30), (40, 44, 20), (45, 50, 15)),
    "2018-08-28": ((18, 39, 30), (40, 44, 20), (45, 50, 15)),
    "2023-01-01": ((18, 39, 30), (40, 44, 20), (45, 50, 15)),
}

DEGREE_POINTS: dict[str, dict[str, int]] = {
    "2006-06-28": {
        "two-doctorates": 45,
        "doctorate": 40,
        "two-masters": 40,
        "master": 30,
        "two-bachelors": 30,
        "bachelor": 20,
        "professional": 20,
        "none": 0,
    },
    "2008-01-21": {
        "two-doctorates": 45,
        "doctorate": 40,
        "two-masters": 40,
        "master": 35,
        "two-bachelors": 35,
        "bachelor": 30,
        "professional": 30,
        "none": 0,
    },
    "2015-05-04": {
        "two-doctorates": 40,
        "doctorate": 40,
        "two-masters": 40,
        "master": 20,
        "two-bachelors": 20,
        "bachelor": 10,
        "professional": 10,
        "none": 0,
    },
    "2018-08-28": {
        "two-doctorates": 40,
        "doctorate": 40,
        "two-masters": 40,
        "master": 20,
        "two-bachelors": 20,
        "bachelor": 10,
        "professional": 10,
        "none": 0,
    },
    "2023-01-01": {
        "two-doctorates": 40,
        "doctorate": 40,
        "two-masters": 40,
        "master": 20,
        "two-bachelors": 20,
        "bachelor": 10,
        "professional": 10,
        "none": 0,
    },
}

# On top of the degree, where any degree comes from a renowned institution.
RENOWNED_POINTS: dict[str, int] = {
    "2006-06-28": 0,
    "2008-01-21": 0,
    "2015-05-04": 30,
    "2018-08-28": 30,
    "2023-01-01": 30,
}

# (graduate or specialist level years, of them senior, points); the best row counts.
EXPERIENCE_ROWS: dict[str, tuple[tuple[int, int, int], ...]] = {
    "2006-06-28": ((10, 5, 50), (5, 2, 40), (5, 0, 30)),
    "2008-01-21": ((10, 5, 50), (5, 2, 40), (5, 0, 30), (2, 0, 10)),
    "2015-05-04": ((10, 5, 40), (5, 2, 30), (5, 0, 15), (2, 0, 5)),
    "2018-08-28": ((10, 5, 40), (5, 2, 30), (5, 0, 15), (2, 0, 5)),
    "2023-01-01": ((10, 5, 40), (5, 2, 30), (5, 0, 15), (2, 0, 5)),
}

# (fact, years it takes, points) on top of the best row.
EXPERIENCE_BONUSES: dict[str, tuple[tuple[str, int, int], ...]] = {
    "2006-06-28": (),
    "2008-01-21": (),
    "2015-05-04": (("international_years", 2, 15),),
    "2018-08-28": (("international_years", 2, 15),),
    "2023-01-01": (("international_years", 2, 15), ("reputable_years", 3, 20)),
}

TALENT_LIST_POINTS: dict[str, int] = {"2018-08-28": 30, "2023-01-01": 30}

# (Chinese and English, one of them and a foreign language, one of them only).
LANGUAGE_POINTS: dict[str, tuple[int, int, int]] = {
    "2006-06-28": (20, 0, 0),
    "2008-01-21": (20, 15, 10),
    "2015-05-04": (20, 15, 10),
    "2018-08-28": (20, 15, 10),
    "2023-01-01": (20, 15, 10),
}

# The family rows are the same in every points edition; they add up.
RELATIVE_POINTS = 5
SPOUSE_POINTS = 5
CHILD_POINTS = 5
CHILDREN_AT_MOST = 10

# ---------------------------------------------------------------- prerequisites, 3.1 and 3.2

# Nationals who may not apply, with the last day of the bar (None: still barred).
BARRED: dict[str, str | None] = {
    "AF": None,
    "CU": None,
    "KP": None,
    "LA": "2023-10-24",
    "NP": "2023-10-24",
    "VN": "2023-10-24",
    "KH": "2018-12-31",
    "AL": "2012-12-31",
}

# ---------------------------------------------------------------- what each edition reads

ALWAYS: tuple[str, ...] = ("age", "nationality", "means", "record", "education")
WITH_LANGUAGE: tuple[str, ...] = (*ALWAYS, "language")
PREREQUISITES: dict[str, dict[str, tuple[str, ...]]] = {
    scheme: {
        "2006-06-28": WITH_LANGUAGE,
        "2008-01-21": WITH_LANGUAGE,
        "2015-05-04": WITH_LANGUAGE,
        "2018-08-28": WITH_LANGUAGE,
        "2023-01-01": WITH_LANGUAGE,
        "2024-11-01": ALWAYS,
    }
    for scheme in (GENERAL, ACHIEVEMENT)
}
# The least age is 18; the greatest, where there is one.
OLDEST: dict[tuple[str, str], int] = {
    (GENERAL, "2006-06-28"): 50,
    (ACHIEVEMENT, "2006-06-28"): 50,
}

PREREQUISITE_FACTS: tuple[str, ...] = (
    "age",
    "nationality",
    "self_supporting",
    "clean_record",
    "degree",
    "other_proof",
)

GENERAL_FACTS: dict[str, tuple[str, ...]] = {
    "2006-06-28": (
        "languages",
        "graduate_years",
        "senior_years",
        "hkpr_relative",
        "spouse_with_degree",
        "children",
    ),
    "2008-01-21": (
        "languages",
        "graduate_years",
        "senior_years",
        "hkpr_relative",
        "spouse_with_degree",
        "children",
    ),
    "2015-05-04": (
        "renowned_degree",
        "languages",
        "graduate_years",
        "senior_years",
        "international_years",
        "hkpr_relative",
        "spouse_with_degree",
        "children",
    ),
    "2018-08-28": (
        "renowned_degree",
        "languages",
        "graduate_years",
        "senior_years",
        "international_years",
        "talent_list",
        "hkpr_relative",
        "spouse_with_degree",
        "children",
    ),
    "2023-01-01": (
        "renowned_degree",
        "languages",
        "graduate_years",
        "senior_years",
        "international_years",
        "reputable_years",
        "talent_list",
        "hkpr_relative",
        "spouse_with_degree",
        "children",
    ),
    "2024-11-01": (
        "listed_degree",
        "stem",
        "languages",
        "graduate_years",
        "international_years",
        "reputable_years",
        "sector_years",
        "income_hkd",
        "business",
        "business_share",
        "business_profit_hkd",
    ),
}

# ---------------------------------------------------------------- the vocabulary of facts

DEGREE_LEVEL: dict[str, int] = {
    "none": 0,
    "bachelor": 1,
    "professional": 1,
    "two-bachelors": 1,
    "master": 2,
    "two-masters": 2,
    "doctorate": 3,
    "two-doctorates": 3,
}

OPTIONS: dict[str, tuple[str, ...]] = {
    "degree": tuple(DEGREE_LEVEL),
    "listed_degree": ("none", "bachelor", "master", "doctorate"),
    "renowned_degree": ("none", "bachelor", "master", "doctorate"),
    "business": ("none", "unlisted", "listed"),
}

PARTS_OF_GRADUATE_YEARS: tuple[str, ...] = (
    "senior_years",
    "international_years",
    "reputable_years",
    "sector_years",
)
YEARS: tuple[str, ...] = ("graduate_years", *PARTS_OF_GRADUATE_YEARS)
PARTS_OF_DEGREE: tuple[str, ...] = ("listed_degree", "renowned_degree")
WHOLE_NUMBERS: tuple[str, ...] = ("age", "children")

BOUNDS: dict[str, tuple[int, int]] = {
    "age": (0, 120),
    "graduate_years": (0, 80),
    "senior_years": (0, 80),
    "international_years": (0, 80),
    "reputable_years": (0, 80),
    "sector_years": (0, 80),
    "children": (0, 20),
    "income_hkd": (0, 10**12),
    "business_share": (0, 100),
    "business_profit_hkd": (-(10**12), 10**12),
}

# Every line that any edition draws. Years share one list, because they bound each other.
LINES: dict[str, tuple[int, ...]] = {
    "age": (18, 25, 30, 35, 40, 45, 51),
    "graduate_years": (2, 3, 5, 10),
    "senior_years": (2, 3, 5, 10),
    "international_years": (2, 3, 5, 10),
    "reputable_years": (2, 3, 5, 10),
    "sector_years": (2, 3, 5, 10),
    "children": (1, 2),
    "income_hkd": (1_000_000,),
    "business_share": (10, 50),
    "business_profit_hkd": (5_000_000,),
}

# How far below a line the value just below it lies.
STEP: dict[str, float] = {
    "age": 1,
    "graduate_years": 0.25,
    "senior_years": 0.25,
    "international_years": 0.25,
    "reputable_years": 0.25,
    "sector_years": 0.25,
    "children": 1,
    "income_hkd": 1,
    "business_share": 0.25,
    "business_profit_hkd": 1,
}

LANGUAGE_SETS: tuple[tuple[str, ...], ...] = tuple(
    official + foreign
    for official in ((), ("chinese",), ("english",), ("chinese", "english"))
    for foreign in ((), ("ja",), ("ja", "fr"))
)


@dataclass(frozen=True)
class Verdict:
    """What a complete set of facts comes to.

    `points` has every factor of the edition, also where a prerequisite fails; it is empty
    for the achievement test, whose doors are no factors of the table.
    """

    edition: str
    outcome: str
    score: int | None
    maximum: int | None
    points: dict[str, int]
    prerequisites: dict[str, bool]


@dataclass(frozen=True)
class Summary:
    """What all completions of a partial set of facts have in common."""

    outcome: str
    score: int | None
    least: int | None
    most: int | None
    missing: frozenset[str]


# ---------------------------------------------------------------- reading single facts


def text(facts: Facts, name: str) -> str:
    """Give a fact that must be a known text."""
    value = facts.get(name)
    if not isinstance(value, str):
        raise TypeError(f"{name} is not a known text: {value!r}")
    return value


def truth(facts: Facts, name: str) -> bool:
    """Give a fact that must be known to be true or false."""
    value = facts.get(name)
    if not isinstance(value, bool):
        raise TypeError(f"{name} is not known to be true or false: {value!r}")
    return value


def number(facts: Facts, name: str) -> float:
    """Give a fact that must be a known number."""
    value = facts.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} is not a known number: {value!r}")
    return value


def languages(facts: Facts) -> frozenset[str]:
    """Give the known languages, each once."""
    value = facts.get("languages")
    if not isinstance(value, list | tuple):
        raise TypeError(f"languages is not a known list: {value!r}")
    return frozenset(str(language) for language in value)


def is_known(value: object) -> bool:
    """Tell whether a given value is exact: neither absent, nor null, nor a band."""
    return value is not None and not isinstance(value, Mapping)


# ---------------------------------------------------------------- days and ages


def iso_day(on: Day) -> str:
    """Give a day as text, which compares like the day itself."""
    return dt.date.fromisoformat(str(on)).isoformat()


def edition_on(scheme: str, on: Day) -> str:
    """Give the edition of a scheme in force on a day."""
    if scheme not in EDITIONS:
        raise ValueError(f"no such scheme: {scheme}")
    begun = [edition for edition in EDITIONS[scheme] if edition <= iso_day(on)]
    if not begun:
        raise ValueError(f"no edition is in force on {on}")
    return begun[-1]


def age_on(born: dt.date, on: dt.date) -> int:
    """Give the age on a day; 29 February counts on 1 March in other years."""
    # (2, 29) is later than (2, 28) and earlier than (3, 1), so nothing special is needed.
    had_birthday = (on.month, on.day) >= (born.month, born.day)
    return on.year - born.year - (0 if had_birthday else 1)


def ages_from_birth(birth_date: str, on: Day) -> tuple[int, ...]:
    """Give the ages that a birth date, or a month of birth, leaves possible on a day."""
    today = dt.date.fromisoformat(iso_day(on))
    if len(birth_date) == 10:
        return (age_on(dt.date.fromisoformat(birth_date), today),)
    born = dt.date.fromisoformat(f"{birth_date}-01")
    ages = set()
    month = born.month
    while born.month == month and born <= today:
        ages.add(age_on(born, today))
        born += dt.timedelta(days=1)
    return tuple(sorted(ages))


# ---------------------------------------------------------------- prerequisites


def is_barred(nationality: str, on: Day) -> bool:
    """Tell whether nationals of a country may not apply on a day."""
    country = nationality.upper()
    if country not in BARRED:
        return False
    last_day = BARRED[country]
    return last_day is None or iso_day(on) <= last_day


def prerequisite_met(scheme: str, name: str, on: Day, facts: Facts) -> bool:
    """Tell whether one prerequisite of a scheme is met on a day."""
    if name == "age":
        oldest = OLDEST.get((scheme, edition_on(scheme, on)), math.inf)
        return 18 <= number(facts, "age") <= oldest
    if name == "nationality":
        return not is_barred(text(facts, "nationality"), on)
    if name == "means":
        return truth(facts, "self_supporting")
    if name == "record":
        return truth(facts, "clean_record")
    if name == "education":
        return text(facts, "degree") != "none" or truth(facts, "other_proof")
    if name == "language":
        spoken = languages(facts)
        return "chinese" in spoken or "english" in spoken
    raise ValueError(f"no such prerequisite: {name}")


def prerequisite_names(scheme: str, on: Day) -> tuple[str, ...]:
    """Give the prerequisites of a scheme on a day."""
    return PREREQUISITES[scheme][edition_on(scheme, on)]


def rests_on_other_proof(facts: Facts) -> bool:
    """Tell whether other proof stands in for a degree, so that a person must judge."""
    return text(facts, "degree") == "none" and truth(facts, "other_proof")


# ---------------------------------------------------------------- factors of the points tables


def age_points(edition: str, facts: Facts) -> int:
    """Give the points for age."""
    age = number(facts, "age")
    for first, last, points in AGE_ROWS[edition]:
        if first <= age <= last:
            return points
    return 0


def education_points(edition: str, facts: Facts) -> int:
    """Give the points for the best degree, with those for a renowned institution."""
    points = DEGREE_POINTS[edition][text(facts, "degree")]
    if RENOWNED_POINTS[edition] > 0 and text(facts, "renowned_degree") != "none":
        points += RENOWNED_POINTS[edition]
    return points


def experience_points(edition: str, facts: Facts) -> int:
    """Give the points of the best experience row, with the bonuses."""
    graduate = number(facts, "graduate_years")
    senior = number(facts, "senior_years")
    best = 0
    for graduate_line, senior_line, points in EXPERIENCE_ROWS[edition]:
        if graduate >= graduate_line and senior >= senior_line:
            best = max(best, points)
    for fact, line, points in EXPERIENCE_BONUSES[edition]:
        if number(facts, fact) >= line:
            best += points
    return best


def talent_list_points(edition: str, facts: Facts) -> int:
    """Give the points for a profession on the Talent List."""
    return TALENT_LIST_POINTS[edition] if truth(facts, "talent_list") else 0


def language_points(edition: str, facts: Facts) -> int:
    """Give the points for languages."""
    spoken = languages(facts)
    official = spoken & {"chinese", "english"}
    foreign = spoken - {"chinese", "english"}
    both, one_and_foreign, one_only = LANGUAGE_POINTS[edition]
    if len(official) == 2:
        return both
    if len(official) == 1:
        return one_and_foreign if foreign else one_only
    return 0


def family_points(_edition: str, facts: Facts) -> int:
    """Give the points for the family."""
    points = 0
    if truth(facts, "hkpr_relative"):
        points += RELATIVE_POINTS
    if truth(facts, "spouse_with_degree"):
        points += SPOUSE_POINTS
    children = int(number(facts, "children"))
    return points + min(CHILD_POINTS * children, CHILDREN_AT_MOST)


TABLE_FACTORS: dict[str, Callable[[str, Facts], int]] = {
    "age": age_points,
    "education": education_points,
    "experience": experience_points,
    "talent-list": talent_list_points,
    "language": language_points,
    "family": family_points,
}


# ---------------------------------------------------------------- the 12 criteria


def is_fifty_or_younger(facts: Facts) -> bool:
    """Criterion 1."""
    return number(facts, "age") <= 50


def has_listed_degree(facts: Facts) -> bool:
    """Criterion 2: a master's or doctoral degree; a bachelor's is not enough."""
    return text(facts, "listed_degree") in ("master", "doctorate")


def has_listed_stem_degree(facts: Facts) -> bool:
    """Criterion 3, which needs criterion 2."""
    return has_listed_degree(facts) and truth(facts, "stem")


def has_two_languages(facts: Facts) -> bool:
    """Criterion 4: any two."""
    return len(languages(facts)) >= 2


def has_english(facts: Facts) -> bool:
    """Criterion 5."""
    return "english" in languages(facts)


def has_experience(facts: Facts) -> bool:
    """Criterion 6."""
    return number(facts, "graduate_years") >= 5


def has_reputable_experience(facts: Facts) -> bool:
    """Criterion 7."""
    return number(facts, "reputable_years") >= 3


def has_sector_experience(facts: Facts) -> bool:
    """Criterion 8."""
    return number(facts, "sector_years") >= 3


def has_international_experience(facts: Facts) -> bool:
    """Criterion 9."""
    return number(facts, "international_years") >= 2


def has_income(facts: Facts) -> bool:
    """Criterion 10."""
    return number(facts, "income_hkd") >= 1_000_000


def owns_listed_company(facts: Facts) -> bool:
    """Criterion 12."""
    return text(facts, "business") == "listed" and number(facts, "business_share") >= 10


def owns_unlisted_business(facts: Facts) -> bool:
    """Tell whether half of an unlisted business is owned."""
    return text(facts, "business") == "unlisted" and number(facts, "business_share") >= 50


def owns_profitable_business(facts: Facts) -> bool:
    """Criterion 11."""
    owns = owns_unlisted_business(facts) or owns_listed_company(facts)
    return owns and number(facts, "business_profit_hkd") >= 5_000_000


TWELVE: dict[str, Callable[[Facts], bool]] = {
    "age": is_fifty_or_younger,
    "listed-degree": has_listed_degree,
    "stem": has_listed_stem_degree,
    "two-languages": has_two_languages,
    "english": has_english,
    "experience": has_experience,
    "reputable-enterprise": has_reputable_experience,
    "specified-sector": has_sector_experience,
    "international": has_international_experience,
    "income": has_income,
    "business-profit": owns_profitable_business,
    "listed-company": owns_listed_company,
}

# The editions that count criteria, each with its own; all others have a points table.
CRITERIA: dict[str, dict[str, Callable[[Facts], bool]]] = {"2024-11-01": TWELVE}


# ---------------------------------------------------------------- a complete set of facts


def factor_names(scheme: str, on: Day) -> tuple[str, ...]:
    """Give the factors of a scheme on a day; "door" is what the achievement test has."""
    edition = edition_on(scheme, on)
    if scheme == ACHIEVEMENT:
        return ("door",)
    if edition in CRITERIA:
        return tuple(CRITERIA[edition])
    if edition in TALENT_LIST_POINTS:
        return tuple(TABLE_FACTORS)
    return tuple(factor for factor in TABLE_FACTORS if factor != "talent-list")


def factor_points(scheme: str, factor: str, on: Day, facts: Facts) -> int:
    """Give the points of one factor on a day; a criterion or a door that is met counts 1."""
    edition = edition_on(scheme, on)
    if factor == "door":
        return int(truth(facts, "award") or truth(facts, "peer_recognition"))
    if edition in CRITERIA:
        return int(CRITERIA[edition][factor](facts))
    return TABLE_FACTORS[factor](edition, facts)


def outcome_and_score(
    scheme: str, on: Day, *, fails: bool, other_proof: bool, points: int
) -> tuple[str, int | None]:
    """Give outcome and score from what all prerequisites and factors come to."""
    edition = edition_on(scheme, on)
    if fails:
        return "ineligible", None
    if scheme == ACHIEVEMENT:
        outcome, worth = "review" if points > 0 else "falls-short", ACHIEVEMENT_POINTS[edition]
        return outcome, worth if points > 0 or worth is None else 0
    if points < THRESHOLD[edition]:
        return "falls-short", points
    return ("review" if other_proof else "meets"), points


def evaluate(scheme: str, on: Day, facts: Facts) -> Verdict:
    """Assess a complete set of facts.

    Every fact that the edition reads must be exact; `other_proof` is only looked at without
    a degree, and `birth_date` may stand for `age` where it leaves one age.
    """
    factors = factor_names(scheme, on)
    edition = edition_on(scheme, on)
    facts = with_age(on, facts)
    prerequisites = {
        name: prerequisite_met(scheme, name, on, facts) for name in prerequisite_names(scheme, on)
    }
    points = {factor: factor_points(scheme, factor, on, facts) for factor in factors}
    outcome, score = outcome_and_score(
        scheme,
        on,
        fails=not all(prerequisites.values()),
        other_proof=rests_on_other_proof(facts),
        points=sum(points.values()),
    )
    achievement = scheme == ACHIEVEMENT
    return Verdict(
        edition=edition,
        outcome=outcome,
        score=score,
        maximum=ACHIEVEMENT_POINTS[edition] if achievement else MAXIMUM[edition],
        points={} if achievement else points,
        prerequisites=prerequisites,
    )


def with_age(on: Day, facts: Facts) -> Facts:
    """Give the facts with the age that an exact birth date leaves, where none is known."""
    birth_date = facts.get("birth_date")
    if is_known(facts.get("age")) or not isinstance(birth_date, str):
        return facts
    ages = ages_from_birth(birth_date, on)
    return {**facts, "age": ages[0]} if len(ages) == 1 else facts


def reads(scheme: str, on: Day) -> tuple[str, ...]:
    """Give the facts that the edition in force reads."""
    edition = edition_on(scheme, on)
    if scheme == GENERAL:
        return PREREQUISITE_FACTS + GENERAL_FACTS[edition]
    spoken = ("languages",) if "language" in PREREQUISITES[scheme][edition] else ()
    return (*PREREQUISITE_FACTS, *spoken, "award", "peer_recognition")


def read_by_any() -> tuple[str, ...]:
    """Give every fact that any edition reads."""
    return tuple(
        dict.fromkeys(
            name for scheme, days in EDITIONS.items() for on in days for name in reads(scheme, on)
        )
    )


def turning_days(scheme: str) -> tuple[str, ...]:
    """Give the days around which a scheme's rules change, and one in the midst of each edition."""
    starts = [dt.date.fromisoformat(day) for day in EDITIONS[scheme]]
    found = set(starts)
    for start, after in itertools.zip_longest(starts, starts[1:]):
        end = after - dt.timedelta(days=1) if after else start + dt.timedelta(days=900)
        found |= {start + (end - start) / 2, end}
    for last in BARRED.values():
        if last:
            day = dt.date.fromisoformat(last)
            found |= {day, day + dt.timedelta(days=1)}
    return tuple(sorted(day.isoformat() for day in found))


# ---------------------------------------------------------------- representative values


def band_ends(given: object) -> tuple[float, float]:
    """Give the ends of a band, or no ends at all where nothing is known."""
    if not isinstance(given, Mapping):
        return -math.inf, math.inf
    start, below = given.get("from"), given.get("below")
    return (
        start if isinstance(start, int | float) else -math.inf,
        below if isinstance(below, int | float) else math.inf,
    )


def representative_numbers(name: str, facts: Facts) -> list[float]:
    """Give the values to try for a number that is unknown or given as a band."""
    low, high = BOUNDS[name]
    values: set[float] = {0, low, high}
    for line in LINES[name]:
        values |= {line, line - STEP[name]}
    # Years bound each other, so what is given of one of them matters to all.
    for neighbour in YEARS if name in YEARS else (name,):
        given = facts.get(neighbour)
        if isinstance(given, int | float):
            values.add(given)
        for end in band_ends(given):
            if math.isfinite(end):
                values |= {end, end - STEP[name]}
    if name in WHOLE_NUMBERS:
        values = {math.ceil(value) for value in values}
    start, below = band_ends(facts.get(name))
    return sorted(value for value in values if low <= value <= high and start <= value < below)


def representatives(name: str, on: Day, facts: Facts) -> tuple[Value, ...]:
    """Give the values to try for one fact: its own where it is known."""
    given = facts.get(name)
    if isinstance(given, list):
        return (tuple(given),)
    if isinstance(given, bool | int | float | str | tuple):
        return (given,)
    if name == "age" and isinstance(facts.get("birth_date"), str):
        start, below = band_ends(given)
        ages = ages_from_birth(text(facts, "birth_date"), on)
        return tuple(age for age in ages if start <= age < below)
    if name in BOUNDS:
        return tuple(representative_numbers(name, facts))
    if name in OPTIONS:
        return OPTIONS[name]
    if name == "languages":
        return LANGUAGE_SETS
    if name == "nationality":
        allowed = next(country for country in ("GB", "FR") if not is_barred(country, on))
        barred = next(country for country in BARRED if is_barred(country, on))
        return (allowed, barred)
    return (False, True)


def respects_bounds(facts: Facts) -> bool:
    """Tell whether exact facts keep to the bounds that they set each other."""
    if "graduate_years" in facts:
        for part in PARTS_OF_GRADUATE_YEARS:
            if part in facts and number(facts, part) > number(facts, "graduate_years"):
                return False
    if "degree" in facts:
        for part in PARTS_OF_DEGREE:
            if part in facts:
                level = DEGREE_LEVEL[text(facts, part)]
                if level > DEGREE_LEVEL[text(facts, "degree")]:
                    return False
    return True


def unread_bounds(scheme: str, on: Day, facts: Facts) -> dict[str, object]:
    """Give the facts that are given, bound others and are not read, at their lowest."""
    found: dict[str, object] = {}
    for name in (*PARTS_OF_GRADUATE_YEARS, *PARTS_OF_DEGREE):
        given = facts.get(name)
        if name in reads(scheme, on) or given is None or not UNREAD_FACTS_BOUND:
            continue
        found[name] = max(0, band_ends(given)[0]) if isinstance(given, Mapping) else given
    return found


def completions(names: Sequence[str], scheme: str, on: Day, facts: Facts) -> list[dict[str, Value]]:
    """Give every completion of the named facts that keeps to the bounds."""
    choices = [representatives(name, on, facts) for name in names]
    if math.prod(len(choice) for choice in choices) > LIMIT:
        raise ValueError(f"more than {LIMIT} completions: leave fewer facts unknown")
    bounds = unread_bounds(scheme, on, facts)
    found = []
    for values in itertools.product(*choices):
        completion = dict(zip(names, values, strict=True))
        if respects_bounds({**bounds, **completion}):
            found.append(completion)
    if not found:
        raise ValueError("no completion keeps to the bounds")
    return found


def unknown_facts(names: Iterable[str], on: Day, facts: Facts) -> list[str]:
    """Give those of the named facts that are unknown or given as a band."""
    facts = with_age(on, facts)
    return [name for name in names if not is_known(facts.get(name))]


def without(completion: Mapping[str, Value], name: str) -> tuple[Value, ...]:
    """Give all values of a completion but one, to find what differs only in that one."""
    return tuple(value for fact, value in completion.items() if fact != name)


def summary(results: set[tuple[str, int | None]], missing: Iterable[str]) -> Summary:
    """Draw together the outcomes and scores of all completions."""
    outcomes = {outcome for outcome, _ in results}
    scores = [score for _, score in results if score is not None]
    least = min(scores) if scores else None
    most = max(scores) if scores else None
    return Summary(
        outcome=outcomes.pop() if len(outcomes) == 1 else "open",
        score=least if least == most else None,
        least=least,
        most=most,
        missing=frozenset(missing),
    )


# ---------------------------------------------------------------- completing, the plain way


def complete_by_product(scheme: str, on: Day, facts: Facts) -> Summary:
    """Evaluate every completion of all facts; ValueError above LIMIT completions."""
    results: set[tuple[str, int | None]] = set()
    seen: dict[str, dict[tuple[Value, ...], set[tuple[str, int | None]]]] = {
        name: {} for name in unknown_facts(reads(scheme, on), on, facts)
    }
    for completion in completions(reads(scheme, on), scheme, on, facts):
        verdict = evaluate(scheme, on, completion)
        result = (verdict.outcome, verdict.score)
        results.add(result)
        for name, alike in seen.items():
            alike.setdefault(without(completion, name), set()).add(result)
    missing = [
        name for name, alike in seen.items() if any(len(found) > 1 for found in alike.values())
    ]
    return summary(results, missing)


# ---------------------------------------------------------------- completing, group by group


@dataclass(frozen=True)
class Group:
    """Facts that no other group's facts, prerequisites or factors have to do with."""

    facts: tuple[str, ...]
    prerequisites: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tally:
    """What one completion of one or more groups comes to."""

    fails: bool = False
    other_proof: bool = False
    points: int = 0

    def plus(self, other: Tally) -> Tally:
        """Give what both come to together."""
        return Tally(
            self.fails or other.fails,
            self.other_proof or other.other_proof,
            self.points + other.points,
        )


GROUPS: tuple[Group, ...] = (
    Group(("age",), ("age",), ("age",)),
    Group(("nationality",), ("nationality",)),
    Group(("self_supporting",), ("means",)),
    Group(("clean_record",), ("record",)),
    Group(
        ("degree", "other_proof", "listed_degree", "renowned_degree", "stem"),
        ("education",),
        ("education", "listed-degree", "stem"),
    ),
    Group(("languages",), ("language",), ("language", "two-languages", "english")),
    Group(
        YEARS,
        (),
        ("experience", "reputable-enterprise", "specified-sector", "international"),
    ),
    Group(("talent_list",), (), ("talent-list",)),
    Group(("hkpr_relative", "spouse_with_degree", "children"), (), ("family",)),
    Group(("income_hkd",), (), ("income",)),
    Group(
        ("business", "business_share", "business_profit_hkd"),
        (),
        ("business-profit", "listed-company"),
    ),
    Group(("award", "peer_recognition"), (), ("door",)),
)


def tally(group: Group, scheme: str, on: Day, completion: Facts) -> Tally:
    """Give what one completion of one group comes to."""
    return Tally(
        fails=any(
            not prerequisite_met(scheme, name, on, completion)
            for name in group.prerequisites
            if name in prerequisite_names(scheme, on)
        ),
        other_proof="education" in group.prerequisites and rests_on_other_proof(completion),
        points=sum(
            factor_points(scheme, factor, on, completion)
            for factor in group.factors
            if factor in factor_names(scheme, on)
        ),
    )


def together(tallies: Iterable[set[Tally]]) -> set[Tally]:
    """Give every sum of one tally out of each set."""
    sums = {Tally()}
    for one_set in tallies:
        sums = {so_far.plus(one) for so_far in sums for one in one_set}
    return sums


def complete(scheme: str, on: Day, facts: Facts) -> Summary:
    """Try every completion of the unknown facts, any number of them.

    A verdict hangs on the failed prerequisites and the sum of the points, to which each group
    adds on its own, and no bound reaches from one group into another. So each group is
    completed by itself, and only what its completions come to is combined. A group of more
    than LIMIT completions (four years facts with many odd bands) raises ValueError.
    """

    def result(one: Tally) -> tuple[str, int | None]:
        return outcome_and_score(
            scheme, on, fails=one.fails, other_proof=one.other_proof, points=one.points
        )

    tallies: dict[Group, set[Tally]] = {}
    differences: dict[str, set[tuple[Tally, Tally]]] = {}
    home: dict[str, Group] = {}
    for group in GROUPS:
        names = [name for name in group.facts if name in reads(scheme, on)]
        if not names:
            continue
        worth = [
            (completion, tally(group, scheme, on, completion))
            for completion in completions(names, scheme, on, facts)
        ]
        tallies[group] = {one for _, one in worth}
        for name in unknown_facts(names, on, facts):
            alike: dict[tuple[Value, ...], set[Tally]] = {}
            for completion, one in worth:
                alike.setdefault(without(completion, name), set()).add(one)
            home[name] = group
            differences[name] = {
                pair for found in alike.values() for pair in itertools.permutations(found, 2)
            }

    missing = []
    for name, pairs in differences.items():
        others = together(found for group, found in tallies.items() if group is not home[name])
        if any(
            result(other.plus(one)) != result(other.plus(another))
            for other in others
            for one, another in pairs
        ):
            missing.append(name)
    return summary({result(one) for one in together(tallies.values())}, missing)
