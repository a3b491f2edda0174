//! What auth is asked for.

mod add;
mod anew;
mod enrol;
mod import;
mod list;
mod page;
mod set;
mod token;

pub use add::{AddUser, add_first_admin};
pub use anew::{EnrollCode, EnrollUser, enrol_anew};
pub use enrol::{Enrolled, enrol, enrolment_of};
pub use import::{
    GivenUser, ImportUsers, ImportedUser, OTHER_USER_FIELDS, RosterLine, USER_FIELDS,
};
pub use list::{ListUsers, ListedUser, ShowUser};
pub use page::{PageUsers, UserRow};
pub use set::{ChangedUser, SetUser};
pub use token::{CreateToken, ListTokens, RevokeToken, TokenView};
