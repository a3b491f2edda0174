//! The statements of what was imported.

use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::money::Money;
use crate::store::{Read, StoreError, Write};

/// Keeps that an author's row of this key is this task; `false` where it is another one already.
pub fn claim_key(
    tx: &mut Write<'_>,
    author: UserId,
    key: &str,
    task: TaskId,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO tasks_import_key (author_id, key, task_id) VALUES (?1, ?2, ?3)
               ON CONFLICT (author_id, key) DO NOTHING";
    Ok(tx.execute(sql, &[&author, &key, &task])? == 1)
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
        let fees: Option<Money> = row.get(0)?;
        let unpriced: i64 = row.get(1)?;
        Ok(fees.filter(|_| unpriced == 0))
    })
}

/// The first import key that names a task which is not its author's.
pub fn stray_key(read: &Read<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT k.key FROM tasks_import_key k
               LEFT JOIN tasks_task t ON t.id = k.task_id AND t.author_id = k.author_id
               WHERE t.id IS NULL ORDER BY k.task_id, k.key LIMIT 1";
    read.first(sql, &[], |row| row.get(0))
}
