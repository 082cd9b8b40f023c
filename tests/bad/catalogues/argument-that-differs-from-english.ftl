### expect: locales/zh-Hant/words.ftl:5: "greeting" uses $nama, which it is not given; use $name.
### expect: locales/zh-Hant/words.ftl:5: "greeting" leaves out $name; use it, so that nothing told is lost.
### file: zh-Hant/words.ftl

greeting = 你好，{ $nama }。
farewell = 再見。
score = { $points } 分。
