apply-title-start = 申請之前
apply-title-failed = 目前的障礙
apply-title-documents = 你的文件清單
apply-title-family = { $count ->
    [1] 受養人的文件
   *[other] { $count }名受養人每人的文件
}
apply-title-successor = 取而代之的途徑
apply-title-papers = 文件與檔案
apply-title-together = 一併遞交及簽署
apply-title-fees = 費用
apply-title-where = 申請方法
apply-title-stay = 逗留期限及延期
apply-title-duties = 日後的通知責任
apply-title-contacts = 官方查詢途徑
apply-lead-falls-short = 根據你提供的資料，你未達門檻。以下是日後情況有變時，申請所需的文件及手續。
apply-lead-open = 結果尚未確定。註明「如適用」的項目，視乎你尚未提供的答案。
apply-lead-review = 你的證明是否足夠，由評審人員判斷。以下是申請所需的文件及手續。
apply-failed = 因此這裏不列出清單：須先改變這一點。如只是答錯，請更改答案。
apply-unknown = 在{ $day }申請需要甚麼，這裏沒有資料。請向當局查詢。
apply-row = { $count ->
    [1] { $document }：1個檔案
   *[other] { $document }：最多{ $count }個檔案
}
apply-row-starred = { $count ->
    [1] { $document }*：1個檔案
   *[other] { $document }*：最多{ $count }個檔案
}
apply-row-open = { $row }，如適用
apply-sure = { $text }（{ $sure }）
apply-sure-sentence = { $text }（{ $sure }）。
apply-sure-official = 官方資料
apply-sure-several = 多個來源
apply-sure-single = 單一來源
apply-sure-inferred = 我們的推論
apply-row-star = 星號（*）表示必須提交，見於2024年的一份清單。
apply-row-left-out = 以下各項不計入你的評核，故不列出：{ $documents }。
apply-hk-list = 檔案數目的上限屬官方資料，文件名稱則由多個來源拼合而成；另有一欄（{ $count }個檔案，或屬其他文件）未能確定。正式清單見官方指引ID(C) 982第三部分。
apply-hk-row-travel-document = 旅行證件
apply-hk-row-photograph = 近照
apply-hk-row-identity-card = 香港身份證（如有）
apply-hk-row-net-worth = 個人資產淨值證明
apply-hk-row-academic = 學歷及專業資格
apply-hk-row-work = 工作經驗
apply-hk-row-ownership = 業務擁有權
apply-hk-row-income = 全年收入記錄
apply-hk-row-language = 語文能力
apply-hk-row-other = 其他證明文件
apply-hk-row-achievements = 成就
apply-hk-family-travel-document = 旅行證件
apply-hk-family-photograph = 近照
apply-hk-family-relationship = 關係證明（結婚證書、出生證明書）
apply-hk-family-other = 其他文件（澳門、台灣、海外）
apply-hk-papers-files = JPEG、PDF、GIF、PNG或TIF格式，每個檔案不超過{ $megabytes }MB。附有相片的文件用彩色，其他用灰階。
apply-hk-papers-photograph = 相片：JPEG格式，最少{ $width } × { $height }像素
apply-hk-papers-translation = 文件並非中文或英文？請附中文或英文譯本，並由宣誓翻譯員、法庭翻譯員、獲授權的公共翻譯員、持證翻譯員、專家翻譯員或官方翻譯員核證為真確譯本。
apply-hk-papers-verification = 學歷須經入境事務處所列機構或頒授學歷的院校核實；官方沒有指明須上載於哪一欄。
apply-hk-papers-originals = 當局可能要求查看正本，亦可能來信要求補交文件。
apply-group = 最多{ $most }份申請可一併遞交；我們理解為你連同{ $family }名受養人。
apply-hk-together-sign-alone = 由你簽署，確認內容正確。
apply-hk-together-sign = 你和受養人均須簽署；未滿{ $age }歲的子女由父母或合法監護人代簽。
apply-hk-together-acknowledgement = 遞交後沒有顯示確認？請重新遞交。
apply-fees-now = { $count ->
    [1] 申請費（遞交時繳付）：{ $each }港元，概不退還。
   *[other] 申請費（遞交時繳付）：{ $count } × { $each }港元 = { $sum }港元，概不退還。
}
apply-fees-later = { $count ->
    [1] 簽發費（獲批時繳付，逗留{ $stay }）：{ $each }港元（{ $days }日或以下為{ $within }港元）。
   *[other] 簽發費（獲批時繳付，逗留{ $stay }）：{ $count } × { $each }港元 = { $sum }港元（{ $days }日或以下為每人{ $within }港元）。
}
apply-fees-sum = 合共：{ $sum }港元。
apply-hk-fees-hour = 由{ $day }香港時間{ $hour }時起適用；以遞交申請的時間為準。
apply-hk-fees-paid = 繳費後可下載電子簽證。
apply-fees-unknown = { $day }的收費，這裏沒有資料。
apply-hk-where-online = 只接受網上申請： { $address }
apply-hk-where-time = 官方沒有公布處理時間；2024年官員曾期望約為六個月
apply-hk-where-abroad = 持中國護照而居於內地、香港、澳門及台灣以外：須從海外申請，並在當地有永久居留權或已居住滿一年。
apply-hk-where-mainland = 內地居民獲選後，須備有工作單位或有關當局的同意書，以及往來港澳通行證和有關簽注。
apply-stay = 首次逗留期限（如獲批）：{ $stay }。期間可自由工作、轉職或創業。
apply-length-months = { $count }個月
apply-length-years = { $count }年
apply-hk-stay-settle = 延期須證明已着手在港定居，例如受僱或創業；其後再延期，還須證明有所貢獻。須身在香港，並在網上申請。
apply-hk-stay-pattern = 一般先延{ $first }年，再延{ $second }年；在港滿{ $years }年，而上一課稅年度薪俸稅應評稅入息達{ $income }或以上，可一次獲批{ $once }年。
apply-hk-stay-self-support = 延期主要須證明你能維持自己的生活
apply-hk-stay-window = 何時申請延期：逗留期限屆滿前{ $weeks }星期內。
apply-hk-stay-window-unsettled = 何時申請延期未有定論：官方網頁指屆滿前{ $weeks }星期內，一份報章指自{ $day }起為{ $months }個月內。請先查詢。
apply-hk-stay-abode = 在香港連續通常居住滿{ $years }年後，可申請居留權。
apply-hk-contacts-office = 入境事務處：{ $phone }　電郵 { $mail }
apply-hk-contacts-form = 網上表格支援：{ $phone }，每日上午7時至晚上11時
apply-hk-contacts-status = 查詢申請進度：{ $phone }，24小時
apply-round-open = { $count ->
    [0] { $programmes }：今日（{ $until }）是第{ $round }期的最後一日。未知其後會否再有新一期。
   *[other] { $programmes }：第{ $round }期接受申請至{ $until }（尚餘{ $count }日）。未知其後會否再有新一期。
}
apply-round-between = { $programmes }：現時並無任何一期接受申請。第{ $round }期已於{ $until }結束，未知其後會否再有新一期。
apply-round-coming = { $programmes }：現時並無任何一期接受申請。第{ $round }期於{ $day }開始。
apply-round-partly = { $programmes }：第{ $round }期各項計劃的日期不同，請到官方平台查閱。
apply-round-unknown = { $programmes }：這裏沒有任何一期的資料。
apply-mo-successor-kinds = 共分三類：高端人才、優秀人才和高級專業人才；最後一類須已受聘或獲承諾受聘於本地僱主，擔任所列的緊缺職務
apply-mo-successor-platform = 須開設個人帳戶，在人才發展委員會的專用電子平台申請。日期、文件和手續均在平台公布。
apply-mo-successor-tables = 計分表載於公報，我們未曾查閱，因此未能為你評估。
apply-mo-papers-identity = 護照；香港居民須有身份證及護照，或身份證明書。
apply-mo-papers-home = 澳門住址證明，例如水電費單。
apply-mo-papers-proofs = 你所申報事項的證明：學位、工作、執照。如未能取得，可用同等的官方證明。
apply-mo-papers-language = 文件用中文或葡文；英文正本亦可，其他語文須附經認證的譯本。
apply-mo-papers-not-read = 這不是完整清單：招商投資促進局清單的第二部分，我們未曾查閱，請向該局索取。
apply-mo-together-family = 適用於配偶、事實婚配偶（共同生活最少{ $years }年）及未滿{ $age }歲的子女，由主申請人提出。
apply-mo-together-sign = 只可由申請人簽署；如由他人代為遞交，簽名須經公證。
apply-mo-fees-free = 招商投資促進局的手續免費；其他部門的收費未曾查得。
apply-mo-where-office = 親身或由獲授權的代表到招商投資促進局遞交。
apply-mo-where-check = 可先在網上預檢文件，{ $days }日內以電郵回覆。這並非正式申請。
apply-mo-where-time = 該局沒有訂明處理時間。
apply-mo-stay-window = 在許可最後{ $last }日中的首{ $first }日內申請續期：例如許可至12月31日，便是10月1日至11月30日。逾期不辦，許可即告失效。
apply-mo-stay-test = 原有依據須仍然成立，而你須通常居住於澳門；這並非只看日數。
apply-mo-stay-length = 許可最長{ $years }年，並須在旅行證件到期前最少{ $days }日屆滿。
apply-mo-duties-report = 工作、職位、僱主或家庭狀況有變，或減薪，須於{ $days }日內以書面通知招商投資促進局，否則可能失去許可。
apply-checked = 查閱日期：{ $day }。決定權只屬當局。
