//! Where the ledger goes on.

use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::store::{Read, StoreError, columns};

/// Where the ledger goes on.
pub struct Opening {
    /// The number that the next transaction gets.
    pub next: TransactionId,
    /// The day after the last closed one, or the first day of the books, if they have begun.
    pub oldest_open: Option<Day>,
    /// The last closed day, if there is one.
    pub last_closed: Option<Day>,
}

/// Where the ledger goes on.
pub fn opening(read: &Read<'_>) -> Result<Opening, StoreError> {
    let sql = "SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM accounting_transaction),
                      (SELECT MAX(day) FROM accounting_day),
                      (SELECT first_day FROM accounting_book)";
    read.one(sql, &[], |row| {
        let (next, last_closed, first): (_, Option<Day>, _) = columns(row)?;
        Ok(Opening {
            next,
            oldest_open: last_closed.map(Day::next).or(first),
            last_closed,
        })
    })
}
