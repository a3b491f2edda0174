//! What comes along with answers, told to whichever face the door is opened for.

use serde::{Deserialize, Serialize};

use crate::accounting::Ahead;
use crate::events::Progress;
use crate::kernel::day::Day;
use crate::kernel::locale::Locale;

/// A face that is told what comes along with an answer.
pub trait Audience: Send + Sync {
    /// Where and when the answer is read.
    fn reads_in(&self, _locale: &Locale) {}

    /// What is not as it should be, though there is an answer.
    fn is_warned(&self, warning: &Warning) {
        match warning.hint() {
            None => tracing::warn!("{warning}"),
            Some(hint) => tracing::warn!(hint, "{warning}"),
        }
    }
}

/// Nobody but the process's log.
pub struct Log;

impl Audience for Log {}

/// What is not as it should be, though there is an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// The clock lies far from the newest event.
    #[error("the clock says {now}, and the newest event is of {newest}: is it right?")]
    Clock {
        /// The day that the clock says, in UTC.
        now: Day,
        /// The day of the newest event, in UTC.
        newest: Day,
    },
    /// Something lies ahead of the clock.
    #[error("{0}")]
    Ahead(Ahead),
    /// A consumer has events before it that an answer should have.
    #[error("{consumer} is {events} events behind; what derives from them is missing")]
    Behind {
        /// The consumer.
        consumer: String,
        /// How many events.
        events: i64,
    },
    /// A consumer hears nothing any more.
    #[error("{0} has stopped: too many events that it cannot take in")]
    Stopped(String),
    /// What was committed could not be heard.
    #[error("the log was not heard to its end: {0}")]
    Unheard(String),
    /// What was committed has no whole answer.
    #[error("it is done, but the answer lacks what follows from it: {0}")]
    Unsettled(String),
}

impl Warning {
    /// What can be done, where something can.
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Ahead(ahead) => Some(ahead.hint()),
            Self::Clock { .. }
            | Self::Behind { .. }
            | Self::Stopped(_)
            | Self::Unheard(_)
            | Self::Unsettled(_) => None,
        }
    }

    /// Who is behind, or has stopped.
    pub fn of(progress: Progress) -> Option<Self> {
        match progress {
            Progress::Quiet => None,
            Progress::Stopped(consumer) => Some(Self::Stopped(consumer.to_owned())),
            Progress::Behind { consumer, events } => Some(Self::Behind {
                consumer: consumer.to_owned(),
                events,
            }),
        }
    }
}
