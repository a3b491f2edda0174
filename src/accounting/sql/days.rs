//! The statements of closed days and their invoices, and of what all accounts held on a day.

use crate::accounting::day::{DayRow, Invoice};
use crate::accounting::model::{AccountKind, Sums};
use crate::events::shape::AccountFinalized;
use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::range::Span;
use crate::store::{Insert, Read, StoreError, Value, Visit, Write, columns, fields};

fields!(DayRow: day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal);

/// A closed day.
pub fn closed(read: &Read<'_>, day: Day) -> Result<Option<DayRow>, StoreError> {
    let sql = "SELECT day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
               FROM accounting_day WHERE day = ?1";
    read.first(sql, &[&day], columns)
}

/// The newest `limit` closed days within these, newest first.
pub fn closed_within(read: &Read<'_>, span: Span, limit: i64) -> Result<Vec<DayRow>, StoreError> {
    let sql = "SELECT day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
               FROM accounting_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC LIMIT ?3";
    read.all(sql, &[&span.from, &span.to, &limit], columns)
}

/// How many days are closed.
pub fn count(read: &Read<'_>) -> Result<i64, StoreError> {
    read.one("SELECT COUNT(*) FROM accounting_day", &[], columns)
}

/// The last day that was closed.
pub fn last_closed(read: &Read<'_>) -> Result<Option<Day>, StoreError> {
    read.one("SELECT MAX(day) FROM accounting_day", &[], columns)
}

/// Keeps a day as closed.
pub fn insert_day(tx: &mut Write<'_>, day: &DayRow) -> Result<(), StoreError> {
    let sql = "INSERT INTO accounting_day
                   (day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.execute(
        sql,
        &[
            &day.day,
            &day.closed_at,
            &day.payouts,
            &day.paid_cents,
            &day.earned_cents,
            &day.debts_cents,
            &day.seal,
        ],
    )
    .map(|_| ())
}

/// The number that the next invoice gets.
pub fn next_invoice(read: &Read<'_>) -> Result<InvoiceId, StoreError> {
    let sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM accounting_invoice";
    read.one(sql, &[], columns)
}

/// The first invoice with a number after `id`.
pub fn first_invoice_after(
    read: &Read<'_>,
    id: InvoiceId,
) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT MIN(id) FROM accounting_invoice WHERE id > ?1";
    read.one(sql, &[&id], columns)
}

/// Writes invoices.
pub fn insert_invoices<'a>(
    tx: &mut Write<'_>,
    invoices: impl IntoIterator<Item = &'a AccountFinalized>,
) -> Result<(), StoreError> {
    let insert = Insert {
        table: "accounting_invoice",
        columns: &["id", "day", "user_id", "amount_cents", "transaction_id"],
    };
    let rows = invoices.into_iter().map(|it| {
        [
            Value::owned(&it.invoice),
            Value::owned(&it.day),
            Value::owned(&it.user),
            Value::owned(&it.amount_cents),
            Value::owned(&it.transaction),
        ]
    });
    tx.insert_many(&insert, rows).map(|_| ())
}

/// The invoices of a day, in the order of their numbers.
pub fn invoices(read: &Read<'_>, day: Day) -> Result<Vec<Invoice>, StoreError> {
    let sql = "SELECT i.id, u.name, i.transaction_id, i.amount_cents
               FROM accounting_invoice i JOIN accounting_user u ON u.id = i.user_id
               WHERE i.day = ?1 ORDER BY i.id";
    read.all(sql, &[&day], columns)
}

fields!(Invoice: id, user, transaction, amount_cents);

/// The number of the invoice that a payout is for.
pub fn invoice_of(read: &Read<'_>, payout: TransactionId) -> Result<Option<InvoiceId>, StoreError> {
    let sql = "SELECT id FROM accounting_invoice WHERE transaction_id = ?1";
    read.first(sql, &[&payout], columns)
}

fields!(AccountFinalized: invoice, day, user, transaction, amount_cents);

/// An invoice by its number, in the words of the event that told of it.
pub fn invoice(read: &Read<'_>, id: InvoiceId) -> Result<Option<AccountFinalized>, StoreError> {
    let sql = "SELECT id, day, user_id, transaction_id, amount_cents
               FROM accounting_invoice WHERE id = ?1";
    read.first(sql, &[&id], columns)
}

/// Every popug whose balance of everything dated up to the end of `day` is not zero, by its id.
pub fn balances_at(read: &Read<'_>, day: Day) -> Result<Vec<(UserId, Money)>, StoreError> {
    let sql = "SELECT a.user_id, d.balance_cents
               FROM accounting_account a
               JOIN accounting_account_day d ON d.account_id = a.id
                AND d.day = (SELECT MAX(l.day) FROM accounting_account_day l
                             WHERE l.account_id = a.id AND l.day <= ?1)
               WHERE a.kind = 'popug' AND d.balance_cents <> 0
               ORDER BY a.user_id";
    read.all(sql, &[&day], columns)
}

/// An account in a list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose it is, where it is a popug's.
    pub user: Option<UserName>,
    /// Whose it is.
    pub kind: AccountKind,
    /// The balance of everything dated up to a day's end.
    pub balance: Money,
    /// What happened on a day.
    pub sums: Sums,
}

fields!(Listed: user, kind, balance, sums);

/// Shows every account, popugs by name and then management and bank, with its sums of `day` and its
/// balance of now.
pub fn listed_now(read: &Read<'_>, day: Day, visit: Visit<'_, Listed>) -> Result<(), StoreError> {
    let sql = "SELECT u.name, a.kind, a.balance_cents,
                      COALESCE(d.fees_cents, 0), COALESCE(d.rewards_cents, 0),
                      COALESCE(d.other_cents, 0), COALESCE(d.paid_cents, 0)
               FROM accounting_account a
               LEFT JOIN accounting_user u ON u.id = a.user_id
               LEFT JOIN accounting_account_day d ON d.account_id = a.id AND d.day = ?1
               ORDER BY CASE a.kind WHEN 'popug' THEN 0 WHEN 'management' THEN 1 ELSE 2 END,
                        u.name NULLS LAST";
    read.walk(sql, &[&day], columns, visit)
}

/// The same with its balance of everything dated up to the end of `day`.
pub fn listed_at(read: &Read<'_>, day: Day, visit: Visit<'_, Listed>) -> Result<(), StoreError> {
    let sql = "SELECT u.name, a.kind,
                      COALESCE((SELECT l.balance_cents FROM accounting_account_day l
                                WHERE l.account_id = a.id AND l.day <= ?1
                                ORDER BY l.day DESC LIMIT 1), 0),
                      COALESCE(d.fees_cents, 0), COALESCE(d.rewards_cents, 0),
                      COALESCE(d.other_cents, 0), COALESCE(d.paid_cents, 0)
               FROM accounting_account a
               LEFT JOIN accounting_user u ON u.id = a.user_id
               LEFT JOIN accounting_account_day d ON d.account_id = a.id AND d.day = ?1
               ORDER BY CASE a.kind WHEN 'popug' THEN 0 WHEN 'management' THEN 1 ELSE 2 END,
                        u.name NULLS LAST";
    read.walk(sql, &[&day], columns, visit)
}

/// Every popug by name, with what it carried into `day` and what happened on it.
pub fn movements(read: &Read<'_>, day: Day) -> Result<Vec<(UserName, Money, Sums)>, StoreError> {
    let sql = "SELECT u.name,
                      COALESCE((SELECT l.balance_cents FROM accounting_account_day l
                                WHERE l.account_id = a.id AND l.day < ?1
                                ORDER BY l.day DESC LIMIT 1), 0),
                      COALESCE(d.fees_cents, 0), COALESCE(d.rewards_cents, 0),
                      COALESCE(d.other_cents, 0), COALESCE(d.paid_cents, 0)
               FROM accounting_account a
               JOIN accounting_user u ON u.id = a.user_id
               LEFT JOIN accounting_account_day d ON d.account_id = a.id AND d.day = ?1
               WHERE a.kind = 'popug' ORDER BY u.name";
    read.all(sql, &[&day], columns)
}

/// When each closed day within these was closed.
pub fn closings(read: &Read<'_>, span: Span) -> Result<Vec<(Day, Moment)>, StoreError> {
    let sql = "SELECT day, closed_at FROM accounting_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day";
    read.all(sql, &[&span.from, &span.to], columns)
}
