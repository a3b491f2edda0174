//! What a business day comes to: its totals, and who is paid.

use serde::{Deserialize, Serialize};

use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TransactionId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::store::Hash;

/// A day and its totals; those of an open day are what they would be so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayRow {
    /// The day.
    pub day: Day,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// How many popugs were paid.
    pub payouts: i64,
    /// How much they were paid.
    pub paid_cents: Money,
    /// What management earned: fees less rewards.
    pub earned_cents: Money,
    /// What popugs in the red owed at its end, all together; never negative.
    pub debts_cents: Money,
    /// The hash of its `day.closed`.
    pub seal: Option<Hash>,
}

/// A popug's balance at a day's end, paid out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Its number.
    pub id: InvoiceId,
    /// Who is paid.
    pub user: UserName,
    /// The payout.
    pub transaction: TransactionId,
    /// How much.
    pub amount_cents: Money,
}

/// A day with its invoices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySheet {
    /// Its totals.
    pub row: DayRow,
    /// Who was paid what.
    pub invoices: Vec<Invoice>,
}
