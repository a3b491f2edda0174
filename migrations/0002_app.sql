-- The door: company settings, and the keys that callers gave to their requests.

CREATE TABLE app_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE app_request_key (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64),
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (actor, key)
);
