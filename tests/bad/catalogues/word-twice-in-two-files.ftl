### expect: locales/zh-Hant/words.ftl:2: "farewell" stands twice (first in locales/zh-Hant/more.ftl:4); keep one.
### file: zh-Hant/more.ftl

farewell = 再見。
