-- What tasks are about, as accounting hears it: an audit log shows it beside the money (M1). A table
-- of its own, since a charge has no use for it. What was told before is taken over from where it
-- stands.

CREATE TABLE accounting_description (
    task_id BIGINT NOT NULL PRIMARY KEY,
    description TEXT
); -- by key
INSERT INTO accounting_description (task_id, description)
SELECT accounting_task.id, tasks_task.description
FROM accounting_task JOIN tasks_task ON tasks_task.id = accounting_task.id
WHERE tasks_task.description IS NOT NULL;
