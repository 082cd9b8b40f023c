CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat_id INTEGER,
    received_at REAL NOT NULL,
    raw BLOB,
    done_at REAL
);
CREATE INDEX inbox_waiting ON inbox (update_id) WHERE done_at IS NULL;
CREATE INDEX inbox_chat ON inbox (chat_id);
CREATE TABLE chat (
    chat_id INTEGER PRIMARY KEY,
    state BLOB NOT NULL,
    rev INTEGER NOT NULL,
    screen INTEGER,
    blocked INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    touched_at REAL NOT NULL
);
CREATE INDEX chat_touched ON chat (touched_at);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    call BLOB NOT NULL,
    sending INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    UNIQUE (update_id, seq)
);
CREATE INDEX outbox_chat ON outbox (chat_id, id);
