//! A dead letter as it is shown.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kernel::ids::{DeadLetterId, Seq};
use crate::kernel::moment::Moment;
use crate::store::{Bind, Column, Value};

/// What has become of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LetterState {
    /// The consumer cannot take it in.
    Dead,
    /// It waits behind a dead one of its subject.
    Parked,
    /// The one that it waited for was discarded; the next catch-up lets the consumer hear it.
    Released,
    /// It was heard after all.
    Retried,
    /// It was given up.
    Discarded,
}

/// Why a text is no state of a letter.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no state of a dead letter")]
pub struct LetterStateError(String);

impl LetterState {
    const ALL: [Self; 5] = [
        Self::Dead,
        Self::Parked,
        Self::Released,
        Self::Retried,
        Self::Discarded,
    ];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Parked => "parked",
            Self::Released => "released",
            Self::Retried => "retried",
            Self::Discarded => "discarded",
        }
    }
}

impl fmt::Display for LetterState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for LetterState {
    type Err = LetterStateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|it| it.as_str() == text);
        found.ok_or_else(|| LetterStateError(text.to_owned()))
    }
}

impl Bind for LetterState {
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str().into())
    }
}

impl Column for LetterState {
    fn read(value: Value<'_>) -> Result<Self, String> {
        let text = String::read(value)?;
        text.parse()
            .map_err(|error: LetterStateError| error.to_string())
    }
}

/// An event that a consumer could not take in, or that waits behind one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DeadLetter {
    /// Its number.
    pub id: DeadLetterId,
    /// Whose it is.
    pub consumer: String,
    /// The event.
    pub seq: Seq,
    /// The event's name.
    pub name: String,
    /// What the event is about.
    pub subject: String,
    /// Why it could not be taken in.
    pub reason: String,
    /// Since when.
    pub at: Moment,
    /// How many later events of its subject wait behind it.
    pub parked: i64,
    /// What has become of it.
    pub state: LetterState,
    /// When it was heard after all, or given up.
    pub ended_at: Option<Moment>,
    /// By whom.
    pub ended_by: Option<String>,
    /// Why it was given up.
    pub ended_because: Option<String>,
}
