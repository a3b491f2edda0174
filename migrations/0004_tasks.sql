-- Tasks, the pool that they are drawn from, and every draw.

CREATE TABLE tasks_user (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active BIGINT NOT NULL CHECK (active IN (0, 1)),
    in_pool BIGINT NOT NULL CHECK (in_pool IN (0, 1))
);
CREATE INDEX tasks_user_pool ON tasks_user (in_pool, id);

CREATE TABLE tasks_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE tasks_pool_change (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    user_id BIGINT NOT NULL,
    joins BIGINT NOT NULL CHECK (joins IN (0, 1))
);
-- append-only: tasks_pool_change (version)

CREATE TABLE tasks_draw (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('created', 'imported', 'reassigned')),
    algorithm TEXT NOT NULL,
    seed TEXT NOT NULL CHECK (length(seed) = 64),
    seed_given BIGINT NOT NULL CHECK (seed_given IN (0, 1)),
    pool BIGINT NOT NULL,
    pool_members BIGINT NOT NULL CHECK (pool_members > 0),
    tasks BIGINT NOT NULL CHECK (tasks > 0)
);
-- append-only: tasks_draw (id)

CREATE TABLE tasks_task (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    ticket TEXT,
    title TEXT NOT NULL,
    description TEXT,
    folded TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    author_id BIGINT NOT NULL,
    assignee_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_day TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_day TEXT,
    fee_cents BIGINT,
    reward_cents BIGINT,
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX tasks_task_status ON tasks_task (status, id);
CREATE INDEX tasks_task_assignee ON tasks_task (assignee_id, status, id);

CREATE TABLE tasks_assignment (
    draw BIGINT NOT NULL,
    idx BIGINT NOT NULL CHECK (idx >= 0),
    task_id BIGINT NOT NULL,
    assignee_id BIGINT NOT NULL,
    PRIMARY KEY (draw, idx)
);
-- append-only: tasks_assignment (draw, idx)
CREATE INDEX tasks_assignment_task ON tasks_assignment (task_id, draw);
