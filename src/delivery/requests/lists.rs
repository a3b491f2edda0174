//! The queues, to look at.

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryError;
use crate::delivery::queued::{QueuedLetter, QueuedPayment};
use crate::delivery::sql::{letters, payments};
use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// Letters, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailList {
    /// The newest so many; left out: all.
    pub limit: Option<u32>,
}

/// Payments, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentList {
    /// The newest so many; left out: all.
    pub limit: Option<u32>,
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
        let mut newest = letters::newest(read, self.limit.map_or(i64::MAX, i64::from))?;
        newest.reverse();
        Ok(newest)
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
        let mut newest = payments::newest(read, self.limit.map_or(i64::MAX, i64::from))?;
        newest.reverse();
        Ok(newest)
    }
}
