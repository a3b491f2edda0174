//! What SQLite knows of a table.

/// The columns of the table `?1`, and the place of each in the primary key, from 1; 0 outside of it.
pub const COLUMNS: &str = "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid";
