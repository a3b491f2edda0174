//! The queues, to look at.

use serde::{Deserialize, Serialize};

use crate::delivery::model::{LetterState, PaymentState};
use crate::delivery::{DeliveryError, sql};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// Every letter, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailList {}

/// A letter of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Every payment, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentList {}

/// A payment of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Request for MailList {
    const NAME: &'static str = "mail.list";

    type Answer = Vec<QueuedLetter>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for MailList {
    type Error = DeliveryError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Vec<QueuedLetter>, DeliveryError> {
        Ok(sql::letters(read)?)
    }
}

impl Request for PaymentList {
    const NAME: &'static str = "payment.list";

    type Answer = Vec<QueuedPayment>;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for PaymentList {
    type Error = DeliveryError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Vec<QueuedPayment>, DeliveryError> {
        Ok(sql::payments(read)?)
    }
}
