look-why = 為甚麼是這個結果？
look-back = 返回結果
look-ways = 怎樣可以改變結果？
look-when = 結果會隨時間改變嗎？
look-next = 下一步怎樣做
look-trying = 改一個答案會怎樣？
look-card = 取得結果卡
outcome-meets = 已達門檻
outcome-falls-short = 未達門檻
outcome-review = 須由當局判斷
outcome-ineligible = 有一項基本資格未符合
outcome-closed = 途徑已關閉
outcome-open = 仍未確定
ways-title = 怎樣可以改變結果
certificate-closed = 任何改變都無補於事：這個途徑已不再接受這類申請。
certificate-people = 毋須作任何改變，已可交由當局審視；由當局作出決定。
certificate-points-none = 毋須作任何改變：已達到最低及格分數。
certificate-criteria-none = 毋須作任何改變：符合的準則已足夠遞交申請。符合較多準則的申請會獲較有利的考慮。
certificate-blocked = 你能作出的任何改變都不能補救這一點。{ $failed }
certificate-mended = { $count ->
    [1] 改變一項已經足夠；不作這項改變，便有一項基本資格未符合。
   *[other] 同時改變{ $count }項已經足夠；少於此數，便有一項基本資格未符合，或未達門檻。
}
certificate-unsure = { $count ->
    [1] 改變一項已經足夠；不作這項改變，便不能確定基本資格是否符合。
   *[other] 同時改變{ $count }項已經足夠；少於此數，便不能確定基本資格均已符合並達到門檻。
}
certificate-points-one = 改變一項已經足夠：你尚欠{ $count }分。
certificate-criteria-one = 改變一項已經足夠：你尚欠{ $count }項。
certificate-points-more = { $count ->
    [2] 只改變一項並不足夠：最多只能增加{ $added }分，而你尚欠{ $short }分。同時改變兩項便足夠。
   *[other] 最少要同時改變{ $count }項：少改一項，最多只能增加{ $added }分，而你尚欠{ $short }分。
}
certificate-criteria-more = { $count ->
    [2] 只改變一項並不足夠：最多只能多符合{ $added }項準則，而你尚欠{ $short }項。同時改變兩項便足夠。
   *[other] 最少要同時改變{ $count }項：少改一項，最多只能多符合{ $added }項準則，而你尚欠{ $short }項。
}
certificate-points-never = 單靠你能作出的改變並不足夠：全部加起來可得{ $reach }分，而最低及格分數為{ $need }分。
certificate-criteria-never = 單靠你能作出的改變並不足夠：全部加起來可符合{ $reach }項準則，而須符合{ $need }項。
certificate-untold = 須先知道以下資料，才能確定哪些改變足夠：{ $facts }。
certificate-no = 單靠你能作出的改變並不足夠。
way-points = 可得{ $score }分：{ $changes }
way-criteria = 可符合{ $score }項：{ $changes }
way-plain = { $changes }
way-under = { $way }，屆時須仍未滿{ $age }歲
change-and = { $first }；{ $then }
change-from = { $fact }（{ $before } → { $after }）
change-untold = { $fact }（{ $after }）
ways-more = 另有{ $count }個做法，所需改變的項數相同。
ways-order = 差距較小的排在前面，只為方便閱讀；每項改變需時多久，規則並沒有說明。
ways-untold = 以下資料尚未提供，因此以最低計算：{ $facts }。
nearest-title = 尚未符合的準則（差距較小的排在前面）
nearest-line = { $name }：{ $changes }
course-title = 結果會隨時間改變嗎？
course-rules = 按現行規則（{ $day }版）推算，並假設你的工作照舊、其他情況不變。規則隨時可能更改。
course-coarse = 以下答案只屬一個範圍，因此日期只屬約數：{ $facts }。
course-today = { $day }（今日）：{ $stands }
course-event = { $day }：{ $stands }
course-event-because = { $day }：{ $stands }（{ $facts }）
course-still = 十年之內，結果不會隨時間改變。
month-title = 如在{ $month }申請
chart-title = 圖表
chart-line = { $day } { $bar }
chart-legend = ■ 確定　▨ 可能　□ 未達　│ 門檻
when-ask = 輸入打算申請的月份（例如2027-05），可看當時的結果；輸入出生年月（例如1985-05），日期會更準確。
notice-born = 已記下你的出生年月：{ $month }。
problem-month-expected = 未能把「{ $found }」讀成月份。請按「2027-05」或「2027年5月」的格式輸入。
problem-month-far = { $month }太遠了：這裏最多只按現行規則推算{ $years }年。請輸入較早的月份。
problem-age-disagrees = 這個年齡與你提供的出生日期不符（按該日期應為{ $age }歲）。請核對兩者。
problem-born-later = 出生日期{ $found }在{ $on }之後。請核對日期。
reasons-title = 評核項目及所依據的規則
conditions-title = 須先符合的基本資格
sources-title = 資料來源
ground-rule = { $marks } { $sure }
condition-met = ✓ { $text }{ $rule }
condition-not-met = ✗ { $text }{ $rule }
condition-open = ? { $text }{ $rule }
source-numbered = [{ $number }] { $source }（查閱日期：{ $read }）
trying-ask = 你想試試改變哪個答案？你說過的一切都會保留。
compare-title = 改一個答案會怎樣？
compare-now = 現在：{ $stands }。
compare-then = 改變後：{ $stands }。
compare-line = { $name }：{ $before } → { $after }
compare-same = 結果沒有任何改變。
compare-open = 屆時還有{ $count }項資料會影響結果，目前尚未提供。
compare-keep = 採用新答案
compare-again = 再試另一個
factor-met = 符合
factor-not-met = 未符合
factor-open = 未確定
factor-points = { $points }分
factor-between = { $least }至{ $most }分
next-family = 更改隨行人數
ask-dependants = 會有多少名家人與你一同申請（配偶，以及未滿18歲的未婚子女）？
ask-dependants-why = 費用按人數計算，受養人亦須有各自的文件。這不影響評核結果。
fact-dependants = 一同申請的家人
hint-people = 你亦可直接輸入人數，最多8名。
amount-people = { $count }名
band-people-from = { $low }名或以上
band-people-below = 少於{ $high }名
band-people-whole = { $low }至{ $high }名
band-people-none = 沒有，只有我
ask-birth_date = 你在哪一年哪個月出生？
ask-birth_date-why = 有了出生年月，便可準確推算年齡何時影響結果。只需年份和月份。
hint-day = 請按「1985-05」或「1985年5月」的格式輸入；如願意提供日子，可輸入「1985-05-12」。
card-offer = 以下是你的結果卡：一張圖片可供展示，一份PDF可供保存。卡上沒有任何姓名。
stands = { $result }，{ $outcome }
certificate-door = { $count ->
    [1] 改變以下其中一項，便可交由評審人員判斷。
   *[other] 須同時改變{ $count }項，方可交由評審人員判斷。
}
