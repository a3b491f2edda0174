//! What SQLite knows of a table, and what a whole schema consists of.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::store::sqlite::lay;
use crate::store::{Read, StoreError, columns};

/// The columns of the table `?1`, and the place of each in the primary key, from 1; 0 outside of it.
pub const COLUMNS: &str = "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid";

/// Tables, indexes, triggers and views, by what they are and their name, each as it was made. What
/// SQLite makes by itself is left out: its indexes of keys follow from their tables.
pub type Schema = BTreeMap<(String, String), String>;

/// The schema of the store that is read.
pub fn schema(read: &Read<'_>) -> Result<Schema, StoreError> {
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL
               AND name NOT LIKE 'sqlite_%'";
    let parts: Vec<((String, String), String)> = read.all(sql, &[], columns)?;
    Ok(parts.into_iter().collect())
}

/// The schema that this program makes.
pub fn made() -> Result<Schema, StoreError> {
    schema(&Read::sqlite(&laid()?))
}

/// A table that this program makes.
pub struct MadeTable {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// How many CHECKs it has.
    pub rules: usize,
    /// Its indexes but for those of its keys, and whether each is of one of a kind.
    pub indexes: Vec<(String, bool)>,
}

/// The tables that this program makes.
pub fn made_tables() -> Result<Vec<MadeTable>, StoreError> {
    let memory = laid()?;
    let read = Read::sqlite(&memory);
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let tables: Vec<(String, String)> = read.all(sql, &[], columns)?;
    let table = |(name, sql): (String, String)| {
        let indexes = "SELECT name, \"unique\" FROM pragma_index_list(?1) WHERE origin = 'c'";
        Ok(MadeTable {
            columns: read.all(COLUMNS, &[&name], columns)?,
            rules: sql.matches("CHECK (").count(),
            indexes: read.all(indexes, &[&name], columns)?,
            name,
        })
    };
    tables.into_iter().map(table).collect()
}

fn laid() -> Result<Connection, StoreError> {
    let memory = Connection::open_in_memory();
    let memory = memory.map_err(|error| StoreError::from_sqlite(&error))?;
    lay::lay(&memory)?;
    Ok(memory)
}
