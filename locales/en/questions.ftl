# Said back for an answer that was "not sure".
value-unsure = not sure

# A button.
option-yes = Yes

# A button.
option-no = No

# Below a question: what can be typed.
hint-age = You can also type your age.

# Below a question: what can be typed.
hint-years = You can also type the number of years, such as 7 or 7.5.

# Below a question: what can be typed.
hint-percent = You can also type the percentage.

# Below a question: what can be typed.
hint-hkd = You can also type the amount in Hong Kong dollars, such as 850,000; convert other currencies first.

# Below a question: what can be typed.
hint-children = You can also type the number.

# Below a question: what can be typed.
hint-count = You can also type the number.

# Below a question: what can be typed.
hint-nation = You can also type the country or region that issued your passport.

# Below a question: what can be typed.
hint-languages = You can also type the languages, with commas between them.

# A stretch of days. $day, $first, $last: days.
days-until = up to { $day }

# A stretch of days. $day, $first, $last: days.
days-from = { $day } or later

# A stretch of days. $day, $first, $last: days.
days-between = { $first } to { $last }

# An exact amount said back. $count: the number.
amount-age = { $count }

# An exact amount said back. $count: the number.
amount-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}

# An exact amount said back. $count: the number.
amount-percent = { $count }%

# An amount of money. $amount: the number; $scale, $scaled: for languages that count in ten thousands.
amount-hkd = HK${ $amount }

# An amount of money. $amount: the number; $scale, $scaled: for languages that count in ten thousands.
amount-mop = MOP { $amount }

# An exact amount said back. $count: the number.
amount-children = { $count }

# An exact amount said back. $count: the number.
amount-count = { $count }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-age-from = { $low } or over

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-age-below = under { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-age-whole = { $low } to { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-age-none = under 1

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-years-from = { $low } years or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-years-below = under { $high } years

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-years-range = { $low } to under { $high } years

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-years-none = none

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-years-some = some

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-percent-from = { $low }% or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-percent-below = under { $high }%

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-percent-range = { $low }% to under { $high }%

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-hkd-from = { $low } or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-hkd-below = under { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-hkd-range = { $low } to under { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-mop-from = { $low } or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-mop-below = under { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-mop-range = { $low } to under { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-children-from = { $low } or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-children-below = fewer than { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-children-whole = { $low } to { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-children-none = none

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-count-from = { $low } or more

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-count-below = fewer than { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-count-whole = { $low } to { $high }

# A stretch of numbers, on a button and said back. $low: from, $high: to or below.
band-count-none = none

# The question; one short sentence.
ask-age = How old will you be on the day you apply?

# Answer to "why do you ask" for this question: one to three sentences.
ask-age-why = Every edition asks for at least 18; the first one, until January 2008, also set 50 as the limit.

# Answer to "why do you ask" where the edition of the 12 criteria asks: one to three sentences. $age_1: the least age; $age_2: the greatest that meets a criterion; $all: how many criteria.
ask-age-why-hk-criteria = You must be at least { $age_1 } to apply. You can still apply when over { $age_2 }: it only costs one of the { $all } criteria of the general test.

# Short name of this answer, in lists.
fact-age = Age on the day of application

# Short name of this answer, in lists.
fact-birth_date = Date of birth

# The question; one short sentence.
ask-nationality = Do you hold the passport of one of these countries? Then choose it.

# Answer to "why do you ask" for this question: one to three sentences.
ask-nationality-why = Nationals of a few countries cannot apply. The list has changed over the years: this is the list of the day of your application. South Korean, Vietnamese, Lao and Nepalese nationals may apply today.

# Short name of this answer, in lists.
fact-nationality = Passport

# A button: one possible answer; about 30 letters at most.
option-nationality-other = none of those listed

# A button: one possible answer; about 30 letters at most.
option-nationality-none-of-these = None of these

# The name of a country, in place of the one that CLDR gives: as this language’s officials write it.
nation-KP = North Korea

# The question; one short sentence.
ask-self_supporting = Can you support and house yourself, and family who come with you, without public assistance?

# Answer to "why do you ask" for this question: one to three sentences.
ask-self_supporting-why = This is a prerequisite. No minimum amount is published; figures such as HK$200,000 that agents quote are not official.

# Short name of this answer, in lists.
fact-self_supporting = Self-supporting

# The question; one short sentence.
ask-clean_record = Is your record clean: no criminal record and no adverse immigration record, in Hong Kong or elsewhere?

# Answer to "why do you ask" for this question: one to three sentences.
ask-clean_record-why = This is a prerequisite. Please do not give any details here: an option is enough. If you are not sure, ask the authority before you apply.

# Short name of this answer, in lists.
fact-clean_record = Criminal/immigration record

# A button; "no" alone would be read both ways.
option-clean_record-yes = Clean, no record

# A button; "no" alone would be read both ways.
option-clean_record-no = There is a record

# The question; one short sentence.
ask-degree = What is your highest qualification?

# Answer to "why do you ask" for this question: one to three sentences.
ask-degree-why = A good education, normally a first degree, is a prerequisite. Former tests also gave points for it.

# Short name of this answer, in lists.
fact-degree = Education

# A button: one possible answer; about 30 letters at most.
option-degree-none = No degree

# A button: one possible answer; about 30 letters at most.
option-degree-bachelor = Bachelor’s degree

# A button: one possible answer; about 30 letters at most.
option-degree-professional = Professional qualification

# A button: one possible answer; about 30 letters at most.
option-degree-two-bachelors = Two bachelor’s degrees

# A button: one possible answer; about 30 letters at most.
option-degree-master = Master’s degree

# A button: one possible answer; about 30 letters at most.
option-degree-two-masters = Two master’s degrees

# A button: one possible answer; about 30 letters at most.
option-degree-doctorate = Doctorate

# A button: one possible answer; about 30 letters at most.
option-degree-two-doctorates = Two doctorates

# The question; one short sentence.
ask-other_proof = Without a degree: do you have strong documented proof of technical qualifications, professional ability or achievements?

# Answer to "why do you ask" for this question: one to three sentences.
ask-other_proof-why = In special circumstances such proof can stand in for a degree. Whether yours is enough is for the authority to judge, and the result will say so.

# Short name of this answer, in lists.
fact-other_proof = Strong other proof

# The question; one short sentence.
ask-listed_degree = What is your highest degree from a university on the scheme’s own list of eligible universities?

# Answer to "why do you ask" for this question: one to three sentences.
ask-listed_degree-why = A master’s or doctorate from a listed university meets one criterion. A bachelor’s degree does not, however famous the university. The list is reported to be the Top Talent Pass Scheme list plus six business schools; the names on it are known here only in part.

# Short name of this answer, in lists.
fact-listed_degree = Listed university degree

# A button: one possible answer; about 30 letters at most.
option-listed_degree-none = None from the list

# A button: one possible answer; about 30 letters at most.
option-listed_degree-bachelor = Bachelor’s degree

# A button: one possible answer; about 30 letters at most.
option-listed_degree-master = Master’s degree

# A button: one possible answer; about 30 letters at most.
option-listed_degree-doctorate = Doctorate

# The question; one short sentence.
ask-renowned_degree = What is your highest degree from an internationally recognised renowned institution?

# Answer to "why do you ask" for this question: one to three sentences.
ask-renowned_degree-why = The points tests from 2015 to 2024 added 30 points for one: top 100 of QS, Shanghai (ARWU), Times Higher Education or US News, or top 30 of the US News liberal arts colleges. This is not today’s list.

# Short name of this answer, in lists.
fact-renowned_degree = Renowned institution

# A button: one possible answer; about 30 letters at most.
option-renowned_degree-none = None

# A button: one possible answer; about 30 letters at most.
option-renowned_degree-bachelor = Bachelor’s degree

# A button: one possible answer; about 30 letters at most.
option-renowned_degree-master = Master’s degree

# A button: one possible answer; about 30 letters at most.
option-renowned_degree-doctorate = Doctorate

# The question; one short sentence.
ask-stem = Is a listed master’s or doctorate of yours in science, technology, engineering or mathematics?

# Answer to "why do you ask" for this question: one to three sentences.
ask-stem-why = It meets a criterion of its own. What counts at the edges (economics, business analytics, psychology, architecture, an MBA) is not settled: if yours lies there, choose “not sure”.

# Short name of this answer, in lists.
fact-stem = Listed degree in STEM

# The question; one short sentence.
ask-languages = Which languages do you both write and speak well?

# Answer to "why do you ask" for this question: one to three sentences.
ask-languages-why = The former tests asked for Chinese or English. Putonghua and Cantonese together are counted as one here, because no source says they are two.

# Answer to "why do you ask" where the edition of the 12 criteria asks: one to three sentences.
ask-languages-why-hk-criteria = English meets one criterion, any two languages meet another. Putonghua and Cantonese together are counted as one here, because no source says they are two.

# Short name of this answer, in lists.
fact-languages = Languages

# A button: one possible answer; about 30 letters at most.
option-languages-none = None of them

# A button: one possible answer; about 30 letters at most.
option-languages-chinese-english = Chinese and English

# A button: one possible answer; about 30 letters at most.
option-languages-chinese = Chinese

# A button: one possible answer; about 30 letters at most.
option-languages-english = English

# A button: one possible answer; about 30 letters at most.
option-languages-chinese-other = Chinese + another, not English

# A button: one possible answer; about 30 letters at most.
option-languages-english-other = English + another, not Chinese

# A button: one possible answer; about 30 letters at most.
option-languages-other = One other language

# A button: one possible answer; about 30 letters at most.
option-languages-other-another = Two or more others

# In a list of languages, after those that have names: what is only counted.
languages-other = one other language

# In a list of languages, after those that have names: what is only counted.
languages-others = two or more other languages

# The question; one short sentence.
ask-graduate_years = How many years have you worked at graduate or specialist level?

# Answer to "why do you ask" for this question: one to three sentences.
ask-graduate_years-why = Work at degree level or specialist level counts. Nothing says that the years must be continuous; years in several jobs appear to add up.

# Short name of this answer, in lists.
fact-graduate_years = Graduate-level work

# The question; one short sentence.
ask-senior_years = How many of your years at graduate or specialist level were in a senior role?

# Answer to "why do you ask" for this question: one to three sentences.
ask-senior_years-why = The points tests gave more for senior years. There is no official definition; head of department or project lead in a large firm is how advisers read it.

# Short name of this answer, in lists.
fact-senior_years = Years in a senior role

# The question; one short sentence.
ask-international_years = How many of your years at graduate or specialist level were international experience?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-international_years-why = At least { $international_years } such years count. The official note on what is international could not be read; work outside your own country or territory is how advisers read it.

# Short name of this answer, in lists.
fact-international_years = International experience

# The question; one short sentence.
ask-reputable_years = How many of your years at graduate or specialist level were in a multinational company or reputable enterprise?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-reputable_years-why = At least { $reputable_years } such years count. The official examples are listed companies, the Forbes Global 2000, the Fortune Global 500 and the Hurun China 500. Whether a subsidiary counts is not settled.

# Short name of this answer, in lists.
fact-reputable_years = Reputable enterprises

# The question; one short sentence.
ask-sector_years = How many of your years at graduate or specialist level were in innovation and technology, financial services or international trade?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-sector_years-why = At least { $sector_years } such years meet a criterion. International trade includes cross-boundary freight by sea and air and supply chain management.

# Short name of this answer, in lists.
fact-sector_years = Specified sectors

# The question; one short sentence.
ask-talent_list = Do you meet the specification of a profession on the Talent List?

# Answer to "why do you ask" for this question: one to three sentences.
ask-talent_list-why = From 28 August 2018 to 31 October 2024 this gave 30 points. It is not one of today’s criteria.

# Short name of this answer, in lists.
fact-talent_list = Profession on the Talent List

# The question; one short sentence.
ask-hkpr_relative = Is an immediate family member a Hong Kong permanent resident who lives there?

# Answer to "why do you ask" for this question: one to three sentences.
ask-hkpr_relative-why = The points tests gave 5 points for it. It is not one of today’s criteria.

# Short name of this answer, in lists.
fact-hkpr_relative = Family member resident in Hong Kong

# The question; one short sentence.
ask-spouse_with_degree = Will a spouse with a degree come with you?

# Answer to "why do you ask" for this question: one to three sentences.
ask-spouse_with_degree-why = The points tests gave 5 points for a married spouse educated to degree level. It is not one of today’s criteria.

# Short name of this answer, in lists.
fact-spouse_with_degree = Spouse with a degree comes along

# The question; one short sentence.
ask-children = How many unmarried children under 18 will come with you?

# Answer to "why do you ask" for this question: one to three sentences.
ask-children-why = The points tests gave 5 points a child, up to 10. It is not one of today’s criteria.

# Short name of this answer, in lists.
fact-children = Children who come along

# The question; one short sentence.
ask-income_hkd = What was your income in the year immediately before you apply, in Hong Kong dollars?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-income_hkd-why = { $income_hkd } or more meets a criterion. One adviser’s reading counts pay, allowances and income from your own company, and leaves out gains from investments. Whether it is meant before tax is not settled.

# Short name of this answer, in lists.
fact-income_hkd = Yearly income

# The question; one short sentence.
ask-business = Do you own a business now, or a share of one? Choose the one that serves you best.

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-business-why = Two criteria ask for it: a business with at least { $business_profit_hkd } profit in the year before, and owning a listed company.

# Short name of this answer, in lists.
fact-business = Business owned now

# A button: one possible answer; about 30 letters at most.
option-business-none = No

# A button: one possible answer; about 30 letters at most.
option-business-unlisted = An unlisted business

# A button: one possible answer; about 30 letters at most.
option-business-listed = A listed company

# The question; one short sentence.
ask-business_share = What share of it do you own?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-business_share-why = Owning means { $business_share_1 }% or more of an unlisted business, and normally { $business_share_2 }% or more of a listed company, with real influence.

# Short name of this answer, in lists.
fact-business_share = Share owned

# The question; one short sentence.
ask-business_profit_hkd = What was its profit in the year immediately before you apply, in Hong Kong dollars?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-business_profit_hkd-why = Profit of { $business_profit_hkd } or more meets a criterion. Turnover is not profit.

# Short name of this answer, in lists.
fact-business_profit_hkd = Business profit

# The question; one short sentence.
ask-award = Have you received an award of exceptional achievement, such as an Olympic medal, a Nobel Prize, or a national or international award?

# Answer to "why do you ask" for this question: one to three sentences.
ask-award-why = The Achievement-based test has two requirements, of which one must be met; this is one of them. People judge whether an award is of that rank.

# Short name of this answer, in lists.
fact-award = Award of exceptional achievement

# The question; one short sentence.
ask-peer_recognition = Is your work acknowledged by your peers, or a significant contribution to your field, for instance by a lifetime achievement award?

# Answer to "why do you ask" for this question: one to three sentences.
ask-peer_recognition-why = It is the other requirement of the Achievement-based test. People judge the proof.

# Short name of this answer, in lists.
fact-peer_recognition = Recognised by peers

# The question; one short sentence.
ask-purpose = What do you want to do in Macao?

# Answer to "why do you ask" for this question: one to three sentences. $all, $need and a fact’s name: numbers of the rule that asks.
ask-purpose-why = The route for management and technical personnel has taken no first applications since { $closed_from }. Cases filed before, renewals and family extensions go on, each under its own tests.

# Short name of this answer, in lists.
fact-purpose = Purpose

# A button: one possible answer; about 30 letters at most.
option-purpose-first = Apply for the first time

# A button: one possible answer; about 30 letters at most.
option-purpose-pending = A case filed before 1 July 2023

# A button: one possible answer; about 30 letters at most.
option-purpose-renewal = Renew a permit

# A button: one possible answer; about 30 letters at most.
option-purpose-family = Extend a permit to family

# Short name of this answer, in lists.
fact-filed_on = Day of filing

# The question; one short sentence.
ask-employment = Are you employed by an employer in Macao?

# Answer to "why do you ask" for this question: one to three sentences.
ask-employment-why = The route is for people whom a local employer employs. Whether an unsigned offer, or a company of your own, is enough is for the authority to judge.

# Short name of this answer, in lists.
fact-employment = Employment

# A button: one possible answer; about 30 letters at most.
option-employment-contract = Yes, by signed contract

# A button: one possible answer; about 30 letters at most.
option-employment-offer = An offer, not signed

# A button: one possible answer; about 30 letters at most.
option-employment-own-company = By my own company

# A button: one possible answer; about 30 letters at most.
option-employment-none = No

# The question; one short sentence.
ask-tertiary = Have you completed tertiary education?

# Answer to "why do you ask" for this question: one to three sentences.
ask-tertiary-why = The text asks for it “in principle”. Without it, the authority must look at the case.

# Short name of this answer, in lists.
fact-tertiary = Tertiary education

# A button: one possible answer; about 30 letters at most.
option-tertiary-completed = Yes, completed

# A button: one possible answer; about 30 letters at most.
option-tertiary-in-progress = Not finished yet

# A button: one possible answer; about 30 letters at most.
option-tertiary-none = No

# The question; one short sentence.
ask-degree_recognised = Is your qualification recognised in the country or region that issued it, with proof?

# Answer to "why do you ask" for this question: one to three sentences.
ask-degree_recognised-why = The text says it must be recognised where the institution is.

# Short name of this answer, in lists.
fact-degree_recognised = Recognised where issued

# The question; one short sentence.
ask-degree_supply = Is there evidence of a shortage or a surplus of people with this qualification in Macao?

# Answer to "why do you ask" for this question: one to three sentences.
ask-degree_supply-why = A shortage is named as an example of what benefits Macao. Without evidence, choose “not sure”.

# Short name of this answer, in lists.
fact-degree_supply = Supply in Macao

# A button: one possible answer; about 30 letters at most.
option-degree_supply-shortage = Evidence of a shortage

# A button: one possible answer; about 30 letters at most.
option-degree_supply-surplus = Evidence of a surplus

# The question; one short sentence.
ask-qualifications = How many professional qualifications, publications or awards do you have?

# Answer to "why do you ask" for this question: one to three sentences.
ask-qualifications-why = Recognised ones are in your favour, and more is better. The text names no penalty for having none.

# Short name of this answer, in lists.
fact-qualifications = Qualifications and awards

# The question; one short sentence.
ask-qualifications_related = Are your professional qualifications related to the job?

# Answer to "why do you ask" for this question: one to three sentences.
ask-qualifications_related-why = Qualifications should be related to the post. If they are not, the advantage is lost; no penalty is named.

# Short name of this answer, in lists.
fact-qualifications_related = Related to the job

# A button: one possible answer; about 30 letters at most.
option-qualifications_related-yes = Related

# A button: one possible answer; about 30 letters at most.
option-qualifications_related-partly = Partly related

# A button: one possible answer; about 30 letters at most.
option-qualifications_related-no = Not related

# The question; one short sentence.
ask-qualifications_recognised = Are they recognised internationally or in the region, beyond one institution?

# Answer to "why do you ask" for this question: one to three sentences.
ask-qualifications_recognised-why = The text asks for recognition internationally or regionally. It gives no list.

# Short name of this answer, in lists.
fact-qualifications_recognised = Recognised beyond one institution

# The question; one short sentence.
ask-management_years = How many years of management experience do you have?

# Answer to "why do you ask" for this question: one to three sentences.
ask-management_years-why = More management experience is in your favour. The text sets no number of years.

# Short name of this answer, in lists.
fact-management_years = Management experience

# The question; one short sentence.
ask-post = What kind of post is it?

# Answer to "why do you ask" for this question: one to three sentences.
ask-post-why = The route is for managerial and professional posts. For any other post the authority must look at the case.

# Short name of this answer, in lists.
fact-post = Kind of post

# A button: one possible answer; about 30 letters at most.
option-post-managerial = Managerial

# A button: one possible answer; about 30 letters at most.
option-post-professional = Professional

# A button: one possible answer; about 30 letters at most.
option-post-neither = Neither

# The question; one short sentence.
ask-local_candidates = Was a suitable local candidate found for the post?

# Answer to "why do you ask" for this question: one to three sentences.
ask-local_candidates-why = Advantage over local job seekers is given special consideration. It needs evidence, such as an advertisement without a suitable answer.

# Short name of this answer, in lists.
fact-local_candidates = Local candidates

# A button: one possible answer; about 30 letters at most.
option-local_candidates-none-found = None was found

# A button: one possible answer; about 30 letters at most.
option-local_candidates-available = There are some

# The question; one short sentence.
ask-industry_supply = Is there evidence of a shortage or a surplus of people in the industry?

# Answer to "why do you ask" for this question: one to three sentences.
ask-industry_supply-why = A shortage in the industry is given special consideration. Without evidence, choose “not sure”.

# Short name of this answer, in lists.
fact-industry_supply = Industry supply

# A button: one possible answer; about 30 letters at most.
option-industry_supply-shortage = Evidence of a shortage

# A button: one possible answer; about 30 letters at most.
option-industry_supply-surplus = Evidence of a surplus

# Short name of this answer, in lists.
fact-basic_salary_mop = Basic salary a month

# Short name of this answer, in lists.
fact-industry_median_mop = Median of the industry

# The question; one short sentence.
ask-salary_vs_median = How does your basic monthly salary compare with the median of your industry?

# Answer to "why do you ask" for this question: one to three sentences.
ask-salary_vs_median-why = In principle it should not be below the median published each quarter by the Statistics and Census Service (DSEC). Look up your industry’s latest figure; older figures are no guide. Basic salary is without bonus and allowances.

# Short name of this answer, in lists.
fact-salary_vs_median = Basic salary

# A button: one possible answer; about 30 letters at most.
option-salary_vs_median-below = Below the median

# A button: one possible answer; about 30 letters at most.
option-salary_vs_median-at-or-above = At the median or above

# The question; one short sentence.
ask-circumstances = Does any of these apply to you: a conviction or prison sentence; being found to have broken Macao law; expulsion; an entry ban, also by international instrument; refusal or questions at the border over repeated short stays; doubts over your papers, your means or your return to where you came from?

# Answer to "why do you ask" for this question: one to three sentences.
ask-circumstances-why = The text calls these circumstances disadvantageous; it does not say that any of them rules you out. Please give no details here. With a yes, or if you would rather not say, ask IPIM or a lawyer.

# Short name of this answer, in lists.
fact-circumstances = Circumstances

# A button: one possible answer; about 30 letters at most.
option-circumstances-conviction = Conviction

# A button: one possible answer; about 30 letters at most.
option-circumstances-law-breach = Breach of Macao law

# A button: one possible answer; about 30 letters at most.
option-circumstances-expelled = Expulsion

# A button: one possible answer; about 30 letters at most.
option-circumstances-instrument = Ban by international instrument

# A button: one possible answer; about 30 letters at most.
option-circumstances-entry-ban = Entry ban

# A button: one possible answer; about 30 letters at most.
option-circumstances-short-stays = Repeated short stays

# A button: one possible answer; about 30 letters at most.
option-circumstances-prison = Prison sentence

# A button: one possible answer; about 30 letters at most.
option-circumstances-entry-conditions = Conditions of entry

# A button: one possible answer; about 30 letters at most.
option-circumstances-undisclosed = Yes, at least one

# A button: one possible answer; about 30 letters at most.
option-circumstances-none = No, none

# A button: one possible answer; about 30 letters at most.
option-circumstances-rather-not = I would rather not say

# The question; one short sentence.
ask-last_change_on = When was the change that was not reported?

# Answer to "why do you ask" for this question: one to three sentences. $within_days: how soon to report, in days.
ask-last_change_on-why = A change must be reported in writing within { $within_days } days. After that, ask IPIM or a lawyer at once.

# Short name of this answer, in lists.
fact-last_change_on = Day of the change

# A button: one possible answer; about 30 letters at most.
option-last_change_on-recent = Within the last 30 days

# A button: one possible answer; about 30 letters at most.
option-last_change_on-earlier = More than 30 days ago

# The question; one short sentence.
ask-change_reported = Has every change of job, post, employer, pay or family status been reported to IPIM in writing?

# Answer to "why do you ask" for this question: one to three sentences. $within_days: how soon to report, in days.
ask-change_reported-why = Such changes must be reported within { $within_days } days. An unexcused failure can lead to the permit being withdrawn.

# Short name of this answer, in lists.
fact-change_reported = Changes

# A button: one possible answer; about 30 letters at most.
option-change_reported-yes = All reported, or no change

# A button: one possible answer; about 30 letters at most.
option-change_reported-no = A change is not reported

# The question; one short sentence.
ask-demo_years = How many years have you practised?

# Answer to "why do you ask" for this question: one to three sentences.
ask-demo_years-why = The made-up rule book counts them.

# Short name of this answer, in lists.
fact-demo_years = Years of practice

# The question; one short sentence.
ask-demo_colour = Which colour do you wear?

# Answer to "why do you ask" for this question: one to three sentences.
ask-demo_colour-why = The made-up rule book likes some colours better.

# Short name of this answer, in lists.
fact-demo_colour = Colour

# A button: one possible answer; about 30 letters at most.
option-demo_colour-red = Red

# A button: one possible answer; about 30 letters at most.
option-demo_colour-green = Green

# A button: one possible answer; about 30 letters at most.
option-demo_colour-blue = Blue

# The question; one short sentence.
ask-demo_member = Are you a member?

# Answer to "why do you ask" for this question: one to three sentences.
ask-demo_member-why = The made-up rule book asks for it.

# Short name of this answer, in lists.
fact-demo_member = Member
