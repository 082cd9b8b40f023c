### expect: locales/zh-Hant: "farewell" is missing; write it.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
score = { $points } 分。
