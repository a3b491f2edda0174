-- What is asked for by its name or its ticket is looked up, however long the log and however many the
-- tasks.

CREATE INDEX events_log_name ON events_log (name, seq);
CREATE INDEX tasks_task_ticket ON tasks_task (ticket, id) WHERE ticket IS NOT NULL;
