# Other words that people type for this.
typed-unsure = unsure|don't know|dont know|do not know|no idea|i don't know|i do not know|i'm not sure|i am not sure|idk|not certain

# Other words that people type for this.
typed-back = previous|go back|undo

# Other words that people type for this.
typed-edit = edit|change|review

# Other words that people type for this; a question mark alone asks the same.
typed-why = why|?|why do you ask this|why do you need this|why ask

# Other words that people type for this.
typed-person = person|human|help

# Other words that people type for this.
typed-resume = resume|keep|keep it|go on|continue|return|back|keep it and go on

# Other words that people type for this.
typed-restart = restart|start over|new

# Other words that people type for this.
typed-language = lang|languages

# Other words that people type for this.
typed-agree = yes|ok|okay|agree|start|go

# Other words that people type for this.
typed-on = go on|continue|more|yes

# Other words that people type for this.
typed-enough = enough|stop|result|no

# Other words that people type for this.
typed-former = former|80|old

# Other words that people type for this.
typed-change = change|edit

# Other words that people type for this.
typed-keep = keep|keep it|keep the new answer

# Other words that people type for this.
typed-goodbye = quit|exit|bye|goodbye

# Other words that people type for this.
typed-ways = ways|change it|improve|improve it|how to improve|how can i improve|what is missing|what's missing|more points|what would change it

# Other words that people type for this.
typed-when = when|forecast|future|later|timeline

# Other words that people type for this.
typed-next = next|next steps|steps|documents|papers|fees|cost|apply|how to apply|how do i apply|how long|how long does it take|how long is the wait|processing time|what next

# Other words that people type for this.
typed-trying = what if|what-if|whatif|try|suppose

# Other words that people type for this.
typed-card = card|score card|scorecard|pdf|picture|image|download|save

# Words for an answer to any question of yes or no.
typed-yes = y|yes|yeah|true|yep|yup

# Words for an answer to any question of yes or no.
typed-no = n|no|nope|false

# Words for the option that says “none”.
typed-none = none|nothing|none of them|none at all

# Words for this degree.
typed-bachelor = bachelors|bachelor's|bachelor degree|bachelors degree|bsc|b.sc|bsc (hons)|ba|ba (hons)|bba|beng|b.eng|llb

# Words for this degree.
typed-master = masters|master's|master degree|masters degree|msc|m.sc|ma|mba|emba|meng|m.eng|mphil|llm

# Words for this degree; not “doctor”, who may be a physician.
typed-doctorate = phd|ph.d|dphil|doctoral degree|doctorate degree

# Words for these degrees.
typed-two-bachelors = two bachelors|two bachelor degrees|2 bachelors

# Words for these degrees.
typed-two-masters = two masters|two master degrees|2 masters

# Words for these degrees.
typed-two-doctorates = two phds|two doctoral degrees|2 phds

# Words for evidence of a shortage.
typed-shortage = there is a shortage|a shortage

# Words for evidence of a surplus.
typed-surplus = there is a surplus|a surplus

# Words for this answer to this question.
typed-nationality-other = none of these countries|none of those|not any of them

# Words for this answer to this question.
typed-self_supporting-yes = yes, i can|yes i can|i can|sure|of course|no problem|not a problem

# Words for this answer to this question.
typed-self_supporting-no = no, i can't|no i can't|i can't|i cannot|cannot

# Words with two readings at this question; they are asked back.
typed-self_supporting-two-readings = none

# Words for this answer to this question.
typed-clean_record-yes = clean|it is clean|clean record|no record|no records|no criminal or immigration record

# Words for this answer to this question.
typed-clean_record-no = not clean|i have a record|i have a criminal record|no, there is a record

# Words with two readings at this question; they are asked back.
typed-clean_record-two-readings = yes|y|yeah|true|no|n|nope|false|none

# Words for this answer to this question.
typed-degree-bachelor = first degree

# Words for this answer to this question.
typed-degree-none = no degrees|without a degree|high school

# Words for this answer to this question.
typed-listed_degree-none = no|not on the list|none on the list

# Words for this answer to this question.
typed-spouse_with_degree-no = single|unmarried|not married

# Words for this answer to this question.
typed-languages-chinese-english = english and chinese|both chinese and english

# Everything that people call this language, in any script. A name that two languages have is asked back.
typed-languages-chinese-other = chinese and another, not english|chinese and another

# Everything that people call this language, in any script. A name that two languages have is asked back.
typed-languages-english-other = english and another, not chinese|english and another

# Words for this answer to this question.
typed-business-unlisted = unlisted company|unlisted business

# Words for this answer to this question.
typed-business-listed = listed company

# Words for this answer to this question.
typed-business-none = no|nope

# Words for this answer to this question.
typed-dependants-number0 = only me|just me|only myself|nobody

# Words for this answer to this question.
typed-purpose-first = first time|first application|apply for the first time

# Words for this answer to this question.
typed-purpose-renewal = renew|renew my permit|renew a permit

# Words for this answer to this question.
typed-purpose-family = extend a permit to family

# Words for this answer to this question.
typed-employment-contract = signed|signed contract|by signed contract|yes, signed

# Words for this answer to this question.
typed-employment-offer = offer not signed|offer, not signed|not signed

# Words for this answer to this question.
typed-employment-own-company = own company|my own company

# Words for this answer to this question.
typed-employment-none = no|nope|not employed|unemployed

# Words for this answer to this question.
typed-tertiary-completed = yes|y|yeah|finished

# Words for this answer to this question.
typed-tertiary-in-progress = not finished|not yet finished|still studying

# Words for this answer to this question.
typed-tertiary-none = no|nope

# Words for this answer to this question.
typed-qualifications_related-yes = related

# Words for this answer to this question.
typed-qualifications_related-no = not related|unrelated

# Words for this answer to this question.
typed-qualifications_recognised-yes = internationally recognised

# Words for this answer to this question.
typed-post-managerial = management|a managerial post

# Words for this answer to this question.
typed-post-professional = a professional post

# Words for this answer to this question.
typed-post-neither = neither of them|neither of the two

# Words for this answer to this question.
typed-local_candidates-none-found = no|none|none found|not found|nobody

# Words for this answer to this question.
typed-local_candidates-available = yes|there are|some

# Words for this answer to this question.
typed-salary_vs_median-below = lower|below median|less

# Words for this answer to this question.
typed-salary_vs_median-at-or-above = higher|above|above the median|equal|the same|at the median

# Words for this answer to this question.
typed-circumstances-none = no|nope

# Words for this answer to this question.
typed-circumstances-some = yes|y|yeah

# Words for this answer to this question.
typed-circumstances-rather-not = rather not say|prefer not to say|i'd rather not say

# Words for this answer to this question.
typed-last_change_on-recent = within 30 days|less than 30 days ago|today|yesterday

# Words for this answer to this question.
typed-last_change_on-earlier = over 30 days ago|more than 30 days

# Words for this answer to this question.
typed-change_reported-yes = all reported|everything is reported|nothing changed|nothing has changed|no change|no changes

# Words for this answer to this question.
typed-change_reported-no = not yet|not reported|not all

# Words with two readings at this question; they are asked back.
typed-change_reported-two-readings = none

# Words for this route.
typed-hk-qmas-gpt = general|general test|general points test

# Words for this route.
typed-hk-qmas-apt = achievement|by achievement|achievement-based|achievement-based points test

# Words for this route.
typed-mo-technical = macao|macau

# Questions for odds, which nobody can give; problem-odds answers them.
typed-odds = odds|what are my odds|what are my chances|my chances|chances|chance of success|success rate|will i be approved|will i get approved|how likely

# Everything that people call this language, in any script. A name that two languages have is asked back.
typed-language-name = english|eng|en|en-us|en_us|en-gb|en_gb|英文|英語|英语
