notice-kept = 你的回答会在这里加密保存，最多{ $finished }天。/privacy 说明保存了什么，/delete 可以删除。
go-on = 你的对话还没结束，下面是你之前的步骤。/new 可以重新开始。
begin-anew = 我们之前的对话记录已无法读取，不是你的错，请重新开始。
sorry = 这里出了问题，不是你的错。你的回答都还在：/result 查看你的进度。
stale-screen = 那一题已经回答过了。下面是你现在所在的步骤。
edited-answer = 你修改了消息。要修改那个回答吗？
edited-in-vain = 你修改了一条消息，但这里不会因此改变。要修改回答，请用 /edit 。
unread-file = 这里不读取文件和语音，也不需要提供。内容没有保存。
unread-captioned = 这里不读取文件，文件下面的文字也不会当作回答；请单独发送。相关内容都没有保存。
unread-contact = 这里不需要这项信息，也没有保存。
unread-forwarded = 这是转发的消息，所以不当作你自己的回答。请点选选项，或者直接输入回答。
unread-wordless = 这里读不了这类消息。请点选选项，或者直接输入回答。
help = 点选选项，或者直接输入回答。/edit 修改回答，/why 说明为什么问，/result 查看目前的结果，/language 切换语言，/new 重新开始。与保存的内容有关：/privacy、/mydata、/delete。
unknown-command = 没有这个命令。/help 列出可用的命令。
about = Yauchoi（优才）帮你对照香港或澳门的人才甄选规则，看看自己符合哪些要求。它不是政府机构，也不提供法律意见。版本：{ $version }。运营者：{ $operator }。联系： { $contact }
privacy =
    运营者：{ $operator }。联系： { $contact }
    只保存以下内容：
    { $stored }
    你说的内容和待发送的消息会加密，编号和时间则不加密。这些内容在你最后一条消息之后{ $unfinished }天删除，如果已经得出结果则为{ $finished }天；使用 /delete 则立即删除，备份也在同一期限内删除。/mydata 把全部内容作为文件发给你。聊天里的消息，可以由你在Telegram里自行清除。
stored-and =
    { $first }
    { $then }
mydata = 这是这里保存的与你有关的全部内容。
delete-ask = 要删除这里保存的所有与你有关的内容吗？删除后无法恢复。
delete-yes = 全部删除
delete-no = 保留
