//! How the consumers keep up: a few look-ups by key, however long the log is.

use serde::{Deserialize, Serialize};

use crate::events::{CONSUMERS, LogError, dead_letter, sql};
use crate::kernel::moment::Moment;
use crate::store::Read;

/// An event that a consumer has not heard for so many seconds is overdue; a shorter while may pass
/// between a command's commit and that of its consumers.
const LATE_SECONDS: i64 = 60;

/// How a consumer keeps up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ConsumerPace {
    /// Its name.
    pub consumer: String,
    /// How many events it has not heard yet.
    pub lag: i64,
    /// Whether it keeps up.
    pub state: Pace,
}

/// Whether a consumer keeps up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Pace {
    /// It does.
    Ok,
    /// An event has waited for it for more than a minute.
    Lagging,
    /// It goes on no longer: too many dead letters in a row.
    Stopped,
}

/// How every consumer keeps up at `now`.
pub fn paces(read: &Read<'_>, now: Moment) -> Result<Vec<ConsumerPace>, LogError> {
    let (head, _) = sql::head(read)?;
    let paces = CONSUMERS.into_iter().map(|consumer| {
        let offset = sql::offset(read, consumer)?;
        let next = sql::said_after(read, offset.seq)?;
        let late = next.is_some_and(|at| now.seconds_since(at) > LATE_SECONDS);
        let state = if dead_letter::has_stopped(read, consumer, offset.heard)? {
            Pace::Stopped
        } else if late {
            Pace::Lagging
        } else {
            Pace::Ok
        };
        Ok(ConsumerPace {
            consumer: consumer.to_owned(),
            lag: head.get() - offset.seq.get(),
            state,
        })
    });
    paces.collect()
}

/// How many events there are that a consumer could not take in.
pub fn dead_count(read: &Read<'_>) -> Result<i64, LogError> {
    Ok(dead_letter::dead_count(read)?)
}
