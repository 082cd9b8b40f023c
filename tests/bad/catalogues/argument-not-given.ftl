### expect: locales/zh-Hant/words.ftl:6: "score" uses $maximum, which it is not given; use $all, $points.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = 再見。
score = { $points } { $maximum } 分。
