# The language's own name for itself, on the first screen.
language-name = English

# Place among the languages: a small number comes first.
language-order = 1

# The code by which dates, countries and languages are written.
language-locale = en_GB

# First screen, shown in every language at once.
language-ask = Which language do you prefer?

# Stands between items of a list.
list-separator = {", "}

# Stands between short sentences in one line.
sentence-separator = {" "}

# Last line of the terminal chat.
goodbye = Goodbye. Nothing you said here was kept.

# Last line of a terminal chat in which a score card was asked for; its PDF holds the answers, sealed.
goodbye-card = Goodbye. Nothing you said here was kept, but for your card: its PDF holds your answers, encrypted.

# Notice before the first question: what this is, what it is not, what is kept.
notice-title = Before we start

# Notice before the first question: what this is, what it is not, what is kept.
notice-purpose = Yauchoi tells you where you stand under the rules by which Hong Kong and Macao choose skilled people who want to settle: one short question for each factor, then an honest result with reasons and sources.

# Notice before the first question: what this is, what it is not, what is kept.
notice-limits = It is information, not legal advice, and not an authority. Only the government decides, and nobody can promise you approval.

# Notice before the first question: what this is, what it is not, what is kept.
notice-privacy = You give no name and no papers. Your answers are used for your result only.

# Notice before the first question: what this is, what it is not, what is kept.
notice-agree = Start

# Shown when the rules changed in mid-conversation. $day: first day of the edition in force.
notice-rules-changed = The rules have changed since you started: the edition of { $day } is in force now. Your answers are kept where they still fit.

# Shown when a scheme has no edition in force any more.
notice-rules-ended = The rules you started with have ended, and no later ones are known here. Please ask the authority.

# Shown after an answer was changed. $facts: short names of answers that no longer fit.
notice-dropped = This no longer fits your new answer and will be asked again if it matters: { $facts }.

# Asks for the route.
scheme-ask = Which route would you like to look at?

# Above a question. $number: its place; $total: how many are expected.
progress = Question { $number } of about { $total }

# Above a question of the former test. $count: questions left.
progress-former = { $count ->
    [one] Former test: 1 more question
   *[other] Former test: about { $count } more questions
}

# Above a question that is asked again. $told: the earlier answer.
ask-again = You said: { $told }

# A control on most screens; short, it can be typed as it stands.
control-unsure = Not sure

# A control on most screens; short, it can be typed as it stands.
control-back = Back

# A control on most screens; short, it can be typed as it stands.
control-edit = Change an answer

# A control on most screens; short, it can be typed as it stands.
control-why = Why do you ask

# A control on most screens; short, it can be typed as it stands.
control-person = Official contacts

# A control on most screens; short, it can be typed as it stands.
control-resume = Go on

# A control on most screens; short, it can be typed as it stands.
control-restart = Start again

# A control on most screens; short, it can be typed as it stands.
control-language = Language

# Overlay with the official contacts.
person-offer = Some questions are better asked directly. These are the official contacts.

# Official contacts; numbers and addresses stay as they are.
contacts-hong-kong =
    Immigration Department, Hong Kong: (852) 2824 6111 (Monday to Friday 8:45 am to 5:15 pm, Saturday 9 am to 12 noon, except public holidays)
    E-mail: enquiry@immd.gov.hk
    Help with the online form: (852) 3128 8668, 7 am to 11 pm daily
    Status of an application: (852) 3160 8663, 24 hours

# Official contacts; numbers and addresses stay as they are.
contacts-macao =
    Cases under Administrative Regulation 3/2005: Commerce and Investment Promotion Institute (IPIM), https://www.ipim.gov.mo
    Talent programmes: Talent Development Committee, https://www.cdqq.gov.mo

# The list of answers.
review-ask = Which answer would you like to change? The others are kept.

# The list of answers.
review-empty = You have not answered anything yet.

# A line of the list of answers. $fact: short name; $told: the answer.
review-line = { $fact }: { $told }

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-not-here = That is not possible at this point. Please choose one of the options below.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-stale = That choice is no longer open. Here is where you are now.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-not-an-option = “{ $found }” is not one of the options. Please type the number or letter of an option, or its words.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-no-edition = { $scheme } had no rules yet on that day; the first came into force on { $day }. Please choose a later day.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-too-long = That is { $found } characters; at most { $most } are read. Please write a short answer.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-empty = That line was empty. Please type the number or letter of an option, or your answer.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-control-character = That had characters in it that cannot be read. Please type your answer again.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-number-expected = “{ $found }” could not be understood as a number here. Please type it in figures, such as 35, from { $least } to { $most }, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-number-outside = “{ $found }” is outside what is possible here. Please type a number from { $least } to { $most }.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-whole-expected = “{ $found }” is not a whole number. Please type a whole number from { $least } to { $most }.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-nation-expected = “{ $found }” is not a country or region known here. Please type the one that issued your passport, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-language-expected = “{ $found }” could not be read as languages here. Please type names such as Chinese or English, with commas between them, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-share-in-doubt = “{ $found }” may be a percentage or a part of the whole. Please add the sign, such as 60%, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-age-in-doubt = “{ $found }” may not be meant as an age. Please type your age in figures, such as 35, or the letter of an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-hkd-expected = “{ $found }” may be in another currency, or for less than a year. Please give it in Hong Kong dollars for the whole year, such as 850,000, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-amount-in-doubt = “{ $found }” may leave out thousands, or a point may stand for a comma. Please type the whole amount, such as 850,000, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-amount-outside = “{ $found }” is outside what is possible here. Please type an amount such as 850,000, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-amount-expected = “{ $found }” could not be understood as an amount. Please type it in figures, such as 850,000, or choose an option.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-odds = “{ $found }”: nobody can tell the odds, and none are given here; only the government decides. Please look at which criteria are met, and choose what to do next.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-which-script = “{ $found }” can be in traditional or in simplified characters. Please choose one of the two.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-two-readings = “{ $found }” can be taken in two ways here. Please choose an option, or type its words.

# One sentence and a next step, for what could not be taken. $found: what was typed; $least, $most: the bounds; $other, $bound: another answer and its value.
problem-above = That is more than another answer allows. { $other }: { $bound }. Please give a smaller answer here, or change that one.
