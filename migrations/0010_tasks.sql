-- Which rows of outside an author has imported already, each as one task for ever.

CREATE TABLE tasks_import_key (
    author_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    task_id BIGINT NOT NULL,
    PRIMARY KEY (author_id, key)
);
