-- Accounts, the ledger between them, and the days that it is closed by.

CREATE TABLE accounting_user (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE INDEX accounting_user_name ON accounting_user (name);

CREATE TABLE accounting_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE accounting_book (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    first_day TEXT NOT NULL
);
-- append-only: accounting_book (one)

CREATE TABLE accounting_account (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL CHECK (kind IN ('management', 'bank', 'popug')),
    user_id BIGINT UNIQUE REFERENCES accounting_user (id),
    balance_cents BIGINT NOT NULL,
    CHECK ((kind = 'popug') = (user_id IS NOT NULL))
);
INSERT INTO accounting_account (id, kind, user_id, balance_cents)
VALUES (1, 'management', NULL, 0), (2, 'bank', NULL, 0);

CREATE TABLE accounting_task (
    id BIGINT NOT NULL PRIMARY KEY,
    ticket TEXT,
    title TEXT NOT NULL,
    fee_cents BIGINT NOT NULL CHECK (fee_cents > 0),
    reward_cents BIGINT NOT NULL CHECK (reward_cents > 0),
    created_seq BIGINT NOT NULL
);

CREATE TABLE accounting_transaction (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'reward', 'payout', 'reversal', 'adjustment')),
    natural_key TEXT NOT NULL UNIQUE,
    from_account BIGINT NOT NULL REFERENCES accounting_account (id),
    to_account BIGINT NOT NULL REFERENCES accounting_account (id),
    amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
    from_balance_cents BIGINT NOT NULL,
    to_balance_cents BIGINT NOT NULL,
    task_id BIGINT,
    ticket TEXT,
    title TEXT,
    memo TEXT,
    actor TEXT NOT NULL,
    mends BIGINT REFERENCES accounting_transaction (id),
    cause BIGINT,
    CHECK (from_account <> to_account)
);
-- append-only: accounting_transaction (id)
CREATE INDEX accounting_transaction_from ON accounting_transaction (from_account, id);
CREATE INDEX accounting_transaction_to ON accounting_transaction (to_account, id);
CREATE INDEX accounting_transaction_cause ON accounting_transaction (cause);

CREATE TABLE accounting_account_day (
    account_id BIGINT NOT NULL REFERENCES accounting_account (id),
    day TEXT NOT NULL,
    fees_cents BIGINT NOT NULL CHECK (fees_cents >= 0),
    rewards_cents BIGINT NOT NULL CHECK (rewards_cents >= 0),
    other_cents BIGINT NOT NULL,
    paid_cents BIGINT NOT NULL CHECK (paid_cents >= 0),
    balance_cents BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL CHECK (last_id >= first_id),
    PRIMARY KEY (account_id, day)
);

CREATE TABLE accounting_invoice (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    day TEXT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES accounting_user (id),
    amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
    transaction_id BIGINT NOT NULL UNIQUE REFERENCES accounting_transaction (id),
    UNIQUE (day, user_id)
);
-- append-only: accounting_invoice (id)

CREATE TABLE accounting_day (
    day TEXT NOT NULL PRIMARY KEY,
    closed_at BIGINT NOT NULL,
    payouts BIGINT NOT NULL CHECK (payouts >= 0),
    paid_cents BIGINT NOT NULL CHECK (paid_cents >= 0),
    earned_cents BIGINT NOT NULL,
    debts_cents BIGINT NOT NULL CHECK (debts_cents >= 0),
    seal TEXT NOT NULL CHECK (length(seal) = 64)
);
-- append-only: accounting_day (day)
