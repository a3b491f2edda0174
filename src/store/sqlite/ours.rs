//! Whether a file is popug's at all.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::store::sqlite::{APPLICATION_ID, denied};
use crate::store::{Read, StoreError};

/// Refuses a file that popug did not make, and leaves it alone: opened as immutable, it gets
/// neither a lock nor a WAL, and another program's WAL is not written back into it.
///
/// Without a lock it may be looked at while another process checkpoints: its header then names
/// pages that are still to be written, which SQLite takes for damage unless the schema is
/// writable. Here nothing is written, and of the header one number is read that never changes.
#[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
pub(super) fn check(path: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let opened = Connection::open_with_flags(immutable(path), flags);
    let connection = opened.map_err(|error| denied(path, &error.to_string()))?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)
        .map_err(|error| StoreError::from_sqlite(&error))?;
    let read = Read {
        connection: &connection,
    };
    match read.one("PRAGMA application_id", &[], |row| row.get::<i64>(0)) {
        Ok(APPLICATION_ID) => Ok(()),
        Ok(_) | Err(StoreError::Damaged(_)) => Err(StoreError::Foreign(path.to_owned())),
        Err(error) => Err(error),
    }
}

/// The path as a URI of SQLite; every byte that might mean something else is escaped.
fn immutable(path: &Path) -> String {
    let mut uri = "file:".to_owned();
    if path.is_absolute() {
        uri.push_str("//");
    }
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
            uri.push(char::from(*byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri + "?immutable=1"
}
