### expect: locales/en/words.ftl:6: this is not UTF-8; save it so.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said last.
farewell = Goodébye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
