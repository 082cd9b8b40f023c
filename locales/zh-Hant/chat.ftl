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
typed-unsure = 唔知|唔知道|唔肯定|唔確定|唔清楚|唔記得|不知道|不確定|不清楚|不記得|未知|未肯定
typed-back = 返去|返轉頭|返上一題|上一題|上一步|後退
typed-edit = 改|更改|修改|改答案|修改答案|檢視答案|睇返答案
typed-why = 點解|點解要問|點解咁問|點解會咁|為何|為甚麼|為什麼|做乜問|原因|理由
typed-person = 專人|真人|人工|職員|搵人|搵真人|搵職員|客服|查詢|求助|幫手|幫助|聯絡
typed-resume = 返回|返結果|返去結果|返回結果|睇返結果|保留|繼續|不改|唔改|唔改喇|照舊|繼續答|保留並繼續
typed-restart = 重來|再來|重新嚟過|由頭嚟過|從頭開始|由頭開始|重開
typed-language = 語文|轉語言|改語言|轉語文|更改語言|切換語言|選擇語言
typed-agree = 好|好呀|好的|係|是|得|可以|同意|明白|開始啦|開始吧
typed-yes = 係|係呀|係啊|是|是的|有|對|啱|好|得|冇錯|無錯|沒錯
typed-no = 唔係|唔係呀|不是|否|不|不對|唔啱|冇|無|沒有
typed-on = 繼續|繼續答|繼續問|更多|好|好呀|係|是|要
typed-enough = 夠|夠了|夠喇|夠啦|停|停止|結果|睇結果|看結果|唔使|唔要|不用|不要|唔係|否
typed-former = 舊|舊制|舊計分制|以前|以往|80分|80分制|八十分
typed-change = 改|更改|修改|改答案|更改答案
typed-goodbye = 再見|拜拜|離開|退出|結束|走先|下次再傾
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
problem-number-expected = 未能把「{ $found }」讀成數字。請輸入{ $least }至{ $most }之間的數字，或從選項中選擇。
problem-number-outside = 「{ $found }」超出這裏的可能範圍。請輸入{ $least }至{ $most }之間的數字。
problem-whole-expected = 「{ $found }」不是整數。請輸入{ $least }至{ $most }之間的整數。
problem-nation-expected = 這裏未能識別「{ $found }」。請輸入簽發護照的國家或地區，或從選項中選擇。
problem-language-expected = 這裏未能識別「{ $found }」這種語言。請輸入法文、日文等名稱，並以逗號分隔。
problem-above = 這個答案超出另一項答案所容許的範圍（{ $other }：{ $bound }）。請填寫較低的數字，或更改該項答案。
