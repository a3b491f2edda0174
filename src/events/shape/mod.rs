//! What events carry: one type for each name and version.
//!
//! A published shape never changes; a new version is a new type, with an upcaster from the one
//! before. Each has a JSON schema in `schemas/`, kept equal by a test.

mod accounting;
mod tasks;
mod users;

pub use accounting::{
    AccountFinalized, DayClosed, Outcome, Party, TaskPriced, TransactionCreated, TransactionKind,
    TransactionProcessed,
};
pub use tasks::{
    DrawReason, DrawRecord, TaskAssigned, TaskClosed, TaskCreated, TaskCreatedV1, TaskUpdated,
};
pub use users::{SettingUpdated, UserCreated, UserUpdated};
