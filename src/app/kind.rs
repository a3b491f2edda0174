//! What kind of failure it is; what follows from that for people and scripts is decided above.

use serde::{Deserialize, Serialize};

/// The kinds of failures that CLI.md names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It was tried and failed, or a question was answered with no.
    Failure,
    /// What was asked for is no sensible request.
    Usage,
    /// There is no such thing.
    NotFound,
    /// Nobody is logged in.
    Unauthenticated,
    /// Whoever is logged in may not.
    Forbidden,
    /// The state does not allow it.
    Conflict,
    /// A backing service is missing, busy, broken, not made yet, too new or to be upgraded.
    Unavailable,
    /// A check found something wrong.
    Check,
}
