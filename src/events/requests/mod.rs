//! What can be asked of the log, its consumers, their dead letters and the schemas.

mod consumers;
mod letters;
mod log;
mod pace;
mod schemas;

pub use consumers::EventConsumers;
pub use letters::{EventDeadDiscard, EventDeadList, EventDeadShow};
pub use log::{EventList, EventPage, EventShow};
pub use pace::{ConsumerPace, Pace, dead_count, paces};
pub use schemas::{EventSchema, EventSchemas};
