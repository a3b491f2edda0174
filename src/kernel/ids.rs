//! Numbers that name things: a task's cannot be taken for a popug's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is no id.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no id: ids are whole numbers from 1")]
pub struct IdError(pub String);

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident),+ $(,)?) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// From the stored number.
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// The number as it is stored and shown.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let plain = text.bytes().all(|byte| byte.is_ascii_digit());
                match text.parse() {
                    Ok(number) if plain && number > 0 => Ok(Self(number)),
                    _ => Err(IdError(text.to_owned())),
                }
            }
        }
    )+};
}

id! {
    /// A popug.
    UserId,
    /// A task.
    TaskId,
    /// A draw: one drawing of assignees.
    DrawId,
    /// A version of the pool: how many changes it has seen.
    PoolVersion,
    /// A transaction of the ledger.
    TransactionId,
    /// An invoice, which is also the payout's letter and payment.
    InvoiceId,
    /// An event's place in the log, from 1, without gaps.
    Seq,
    /// A dead letter.
    DeadLetterId,
}

impl Seq {
    /// Before the first event.
    pub const START: Self = Self(0);

    /// The place after this one.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_whole_numbers_from_one() {
        for wrong in ["0", "-1", "+1", "1.0", "x", "", "99999999999999999999"] {
            assert!(wrong.parse::<TaskId>().is_err(), "{wrong}");
        }
        assert_eq!("42".parse::<TaskId>().expect("an id").get(), 42);
    }
}
