//! What accountants and admins ask of the queues.

mod discard;
mod lists;
mod retry;

pub use discard::MailDiscard;
pub use lists::{MailList, PaymentList};
pub use retry::{MailRetry, PaymentRetry};
