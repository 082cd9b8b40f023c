telegram-no-files = 这里不读取文件和语音，也不需要提供。内容没有保存。
telegram-no-contact = 这里不需要这项信息，也没有保存。
telegram-group = 涉及个人情况的问题，请在私聊中回答： { $link }
telegram-stale = 那一题已经回答过了。下面是你现在所在的步骤。
telegram-edited = 你修改了消息。要修改那个回答吗？
telegram-help = 点选选项，或者直接输入回答。/edit 修改回答，/why 说明为什么问，/result 查看目前的结果，/language 切换语言，/new 重新开始。与保存的内容有关：/privacy、/mydata、/delete。
telegram-about = Yauchoi（优才）帮你对照香港或澳门的人才甄选规则，看看自己符合哪些要求。它不是政府机构，也不提供法律意见。版本：{ $version }。运营者：{ $operator }。联系： { $contact }
telegram-privacy =
    运营者：{ $operator }。联系： { $contact }
    只保存以下内容：
    { $stored }
    你说的内容和待发送的消息会加密，编号和时间则不加密。这些内容在你最后一条消息之后{ $unfinished }天删除，如果已经得出结果则为{ $finished }天；使用 /delete 则立即删除，备份也在同一期限内删除。/mydata 把全部内容作为文件发给你。聊天里的消息，可以由你在Telegram里自行清除。
telegram-notice = 你的回答会在这里加密保存，最多{ $finished }天。/privacy 说明保存了什么，/delete 可以删除。
telegram-unknown-command = 没有这个命令。/help 列出可用的命令。
telegram-go-on = 你的对话还没结束，下面是你之前的步骤。/new 可以重新开始。
telegram-delete-ask = 要删除这里保存的所有与你有关的内容吗？删除后无法恢复。
telegram-delete-yes = 全部删除
telegram-delete-no = 保留
telegram-deleted = 这里保存的与你有关的内容已全部删除。聊天里的消息可以由你在Telegram里自行清除。输入 /start 重新开始。
telegram-mydata = 这是这里保存的与你有关的全部内容。
telegram-sorry = 这里出了问题，不是你的错。你的回答都还在：/result 查看你的进度。
telegram-begin-anew = 我们之前的对话记录已无法读取，不是你的错，请重新开始。
stored-and =
    { $first }
    { $then }
stored-id = · 这个聊天的编号
stored-answers = · 你的语言、途径和回答
stored-sending = · 发送和修改消息所需的信息：对话次数、当前画面的消息编号、你是否屏蔽了机器人、待发送的消息及其发送时间
stored-times = · 你最后一次发消息的时间，以及是否已得出结果
stored-keys = · 两天内每条更新的Telegram编号及其收到和处理的时间，处理后不再记录属于谁
stored-messages = · 处理中的消息，处理后即删除
stored-unreadable = · 已无法读取的记录，连同其时间另行存放，最迟也在同一期限删除
telegram-description = 想到香港（优秀人才入境计划）或澳门定居？这里帮你对照甄选规则，看看自己符合哪些要求：每项只问一个简短的问题，最后如实给出结果，并附上理由和来源。仅供参考：不是政府机构，不构成法律意见，也不作任何保证。
telegram-short-description = 对照香港和澳门的人才计划，看看自己符合哪些要求，附理由和来源。
command-start = 开始，或回到之前的步骤
command-new = 重新开始
command-result = 目前的结果
command-edit = 修改回答
command-language = English、繁體、简体
command-why = 为什么问这一题
command-help = 使用说明
command-privacy = 保存了什么
command-mydata = 以文件取得全部内容
command-delete = 删除全部内容
command-about = 由谁运营
command-cancel = 离开当前步骤，继续
telegram-card = 你的结果卡（PDF）。内容如果被改动过，制作这张卡的机器人可以查出来。
telegram-no-card = 这次没能制作结果卡，请稍后再试。你的结果不受影响。
