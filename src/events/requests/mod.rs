//! What can be asked of the log, its consumers, their dead letters and the schemas.

mod around;
mod consumers;
mod letters;
mod log;
mod pace;
mod schemas;

pub use around::{EventsAround, PageEvents};
pub use consumers::{ConsumerState, EventConsumers};
pub use letters::{EventDeadDiscard, EventDeadList, EventDeadShow};
pub use log::{EventHead, EventList, EventPage, EventShow, LogHead};
pub use pace::{ConsumerPace, Pace, dead_count, paces};
pub use schemas::{EventSchema, EventSchemas, SchemaName};
