//! Why delivery cannot do what it is asked for.

use crate::kernel::ids::InvoiceId;
use crate::store::StoreError;

/// Every failure of the queues; those of messages and transports are their own.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// No letter belongs to an invoice of this number.
    #[error("there is no letter {0}")]
    UnknownLetter(InvoiceId),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
