### file: zh-Hant/words.ftl
### expect: locales/zh-Hant/words.ftl:7: "score" has a branch [one], which zh-Hant never chooses; it has [other]: write a number such as [1], or take it out.

greeting = 你好，{ $name }。
farewell = 再見。
score = { $points ->
    [one] 一分。
    [2] 兩分。
   *[other] { $points } 分。
}
