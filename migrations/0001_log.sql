-- The log: its head, which every write takes first, its events, and how far consumers have heard.

CREATE TABLE log_head (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    schema BIGINT NOT NULL,
    store_id TEXT NOT NULL,
    sandbox BIGINT NOT NULL CHECK (sandbox IN (0, 1)),
    created_at BIGINT NOT NULL
);

CREATE TABLE events_log (
    seq BIGINT NOT NULL PRIMARY KEY CHECK (seq > 0),
    name TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    subject TEXT NOT NULL,
    producer TEXT NOT NULL,
    occurred_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    cause BIGINT,
    data TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);
-- append-only: events_log (seq)
CREATE INDEX events_log_subject ON events_log (subject, seq);

-- seq is the last event that the consumer has behind it, heard the last one that it took in: dead
-- letters behind that one are in a row.
CREATE TABLE events_offset (
    consumer TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL CHECK (seq >= 0),
    heard BIGINT NOT NULL DEFAULT 0 CHECK (heard >= 0)
);

CREATE TABLE events_dead (
    id BIGINT NOT NULL PRIMARY KEY,
    consumer TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('dead', 'parked', 'released', 'retried', 'discarded')),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    ended_because TEXT,
    UNIQUE (consumer, seq)
);
CREATE INDEX events_dead_state ON events_dead (state, consumer, subject);
