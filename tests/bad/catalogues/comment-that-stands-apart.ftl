### expect: locales/en/words.ftl:7: "farewell" has no comment for its translator; write one above it.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said last.

farewell = Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
