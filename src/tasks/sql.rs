//! The statements of tasks, the pool and the draws.

mod draws;
mod export;
mod fairness;
mod folding;
mod imports;
mod lists;
mod users;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::store::{Bind, Column, Insert, Read, StoreError, Update, Value, Write, columns, fields};
use crate::tasks::TaskError;
use crate::tasks::model::{Status, Task, TaskView, Wording};

pub use draws::{
    Assigned, AssignedRow, assignees_of, assignments_at, assignments_of, chosen_for, counts, draw,
    draws_from, each_assignee, each_assignment, each_draw, insert_assignments, insert_draw,
    newest_draw, next_draw, pool_changes, set_assignees,
};
pub use export::EXPORT;
pub use fairness::{assigned, closed, drawn, popugs};
pub use folding::{folded_after, set_folded};
pub use imports::{claim_keys, claimed_keys, fees_between, stray_key};
pub use lists::{Filter, Sort, count, list, open_count};
pub use users::{
    PutUser, in_pool, insert_pool_changes, kept_settings, kept_users, pool, pool_members,
    pool_version, put_users, set_setting, user_id, user_name, zone_text,
};

/// The company's time zone.
pub fn zone(read: &Read<'_>) -> Result<Zone, TaskError> {
    zone_text(read)?.ok_or(TaskError::NoZone)
}

impl Column for Status {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match String::read(value)?.as_str() {
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            other => Err(format!("'{other}' where open or closed belongs")),
        }
    }
}

fields!(Task: view, author, assignee);
fields!(TaskView:
    id, title, ticket, description, status, author, assignee, created_at, assigned_at, closed_at,
    fee_cents, reward_cents);

const FIND: &str = "SELECT t.id, t.title, t.ticket, t.description, t.status, a.name, b.name,
                           t.created_at, t.assigned_at, t.closed_at, t.fee_cents, t.reward_cents,
                           t.author_id, t.assignee_id
                    FROM tasks_task t
                    JOIN tasks_user a ON a.id = t.author_id
                    JOIN tasks_user b ON b.id = t.assignee_id
                    WHERE t.id = ?1";

/// The task with this id.
pub fn find(read: &Read<'_>, id: TaskId) -> Result<Option<Task>, StoreError> {
    read.first(FIND, &[&id], columns)
}

/// Those of the tasks with these ids that there are.
pub fn find_each(read: &Read<'_>, ids: &[TaskId]) -> Result<HashMap<TaskId, Task>, StoreError> {
    let asked = ids.iter().map(|id| [id.value()]);
    let found: Vec<Task> = read.all_of_each(FIND, asked, columns)?;
    Ok(found.into_iter().map(|task| (task.view.id, task)).collect())
}

/// Which of these tasks there are.
pub fn existing(
    read: &Read<'_>,
    ids: impl IntoIterator<Item = TaskId>,
) -> Result<HashSet<TaskId>, StoreError> {
    let sql = "SELECT id FROM tasks_task WHERE id = ?1";
    let asked = ids.into_iter().map(|id| [Value::owned(&id)]);
    let found = read.all_of_each(sql, asked, columns)?;
    Ok(found.into_iter().collect())
}

/// The number that the next task gets.
pub fn next_task_id(read: &Read<'_>) -> Result<TaskId, StoreError> {
    read.one(
        "SELECT COALESCE(MAX(id), 0) + 1 FROM tasks_task",
        &[],
        columns,
    )
}

/// A task that has just been made.
pub struct NewTask {
    /// Its number.
    pub id: TaskId,
    /// What it says.
    pub wording: Wording,
    /// Who made it.
    pub author: UserId,
    /// Who got it.
    pub assignee: UserId,
}

const TASK: Insert = Insert {
    table: "tasks_task",
    columns: &[
        "id",
        "ticket",
        "title",
        "description",
        "folded",
        "status",
        "author_id",
        "assignee_id",
        "created_at",
        "created_day",
        "assigned_at",
    ],
};

/// Puts new tasks in, which were made and assigned at this moment of this calendar day.
pub fn insert_tasks(
    tx: &mut Write<'_>,
    tasks: &[NewTask],
    (at, day): (Moment, Day),
) -> Result<(), StoreError> {
    let day = day.to_string();
    let rows = tasks.iter().map(|task| {
        [
            task.id.value(),
            task.wording.ticket.value(),
            task.wording.title.value(),
            task.wording.description.value(),
            task.wording.folded().into(),
            Value::Text("open".into()),
            task.author.value(),
            task.assignee.value(),
            at.value(),
            day.value(),
            at.value(),
        ]
    });
    tx.insert_many(&TASK, rows).map(|_| ())
}

/// Sets what a task says.
pub fn set_wording(tx: &mut Write<'_>, id: TaskId, wording: &Wording) -> Result<(), StoreError> {
    let sql = "UPDATE tasks_task SET ticket = ?2, title = ?3, description = ?4, folded = ?5
               WHERE id = ?1";
    let folded = wording.folded();
    tx.execute(
        sql,
        &[
            &id,
            &wording.ticket,
            &wording.title,
            &wording.description,
            &folded,
        ],
    )
    .map(|_| ())
}

/// Marks tasks closed.
pub fn mark_closed(
    tx: &mut Write<'_>,
    ids: &[TaskId],
    at: Moment,
    day: Day,
) -> Result<(), StoreError> {
    let update = Update {
        table: "tasks_task",
        key: &["id"],
        set: &["status", "closed_at", "closed_day"],
    };
    let rows = ids.iter().map(|id| {
        let closed = Value::Text("closed".into());
        [id.value(), closed, at.value(), day.value()]
    });
    tx.update_many(&update, rows).map(|_| ())
}

const PRICE: Update = Update {
    table: "tasks_task",
    key: &["id"],
    set: &["fee_cents", "reward_cents"],
};

/// Sets prices; answers how many tasks there were.
pub fn set_prices(
    tx: &mut Write<'_>,
    prices: &BTreeMap<TaskId, (Money, Money)>,
) -> Result<usize, StoreError> {
    let rows = prices.iter();
    let rows = rows.map(|(id, (fee, reward))| [id.value(), fee.value(), reward.value()]);
    tx.update_many(&PRICE, rows)
}

/// How many tasks are open, and the sum of their fees, `None` while one has no price.
pub fn open_tasks(read: &Read<'_>) -> Result<(i64, Option<Money>), StoreError> {
    let sql = "SELECT COUNT(*), COUNT(fee_cents), CAST(COALESCE(SUM(fee_cents), 0) AS BIGINT)
               FROM tasks_task WHERE status = 'open'";
    read.one(sql, &[], |row| {
        let (open, priced, fees): (i64, i64, Money) = columns(row)?;
        Ok((open, (open == priced).then_some(fees)))
    })
}

/// The first `limit` open tasks behind `after`, by id.
pub fn open_after(read: &Read<'_>, after: TaskId, limit: i64) -> Result<Vec<TaskId>, StoreError> {
    let sql = "SELECT id FROM tasks_task WHERE status = 'open' AND id > ?1 ORDER BY id LIMIT ?2";
    read.all(sql, &[&after, &limit], columns)
}

/// A task as the log should have left it.
pub struct TaskRow {
    /// Its number.
    pub id: TaskId,
    /// What it says.
    pub wording: Wording,
    /// What a search looks at.
    pub folded: String,
    /// Whether it is to be done.
    pub status: Status,
    /// When it was made, and on which calendar day.
    pub created: (Moment, Day),
    /// When it was last assigned.
    pub assigned_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// On which calendar day that was.
    pub closed_day: Option<Day>,
    /// Who made it.
    pub author: UserId,
    /// Who got it last.
    pub assignee: UserId,
    /// Its fee.
    pub fee: Option<Money>,
    /// Its reward.
    pub reward: Option<Money>,
}

fields!(TaskRow:
    id, wording, status, author, assignee, fee, reward, folded, created, assigned_at, closed_at,
    closed_day);

/// Visits every task, by id.
pub fn each_task<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(TaskRow) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT id, ticket, title, description, status, author_id, assignee_id,
                      fee_cents, reward_cents, folded, created_at, created_day, assigned_at,
                      closed_at, closed_day
               FROM tasks_task t ORDER BY id";
    read.each(sql, &[], |row| visit(columns(row)?))
}
