### expect: locales/en/words.ftl:6: "greeting" stands twice (first in locales/en/words.ftl:4); keep one.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said again.
greeting = Hi, { $name }.
# Said last.
farewell = Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
