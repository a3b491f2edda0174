//! What tells popug's files from other programs'.

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::store::{Read, StoreError};

/// The mark in the header of the file ("popg").
const APPLICATION_ID: i64 = 0x706F_7067;

/// Refuses a file that popug did not make, and leaves it alone: opened as immutable, it gets
/// neither a lock nor a WAL, and another program's WAL is not written back into it.
///
/// Without a lock it may be looked at while another process checkpoints: its header then names
/// pages that are still to be written, which SQLite takes for damage unless the schema is
/// writable. Here nothing is written, and of the header one number is read that never changes.
#[expect(clippy::disallowed_methods, reason = "the store is what opens stores")]
pub(super) fn check_ours(path: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let opened = Connection::open_with_flags(uri(path, "immutable=1"), flags);
    let connection = opened.map_err(|error| denied(path, &error.to_string()))?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)
        .map_err(|error| StoreError::from_sqlite(&error))?;
    let read = Read::sqlite(&connection);
    match read.one("PRAGMA application_id", &[], crate::store::columns::<i64>) {
        Ok(APPLICATION_ID) => Ok(()),
        Ok(_) | Err(StoreError::Damaged(_)) => Err(StoreError::Foreign(path.to_owned())),
        Err(error) => Err(error),
    }
}

/// The path as a URI of SQLite with a setting; every byte that might mean something else is escaped.
pub(super) fn uri(path: &Path, setting: &str) -> String {
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
    uri + "?" + setting
}

/// The mark that makes a file popug's.
pub(super) fn mark(connection: &Connection) -> Result<(), StoreError> {
    let marked = connection.pragma_update(None, "application_id", APPLICATION_ID);
    marked.map_err(|error| StoreError::from_sqlite(&error))
}

/// A file that the system does not let this user have.
pub(super) fn denied(path: &Path, reason: &str) -> StoreError {
    StoreError::Denied {
        path: path.to_owned(),
        reason: reason.to_owned(),
    }
}
