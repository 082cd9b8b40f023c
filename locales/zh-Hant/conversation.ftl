notice-kept = 你的答案會在這裏加密保留，最多{ $finished }日。/privacy 說明保留甚麼，/delete 可以刪除。
go-on = 你的對話仍在進行，以下是你之前的進度。/new 可重新開始。
begin-anew = 我們之前的對話記錄已無法讀取，並非你的錯，請重新開始。
sorry = 這裏出了問題，並非你的錯。你的答案仍然保留：/result 顯示你的進度。
stale-screen = 該題已經回答。以下是你現時的進度。
edited-answer = 你修改了訊息。要更改該項答案嗎？
edited-in-vain = 你修改了一則訊息，但這裏不會因此改變。要更改答案，請用 /edit 。
unread-file = 這裏不會讀取檔案及語音，亦毋須提供。有關內容沒有保留。
unread-captioned = 這裏不會讀取檔案，檔案下的文字亦不會當作答案；請另行輸入。當中一切均沒有保留。
unread-contact = 這裏毋須提供這項資料，亦沒有保留。
unread-forwarded = 這是轉發的訊息，所以不會當作你自己的答案。請按下選項，或直接輸入答案。
unread-wordless = 這裏未能讀取這類訊息。請按下選項，或直接輸入答案。
help = 按下選項，或直接輸入答案。/edit 更改答案，/why 解釋為何發問，/result 顯示現時情況，/language 轉換語言，/new 重新開始。有關所保留的資料：/privacy、/mydata、/delete。
unknown-command = 沒有這個指令。/help 列出可用的指令。
about = Yauchoi（優才）助你對照香港或澳門的人才甄選規則，看清自己符合哪些要求。它不代表任何當局，亦不提供法律意見。版本：{ $version }。營運者：{ $operator }。聯絡： { $contact }
privacy =
    營運者：{ $operator }。聯絡： { $contact }
    只會儲存以下資料：
    { $stored }
    你提供的內容及待發送的訊息會加密，編號及時間則不會。資料在你最後一則訊息之後{ $unfinished }日刪除，如已得出結果則為{ $finished }日；使用 /delete 則即時刪除，備份亦在同一期限內刪除。/mydata 以檔案形式提供全部資料。對話本身的內容，可由你在Telegram自行清除。
stored-and =
    { $first }
    { $then }
mydata = 這是這裏所保留關於你的全部資料。
delete-ask = 要刪除這裏保留的所有關於你的資料嗎？刪除後不能復原。
delete-yes = 全部刪除
delete-no = 保留
