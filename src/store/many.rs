//! The same for many rows of values: a server that is asked for one after the other spends its time
//! on the way.

use crate::store::read::Source;
use crate::store::{Read, Row, StoreError, Value, Write, sqlite};

/// A table of sums, the columns that find a row, and the columns that are added to.
pub struct Add {
    /// The table.
    pub table: &'static str,
    /// The columns of its key, whose values come first.
    pub key: &'static [&'static str],
    /// The columns that are added to, by the values that follow.
    pub sums: &'static [&'static str],
}

impl Read<'_> {
    /// Every row of every answer to a statement that is asked with each of many rows of values, in
    /// no order. The statement's values are all of them columns of such a row, so what is read
    /// tells which one it belongs to.
    pub fn all_of_each<'v, T, const N: usize>(
        &self,
        sql: &'static str,
        asked: impl IntoIterator<Item = [Value<'v>; N]>,
        mut row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        let keep = |it: &Row<'_>| {
            found.push(row(it)?);
            Ok(())
        };
        match self.from {
            Source::Sqlite(connection) => sqlite::rows_of_each(connection, sql, asked, keep)?,
            Source::Postgres(session) => session.rows_of_each(sql, asked, keep)?,
        }
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds to sums; one that is not there begins with what is added. No key stands there twice.
    pub fn add_many<'v, const N: usize>(
        &mut self,
        add: &Add,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        match self.from {
            Source::Sqlite(connection) => {
                let marks: Vec<String> = (1..=N).map(|n| format!("?{n}")).collect();
                let values = format!("VALUES ({})", marks.join(", "));
                sqlite::changed_by_each(connection, &add.statement(&values), rows)
            }
            Source::Postgres(session) => session.add(add, rows),
        }
    }
}

impl Add {
    /// Key and sums, in the order of the values.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        self.key.iter().chain(self.sums).copied().collect()
    }

    /// The statement that adds these values.
    pub(super) fn statement(&self, values: &str) -> String {
        let table = self.table;
        let sums = self.sums.iter();
        let sums = sums.map(|sum| format!("{sum} = {table}.{sum} + excluded.{sum}"));
        format!(
            "INSERT INTO {table} ({}) {values} ON CONFLICT ({}) DO UPDATE SET {}",
            self.columns().join(", "),
            self.key.join(", "),
            sums.collect::<Vec<_>>().join(", ")
        )
    }
}
