# Full name of a scheme, by its official title.
scheme-hk-qmas-gpt = Hong Kong, Quality Migrant Admission Scheme (General Points Test)

# A button: the route in few words.
scheme-hk-qmas-gpt-choice = HK Quality Migrant: general test

# Full name of a scheme, by its official title.
scheme-hk-qmas-apt = Hong Kong, Quality Migrant Admission Scheme (Achievement-based Points Test)

# A button: the route in few words.
scheme-hk-qmas-apt-choice = HK Quality Migrant: by achievement

# Full name of a scheme, by its official title.
scheme-mo-technical = Macao, temporary residency for management and technical personnel

# A button: the route in few words.
scheme-mo-technical-choice = Macao management/technical (closed)

# Full name of a scheme, by its official title.
scheme-mo-talents = Talent Recruitment Programmes

# The law of the successor, as cited.
law-mo-talents = Law 7/2023

# Full name of a scheme, by its official title.
scheme-zz-demo = Made-up scheme

# Shown when the outcome is certain before all is asked. $count: questions left.
early-points-meets = { $count ->
    [one] 1 question is left. You can go on, to see exactly where you stand.
   *[other] About { $count } questions are left. You can go on, to see exactly where you stand.
}

# Shown when the outcome is certain before all is asked. $count: questions left.
early-criteria-meets = { $count ->
    [one] 1 question is left. Applications that meet more criteria are considered more favourably, so going on is worth it.
   *[other] About { $count } questions are left. Applications that meet more criteria are considered more favourably, so going on is worth it.
}

# Shown when the outcome is certain before all is asked. $count: questions left.
early-points-falls-short = { $count ->
    [one] No answer to the 1 question left can change that. You can still go on, to see exactly where you stand.
   *[other] No answer to the { $count } questions left can change that. You can still go on, to see exactly where you stand.
}

# Shown when the outcome is certain before all is asked. $count: questions left.
early-criteria-falls-short = { $count ->
    [one] No answer to the 1 question left can change that. You can still go on, to see exactly where you stand.
   *[other] No answer to the { $count } questions left can change that. You can still go on, to see exactly where you stand.
}

# Shown when the outcome is certain before all is asked. $count: questions left.
early-points-review = { $count ->
    [one] 1 question is left. You can go on, to see exactly where you stand.
   *[other] About { $count } questions are left. You can go on, to see exactly where you stand.
}

# Shown when the outcome is certain before all is asked. $count: questions left.
early-criteria-review = { $count ->
    [one] 1 question is left. You can go on, to see exactly where you stand.
   *[other] About { $count } questions are left. You can go on, to see exactly where you stand.
}

# A button.
early-go-on = Go on with the questions

# A button.
early-go-historic = See how the six factors look

# A button.
early-enough = Show the result now

# Shown when a prerequisite is not met: kind, with a next step.
stopped-kind = It is better to know this before you pay anyone. If the answer was a mistake, change it; if it may change later, come back then.

# A button.
stopped-change = Change that answer

# Headline when a prerequisite is not met.
stopped-hk-points = On what you told us, a prerequisite of this test is not met.

# Headline when a prerequisite is not met.
stopped-hk-criteria = On what you told us, a prerequisite is not met, so the { $all } criteria would not be looked at.

# Headline when a prerequisite is not met.
stopped-hk-achievement = On what you told us, a prerequisite of this test is not met.

# Headline when a prerequisite is not met.
stopped-mo = On what you told us, this route does not fit.

# Headline when a prerequisite is not met.
stopped-demo = A prerequisite is not met.

# Names an edition. $scheme: full name; $day: its first day.
edition-name = { $scheme }, edition of { $day }

# The verdict. $day: a day; $law: a law.
result-ineligible = On what you told us, a prerequisite is not met. An application would be refused without being assessed.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-meets = On what you told us you reach { $score } of { $all } points; the pass mark is { $need }. Selection was separate: a high score secured no place.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-meets-between = On what you told us you reach between { $least } and { $most } of { $all } points; the pass mark is { $need }. Selection was separate: a high score secured no place.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-falls-short = On what you told us you reach { $score } of { $all } points; the pass mark is { $need }.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-falls-short-between = On what you told us you reach between { $least } and { $most } of { $all } points; the pass mark is { $need }, and no answer still open reaches it.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-review = On what you told us you reach { $score } of { $all } points, at or above the pass mark of { $need }. Without a degree, the authority must judge your other proof first.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-review-between = On what you told us you reach between { $least } and { $most } of { $all } points, at or above the pass mark of { $need }. Without a degree, the authority must judge your other proof first.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-open = On what you told us you reach { $score } of { $all } points; the pass mark is { $need }. The outcome is open while a prerequisite is not known.

# The verdict under a points test; never a promise. $score or $least to $most of $all points; $need: the pass mark.
result-points-open-between = On what you told us you reach between { $least } and { $most } of { $all } points; the pass mark is { $need }. The outcome is still open.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-meets = On what you told us you meet { $score } of { $all } criteria; { $need } are enough to submit. Selection is separate; more is better.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-meets-between = On what you told us you meet { $least } to { $most } of { $all } criteria; { $need } are enough to submit. Selection is separate; more is better.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-falls-short = On what you told us you meet { $score } of { $all } criteria; { $need } are needed to submit.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-falls-short-between = On what you told us you meet { $least } to { $most } of { $all } criteria; { $need } are needed, and no answer still open reaches that.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-review = On what you told us you meet { $score } of { $all } criteria; { $need } are needed. Without a degree, the authority must judge your other proof first.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-review-between = On what you told us you meet { $least } to { $most } of { $all } criteria; { $need } are needed. Without a degree, the authority must judge your other proof first.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-open = On what you told us you meet { $score } of { $all } criteria; { $need } are needed. The outcome is open while a prerequisite is not known.

# The verdict under the 12 criteria; never a promise. $score or $least to $most of $all criteria; $need: the threshold.
result-criteria-open-between = On what you told us you meet { $least } to { $most } of { $all } criteria; { $need } are needed. The outcome is still open.

# The verdict of the Achievement-based test; people decide.
result-doors-review = On what you told us, you may meet one of the two requirements of the Achievement-based test. Whether the achievement is exceptional is judged by people, never by a program.

# The verdict of the Achievement-based test; people decide.
result-doors-falls-short = On what you told us, neither requirement of the Achievement-based test is met: an award of exceptional achievement, or work acknowledged by peers.

# The verdict of the Achievement-based test; people decide.
result-doors-open = The outcome is still open, because not everything that decides it is known.

# The verdict of the Macao route; never a score.
result-labels = Below is how your answers look against the published wording. There is no score: no way of scoring is published, the factors are weighed case by case, and people decide.

# The verdict of the Macao route; never a score.
result-labels-human = Below is how your answers look against the published wording. There is no score: no way of scoring is published. On at least one point, ask IPIM or a lawyer before you rely on this.

# The verdict of the Macao route; never a score.
result-labels-alone = What you told us falls under factor 6, so no further comment is made here. The text calls this disadvantageous; it does not say that it rules you out. Please ask IPIM or a lawyer.

# The verdict of the Macao route; never a score.
result-labels-aside = Renewals and family extensions are not judged by these six factors. For a renewal, the original grounds must still hold and Macao must be where you ordinarily live; changes are reported to IPIM within 30 days. Please ask IPIM about your case.

# The verdict of the Macao route; never a score.
result-labels-urgent = A change that is not reported within 30 days can cost the permit. More than 30 days have passed: please contact IPIM, or a lawyer, now. Renewals are not judged by the six factors.

# The verdict. $day: a day; $law: a law.
result-closed = This route takes no such application any more.

# The verdict. $day: a day; $law: a law.
result-closed-since = This route has taken no first applications since { $day }, under { $law }. The page with its factors is still online, but the route is closed. The grounds of major investment in the same regulation remain open at IPIM.

# What replaced a closed route. $successor: its name; $count: number of the round; $until: its last day.
successor-open = What replaced it: { $successor }. Round { $count } takes applications until { $until }; no later round is known. See https://www.cdqq.gov.mo

# What replaced a closed route. $successor: its name; $count: number of the round; $until: its last day.
successor-between = What replaced it: { $successor }. Round { $count } ended on { $until }; no later round is known here. Please check with the Talent Development Committee.

# What replaced a closed route. $successor: its name; $count: number of the round; $until: its last day.
successor-later = What replaced it: { $successor }. No open round is known here. Please check with the Talent Development Committee.

# Above the factors of a closed route.
labels-historic = Historic, for orientation only: how the six factors would have looked.

# How one factor reads.
label-advantage = in your favour

# How one factor reads.
label-neutral = neutral

# How one factor reads.
label-disadvantage = against you

# How one factor reads.
label-disadvantage-human = against you, ask first

# How one factor reads.
label-disadvantage-strong-human = strongly against you, ask first

# How one factor reads.
label-disadvantage-serious-human = seriously against you, ask first

# How one factor reads.
label-open = not assessed

# A line of the result. $name: the factor; $why: its reason; $label, $points, $maximum, $least, $most: what it came to.
line-unsettled = · { $text }

# A button.
result-former = And under the former 80-point test?

# The former test beside today's. $edition, $day, $last: which and when; $today, $then: both results in few words.
former-title = For comparison: { $edition }, as it stood on its last day, { $day }, with your facts of today

# The former test beside today's. $edition, $day, $last: which and when; $today, $then: both results in few words.
former-ineligible = A prerequisite of the former test is not met.

# A result in few words, for two side by side.
short-ineligible = prerequisite not met

# A result in few words, for two side by side.
short-points = { $score } of { $all } points

# A result in few words, for two side by side.
short-points-between = { $least } to { $most } of { $all } points

# A result in few words, for two side by side.
short-criteria = { $score } of { $all } criteria

# A result in few words, for two side by side.
short-criteria-between = { $least } to { $most } of { $all } criteria

# Names what is not known. $facts: short names.
result-open-unsure = Still open, because you were not sure: { $facts }.

# Names what is not known. $facts: short names.
result-open-not-told = Not told yet: { $facts }.

# Heading above the points that no source settles.
unsettled-title = What the sources leave open

# Small print under every result. $edition: its name; $checked, $day: days; $revision: a number.
footer-revision = Revision { $revision } of this edition’s data: an error was corrected.

# Small print under every result. $edition: its name; $checked, $day: days; $revision: a number.
footer-stale = Careful: these rules were due to be read again by { $day }. Check with the authority before you rely on this.
