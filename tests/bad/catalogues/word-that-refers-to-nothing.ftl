### expect: locales/zh-Hant/words.ftl:5: "parting" is referred to, but stands nowhere; write it or mend this.
### file: zh-Hant/words.ftl

greeting = 你好，{ $name }。
farewell = { parting }。
score = { $points } 分。
