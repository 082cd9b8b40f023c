### expect: locales/zh-Hant/words.ftl:7: "score = { $points 分。" is not Fluent; mend the line.
### expect: locales/zh-Hant: "score" is missing (arguments: $all $points); write it.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = 再見。
score = { $points 分。
