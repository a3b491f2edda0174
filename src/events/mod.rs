//! The append-only log, its chain, and who hears it.
//!
//! Says: nothing of its own. Hears: nothing. Owns: the log, the consumers' offsets, dead letters.
//! Asks of a domain: a `Consumer`; gives it `Append`, and events in their newest shape.

mod apart;
mod catch_up;
mod chain;
mod cloud_event;
mod consumer;
mod dead_letter;
mod doctor;
mod event;
mod frozen;
mod log;
mod name;
mod position;
mod requests;
mod schema;
pub mod shape;
mod slice;
mod sql;
mod stored;
#[cfg(test)]
mod testing;
mod told;
mod upcast;

pub use catch_up::{BACKLOG, Budget, Progress, catch_up};
pub use cloud_event::CloudEvent;
pub use consumer::{CONSUMERS, Consumer, Failure};
pub use dead_letter::{
    DeadLetter, LetterState, discard, list as dead_list, retry, show as dead_show,
};
pub use doctor::{examine, misplaced};
pub use event::{Event, Subject};
pub use log::{
    Append, Heard, LogError, about_tasks, each_about, each_heard, each_of, each_piece,
    each_piece_of, hash_of, heard_after, heard_at_each,
};
pub use name::EventName;
pub use position::Positions;
pub use requests::{ConsumerPace, Pace, dead_count, paces};
pub use requests::{
    ConsumerState, EventConsumers, EventDeadDiscard, EventDeadList, EventDeadShow, EventHead,
    EventList, EventPage, EventSchema, EventSchemas, EventShow, EventsAround, LogHead, PageEvents,
    SchemaName,
};
pub use slice::{hear_rest, hear_within};
pub use sql::{EXPORT, first_acts, head, last, passed as offset_of, store_id};
pub use stored::tell_log;
pub use told::Told;
