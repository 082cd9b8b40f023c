### expect: locales/en/words.ftl:10: "score" has a branch [few], which en never chooses; it has [one], [other]: write a number such as [1], or take it out.
### expect: locales/en/words.ftl:11: "score" has a branch [zero], which en never chooses; it has [one], [other]: write a number such as [1], or take it out.

# Said first. $name: who is greeted.
greeting = Hello, { $name }.
# Said last.
farewell = Goodbye.
# $points: what was reached; $all: what can be reached.
score = { $points ->
    [few] A few of { $all } points.
    [zero] None of { $all } points.
    [one] One of { $all } points.
    [3] Three of { $all } points.
   *[other] { $points } of { $all } points.
}
