### expect: locales/zh-Hant: "greeting" is missing (arguments: $name); write it.
### expect: locales/zh-Hant: "farewell" is missing; write it.
### expect: locales/zh-Hant: "score" is missing (arguments: $all $points); write it.
### file: zh-Hant/words.ftl

