### expect: locales/zh-Hant/words.ftl:4: "greeting" leaves out $name; use it, so that nothing told is lost.
### file: zh-Hant/words.ftl

greeting = 你好。
farewell = 再見。
score = { $points } 分。
