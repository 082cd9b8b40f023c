language-name = 繁體中文
language-order = 2
language-locale = zh_Hant_HK
language-ask = 你想使用哪種語言？
list-separator = {"、"}
sentence-separator = {"；"}
goodbye = 再見。你在這裏說過的一切都不會保留。
goodbye-card = 再見。除結果卡外，你在這裏說過的一切都不會保留；結果卡的PDF檔案內有你的答案（已加密）。
notice-title = 開始之前
notice-purpose = 想以人才身分到香港或澳門定居？Yauchoi（優才）助你對照兩地的甄選規則，看清自己符合哪些要求：每項只問一條簡短問題，最後如實說明結果，並附上理由及資料來源。
notice-limits = 這裏只提供資料，並非法律意見，亦不代表任何當局。只有政府有權作出決定，沒有人可以保證你獲批。
notice-privacy = 你毋須提供姓名或文件。你的答案只會用來得出你的結果。
notice-agree = 開始
notice-rules-changed = 規則在你開始之後有所更改：現時生效的是{ $day }版。你的答案如仍適用，會予以保留。
notice-rules-ended = 你開始時適用的規則已經失效；其後的規則，這裏尚未收錄。請向當局查詢。
notice-dropped = 以下答案與你的新答案不相符，如有需要會再次詢問：{ $facts }。
scheme-ask = 你想了解哪個途徑？
progress = 第{ $number }題，共約{ $total }題
progress-former = { $count ->
    [1] 舊計分制：還有1題
   *[other] 舊計分制：大約還有{ $count }題
}
ask-again = 你之前的答案：{ $told }
control-unsure = 不肯定
control-back = 返回
control-edit = 更改答案
control-why = 為甚麼要問
control-person = 官方查詢途徑
control-resume = 繼續
control-restart = 重新開始
control-language = 語言
person-offer = 有些問題宜直接查詢。以下是官方的查詢途徑。
contacts-hong-kong =
    香港入境事務處：(852) 2824 6111（星期一至五上午8時45分至下午5時15分，星期六上午9時至中午12時，公眾假期除外）
    電郵 enquiry@immd.gov.hk
    網上表格支援：(852) 3128 8668（每日上午7時至晚上11時）
    查詢申請進度：(852) 3160 8663（24小時）
contacts-macao =
    第3/2005號行政法規的個案：招商投資促進局（IPIM） https://www.ipim.gov.mo
    人才引進計劃：人才發展委員會 https://www.cdqq.gov.mo
review-ask = 你想更改哪個答案？其他答案會予以保留。
review-empty = 你尚未回答任何問題。
review-line = { $fact }：{ $told }
problem-not-here = 現階段不能這樣做。請從以下選項中選擇。
problem-stale = 該選項已不適用。以下是你現時的進度。
problem-not-an-option = 選項中沒有「{ $found }」。請輸入選項的數字、字母或文字。
problem-no-edition = { $scheme }在當日尚未有規則，首套規則於{ $day }生效。請選擇較後的日期。
problem-too-long = 你輸入了{ $found }個字元，而這裏最多讀取{ $most }個。請簡短作答。
problem-empty = 你沒有輸入任何內容。請輸入選項的數字或字母，或直接輸入答案。
problem-control-character = 輸入的內容包含無法讀取的字元。請重新輸入答案。
problem-number-expected = 未能讀懂「{ $found }」。請用阿拉伯數字輸入（例如35），須介乎{ $least }至{ $most }，或從選項中選擇。
problem-number-outside = 「{ $found }」超出這裏的可能範圍。請輸入{ $least }至{ $most }之間的數字。
problem-whole-expected = 「{ $found }」不是整數。請輸入{ $least }至{ $most }之間的整數。
problem-nation-expected = 這裏未能識別「{ $found }」。請輸入簽發護照的國家或地區，或從選項中選擇。
problem-language-expected = 這裏未能識別「{ $found }」。請輸入語言名稱，例如「中文、英文」，並以頓號或逗號分隔，或從選項中選擇。
problem-share-in-doubt = 「{ $found }」可以指百分比，亦可以指佔整體的幾分之幾。請加上百分號，例如60%，或從選項中選擇。
problem-age-in-doubt = 「{ $found }」看來不是你的年齡。請用阿拉伯數字輸入年齡，例如35，或輸入選項的字母。
problem-hkd-expected = 「{ $found }」可能是其他貨幣，或並非全年金額。請換算為港元的全年金額，例如850,000或85萬，或從選項中選擇。
problem-amount-in-doubt = 「{ $found }」是否漏了「萬」或「千」，或以小數點代替逗號？請輸入完整金額，例如850,000或85萬，或從選項中選擇。
problem-amount-outside = 「{ $found }」超出這裏可能的範圍。請輸入金額，例如850,000或85萬，或從選項中選擇。
problem-amount-expected = 未能讀懂「{ $found }」這個金額。請用阿拉伯數字輸入，例如850,000或85萬，或從選項中選擇。
problem-odds = 「{ $found }」：沒有人能預知獲批的機會，這裏亦不會估計，只有政府有權決定。請看清自己符合哪些要求，再選擇下一步。
problem-which-script = 「{ $found }」可以是繁體或簡體。請從兩者中選擇。
problem-two-readings = 「{ $found }」在這裏可以有兩種意思，為免誤會，請從選項中選擇，或輸入選項的文字。
problem-above = 這個答案超出另一項答案所容許的範圍（{ $other }：{ $bound }）。請填寫較低的數字，或更改該項答案。
