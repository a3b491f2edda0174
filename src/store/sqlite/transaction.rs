//! An open transaction of SQLite's.

use crate::store::StoreError;
use crate::store::sqlite::Sqlite;

/// Rolls back unless it was committed.
pub(super) struct OpenTransaction<'s> {
    pub(super) sqlite: &'s Sqlite,
}

impl OpenTransaction<'_> {
    pub(super) fn commit(self) -> Result<(), StoreError> {
        tracing::trace!("COMMIT");
        let sqlite = self.sqlite;
        let done = sqlite.connection.execute_batch("COMMIT");
        drop(self);
        done.map_err(|error| sqlite.without(&error))
    }
}

impl Drop for OpenTransaction<'_> {
    fn drop(&mut self) {
        if !self.sqlite.connection.is_autocommit()
            && let Err(error) = self.sqlite.run("ROLLBACK")
        {
            tracing::warn!("a transaction could not be rolled back: {error}");
        }
    }
}
