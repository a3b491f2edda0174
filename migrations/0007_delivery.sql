-- Delivery: letters and payments on their way, one of each for every invoice.

CREATE TABLE delivery_user (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    full_name TEXT
);

CREATE TABLE delivery_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE delivery_letter (
    invoice_id BIGINT NOT NULL PRIMARY KEY CHECK (invoice_id > 0),
    day TEXT NOT NULL,
    user_id BIGINT NOT NULL,
    transaction_id BIGINT NOT NULL,
    amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
    finalized_at BIGINT NOT NULL,
    domain TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead')),
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    next_at BIGINT,
    last_error TEXT,
    sent_at BIGINT,
    CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX delivery_letter_due ON delivery_letter (state, next_at, invoice_id);
CREATE INDEX delivery_letter_day ON delivery_letter (day, invoice_id);

CREATE TABLE delivery_payment (
    invoice_id BIGINT NOT NULL PRIMARY KEY CHECK (invoice_id > 0),
    day TEXT NOT NULL,
    user_id BIGINT NOT NULL,
    transaction_id BIGINT NOT NULL,
    amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
    finalized_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'processed', 'refused')),
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    next_at BIGINT,
    last_error TEXT,
    ended_at BIGINT,
    CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX delivery_payment_due ON delivery_payment (state, next_at, invoice_id);
