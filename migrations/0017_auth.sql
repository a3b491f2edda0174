-- When a session was last used, to the day; where it says nothing, since before that was noted.

ALTER TABLE auth_session ADD COLUMN used_at BIGINT;

-- The keys that a token gave to its requests are its own: a token that is made anew has another's
-- name, and not its keys.

UPDATE app_request_key
SET actor = actor || '@' || (
    SELECT CAST(MAX(t.created_at) AS TEXT) FROM auth_token t
    WHERE 'token:' || t.name = app_request_key.actor AND t.created_at <= app_request_key.at)
WHERE EXISTS (
    SELECT 1 FROM auth_token t
    WHERE 'token:' || t.name = app_request_key.actor AND t.created_at <= app_request_key.at);
