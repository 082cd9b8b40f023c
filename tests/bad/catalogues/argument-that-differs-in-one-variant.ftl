### expect: locales/zh-Hant/words.ftl:6: "score" uses $point, which it is not given; use $all, $points.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = 再見。
score = { $points ->
    [0] 零分。
   *[other] { $point } 分。
}
