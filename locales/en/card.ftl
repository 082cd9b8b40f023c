# At the head of the score card, and the title of its file.
card-title = Where you stand

# At the head of the card: the name of this program, in Latin letters and in Chinese.
card-maker = Yauchoi 優才

# At the head of the card, in a frame of its own; as short as can be.
card-not-a-decision = Not a decision

# Below the name of the edition. $day: the day of application.
card-day = For an application on { $day }

# Above the bars of a points test.
card-factors-points = Points, factor by factor

# Above the marks of the 12 criteria.
card-factors-criteria = Criterion by criterion

# Above the one requirement of the Achievement-based test.
card-factors-doors = The requirement

# Above the labels of Macao's factors.
card-factors-labels = How each factor looks

# Beside a criterion; one or two words.
card-met = met

# Beside a criterion; one or two words.
card-not-met = not met

# Beside a criterion; one or two words.
card-open = open

# Beside the requirement of the Achievement-based test, where it may be met.
card-door = for people to judge

# Beside a factor of a points test. $points: reached; $maximum: possible at most.
card-points = { $points } / { $maximum }

# Beside a factor that is not certain yet. $least, $most: the ends; $maximum: possible at most.
card-points-between = { $least }–{ $most } / { $maximum }

# Marks the line to cross on the bar of the whole. $need: points.
card-line-points = pass mark { $need }

# Marks the line to cross on the bar of the whole. $need: how many criteria.
card-line-criteria = { $need } to submit

# Below the factors. $facts: short names of what is not known and could still change the result.
card-missing = Not known for certain, and could still change this: { $facts }.

# Explains the full part of a bar.
card-legend-certain = certain

# Explains the hatched part of a bar.
card-legend-possible = still possible

# Above the list of sources.
card-sources = Sources

# At the foot. $code: sixteen letters and digits by which an altered card is found out.
card-code = Code { $code }

# Beside the code: what it is for.
card-code-use = Made by Yauchoi. Whoever runs this bot can tell from the PDF whether anything on it was altered.

# In the terminal, where a card was written. $name: the files’ name without its ending.
card-written = Written into this folder: { $name }.png and { $name }.pdf

# In the terminal, where no card could be written. $why: a sentence.
card-not-made = No card could be written: { $why }

# Said of a PDF that is a card as it was made. $scheme, $edition, $day, $result: as `yauchoi assess` writes them; $code: of the card.
card-verified = This card is as it was made: { $scheme }, edition of { $edition }, for { $day }: { $result }, code { $code }.

# The same, where the data of the edition were corrected since. $before, $after: numbers of the revisions.
card-verified-still = This card is as it was made: { $scheme }, edition of { $edition }, for { $day }: { $result }, code { $code }; since then the edition went from revision { $before } to { $after }, which gives the same result.

# The same, where the corrected data give another result. $now: that result.
card-verified-moved = This card is as it was made: { $scheme }, edition of { $edition }, for { $day }: { $result }, code { $code }; since then the edition went from revision { $before } to { $after }, which now gives { $now }.

# Said of a file that is no card, or was changed.
card-refused-not-ours = This is not a card that Yauchoi made, or nothing of one is left in it.

# Said of a file that is no card, or was changed.
card-refused-altered = This card was altered after it was made: do not rely on it.

# Said of a card that cannot be checked here.
card-refused-other-key = This card was made with another key than those in force here, so nothing can be said about it.

# Said of a card that cannot be checked here.
card-refused-unknown = This card names rules that are not known here, so nothing can be said about it.

# Said of a card whose result the rules do not give.
card-refused-differs = This card is sealed as ours, but its result does not follow from what it was made from.

# Under the score card.
card-caption = Your score card as a PDF. It can be checked for changes with the bot that made it.

# A score card that could not be made.
card-failed = The card could not be made this time; please try again later. Your result stands as it is.
