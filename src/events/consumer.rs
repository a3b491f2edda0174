//! Who hears the log.

use crate::events::{EventName, Heard, LogError};
use crate::store::{StoreError, Write};

/// A part of popug that derives its own tables from what others say.
pub trait Consumer {
    /// Its name, under which its offset is kept.
    fn name(&self) -> &'static str;

    /// Whether it cares about events of this name.
    fn hears(&self, name: EventName) -> bool;

    /// Takes events in, in their order, each exactly once in effect: what it writes is committed
    /// together with its offset. Events that follow from one are appended with it as their cause.
    fn hear(&self, tx: &mut Write<'_>, events: &[Heard]) -> Result<(), Failure>;
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

impl From<LogError> for Failure {
    fn from(error: LogError) -> Self {
        match error {
            LogError::Store(error) => Self::Store(error),
            other @ (LogError::UnknownName { .. }
            | LogError::UnknownVersion { .. }
            | LogError::Shape { .. }
            | LogError::Unheard { .. }
            | LogError::Unknown(_)
            | LogError::NoSchema { .. }) => Self::Poison(other.to_string()),
        }
    }
}
