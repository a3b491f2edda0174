//! Closing tasks. The request itself is the door's, since its answer tells balances as well.

use crate::events::Append;
use crate::events::shape::TaskClosed;
use crate::kernel::ids::TaskId;
use crate::store::{Asker, Read, Write};
use crate::tasks::TaskError;
use crate::tasks::model::{Status, Task, TaskView};
use crate::tasks::sql;

/// Closes all of the tasks or none; a task named twice is closed once (T6).
pub fn close_tasks(
    tx: &mut Write<'_>,
    ids: &[TaskId],
    asker: &Asker,
) -> Result<Vec<TaskView>, TaskError> {
    let no_popug = || TaskError::NoPopug(asker.actor.to_string());
    let by = asker.actor.user().ok_or_else(no_popug)?;
    let ids = once_each(ids);
    if ids.is_empty() {
        return Err(TaskError::NoIds);
    }
    let (now, day) = (tx.now(), sql::zone(tx)?.day_of(tx.now()));
    let mut tasks = find_in_order(tx, &ids)?;
    for task in &mut tasks {
        task.check_closable(by)?;
        task.view.status = Status::Closed;
        task.view.closed_at = Some(now);
    }
    sql::mark_closed(tx, &ids, now, day)?;
    let cause = tx.cause();
    let closed = ids.iter().map(|task| TaskClosed { task: *task, by });
    tx.append_many(closed.map(|it| (it.into(), cause)))?;
    Ok(views(tasks))
}

/// The tasks with these ids, in their order.
pub fn find_tasks(read: &Read<'_>, ids: &[TaskId]) -> Result<Vec<TaskView>, TaskError> {
    Ok(views(find_in_order(read, ids)?))
}

fn find_in_order(read: &Read<'_>, ids: &[TaskId]) -> Result<Vec<Task>, TaskError> {
    let mut found = sql::find_each(read, ids)?;
    let tasks = ids
        .iter()
        .map(|id| found.remove(id).ok_or(TaskError::Unknown(*id)));
    tasks.collect()
}

fn views(tasks: Vec<Task>) -> Vec<TaskView> {
    tasks.into_iter().map(|task| task.view).collect()
}

fn once_each(ids: &[TaskId]) -> Vec<TaskId> {
    let mut seen = std::collections::HashSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
