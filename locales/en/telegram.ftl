# Answer to a photo, document, voice or video; the question follows.
telegram-no-files = Files and voice are not read here, and never needed. Nothing of it was kept.

# Answer to a contact or location; the question follows.
telegram-no-contact = That is not needed here, and was not kept.

# Answer in a group. $link: opens a private chat with the bot.
telegram-group = Personal questions belong in a private chat: { $link }

# Shown briefly after a tap on an old button.
telegram-stale = That question was already answered. Here is where you are now.

# Shown when the message of the last typed answer was edited.
telegram-edited = You edited your message. Would you like to change that answer?

# Answer to /help.
telegram-help = Tap an option or type your answer. /edit changes an answer, /why explains a question, /result shows where you stand, /language changes the language, /new starts again. /privacy, /mydata and /delete are about what is kept.

# Answer to /about. $operator: who runs the bot; $contact: how to reach them; $version: of the program.
telegram-about = Yauchoi tells you where you stand under the tests for settling in Hong Kong or Macao. It is no authority and gives no legal advice. This bot is run by { $operator }. Version { $version }. Contact: { $contact }

# Answer to /privacy. $operator, $contact: who runs the bot; $stored: what is stored; $unfinished, $finished: days.
telegram-privacy =
    Run by { $operator }. Contact: { $contact }
    Stored, and nothing else:
    { $stored }
    What you told us and what waits to be sent is encrypted; numbers and times are not. Everything is deleted { $unfinished } days after your last message, or { $finished } days if you had reached a result, and at once with /delete; backups follow within the same time. /mydata gives you everything as a file. What stands in this chat itself is yours to clear in Telegram.

# Under the notice before the first question. $finished: days.
telegram-notice = Here your answers are kept encrypted for at most { $finished } days. /privacy says what is kept, /delete deletes it.

# Answer to a command that is not known.
telegram-unknown-command = That command is not known. /help lists those that are.

# Answer to /start in the middle of a conversation.
telegram-go-on = You are in the middle of a conversation; here is where you were. /new starts again.

# Asked before everything is deleted.
telegram-delete-ask = Delete everything that is kept about you here? It cannot be undone.

# A button.
telegram-delete-yes = Delete everything

# A button.
telegram-delete-no = Keep it

# The last word after a deletion.
telegram-deleted = Everything that was kept about you here has been deleted. The messages in this chat are yours to clear in Telegram. /start begins anew.

# Goes with the file of /mydata.
telegram-mydata = This is everything that is kept about you here.

# When the program fails.
telegram-sorry = Something went wrong here, and it is not your fault. Your answers are kept: /result shows where you are.

# Above the first screen, where what was kept of a conversation cannot be read again.
telegram-begin-anew = What was kept of our conversation can no longer be read here. It is not your fault. Please begin again.

# Two kinds of what is stored, in /privacy, a line each. $first, $then: the kinds.
stored-and =
    { $first }
    { $then }

# What is stored, in /privacy.
stored-id = · the number of this chat

# What is stored, in /privacy.
stored-answers = · your language, route and answers

# What is stored, in /privacy.
stored-sending = · for sending and editing messages: the number of turns, Telegram’s number of your screen, whether you blocked the bot, what waits to be sent and until when

# What is stored, in /privacy.
stored-times = · when you last wrote, and whether you reached a result

# What is stored, in /privacy.
stored-keys = · for two days, Telegram’s number of each update and when it came and was handled; once handled, no longer whose it was

# What is stored, in /privacy.
stored-messages = · messages on their way, until they are handled

# What is stored, in /privacy.
stored-unreadable = · records that became unreadable, set aside with their time and deleted with the rest

# The bot’s description, before a chat begins; at most 512 letters.
telegram-description = Where do you stand under the tests for settling in Hong Kong (Quality Migrant Admission Scheme) or Macao? One short question for each factor, then an honest result with reasons and sources. Information only: no authority, no legal advice, no promise.

# The bot’s short description; at most 120 letters.
telegram-short-description = Where you stand under the talent schemes of Hong Kong and Macao, with reasons and sources.

# Description of the command /start.
command-start = begin, or see where you were

# Description of the command /new.
command-new = start again

# Description of the command /result.
command-result = where you stand so far

# Description of the command /edit.
command-edit = change an answer

# Description of the command /language.
command-language = English, 繁體, 简体

# Description of the command /why.
command-why = why a question is asked

# Description of the command /help.
command-help = how this works

# Description of the command /privacy.
command-privacy = what is kept about you

# Description of the command /mydata.
command-mydata = everything kept, as a file

# Description of the command /delete.
command-delete = delete everything

# Description of the command /about.
command-about = who runs this bot

# Description of the command /cancel.
command-cancel = leave what you are doing, go on

# Under the score card.
telegram-card = Your score card as a PDF. It can be checked for changes with the bot that made it.

# A score card that could not be made.
telegram-no-card = The card could not be made this time; please try again later. Your result stands as it is.
