//! Business events of money.

use serde::{Deserialize, Serialize};

use crate::kernel::day::Day;
use crate::kernel::ids::{InvoiceId, TaskId, TransactionId, UserId};
use crate::kernel::money::Money;
use crate::kernel::ticket::Ticket;

/// `task.priced`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskPriced {
    /// The task.
    pub task: TaskId,
    /// What it costs to be assigned it.
    pub fee_cents: Money,
    /// What closing it earns.
    pub reward_cents: Money,
}

/// One end of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// A popug's account.
    User(UserId),
    /// Management's.
    Management,
    /// Money that has left.
    Bank,
}

/// Why money moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TransactionKind {
    /// For being assigned a task.
    Fee,
    /// For closing one.
    Reward,
    /// A day's end.
    Payout,
    /// The exact inverse of another transaction.
    Reversal,
    /// A correction by hand.
    Adjustment,
}

impl TransactionKind {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Reward => "reward",
            Self::Payout => "payout",
            Self::Reversal => "reversal",
            Self::Adjustment => "adjustment",
        }
    }
}

/// `transaction.created`, version 1: the whole row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransactionCreated {
    /// The transaction.
    pub transaction: TransactionId,
    /// Why.
    pub kind: TransactionKind,
    /// The business day that it belongs to.
    pub day: Day,
    /// Whose account it left.
    pub from: Party,
    /// Whose account it reached.
    pub to: Party,
    /// How much, above zero.
    pub amount_cents: Money,
    /// The task that it is about.
    pub task: Option<TaskId>,
    /// The task's ticket as it read then.
    pub ticket: Option<Ticket>,
    /// The task's title as it read then.
    pub title: Option<String>,
    /// The reason in words, for what was done by hand.
    pub memo: Option<String>,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

/// What became of a payout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The money has left.
    Processed,
    /// The gateway refused it for good.
    Refused,
}

/// `transaction.processed`, version 1; of payouts only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransactionProcessed {
    /// The payout.
    pub transaction: TransactionId,
    /// What became of it.
    pub outcome: Outcome,
    /// The gateway's word for it.
    pub reference: Option<String>,
}

/// `account.finalized`, version 1: one for each payout of a close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountFinalized {
    /// The invoice.
    pub invoice: InvoiceId,
    /// The day.
    pub day: Day,
    /// The popug.
    pub user: UserId,
    /// The payout.
    pub transaction: TransactionId,
    /// How much is paid.
    pub amount_cents: Money,
}

/// `day.closed`, version 1; its hash is the day's seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayClosed {
    /// The day.
    pub day: Day,
    /// How many popugs are paid.
    pub payouts: i64,
    /// How much they are paid.
    pub paid_cents: Money,
    /// What management earned.
    pub earned_cents: Money,
    /// What popugs in the red owe, all together.
    pub debts_cents: Money,
}
