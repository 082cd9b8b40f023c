# Answer in a group. $link: opens a private chat with the bot.
telegram-group = Personal questions belong in a private chat: { $link }

# The last word after a deletion.
telegram-deleted = Everything that was kept about you here has been deleted. The messages in this chat are yours to clear in Telegram. /start begins anew.

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
