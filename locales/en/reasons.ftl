# Joins the reasons of a factor's parts.
why-parts = { $parts }

# A reason with what the person told. $why: the reason; $told: the answers.
why-told = { $why } You said: { $told }.

# Reason while something is not known. $least, $most: points still possible.
why-points-open = Still open: { $least } to { $most } points.

# Reason while something is not known. $least, $most: points still possible.
why-criterion-open = Still open.

# Reason while something is not known. $least, $most: points still possible.
why-not-assessed = Not told, or not sure.

# Names a source. $title, $address: of a page; $sources: several; $read: day read; $sure: how sure.
source-named = { $title }, { $address }

# A source whose address was not written down, or not whole. $title: its title.
source-unrecorded = { $title } (address not recorded)

# A source whose address was not written down, or not whole. $title: its title.
source-incomplete = { $title } (its address is known only in part)

# Names a source. $title, $address: of a page; $sources: several; $read: day read; $sure: how sure.
source-of-rule = Source: { $sources } ({ $sure })

# Names a source. $title, $address: of a page; $sources: several; $read: day read; $sure: how sure.
source-cited = { $sources }; read { $read }; { $sure }

# How sure a rule is.
sure-official = official text

# How sure a rule is.
sure-several = several sources agree

# How sure a rule is.
sure-single = one source only

# How sure a rule is.
sure-inferred = inferred

# Name of a factor, by its official term.
name-hk-points-age = Age

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-age-first = Up to age { $high }: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-age-band = Age { $low } to { $high }: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-age-last = Age { $low } and over: { $points } points.

# Name of a factor, by its official term.
name-hk-points-education = Academic or professional qualifications

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-two-doctorates = Two or more doctorates: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-doctorate = A doctorate, or two or more master’s degrees: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-master = A master’s degree, or two or more bachelor’s degrees: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-bachelor = A bachelor’s degree, or a recognised professional qualification: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-without = Without a degree or professional qualification: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-degree-doctorate = A doctorate, or two or more master’s degrees: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-degree-master = A master’s degree, or two or more bachelor’s degrees: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-degree-bachelor = A bachelor’s degree, or a recognised professional qualification: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-degree-without = Without a degree or professional qualification: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-renowned-renowned = Degree from a renowned institution: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-education-renowned-not-renowned = No degree from a renowned institution: { $points } points.

# Name of a factor, by its official term.
name-hk-points-experience = Work experience

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-ten-senior = { $graduate_years } years or more, { $senior_years } of them senior: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-five-senior = { $graduate_years } years or more, { $senior_years } of them senior: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-five = { $graduate_years } years or more: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-two = { $graduate_years } years or more: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-experience-fewer = Fewer years than the table asks: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-years-ten-senior = { $graduate_years } years or more, { $senior_years } of them senior: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-years-five-senior = { $graduate_years } years or more, { $senior_years } of them senior: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-years-five = { $graduate_years } years or more: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-years-two = { $graduate_years } years or more: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-years-fewer = Under { $graduate_years } years: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-international-international = { $international_years } years or more with international exposure: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-international-not-international = Under { $international_years } years with international exposure: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-reputable-reputable = { $reputable_years } years or more in a multinational or reputable enterprise: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-points-experience-reputable-not-reputable = Under { $reputable_years } years in a multinational or reputable enterprise: { $points } points.

# Name of a factor, by its official term.
name-hk-points-talent-list = Talent List

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-talent-list-listed = Meets the specification of a listed profession: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-talent-list-not-listed = No listed profession: { $points } points.

# Name of a factor, by its official term.
name-hk-points-language = Language proficiency

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-language-both = Chinese and English: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-language-not-both = Only Chinese and English together count here: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-language-one-and-foreign = Chinese or English, and one foreign language: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-language-one = Chinese or English: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-language-neither = Neither Chinese nor English: { $points } points.

# Name of a factor, by its official term.
name-hk-points-family = Family background

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-relative-resident = Immediate family member resident in Hong Kong: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-relative-nobody = No immediate family member resident in Hong Kong: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-spouse-degree = Spouse with a degree comes along: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-spouse-nobody = No spouse with a degree comes along: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-children-each = { $count ->
    [one] One child comes along: { $points } points.
   *[other] Two or more children come along, the most that counts: { $points } points.
}

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-points-family-children-none = No children come along: { $points } points.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-age = Aged { $age } or under

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-age-met = { $age } or under on the day of application.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-age-not-met = Over { $age }: you lose this criterion only, and can still apply.

# Name of a factor, by its official term.
name-hk-criteria-listed-degree = Master’s or doctorate from a listed university

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-listed-degree-met = A master’s or doctorate from the list counts.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-listed-degree-not-met = It takes a master’s or doctorate from the list; a bachelor’s degree does not count.

# Name of a factor, by its official term.
name-hk-criteria-stem = That degree in a STEM subject

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-stem-met = A listed master’s or doctorate in science, technology, engineering or mathematics.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-stem-not-met = It takes a listed master’s or doctorate in science, technology, engineering or mathematics.

# Name of a factor, by its official term.
name-hk-criteria-two-languages = Two languages

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-two-languages-met = Good written and spoken ability in two languages.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-two-languages-not-met = It takes good written and spoken ability in two languages.

# Name of a factor, by its official term.
name-hk-criteria-english = English

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-english-met = Good written and spoken English.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-criteria-english-not-met = It takes good written and spoken English.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-experience = { $graduate_years } years’ work at graduate or specialist level

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-experience-met = { $graduate_years } years or more.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-experience-not-met = Under { $graduate_years } years.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-reputable-enterprise = { $reputable_years } years in a multinational or reputable enterprise

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-reputable-enterprise-met = { $reputable_years } years or more.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-reputable-enterprise-not-met = Under { $reputable_years } years.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-specified-sector = { $sector_years } years in the specified sectors

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-specified-sector-met = { $sector_years } years or more in innovation and technology, financial services or international trade.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-specified-sector-not-met = Under { $sector_years } years in innovation and technology, financial services or international trade.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-international = { $international_years } years’ international experience

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-international-met = { $international_years } years or more.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-international-not-met = Under { $international_years } years.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-income = Annual income of { $income_hkd }

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-income-met = { $income_hkd } or more in the year before.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-income-not-met = Under { $income_hkd } in the year before.

# Name of a factor, by its official term; a number of the rule by its fact ($income_hkd).
name-hk-criteria-business-profit = Own business with { $business_profit_hkd } profit

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-business-profit-met = { $business_profit_hkd } or more, with the share that counts as owning (unlisted { $business_share_1 }%, listed normally { $business_share_2 }%).

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-business-profit-not-met = It takes { $business_profit_hkd } profit in the year before, and { $business_share_1 }% of an unlisted business or normally { $business_share_2 }% of a listed one.

# Name of a factor, by its official term.
name-hk-criteria-listed-company = Own a listed company

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-listed-company-met = { $business_share }% or more; the text says “normally”, and wants real influence shown.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-hk-criteria-listed-company-not-met = It takes normally { $business_share }% or more of a listed company.

# Name of a factor, by its official term.
name-hk-achievement-achievement = Exceptional achievement

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-achievement-achievement-award = An award of exceptional achievement: people judge its rank.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-achievement-achievement-peers = Work acknowledged by peers: people judge the proof.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-hk-achievement-achievement-neither = Neither an award of exceptional achievement nor recognition by peers.

# Name of a factor, by its official term.
name-mo-1a = 1 Academic background: tertiary education

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1a-without = The text asks for tertiary education “in principle”.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1a-in-progress = Not completed yet.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1a-completed = The base that the text asks for.

# Name of a factor, by its official term.
name-mo-1b = 1 Academic background: recognition

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1b-not-recognised = The text says the qualification must be recognised where it was issued.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1b-recognised = As the text asks.

# Reason of a factor: which line of the table counted.
why-mo-1b-no-degree = There is no degree to be recognised.

# Name of a factor, by its official term.
name-mo-1c = 1 Academic background: need in Macao

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1c-shortage = A shortage is named as an example of benefit to Macao.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-1c-surplus = There is no shortage of people with it.

# Reason of a factor: which line of the table counted.
why-mo-1c-no-degree = There is no degree to be needed.

# Name of a factor, by its official term.
name-mo-2a = 2 Qualifications, publications, awards

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2a-none = None; the text names no penalty.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2a-some = Recognised ones are in your favour; more is better.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2a-not-recognised = Without wider recognition they do not help.

# Name of a factor, by its official term.
name-mo-2b = 2 Qualifications: related to the job

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2b-none = There is none to be related.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2b-related = Related to the post.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2b-partly = Only partly related.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2b-unrelated = Not related: the advantage is lost, no penalty is named.

# Name of a factor, by its official term.
name-mo-2c = 2 Qualifications: recognition

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2c-none = There is none to be recognised.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2c-recognised = Recognised internationally or in the region.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-2c-not-recognised = Not recognised beyond one institution.

# Name of a factor, by its official term.
name-mo-3a = 3 Work experience

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-3a-years = Professional or degree-level work helps; the text sets no number of years.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-3a-without = None; the text names no penalty.

# Name of a factor, by its official term.
name-mo-3b = 3 Management experience

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-3b-years = Management experience helps; the text sets no number of years.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-3b-without = None; the text names no penalty.

# Name of a factor, by its official term.
name-mo-4a = 4 Job position

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4a-fits = Managerial or professional, as the route asks.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4a-neither = Outside what the route is for.

# Name of a factor, by its official term.
name-mo-4d = 4 Local candidates

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4d-none-found = No suitable local candidate was found.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4d-available = There are suitable local candidates.

# Name of a factor, by its official term.
name-mo-4e = 4 Need in the industry

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4e-shortage = A shortage in the industry is given special consideration.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-4e-surplus = There is a surplus in the industry.

# Name of a factor, by its official term.
name-mo-5 = 5 Basic salary

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-5-reached = Not below the median of the industry; no bonus is named for exceeding it.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-5-below = In principle the basic salary should not be below the median of the industry.

# Name of a factor, by its official term.
name-mo-6 = 6 Situation, security and demands of Macao

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-6-none = None of the named circumstances.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-mo-6-some = The text calls such a circumstance disadvantageous; it does not say that any of them rules you out.

# Name of a factor, by its official term.
name-demo-years = Years

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-years-first = Up to { $high } years: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-years-band = { $low } to { $high } years: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-years-last = { $low } years and more: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-demo-years-met = { $demo_years } years or more.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many; a number of the rule by its fact ($income_hkd).
why-demo-years-not-met = Under { $demo_years } years.

# Name of a factor, by its official term.
name-demo-colour = Colour

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-colour-red = Red: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-colour-green = Green: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-colour-other = Another colour: { $points } points.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-colour-met = Red or green.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-colour-not-met = Neither red nor green.

# Name of a factor, by its official term.
name-demo-member = Membership

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-member-met = A member.

# Reason of a factor: which line of the table counted. $points: its points; $low, $high: the band; $count: how many.
why-demo-member-not-met = Not a member.

# Which prerequisite is not met, and what it asks.
failed-hk-points-age = Age: at least 18; the first edition also set 50 as the upper limit.

# Which prerequisite is not met, and what it asks.
failed-hk-points-nationality = Nationality: nationals of the countries on the list of that day could not apply.

# Which prerequisite is not met, and what it asks.
failed-hk-points-means = Means: you must be able to support and house yourself and your family without public assistance.

# Which prerequisite is not met, and what it asks.
failed-hk-points-record = Character: no criminal record and no adverse immigration record, anywhere.

# Which prerequisite is not met, and what it asks.
failed-hk-points-language = Language: good written and spoken Chinese or English was required.

# Which prerequisite is not met, and what it asks.
failed-hk-points-education = Education: normally a first degree; otherwise strong technical or professional proof.

# Which prerequisite is not met, and what it asks.
failed-hk-criteria-age = Age: you must be at least { $age } when you apply.

# Which prerequisite is not met, and what it asks.
failed-hk-criteria-nationality = Nationality: nationals of Afghanistan, Cuba and DPR Korea cannot apply.

# Which prerequisite is not met, and what it asks.
failed-hk-criteria-means = Means: you must be able to support and house yourself and your family without public assistance. No amount is published.

# Which prerequisite is not met, and what it asks.
failed-hk-criteria-record = Character: no criminal record and no adverse immigration record, in Hong Kong or elsewhere. If yours is old or small, ask the authority before you give up.

# Which prerequisite is not met, and what it asks.
failed-hk-criteria-education = Education: normally a first degree; in special circumstances strong technical or professional proof.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-age = Age: at least 18; the first edition also set 50 as the upper limit.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-nationality = Nationality: nationals of the countries on the list of that day cannot apply.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-means = Means: you must be able to support and house yourself and your family without public assistance.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-record = Character: no criminal record and no adverse immigration record, anywhere.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-language = Language: good written and spoken Chinese or English was required until 31 October 2024.

# Which prerequisite is not met, and what it asks.
failed-hk-achievement-education = Education: normally a first degree; otherwise strong technical or professional proof.

# A point that no source settles, shown when it touches the answers.
unsettled-hk-achievement-chinese-abroad = Chinese passport, living abroad? Apply there, as a permanent resident or after a year.

# Which prerequisite is not met, and what it asks.
failed-mo-employment = Employment: the route is for people whom a local employer in Macao employs, and could be filed only after being hired.

# Which prerequisite is not met, and what it asks.
failed-demo-member = Only members are counted.

# A point that no source settles, told as such.
unsettled-hk-points-start-day-2008 = The 2008 table was announced about 20 or 21 January 2008; 21 January is the day used here.

# A point that no source settles, told as such.
unsettled-hk-points-graduate-level = There is no official definition of graduate or specialist level work; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-points-senior-role = There is no official definition of a senior role; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-points-international-exposure = What counts as international exposure was not settled in the sources; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-points-reputable-group = Whether a subsidiary of a reputable enterprise counts is not settled; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-points-renowned-list = The list of renowned institutions was a rule of rankings, not names; at its edges the authority could ask experts.

# A point that no source settles, told as such.
unsettled-hk-points-nationality-day = The exact day on which nationals of this country were admitted is not confirmed.

# A point that no source settles, told as such.
unsettled-hk-criteria-business-school = Six business schools are on the list, and their names could not be found. If your degree is from a leading one, ask the authority.

# A point that no source settles, told as such.
unsettled-hk-criteria-list-of-the-day = The list changes each New Year. Which day’s list counts could not be found; assume the list on the day you apply.

# A point that no source settles, told as such.
unsettled-hk-criteria-stem-fields = Which subjects are STEM is set out in a “Reference List of STEM Subjects”, to which the Immigration Department’s page on the scheme links; it could not be read. For a borderline subject, look there or ask.

# A point that no source settles, told as such.
unsettled-hk-criteria-putonghua-cantonese = Whether Putonghua and Cantonese are two languages is not settled; they are counted as one here. Ask the Immigration Department.

# A point that no source settles, told as such.
unsettled-hk-criteria-graduate-level = There is no official definition of graduate or specialist level work; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-criteria-reputable-group = Whether a subsidiary of a reputable enterprise counts is not settled; your own reading is used.

# A point that no source settles, told as such.
unsettled-hk-criteria-international-meaning = The official note on international experience could not be found. Cross-border projects done from home are doubtful.

# A point that no source settles, told as such.
unsettled-hk-criteria-income-before-tax = Whether income is meant before or after tax could not be found; your own figure is used.

# A point that no source settles, told as such.
unsettled-hk-criteria-listed-influence = For a listed company the text says “normally” { $business_share }%, and real influence must be shown.

# A point that no source settles, shown when it touches the answers.
unsettled-hk-criteria-listed-profit = One reading counts profit only for an unlisted business. It is counted here for a listed company too, with the share that counts as owning; ask the authority.

# A point that no source settles, shown when it touches the answers.
unsettled-hk-criteria-chinese-abroad = Chinese passport, living abroad? Apply there, as a permanent resident or after a year.

# A point that no source settles, told as such.
unsettled-hk-criteria-nationality-day = The exact day on which nationals of this country were admitted is not confirmed.

# A point that no source settles, told as such.
unsettled-hk-achievement-nationality-day = The exact day on which nationals of this country were admitted is not confirmed.

# A point that no source settles, told as such.
unsettled-mo-law-breach-wording = One item of factor 6 is almost certainly mistranslated on the English official page; it is asked here as court papers read it: having broken Macao law.

# A point that no source settles, told as such.
unsettled-mo-recognised-in-macao = Whether Macao itself must recognise the qualification is not stated.

# A point that no source settles, told as such.
unsettled-mo-which-median = Which quarter, and which median (all employed or residents only), is not stated.

# A point that no source settles, told as such.
unsettled-demo-turquoise = Whether turquoise is green or blue is not settled.
