//! The database: where it is, how it is opened, migrated, read and written.
//!
//! The only floor that knows which engine runs. Every write takes the head of the log first, so
//! that the order of the log is the order of the commits.

mod backup;
mod create;
#[expect(
    dead_code,
    reason = "what PostgreSQL alone asks of it is not called yet"
)]
mod dialect;
mod draft;
mod error;
mod export;
mod files;
mod head;
mod migrate;
mod ours;
mod place;
mod postgres;
mod read;
mod request;
mod restore;
mod spool;
mod sqlite;
#[cfg(test)]
pub mod testing;
mod unsuspended;
mod value;
mod write;

pub use backup::Stop;
pub use error::StoreError;
pub use export::{Kind, Scribe, Shape};
pub use files::left_beside;
pub use head::{Hash, HashError, Head, Loss};
pub use migrate::{SCHEMA, unguarded};
pub use place::Place;
pub use postgres::{Address, AddressError, PARAMETERS, Password, Passwords, ServerError};
pub use read::{Read, Row, Visit};
pub use request::{Command, ListQuery, Query};
pub use restore::Restoring;
pub use spool::{Spool, Spooling};
pub use sqlite::{Identity, Store, prepare_process};
pub use value::{Bind, Column, Value};
pub use write::{Insert, Stamp, Update, Write};
