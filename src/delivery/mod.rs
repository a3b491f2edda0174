//! Delivery: letters and payments of the closed days, handed over until it works.
//!
//! Says: `transaction.processed`. Hears: users, settings, `account.finalized`. Owns: one letter
//! and one payment for every invoice, and copies of whom to write to and how.

mod consumer;
mod doctor;
mod error;
mod maildir;
mod message;
mod model;
mod queue;
mod queued;
mod requests;
mod sql;
mod target;
#[cfg(test)]
mod testing;

pub use consumer::DeliveryConsumer;
pub use doctor::examine;
pub use error::DeliveryError;
pub use maildir::Maildir;
pub use message::{Letter, MessageId, is_sender};
pub use model::{DueLetter, InvoiceStates, LetterState, MailSettings, PaymentState};
pub use queue::{due_letters, mail_settings, mark_failed, mark_sent, states};
pub use requests::{MailList, PaymentList};
pub use target::{MailTarget, MailTargetError, PaymentTarget, PaymentTargetError};
