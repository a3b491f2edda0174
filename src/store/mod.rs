//! The database: where it is, how it is opened, migrated, read and written.
//!
//! The only floor that knows which engine runs: `sqlite` or `postgres`. Every write takes the head
//! of the log first, so that the order of the log is the order of the commits.

#[cfg(test)]
#[path = "../../tests/cluster/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "some of it serves the tests of the command line alone"
)]
mod cluster;
#[cfg(test)]
mod conformance;
mod copy;
mod dialect;
mod error;
mod export;
mod head;
mod identity;
mod keep;
mod many;
mod migrate;
mod open;
mod place;
mod postgres;
mod read;
mod request;
mod row;
mod spool;
mod sqlite;
mod tally;
#[cfg(test)]
pub mod testing;
mod unsuspended;
mod value;
mod write;

pub use copy::{Carried, Destination};
pub use error::StoreError;
pub use export::{Kind, Scribe, Shape};
pub use head::{Hash, HashError, Head, Loss, moved_to, refuse_moved};
pub use identity::Identity;
pub use many::Add;
pub use migrate::{SCHEMA, unguarded, unlike};
pub use open::Store;
pub use place::{FilePlace, Place, SecondName};
pub use postgres::{AddressError, PARAMETERS, Password, Passwords, SchemaError, ServerError};
pub use read::{Read, Row, Visit};
pub use request::{Asker, Command, ListQuery, Query};
pub(crate) use row::fields;
pub use row::{Columns, Rest, columns};
pub use spool::{Spool, Spooling};
pub use sqlite::{Accepts, Restoring, prepare_process};
pub use tally::Tally;
pub use unsuspended::suspend;
pub use value::{Bind, Column, Value};
pub use write::{Insert, Stamp, Update, Write};
