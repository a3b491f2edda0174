//! The statements that tell the whole ledger, however long it is.

use crate::accounting::export::LedgerRow;
use crate::accounting::model::{AccountId, BANK, MANAGEMENT};
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::kernel::range::Span;
use crate::store::{Hash, Read, StoreError, Visit, columns, fields};

/// The numbers between which all rows of a day, or of several, lie.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    /// The first.
    pub first: TransactionId,
    /// The last.
    pub last: TransactionId,
}

fields!(Ids: first, last);

/// The days on which anything was posted, oldest first. Whatever moves, moves from or to
/// management or the bank, so those two saw it all.
pub fn days(read: &Read<'_>, span: Span) -> Result<Vec<(Day, Ids)>, StoreError> {
    let sql = "SELECT day, MIN(first_id), MAX(last_id) FROM accounting_account_day
               WHERE account_id IN (?1, ?2) AND day BETWEEN ?3 AND ?4
               GROUP BY day ORDER BY day";
    read.all(sql, &[&MANAGEMENT, &BANK, &span.from, &span.to], columns)
}

/// The last day that anything is dated on.
pub fn last_day(read: &Read<'_>) -> Result<Option<Day>, StoreError> {
    let sql = "SELECT MAX(day) FROM accounting_account_day WHERE account_id IN (?1, ?2)";
    read.one(sql, &[&MANAGEMENT, &BANK], columns)
}

/// The seal of each closed day within these, oldest first.
pub fn seals(read: &Read<'_>, span: Span) -> Result<Vec<(Day, Hash)>, StoreError> {
    let sql = "SELECT day, seal FROM accounting_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day";
    read.all(sql, &[&span.from, &span.to], columns)
}

/// A row, and the accounts that it touches.
pub struct Told {
    /// The account that the money left.
    pub from: AccountId,
    /// The account that it reached.
    pub to: AccountId,
    /// The row.
    pub row: LedgerRow,
}

fields!(Told: row, from, to);
fields!(LedgerRow:
    id, at, day, kind, from, to, amount_cents, from_balance_cents, to_balance_cents, task, memo,
    actor, mends);

/// Shows the rows of these numbers that are dated within these days, in the order of posting.
pub fn each(
    read: &Read<'_>,
    ids: Ids,
    span: Span,
    visit: Visit<'_, Told>,
) -> Result<(), StoreError> {
    let sql = "SELECT t.id, t.at, t.day, t.kind, COALESCE(fu.name, f.kind),
                      COALESCE(tu.name, a.kind), t.amount_cents, t.from_balance_cents,
                      t.to_balance_cents, t.task_id, t.ticket, t.title, t.memo, t.actor, t.mends,
                      t.from_account, t.to_account
               FROM accounting_transaction t
               JOIN accounting_account f ON f.id = t.from_account
               LEFT JOIN accounting_user fu ON fu.id = f.user_id
               JOIN accounting_account a ON a.id = t.to_account
               LEFT JOIN accounting_user tu ON tu.id = a.user_id
               WHERE t.id BETWEEN ?1 AND ?2 AND t.day BETWEEN ?3 AND ?4
               ORDER BY t.id";
    let (from, to) = (&span.from, &span.to);
    read.walk(sql, &[&ids.first, &ids.last, from, to], columns, visit)
}
