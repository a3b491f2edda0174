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

/// Columns, rules, indexes and triggers of the current schema, each with its table and its name. Rules
/// have no names of their own, and are numbered; an index that comes with a key is none here.
pub const PARTS: &str = "
    SELECT 'column', CAST(of.relname AS TEXT), CAST(it.attname AS TEXT)
    FROM pg_catalog.pg_attribute AS it JOIN pg_catalog.pg_class AS of ON of.oid = it.attrelid
    WHERE of.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace
                             WHERE nspname = current_schema()) AND of.relkind = 'r'
      AND it.attnum > 0 AND NOT it.attisdropped
    UNION ALL
    SELECT 'rule', CAST(of.relname AS TEXT),
           CAST(row_number() OVER (PARTITION BY it.conrelid ORDER BY it.oid) AS TEXT)
    FROM pg_catalog.pg_constraint AS it JOIN pg_catalog.pg_class AS of ON of.oid = it.conrelid
    WHERE of.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace
                             WHERE nspname = current_schema()) AND it.contype = 'c'
    UNION ALL
    SELECT CASE WHEN it.indisunique THEN 'unique index' ELSE 'index' END,
           CAST(of.relname AS TEXT), CAST(named.relname AS TEXT)
    FROM pg_catalog.pg_index AS it
    JOIN pg_catalog.pg_class AS of ON of.oid = it.indrelid
    JOIN pg_catalog.pg_class AS named ON named.oid = it.indexrelid
    WHERE of.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace
                             WHERE nspname = current_schema())
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint WHERE conindid = it.indexrelid)
    UNION ALL
    SELECT 'trigger', CAST(of.relname AS TEXT), CAST(it.tgname AS TEXT)
    FROM pg_catalog.pg_trigger AS it JOIN pg_catalog.pg_class AS of ON of.oid = it.tgrelid
    WHERE of.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace
                             WHERE nspname = current_schema()) AND NOT it.tgisinternal";

impl Session {
    /// Counts what tables hold, by which the server plans how to read them: those that are filled
    /// in one transaction are empty to it until then.
    pub fn take_stock(&self, tables: &[&str]) -> Result<(), StoreError> {
        self.batch(&format!("ANALYZE {}", tables.join(", ")))
    }
}
