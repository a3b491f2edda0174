-- What is looked for by its key alone lies in the order of its key: one tree for a million
-- assignments instead of three.

CREATE TABLE tasks_assignment_by_key (
    draw BIGINT NOT NULL,
    idx BIGINT NOT NULL CHECK (idx >= 0),
    task_id BIGINT NOT NULL,
    assignee_id BIGINT NOT NULL,
    PRIMARY KEY (draw, idx)
); -- by key
INSERT INTO tasks_assignment_by_key (draw, idx, task_id, assignee_id)
SELECT draw, idx, task_id, assignee_id FROM tasks_assignment ORDER BY draw, idx;
DROP TABLE tasks_assignment;
ALTER TABLE tasks_assignment_by_key RENAME TO tasks_assignment;
-- append-only: tasks_assignment (draw, idx)
CREATE INDEX tasks_assignment_task ON tasks_assignment (task_id, draw);

CREATE TABLE tasks_import_key_by_key (
    author_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    task_id BIGINT NOT NULL,
    PRIMARY KEY (author_id, key)
); -- by key
INSERT INTO tasks_import_key_by_key (author_id, key, task_id)
SELECT author_id, key, task_id FROM tasks_import_key ORDER BY author_id, key;
DROP TABLE tasks_import_key;
ALTER TABLE tasks_import_key_by_key RENAME TO tasks_import_key;
