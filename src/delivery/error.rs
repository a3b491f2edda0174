//! Why delivery cannot do what it is asked for.

use crate::events::LogError;
use crate::kernel::ids::InvoiceId;
use crate::store::StoreError;

/// Every failure of the queues; those of messages and transports are their own.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// No letter belongs to an invoice of this number.
    #[error("there is no letter {0}")]
    UnknownLetter(InvoiceId),
    /// A mailbox or server has it.
    #[error("letter {0} was sent")]
    LetterSent(InvoiceId),
    /// Somebody gave it up before.
    #[error("letter {id} was given up already, by {by}")]
    DiscardedAlready {
        /// The letter.
        id: InvoiceId,
        /// Who.
        by: String,
    },
    /// No payment belongs to an invoice of this number.
    #[error("there is no payment {0}")]
    UnknownPayment(InvoiceId),
    /// Its money has left.
    #[error("payment {0} was processed: the money has left")]
    PaymentProcessed(InvoiceId),
    /// A gateway refused it for good.
    #[error(
        "payment {0} was refused: its money is back on the account, and the next close pays it again"
    )]
    PaymentRefused(InvoiceId),
    /// What is to be told cannot be appended.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
