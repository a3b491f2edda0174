-- The texts of tasks, in the order of their key.

CREATE TABLE analytics_task_by_key (
    generation BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket TEXT,
    title TEXT NOT NULL,
    PRIMARY KEY (generation, id)
); -- by key
INSERT INTO analytics_task_by_key (generation, id, ticket, title)
SELECT generation, id, ticket, title FROM analytics_task ORDER BY generation, id;
DROP TABLE analytics_task;
ALTER TABLE analytics_task_by_key RENAME TO analytics_task;
