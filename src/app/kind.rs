//! What kind of failure a refusal is: what scripts, servers and people tell failures apart by.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The kind of a failure, by the names that JSON answers carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It failed, or the question was answered with no.
    Failure,
    /// A request or a value that cannot be meant.
    Usage,
    /// There is no such thing.
    NotFound,
    /// Nobody is logged in, or the proof does not hold.
    Unauthenticated,
    /// The role does not allow it, or it is not the actor's own.
    Forbidden,
    /// The state of things does not allow it.
    Conflict,
    /// A backing service is missing, busy, broken or of another version.
    Unavailable,
    /// A check found something wrong.
    Check,
}

impl Kind {
    /// Every kind, by its exit code.
    pub const ALL: [Self; 8] = [
        Self::Failure,
        Self::Usage,
        Self::NotFound,
        Self::Unauthenticated,
        Self::Forbidden,
        Self::Conflict,
        Self::Unavailable,
        Self::Check,
    ];

    /// The exit code that scripts tell failures apart by.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Failure => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
            Self::Unauthenticated | Self::Forbidden => 4,
            Self::Conflict => 5,
            Self::Unavailable => 6,
            Self::Check => 7,
        }
    }

    /// What it means, for people.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Failure => "failed, or a question was answered with no",
            Self::Usage => "bad usage or value",
            Self::NotFound => "there is no such thing",
            Self::Unauthenticated => "not logged in, or the session or beak does not hold",
            Self::Forbidden => "the role does not allow it, or it is not yours",
            Self::Conflict => "the state of things does not allow it",
            Self::Unavailable => "the store or the mail is missing, busy or broken",
            Self::Check => "a check found something wrong",
        }
    }

    /// Its name in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Usage => "usage",
            Self::NotFound => "not_found",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::Conflict => "conflict",
            Self::Unavailable => "unavailable",
            Self::Check => "check",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_written_by_its_name() {
        for kind in [Kind::Failure, Kind::NotFound, Kind::Unauthenticated] {
            let json = serde_json::to_value(kind).expect("serialises");
            assert_eq!(json, kind.as_str());
        }
    }
}
