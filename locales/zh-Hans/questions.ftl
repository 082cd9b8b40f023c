value-unsure = 不确定
option-yes = 是
option-no = 否

hint-age = 也可以直接输入年龄。
hint-years = 也可以直接输入年数，例如7或7.5。
hint-percent = 也可以直接输入百分比。
hint-hkd = 也可以直接输入港元金额，例如850,000或85万；人民币等其他货币请先换算成港元。
hint-children = 也可以直接输入人数。
hint-count = 也可以直接输入数量。
hint-nation = 也可以直接输入签发护照的国家或地区。
hint-languages = 也可以直接输入语言名称，用逗号隔开。

days-until = { $day }或之前
days-from = { $day }或之后
days-between = { $first }至{ $last }

amount-age = { $count }岁
amount-years = { $count }年
amount-percent = { $count }%
amount-hkd = { $scale ->
    [myriad] { $scaled }万港元
    [myriad-myriads] { $scaled }亿港元
   *[plain] { $amount }港元
}
amount-mop = { $scale ->
    [myriad] { $scaled }万澳门元
    [myriad-myriads] { $scaled }亿澳门元
   *[plain] { $amount }澳门元
}
amount-children = { $count }个
amount-count = { $count }项

band-age-from = { $low }岁及以上
band-age-below = 不满{ $high }岁
band-age-whole = { $low }至{ $high }岁
band-age-none = 不满1岁
band-years-from = { $low }年及以上
band-years-below = 不满{ $high }年
band-years-range = 满{ $low }年，不满{ $high }年
band-years-none = 没有
band-years-some = 有
band-percent-from = { $low }%及以上
band-percent-below = 不足{ $high }%
band-percent-range = { $low }%至不足{ $high }%
band-hkd-from = { $low }及以上
band-hkd-below = 不足{ $high }
band-hkd-range = { $low }至不足{ $high }
band-mop-from = { $low }及以上
band-mop-below = 不足{ $high }
band-mop-range = { $low }至不足{ $high }
band-children-from = { $low }个及以上
band-children-below = 不到{ $high }个
band-children-whole = { $low }至{ $high }个
band-children-none = 没有
band-count-from = { $low }项及以上
band-count-below = 不到{ $high }项
band-count-whole = { $low }至{ $high }项
band-count-none = 没有

ask-age = 递交申请那天，你是多少周岁？
ask-age-why = 每一版规则都要求年满18岁；2008年1月以前的第一版还规定上限为50岁。
ask-age-why-hk-criteria = 申请人须年满{ $age_1 }岁。超过{ $age_2 }岁并不妨碍申请，只是在综合计分制的{ $all }项准则中少一项。
fact-age = 申请当日的年龄
fact-birth_date = 出生日期

ask-nationality = 你是否持有以下某个国家的护照？如果有，请选那个国家。
ask-nationality-why = 有少数国家的国民不能申请。这份名单历年有变，这里用的是你申请当日的名单。韩国、越南、老挝和尼泊尔国民目前可以申请。
fact-nationality = 护照签发国家或地区
option-nationality-other = 不属于所列国家
option-nationality-none-of-these = 以上都不是
nation-KP = 朝鲜

ask-self_supporting = 你是否能够负担自己和随行家人的生活和住宿，而不需要公共援助？
ask-self_supporting-why = 这是一项基本资格。官方没有公布最低金额；中介常说的20万港元之类的数字，并非官方要求。
fact-self_supporting = 能自行负担生活

ask-clean_record = 在香港和其他地方，你的记录是否清白，即没有刑事罪行记录，也没有不良入境记录？
ask-clean_record-why = 这是一项基本资格。请不要在这里写任何细节，选一个选项就够了。如果不确定，请在申请前先向主管部门查询。
fact-clean_record = 刑事罪行及入境记录
option-clean_record-yes = 清白，没有记录
option-clean_record-no = 有记录

ask-degree = 你的最高学历或专业资格是什么？
ask-degree-why = 良好的学历（通常是学士学位）是一项基本资格。旧版计分制也按学历给分。
fact-degree = 最高学历或专业资格
option-degree-none = 没有学位
option-degree-bachelor = 学士学位
option-degree-professional = 专业资格
option-degree-two-bachelors = 两个学士学位
option-degree-master = 硕士学位
option-degree-two-masters = 两个硕士学位
option-degree-doctorate = 博士学位
option-degree-two-doctorates = 两个博士学位

ask-other_proof = 如果没有学位：你是否有充分的书面证明，说明你的技术资格、专业能力或成就？
ask-other_proof-why = 在特殊情况下，这类证明可以代替学位。你的证明是否足够，要由主管部门判断，结果里也会这样写明。
fact-other_proof = 技术或专业证明

ask-listed_degree = 优才计划有自己的合资格大学名单。你从名单上的大学取得的最高学位是什么？
ask-listed_degree-why = 名单上大学的硕士或博士学位，符合一项准则；学士学位不算，无论学校多有名。据报道，这份名单是高端人才通行证计划的名单，再加六所商学院；这里只知道其中一部分。
fact-listed_degree = 名单大学的学位
option-listed_degree-none = 没有名单上大学的学位
option-listed_degree-bachelor = 学士学位
option-listed_degree-master = 硕士学位
option-listed_degree-doctorate = 博士学位

ask-renowned_degree = 你从国际认可的著名院校取得的最高学位是什么？
ask-renowned_degree-why = 2015年至2024年的计分制为这样的学位加30分：QS、软科（ARWU）、泰晤士高等教育或US News排名前100，或者US News文理学院排名前30。这不是现在的名单。
fact-renowned_degree = 著名院校的学位
option-renowned_degree-none = 没有
option-renowned_degree-bachelor = 学士学位
option-renowned_degree-master = 硕士学位
option-renowned_degree-doctorate = 博士学位

ask-stem = 你从名单上的大学取得的硕士或博士学位，是否至少有一个属于科学、科技、工程或数学学科？
ask-stem-why = 这类学位另外符合一项准则。难以界定的学科（经济学、商业分析、心理学、建筑学、工商管理硕士）算不算，没有定论：如果你的学科属于这种情况，请选“不确定”。
fact-stem = 名单大学STEM学位

ask-languages = 哪些语言，你既写得好也说得好？
ask-languages-why = 旧版计分制要求中文或英语。普通话和粤语在这里合算一种，因为没有任何来源说它们是两种。
ask-languages-why-hk-criteria = 英语良好符合一项准则，任何两种语言良好符合另一项。普通话和粤语在这里合算一种，因为没有任何来源说它们是两种。
fact-languages = 语言能力
option-languages-none = 都没有
option-languages-chinese-english = 中文和英语
option-languages-chinese = 中文
option-languages-english = 英语
option-languages-chinese-other = 中文和另一种语言，非英语
option-languages-english-other = 英语和另一种语言，非中文
option-languages-other = 其他语言，一种
option-languages-other-another = 其他语言，两种及以上
languages-other = 一种其他语言
languages-others = 两种及以上其他语言

ask-graduate_years = 你有多少年相当于学位程度或专家水平的工作经验？
ask-graduate_years-why = 相当于学位程度或专家水平的工作年数都算。没有规定说必须连续，几份工作的年数看来可以累计。
fact-graduate_years = 学位/专家水平年数

ask-senior_years = 在相当于学位程度或专家水平的工作中，你有多少年担任高级职位？
ask-senior_years-why = 旧版计分制对担任高级职位的年数给分更高。官方没有给出定义；按顾问的理解，是指大公司的部门主管或项目负责人。
fact-senior_years = 高级职位年数

ask-international_years = 在相当于学位程度或专家水平的工作中，你有多少年属于国际工作经验？
ask-international_years-why = 满{ $international_years }年就符合要求。官方对什么算“国际”的说明没有查到；按顾问的理解，是指在自己的国家或地区以外工作。
fact-international_years = 国际工作年数

ask-reputable_years = 在相当于学位程度或专家水平的工作中，你有多少年在跨国公司或知名企业？
ask-reputable_years-why = 满{ $reputable_years }年就符合要求。官方举的例子有上市公司、《福布斯》全球企业2000强、《财富》世界500强和胡润中国500强。子公司算不算，没有定论。
fact-reputable_years = 跨国/知名企业年数

ask-sector_years = 在相当于学位程度或专家水平的工作中，你有多少年从事创新及科技、金融或国际贸易？
ask-sector_years-why = 有{ $sector_years }年这样的经验，就符合一项准则。国际贸易包括跨境海运、空运和供应链管理。
fact-sector_years = 指定行业年数

ask-talent_list = 你是否符合人才清单上某项职业的要求？
ask-talent_list-why = 2018年8月28日至2024年10月31日，符合的话可得30分。这一项不在现行准则之内。
fact-talent_list = 人才清单上的职业

ask-hkpr_relative = 你是否有直系家庭成员是香港永久性居民，而且住在香港？
ask-hkpr_relative-why = 在旧版计分制中，这一项可得5分。它不在现行准则之内。
fact-hkpr_relative = 直系亲属住在香港

ask-spouse_with_degree = 是否有具备学位的配偶与你同行？
ask-spouse_with_degree-why = 在旧版计分制中，随行配偶具备学位程度的学历，可得5分。这一项不在现行准则之内。
fact-spouse_with_degree = 有学位的配偶随行

ask-children = 会有几个18岁以下的未婚子女随行？
ask-children-why = 在旧版计分制中，每个子女5分，最多10分。这一项不在现行准则之内。
fact-children = 随行子女

ask-income_hkd = 紧接递交申请前的一年，你的全年收入是多少港元？
ask-income_hkd-why = 达到{ $income_hkd }，就符合一项准则。按一家顾问公司的理解，薪酬、津贴和来自自己公司的收入算在内，投资收益不算。指的是不是税前收入，没有定论。
fact-income_hkd = 全年收入

ask-business = 你现在是否拥有企业，或者持有企业的一部分？请选对你最有利的一项。
ask-business-why = 有两项准则看这一点：一是所拥有的企业在紧接申请前一年利润至少{ $business_profit_hkd }，二是拥有一家上市公司。
fact-business = 现在拥有的企业
option-business-none = 没有
option-business-unlisted = 非上市企业
option-business-listed = 上市公司

ask-business_share = 你持有多少比例的股权？
ask-business_share-why = “拥有”是指持有非上市企业至少{ $business_share_1 }%，或者一般持有上市公司至少{ $business_share_2 }%，并且有实际影响力。
fact-business_share = 持股比例

ask-business_profit_hkd = 紧接递交申请前的一年，这家企业的全年利润是多少港元？
ask-business_profit_hkd-why = 利润达到{ $business_profit_hkd }，就符合一项准则。营业额不等于利润。
fact-business_profit_hkd = 企业全年利润

ask-award = 你是否获得过杰出成就奖，例如奥运奖牌、诺贝尔奖，或者国家级、国际级奖项？
ask-award-why = 成就计分制有两项要求，须符合其中一项；这是其一。奖项够不够这个级别，由评审人员判断。
fact-award = 杰出成就奖

ask-peer_recognition = 你的工作是否获同行肯定，或者对所在领域有重大贡献，例如获得过终身成就奖？
ask-peer_recognition-why = 这是成就计分制的另一项要求。证明是否充分，由评审人员判断。
fact-peer_recognition = 获同行肯定

ask-purpose = 你想在澳门办什么？
ask-purpose-why = 管理人员和技术人员这条途径，自{ $closed_from }起不再接受首次申请。此前递交的申请、续期和惠及家团成员（家人）的申请继续办理，各按各自的标准。
fact-purpose = 想办的事
option-purpose-first = 首次申请
option-purpose-pending = 2023年7月1日前递交的申请
option-purpose-renewal = 许可续期
option-purpose-family = 惠及家团成员（家人）

fact-filed_on = 递交日期

ask-employment = 你是否受雇于澳门的雇主？
ask-employment-why = 这条途径面向由本地雇主聘用的人。只有录用通知、尚未签约，或者由自己的公司聘用，须由主管部门判断。
fact-employment = 在澳门受雇的情况
option-employment-contract = 是，已签合同
option-employment-offer = 有录用通知，未签约
option-employment-own-company = 由自己的公司聘用
option-employment-none = 否

ask-tertiary = 你是否已完成高等教育？
ask-tertiary-why = 官方文本“原则上”要求完成高等教育。如果没有，须由主管部门审核你的情况。
fact-tertiary = 高等教育
option-tertiary-completed = 是，已完成
option-tertiary-in-progress = 还没完成
option-tertiary-none = 否

ask-degree_recognised = 你的学历在颁发学历的国家或地区是否获认可，并且有证明？
ask-degree_recognised-why = 官方文本写明，学历必须在院校所在地获认可。
fact-degree_recognised = 学历在颁发地获认可

ask-degree_supply = 有没有证据显示，澳门拥有这种学历的人才短缺或过剩？
ask-degree_supply-why = 官方文本举例说，人才短缺就是有利于澳门的情形。没有证据的话，请选“不确定”。
fact-degree_supply = 澳门的这类人才
option-degree_supply-shortage = 有证据显示短缺
option-degree_supply-surplus = 有证据显示过剩

ask-qualifications = 你有多少项专业资格、著作或奖项？
ask-qualifications-why = 获认可的会对你有利，越多越好。官方文本没有写明，一项都没有会有什么不利。
fact-qualifications = 专业资格、著作、奖项

ask-qualifications_related = 你的专业资格与这份工作相关吗？
ask-qualifications_related-why = 专业资格应当与职位相关。如果不相关，就失去这项优势；官方文本没有写明不利后果。
fact-qualifications_related = 专业资格与工作的关系
option-qualifications_related-yes = 相关
option-qualifications_related-partly = 部分相关
option-qualifications_related-no = 不相关

ask-qualifications_recognised = 这些资格、著作或奖项，是否获国际或区域认可，而不只是一家机构认可？
ask-qualifications_recognised-why = 官方文本要求获国际或区域认可，但没有列出名单。
fact-qualifications_recognised = 认可不限于一家机构

ask-management_years = 你有多少年管理经验？
ask-management_years-why = 管理经验越多，对你越有利。官方文本没有规定年数。
fact-management_years = 管理经验

ask-post = 这是什么类型的职位？
ask-post-why = 这条途径面向管理类和专业类职位。其他职位须由主管部门审核。
fact-post = 职位类型
option-post-managerial = 管理类
option-post-professional = 专业类
option-post-neither = 都不是

ask-local_candidates = 这个职位，是否找到了合适的本地人选？
ask-local_candidates-why = 比本地求职者更有优势，会获特别考虑，但需要证据，例如招聘广告登出后没有合适的人应聘。
fact-local_candidates = 职位的本地人选
option-local_candidates-none-found = 没有找到
option-local_candidates-available = 有合适人选

ask-industry_supply = 有没有证据显示，这个行业的人力短缺或过剩？
ask-industry_supply-why = 行业人力短缺会获特别考虑。没有证据的话，请选“不确定”。
fact-industry_supply = 行业的人力供应
option-industry_supply-shortage = 有证据显示短缺
option-industry_supply-surplus = 有证据显示过剩

fact-basic_salary_mop = 每月基本工资
fact-industry_median_mop = 行业的月工作收入中位数

ask-salary_vs_median = 你的每月基本工资，与所在行业的月工作收入中位数相比怎么样？
ask-salary_vs_median-why = 原则上不应低于统计暨普查局（DSEC）每季公布的中位数。请查你所在行业的最新数字，旧数字不能作准。基本工资不含奖金和津贴。
fact-salary_vs_median = 工资与中位数相比
option-salary_vs_median-below = 低于中位数
option-salary_vs_median-at-or-above = 等于或高于中位数

ask-circumstances = 以下情况是否有任何一项适用于你：曾被定罪或判处监禁；被认定违反澳门法律；被驱逐出境；被禁止入境，包括依据国际文书；因多次短期逗留而在口岸被拒绝入境或被盘问；证件、经济能力或能否返回原居住地受到质疑？
ask-circumstances-why = 官方文本把这些情况称为不利因素，但没有说哪一项是绝对障碍。请不要在这里写任何细节。如果答“是”，或者不想说，请向招商投资促进局或专业人士咨询。
fact-circumstances = 第6项要素所列的情况
option-circumstances-conviction = 被定罪
option-circumstances-law-breach = 违反澳门法律
option-circumstances-expelled = 被驱逐出境
option-circumstances-instrument = 依国际文书禁止入境
option-circumstances-entry-ban = 被禁止入境
option-circumstances-short-stays = 多次短期逗留
option-circumstances-prison = 被判处监禁
option-circumstances-entry-conditions = 入境条件
option-circumstances-undisclosed = 是，至少一项
option-circumstances-none = 否，都没有
option-circumstances-rather-not = 不想说

ask-last_change_on = 那次没有通知的变动，是什么时候发生的？
ask-last_change_on-why = 变动必须在{ $within_days }天内书面通知。过了期限，请马上向招商投资促进局或专业人士咨询。
fact-last_change_on = 变动日期
option-last_change_on-recent = 最近30天内
option-last_change_on-earlier = 已超过30天

ask-change_reported = 工作、职位、雇主、薪酬或家庭状况的每一次变动，是否都已书面通知招商投资促进局（IPIM）？
ask-change_reported-why = 这类变动必须在{ $within_days }天内通知。没有合理理由而不通知，可能导致许可被撤销。
fact-change_reported = 变动通知
option-change_reported-yes = 都已通知，或没有变动
option-change_reported-no = 有变动还没通知

ask-demo_years = 你从业多少年了？
ask-demo_years-why = 这份虚构的规则会计算年数。
fact-demo_years = 从业年数

ask-demo_colour = 你穿什么颜色？
ask-demo_colour-why = 这份虚构的规则偏爱某些颜色。
fact-demo_colour = 颜色
option-demo_colour-red = 红色
option-demo_colour-green = 绿色
option-demo_colour-blue = 蓝色

ask-demo_member = 你是否是会员？
ask-demo_member-why = 这份虚构的规则有此要求。
fact-demo_member = 会员
