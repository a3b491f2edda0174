-- Tokens: actors of their own, each kept as the hash of its secret. A revoked one stays, so that
-- what it did has a name; a name may then be given again.

CREATE TABLE auth_token (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    acts_as BIGINT REFERENCES auth_user (id),
    created_by BIGINT NOT NULL REFERENCES auth_user (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX auth_token_name ON auth_token (name) WHERE revoked_at IS NULL;
