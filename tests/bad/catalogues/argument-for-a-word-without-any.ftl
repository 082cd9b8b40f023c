### expect: locales/zh-Hant/words.ftl:5: "farewell" uses $name, which it is not given; use no argument.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = 再見，{ $name }。
score = { $points } 分。
