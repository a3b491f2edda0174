//! Who is who: popugs, their roles, what proves them, their sessions. It is called, synchronously.
//!
//! Says: user.created, user.updated. Hears: nothing. Owns: users, beaks, enrolments, sessions,
//! tokens, wrong attempts.

mod beak;
mod doctor;
mod error;
mod login;
mod model;
mod proof;
mod requests;
mod secret;
mod sql;
mod tokens;

pub use beak::Beak;
pub use doctor::examine;
pub use error::AuthError;
pub use login::{Session, admit, attempt, change_beak, end_session, end_sessions, reject};
pub use model::{NewUser, UserView};
pub use proof::{Known, Proof, known, note_use};
pub use requests::{
    AddUser, ChangedUser, CreateToken, EnrollCode, EnrollUser, Enrolled, GivenUser, ImportUsers,
    ImportedUser, ListTokens, ListUsers, ListedUser, OTHER_USER_FIELDS, PageUsers, RevokeToken,
    RosterLine, SetUser, ShowUser, TokenView, USER_FIELDS, UserRow, add_first_admin, enrol,
    enrol_anew, enrolment_of,
};
pub use secret::Secret;
pub use sql::EXPORT;
pub use sql::note_first_uses;
pub use tokens::{TokenError, tokens_ending, tokens_weakened};
