# What to do first, where a prerequisite is not met. $failed: what it asks.
step-mend = What is not met: { $failed }

# What to do first, where the threshold is reached. $look: the button that tells.
step-meets = First, your documents: “{ $look }”.

# What to do first, where a route is closed. $look: the button that tells.
step-closed = First: see what has taken its place, under “{ $look }”.

# What to do first, where people judge. $look: the button that tells.
step-review = First: gather proof for those who judge it, see “{ $look }”.

# What to do first, where no single thing is nearest. $look: the button that tells.
step-ways = First: see the shortest ways, under “{ $look }”.

# What to do first: the criterion that takes the least. $criterion: the criterion and what it takes.
step-nearest = Nearest: { $criterion }

# What to find out: no answer decides alone. $facts: what is not known.
find-several = First find out, because together they decide: { $facts }.

# What to find out: a prerequisite rests on it. $fact: what is not known.
find-first = First find out, because a prerequisite rests on it: { $fact }.

# What to find out: it alone can open a door. $fact: what is not known.
find-door = First find out, because it decides: { $fact }.

# What to find out: it decides alone. $fact: what is not known; $answer: from which answer on; $score, $all: criteria met then, and of how many.
find-criteria = First find out: { $fact }. With “{ $answer }”, you meet { $score } of { $all } criteria, which is enough.

# What to find out: it decides alone. $fact: what is not known; $answer: from which answer on; $score, $all: points then, and of how many.
find-points = First find out: { $fact }. With “{ $answer }”, you have { $score } of { $all } points, which is enough.

# Other rules will come into force. $day: their first day, which also names the edition; $stands: the result by them.
rules-coming = From { $day } other rules apply (edition of { $day }). The result is then: { $stands }.

# The same, with what only those rules ask. $rules: the sentence above; $facts: what they ask.
rules-coming-ask = { $rules } They also ask: { $facts }.

# The rules end and none that follow are known. $day: the first day without.
rules-end = From { $day } no rules are known here: those of today end, and none that follow are on file. Nothing can be said of applications from then on.

# Before the result for a month of applying. $day: the edition in force then, which is not that of today.
month-rules = By the rules of that month (edition of { $day }), not by those of today.

# A result to come that counts on years which go on. $line: the result, no full stop; $now: what one must be doing.
course-assuming = { $line }, if you are { $now } now and go on

# The same after sentences. $rules: the sentences; $now: what one must be doing.
rules-assuming = { $rules } That is so only if you are { $now } now and go on.

# Where years of work grow, in a list.
now-senior_years = working in a senior role

# Where years of work grow, in a list.
now-international_years = working abroad

# Where years of work grow, in a list.
now-reputable_years = working for a multinational or reputable enterprise

# Where years of work grow, in a list.
now-sector_years = working in a specified sector

# What the result means for the documents, where nothing among them is open.
apply-lead-open-known = Your result is still open. This is what applying would take.

# The result that may come on any day from tomorrow on, because an answer was not exact. $stands: the score and what it comes to; $facts: what moves; $day: tomorrow.
course-any-day-because = Any day from { $day } on: { $stands } ({ $facts })

# What to do first, where more than two answers decide together: their lines above are marked so.
step-find-marked = First find out what is marked “?”: together these decide.
