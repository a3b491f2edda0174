-- Analytics: derived from the log alone, in generations, so that it can be rebuilt beside itself.

CREATE TABLE analytics_generation (
    generation BIGINT NOT NULL PRIMARY KEY CHECK (generation > 0),
    state TEXT NOT NULL CHECK (state IN ('current', 'filling')),
    rebuilt_through BIGINT NOT NULL CHECK (rebuilt_through >= 0)
);
CREATE UNIQUE INDEX analytics_generation_state ON analytics_generation (state);
INSERT INTO analytics_generation (generation, state, rebuilt_through) VALUES (1, 'current', 0);

CREATE TABLE analytics_task (
    generation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket TEXT,
    title TEXT NOT NULL,
    PRIMARY KEY (generation, id)
);

CREATE TABLE analytics_day (
    generation BIGINT NOT NULL,
    day TEXT NOT NULL,
    fees_cents BIGINT NOT NULL,
    rewards_cents BIGINT NOT NULL,
    top_task_id BIGINT,
    top_reward_cents BIGINT,
    top_seq BIGINT,
    top_sharing BIGINT,
    PRIMARY KEY (generation, day)
);

CREATE TABLE analytics_balance (
    generation BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    balance_cents BIGINT NOT NULL,
    PRIMARY KEY (generation, user_id)
);

CREATE TABLE analytics_change (
    generation BIGINT NOT NULL,
    day TEXT NOT NULL,
    user_id BIGINT NOT NULL,
    change_cents BIGINT NOT NULL,
    PRIMARY KEY (generation, day, user_id)
);
