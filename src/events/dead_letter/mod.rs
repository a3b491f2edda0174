//! Events that a consumer cannot take in, and those that wait behind them.
//!
//! Of a consumer and a subject at most one letter is dead. Every later event of that subject is
//! parked behind it, so that the order of a subject is kept.

mod again;
mod aside;
mod letter;
mod sql;

pub use again::{discard, hear_released, retry};
pub use aside::{IN_A_ROW, bury, has_stopped, park};
pub use letter::{DeadLetter, LetterState};
pub use sql::{counts, dead_count, list, show, waiting_subjects};
