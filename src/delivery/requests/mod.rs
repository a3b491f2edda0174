//! What accountants and admins ask of the queues.

mod discard;
mod lists;
mod retry;
mod waiting;

pub use discard::MailDiscard;
pub use lists::{MailList, PaymentList};
pub use retry::{MailRetry, PaymentRetry};
pub use waiting::{WaitingDay, WaitingDays};
