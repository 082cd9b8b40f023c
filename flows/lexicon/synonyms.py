"""The lists of other words that people type for a choice: `typed-…` in every catalogue.

A list named by a choice serves wherever that choice is offered; one named by a question and an
answer, there only. What has two readings at a question is asked back.
"""

from __future__ import annotations

_CHOICES = """
    unsure back edit why person resume restart language agree on enough former change keep goodbye
    ways when next trying card
    odds language-name hk-qmas-gpt hk-qmas-apt mo-technical
    yes no none bachelor master doctorate two-bachelors two-masters two-doctorates shortage
    surplus
"""
_ANSWERS = """
    nationality-other self_supporting-yes self_supporting-no self_supporting-two-readings
    clean_record-yes clean_record-no clean_record-two-readings degree-bachelor degree-none
    listed_degree-none spouse_with_degree-no languages-chinese-english languages-chinese-other
    languages-english-other business-unlisted business-listed business-none
    dependants-number0 purpose-first purpose-renewal purpose-family
    employment-contract employment-offer employment-own-company employment-none tertiary-completed
    tertiary-in-progress tertiary-none qualifications_related-yes qualifications_related-no
    qualifications_recognised-yes post-managerial post-professional post-neither
    local_candidates-none-found local_candidates-available salary_vs_median-below
    salary_vs_median-at-or-above circumstances-none circumstances-some circumstances-rather-not
    last_change_on-recent last_change_on-earlier change_reported-yes change_reported-no
    change_reported-two-readings
"""
SYNONYMS: dict[str, frozenset[str]] = {
    f"typed-{name}": frozenset() for name in (_CHOICES + _ANSWERS).split()
}
