look-why = 为什么是这个结果？
look-back = 返回结果
look-ways = 怎样可以改变结果？
look-when = 以后结果会变吗？
look-next = 下一步怎么做
look-trying = 换一个回答会怎样？
look-card = 获取结果卡


outcome-meets = 已达门槛
outcome-falls-short = 未达门槛
outcome-review = 须由官方评审
outcome-ineligible = 基本资格有一项未满足
outcome-closed = 途径已关闭
outcome-open = 仍未定

ways-title = 怎样可以改变结果
certificate-closed = 怎么改变都没有用：这条途径已不再接受这类申请。
certificate-people = 不需要任何改变，已经可以交由主管部门审核；由主管部门决定。
certificate-points-none = 不需要任何改变：已达到最低及格分数。
certificate-criteria-none = 不需要任何改变：符合的准则已经够递交申请。符合更多准则的申请会得到更有利的考虑。
certificate-blocked = 你能做的任何改变都补救不了这一点。{ $failed }
certificate-mended = { $count ->
    [1] 改变一项就够了；不改变，基本资格就有一项未满足。
   *[other] 同时改变{ $count }项就够了；再少，就有一项基本资格未满足，或者达不到门槛。
}
certificate-unsure = { $count ->
    [1] 改变一项就够了；不改变，就无法确定基本资格是否满足。
   *[other] 同时改变{ $count }项就够了；再少，就无法确定基本资格都满足并达到门槛。
}
certificate-points-one = 改变一项就够了：你还差{ $count }分。
certificate-criteria-one = 改变一项就够了：你还差{ $count }项。
certificate-points-more = { $count ->
    [2] 只改变一项不够：最多只能增加{ $added }分，而你还差{ $short }分。同时改变两项就够了。
   *[other] 至少要同时改变{ $count }项：少改一项，最多只能增加{ $added }分，而你还差{ $short }分。
}
certificate-criteria-more = { $count ->
    [2] 只改变一项不够：最多只能多符合{ $added }项准则，而你还差{ $short }项。同时改变两项就够了。
   *[other] 至少要同时改变{ $count }项：少改一项，最多只能多符合{ $added }项准则，而你还差{ $short }项。
}
certificate-points-never = 光靠你能做的改变还不够：全部加起来是{ $reach }分，而最低及格分数是{ $need }分。
certificate-criteria-never = 光靠你能做的改变还不够：全部加起来符合{ $reach }项准则，而需要符合{ $need }项。
certificate-untold = 要先知道以下信息，才能确定哪些改变足够：{ $facts }。
certificate-no = 光靠你能做的改变还不够。
way-points = 可得{ $score }分：{ $changes }
way-criteria = 可符合{ $score }项：{ $changes }
way-plain = { $changes }
way-under = { $way }，届时须仍未满{ $age }岁
change-and = { $first }；{ $then }
change-from = { $fact }（{ $before } → { $after }）
change-untold = { $fact }（{ $after }）
ways-more = 另有{ $count }种做法，需要改变的项数相同。
ways-order = 差距较小的排在前面，只为方便阅读；每项改变要多久，规则里没有说。
ways-untold = 以下信息还没有提供，因此按最低计算：{ $facts }。
nearest-title = 还没有符合的准则（差距较小的排在前面）
nearest-line = { $name }：{ $changes }

course-title = 以后结果会变吗？
course-rules = 按现行规则（{ $day }版）推算，并假设你的工作照旧、其他情况不变。规则随时可能更改。
course-coarse = 以下回答只是一个范围，所以日期只是大致的：{ $facts }。
course-today = { $day }（今天）：{ $stands }
course-event = { $day }：{ $stands }
course-event-because = { $day }：{ $stands }（{ $facts }）
course-still = 十年之内，结果不会随时间变化。
month-title = 如果在{ $month }申请
chart-title = 图表
chart-line = { $day } { $bar }
chart-legend = ■ 确定　▨ 可能　□ 未达　│ 门槛
when-ask = 输入打算申请的月份（例如2027-05），就能看到那时的结果；输入出生年月（例如1985-05），日期会更准确。
notice-born = 已记下你的出生年月：{ $month }。
problem-month-expected = “{ $found }”无法识别为月份。请按“2027-05”或“2027年5月”的格式输入。
problem-month-far = { $month }太远了：这里最多只按现行规则推算{ $years }年。请输入更早的月份。
problem-age-disagrees = 这个年龄与你给的出生日期不符（按该日期应为{ $age }岁）。请核对两者。
problem-born-later = 出生日期{ $found }在{ $on }之后。请核对日期。

reasons-title = 评核了哪些项目，依据哪条规则
conditions-title = 须先满足的基本资格
sources-title = 来源
ground-rule = { $marks } { $sure }
condition-met = ✓ { $text }{ $rule }
condition-not-met = ✗ { $text }{ $rule }
condition-open = ? { $text }{ $rule }
source-numbered = [{ $number }] { $source }（查阅日期：{ $read }）

trying-ask = 你想试试改变哪个回答？你说过的内容都会保留。
compare-title = 换一个回答会怎样？
compare-now = 现在：{ $stands }。
compare-then = 改变后：{ $stands }。
compare-line = { $name }：{ $before } → { $after }
compare-same = 结果没有任何变化。
compare-open = 那时还有{ $count }项信息会影响结果，目前还没有回答。
compare-keep = 采用新回答
compare-again = 再试一个
factor-met = 符合
factor-not-met = 未符合
factor-open = 未定
factor-points = { $points }分
factor-between = { $least }至{ $most }分

next-family = 更改随行人数
ask-dependants = 会有几位家人和你一起申请（配偶，以及未满18岁的未婚子女）？
ask-dependants-why = 费用按人数计算，随行家属也要有各自的材料。这不影响评核结果。
fact-dependants = 一起申请的家人
hint-people = 也可以直接输入人数，最多8人。
amount-people = { $count }人
band-people-from = { $low }人及以上
band-people-below = 不到{ $high }人
band-people-whole = { $low }至{ $high }人
band-people-none = 没有，只有我
ask-birth_date = 你是哪年哪月出生的？
ask-birth_date-why = 有了出生年月，就能准确推算年龄什么时候影响结果。只要年份和月份。
hint-day = 请按“1985-05”或“1985年5月”的格式输入；愿意提供日期的话，可输入“1985-05-12”。
card-offer = 这是你的结果卡：一张图片可以展示，一份PDF可以保存。卡上没有任何姓名。
stands = { $result }，{ $outcome }
certificate-door = { $count ->
    [1] 改变以下其中一项，就可以交由评审人员判断。
   *[other] 要同时改变{ $count }项，才可以交由评审人员判断。
}
