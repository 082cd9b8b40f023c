result-title = { $scheme } · { $day }版
result-bar = { $bar }
brief-met = ✓ { $name }
brief-not-met = ✗ { $name }
brief-open = ? { $name }
brief-told = { $line }：{ $told }
brief-points = { $name }：{ $points }分（满分{ $maximum }分）
brief-points-open = ? { $name }：{ $least }至{ $most }分（满分{ $maximum }分）
brief-points-told = { $line }；{ $told }
brief-doubtful = { $line } *
result-doubts = {"*"} 各来源没有定论，可能改变结果；见“{ $look }”
value-not-told = 未回答
told-more = { $told }和另外{ $count }种
told-and = { $first }；{ $then }
former-short = 对照：旧版计分制（{ $day }版），按它最后一天（{ $last }）的规则计算
former-kept = 新申请按现行制度评核；{ $day }之前递交的申请仍按旧准则。
footer-hong-kong = 规则查阅日期：{ $checked }；是否获批由入境事务处处长决定。
footer-macao = 依据2024年4月21日复制的招商投资促进局（IPIM）文本，查阅日期：{ $checked }；是否获批由澳门主管部门决定。
footer-nowhere = 虚构的计划，查阅日期：{ $checked }；没有人作任何决定。
ground-plain =
    { $line }
    { $why }。{ $rule }
ground-better =
    { $line }
    { $why }。更有利的情况：{ $more }。{ $rule }
card-before = 结果卡列出你的结果：一张图片可以展示，一份PDF可以保存。卡上没有任何姓名，也不显示你的回答。
card-holds = PDF里另存有你的回答（已加密）：只有本机器人的运营者能打开，用来核对结果卡。
card-make = 制作结果卡
typed-make = 制作|好|好的|结果卡
control-more = 更多…
control-quit = 退出
result-open-first = 请先弄清以下基本资格是否满足：{ $names }。
prerequisite-age = 年龄
prerequisite-nationality = 国籍
prerequisite-means = 财政要求
prerequisite-record = 良好品格
prerequisite-language = 语文能力
prerequisite-education = 学历
prerequisite-employment = 受雇
prerequisite-member = 会员身份
footer-hong-kong-overdue = 请留意：规则查阅于{ $checked }，本应在{ $day }前再次查阅。请先向入境事务处核实；是否获批由其处长决定。
footer-macao-overdue = 请留意：依据2024年4月21日复制的招商投资促进局（IPIM）文本，查阅于{ $checked }，本应在{ $day }前再次查阅。请先向澳门主管部门核实；是否获批由其决定。
footer-nowhere-overdue = 请留意：虚构的计划，查阅于{ $checked }，本应在{ $day }前再次查阅；没有人作任何决定。
