-- Counting what fell to whom within some days, and who closed what, without reading every task.

CREATE INDEX tasks_draw_day ON tasks_draw (day, pool, pool_members, tasks);
CREATE INDEX tasks_assignment_assignee ON tasks_assignment (draw, assignee_id);
CREATE INDEX tasks_task_closed ON tasks_task (closed_day, assignee_id) WHERE closed_day IS NOT NULL;
