//! The same for many rows of values: a server that is asked for one after the other spends its time
//! on the way.

use crate::store::read::Source;
use crate::store::{Read, Row, StoreError, Update, Value, Write, sqlite};

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
    /// no order: what is read tells which one it belongs to. A statement's values are all of them
    /// columns of such a row, and none is null.
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
        let set = |column: &str| format!("{}.{column} + excluded.{column}", add.table);
        self.upsert(&Upsert::of(add.table, add.key, add.sums, set), rows)
    }

    /// Updates rows by their key, and inserts those that are not there: key and rest are all that a
    /// row needs. No key stands there twice.
    pub fn put_many<'v, const N: usize>(
        &mut self,
        put: &Update,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        let set = |column: &str| format!("excluded.{column}");
        self.upsert(&Upsert::of(put.table, put.key, put.set, set), rows)
    }

    fn upsert<'v, const N: usize>(
        &mut self,
        upsert: &Upsert,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        match self.from {
            Source::Sqlite(connection) => {
                let marks: Vec<String> = (1..=N).map(|n| format!("?{n}")).collect();
                let values = format!("VALUES ({})", marks.join(", "));
                sqlite::changed_by_each(connection, &upsert.statement(&values), rows)
            }
            Source::Postgres(session) => session.upsert(upsert, rows),
        }
    }
}

/// Rows that are inserted, or changed where they are there.
pub(super) struct Upsert {
    /// The table.
    pub(super) table: &'static str,
    /// The columns, in the order of the values.
    pub(super) columns: Vec<&'static str>,
    key: String,
    set: String,
}

impl Upsert {
    fn of(
        table: &'static str,
        key: &[&'static str],
        rest: &[&'static str],
        set: impl Fn(&str) -> String,
    ) -> Self {
        let set = rest
            .iter()
            .map(|column| format!("{column} = {}", set(column)));
        Self {
            table,
            columns: key.iter().chain(rest).copied().collect(),
            key: key.join(", "),
            set: set.collect::<Vec<_>>().join(", "),
        }
    }

    /// The statement that does so with these values.
    pub(super) fn statement(&self, values: &str) -> String {
        format!(
            "INSERT INTO {} ({}) {values} ON CONFLICT ({}) DO UPDATE SET {}",
            self.table,
            self.columns.join(", "),
            self.key,
            self.set
        )
    }
}
