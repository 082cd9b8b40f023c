scheme-hk-qmas-gpt = 香港优秀人才入境计划（综合计分制）
scheme-hk-qmas-gpt-choice = 香港优才计划：综合计分制
scheme-hk-qmas-apt = 香港优秀人才入境计划（成就计分制）
scheme-hk-qmas-apt-choice = 香港优才计划：成就计分制
scheme-mo-technical = 澳门临时居留许可（管理人员及具备特别资格的技术人员）
scheme-mo-technical-choice = 澳门：管理和技术人员（已关闭）
scheme-mo-talents = 人才引进计划
law-mo-talents = 第7/2023号法律
scheme-zz-demo = 虚构计划

early-points-meets = { $count ->
    [1] 还有1题。你可以继续答，看清自己的具体情况。
   *[other] 预计还有{ $count }题。你可以继续答，看清自己的具体情况。
}
early-criteria-meets = { $count ->
    [1] 还有1题。符合更多准则的申请会得到更有利的考虑，所以值得继续答下去。
   *[other] 预计还有{ $count }题。符合更多准则的申请会得到更有利的考虑，所以值得继续答下去。
}
early-points-falls-short = 剩下的{ $count }题无论怎么答，都改变不了这一点。你仍然可以答完，看清自己的具体情况。
early-criteria-falls-short = 剩下的{ $count }题无论怎么答，都改变不了这一点。你仍然可以答完，看清自己的具体情况。
early-points-review = { $count ->
    [1] 还有1题。你可以继续答，看清自己的具体情况。
   *[other] 预计还有{ $count }题。你可以继续答，看清自己的具体情况。
}
early-criteria-review = { $count ->
    [1] 还有1题。你可以继续答，看清自己的具体情况。
   *[other] 预计还有{ $count }题。你可以继续答，看清自己的具体情况。
}
early-go-on = 继续答题
early-go-historic = 看看六项要素的分析
early-enough = 现在就看结果

stopped-kind = 还没付钱给任何人就知道这一点，总比事后知道好。如果只是答错了，改过来就行；如果情况以后可能会变，到时候再来。
stopped-change = 修改那个回答
stopped-hk-points = 根据你提供的信息，这套计分制的基本资格有一项未满足。
stopped-hk-criteria = 根据你提供的信息，基本资格有一项未满足，因此不会进入{ $all }项准则的评核。
stopped-hk-achievement = 根据你提供的信息，这套计分制的基本资格有一项未满足。
stopped-mo = 根据你提供的信息，这条途径不适合你的情况。
stopped-demo = 有一项基本资格未满足。
edition-name = { $scheme }{ $day }版

result-ineligible = 根据你提供的信息，基本资格有一项未满足。这样的申请不会进入评核，会直接被拒绝。

result-points-meets = 根据你提供的信息，你的得分是{ $score }分（满分{ $all }分），最低及格分数是{ $need }分。当时甄选另行进行，分数高也不保证获得名额。
result-points-meets-between = 根据你提供的信息，你的得分在{ $least }至{ $most }分之间（满分{ $all }分），最低及格分数是{ $need }分。当时甄选另行进行，分数高也不保证获得名额。
result-points-falls-short = 根据你提供的信息，你的得分是{ $score }分（满分{ $all }分），最低及格分数是{ $need }分。
result-points-falls-short-between = 根据你提供的信息，你的得分在{ $least }至{ $most }分之间（满分{ $all }分），最低及格分数是{ $need }分；其余未定的各项无论怎么答，都达不到这个分数。
result-points-review = 根据你提供的信息，你的得分是{ $score }分（满分{ $all }分），不低于最低及格分数{ $need }分。你没有学位，主管部门须先审核你的其他证明。
result-points-review-between = 根据你提供的信息，你的得分在{ $least }至{ $most }分之间（满分{ $all }分），不低于最低及格分数{ $need }分。你没有学位，主管部门须先审核你的其他证明。
result-points-open = 根据你提供的信息，你的得分是{ $score }分（满分{ $all }分），最低及格分数是{ $need }分。有一项基本资格还不清楚，所以结果未定。
result-points-open-between = 根据你提供的信息，你的得分在{ $least }至{ $most }分之间（满分{ $all }分），最低及格分数是{ $need }分。结果仍未定。

result-criteria-meets = 根据你提供的信息，{ $all }项评核准则中你符合{ $score }项；符合{ $need }项就可以递交申请。甄选另行进行，符合更多准则的申请会得到更有利的考虑。
result-criteria-meets-between = 根据你提供的信息，{ $all }项评核准则中你符合{ $least }至{ $most }项；符合{ $need }项就可以递交申请。甄选另行进行，符合更多准则的申请会得到更有利的考虑。
result-criteria-falls-short = 根据你提供的信息，{ $all }项评核准则中你符合{ $score }项；递交申请需要符合{ $need }项。
result-criteria-falls-short-between = 根据你提供的信息，{ $all }项评核准则中你符合{ $least }至{ $most }项；递交申请需要符合{ $need }项，其余未定的各项无论怎么答，都达不到这个数。
result-criteria-review = 根据你提供的信息，{ $all }项评核准则中你符合{ $score }项；需要符合{ $need }项。你没有学位，主管部门须先审核你的其他证明。
result-criteria-review-between = 根据你提供的信息，{ $all }项评核准则中你符合{ $least }至{ $most }项；需要符合{ $need }项。你没有学位，主管部门须先审核你的其他证明。
result-criteria-open = 根据你提供的信息，{ $all }项评核准则中你符合{ $score }项；需要符合{ $need }项。有一项基本资格还不清楚，所以结果未定。
result-criteria-open-between = 根据你提供的信息，{ $all }项评核准则中你符合{ $least }至{ $most }项；递交申请需要符合{ $need }项。结果仍未定。

result-doors-review = 根据你提供的信息，成就计分制的两项要求中，你或许符合一项。成就是否杰出，由评审人员判断，程序不会代为判断。
result-doors-falls-short = 根据你提供的信息，成就计分制的两项要求，你都没有符合：一项是获得过杰出成就奖，另一项是工作获同行肯定。
result-doors-open = 结果仍未定，因为决定结果的信息还不齐全。

result-labels = 下面是你的回答对照官方公布的文字得出的分析。这里不打分：官方没有公布计分方法，各项要素按个案衡量，由主管部门决定。
result-labels-human = 下面是你的回答对照官方公布的文字得出的分析。这里不打分：官方没有公布计分方法。其中至少有一点，请先向招商投资促进局或专业人士咨询，再以此为依据。
result-labels-alone = 你所说的情况属于第6项要素，所以这里不再多作分析。官方文本称之为不利因素，但没有说这是绝对障碍：请向招商投资促进局或专业人士咨询。
result-labels-aside = 续期和惠及家团成员（家人）的申请，不按这六项要素审批。续期时，当初获批的依据必须仍然成立，而且你必须以澳门为通常居住地；变动要在30天内书面通知招商投资促进局（IPIM）。你的情况请向该局查询。
result-labels-urgent = 变动没有在30天内通知，可能会因此失去许可。现在已超过30天：请立即联系招商投资促进局（IPIM）或律师。续期不按这六项要素审批。

result-closed = 这条途径已不再接受这类申请。
result-closed-since = 根据{ $law }《人才引进法律制度》，这条途径自{ $day }起不再接受首次申请。列有各项要素的网页虽然仍可浏览，但途径已经关闭。同一行政法规下的重大投资途径仍可向招商投资促进局（IPIM）申请。
successor-open = 取而代之的是{ $successor }。第{ $count }期接受申请至{ $until }。之后是否还有新一期，目前没有消息。详见 https://www.cdqq.gov.mo
successor-between = 取而代之的是{ $successor }。第{ $count }期已于{ $until }结束；之后是否还有新一期，目前没有消息。请向人才发展委员会查询。
successor-later = 取而代之的是{ $successor }。是否有正在接受申请的一期，目前没有消息。请向人才发展委员会查询。
labels-historic = 以下是过往安排，仅供参考：这六项要素在当时的分析如下。

label-advantage = 对你有利
label-neutral = 中性
label-disadvantage = 对你不利
label-disadvantage-human = 对你不利，请先咨询
label-disadvantage-strong-human = 对你很不利，请先咨询
label-disadvantage-serious-human = 对你严重不利，请先咨询
label-open = 未评估
line-unsettled = · { $text }

result-former = 按旧版80分制会怎样？
former-title = 作为对照：用你现在的情况，按{ $edition }最后一天（{ $day }）的规则评核
former-ineligible = 旧版计分制的基本资格有一项未满足。
short-ineligible = 基本资格有一项未满足
short-points = { $score }分（满分{ $all }分）
short-points-between = { $least }至{ $most }分（满分{ $all }分）
short-criteria = { $all }项准则中符合{ $score }项
short-criteria-between = { $all }项准则中符合{ $least }至{ $most }项

result-open-unsure = 因为你答了“不确定”，以下各项仍未定：{ $facts }。
result-open-not-told = 还没回答：{ $facts }。
unsettled-title = 各个来源都没有定论的问题
footer-revision = 本版数据的修订号为{ $revision }：更正了一处差错。
footer-stale = 请留意：这些规则本应在{ $day }前重新查阅，现在日期已过。请先向主管部门核实，再以此为依据。
