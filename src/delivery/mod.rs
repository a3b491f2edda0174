//! Delivery: letters and payments of the closed days, handed over until it works.
//!
//! Says: `transaction.processed`. Hears: users, settings, `account.finalized`. Owns: one letter
//! and one payment for every invoice, and copies of whom to write to and how.

mod backlog;
mod consumer;
mod doctor;
mod error;
mod maildir;
mod message;
mod model;
mod payout;
mod queue;
mod queued;
mod requests;
mod sql;
mod target;
#[cfg(test)]
mod testing;

pub use backlog::{LetterBacklog, PaymentBacklog, letter_backlog, payment_backlog};
pub use consumer::DeliveryConsumer;
pub use doctor::examine;
pub use error::DeliveryError;
pub use maildir::{Maildir, MaildirError, WrittenLetter};
pub use message::{Letter, LetterSummary, is_sender};
pub use model::{DueLetter, DuePayment, InvoiceStates, LetterState, PaymentState, Sent};
pub use payout::{due_payments, mark_processed};
pub use queue::{
    due_letters, kept_letter, mail_settings, mark_failed, mark_sent, sent_zone, states,
    states_among,
};
pub use queued::{QueuedLetter, QueuedPayment};
pub use requests::{
    MailDiscard, MailList, MailRetry, PaymentList, PaymentRetry, WaitingDay, WaitingDays,
};
pub use sql::EXPORT;
pub use target::{MailTarget, MailTargetError, PaymentTarget, PaymentTargetError};

use crate::kernel::ids::InvoiceId;

/// Each of these once, in their order.
fn distinct(ids: &[InvoiceId]) -> impl Iterator<Item = InvoiceId> {
    let mut seen = std::collections::BTreeSet::new();
    ids.iter().copied().filter(move |id| seen.insert(*id))
}
