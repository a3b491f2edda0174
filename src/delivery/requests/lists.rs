//! The queues, to look at.

use serde::{Deserialize, Serialize};

use crate::delivery::DeliveryError;
use crate::delivery::queued::{QueuedLetter, QueuedPayment};
use crate::delivery::sql::{letters, payments};
use crate::kernel::ids::InvoiceId;
use crate::store::{Asker, ListQuery, Read, Visit};

/// Letters, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MailList {
    /// The newest so many; left out or 0: all.
    pub limit: Option<u32>,
}

/// Payments, oldest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PaymentList {
    /// The newest so many; left out or 0: all.
    pub limit: Option<u32>,
}

impl ListQuery for MailList {
    type Error = DeliveryError;
    type Row = QueuedLetter;

    fn each(
        &self,
        read: &Read<'_>,
        _: &Asker,
        visit: Visit<'_, QueuedLetter>,
    ) -> Result<(), DeliveryError> {
        let limit = self.limit.filter(|limit| *limit > 0);
        let newest = limit.map(|limit| letters::newest(read, limit.into()));
        let from = newest.transpose()?.flatten().unwrap_or(InvoiceId::new(0));
        Ok(letters::each_from(read, from, visit)?)
    }
}

impl ListQuery for PaymentList {
    type Error = DeliveryError;
    type Row = QueuedPayment;

    fn each(
        &self,
        read: &Read<'_>,
        _: &Asker,
        visit: Visit<'_, QueuedPayment>,
    ) -> Result<(), DeliveryError> {
        let limit = self.limit.filter(|limit| *limit > 0);
        let newest = limit.map(|limit| payments::newest(read, limit.into()));
        let from = newest.transpose()?.flatten().unwrap_or(InvoiceId::new(0));
        Ok(payments::each_from(read, from, visit)?)
    }
}
