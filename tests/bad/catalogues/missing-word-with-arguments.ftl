### expect: locales/zh-Hant: "score" is missing (arguments: $all $points); write it.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = 再見。
