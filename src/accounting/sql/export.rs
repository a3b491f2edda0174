//! The statements that tell the whole ledger, however long it is.

use crate::accounting::export::LedgerRow;
use crate::accounting::model::{AccountId, BANK, MANAGEMENT};
use crate::accounting::sql::ledger;
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::kernel::range::Span;
use crate::store::{Hash, Read, Row, StoreError};

/// The numbers between which all rows of a day, or of several, lie.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    /// The first.
    pub first: TransactionId,
    /// The last.
    pub last: TransactionId,
}

/// The days on which anything was posted, oldest first. Whatever moves, moves from or to
/// management or the bank, so those two saw it all.
pub fn days(read: &Read<'_>, span: Span) -> Result<Vec<(Day, Ids)>, StoreError> {
    let sql = "SELECT day, MIN(first_id), MAX(last_id) FROM accounting_account_day
               WHERE account_id IN (?1, ?2) AND day BETWEEN ?3 AND ?4
               GROUP BY day ORDER BY day";
    read.all(sql, &[&MANAGEMENT, &BANK, &span.from, &span.to], |row| {
        let (first, last) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, Ids { first, last }))
    })
}

/// The last day that anything is dated on.
pub fn last_day(read: &Read<'_>) -> Result<Option<Day>, StoreError> {
    let sql = "SELECT MAX(day) FROM accounting_account_day WHERE account_id IN (?1, ?2)";
    read.one(sql, &[&MANAGEMENT, &BANK], |row| row.get(0))
}

/// The seal of each closed day within these, oldest first.
pub fn seals(read: &Read<'_>, span: Span) -> Result<Vec<(Day, Hash)>, StoreError> {
    let sql = "SELECT day, seal FROM accounting_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day";
    read.all(sql, &[&span.from, &span.to], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
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

fn told(row: &Row<'_>) -> Result<Told, StoreError> {
    Ok(Told {
        from: row.get(13)?,
        to: row.get(14)?,
        row: LedgerRow {
            id: row.get(0)?,
            at: row.get(1)?,
            day: row.get(2)?,
            kind: ledger::kind(row, 3)?,
            from: row.get(15)?,
            to: row.get(16)?,
            amount_cents: row.get(4)?,
            from_balance_cents: row.get(5)?,
            to_balance_cents: row.get(6)?,
            task: ledger::task_ref(row, 7)?,
            memo: row.get(10)?,
            actor: row.get(11)?,
            mends: row.get(12)?,
        },
    })
}

/// Visits the rows of these numbers that are dated within these days, in the order of posting.
pub fn each<E: From<StoreError>>(
    read: &Read<'_>,
    ids: Ids,
    span: Span,
    mut visit: impl FnMut(Told) -> Result<(), E>,
) -> Result<(), E> {
    let sql = "SELECT t.id, t.at, t.day, t.kind, t.amount_cents, t.from_balance_cents,
                      t.to_balance_cents, t.task_id, t.ticket, t.title, t.memo, t.actor, t.mends,
                      t.from_account, t.to_account,
                      COALESCE(fu.name, f.kind), COALESCE(tu.name, a.kind)
               FROM accounting_transaction t
               JOIN accounting_account f ON f.id = t.from_account
               LEFT JOIN accounting_user fu ON fu.id = f.user_id
               JOIN accounting_account a ON a.id = t.to_account
               LEFT JOIN accounting_user tu ON tu.id = a.user_id
               WHERE t.id BETWEEN ?1 AND ?2 AND t.day BETWEEN ?3 AND ?4
               ORDER BY t.id";
    let (from, to) = (&span.from, &span.to);
    read.each(sql, &[&ids.first, &ids.last, from, to], |row| {
        visit(told(row)?)
    })
}
