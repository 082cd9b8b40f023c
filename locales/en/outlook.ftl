# What can be looked at from a result; on a button.
look-why = Why this result?

# Leaves what lies over a result; on a button.
look-back = Back to the result

# What can be looked at from a result; on a button.
look-ways = What would change it?

# What can be looked at from a result; on a button.
look-when = Will it change with time?

# What can be looked at from a result; on a button.
look-next = What to do next

# What can be looked at from a result; on a button.
look-trying = What if one answer were different?

# What can be looked at from a result; on a button.
look-card = A score card to keep

# What a result comes to, after a score or alone; no full stop.
outcome-meets = threshold reached

# What a result comes to, after a score or alone; no full stop.
outcome-falls-short = threshold not reached

# What a result comes to, after a score or alone; no full stop.
outcome-review = for people to judge

# What a result comes to, after a score or alone; no full stop.
outcome-ineligible = a prerequisite is not met

# What a result comes to, after a score or alone; no full stop.
outcome-closed = route closed

# What a result comes to, after a score or alone; no full stop.
outcome-open = still open

# Title of the screen on what would change a result.
ways-title = What would change it

# The proof that fewer changes are not enough.
certificate-closed = Nothing would: this route takes no such application any more.

# The proof that fewer changes are not enough.
certificate-people = Nothing has to change before people look at it; they decide.

# The proof that fewer changes are not enough.
certificate-points-none = Nothing has to change: the pass mark is reached.

# The proof that fewer changes are not enough.
certificate-criteria-none = Nothing has to change: there are enough criteria to submit. Applications that meet more are considered more favourably.

# The proof that fewer changes are not enough. $failed: the prerequisites that are not met.
certificate-blocked = Nothing you can change would fix this. { $failed }

# The proof that fewer changes are not enough. $count: changes needed to mend a prerequisite and reach the threshold.
certificate-mended = { $count ->
    [one] One change is enough; without it a prerequisite is not met.
   *[other] { $count } changes together are enough; with fewer, a prerequisite is not met or the threshold is not reached.
}

# The proof where a prerequisite is not known to be met. $count: changes needed to make sure of it and reach the threshold.
certificate-unsure = { $count ->
    [one] One change is enough; without it, we cannot be sure that a prerequisite is met.
   *[other] { $count } changes together are enough; with fewer, we cannot be sure that every prerequisite is met and the threshold is reached.
}

# The proof that fewer changes are not enough. $count: points missing.
certificate-points-one = { $count ->
    [one] One change is enough: you need 1 point more.
   *[other] One change is enough: you need { $count } points more.
}

# The proof that fewer changes are not enough. $count: criteria missing.
certificate-criteria-one = { $count ->
    [one] One change is enough: you need 1 criterion more.
   *[other] One change is enough: you need { $count } criteria more.
}

# The proof that fewer changes are not enough. $count: changes needed; $added: what one change less adds at most; $short: what is needed.
certificate-points-more = { $count ->
    [2] No single change is enough: the best adds { $added } points, and you need { $short }. Two together are enough.
   *[other] It takes { $count } changes together: one fewer adds at most { $added } points, and you need { $short }.
}

# The proof that fewer changes are not enough. $count: changes needed; $added: what one change less adds at most; $short: what is needed.
certificate-criteria-more = { $count ->
    [2] No single change is enough: the best adds { $added }, and you need { $short } more criteria. Two together are enough.
   *[other] It takes { $count } changes together: one fewer adds at most { $added }, and you need { $short } more criteria.
}

# The proof that no change is enough. $reach: the most that all changes reach; $need: the threshold.
certificate-points-never = What you can change yourself is not enough: all of it together reaches { $reach } points, and { $need } are needed.

# The proof that no change is enough. $reach: the most that all changes reach; $need: the threshold.
certificate-criteria-never = What you can change yourself is not enough: all of it together reaches { $reach } criteria, and { $need } are needed.

# Nothing can be promised while something is not told. $facts: what is not told.
certificate-untold = No change is sure to be enough while this is not known: { $facts }.

# The proof that no change is enough.
certificate-no = What you can change yourself is not enough.

# One way over the line. $changes: the changes; $score: points then.
way-points = { $score } points: { $changes }

# One way over the line. $changes: the changes; $score: criteria met then.
way-criteria = { $score } criteria: { $changes }

# One way to be considered. $changes: the changes.
way-plain = { $changes }

# A way that takes years. $way: the way; $age: the age at which less would count.
way-under = { $way }, as long as you are still under { $age }

# Two changes of one way; may repeat.
change-and = { $first }; { $then }

# One change. $fact: what changes; $before, $after: the answer now and then.
change-from = { $fact } ({ $before } → { $after })

# One change of what was not told. $fact: what it is; $after: the answer that it takes.
change-untold = { $fact } ({ $after })

# Ways that are not shown. $count: how many.
ways-more = { $count ->
    [one] And 1 more way with as many changes.
   *[other] And { $count } more ways with as many changes.
}

# How the ways are ordered.
ways-order = Those that need the least come first, only as an order for reading; no rule says how long a change takes.

# What was not told counts as little as it may. $facts: what it is.
ways-untold = Not told yet, so counted at the lowest: { $facts }.

# Title: criteria that are not met yet.
nearest-title = Criteria you do not meet yet, the smallest gap first

# A criterion and what it takes. $name: the criterion; $changes: the changes.
nearest-line = { $name }: { $changes }

# Title of the screen on how a result moves by itself.
course-title = Will it change with time?

# What the course rests on. $day: the day of the edition.
course-rules = Under the rules of today (edition of { $day }), if your work goes on as it is and nothing else changes. Rules can change at any time.

# Why days are not exact. $facts: what was told as a band.
course-coarse = You gave a range here, so the dates are approximate: { $facts }.

# The result today. $day: today; $stands: the score and what it comes to.
course-today = { $day }, today: { $stands }

# The result from a day on. $day: the day; $stands: the score and what it comes to.
course-event = { $day }: { $stands }

# The result from a day on. $facts: what moved.
course-event-because = { $day }: { $stands } ({ $facts })

# Nothing moves by itself.
course-still = Within ten years, nothing changes with time alone.

# Title: the result for a month of applying. $month: the month.
month-title = If you apply in { $month }

# Title of the chart.
chart-title = As a chart

# A row of the chart. $day: the day; $bar: cells.
chart-line = { $day } { $bar }

# What the cells of the chart mean.
chart-legend = ■ sure, ▨ possible, □ not reached, │ the threshold

# What can be typed on the screen on how a result moves.
when-ask = Type the month in which you may apply, such as 2027-05, and see the result for it. Type your month of birth, such as 1985-05, for exact days.

# Said when a typed month was taken as that of birth.
notice-born = Your month of birth is noted: { $month }.

# What could not be read as a month. $found: what was typed.
problem-month-expected = “{ $found }” could not be read as a month. Please type it like 2027-05 or May 2027.

# A month that is too far. $month: what was typed; $years: how far is looked.
problem-month-far = { $month } is too far ahead: here, the rules of today are followed for { $years } years at most. Please type an earlier month.

# An age that does not go with a day of birth. $found: what was told; $age: what follows from the day of birth.
problem-age-disagrees = That age does not match the date of birth you gave, by which you are { $age }. Please check both.

# A day of birth that lies after the day of applying. $found, $on: the two days.
problem-born-later = The date of birth { $found } is after { $on }. Please check the date.

# Title of the screen that says why.
reasons-title = What was assessed, and by which rule

# Title: conditions that come before the count.
conditions-title = Prerequisites

# Title of the list of sources.
sources-title = Sources

# Where a rule is read. $marks: numbers of sources; $sure: how sure.
ground-rule = { $marks } { $sure }

# A condition that is met. $text: the condition; $rule: source and certainty.
condition-met = ✓ { $text } { $rule }

# A condition that is not met. $text: the condition; $rule: source and certainty.
condition-not-met = ✗ { $text } { $rule }

# A condition that is not known. $text: the condition; $rule: source and certainty.
condition-open = ? { $text } { $rule }

# A numbered source. $number: its mark; $source: title and address; $read: the day it was read.
source-numbered = [{ $number }] { $source } (read { $read })

# The list of answers, one of which is tried another way.
trying-ask = Which answer would you like to try differently? Nothing you told us is lost.

# Title: two results side by side.
compare-title = What if

# The result as it was told. $stands: the score and what it comes to.
compare-now = Now: { $stands }.

# The result with the answer that is tried. $stands: the score and what it comes to.
compare-then = Then: { $stands }.

# A factor that comes out differently. $name: the factor; $before, $after: what it came to.
compare-line = { $name }: { $before } → { $after }

# The answer that is tried changes nothing.
compare-same = Nothing in the result changes.

# Questions that the tried answer opens. $count: how many facts.
compare-open = { $count ->
    [one] 1 further answer would then matter; it is not told yet.
   *[other] { $count } further answers would then matter; they are not told yet.
}

# Keeps the answer that was tried; on a button.
compare-keep = Keep the new answer

# Tries another answer; on a button.
compare-again = Try another

# What a factor came to.
factor-met = met

# What a factor came to.
factor-not-met = not met

# What a factor came to.
factor-open = open

# What a factor came to. $points: points.
factor-points = { $points }

# What a factor came to. $least, $most: the ends.
factor-between = { $least } to { $most }

# Asks again how many family members come along; on a button.
next-family = Change how many come along

# A question; it decides fees and documents only.
ask-dependants = How many family members would apply with you: a spouse, and unmarried children under 18?

# Why it is asked.
ask-dependants-why = Fees are paid for each person, and family members need papers of their own. It has no bearing on the result.

# Short name of a fact.
fact-dependants = Family coming along

# Under a question.
hint-people = You can also type a number up to 8.

# An amount. $count: how many.
amount-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}

# A band. $low: its start.
band-people-from = { $low } people or more

# A band. $high: its end.
band-people-below = fewer than { $high } people

# A band. $low, $high: its ends.
band-people-whole = { $low } to { $high } people

# None.
band-people-none = nobody, only me

# A question; it makes days exact.
ask-birth_date = In which month were you born?

# Why it is asked.
ask-birth_date-why = With it, the dates on which your age changes the result are exact. The month is enough.

# Under a question.
hint-day = Type it like 1985-05 or May 1985; with the day, like 1985-05-12.

# The result as a card; the channel hands it over.
card-offer = Here is your result as a card: a picture to show, and a PDF to keep. It names nobody.

# A result and what it comes to. $result: the score; $outcome: what it comes to.
stands = { $result }, { $outcome }

# The proof for a test of doors, not points. $count: changes needed.
certificate-door = { $count ->
    [one] One of these would meet a requirement; people then judge it.
   *[other] { $count } changes together would meet a requirement; people then judge it.
}
