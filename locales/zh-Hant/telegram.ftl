telegram-no-files = 這裏不會讀取檔案及語音，亦毋須提供。有關內容沒有保留。
telegram-no-contact = 這裏毋須提供這項資料，亦沒有保留。
telegram-group = 涉及個人情況的問題，請在私人對話中作答： { $link }
telegram-stale = 該題已經回答。以下是你現時的進度。
telegram-edited = 你修改了訊息。要更改該項答案嗎？
telegram-help = 按下選項，或直接輸入答案。/edit 更改答案，/why 解釋為何發問，/result 顯示現時情況，/language 轉換語言，/new 重新開始。有關所保留的資料：/privacy、/mydata、/delete。
telegram-about = Yauchoi（優才）助你對照香港或澳門的人才甄選規則，看清自己符合哪些要求。它不代表任何當局，亦不提供法律意見。版本：{ $version }。營運者：{ $operator }。聯絡： { $contact }
telegram-privacy =
    營運者：{ $operator }。聯絡： { $contact }
    只會儲存以下資料：
    { $stored }
    你提供的內容及待發送的訊息會加密，編號及時間則不會。資料在你最後一則訊息之後{ $unfinished }日刪除，如已得出結果則為{ $finished }日；使用 /delete 則即時刪除，備份亦在同一期限內刪除。/mydata 以檔案形式提供全部資料。對話本身的內容，可由你在Telegram自行清除。
telegram-notice = 你的答案會在這裏加密保留，最多{ $finished }日。/privacy 說明保留甚麼，/delete 可以刪除。
telegram-unknown-command = 沒有這個指令。/help 列出可用的指令。
telegram-go-on = 你的對話仍在進行，以下是你之前的進度。/new 可重新開始。
telegram-delete-ask = 要刪除這裏保留的所有關於你的資料嗎？刪除後不能復原。
telegram-delete-yes = 全部刪除
telegram-delete-no = 保留
telegram-deleted = 這裏所保留關於你的資料已全部刪除。對話中的訊息可由你在Telegram自行清除。輸入 /start 可重新開始。
telegram-mydata = 這是這裏所保留關於你的全部資料。
telegram-sorry = 這裏出了問題，並非你的錯。你的答案仍然保留：/result 顯示你的進度。
telegram-begin-anew = 我們之前的對話記錄已無法讀取，並非你的錯，請重新開始。
stored-and =
    { $first }
    { $then }
stored-id = · 這個對話的編號
stored-answers = · 你的語言、途徑及答案
stored-sending = · 發送及編輯訊息所需的資料：對話次數、目前畫面的訊息編號、你有否封鎖本機械人、待發送的訊息及其發送時間
stored-times = · 你最後一次發訊息的時間，以及是否已得出結果
stored-keys = · 兩日內每項更新的Telegram編號及其收到和處理的時間，處理後不再記錄屬於誰
stored-messages = · 處理中的訊息，處理後即刪除
stored-unreadable = · 已無法讀取的記錄，連同其時間另行存放，最遲亦在同一期限刪除
telegram-description = 想到香港（優秀人才入境計劃）或澳門定居？這裏助你對照甄選規則，看清自己符合哪些要求：每項只問一條簡短問題，最後如實說明結果，並附上理由及資料來源。資料只供參考：不代表當局，並非法律意見，亦不作任何保證。
telegram-short-description = 對照香港及澳門的人才計劃，看看自己符合哪些要求，附理由及資料來源。
command-start = 開始，或返回之前的進度
command-new = 重新開始
command-result = 現時的情況
command-edit = 更改答案
command-language = English、繁體、简体
command-why = 為何問這一題
command-help = 使用說明
command-privacy = 保留了甚麼資料
command-mydata = 以檔案取得全部資料
command-delete = 刪除全部資料
command-about = 由誰營運
command-cancel = 離開目前步驟並繼續
telegram-card = 你的結果卡（PDF）。內容如曾被改動，製作這張卡的機械人可以查出。
telegram-no-card = 這次未能製作結果卡，請稍後再試。你的結果不受影響。
