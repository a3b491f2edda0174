//! What PostgreSQL knows of a table.

use crate::store::StoreError;
use crate::store::postgres::Session;

/// The columns of the table `?1`, and the place of each in the primary key, from 1; 0 outside of it.
pub const COLUMNS: &str = "
    SELECT CAST(it.attname AS TEXT),
           CAST(COALESCE(array_position(CAST(key.indkey AS int2[]), it.attnum) + 1, 0) AS BIGINT)
    FROM pg_catalog.pg_attribute AS it
    LEFT JOIN pg_catalog.pg_index AS key ON key.indrelid = it.attrelid AND key.indisprimary
    WHERE it.attrelid = to_regclass(?1) AND it.attnum > 0 AND NOT it.attisdropped
    ORDER BY it.attnum";

impl Session {
    /// Counts what tables hold, by which the server plans how to read them: those that are filled
    /// in one transaction are empty to it until then.
    pub fn take_stock(&self, tables: &[&str]) -> Result<(), StoreError> {
        self.batch(&format!("ANALYZE {}", tables.join(", ")))
    }
}
