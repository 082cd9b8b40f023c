result-title = { $scheme } · { $day }版
result-bar = { $bar }
brief-met = ✓ { $name }
brief-not-met = ✗ { $name }
brief-open = ? { $name }
brief-told = { $line }：{ $told }
brief-points = { $name }：{ $points }分（最高{ $maximum }分）
brief-points-open = ? { $name }：{ $least }至{ $most }分（最高{ $maximum }分）
brief-points-told = { $line }；{ $told }
brief-doubtful = { $line } *
result-doubts = {"*"} 各來源未有定論，可影響結果；見「{ $look }」
value-not-told = 未有提供
told-more = { $told }及另外{ $count }種
told-and = { $first }；{ $then }
former-short = 作為比較：舊計分制（{ $day }版），按最後一日（{ $last }）的規定評核
former-kept = 新申請按現行制度評核；{ $day }之前遞交的申請沿用舊準則。
footer-hong-kong = 規則於{ $checked }查閱；決定權屬入境事務處處長。
footer-macao = 取自招商投資促進局（IPIM）文本2024年4月21日的副本，於{ $checked }查閱；決定權屬澳門當局。
footer-nowhere = 這是虛構的計劃，於{ $checked }查閱；沒有人會作出任何決定。
ground-plain =
    { $line }
    { $why }。{ $rule }
ground-better =
    { $line }
    { $why }。較有利的情況：{ $more }。{ $rule }
card-before = 結果卡列出你的結果：一張圖片可供展示，一份PDF可供保存。卡上沒有任何姓名，也不會顯示你的答案。
card-holds = PDF檔案另載有你的答案（已加密）：只有這個機械人的營運者能夠打開，用以核對結果卡。
card-make = 製作結果卡
typed-make = 製作|整|好|結果卡
control-more = 更多…
control-quit = 離開
result-open-first = 請先弄清以下基本資格是否符合：{ $names }。
prerequisite-age = 年齡
prerequisite-nationality = 國籍
prerequisite-means = 財政
prerequisite-record = 品格
prerequisite-language = 語文
prerequisite-education = 學歷
prerequisite-employment = 受僱
prerequisite-member = 會籍
footer-hong-kong-overdue = 請留意：規則於{ $checked }查閱，原定{ $day }前再次查閱。行事前請先向入境事務處核實；決定權屬入境事務處處長。
footer-macao-overdue = 請留意：取自招商投資促進局（IPIM）文本2024年4月21日的副本，於{ $checked }查閱，原定{ $day }前再次查閱。行事前請先向澳門當局核實，決定權屬該當局。
footer-nowhere-overdue = 請留意：虛構的計劃，於{ $checked }查閱，原定{ $day }前再次查閱；沒有人會作出任何決定。
