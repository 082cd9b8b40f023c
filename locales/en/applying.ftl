# Heading: what the result means for applying, said first.
apply-title-start = Before you begin

# Heading, when a prerequisite is not met.
apply-title-failed = What stands in the way

# Heading of the checklist for this person.
apply-title-documents = Your documents

# Heading of the checklist for each family member. $count: how many apply along.
apply-title-family = { $count ->
    [one] For your family member
   *[other] For each of your { $count } family members
}

# Heading: what replaced a closed route.
apply-title-successor = What replaced this route

# Heading: rules for the papers and files.
apply-title-papers = Papers and files

# Heading: who applies together, who signs.
apply-title-together = Together, and signing

# Heading: fees.
apply-title-fees = Fees

# Heading: where to apply.
apply-title-where = Where to apply

# Heading: the stay and its extension.
apply-title-stay = Stay and extension

# Heading: what must be reported later.
apply-title-duties = What to report later

# Heading of the official contacts.
apply-title-contacts = Official contacts

# Under a checklist, first: the result falls short.
apply-lead-falls-short = On what you told us, the threshold is not reached. This is what applying would take if that changes.

# Under a checklist, first: the result is open.
apply-lead-open = Your result is still open. “If it counts for you” marks what depends on answers we do not have.

# Under a checklist, first: people must judge.
apply-lead-review = Whether your proof is enough is for people to judge. This is what applying takes.

# After the prerequisites that are not met.
apply-failed = So there is no checklist here: this would have to change first. If an answer was a mistake, change it.

# No data for that day. $day: the day of application.
apply-unknown = What an application asks for on { $day } is not known here. Please ask the authority.

# A document of the checklist. $document: its name; $count: how many files it takes.
apply-row = { $count ->
    [one] { $document }: 1 file
   *[other] { $document }: up to { $count } files
}

# A document that is reported to be required. $document: its name; $count: how many files it takes.
apply-row-starred = { $count ->
    [one] { $document }*: 1 file
   *[other] { $document }*: up to { $count } files
}

# A document of which it is open whether it counts. $row: the line with its files.
apply-row-open = { $row }, if it counts for you

# Any line that is not official. $text: the line; $sure: how sure it is, in few words.
apply-sure = { $text } ({ $sure })

# A sentence that is not official, without its full stop. $text: the sentence; $sure: how sure it is, in few words.
apply-sure-sentence = { $text } ({ $sure }).

# How sure a line is, in few words.
apply-sure-official = official

# How sure a line is, in few words.
apply-sure-several = several sources

# How sure a line is, in few words.
apply-sure-single = one source

# How sure a line is, in few words.
apply-sure-inferred = our inference

# Below the checklist: what the star means.
apply-row-star = A * means required, says a list of 2024.

# Below the checklist. $documents: names of documents that nothing told needs.
apply-row-left-out = Left out, as not counted for you: { $documents }.

# Below the Hong Kong checklist: how sure its names are. $count: files of the row that is not resolved.
apply-hk-list = The limits are official; the names are pieced together, and one more row ({ $count } files, perhaps other papers) is unresolved. Official checklist: Guidance Notes ID(E) 982, Part III.

# A document.
apply-hk-row-travel-document = Travel document

# A document.
apply-hk-row-photograph = Recent photograph

# A document.
apply-hk-row-identity-card = Hong Kong identity card, if you have one

# A document: what the person owns less debts.
apply-hk-row-net-worth = Personal net worth

# A document.
apply-hk-row-academic = Degrees, professional qualifications

# A document.
apply-hk-row-work = Work experience

# A document of business owners.
apply-hk-row-ownership = Ownership of your business

# A document.
apply-hk-row-income = Record of yearly income

# A document.
apply-hk-row-language = Language ability

# A document of which the content is not known; only named among others.
apply-hk-row-other = Other supporting papers

# A document.
apply-hk-row-achievements = Achievements

# A document of a family member.
apply-hk-family-travel-document = Travel document

# A document of a family member.
apply-hk-family-photograph = Recent photograph

# A document of a family member.
apply-hk-family-relationship = Proof of relationship (marriage, birth)

# A document of a family member.
apply-hk-family-other = Other papers (Macao, Taiwan, overseas)

# Kinds of file. $megabytes: most a file may have.
apply-hk-papers-files = JPEG, PDF, GIF, PNG or TIF, at most { $megabytes } MB a file. Colour if there is a photograph, else greyscale.

# The photograph of the form. $width, $height: pixels.
apply-hk-papers-photograph = Photograph: JPEG, at least { $width } × { $height } pixels

# Papers in other languages.
apply-hk-papers-translation = Not in Chinese or English? Add a translation certified as true by a sworn, court, authorised public, certified, expert or official translator.

# Verification of degrees.
apply-hk-papers-verification = Credentials are verified by a body that the Immigration Department lists, or by the awarding institution; the row they go into is not named.

# Originals and further papers.
apply-hk-papers-originals = Originals may be asked for; further papers too, by a letter.

# Group submission. $most: applications in a group; $family: family members beside the applicant.
apply-group = Up to { $most } applications in one group; we read that as you and { $family } others.

# Signing, without family.
apply-hk-together-sign-alone = You sign that all is correct.

# Signing, with family. $age: below it a parent signs.
apply-hk-together-sign = All of you sign; for a child under { $age }, a parent or legal guardian.

# The end of the online form.
apply-hk-together-acknowledgement = No acknowledgement at the end? Then submit again.

# Fee on submission. $count: how many apply; $each: HK$ each; $sum: HK$ for all.
apply-fees-now = { $count ->
    [one] Now: HK${ $each }, never refunded.
   *[other] Now: { $count } × HK${ $each } = HK${ $sum }, never refunded.
}

# Fee on approval. $count: how many apply; $each: HK$ each; $sum: HK$ for all; $stay: the first stay; $within: HK$ each for a stay of at most $days days.
apply-fees-later = { $count ->
    [one] On approval, for { $stay }: HK${ $each } (HK${ $within } for { $days } days or less).
   *[other] On approval, for { $stay }: { $count } × HK${ $each } = HK${ $sum } (HK${ $within } each for { $days } days or less).
}

# All fees. $sum: HK$.
apply-fees-sum = Together: HK${ $sum }.

# On the day on which fees begin. $hour: the hour; $day: that day.
apply-hk-fees-hour = From { $hour }:00, Hong Kong time, on { $day }; what counts is when you submit.

# After payment.
apply-hk-fees-paid = The e-Visa is downloaded after payment.

# No fees known for that day. $day: the day of application.
apply-fees-unknown = The fees on { $day } are not known here.

# Where the online form is. $address: its page.
apply-hk-where-online = Online only: { $address }

# How long it takes: nobody says.
apply-hk-where-time = No official timetable; in 2024 officials hoped for about six months

# For Chinese passport holders who live abroad.
apply-hk-where-abroad = Chinese passport, and living outside the Mainland, Hong Kong, Macao and Taiwan: apply from abroad, with permanent residence or one year’s residence there.

# For residents of the Mainland of China.
apply-hk-where-mainland = Mainland residents, once selected: a consent letter from the work unit or authority, and an exit-entry permit with exit endorsement.

# The first stay. $stay: its length.
apply-stay = First stay, if approved: { $stay }. You may work, change job or start a business.

# A length of stay.
apply-length-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}

# A length of stay.
apply-length-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}

# What an extension asks for.
apply-hk-stay-settle = To extend, show steps to settle, such as a job or a business; later also a contribution. Online, in Hong Kong.

# Pattern of extensions. $first, $second: years; $once: years at once, after $years years with an assessable income of $income.
apply-hk-stay-pattern = Normally { $first }, then { $second } years; { $once } at once after { $years } years here with assessable income (salaries tax) of { $income } or more in the last year of assessment.

# What an extension asks for on the Achievement-based route.
apply-hk-stay-self-support = To extend: mainly proof that you support yourself

# When to apply for an extension. $weeks: before expiry.
apply-hk-stay-window = When to extend: within { $weeks } weeks before expiry.

# When to apply for an extension: sources differ. $weeks, $months: before expiry; $day: since when.
apply-hk-stay-window-unsettled = When to extend is unsettled: within { $weeks } weeks before expiry (official page), or { $months } months, since { $day } (one newspaper). Please ask.

# Right of abode. $years: of ordinary residence.
apply-hk-stay-abode = After { $years } years’ continuous ordinary residence you may apply for the right of abode.

# A round that is open. $programmes: their name; $round: its number; $until: its last day; $count: days left.
apply-round-open = { $count ->
    [0] { $programmes }: today, { $until }, is the last day of round { $round }. No later round is known.
    [one] { $programmes }: round { $round } is open until tomorrow, { $until }. No later round is known.
   *[other] { $programmes }: round { $round } is open until { $until } ({ $count } days left). No later round is known.
}

# Between rounds. $programmes: their name; $round: number of the last one; $until: its last day.
apply-round-between = { $programmes }: between rounds. Round { $round } ended on { $until }; no later one is known.

# Between rounds, the next one known. $programmes: their name; $round: its number; $day: its first day.
apply-round-coming = { $programmes }: no round is open. Round { $round } opens on { $day }.

# Only some programmes are open. $programmes: their name; $round: its number.
apply-round-partly = { $programmes }: in round { $round }, each programme has days of its own. Please check the platform.

# No round is known. $programmes: their name.
apply-round-unknown = { $programmes }: no round is known here.

# The kinds of programme.
apply-mo-successor-kinds = Three kinds: High-end Talents, Outstanding Talents, and Advanced Professionals, who need a job, or the promise of one, with a local employer in a listed post

# Where the programmes are applied for.
apply-mo-successor-platform = You apply on the Committee’s own platform, with a personal account. Dates, papers and steps are announced there.

# The points tables of the programmes.
apply-mo-successor-tables = Their points tables stand in the gazette and were not read here, so we cannot assess you under them.

# Papers: identity.
apply-mo-papers-identity = Passport; Hong Kong residents: identity card and passport, or document of identity.

# Papers: address.
apply-mo-papers-home = Proof of your Macao address, such as a utility bill.

# Papers: education and work.
apply-mo-papers-proofs = Proof of what you declare: degrees, work, licences. If one cannot be had, an equivalent official proof.

# Papers in other languages.
apply-mo-papers-language = Papers in Chinese or Portuguese; English originals are accepted, others need a certified translation.

# What is not known of the list.
apply-mo-papers-not-read = This is not the whole list: part 2 of IPIM’s own was not read. Please ask IPIM for it.

# Which family members. $age: children are younger; $years: of living together.
apply-mo-together-family = For a spouse, or a partner of at least { $years } years, and children under { $age }. The main applicant asks for it.

# Who signs.
apply-mo-together-sign = Only the applicant signs; if somebody else files it, the signature is notarised.

# What IPIM charges.
apply-mo-fees-free = IPIM’s own step is free of charge. Fees of other offices were not seen.

# Where to file.
apply-mo-where-office = At IPIM, in person or by an authorised representative.

# The check of papers. $days: until the answer.
apply-mo-where-check = You can have your papers checked online first; the answer comes within { $days } days by e-mail. That is not yet an application.

# How long it takes: nobody says.
apply-mo-where-time = IPIM names no fixed time.

# When to file a renewal. $first: the first days of the last $last.
apply-mo-stay-window = File in the first { $first } of the last { $last } days: for a permit until 31 December, from 1 October to 30 November. Without it the permit lapses.

# What a renewal asks for.
apply-mo-stay-test = The grounds must still hold, and Macao must be where you ordinarily live. It is not a bare count of days.

# How long a permit runs. $years: at most; $days: before the travel document ends.
apply-mo-stay-length = A permit runs up to { $years } years, and ends at least { $days } days before your travel document does.

# What must be reported. $days: within them.
apply-mo-duties-report = Tell IPIM in writing within { $days } days if your job, post, employer or family changes, or your pay falls. Not doing so can cost the permit.

# A contact. $phone, $mail: of the Immigration Department.
apply-hk-contacts-office = Immigration Department: { $phone }, { $mail }

# A contact. $phone: help with the online form.
apply-hk-contacts-form = Help with the form: { $phone }, 7 am to 11 pm daily

# A contact. $phone: status of an application.
apply-hk-contacts-status = Status: { $phone }, 24 hours

# When the data were read. $day: that day.
apply-checked = Checked on { $day }. Only the authority decides.
