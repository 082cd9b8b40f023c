### expect: locales/en/words.ftl:6: "welcome" is said by nothing; take it out.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said by nothing.
welcome = Welcome.
# Said last.
farewell = Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
