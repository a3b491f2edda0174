-- Popugs, what proves that they are who they say, and their sessions.

CREATE TABLE auth_user (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'accountant', 'worker')),
    email TEXT NOT NULL,
    full_name TEXT,
    active BIGINT NOT NULL CHECK (active IN (0, 1)),
    created_at BIGINT NOT NULL
);

CREATE TABLE auth_beak (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES auth_user (id),
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE auth_enrolment (
    user_id BIGINT NOT NULL PRIMARY KEY REFERENCES auth_user (id),
    code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
    expires_at BIGINT NOT NULL
);

CREATE TABLE auth_session (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    user_id BIGINT NOT NULL REFERENCES auth_user (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX auth_session_user ON auth_session (user_id);

CREATE TABLE auth_attempt (
    name TEXT NOT NULL PRIMARY KEY,
    failed BIGINT NOT NULL CHECK (failed > 0),
    blocked_until BIGINT NOT NULL
);
