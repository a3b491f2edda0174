//! Who hears the log.

use crate::events::{EventName, Heard, LogError};
use crate::store::{StoreError, Write};

/// Every consumer, in the order in which they hear.
pub const CONSUMERS: [&str; 4] = ["accounting", "tasks", "analytics", "delivery"];

/// A part of popug that derives its own tables from what others say.
pub trait Consumer {
    /// Its name, under which its offset is kept.
    fn name(&self) -> &'static str;

    /// Whether it cares about events of this name.
    fn hears(&self, name: EventName) -> bool;

    /// Takes events in, in their order, each exactly once in effect: what it writes is committed
    /// together with its offset. Events that follow from one are appended with it as their cause.
    /// It is asked again with the same events, or some of them, after a failure.
    fn hear(&self, tx: &mut Write<'_>, events: &[&Heard]) -> Result<(), Failure>;
}

/// Why a consumer did not take its events in.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The store failed; the same events are heard again later.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// One of the events cannot be taken in, now or later.
    #[error("{0}")]
    Poison(String),
}

impl Failure {
    /// Why the events can never be taken in; the store's error where they may be later. A write
    /// that breaks a rule of the tables, and a row that is missing, stay so however long one waits.
    pub fn into_reason(self) -> Result<String, StoreError> {
        match self {
            Self::Poison(reason) => Ok(reason),
            Self::Store(error) if error.is_of_the_rows() => Ok(error.to_string()),
            Self::Store(error) => Err(error),
        }
    }
}

impl From<LogError> for Failure {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Store(error) => Self::Store(error),
            other @ (LogError::UnknownName { .. }
            | LogError::UnknownVersion { .. }
            | LogError::Shape { .. }
            | LogError::Unheard { .. }
            | LogError::Behind { .. }
            | LogError::Stopped(_)
            | LogError::Unknown(_)
            | LogError::NoLetter(_)
            | LogError::NotDead { .. }
            | LogError::NoSchema { .. }) => Self::Poison(other.to_string()),
        }
    }
}
