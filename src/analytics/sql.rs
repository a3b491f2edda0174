//! The statements of analytics.

use crate::analytics::model::{Text, Top, Totals};
use crate::kernel::day::Day;
use crate::kernel::ids::{Seq, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::range::Span;
use crate::store::{
    Add, Columns, Insert, Read, Rest, StoreError, Update, Value, Write, columns, fields,
};

/// A generation and how far a rebuild filled it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Its number.
    pub number: i64,
    /// The last event that the rebuild heard for it; 0 for one that was never rebuilt.
    pub rebuilt_through: Seq,
}

/// The generation that is read and kept up to date.
pub fn current(read: &Read<'_>) -> Result<Generation, StoreError> {
    let sql = "SELECT generation, rebuilt_through FROM analytics_generation
               WHERE state = 'current'";
    read.one(sql, &[], columns)
}

/// The generation that a rebuild fills.
pub fn filling(read: &Read<'_>) -> Result<Option<Generation>, StoreError> {
    let sql = "SELECT generation, rebuilt_through FROM analytics_generation
               WHERE state = 'filling'";
    read.first(sql, &[], columns)
}

fields!(Generation: number, rebuilt_through);

/// Adds a generation to fill.
pub fn insert_filling(tx: &mut Write<'_>, number: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO analytics_generation (generation, state, rebuilt_through)
               VALUES (?1, 'filling', 0)";
    tx.execute(sql, &[&number]).map(|_| ())
}

/// Remembers how far a generation is filled.
pub fn move_rebuilt(tx: &mut Write<'_>, number: i64, through: Seq) -> Result<(), StoreError> {
    let sql = "UPDATE analytics_generation SET rebuilt_through = ?2 WHERE generation = ?1";
    tx.execute(sql, &[&number, &through]).map(|_| ())
}

/// Makes a generation, now the only one, the current one.
pub fn make_current(tx: &mut Write<'_>, number: i64) -> Result<(), StoreError> {
    let sql = "UPDATE analytics_generation SET state = 'current' WHERE generation = ?1";
    tx.execute(sql, &[&number]).map(|_| ())
}

/// Forgets every row of every other generation.
pub fn keep_only(tx: &mut Write<'_>, number: i64) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM analytics_task WHERE generation <> ?1",
        "DELETE FROM analytics_day WHERE generation <> ?1",
        "DELETE FROM analytics_balance WHERE generation <> ?1",
        "DELETE FROM analytics_change WHERE generation <> ?1",
        "DELETE FROM analytics_generation WHERE generation <> ?1",
    ] {
        tx.execute(sql, &[&number])?;
    }
    Ok(())
}

/// Inserts tasks that appeared.
pub fn insert_tasks(
    tx: &mut Write<'_>,
    generation: i64,
    tasks: impl IntoIterator<Item = (TaskId, Text)>,
) -> Result<(), StoreError> {
    let into = Insert {
        table: "analytics_task",
        columns: &["generation", "id", "ticket", "title"],
    };
    tx.insert_many(&into, task_rows(generation, tasks))
        .map(|_| ())
}

/// Gives tasks their new text.
pub fn update_tasks(
    tx: &mut Write<'_>,
    generation: i64,
    tasks: impl IntoIterator<Item = (TaskId, Text)>,
) -> Result<(), StoreError> {
    let update = Update {
        table: "analytics_task",
        key: &["generation", "id"],
        set: &["ticket", "title"],
    };
    tx.update_many(&update, task_rows(generation, tasks))
        .map(|_| ())
}

fn task_rows(
    generation: i64,
    tasks: impl IntoIterator<Item = (TaskId, Text)>,
) -> impl Iterator<Item = [Value<'static>; 4]> {
    tasks.into_iter().map(move |(id, text)| {
        [
            Value::Int(generation),
            Value::owned(&id),
            Value::owned(&text.ticket),
            text.title.into(),
        ]
    })
}

/// What happened on a day; nothing where nothing is known of it.
pub fn totals(read: &Read<'_>, generation: i64, day: Day) -> Result<Totals, StoreError> {
    let sql = "SELECT day, fees_cents, rewards_cents,
                      top_task_id, top_reward_cents, top_seq, top_sharing
               FROM analytics_day WHERE generation = ?1 AND day = ?2";
    let found = read.first(sql, &[&generation, &day], columns)?;
    Ok(found
        .map(|(_, totals): (Day, Totals)| totals)
        .unwrap_or_default())
}

/// Every day, in order.
pub fn all_totals(read: &Read<'_>, generation: i64) -> Result<Vec<(Day, Totals)>, StoreError> {
    let sql = "SELECT day, fees_cents, rewards_cents,
                      top_task_id, top_reward_cents, top_seq, top_sharing
               FROM analytics_day WHERE generation = ?1 ORDER BY day";
    read.all(sql, &[&generation], columns)
}

fields!(Totals: fees, rewards, top);
fields!(Top: task, reward, seq, sharing);

/// No task, where the first of the four columns is null.
impl Columns for Option<Top> {
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
        let Some(task) = Columns::take(rest)? else {
            rest.pass(3);
            return Ok(None);
        };
        let (reward, seq, sharing) = Columns::take(rest)?;
        Ok(Some(Top {
            task,
            reward,
            seq,
            sharing,
        }))
    }
}

/// Writes what happened on a day over what was known of it.
pub fn put_totals(
    tx: &mut Write<'_>,
    generation: i64,
    day: Day,
    totals: &Totals,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO analytics_day
                   (generation, day, fees_cents, rewards_cents,
                    top_task_id, top_reward_cents, top_seq, top_sharing)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
               ON CONFLICT (generation, day) DO UPDATE SET
                   fees_cents = EXCLUDED.fees_cents,
                   rewards_cents = EXCLUDED.rewards_cents,
                   top_task_id = EXCLUDED.top_task_id,
                   top_reward_cents = EXCLUDED.top_reward_cents,
                   top_seq = EXCLUDED.top_seq,
                   top_sharing = EXCLUDED.top_sharing";
    tx.execute(
        sql,
        &[
            &generation,
            &day,
            &totals.fees,
            &totals.rewards,
            &totals.top.map(|top| top.task),
            &totals.top.map(|top| top.reward),
            &totals.top.map(|top| top.seq),
            &totals.top.map(|top| top.sharing),
        ],
    )
    .map(|_| ())
}

/// Moves the balances of popugs.
pub fn add_to_balances(
    tx: &mut Write<'_>,
    generation: i64,
    amounts: impl IntoIterator<Item = (UserId, Money)>,
) -> Result<(), StoreError> {
    let add = Add {
        table: "analytics_balance",
        key: &["generation", "user_id"],
        sums: &["balance_cents"],
    };
    let rows = amounts.into_iter();
    let rows = rows.map(|(user, amount)| {
        [
            Value::Int(generation),
            Value::owned(&user),
            Value::owned(&amount),
        ]
    });
    tx.add_many(&add, rows).map(|_| ())
}

/// Moves the changes of days.
pub fn add_to_changes(
    tx: &mut Write<'_>,
    generation: i64,
    changes: impl IntoIterator<Item = Change>,
) -> Result<(), StoreError> {
    let add = Add {
        table: "analytics_change",
        key: &["generation", "day", "user_id"],
        sums: &["change_cents"],
    };
    let rows = changes.into_iter();
    let rows = rows.map(|((day, user), amount)| {
        [
            Value::Int(generation),
            Value::owned(&day),
            Value::owned(&user),
            Value::owned(&amount),
        ]
    });
    tx.add_many(&add, rows).map(|_| ())
}

/// How many popugs are below zero when what is dated after `day` is taken off again. Costs as
/// much as there are popugs, and changes after the day: nothing for the open day.
pub fn in_the_red(read: &Read<'_>, generation: i64, day: Day) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*)
               FROM analytics_balance AS now
               LEFT JOIN (
                   SELECT user_id, CAST(SUM(change_cents) AS BIGINT) AS change_cents
                   FROM analytics_change
                   WHERE generation = ?1 AND day > ?2
                   GROUP BY user_id
               ) AS later ON later.user_id = now.user_id
               WHERE now.generation = ?1
                 AND now.balance_cents - COALESCE(later.change_cents, 0) < 0";
    read.one(sql, &[&generation, &day], columns)
}

/// The first day with fees or rewards.
pub fn first_day(read: &Read<'_>, generation: i64) -> Result<Option<Day>, StoreError> {
    let sql = "SELECT MIN(day) FROM analytics_day WHERE generation = ?1";
    read.one(sql, &[&generation], columns)
}

/// Each day's most expensive closed task, in the order of the days. One of which nothing was
/// heard yet but its reward is left out until it is.
pub fn tops(
    read: &Read<'_>,
    generation: i64,
    span: &Span,
) -> Result<Vec<(Day, Top, Text)>, StoreError> {
    let sql = "SELECT it.day, it.top_task_id, it.top_reward_cents, it.top_seq, it.top_sharing,
                      task.ticket, task.title
               FROM analytics_day AS it
               JOIN analytics_task AS task
                 ON task.generation = it.generation AND task.id = it.top_task_id
               WHERE it.generation = ?1 AND it.day >= ?2 AND it.day <= ?3
               ORDER BY it.day";
    read.all(sql, &[&generation, &span.from, &span.to], columns)
}

fields!(Text: ticket, title);

/// Visits every task, in order.
pub fn each_task<E: From<StoreError>>(
    read: &Read<'_>,
    generation: i64,
    mut visit: impl FnMut(TaskId, Text) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT id, ticket, title FROM analytics_task WHERE generation = ?1 ORDER BY id";
    read.each(sql, &[&generation], |row| {
        let (id, text) = columns(row)?;
        visit(id, text)
    })
}

/// Whether a generation knows a task.
pub fn has_task(read: &Read<'_>, generation: i64, task: TaskId) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM analytics_task WHERE generation = ?1 AND id = ?2";
    let found: Option<i64> = read.first(sql, &[&generation, &task], columns)?;
    Ok(found.is_some())
}

/// Every popug's balance, in order.
pub fn balances(read: &Read<'_>, generation: i64) -> Result<Vec<(UserId, Money)>, StoreError> {
    let sql = "SELECT user_id, balance_cents FROM analytics_balance
               WHERE generation = ?1 ORDER BY user_id";
    read.all(sql, &[&generation], columns)
}

/// By how much the balance of a popug changed on a day.
pub type Change = ((Day, UserId), Money);

/// Every popug's change of a day, in order.
pub fn changes_on(
    read: &Read<'_>,
    generation: i64,
    day: Day,
) -> Result<Vec<(UserId, Money)>, StoreError> {
    let sql = "SELECT user_id, change_cents FROM analytics_change
               WHERE generation = ?1 AND day = ?2 ORDER BY user_id";
    read.all(sql, &[&generation, &day], columns)
}

/// The first popug whose balance changed on each day, in the order of the days.
pub fn changed_days(read: &Read<'_>, generation: i64) -> Result<Vec<(Day, UserId)>, StoreError> {
    let sql = "SELECT day, MIN(user_id) FROM analytics_change
               WHERE generation = ?1 GROUP BY day ORDER BY day";
    read.all(sql, &[&generation], columns)
}

/// A table with rows of a generation that there is not.
pub fn stray_table(read: &Read<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM (
                   SELECT 'analytics_task' AS name, generation FROM analytics_task
                   UNION SELECT 'analytics_day', generation FROM analytics_day
                   UNION SELECT 'analytics_balance', generation FROM analytics_balance
                   UNION SELECT 'analytics_change', generation FROM analytics_change
               ) AS kept
               WHERE generation NOT IN (SELECT generation FROM analytics_generation)
               ORDER BY name LIMIT 1";
    read.first(sql, &[], columns)
}
