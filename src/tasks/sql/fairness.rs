//! The statements of the fairness report, each of which adds up by popug or by pool.

use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::kernel::range::Span;
use crate::store::{Read, StoreError};
use crate::tasks::fairness::Drawn;

/// What was drawn within these days, by the version of the pool, oldest first.
pub fn drawn(read: &Read<'_>, span: Span) -> Result<Vec<Drawn>, StoreError> {
    let sql = "SELECT pool, pool_members, CAST(SUM(tasks) AS BIGINT)
               FROM tasks_draw WHERE day BETWEEN ?1 AND ?2
               GROUP BY pool, pool_members ORDER BY pool";
    read.all(sql, &[&span.from, &span.to], |row| {
        Ok(Drawn {
            pool: row.get(0)?,
            members: row.get(1)?,
            tasks: row.get(2)?,
        })
    })
}

/// How many tasks fell to each popug within these days.
pub fn assigned(read: &Read<'_>, span: Span) -> Result<Vec<(UserId, i64)>, StoreError> {
    let sql = "SELECT a.assignee_id, COUNT(*)
               FROM tasks_draw d JOIN tasks_assignment a ON a.draw = d.id
               WHERE d.day BETWEEN ?1 AND ?2 GROUP BY a.assignee_id";
    read.all(sql, &[&span.from, &span.to], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How many tasks each popug closed within these days.
pub fn closed(read: &Read<'_>, span: Span) -> Result<Vec<(UserId, i64)>, StoreError> {
    let sql = "SELECT assignee_id, COUNT(*) FROM tasks_task
               WHERE closed_day BETWEEN ?1 AND ?2 GROUP BY assignee_id";
    read.all(sql, &[&span.from, &span.to], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How many open tasks each popug has.
pub fn open(read: &Read<'_>) -> Result<Vec<(UserId, i64)>, StoreError> {
    let sql = "SELECT assignee_id, COUNT(*) FROM tasks_task WHERE status = 'open'
               GROUP BY assignee_id";
    read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Every popug by name, and whether it is in the pool.
pub fn popugs(read: &Read<'_>) -> Result<Vec<(UserId, UserName, bool)>, StoreError> {
    let sql = "SELECT id, name, in_pool FROM tasks_user ORDER BY name, id";
    read.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}
