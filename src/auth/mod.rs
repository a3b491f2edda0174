//! Who is who: popugs, their roles, what proves them, their sessions. It is called, synchronously.
//!
//! Says: user.created, user.updated. Hears: nothing. Owns: users, beaks, enrolments, sessions,
//! wrong attempts.

mod beak;
mod doctor;
mod error;
mod login;
mod model;
mod requests;
mod secret;
mod sql;

pub use beak::Beak;
pub use doctor::examine;
pub use error::AuthError;
pub use login::{
    Session, actor_of, admit, attempt, change_beak, end_session, end_sessions, reject,
};
pub use model::{NewUser, UserView};
pub use requests::{
    AddUser, EnrollCode, EnrollUser, Enrolled, ListUsers, ListedUser, SetUser, ShowUser,
    add_first_admin, enrol, enrol_anew, enrolment_of,
};
pub use secret::Secret;
