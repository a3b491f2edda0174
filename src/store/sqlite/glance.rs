//! A look at the store that hardly waits.

use std::time::Duration;

use rusqlite::config::DbConfig;

use crate::store::StoreError;
use crate::store::place::FilePlace;
use crate::store::sqlite::Sqlite;

/// The longest that a look waits for whoever has locked the store. Writers lock out no reader.
const PATIENCE: Duration = Duration::from_millis(50);

impl Sqlite {
    /// Opens the store for one look. What others left in the WAL stays there, since to carry it
    /// over takes as long as a disk takes.
    pub(in crate::store) fn glance(place: &FilePlace) -> Result<Self, StoreError> {
        let store = Self::connect(place, PATIENCE)?;
        let wal = std::fs::metadata(store.place.beside("-wal"));
        if wal.is_ok_and(|it| it.len() > 0) {
            let leave = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
            let left = store.connection.set_db_config(leave, true);
            left.map_err(|error| StoreError::from_sqlite(&error))?;
        }
        Ok(store)
    }
}
