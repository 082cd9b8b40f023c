# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-facts = "facts" must be an object of facts by id; write one.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-no-edition = { $scheme } had no rules on { $on }; the first edition starts on { $first }. Give a later day.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-utf8 = the line is not UTF-8; save the file as UTF-8.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-json = the line is not JSON, or holds NaN or an infinity; write one JSON object a line.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-object = the line is JSON but not an object; write one object a line.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-key = "{ $found }" is not a key of a line; a line holds "case", "scheme", "on" and "facts".

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-twice = "{ $found }" stands twice; keep one.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-scheme = "scheme" is "{ $found }", which is not a scheme; `yauchoi schemes` lists them.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-on = "on" is "{ $found }", but a day is written YYYY-MM-DD.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $found: what stood there.
bad-on-no-such-day = "on" is "{ $found }", a day that no calendar has; write one that it has.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-unknown-fact = "{ $fact }" is not a fact; `yauchoi facts` lists them.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-whole = "{ $fact }" is { $found }, but must be a whole number.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-number = "{ $fact }" is { $found }, but must be a number.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-out-of-bounds = "{ $fact }" is { $found }, but must be from { $least } to { $most }.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-band = "{ $fact }" is { $found }, but a band has "from", "below" or both.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-empty-band = "{ $fact }" is { $found }, a band that holds no value; let "from" be smaller than "below".

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-flag = "{ $fact }" is { $found }, but must be true or false.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-option = "{ $fact }" is { $found }, but must be one of: { $options }.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-list = "{ $fact }" is { $found }, but must be a list.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-language = "{ $fact }" holds { $found }, but a language is chinese, english or an ISO 639-1 code other than zh and en.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-nation = "{ $fact }" is { $found }, but must be an ISO 3166-1 alpha-2 code or other.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-not-day = "{ $fact }" is { $found }, but a day is written YYYY-MM-DD, or YYYY-MM for a month.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-no-such-day = "{ $fact }" is { $found }, a day that no calendar has; write one that it has.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-born-too-early = "{ $fact }" is { $found }, which makes somebody older than { $most }; give the right year.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-born-later = "{ $fact }" is { $found }, after the day of application, { $on }; give an earlier one.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-age-disagrees = "{ $fact }" is { $found }, but the birth date makes it { $age }; give one of them, or make them agree.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-above = "{ $fact }" is { $found }, above "{ $other }", which is { $bound }; lower the one or raise the other.

# For programs that feed JSON Lines; keep names in quotation marks as they are. $fact: id; $found: what stood there.
bad-filed-late = "{ $fact }" is { $found }, but a pending case was filed before { $before }; give an earlier day, or another purpose.

# A wrong call of a command; options and YYYY-MM-DD stay as they are. $found: what stood there.
call-day = --on is "{ $found }", but a day is written YYYY-MM-DD

# A wrong call of a command; options stay as they are. $found: what stood there.
call-no-such-day = --on is "{ $found }", a day that no calendar has; give one that it has

# A wrong call of a command. $found: the name of the file; $why: why it cannot be read.
call-file = the file "{ $found }" cannot be read ({ $why }); name one that can

# Why a file cannot be read or written.
call-file-missing = No such file or directory

# Why a file cannot be read or written.
call-file-folder = Is a directory

# Why a file cannot be read or written.
call-file-forbidden = Permission denied

# A wrong call of the command that makes a card.
call-card = name either FILE and --out, or --verify and a PDF

# A wrong call of the command that makes a card. $count: lines of the input.
call-card-lines = the input holds { $count } lines, but a card is made of one JSON line

# A wrong call of the command that makes a card.
call-card-too-long = the input holds too much to be one line, but a card is made of one JSON line

# A wrong call of the command that makes a card. $found: the name that was given.
call-out = --out is "{ $found }", but a name that ends in .png or .pdf is expected

# A wrong call of the command that makes a card.
call-out-left-out = --out is left out, but a name that ends in .png or .pdf is expected

# A wrong call of the command that makes a card. $found: the name that was given; $why: why not.
call-out-unwritable = --out is "{ $found }", which cannot be written ({ $why }); name another

# A wrong call of the command that makes a card.
call-out-verify = --out is for making a card; leave it out with --verify
