# First line of a result. $scheme: the route, as on its button; $day: first day of the edition.
result-title = { $scheme } · { $day } edition

# Under the verdict, in cells. $bar: certain, possible, out of reach, with the line to cross.
result-bar = { $bar }

# A criterion in one line. $name: its name.
brief-met = ✓ { $name }

# A criterion in one line. $name: its name.
brief-not-met = ✗ { $name }

# A criterion in one line, still open. $name: its name.
brief-open = ? { $name }

# A line, and what the person told of it or how it reads. $line: the line; $told: the answer or the label.
brief-told = { $line }: { $told }

# A factor of a points test in one line. $name: its name; $points, $maximum: points.
brief-points = { $name }: { $points } of { $maximum }

# A factor of a points test in one line, still open. $least, $most, $maximum: points.
brief-points-open = ? { $name }: { $least } to { $most } of { $maximum }

# A line that has its points or its label, and what the person told of it.
brief-points-told = { $line } ({ $told })

# A line that a point no source settles could turn; the asterisk is explained below the lines.
brief-doubtful = { $line } *

# Explains the asterisk. $look: the button that tells why.
result-doubts = {"*"} Not settled, may change this: “{ $look }”

# In the place of an answer that was never asked for.
value-not-told = not told

# Many languages in one line. $told: the first of them; $count: how many more.
told-more = { $told } and { $count } more

# Several answers said back, each with its name. $first, $then: the answers.
told-and = { $first }; { $then }

# Above the former test beside today’s. $day: first day of its edition; $last: the last day of the test.
former-short = For comparison: the former test, edition of { $day }, on its last day, { $last }

# Under the former test. $day: first day of today’s test.
former-kept = New applications go by today’s test; those filed before { $day } keep the former criteria.

# Under every result. $checked: when the rules were last read.
footer-hong-kong = Rules last read on { $checked }; the Director of Immigration decides.

# Under every result. $checked: when the rules were last read.
footer-macao = From the IPIM text copied on 21 April 2024, last read on { $checked }; the authorities of Macao decide.

# Under every result of a made-up scheme. $checked: when the rules were last read.
footer-nowhere = A made-up scheme, last read on { $checked }: nobody decides anything.

# Why: a factor, its rule and its source. $line: the factor in one line; $why: the rule; $rule: numbers of the sources.
ground-plain =
    { $line }
    { $why } { $rule }

# Why: the same, with what would have counted more. $more: lines of the table.
ground-better =
    { $line }
    { $why } Better would be: { $more } { $rule }

# Before a score card is made: what it is.
card-before = A card shows your result: a picture to show, and a PDF to keep. It names nobody, and shows none of your answers.

# Before a score card is made: what its PDF holds.
card-holds = The PDF carries your answers as well, encrypted: only whoever runs this bot can open them, to check the card.

# The button that makes a score card.
card-make = Make the card

# Other words that people type for this; lower case, with | between them.
typed-make = make|make it|yes|ok|card

# The button that shows all other buttons of a question.
control-more = More…

# Last of the controls in the terminal; it ends the conversation, and can be typed as it stands.
control-quit = Quit

# What comes before everything and is not known. $names: prerequisites in a word each.
result-open-first = First find out if these prerequisites are met: { $names }.

# A prerequisite in a word.
prerequisite-age = age

# A prerequisite in a word.
prerequisite-nationality = nationality

# A prerequisite in a word.
prerequisite-means = means

# A prerequisite in a word.
prerequisite-record = record

# A prerequisite in a word.
prerequisite-language = language

# A prerequisite in a word.
prerequisite-education = education

# A prerequisite in a word.
prerequisite-employment = employment

# A prerequisite in a word.
prerequisite-member = membership

# Under a result by rules that were due to be read again. $checked, $day: when they were, and were to be.
footer-hong-kong-overdue = Rules read { $checked }, due again by { $day }: check. The Director of Immigration decides.

# Under a result by rules that were due to be read again. $checked, $day: when they were, and were to be.
footer-macao-overdue = From the IPIM text copied on 21 April 2024, last read on { $checked }, due again by { $day }: check with the authorities of Macao, who decide.

# Under a result by rules that were due to be read again. $checked, $day: when they were, and were to be.
footer-nowhere-overdue = Careful: a made-up scheme, last read on { $checked }, due again by { $day }; nobody decides anything.
