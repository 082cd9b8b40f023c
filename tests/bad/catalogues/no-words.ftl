### expect: locales/zh-Hant/words.ftl:5: "farewell" says nothing; write its words after the "=".
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell =
    .title = 再見。
score = { $points } 分。
