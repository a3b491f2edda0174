//! The append-only log, its chain, and who hears it.
//!
//! Says: nothing of its own. Hears: nothing. Owns: the log, the consumers' offsets, dead letters.

mod catch_up;
mod chain;
mod cloud_event;
mod consumer;
mod dead_letter;
mod event;
mod log;
mod name;
mod schema;
pub mod shape;
mod sql;
mod upcast;

pub use catch_up::{Budget, Progress, catch_up, hear_rest};
pub use chain::{ChainBreak, first_break};
pub use cloud_event::CloudEvent;
pub use consumer::{Consumer, Failure};
pub use event::{Event, Subject};
pub use log::{Append, Heard, LogError, each_heard};
pub use name::EventName;
pub use sql::offset as offset_of;
