### expect: locales/en/words.ftl:7: "farewell Goodbye." is not Fluent; mend the line.
### expect: locales/en: "farewell" is missing; write it.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said last.
farewell Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points } of { $all } points.
