//! The statements of the fairness report, each of which adds up by popug or by pool.

use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::kernel::range::Span;
use crate::store::{Read, StoreError, columns, fields};
use crate::tasks::fairness::Drawn;

fields!(Drawn: pool, members, tasks);

/// What was drawn within these days, by the version of the pool, oldest first.
pub fn drawn(read: &Read<'_>, span: Span) -> Result<Vec<Drawn>, StoreError> {
    let sql = "SELECT pool, pool_members, CAST(SUM(tasks) AS BIGINT)
               FROM tasks_draw WHERE day BETWEEN ?1 AND ?2
               GROUP BY pool, pool_members ORDER BY pool, pool_members";
    read.all(sql, &[&span.from, &span.to], columns)
}

/// How many tasks fell to each popug within these days.
pub fn assigned(read: &Read<'_>, span: Span) -> Result<Vec<(UserId, i64)>, StoreError> {
    let sql = "SELECT a.assignee_id, COUNT(*)
               FROM tasks_draw d JOIN tasks_assignment a ON a.draw = d.id
               WHERE d.day BETWEEN ?1 AND ?2 GROUP BY a.assignee_id";
    read.all(sql, &[&span.from, &span.to], columns)
}

/// How many tasks each popug closed within these days.
pub fn closed(read: &Read<'_>, span: Span) -> Result<Vec<(UserId, i64)>, StoreError> {
    let sql = "SELECT assignee_id, COUNT(*) FROM tasks_task
               WHERE closed_day BETWEEN ?1 AND ?2 GROUP BY assignee_id";
    read.all(sql, &[&span.from, &span.to], columns)
}

/// A popug as the report begins with it.
pub struct Popug {
    /// Its id.
    pub id: UserId,
    /// Its name.
    pub name: UserName,
    /// Whether it is in the pool.
    pub in_pool: bool,
    /// How many open tasks it has.
    pub open: i64,
}

fields!(Popug: id, name, in_pool, open);

/// Every popug, by name.
pub fn popugs(read: &Read<'_>) -> Result<Vec<Popug>, StoreError> {
    let sql = "SELECT u.id, u.name, u.in_pool,
                      (SELECT COUNT(*) FROM tasks_task t
                       WHERE t.assignee_id = u.id AND t.status = 'open')
               FROM tasks_user u ORDER BY u.name, u.id";
    read.all(sql, &[], columns)
}
