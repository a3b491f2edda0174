//! The queues, to look at.

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryError;
use crate::delivery::queued::{QueuedLetter, QueuedPayment};
use crate::delivery::sql::{letters, payments};
use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// Every letter, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailList {}

/// Every payment, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentList {}

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
        Ok(letters::all(read)?)
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
        Ok(payments::all(read)?)
    }
}
