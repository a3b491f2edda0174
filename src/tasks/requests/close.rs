//! Closing tasks. The request itself is the door's, since its answer tells balances as well.

use crate::events::Append;
use crate::events::shape::TaskClosed;
use crate::kernel::ids::TaskId;
use crate::kernel::request::Asker;
use crate::store::{Read, Write};
use crate::tasks::TaskError;
use crate::tasks::model::TaskView;
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
    for id in &ids {
        let task = sql::find(tx, *id)?.ok_or(TaskError::Unknown(*id))?;
        task.check_closable(by)?;

        sql::mark_closed(tx, *id, now, day)?;
        tx.append(TaskClosed { task: *id, by })?;
    }
    find_tasks(tx, &ids)
}

/// The tasks with these ids, in their order.
pub fn find_tasks(read: &Read<'_>, ids: &[TaskId]) -> Result<Vec<TaskView>, TaskError> {
    let find = |id: &TaskId| {
        let found = sql::find(read, *id)?;
        found.map(|task| task.view).ok_or(TaskError::Unknown(*id))
    };
    ids.iter().map(find).collect()
}

fn once_each(ids: &[TaskId]) -> Vec<TaskId> {
    let mut seen = std::collections::HashSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
