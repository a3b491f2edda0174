//! Letters and payments as accountants see them in their queues.

use serde::{Deserialize, Serialize};

use crate::delivery::model::{LetterState, PaymentState};
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;

/// A letter of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QueuedLetter {
    /// The invoice, which is also the letter.
    pub id: InvoiceId,
    /// The day that was closed.
    pub day: Day,
    /// To whom; `None` while delivery has not heard of the popug.
    pub user: Option<UserName>,
    /// How much is paid.
    pub amount_cents: Money,
    /// What became of it.
    pub state: LetterState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, while it is pending.
    pub next_at: Option<Moment>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}

/// A payment of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QueuedPayment {
    /// The invoice, which is also the payment.
    pub id: InvoiceId,
    /// The day that was closed.
    pub day: Day,
    /// To whom; `None` while delivery has not heard of the popug.
    pub user: Option<UserName>,
    /// How much is paid.
    pub amount_cents: Money,
    /// What became of it.
    pub state: PaymentState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, while it is pending.
    pub next_at: Option<Moment>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}
