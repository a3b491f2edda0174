//! The statements of the ledger.

use std::collections::HashMap;

use crate::accounting::model::{AccountId, TaskRef};
use crate::events::shape::TransactionKind;
use crate::kernel::day::Day;
use crate::kernel::ids::{Seq, TaskId, TransactionId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::range::Span;
use crate::store::{
    Bind, Column, Columns, Insert, Read, Rest, StoreError, Value, Visit, Write, columns, fields,
};

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// Its number.
    pub id: TransactionId,
    /// When its cause happened.
    pub at: Moment,
    /// The business day that it belongs to.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// What makes posting it twice impossible.
    pub key: String,
    /// The account that the money left.
    pub from: AccountId,
    /// The account that it reached.
    pub to: AccountId,
    /// How much, above zero.
    pub amount: Money,
    /// What was in the account it left, after it.
    pub from_balance: Money,
    /// What was in the account it reached, after it.
    pub to_balance: Money,
    /// The task as it read then.
    pub task: Option<TaskRef>,
    /// The reason in words.
    pub memo: Option<String>,
    /// Who acted.
    pub actor: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
    /// The event that led to it.
    pub cause: Option<Seq>,
}

impl Transaction {
    /// As one of its two accounts sees it, without its task's description; `None` for any other.
    pub fn seen_by(self, account: AccountId) -> Option<Entry> {
        let (change, balance) = if self.from == account {
            (self.amount.checked_neg()?, self.from_balance)
        } else if self.to == account {
            (self.amount, self.to_balance)
        } else {
            return None;
        };
        Some(Entry {
            id: self.id,
            at: self.at,
            day: self.day,
            kind: self.kind,
            change,
            balance,
            task: self.task,
            memo: self.memo,
            actor: self.actor,
            mends: self.mends,
            description: None,
        })
    }
}

fields!(Transaction:
    id, at, day, kind, key, from, to, amount, from_balance, to_balance, task, memo, actor, mends,
    cause);

impl Column for TransactionKind {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match String::read(value)?.as_str() {
            "fee" => Ok(Self::Fee),
            "reward" => Ok(Self::Reward),
            "payout" => Ok(Self::Payout),
            "reversal" => Ok(Self::Reversal),
            "adjustment" => Ok(Self::Adjustment),
            other => Err(format!("'{other}' where a kind of transaction belongs")),
        }
    }
}

/// No task, where the first of the three columns is null.
impl Columns for Option<TaskRef> {
    fn take(rest: &mut Rest<'_, '_>) -> Result<Self, StoreError> {
        let Some(id) = Columns::take(rest)? else {
            rest.pass(2);
            return Ok(None);
        };
        let (ticket, title) = Columns::take(rest)?;
        Ok(Some(TaskRef { id, ticket, title }))
    }
}

const BY_ID: &str = "SELECT id, at, day, kind, natural_key, from_account, to_account,
                            amount_cents, from_balance_cents, to_balance_cents, task_id, ticket,
                            title, memo, actor, mends, cause
                     FROM accounting_transaction WHERE id = ?1";

/// A row of the ledger by its number.
pub fn by_id(read: &Read<'_>, id: TransactionId) -> Result<Option<Transaction>, StoreError> {
    read.first(BY_ID, &[&id], columns)
}

/// Rows of the ledger by their numbers.
pub fn by_ids(
    read: &Read<'_>,
    ids: impl IntoIterator<Item = TransactionId>,
) -> Result<Vec<Transaction>, StoreError> {
    let asked = ids.into_iter().map(|id| [Value::owned(&id)]);
    read.all_of_each(BY_ID, asked, columns)
}

/// The number of the row with this natural key.
pub fn id_by_key(read: &Read<'_>, key: &str) -> Result<Option<TransactionId>, StoreError> {
    let sql = "SELECT id FROM accounting_transaction WHERE natural_key = ?1";
    read.first(sql, &[&key], columns)
}

/// The numbers of the rows with these natural keys, of those that there are.
pub fn ids_by_key<'a>(
    read: &Read<'_>,
    keys: impl IntoIterator<Item = &'a String>,
) -> Result<Vec<(String, TransactionId)>, StoreError> {
    let sql = "SELECT natural_key, id FROM accounting_transaction WHERE natural_key = ?1";
    let asked = keys.into_iter().map(|key| [key.value()]);
    read.all_of_each(sql, asked, columns)
}

/// The first row with a number after `id`.
pub fn first_after(
    read: &Read<'_>,
    id: TransactionId,
) -> Result<Option<TransactionId>, StoreError> {
    let sql = "SELECT MIN(id) FROM accounting_transaction WHERE id > ?1";
    read.one(sql, &[&id], columns)
}

/// The events of a stretch of the log that rows were posted for.
pub fn causes(read: &Read<'_>, first: Seq, last: Seq) -> Result<Vec<Seq>, StoreError> {
    let sql = "SELECT cause FROM accounting_transaction WHERE cause BETWEEN ?1 AND ?2";
    read.all(sql, &[&first, &last], columns)
}

/// Posts rows.
pub fn insert(
    tx: &mut Write<'_>,
    rows: impl IntoIterator<Item = Transaction>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_transaction",
        columns: &[
            "id",
            "at",
            "day",
            "kind",
            "natural_key",
            "from_account",
            "to_account",
            "amount_cents",
            "from_balance_cents",
            "to_balance_cents",
            "task_id",
            "ticket",
            "title",
            "memo",
            "actor",
            "mends",
            "cause",
        ],
    };
    tx.insert_many(&insert, rows.into_iter().map(values))
        .map(|_| ())
}

fn values(row: Transaction) -> [Value<'static>; 17] {
    let (task, ticket, title) = match row.task {
        None => (Value::Null, None, Value::Null),
        Some(task) => (Value::Int(task.id.get()), task.ticket, task.title.into()),
    };
    [
        Value::owned(&row.id),
        Value::owned(&row.at),
        Value::owned(&row.day),
        Value::Text(row.kind.as_str().into()),
        row.key.into(),
        Value::owned(&row.from),
        Value::owned(&row.to),
        Value::owned(&row.amount),
        Value::owned(&row.from_balance),
        Value::owned(&row.to_balance),
        task,
        Value::owned(&ticket),
        title,
        row.memo.map_or(Value::Null, Value::from),
        row.actor.into(),
        Value::owned(&row.mends),
        Value::owned(&row.cause),
    ]
}

/// A row as the audit log of one account shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row's number.
    pub id: TransactionId,
    /// When its cause happened.
    pub at: Moment,
    /// Its business day.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// What it changed, signed.
    pub change: Money,
    /// What was in the account after it.
    pub balance: Money,
    /// The task as it read then.
    pub task: Option<TaskRef>,
    /// The reason in words.
    pub memo: Option<String>,
    /// Who acted.
    pub actor: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
    /// The task's description as it reads now.
    pub description: Option<String>,
}

/// The first and the last row that an account has within these days.
pub fn id_range(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
) -> Result<Option<(TransactionId, TransactionId)>, StoreError> {
    let sql = "SELECT MIN(first_id), MAX(last_id) FROM accounting_account_day
               WHERE account_id = ?1 AND day BETWEEN ?2 AND ?3";
    read.one(sql, &[&account, &span.from, &span.to], |row| {
        let (first, last): (Option<_>, Option<_>) = columns(row)?;
        Ok(first.zip(last))
    })
}

/// The `nth` newest row of an account within these days and numbers, counted from 1; `None` where
/// there are fewer. What left the account and what reached it are merged, each as its index has it:
/// to PostgreSQL each part has to say its order itself.
pub fn newest_entry(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
    (first, last): (TransactionId, TransactionId),
    nth: i64,
) -> Result<Option<TransactionId>, StoreError> {
    let sql = "SELECT id
               FROM (SELECT id FROM accounting_transaction
                     WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
                     ORDER BY id DESC) AS gone
               UNION ALL
               SELECT id
               FROM (SELECT id FROM accounting_transaction
                     WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
                     ORDER BY id DESC) AS come
               ORDER BY id DESC LIMIT 1 OFFSET ?6";
    let (from, to) = (&span.from, &span.to);
    let bind: [&dyn Bind; 6] = [&account, &first, &last, from, to, &(nth - 1)];
    read.first(sql, &bind, columns)
}

/// An audit log, merged from what has gone and what has come.
const ENTRIES: &str = "
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = gone.task_id) AS description
    FROM (SELECT id, at, day, kind, -amount_cents AS change_cents,
                 from_balance_cents AS balance_cents, task_id, ticket, title, memo,
                 actor, mends
          FROM accounting_transaction
          WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id) AS gone
    UNION ALL
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = come.task_id) AS description
    FROM (SELECT id, at, day, kind, amount_cents AS change_cents,
                 to_balance_cents AS balance_cents, task_id, ticket, title, memo,
                 actor, mends
          FROM accounting_transaction
          WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id) AS come
    ORDER BY id";

/// Shows the rows of an account within these days and numbers, oldest first, merged likewise.
pub fn entries(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
    (first, last): (TransactionId, TransactionId),
    visit: Visit<'_, Entry>,
) -> Result<(), StoreError> {
    let bind: [&dyn Bind; 5] = [&account, &first, &last, &span.from, &span.to];
    read.walk(ENTRIES, &bind, columns, visit)
}

/// The same of a stretch that is held in memory.
pub fn all_entries(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
    (first, last): (TransactionId, TransactionId),
) -> Result<Vec<Entry>, StoreError> {
    let bind: [&dyn Bind; 5] = [&account, &first, &last, &span.from, &span.to];
    read.all(ENTRIES, &bind, columns)
}

fields!(Entry:
    id, at, day, kind, change, balance, task, memo, actor, mends, description);

/// The balance of whoever closed each of these tasks, right after its reward.
pub fn balances_after_reward(
    read: &Read<'_>,
    tasks: &[TaskId],
) -> Result<HashMap<TaskId, Money>, StoreError> {
    let sql = "SELECT task_id, to_balance_cents FROM accounting_transaction WHERE natural_key = ?1";
    let asked = tasks.iter().map(|task| [format!("reward/{task}").into()]);
    let found = read.all_of_each(sql, asked, columns)?;
    Ok(found.into_iter().collect())
}
