//! The demo: a company of parrots, its past days, and their story.

mod cast;
mod script;
mod story;

pub use cast::{ADMIN, BEAK, WORKERS, log_in};
pub use script::{Company, Plan, at};
pub use story::{Story, Told};
