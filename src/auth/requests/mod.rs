//! What auth is asked for.

mod add;
mod enrol;
mod list;
mod set;

pub use add::{AddUser, add_first_admin};
pub use enrol::{Enrolled, enrol, enrolment_of};
pub use list::{ListUsers, ShowUser};
pub use set::SetUser;
