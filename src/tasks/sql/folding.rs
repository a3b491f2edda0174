//! What searches look at, folded anew where an older popug folded otherwise.

use crate::kernel::ids::TaskId;
use crate::store::{Bind, Read, StoreError, Update, Write, columns, fields};
use crate::tasks::model::Wording;

/// A task, what it says, and that as it is folded.
pub type Folded = (TaskId, Wording, String);

fields!(Wording: ticket, title, description);

/// The first `limit` tasks behind `after`, by id.
pub fn folded_after(read: &Read<'_>, after: TaskId, limit: i64) -> Result<Vec<Folded>, StoreError> {
    let sql = "SELECT id, ticket, title, description, folded FROM tasks_task
               WHERE id > ?1 ORDER BY id LIMIT ?2";
    read.all(sql, &[&after, &limit], columns)
}

const FOLDED: Update = Update {
    table: "tasks_task",
    key: &["id"],
    set: &["folded"],
};

/// Sets how tasks are folded.
pub fn set_folded(tx: &mut Write<'_>, folded: &[(TaskId, String)]) -> Result<(), StoreError> {
    let rows = folded
        .iter()
        .map(|(id, folded)| [id.value(), folded.value()]);
    tx.update_many(&FOLDED, rows).map(|_| ())
}
