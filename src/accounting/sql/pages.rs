//! The statements that read an audit log, all accounts and the closed days by pages.

use crate::accounting::day::{DayRow, Invoice};
use crate::accounting::model::AccountId;
use crate::accounting::sql::days::Listed;
use crate::accounting::sql::ledger::Entry;
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TransactionId};
use crate::kernel::money::Money;
use crate::kernel::page::Way;
use crate::kernel::range::Span;
use crate::store::{Bind, Read, StoreError, columns};

/// What left the account and what reached it, each as its index has it, and merged.
const NEWEST: &str =
    "SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = gone.task_id) AS description
    FROM (SELECT id, at, day, kind, -amount_cents AS change_cents,
                 from_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id DESC LIMIT ?6) AS gone
    UNION ALL
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = come.task_id) AS description
    FROM (SELECT id, at, day, kind, amount_cents AS change_cents,
                 to_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id DESC LIMIT ?6) AS come
    ORDER BY id DESC LIMIT ?6";

/// The same from the oldest on.
const OLDEST: &str =
    "SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = gone.task_id) AS description
    FROM (SELECT id, at, day, kind, -amount_cents AS change_cents,
                 from_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id LIMIT ?6) AS gone
    UNION ALL
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = come.task_id) AS description
    FROM (SELECT id, at, day, kind, amount_cents AS change_cents,
                 to_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id LIMIT ?6) AS come
    ORDER BY id LIMIT ?6";

/// At most so many rows of an account within these days and numbers: down from the newest, or up
/// from the oldest.
pub fn entries(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
    (first, last): (TransactionId, TransactionId),
    (way, most): (Way, i64),
) -> Result<Vec<Entry>, StoreError> {
    let sql = match way {
        Way::Down => NEWEST,
        Way::Up => OLDEST,
    };
    let bind: [&dyn Bind; 6] = [&account, &first, &last, &span.from, &span.to, &most];
    read.all(sql, &bind, columns)
}

/// At most so many accounts from one on, itself included, with what each saw on a day: down from the
/// richest, or up from the poorest.
pub fn accounts(
    read: &Read<'_>,
    day: Day,
    (way, from): (Way, Option<i64>),
    most: i64,
) -> Result<Vec<(i64, Listed)>, StoreError> {
    let sql = match way {
        Way::Down => {
            "SELECT a.id, u.name, a.kind, a.balance_cents,
                    COALESCE(d.fees_cents, 0), COALESCE(d.rewards_cents, 0),
                    COALESCE(d.other_cents, 0), COALESCE(d.paid_cents, 0)
             FROM (SELECT o.id, o.user_id, o.kind, o.balance_cents
                   FROM accounting_account o
                   WHERE CAST(?2 AS BIGINT) IS NULL
                      OR (o.balance_cents, o.id) <= (SELECT f.balance_cents, f.id
                                                     FROM accounting_account f WHERE f.id = ?2)
                   ORDER BY o.balance_cents DESC, o.id DESC LIMIT ?3) AS a
             LEFT JOIN accounting_user u ON u.id = a.user_id
             LEFT JOIN accounting_account_day d ON d.account_id = a.id AND d.day = ?1
             ORDER BY a.balance_cents DESC, a.id DESC"
        }
        Way::Up => {
            "SELECT a.id, u.name, a.kind, a.balance_cents,
                    COALESCE(d.fees_cents, 0), COALESCE(d.rewards_cents, 0),
                    COALESCE(d.other_cents, 0), COALESCE(d.paid_cents, 0)
             FROM (SELECT o.id, o.user_id, o.kind, o.balance_cents
                   FROM accounting_account o
                   WHERE CAST(?2 AS BIGINT) IS NULL
                      OR (o.balance_cents, o.id) >= (SELECT f.balance_cents, f.id
                                                     FROM accounting_account f WHERE f.id = ?2)
                   ORDER BY o.balance_cents, o.id LIMIT ?3) AS a
             LEFT JOIN accounting_user u ON u.id = a.user_id
             LEFT JOIN accounting_account_day d ON d.account_id = a.id AND d.day = ?1
             ORDER BY a.balance_cents, a.id"
        }
    };
    read.all(sql, &[&day, &from, &most], columns)
}

/// How many accounts come before one.
pub fn richer(read: &Read<'_>, account: i64) -> Result<i64, StoreError> {
    let sql = "SELECT COUNT(*) FROM accounting_account a
               WHERE (a.balance_cents, a.id) > (SELECT f.balance_cents, f.id
                                                FROM accounting_account f WHERE f.id = ?1)";
    read.one(sql, &[&account], columns)
}

/// How many accounts there are, and what is in all of them.
pub fn all_together(read: &Read<'_>) -> Result<(i64, Money), StoreError> {
    let sql = "SELECT COUNT(*), CAST(COALESCE(SUM(balance_cents), 0) AS BIGINT)
               FROM accounting_account";
    read.one(sql, &[], columns)
}

/// At most so many closed days from one on, itself included: down from the newest, or up from the
/// oldest.
pub fn closed(
    read: &Read<'_>,
    (way, from): (Way, Option<Day>),
    most: i64,
) -> Result<Vec<DayRow>, StoreError> {
    let (sql, from) = match way {
        Way::Down => (
            "SELECT day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
             FROM accounting_day WHERE day <= ?1 ORDER BY day DESC LIMIT ?2",
            from.unwrap_or(Day::LAST),
        ),
        Way::Up => (
            "SELECT day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
             FROM accounting_day WHERE day >= ?1 ORDER BY day LIMIT ?2",
            from.unwrap_or(Day::FIRST),
        ),
    };
    read.all(sql, &[&from, &most], columns)
}

/// At most so many invoices of a day from one on, itself included: down from the first, or up from
/// the last.
pub fn invoices(
    read: &Read<'_>,
    day: Day,
    (way, from): (Way, Option<InvoiceId>),
    most: i64,
) -> Result<Vec<Invoice>, StoreError> {
    let (sql, from) = match way {
        Way::Down => (
            "SELECT i.id, u.name, i.transaction_id, i.amount_cents
             FROM accounting_invoice i JOIN accounting_user u ON u.id = i.user_id
             WHERE i.day = ?1 AND i.id >= ?2 ORDER BY i.id LIMIT ?3",
            from.unwrap_or(InvoiceId::new(0)),
        ),
        Way::Up => (
            "SELECT i.id, u.name, i.transaction_id, i.amount_cents
             FROM accounting_invoice i JOIN accounting_user u ON u.id = i.user_id
             WHERE i.day = ?1 AND i.id <= ?2 ORDER BY i.id DESC LIMIT ?3",
            from.unwrap_or(InvoiceId::new(i64::MAX)),
        ),
    };
    read.all(sql, &[&day, &from, &most], columns)
}
