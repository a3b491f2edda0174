//! The statements about what lies ahead of the clock.

use crate::accounting::model::{BANK, MANAGEMENT};
use crate::accounting::sql::ledger::Transaction;
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::store::{Read, StoreError, columns};

/// The first and the last row that is dated after `day`; every row touches management or the bank.
pub fn stretch(
    read: &Read<'_>,
    day: Day,
) -> Result<Option<(TransactionId, TransactionId)>, StoreError> {
    let sql = "SELECT MIN(first_id), MAX(last_id) FROM accounting_account_day
               WHERE account_id IN (?1, ?2) AND day > ?3";
    read.one(sql, &[&MANAGEMENT, &BANK, &day], |row| {
        let (first, last): (Option<_>, Option<_>) = columns(row)?;
        Ok(first.zip(last))
    })
}

/// How many rows of a stretch are dated after `day` and were not brought back, and the first day
/// that they are dated on.
pub fn count(
    read: &Read<'_>,
    day: Day,
    (first, last): (TransactionId, TransactionId),
) -> Result<(i64, Option<Day>), StoreError> {
    let sql = "SELECT COUNT(*), MIN(day) FROM accounting_transaction
               WHERE id BETWEEN ?2 AND ?3 AND day > ?1
                 AND substr(natural_key, 1, 9) <> 'back-out/'
                 AND NOT EXISTS (SELECT 1 FROM accounting_transaction gone
                                 WHERE gone.natural_key =
                                     'back-out/' || CAST(accounting_transaction.id AS TEXT))";
    read.one(sql, &[&day, &first, &last], columns)
}

/// These rows, in the order in which they were posted.
pub fn rows(
    read: &Read<'_>,
    day: Day,
    (first, last): (TransactionId, TransactionId),
) -> Result<Vec<Transaction>, StoreError> {
    let sql = "SELECT id, at, day, kind, natural_key, from_account, to_account,
                      amount_cents, from_balance_cents, to_balance_cents, task_id, ticket,
                      title, memo, actor, mends, cause
               FROM accounting_transaction
               WHERE id BETWEEN ?2 AND ?3 AND day > ?1
                 AND substr(natural_key, 1, 9) <> 'back-out/'
                 AND NOT EXISTS (SELECT 1 FROM accounting_transaction gone
                                 WHERE gone.natural_key =
                                     'back-out/' || CAST(accounting_transaction.id AS TEXT))
               ORDER BY id";
    read.all(sql, &[&day, &first, &last], columns)
}
