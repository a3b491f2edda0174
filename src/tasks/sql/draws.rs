//! The statements of draws and assignments.

use std::collections::HashMap;

use crate::events::shape::{DrawReason, TaskAssigned};
use crate::kernel::day::Zone;
use crate::kernel::ids::{DrawId, PoolVersion, TaskId, UserId};
use crate::store::{
    Column, Insert, Read, StoreError, Update, Value, Visit, Write, columns, fields,
};
use crate::tasks::TaskError;
use crate::tasks::draw::Draw;
use crate::tasks::model::Assignment;

/// One task of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssignedRow {
    /// The draw.
    pub draw: DrawId,
    /// The task's place in it.
    pub index: i64,
    /// The task.
    pub task: TaskId,
    /// Whom it fell to.
    pub assignee: UserId,
}

const fn reason_text(reason: DrawReason) -> &'static str {
    match reason {
        DrawReason::Created => "created",
        DrawReason::Imported => "imported",
        DrawReason::Reassigned => "reassigned",
    }
}

impl Column for DrawReason {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match String::read(value)?.as_str() {
            "created" => Ok(Self::Created),
            "imported" => Ok(Self::Imported),
            "reassigned" => Ok(Self::Reassigned),
            other => Err(format!("'{other}' where the reason of a draw belongs")),
        }
    }
}

fields!(Draw: id, at, day, by, reason, algorithm, seed, seed_given, pool, pool_members, tasks);

/// The number that the next draw gets, and the company's zone, in which it has its day.
pub fn next_draw(read: &Read<'_>) -> Result<(DrawId, Zone), TaskError> {
    let sql = "SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM tasks_draw),
                      (SELECT value FROM tasks_setting WHERE key = 'timezone')";
    let (id, zone): (DrawId, Option<Zone>) = read.one(sql, &[], columns)?;
    Ok((id, zone.ok_or(TaskError::NoZone)?))
}

/// Keeps a draw.
pub fn insert_draw(tx: &mut Write<'_>, draw: &Draw) -> Result<(), StoreError> {
    let sql = "INSERT INTO tasks_draw (id, at, day, actor, reason, algorithm, seed, seed_given,
                                       pool, pool_members, tasks)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let reason = reason_text(draw.reason);
    tx.execute(
        sql,
        &[
            &draw.id,
            &draw.at,
            &draw.day,
            &draw.by,
            &reason,
            &draw.algorithm,
            &draw.seed,
            &draw.seed_given,
            &draw.pool,
            &draw.pool_members,
            &draw.tasks,
        ],
    )
    .map(|_| ())
}

const ASSIGNMENT: Insert = Insert {
    table: "tasks_assignment",
    columns: &["draw", "idx", "task_id", "assignee_id"],
};

/// Keeps whom tasks fell to.
pub fn insert_assignments(tx: &mut Write<'_>, rows: &[TaskAssigned]) -> Result<(), StoreError> {
    let values = rows.iter().map(|row| {
        [
            Value::owned(&row.draw),
            Value::owned(&row.index),
            Value::owned(&row.task),
            Value::owned(&row.assignee),
        ]
    });
    tx.insert_many(&ASSIGNMENT, values).map(|_| ())
}

const ASSIGNEE: Update = Update {
    table: "tasks_task",
    key: &["id"],
    set: &["assignee_id", "assigned_at"],
};

/// Gives tasks to whom they fell to, now.
pub fn set_assignees(tx: &mut Write<'_>, rows: &[TaskAssigned]) -> Result<(), StoreError> {
    let now = tx.now();
    let values = rows.iter();
    let values = values.map(|row| {
        [
            Value::owned(&row.task),
            Value::owned(&row.assignee),
            Value::owned(&now),
        ]
    });
    tx.update_many(&ASSIGNEE, values).map(|_| ())
}

/// The draw with this id.
pub fn draw(read: &Read<'_>, id: DrawId) -> Result<Option<Draw>, StoreError> {
    let sql = "SELECT id, at, day, actor, reason, algorithm, seed, seed_given, pool, pool_members,
                      tasks
               FROM tasks_draw WHERE id = ?1";
    read.first(sql, &[&id], columns)
}

/// The `nth` newest draw, counted from 1; `None` where there are fewer.
pub fn newest_draw(read: &Read<'_>, nth: i64) -> Result<Option<DrawId>, StoreError> {
    let sql = "SELECT id FROM tasks_draw ORDER BY id DESC LIMIT 1 OFFSET ?1";
    read.first(sql, &[&(nth - 1)], columns)
}

/// Shows draws from an id on, oldest first.
pub fn draws_from(read: &Read<'_>, from: DrawId, visit: Visit<'_, Draw>) -> Result<(), StoreError> {
    let sql = "SELECT id, at, day, actor, reason, algorithm, seed, seed_given, pool, pool_members,
                      tasks
               FROM tasks_draw WHERE id >= ?1 ORDER BY id";
    read.walk(sql, &[&from], columns, visit)
}

/// Visits every draw, by id.
pub fn each_draw<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(Draw) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT id, at, day, actor, reason, algorithm, seed, seed_given, pool, pool_members,
                      tasks
               FROM tasks_draw ORDER BY id";
    read.each(sql, &[], |row| visit(columns(row)?))
}

/// Visits whom the tasks of a draw fell to, in their order.
pub fn each_assignee<E: From<StoreError>>(
    read: &Read<'_>,
    draw: DrawId,
    mut visit: impl FnMut(i64, UserId) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT idx, assignee_id FROM tasks_assignment WHERE draw = ?1 ORDER BY idx";
    read.each(sql, &[&draw], |row| {
        let (index, assignee) = columns(row)?;
        visit(index, assignee)
    })
}

/// Whom the tasks of many draws fell to, in their order.
pub fn assignees_of(
    read: &Read<'_>,
    draws: impl IntoIterator<Item = DrawId>,
) -> Result<HashMap<DrawId, Vec<(i64, UserId)>>, StoreError> {
    let sql = "SELECT draw, idx, assignee_id FROM tasks_assignment WHERE draw = ?1";
    let asked = draws.into_iter().map(|draw| [Value::owned(&draw)]);
    let mut assignees: HashMap<DrawId, Vec<(i64, UserId)>> = HashMap::new();
    let found: Vec<(DrawId, (i64, UserId))> = read.all_of_each(sql, asked, columns)?;
    for (draw, assignee) in found {
        assignees.entry(draw).or_default().push(assignee);
    }
    for of_draw in assignees.values_mut() {
        of_draw.sort_unstable();
    }
    Ok(assignees)
}

/// The tasks at places of draws, each with whom it fell to.
pub type Assigned = HashMap<(DrawId, i64), (TaskId, UserId)>;

/// The tasks at many places of draws, and whom they fell to.
pub fn assignments_at(
    read: &Read<'_>,
    places: impl IntoIterator<Item = (DrawId, i64)>,
) -> Result<Assigned, StoreError> {
    let sql = "SELECT draw, idx, task_id, assignee_id FROM tasks_assignment
               WHERE draw = ?1 AND idx = ?2";
    let asked = places.into_iter();
    let asked = asked.map(|(draw, index)| [Value::owned(&draw), Value::owned(&index)]);
    let found = read.all_of_each(sql, asked, columns)?;
    Ok(found.into_iter().collect())
}

/// How many draws there are, and how many assignments.
pub fn counts(read: &Read<'_>) -> Result<(i64, i64), StoreError> {
    let draws = "SELECT COUNT(*) FROM tasks_draw";
    let assignments = "SELECT COUNT(*) FROM tasks_assignment";
    let count = |sql| read.one(sql, &[], columns);
    Ok((count(draws)?, count(assignments)?))
}

fields!(AssignedRow: draw, index, task, assignee);

/// Visits every assignment in the order of the draws.
pub fn each_assignment<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(AssignedRow) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT draw, idx, task_id, assignee_id FROM tasks_assignment ORDER BY draw, idx";
    read.each(sql, &[], |row| visit(columns(row)?))
}

fields!(Assignment: at, day, assignee, fee_cents, draw, by);

/// Each time that a task was assigned, oldest first.
pub fn assignments_of(read: &Read<'_>, task: TaskId) -> Result<Vec<Assignment>, StoreError> {
    let sql = "SELECT d.at, d.day, u.name, t.fee_cents, a.draw, d.actor
               FROM tasks_assignment a
               JOIN tasks_draw d ON d.id = a.draw
               JOIN tasks_user u ON u.id = a.assignee_id
               JOIN tasks_task t ON t.id = a.task_id
               WHERE a.task_id = ?1 ORDER BY a.draw";
    read.all(sql, &[&task], columns)
}

/// The draws that a task was in and its place in each, oldest first.
pub fn chosen_for(read: &Read<'_>, task: TaskId) -> Result<Vec<(DrawId, i64, UserId)>, StoreError> {
    let sql = "SELECT draw, idx, assignee_id FROM tasks_assignment WHERE task_id = ?1
               ORDER BY draw";
    read.all(sql, &[&task], columns)
}

/// Every change of the pool, oldest first.
pub fn pool_changes(read: &Read<'_>) -> Result<Vec<(PoolVersion, UserId, bool)>, StoreError> {
    let sql = "SELECT version, user_id, joins FROM tasks_pool_change ORDER BY version";
    read.all(sql, &[], columns)
}
