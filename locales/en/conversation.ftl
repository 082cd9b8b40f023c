# Under the notice before the first question. $finished: days.
notice-kept = Here your answers are kept encrypted for at most { $finished } days. /privacy says what is kept, /delete deletes it.

# Answer to /start in the middle of a conversation.
go-on = You are in the middle of a conversation; here is where you were. /new starts again.

# Above the first screen, where what was kept of a conversation cannot be read again.
begin-anew = What was kept of our conversation can no longer be read here. It is not your fault. Please begin again.

# When the program fails.
sorry = Something went wrong here, and it is not your fault. Your answers are kept: /result shows where you are.

# Shown briefly after a tap on an old button.
stale-screen = That question was already answered. Here is where you are now.

# Shown when the message of the last typed answer was edited.
edited-answer = You edited your message. Would you like to change that answer?

# Said once, where a message was edited that held no answer.
edited-in-vain = You edited a message; that changes nothing here. /edit changes an answer.

# Answer to a photo, document, voice or video; the question follows.
unread-file = Files and voice are not read here, and never needed. Nothing of it was kept.

# Answer to a file with words under it; the question follows.
unread-captioned = Files are not read here, and words under one are not taken as an answer. Please send them by themselves. Nothing of it was kept.

# Answer to a contact or location; the question follows.
unread-contact = That is not needed here, and was not kept.

# Answer to a forwarded message; the question follows.
unread-forwarded = That was forwarded, so it is not taken as your own answer. Please tap an option or type yours.

# Answer to a sticker, a poll, a gift and the like; the question follows.
unread-wordless = That is not something that can be read here. Please tap an option or type your answer.

# Answer to /help.
help = Tap an option or type your answer. /edit changes an answer, /why explains a question, /result shows where you stand, /language changes the language, /new starts again. /privacy, /mydata and /delete are about what is kept.

# Answer to a command that is not known.
unknown-command = That command is not known. /help lists those that are.

# Answer to /about. $operator: who runs the bot; $contact: how to reach them; $version: of the program.
about = Yauchoi tells you where you stand under the tests for settling in Hong Kong or Macao. It is no authority and gives no legal advice. This bot is run by { $operator }. Version { $version }. Contact: { $contact }

# Answer to /privacy. $operator, $contact: who runs the bot; $stored: what is stored; $unfinished, $finished: days.
privacy =
    Run by { $operator }. Contact: { $contact }
    Stored, and nothing else:
    { $stored }
    What you told us and what waits to be sent is encrypted; numbers and times are not. Everything is deleted { $unfinished } days after your last message, or { $finished } days if you had reached a result, and at once with /delete; backups follow within the same time. /mydata gives you everything as a file. What stands in this chat itself is yours to clear in Telegram.

# Two kinds of what is stored, in /privacy, a line each. $first, $then: the kinds.
stored-and =
    { $first }
    { $then }

# Goes with the file of /mydata.
mydata = This is everything that is kept about you here.

# Asked before everything is deleted.
delete-ask = Delete everything that is kept about you here? It cannot be undone.

# A button.
delete-yes = Delete everything

# A button.
delete-no = Keep it
