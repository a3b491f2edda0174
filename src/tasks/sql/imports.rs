//! The statements of what was imported.

use std::collections::HashSet;

use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::money::Money;
use crate::store::{Bind, Insert, Read, StoreError, Value, Write, columns};

/// Those of these keys that an author has claimed already.
pub fn claimed_keys<'a>(
    read: &Read<'_>,
    author: UserId,
    keys: impl IntoIterator<Item = &'a String>,
) -> Result<HashSet<String>, StoreError> {
    let sql = "SELECT key FROM tasks_import_key WHERE author_id = ?1 AND key = ?2";
    let asked = keys.into_iter();
    let asked = asked.map(|key| [Value::owned(&author), key.value()]);
    let claimed = read.all_of_each(sql, asked, columns)?;
    Ok(claimed.into_iter().collect())
}

/// Keeps which tasks an author's rows of these keys are.
pub fn claim_keys(
    tx: &mut Write<'_>,
    author: UserId,
    claimed: Vec<(String, TaskId)>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "tasks_import_key",
        columns: &["author_id", "key", "task_id"],
    };
    let rows = claimed.into_iter();
    let rows = rows.map(|(key, task)| [Value::owned(&author), key.into(), Value::owned(&task)]);
    tx.insert_many(&insert, rows).map(|_| ())
}

/// The sum of the fees of the tasks from `first` to `last`; `None` while one has no price.
pub fn fees_between(
    read: &Read<'_>,
    first: TaskId,
    last: TaskId,
) -> Result<Option<Money>, StoreError> {
    let sql = "SELECT CAST(SUM(fee_cents) AS BIGINT), COUNT(*) - COUNT(fee_cents)
               FROM tasks_task WHERE id BETWEEN ?1 AND ?2";
    read.one(sql, &[&first, &last], |row| {
        let (fees, unpriced): (Option<Money>, i64) = columns(row)?;
        Ok(fees.filter(|_| unpriced == 0))
    })
}

/// The first import key that names a task which is not its author's.
pub fn stray_key(read: &Read<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT k.key FROM tasks_import_key k
               LEFT JOIN tasks_task t ON t.id = k.task_id AND t.author_id = k.author_id
               WHERE t.id IS NULL ORDER BY k.task_id, k.key LIMIT 1";
    read.first(sql, &[], columns)
}
