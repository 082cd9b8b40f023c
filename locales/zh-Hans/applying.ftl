apply-title-start = 申请之前
apply-title-failed = 目前的障碍
apply-title-documents = 你的材料清单
apply-title-family = { $count ->
    [1] 受养人（随行家属）的材料
   *[other] { $count }名受养人（随行家属），每人的材料
}
apply-title-successor = 取而代之的途径
apply-title-papers = 材料与电子文件
apply-title-together = 一起递交和签名
apply-title-fees = 费用
apply-title-where = 申请方法
apply-title-stay = 逗留期限和续签
apply-title-duties = 获批后的通知义务
apply-title-contacts = 官方联系方式

apply-lead-falls-short = 根据你提供的信息，你未达门槛。以下是日后情况有变时，申请需要的材料和手续。
apply-lead-open = 结果仍未定。标有“如适用”的各项，取决于你还没有给出的回答。
apply-lead-review = 你的证明够不够，由评审人员判断。以下是申请需要的材料和手续。
apply-failed = 所以这里不列清单：先要改变这一点。如果只是答错了，改过来就行。
apply-unknown = 在{ $day }申请需要什么，这里没有资料。请向主管部门查询。

apply-row = { $count ->
    [1] { $document }：1个文件
   *[other] { $document }：最多{ $count }个文件
}
apply-row-starred = { $count ->
    [1] { $document }*：1个文件
   *[other] { $document }*：最多{ $count }个文件
}
apply-row-open = { $row }，如适用
apply-sure = { $text }（{ $sure }）
apply-sure-sentence = { $text }（{ $sure }）。
apply-sure-official = 官方资料
apply-sure-several = 多个来源
apply-sure-single = 单一来源
apply-sure-inferred = 我们的推断
apply-row-star = 星号（*）表示必须提交，依据2024年的一份清单。
apply-row-left-out = 以下各项不计入你的评核，所以没有列出：{ $documents }。

apply-hk-list = 文件数量的上限出自官方，材料名称由多个来源拼合而成；另有一栏（{ $count }个文件，可能是其他材料）不能确定。正式清单见官方指南ID(C) 982第三部分。
apply-hk-row-travel-document = 旅行证件
apply-hk-row-photograph = 近照
apply-hk-row-identity-card = 香港身份证（如有）
apply-hk-row-net-worth = 个人资产净值证明
apply-hk-row-academic = 学历和专业资格
apply-hk-row-work = 工作经验
apply-hk-row-ownership = 企业所有权
apply-hk-row-income = 全年收入记录
apply-hk-row-language = 语文能力
apply-hk-row-other = 其他证明材料
apply-hk-row-achievements = 成就
apply-hk-family-travel-document = 旅行证件
apply-hk-family-photograph = 近照
apply-hk-family-relationship = 关系证明（结婚证、出生证明）
apply-hk-family-other = 其他材料（澳门、台湾、海外）

apply-hk-papers-files = JPEG、PDF、GIF、PNG或TIF格式，每个文件不超过{ $megabytes }MB。有照片的用彩色，其他用灰度。
apply-hk-papers-photograph = 照片：JPEG格式，至少{ $width } × { $height }像素
apply-hk-papers-translation = 材料不是中文或英文？请附中文或英文译本，并由宣誓翻译员、法庭翻译员、获授权的公共翻译员、持证翻译员、专家翻译员或官方翻译员证明译文与原文相符。
apply-hk-papers-verification = 学历须由入境事务处所列的机构或颁授院校核实；官方没有写明上传到哪一栏。
apply-hk-papers-originals = 可能要求查看原件，也可能来信要求补交材料。

apply-group = 最多{ $most }份申请可以一起递交；我们理解为你加上{ $family }名受养人（随行家属）。
apply-hk-together-sign-alone = 由你签名，确认内容属实。
apply-hk-together-sign = 你和受养人都要签名；未满{ $age }岁的子女由父母或合法监护人代签。
apply-hk-together-acknowledgement = 递交后没有看到确认信息？请重新递交。

apply-fees-now = { $count ->
    [1] 申请费（递交时缴付）：{ $each }港元，概不退还。
   *[other] 申请费（递交时缴付）：{ $count } × { $each }港元 = { $sum }港元，概不退还。
}
apply-fees-later = { $count ->
    [1] 签发费（获批时缴付，逗留{ $stay }）：{ $each }港元（{ $days }天及以下为{ $within }港元）。
   *[other] 签发费（获批时缴付，逗留{ $stay }）：{ $count } × { $each }港元 = { $sum }港元（{ $days }天及以下为每人{ $within }港元）。
}
apply-fees-sum = 合计：{ $sum }港元。
apply-hk-fees-hour = 自{ $day }香港时间{ $hour }时起适用；以递交申请的时间为准。
apply-hk-fees-paid = 缴费后可下载电子签证。
apply-fees-unknown = { $day }的收费，这里没有资料。

apply-hk-where-online = 只能在网上申请： { $address }
apply-hk-where-time = 官方没有公布办理时间；2024年官员曾希望约为六个月
apply-hk-where-abroad = 持中国护照而住在内地、香港、澳门、台湾以外：须从海外申请，并在当地有永久居留权或已住满一年。
apply-hk-where-mainland = 内地居民获选后，要有工作单位或有关部门的同意书，以及往来港澳通行证和相应签注。

apply-stay = 首次逗留期限（如获批）：{ $stay }。期间可以自由工作、换工作或创业。
apply-length-months = { $count }个月
apply-length-years = { $count }年
apply-hk-stay-settle = 续签（延长逗留期限）时要证明已着手在港定居，例如受雇或创业；再往后还要证明有所贡献。须身在香港，在网上申请。
apply-hk-stay-pattern = 一般先续{ $first }年，再续{ $second }年；在港满{ $years }年，而上一课税年度薪俸税应评税入息达到{ $income }，可以一次获批{ $once }年。
apply-hk-stay-self-support = 续签主要须证明你能维持自己的生活
apply-hk-stay-window = 何时申请续签：逗留期限届满前{ $weeks }周内。
apply-hk-stay-window-unsettled = 何时申请续签没有定论：官方网页说届满前{ $weeks }周内，一份报纸说自{ $day }起为{ $months }个月内。请先查询。
apply-hk-stay-abode = 在香港连续通常居住满{ $years }年后，可以申请居留权。

apply-hk-contacts-office = 入境事务处：{ $phone }　邮箱 { $mail }
apply-hk-contacts-form = 在线表格协助：{ $phone }，每天上午7时至晚上11时
apply-hk-contacts-status = 查询申请进度：{ $phone }，24小时

apply-round-open = { $count ->
    [0] { $programmes }：今天（{ $until }）是第{ $round }期的最后一天。之后是否还有新一期，目前没有消息。
   *[other] { $programmes }：第{ $round }期接受申请至{ $until }（还剩{ $count }天）。之后是否还有新一期，目前没有消息。
}
apply-round-between = { $programmes }：目前没有接受申请的轮次。第{ $round }期已于{ $until }结束，之后是否还有新一期，目前没有消息。
apply-round-coming = { $programmes }：目前没有接受申请的轮次。第{ $round }期于{ $day }开始。
apply-round-partly = { $programmes }：第{ $round }期各项计划的日期不同，请到官方平台查看。
apply-round-unknown = { $programmes }：这里没有任何一期的资料。

apply-mo-successor-kinds = 共分三类：高端人才、优秀人才、高级专业人才；最后一类要已受雇或获承诺受雇于澳门本地雇主，担任列出的紧缺职务
apply-mo-successor-platform = 在人才发展委员会的专用电子平台申请，须开设个人账户。日期、材料和手续都在平台公布。
apply-mo-successor-tables = 计分表载于公报，我们没有查阅过，所以无法为你评估。
apply-mo-papers-identity = 护照；香港居民要有身份证和护照，或身份证明书。
apply-mo-papers-home = 澳门住址证明，例如水电费单。
apply-mo-papers-proofs = 你所申报内容的证明：学位、工作、执照。拿不到的，可用同等的官方证明。
apply-mo-papers-language = 材料用中文或葡文；英文原件也可以，其他语言要附经认证的译本。
apply-mo-papers-not-read = 这不是完整清单：招商投资促进局清单的第二部分，我们没有查阅过，请向该局索取。
apply-mo-together-family = 适用于配偶、事实婚配偶（共同生活至少{ $years }年）和未满{ $age }岁的子女，由主申请人提出。
apply-mo-together-sign = 只能由申请人签名；如由他人代为递交，签名要经公证。
apply-mo-fees-free = 招商投资促进局的手续免费；其他部门的收费没有查到。
apply-mo-where-office = 本人或由获授权的代表到招商投资促进局递交。
apply-mo-where-check = 可以先在网上预检材料，{ $days }天内以电子邮件答复。这还不是正式申请。
apply-mo-where-time = 该局没有规定办理时间。
apply-mo-stay-window = 在许可最后{ $last }天中的头{ $first }天内申请续期：例如许可到12月31日，就是10月1日至11月30日。逾期不办，许可就会失效。
apply-mo-stay-test = 当初的依据必须仍然成立，而且你必须以澳门为通常居住地；这并不只看天数。
apply-mo-stay-length = 许可最长{ $years }年，而且要在旅行证件到期前至少{ $days }天届满。
apply-mo-duties-report = 工作、职位、雇主或家庭有变，或者减薪，要在{ $days }天内书面通知招商投资促进局，否则可能失去许可。

apply-checked = 查阅于{ $day }。只有主管部门有决定权。
