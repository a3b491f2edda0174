-- On a server every write leaves its key: where the answer to a COMMIT is lost, the next connection
-- sees whether it happened. And a store that was moved says where it has gone.

CREATE TABLE log_write (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    at BIGINT NOT NULL
);
CREATE INDEX log_write_at ON log_write (at);

ALTER TABLE log_head ADD COLUMN moved_to TEXT;
