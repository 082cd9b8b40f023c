language-name = 简体中文
language-order = 3
language-locale = zh_Hans_CN
language-ask = 你想使用哪种语言？
list-separator = {"、"}
sentence-separator = {"；"}
goodbye = 再见。你在这里说过的内容都没有保存。
goodbye-card = 再见。除结果卡外，你在这里说过的内容都没有保存；结果卡的PDF文件里有你的回答（已加密）。

notice-title = 开始之前
notice-purpose = 想以人才身份到香港或澳门定居？Yauchoi（优才）帮你对照两地的甄选规则，看看自己符合哪些要求：每项只问一个简短的问题，最后如实给出结果，并附上理由和来源。
notice-limits = 这里提供的只是信息，不构成法律意见；Yauchoi也不是政府机构。只有政府有权决定，谁都不能保证你获批。
notice-privacy = 你不用提供姓名和证件。你的回答只用于得出你自己的结果。
notice-agree = 开始
notice-rules-changed = 你开始之后，规则有了变化：现在施行的是{ $day }版。你的回答只要仍然适用，都已保留。
notice-rules-ended = 你开始时适用的规则已经失效，这里没有之后的规则。请向主管部门查询。
notice-dropped = 以下回答与你的新回答不再相符，如果仍有需要，会重新问你：{ $facts }。

scheme-ask = 你想了解哪条途径？

progress = 第{ $number }题，共约{ $total }题
progress-former = { $count ->
    [1] 旧版计分制：还有1题
   *[other] 旧版计分制：预计还有{ $count }题
}
ask-again = 你之前的回答：{ $told }

control-unsure = 不确定
control-back = 上一步
control-edit = 修改回答
control-why = 为什么问这个
control-person = 官方联系方式
control-resume = 继续
control-restart = 重新开始
control-language = 切换语言

person-offer = 有些问题最好直接咨询。以下是官方联系方式。
contacts-hong-kong =
    香港入境事务处：(852) 2824 6111（周一至周五上午8:45至下午5:15，周六上午9时至中午12时，公众假期除外），邮箱 enquiry@immd.gov.hk
    在线表格协助：(852) 3128 8668，每天上午7时至晚上11时
    查询申请进度：(852) 3160 8663，24小时
contacts-macao =
    第3/2005号行政法规的申请：招商投资促进局（IPIM） https://www.ipim.gov.mo
    人才引进计划：人才发展委员会 https://www.cdqq.gov.mo

review-ask = 你想修改哪个回答？其他回答都会保留。
review-empty = 你还没有回答过问题。
review-line = { $fact }：{ $told }

problem-not-here = 这一步不能这样做。请从下面的选项中选一个。
problem-stale = 那个选项已经失效。下面是你现在所在的步骤。
problem-not-an-option = “{ $found }”不在选项之中。请输入选项的数字、字母或文字。
problem-no-edition = { $scheme }在那一天还没有规则，最早的一版于{ $day }生效。请选一个更晚的日期。
problem-too-long = 你输入了{ $found }个字符，最多只能读取{ $most }个。请简短作答。
problem-empty = 这一行是空的。请输入选项的数字或字母，或者直接输入你的回答。
problem-control-character = 输入中有无法识别的字符。请重新输入你的回答。
problem-number-expected = 没能读懂“{ $found }”。请用阿拉伯数字输入（例如35），范围是{ $least }到{ $most }，或者选择一个选项。
problem-number-outside = “{ $found }”超出了这里可能的范围。请输入{ $least }到{ $most }的数字。
problem-whole-expected = “{ $found }”不是整数。请输入{ $least }到{ $most }的整数。
problem-nation-expected = 这里没能识别“{ $found }”。请输入签发护照的国家或地区，或者选择一个选项。
problem-language-expected = 这里没能识别“{ $found }”。请输入语言名称，例如“中文、英语”，用顿号或逗号隔开，或者选择一个选项。
problem-share-in-doubt = “{ $found }”可以指百分比，也可以指占整体的几分之几。请加上百分号，例如60%，或者选择一个选项。
problem-age-in-doubt = “{ $found }”看来不是你的年龄。请用阿拉伯数字输入年龄，例如35，或者输入选项的字母。
problem-hkd-expected = “{ $found }”可能是其他货币，或者不是全年的金额。请换算成港元的全年金额，例如850,000或85万，或者选择一个选项。
problem-amount-in-doubt = “{ $found }”是不是漏了“万”或“千”，或者用小数点代替了逗号？请输入完整金额，例如850,000或85万，或者选择一个选项。
problem-amount-outside = “{ $found }”超出了这里可能的范围。请输入金额，例如850,000或85万，或者选择一个选项。
problem-amount-expected = 没能读懂“{ $found }”这个金额。请用阿拉伯数字输入，例如850,000或85万，或者选择一个选项。
problem-odds = “{ $found }”：没有人能预知获批的机会，这里也不作估计，只有政府有权决定。请看清自己符合哪些要求，再选择下一步。
problem-which-script = “{ $found }”可以是繁体或简体。请选择其中一种。
problem-two-readings = “{ $found }”在这里可能有两种意思，为免误会，请选择一个选项，或者输入选项的文字。
problem-above = 这超过了另一个回答（{ $other }：{ $bound }）。请填一个较小的数字，或者修改那个回答。
