-- A letter knows its age and since when it is held. Those of before are as old as the migration.
ALTER TABLE outbox ADD COLUMN written_at REAL NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN held_at REAL NOT NULL DEFAULT 0;
UPDATE outbox SET written_at = :now;

-- An update that is handled no longer says whose it was.
UPDATE inbox SET chat_id = NULL WHERE done_at IS NOT NULL;
DROP INDEX inbox_chat;

-- What cannot be read is set aside.
CREATE TABLE unreadable (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    chat_id INTEGER,
    update_id INTEGER,
    seq INTEGER,
    value BLOB NOT NULL,
    found_at REAL NOT NULL
);
CREATE INDEX unreadable_chat ON unreadable (chat_id);

-- A sealed value opens in its own row alone.
UPDATE inbox SET raw = sealed_for(raw, 'inbox.raw:' || update_id) WHERE raw IS NOT NULL;
UPDATE chat SET state = sealed_for(state, 'chat.state:' || chat_id);
UPDATE outbox SET call = sealed_for(call, 'outbox.call:' || update_id || ':' || seq);
UPDATE meta SET value = sealed_for(value, 'meta.value:' || key) WHERE key = 'proof';
