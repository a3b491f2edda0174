//! The statements about what each account saw on each day.

use crate::accounting::model::{AccountDay, AccountId, Sums};
use crate::events::shape::TransactionKind;
use crate::kernel::day::Day;
use crate::kernel::ids::{TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::range::Span;
use crate::store::{Insert, Read, StoreError, Update, Value, Write, columns, fields};

const DAY_KEY: [&str; 2] = ["account_id", "day"];

/// Keeps days on which an account had seen nothing before.
pub fn insert_days(
    tx: &mut Write<'_>,
    days: impl IntoIterator<Item = (AccountId, Day, AccountDay)>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_account_day",
        columns: &[
            DAY_KEY[0],
            DAY_KEY[1],
            "fees_cents",
            "rewards_cents",
            "other_cents",
            "paid_cents",
            "balance_cents",
            "first_id",
            "last_id",
        ],
    };
    tx.insert_many(&insert, days.into_iter().map(day_values))
        .map(|_| ())
}

/// Keeps days that changed.
pub fn update_days(
    tx: &mut Write<'_>,
    days: impl IntoIterator<Item = (AccountId, Day, AccountDay)>,
) -> Result<(), StoreError> {
    let update = Update {
        table: "accounting_account_day",
        key: &DAY_KEY,
        set: &[
            "fees_cents",
            "rewards_cents",
            "other_cents",
            "paid_cents",
            "balance_cents",
            "first_id",
            "last_id",
        ],
    };
    tx.update_many(&update, days.into_iter().map(day_values))
        .map(|_| ())
}

fn day_values((account, day, it): (AccountId, Day, AccountDay)) -> [Value<'static>; 9] {
    [
        Value::owned(&account),
        Value::owned(&day),
        Value::owned(&it.sums.fees),
        Value::owned(&it.sums.rewards),
        Value::owned(&it.sums.other),
        Value::owned(&it.sums.paid),
        Value::owned(&it.balance),
        Value::owned(&it.first),
        Value::owned(&it.last),
    ]
}

fields!(AccountDay: sums, balance, first, last);
fields!(Sums: fees, rewards, other, paid);

/// What accounts saw from `day` on, and each on the last day before that it saw anything.
pub fn days_around(
    read: &Read<'_>,
    accounts: impl IntoIterator<Item = AccountId>,
    day: Day,
) -> Result<Vec<(AccountId, Day, AccountDay)>, StoreError> {
    let sql = "SELECT account_id, day, fees_cents, rewards_cents, other_cents, paid_cents,
                      balance_cents, first_id, last_id
               FROM accounting_account_day
               WHERE account_id = ?1
                 AND day >= COALESCE((SELECT MAX(before.day) FROM accounting_account_day before
                                      WHERE before.account_id = ?1 AND before.day < ?2), '')";
    let asked = accounts.into_iter();
    let asked = asked.map(|account| [Value::owned(&account), Value::owned(&day)]);
    read.all_of_each(sql, asked, columns)
}

/// What an account saw within these days, one row for each that it saw anything on.
pub fn days_within(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
) -> Result<Vec<(Day, Sums)>, StoreError> {
    let sql = "SELECT day, fees_cents, rewards_cents, other_cents, paid_cents
               FROM accounting_account_day
               WHERE account_id = ?1 AND day BETWEEN ?2 AND ?3
               ORDER BY day";
    read.all(sql, &[&account, &span.from, &span.to], columns)
}

/// The fees and the rewards of each popug within these days, of those that saw anything.
pub fn fees_and_rewards(
    read: &Read<'_>,
    span: Span,
) -> Result<Vec<(UserId, Money, Money)>, StoreError> {
    let sql = "SELECT a.user_id, CAST(SUM(d.fees_cents) AS BIGINT),
                      CAST(SUM(d.rewards_cents) AS BIGINT)
               FROM accounting_account a JOIN accounting_account_day d ON d.account_id = a.id
               WHERE a.kind = 'popug' AND d.day BETWEEN ?1 AND ?2
               GROUP BY a.user_id ORDER BY a.user_id";
    read.all(sql, &[&span.from, &span.to], columns)
}

/// The balance of everything that is dated up to the end of `day`.
pub fn balance_at(read: &Read<'_>, account: AccountId, day: Day) -> Result<Money, StoreError> {
    let sql = "SELECT balance_cents FROM accounting_account_day
               WHERE account_id = ?1 AND day <= ?2 ORDER BY day DESC LIMIT 1";
    let found = read.first(sql, &[&account, &day], columns)?;
    Ok(found.unwrap_or_default())
}

/// The balance of everything that is dated before `day`.
pub fn balance_before(read: &Read<'_>, account: AccountId, day: Day) -> Result<Money, StoreError> {
    let sql = "SELECT balance_cents FROM accounting_account_day
               WHERE account_id = ?1 AND day < ?2 ORDER BY day DESC LIMIT 1";
    let found = read.first(sql, &[&account, &day], columns)?;
    Ok(found.unwrap_or_default())
}

/// The first and the last day that an account saw anything on.
pub fn days_seen(read: &Read<'_>, account: AccountId) -> Result<Option<Span>, StoreError> {
    let sql = "SELECT MIN(day), MAX(day) FROM accounting_account_day WHERE account_id = ?1";
    read.one(sql, &[&account], |row| {
        let (from, to): (Option<Day>, Option<Day>) = columns(row)?;
        Ok(from.zip(to).map(|(from, to)| Span { from, to }))
    })
}

/// Everything that is kept of the days of some accounts.
pub fn days_of(
    read: &Read<'_>,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<Vec<(AccountId, Day, AccountDay)>, StoreError> {
    let sql = "SELECT account_id, day, fees_cents, rewards_cents, other_cents, paid_cents,
                      balance_cents, first_id, last_id
               FROM accounting_account_day WHERE account_id = ?1";
    let asked = accounts.into_iter().map(|account| [Value::owned(&account)]);
    read.all_of_each(sql, asked, columns)
}

/// A row of the ledger as one of its accounts sees it.
pub struct Seen {
    /// The account.
    pub account: AccountId,
    /// The day that it belongs to.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// By how much the account changed.
    pub change: Money,
    /// The transaction, or the first of several that are summed up.
    pub first: TransactionId,
    /// The last of them.
    pub last: TransactionId,
}

fields!(Seen: account, day, kind, change, first, last);

/// What the ledger says of the days of some popugs' accounts, summed up by kind.
pub fn seen_by(
    read: &Read<'_>,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<Vec<Seen>, StoreError> {
    let sql = "SELECT account, day, kind, CAST(SUM(change) AS BIGINT), MIN(id), MAX(id)
               FROM (SELECT from_account AS account, day, kind, -amount_cents AS change, id
                     FROM accounting_transaction WHERE from_account = ?1
                     UNION ALL
                     SELECT to_account, day, kind, amount_cents, id
                     FROM accounting_transaction WHERE to_account = ?1) AS seen
               GROUP BY account, day, kind";
    let asked = accounts.into_iter().map(|account| [Value::owned(&account)]);
    read.all_of_each(sql, asked, columns)
}

/// Visits what the ledger says of an account, a transaction at a time: management and the bank see
/// all of them.
pub fn each_seen<E: From<StoreError>>(
    read: &Read<'_>,
    account: AccountId,
    mut visit: impl FnMut(&Seen) -> Result<(), E>,
) -> Result<(), E> {
    for sql in [
        "SELECT from_account, day, kind, -amount_cents, id, id
         FROM accounting_transaction WHERE from_account = ?1 ORDER BY id",
        "SELECT to_account, day, kind, amount_cents, id, id
         FROM accounting_transaction WHERE to_account = ?1 ORDER BY id",
    ] {
        read.each(sql, &[&account], |row| visit(&columns(row)?))?;
    }
    Ok(())
}

/// The first day that is kept of an account which there is not.
pub fn stray_day(read: &Read<'_>) -> Result<Option<(AccountId, Day)>, StoreError> {
    let sql = "SELECT it.account_id, it.day FROM accounting_account_day it
               LEFT JOIN accounting_account account ON account.id = it.account_id
               WHERE account.id IS NULL ORDER BY it.account_id, it.day LIMIT 1";
    read.first(sql, &[], columns)
}
