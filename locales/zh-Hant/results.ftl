scheme-hk-qmas-gpt = 香港優秀人才入境計劃（綜合計分制）
scheme-hk-qmas-gpt-choice = 香港優才計劃：綜合計分制
scheme-hk-qmas-apt = 香港優秀人才入境計劃（成就計分制）
scheme-hk-qmas-apt-choice = 香港優才計劃：成就計分制
scheme-mo-technical = 澳門臨時居留許可（管理人員及具備特別資格的技術人員）
scheme-mo-technical-choice = 澳門：管理及技術人員（已關閉）
scheme-mo-talents = 人才引進計劃
law-mo-talents = 第7/2023號法律
scheme-zz-demo = 虛構的計劃
early-points-meets = { $count ->
    [1] 還有1題。你可以繼續作答，看清自己的情況。
   *[other] 大約還有{ $count }題。你可以繼續作答，看清自己的情況。
}
early-criteria-meets = { $count ->
    [1] 還有1題。符合較多準則的申請會獲較有利的考慮，值得繼續作答。
   *[other] 大約還有{ $count }題。符合較多準則的申請會獲較有利的考慮，值得繼續作答。
}
early-points-falls-short = { $count ->
    [1] 餘下的1題無論怎樣回答，都不會改變這個結果。你仍可繼續作答，看清自己的情況。
   *[other] 餘下的{ $count }題無論怎樣回答，都不會改變這個結果。你仍可繼續作答，看清自己的情況。
}
early-criteria-falls-short = { $count ->
    [1] 餘下的1題無論怎樣回答，都不會改變這個結果。你仍可繼續作答，看清自己的情況。
   *[other] 餘下的{ $count }題無論怎樣回答，都不會改變這個結果。你仍可繼續作答，看清自己的情況。
}
early-points-review = { $count ->
    [1] 還有1題。你可以繼續作答，看清自己的情況。
   *[other] 大約還有{ $count }題。你可以繼續作答，看清自己的情況。
}
early-criteria-review = { $count ->
    [1] 還有1題。你可以繼續作答，看清自己的情況。
   *[other] 大約還有{ $count }題。你可以繼續作答，看清自己的情況。
}
early-go-on = 繼續作答
early-go-historic = 看看六項要素的分析
early-enough = 立即顯示結果
stopped-kind = 在付錢給任何人之前知道這一點，總比之後才知道好。如果只是一時答錯，可以更改答案；如果情況日後或會改變，歡迎到時再來。
stopped-change = 更改該項答案
stopped-hk-points = 根據你提供的資料，這個計分制的基本資格有一項未符合。
stopped-hk-criteria = 根據你提供的資料，有一項基本資格未符合，因此不會進入{ $all }項準則的評核。
stopped-hk-achievement = 根據你提供的資料，這個計分制的基本資格有一項未符合。
stopped-mo = 根據你提供的資料，這個途徑並不適合。
stopped-demo = 有一項基本資格未符合。
edition-name = { $scheme }{ $day }版
result-ineligible = 根據你提供的資料，有一項基本資格未符合。這樣的申請不會進入評核，並會被拒絕。
result-points-meets = 根據你提供的資料，你得{ $score }分（滿分{ $all }分）；最低及格分數為{ $need }分。當時另設甄選，高分並不保證獲得名額。
result-points-meets-between = 根據你提供的資料，你得{ $least }至{ $most }分（滿分{ $all }分）；最低及格分數為{ $need }分。當時另設甄選，高分並不保證獲得名額。
result-points-falls-short = 根據你提供的資料，你得{ $score }分（滿分{ $all }分）；最低及格分數為{ $need }分。
result-points-falls-short-between = 根據你提供的資料，你得{ $least }至{ $most }分（滿分{ $all }分）；最低及格分數為{ $need }分，無論其餘答案為何，均未能達到這個分數。
result-points-review = 根據你提供的資料，你得{ $score }分（滿分{ $all }分），不低於最低及格分數{ $need }分。由於你沒有學位，當局須先審視你的其他證明。
result-points-review-between = 根據你提供的資料，你得{ $least }至{ $most }分（滿分{ $all }分），不低於最低及格分數{ $need }分。由於你沒有學位，當局須先審視你的其他證明。
result-points-open = 根據你提供的資料，你得{ $score }分（滿分{ $all }分）；最低及格分數為{ $need }分。有一項基本資格未能確定，結果因此仍未確定。
result-points-open-between = 根據你提供的資料，你得{ $least }至{ $most }分（滿分{ $all }分）；最低及格分數為{ $need }分。結果尚未確定。
result-criteria-meets = 根據你提供的資料，你符合{ $all }項準則中的{ $score }項；符合{ $need }項即可遞交申請。當局會另行甄選，符合較多準則的申請會獲較有利的考慮。
result-criteria-meets-between = 根據你提供的資料，你符合{ $all }項準則中的{ $least }至{ $most }項；符合{ $need }項即可遞交申請。當局會另行甄選，符合較多準則的申請會獲較有利的考慮。
result-criteria-falls-short = 根據你提供的資料，你符合{ $all }項準則中的{ $score }項；須符合{ $need }項方可遞交申請。
result-criteria-falls-short-between = 根據你提供的資料，你符合{ $all }項準則中的{ $least }至{ $most }項；須符合{ $need }項方可遞交申請，無論其餘答案為何，均未能達到這個數目。
result-criteria-review = 根據你提供的資料，你符合{ $all }項準則中的{ $score }項；須符合{ $need }項。由於你沒有學位，當局須先審視你的其他證明。
result-criteria-review-between = 根據你提供的資料，你符合{ $all }項準則中的{ $least }至{ $most }項；須符合{ $need }項。由於你沒有學位，當局須先審視你的其他證明。
result-criteria-open = 根據你提供的資料，你符合{ $all }項準則中的{ $score }項；須符合{ $need }項。有一項基本資格未能確定，結果因此仍未確定。
result-criteria-open-between = 根據你提供的資料，你符合{ $all }項準則中的{ $least }至{ $most }項；須符合{ $need }項方可遞交申請。結果尚未確定。
result-doors-review = 根據你提供的資料，成就計分制的兩項要求中，你或許符合一項。成就是否傑出，由評審人員判斷，程式不會代為判斷。
result-doors-falls-short = 根據你提供的資料，成就計分制的兩項要求，你均未符合：一是曾獲傑出成就獎項，二是工作獲同業肯定。
result-doors-open = 結果尚未確定，因為有些關鍵資料仍未知道。
result-labels = 以下是你的答案與公布文本對照所得的分析。這裏沒有分數：當局沒有公布計分方法，各項要素按個別情況衡量，並由當局作出決定。
result-labels-human = 以下是你的答案與公布文本對照所得的分析。這裏沒有分數：當局沒有公布計分方法。最少有一點須先向招商投資促進局或專業人士查詢，才可依據這個結果行事。
result-labels-alone = 你提供的資料涉及第6項要素，因此這裏不作進一步分析。官方文本指這屬不利，但沒有說必然構成障礙：請向招商投資促進局或專業人士查詢。
result-labels-aside = 續期及惠及家團成員的申請並不按這六項要素審批。續期時，原有依據須仍然成立，而你須通常居住於澳門；情況如有變更，須於30日內書面通知招商投資促進局（IPIM）。請就你的個案向該局查詢。
result-labels-urgent = 變更如沒有在30日內書面通知，可能會失去許可。現已超過30日：請立即聯絡招商投資促進局（IPIM）或律師。續期並不按這六項要素審批。
result-closed = 這個途徑不再接受這類申請。
result-closed-since = 根據{ $law }《人才引進法律制度》，這個途徑自{ $day }起不再接受首次申請。列出各項要素的網頁雖然仍可瀏覽，但途徑已經關閉。同一行政法規下的重大投資途徑仍可向招商投資促進局（IPIM）申請。
successor-open = 取而代之的是{ $successor }。第{ $count }期接受申請至{ $until }，未知其後會否再有新一期。詳見 https://www.cdqq.gov.mo
successor-between = 取而代之的是{ $successor }。第{ $count }期已於{ $until }結束，這裏未知其後會否再有新一期。請向人才發展委員會查詢。
successor-later = 取而代之的是{ $successor }。這裏未知有哪一期正接受申請。請向人才發展委員會查詢。
labels-historic = 屬過往安排，只供參考：六項要素在當時的分析如下。
label-advantage = 對你有利
label-neutral = 中性
label-disadvantage = 對你不利
label-disadvantage-human = 對你不利，請先查詢
label-disadvantage-strong-human = 對你十分不利，請先查詢
label-disadvantage-serious-human = 對你嚴重不利，請先查詢
label-open = 未有評估
line-unsettled = · { $text }
result-former = 若按以往的80分制又如何？
former-title = 作為比較：以你現時的情況，按{ $edition }最後一日（{ $day }）的規定評核
former-ineligible = 舊計分制的基本資格有一項未符合。
short-ineligible = 有一項基本資格未符合
short-points = { $score }分（滿分{ $all }分）
short-points-between = { $least }至{ $most }分（滿分{ $all }分）
short-criteria = { $all }項準則中符合{ $score }項
short-criteria-between = { $all }項準則中符合{ $least }至{ $most }項
result-open-unsure = 因你表示不肯定而尚未確定：{ $facts }。
result-open-not-told = 尚未提供：{ $facts }。
unsettled-title = 各資料來源均未有定論的事項
footer-revision = 本版資料的第{ $revision }修訂本：已更正一處錯漏。
footer-stale = 請留意：這些規則原定最遲於{ $day }重新查閱，而該日已過。依據這項結果行事前，請先向當局核實。
