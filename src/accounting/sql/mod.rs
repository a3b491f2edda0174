//! The statements of accounting: popugs, settings and tasks as copied, accounts as kept. Those of
//! the ledger and of the days stand in files of their own.

pub mod account_days;
pub mod ahead;
pub mod days;
pub mod everything;
pub mod export;
pub mod ledger;
pub mod opening;
pub mod pages;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::accounting::model::{Account, AccountId, AccountKind, Task, TaskRef};
use crate::events::shape::Party;
use crate::kernel::day::Day;
use crate::kernel::ids::{TaskId, UserId};
use crate::kernel::name::UserName;
use crate::store::{Bind, Insert, Read, Row, StoreError, Update, Value, Write, columns, fields};

/// A popug as accounting knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// Its name.
    pub name: UserName,
}

fields!(User: id, name);

/// A popug by its id.
pub fn user_by_id(read: &Read<'_>, id: UserId) -> Result<Option<User>, StoreError> {
    let sql = "SELECT id, name FROM accounting_user WHERE id = ?1";
    read.first(sql, &[&id], columns)
}

/// A popug by its name; names are in lower case.
pub fn user_by_name(read: &Read<'_>, name: &str) -> Result<Option<User>, StoreError> {
    let sql = "SELECT id, name FROM accounting_user WHERE name = ?1 ORDER BY id LIMIT 1";
    read.first(sql, &[&name], columns)
}

/// Every popug, by id.
pub fn users(read: &Read<'_>) -> Result<Vec<(UserId, UserName)>, StoreError> {
    let sql = "SELECT id, name FROM accounting_user ORDER BY id";
    read.all(sql, &[], columns)
}

/// Those of these popugs that are known.
pub fn known_users<'a>(
    read: &Read<'_>,
    users: impl IntoIterator<Item = &'a UserId>,
) -> Result<BTreeSet<UserId>, StoreError> {
    let sql = "SELECT id FROM accounting_user WHERE id = ?1";
    let asked = users.into_iter().map(|id| [id.value()]);
    let known = read.all_of_each(sql, asked, columns)?;
    Ok(known.into_iter().collect())
}

/// Takes popugs in.
pub fn insert_users(
    tx: &mut Write<'_>,
    users: impl IntoIterator<Item = User>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_user",
        columns: &["id", "name"],
    };
    let rows = users.into_iter();
    let rows = rows.map(|user| [Value::owned(&user.id), Value::owned(&user.name)]);
    tx.insert_many(&insert, rows).map(|_| ())
}

/// Renames a popug; answers how many of that id there were.
pub fn rename_user(tx: &mut Write<'_>, user: &User) -> Result<usize, StoreError> {
    let sql = "UPDATE accounting_user SET name = ?2 WHERE id = ?1";
    tx.execute(sql, &[&user.id, &user.name])
}

/// Opens accounts of popugs with nothing in them.
pub fn open_accounts(tx: &mut Write<'_>, users: &BTreeSet<UserId>) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_account",
        columns: &["id", "kind", "user_id", "balance_cents"],
    };
    let next = "SELECT COALESCE(MAX(id), 0) + 1 FROM accounting_account";
    let first: i64 = tx.one(next, &[], columns)?;
    let rows = (first..).zip(users).map(|(id, user)| {
        [
            Value::Int(id),
            Value::Text("popug".into()),
            user.value(),
            Value::Int(0),
        ]
    });
    tx.insert_many(&insert, rows).map(|_| ())
}

fn account(row: &Row<'_>) -> Result<Account, StoreError> {
    let (id, kind, user, balance) = columns(row)?;
    let party = match (kind, user) {
        (AccountKind::Popug, Some(user)) => Party::User(user),
        (AccountKind::Popug, None) => {
            return Err(StoreError::NoRow("the popug of an account"));
        }
        (AccountKind::Management, _) => Party::Management,
        (AccountKind::Bank, _) => Party::Bank,
    };
    Ok(Account { id, party, balance })
}

/// An account by its number.
pub fn account_by_id(read: &Read<'_>, id: AccountId) -> Result<Account, StoreError> {
    let sql = "SELECT id, kind, user_id, balance_cents FROM accounting_account WHERE id = ?1";
    read.one(sql, &[&id], account)
}

/// A popug's account.
pub fn account_of(read: &Read<'_>, user: UserId) -> Result<Option<Account>, StoreError> {
    let sql = "SELECT id, kind, user_id, balance_cents FROM accounting_account WHERE user_id = ?1";
    read.first(sql, &[&user], account)
}

/// A popug's account, and its name.
pub fn account_and_name(
    read: &Read<'_>,
    user: UserId,
) -> Result<Option<(AccountId, UserName)>, StoreError> {
    let sql =
        "SELECT a.id, u.name FROM accounting_account a JOIN accounting_user u ON u.id = a.user_id
               WHERE a.user_id = ?1";
    read.first(sql, &[&user], columns)
}

/// The accounts of popugs, of those that have one, and with any of them that of their `partner`.
pub fn accounts_of(
    read: &Read<'_>,
    users: impl IntoIterator<Item = UserId>,
    partner: AccountId,
) -> Result<Vec<Account>, StoreError> {
    let sql = "SELECT id, kind, user_id, balance_cents FROM accounting_account
               WHERE user_id = ?1 OR id = ?2";
    let mut users = users.into_iter().peekable();
    let partner = users.peek().map(|_| [Value::Int(0), partner.value()]);
    let asked = users.map(|user| [Value::owned(&user), Value::Int(0)]);
    read.all_of_each(sql, asked.chain(partner), account)
}

/// Every account, the oldest first.
pub fn accounts(read: &Read<'_>) -> Result<Vec<Account>, StoreError> {
    let sql = "SELECT id, kind, user_id, balance_cents FROM accounting_account ORDER BY id";
    read.all(sql, &[], account)
}

/// Keeps what is in the accounts now.
pub fn update_balances(
    tx: &mut Write<'_>,
    accounts: impl IntoIterator<Item = Account>,
) -> Result<(), StoreError> {
    let update = Update {
        table: "accounting_account",
        key: &["id"],
        set: &["balance_cents"],
    };
    let rows = accounts.into_iter();
    let rows = rows.map(|it| [Value::owned(&it.id), Value::owned(&it.balance)]);
    tx.update_many(&update, rows).map(|_| ())
}

/// Every setting that was told, by its key.
pub fn settings(read: &Read<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT key, value FROM accounting_setting ORDER BY key";
    read.all(sql, &[], columns)
}

/// Keeps the value of a setting.
pub fn set_setting(tx: &mut Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO accounting_setting (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.execute(sql, &[&key, &value]).map(|_| ())
}

/// The day on which the books begin.
pub fn first_day(read: &Read<'_>) -> Result<Option<Day>, StoreError> {
    read.first("SELECT first_day FROM accounting_book", &[], columns)
}

/// Begins the books.
pub fn begin_book(tx: &mut Write<'_>, first_day: Day) -> Result<(), StoreError> {
    let sql = "INSERT INTO accounting_book (one, first_day) VALUES (1, ?1)";
    tx.execute(sql, &[&first_day]).map(|_| ())
}

fields!(Task: about, fee, reward, created);
fields!(TaskRef: id, ticket, title);

const TASK_BY_ID: &str = "SELECT id, ticket, title, fee_cents, reward_cents, created_seq
                          FROM accounting_task WHERE id = ?1";

/// Tasks and their prices, of those that have one.
pub fn tasks_by_id(
    read: &Read<'_>,
    ids: impl IntoIterator<Item = TaskId>,
) -> Result<Vec<Task>, StoreError> {
    let asked = ids.into_iter().map(|id| [Value::owned(&id)]);
    read.all_of_each(TASK_BY_ID, asked, columns)
}

/// How many tasks have a price.
pub fn count_tasks(read: &Read<'_>) -> Result<i64, StoreError> {
    read.one("SELECT COUNT(*) FROM accounting_task", &[], columns)
}

/// Visits every task that has a price.
pub fn each_task_id<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(TaskId) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT id FROM accounting_task ORDER BY id";
    read.each(sql, &[], |row| visit(columns(row)?))
}

/// The descriptions that are kept of these tasks.
pub fn descriptions_of(
    read: &Read<'_>,
    ids: impl IntoIterator<Item = TaskId>,
) -> Result<HashMap<TaskId, Option<String>>, StoreError> {
    let sql = "SELECT task_id, description FROM accounting_description WHERE task_id = ?1";
    let asked = ids.into_iter().map(|id| [Value::owned(&id)]);
    let kept = read.all_of_each(sql, asked, columns)?;
    Ok(kept.into_iter().collect())
}

/// The first description of a task that has no price.
pub fn stray_description(read: &Read<'_>) -> Result<Option<TaskId>, StoreError> {
    let sql = "SELECT it.task_id FROM accounting_description it
               LEFT JOIN accounting_task task ON task.id = it.task_id
               WHERE task.id IS NULL ORDER BY it.task_id LIMIT 1";
    read.first(sql, &[], columns)
}

/// Visits every task that has a price, by id.
pub fn each_task<E: From<StoreError>>(
    read: &Read<'_>,
    mut visit: impl FnMut(Task) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT id, ticket, title, fee_cents, reward_cents, created_seq
               FROM accounting_task ORDER BY id";
    read.each(sql, &[], |row| visit(columns(row)?))
}

/// Takes tasks and their prices in.
pub fn insert_tasks<'a>(
    tx: &mut Write<'_>,
    tasks: impl IntoIterator<Item = &'a Task>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_task",
        columns: &[
            "id",
            "ticket",
            "title",
            "fee_cents",
            "reward_cents",
            "created_seq",
        ],
    };
    let rows = tasks.into_iter().map(|task| {
        [
            task.about.id.value(),
            task.about.ticket.value(),
            task.about.title.value(),
            task.fee.value(),
            task.reward.value(),
            task.created.value(),
        ]
    });
    tx.insert_many(&insert, rows).map(|_| ())
}

/// Keeps how tasks read now.
pub fn update_tasks<'a>(
    tx: &mut Write<'_>,
    tasks: impl IntoIterator<Item = &'a Task>,
) -> Result<(), StoreError> {
    let update = Update {
        table: "accounting_task",
        key: &["id"],
        set: &["ticket", "title"],
    };
    let rows = tasks.into_iter().map(|task| {
        [
            Value::owned(&task.about.id),
            Value::owned(&task.about.ticket),
            Value::owned(&task.about.title),
        ]
    });
    tx.update_many(&update, rows).map(|_| ())
}

/// Keeps what tasks are about now.
pub fn put_descriptions(
    tx: &mut Write<'_>,
    descriptions: &BTreeMap<TaskId, Option<String>>,
) -> Result<(), StoreError> {
    let put = Update {
        table: "accounting_description",
        key: &["task_id"],
        set: &["description"],
    };
    let rows = descriptions.iter();
    let rows = rows.map(|(task, description)| [task.value(), description.value()]);
    tx.put_many(&put, rows).map(|_| ())
}

/// What a task is about, as it reads now.
pub fn description(read: &Read<'_>, task: TaskId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT description FROM accounting_description WHERE task_id = ?1";
    Ok(read.first(sql, &[&task], columns)?.flatten())
}
