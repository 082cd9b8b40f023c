"""What is said whatever the rules are: each message with its arguments, and how they are listed."""

from __future__ import annotations

from flows.message import parse_needed

# Ids of messages, each with its arguments.
FIXED = parse_needed(
    """
    language-name
    language-order
    language-locale
    language-ask
    list-separator
    sentence-separator
    goodbye
    goodbye-card
    notice-title
    notice-purpose
    notice-limits
    notice-privacy
    notice-agree
    notice-rules-changed day
    notice-rules-ended
    notice-dropped facts
    scheme-ask
    progress number total
    progress-former count
    ask-again told
    control-unsure
    control-back
    control-edit
    control-why
    control-person
    control-resume
    control-restart
    control-language
    control-more
    control-quit
    option-yes
    option-no
    value-unsure
    nation-KP
    days-until day
    days-from day
    days-between first last
    why-parts parts
    why-told why told
    source-named title address
    source-unrecorded title
    source-incomplete title
    source-of-rule sources sure
    source-cited sources read sure
    sure-official
    sure-several
    sure-single
    sure-inferred
    early-go-on count
    early-go-historic count
    early-enough
    stopped-kind
    stopped-change
    review-ask
    review-empty
    review-line fact told
    person-offer
    result-title scheme day
    edition-name scheme day
    result-ineligible
    result-closed
    result-closed-since day law
    successor-open successor count until
    successor-between successor count until
    successor-later successor
    labels-historic
    brief-doubtful line
    value-not-told
    told-more told count
    told-and first then
    result-bar bar
    result-doubts look
    line-unsettled text
    result-former
    former-title edition day
    former-ineligible
    former-short day last
    former-kept day
    short-ineligible
    result-open-unsure facts
    result-open-not-told facts
    result-open-first names
    unsettled-title
    footer-revision revision
    footer-stale day
    card-title
    card-day day
    card-missing facts
    problem-not-here
    problem-stale
    problem-not-an-option found
    problem-no-edition scheme day
    problem-too-long found most
    problem-empty
    problem-control-character
    problem-two-readings found
    problem-which-script found
    problem-odds found
    problem-number-expected found least most
    problem-amount-expected found
    problem-amount-outside found
    problem-amount-in-doubt found
    problem-hkd-expected found
    problem-age-in-doubt found
    problem-share-in-doubt found
    problem-number-outside found least most
    problem-whole-expected found least most
    problem-nation-expected found
    problem-language-expected found
    problem-above other bound
    bad-facts
    bad-no-edition scheme on first
    bad-utf8
    bad-json
    bad-not-object
    bad-key found
    bad-twice found
    bad-scheme found
    bad-on found
    bad-on-no-such-day found
    bad-unknown-fact fact
    bad-not-whole fact found
    bad-not-number fact found
    bad-out-of-bounds fact found least most
    bad-not-band fact found
    bad-empty-band fact found
    bad-not-flag fact found
    bad-not-option fact found options
    bad-not-list fact found
    bad-not-language fact found
    bad-not-nation fact found
    bad-not-day fact found
    bad-no-such-day fact found
    bad-born-too-early fact found most
    bad-born-later fact found on
    bad-age-disagrees fact found age
    bad-above fact found other bound
    bad-filed-late fact found before
    outcome-meets
    outcome-falls-short
    outcome-review
    outcome-ineligible
    outcome-closed
    outcome-open
    ways-title
    certificate-closed
    certificate-people
    certificate-blocked failed
    certificate-mended count
    certificate-unsure count
    certificate-untold facts
    certificate-no
    way-plain changes
    way-under way age
    change-and first then
    change-from fact before after
    change-untold fact after
    ways-more count
    ways-order
    ways-untold facts
    step-mend failed
    step-meets look
    step-closed look
    step-review look
    step-ways look
    find-several facts
    find-first fact
    find-door fact
    rules-coming day stands
    rules-coming-ask rules facts
    rules-end day
    month-rules day
    course-any-day-because day stands facts
    course-assuming line now
    rules-assuming rules now
    course-title
    course-rules day
    course-coarse facts
    course-today day stands
    course-event day stands
    course-event-because day stands facts
    course-still
    month-title month
    chart-title
    chart-line day bar
    chart-legend
    when-ask
    problem-month-expected found
    notice-born month
    problem-month-far month years
    problem-age-disagrees age
    problem-born-later found on
    reasons-title
    conditions-title
    sources-title
    ground-plain line why rule
    ground-better line why more rule
    ground-rule marks sure
    condition-met text rule
    condition-not-met text rule
    condition-open text rule
    source-numbered number source read
    trying-ask
    compare-title
    compare-now stands
    compare-then stands
    compare-line name before after
    compare-same
    compare-open count
    compare-keep
    compare-again
    stands result outcome
    certificate-door count
    look-why
    look-back
    next-family
    ask-dependants
    ask-dependants-why
    ask-birth_date
    ask-birth_date-why
    card-offer
    card-before
    card-holds
    card-make
    typed-make
    card-written name
    card-not-made why
    """
)
