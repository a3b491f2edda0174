//! Analytics: what management earned, who is in the red, which closed task was worth most.
//!
//! Says: nothing. Hears: `task.created`, `task.updated`, `transaction.created`. Owns: sums per
//! day and per popug, and copies of the tasks' text; all of it can be rebuilt from the log.

mod consumer;
mod doctor;
mod error;
mod model;
mod rebuild;
mod requests;
mod sql;
#[cfg(test)]
mod testing;

pub use consumer::AnalyticsConsumer;
pub use doctor::examine;
pub use error::AnalyticsError;
pub use rebuild::{Rebuild, begin_rebuild, rebuild_batch};
pub use requests::{AnalyticsSummary, AnalyticsTop, Summary, TopAnswer, TopRow};
