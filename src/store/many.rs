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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{Scratch, stamp};

    const NOW: &str = "2026-11-02T09:00:00Z";

    const BALANCES: Add = Add {
        table: "analytics_balance",
        key: &["generation", "user_id"],
        sums: &["balance_cents"],
    };

    fn row(user: i64, amount: i64) -> [Value<'static>; 3] {
        [Value::Int(1), Value::Int(user), Value::Int(amount)]
    }

    #[test]
    fn what_is_not_there_begins_with_what_is_added() {
        for scratch in Scratch::on_each_engine() {
            let found = scratch.store.write(&stamp(NOW), |tx| {
                assert_eq!(tx.add_many(&BALANCES, [row(1, 5), row(2, -7)])?, 2);
                assert_eq!(tx.add_many(&BALANCES, [row(2, 3), row(4, 1)])?, 2);
                let none = Vec::<[Value<'_>; 3]>::new();
                assert_eq!(tx.add_many(&BALANCES, none)?, 0);
                let sql = "SELECT user_id, balance_cents FROM analytics_balance ORDER BY user_id";
                tx.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
            });
            let found: Result<Vec<(i64, i64)>, StoreError> = found;
            assert_eq!(found.expect("added"), [(1, 5), (2, -4), (4, 1)]);
        }
    }

    #[test]
    fn each_is_asked_and_says_what_it_is_about() {
        let keys = [(1, "a", 1), (1, "b?1", 2), (2, "a", 3), (2, "ü", 4)];
        let sql = "SELECT author_id, key, task_id FROM tasks_import_key
                   WHERE author_id = ?1 AND key >= ?2 AND key <> '?2' ORDER BY key LIMIT 1";
        let asked = [(1, "a"), (1, "b"), (2, "b"), (3, "a")];
        for scratch in Scratch::on_each_engine() {
            let found = scratch.store.write(&stamp(NOW), |tx| {
                let insert = "INSERT INTO tasks_import_key (author_id, key, task_id)
                              VALUES (?1, ?2, ?3)";
                for (author, key, task) in keys {
                    tx.execute(insert, &[&author, &key, &task])?;
                }
                let asked =
                    asked.map(|(author, key)| [Value::Int(author), Value::Text(key.into())]);
                tx.all_of_each(sql, asked, |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })
            });
            let found: Result<Vec<(i64, String, i64)>, StoreError> = found;
            let mut found = found.expect("found");
            found.sort();
            let found = found
                .iter()
                .map(|(author, key, task)| (*author, key.as_str(), *task));
            assert_eq!(
                found.collect::<Vec<_>>(),
                [(1, "a", 1), (1, "b?1", 2), (2, "ü", 4)]
            );
        }
    }

    #[test]
    fn of_more_than_go_at_once_each_is_asked() {
        const MANY: i64 = 25_000;
        for scratch in Scratch::on_each_engine() {
            let found = scratch.store.write(&stamp(NOW), |tx| {
                let rows = (1..=MANY).map(|user| row(user, user));
                tx.add_many(&BALANCES, rows)?;
                let sql = "SELECT balance_cents FROM analytics_balance
                           WHERE generation = 1 AND user_id = ?1";
                let asked = (1..=2 * MANY).map(|user| [Value::Int(user)]);
                tx.all_of_each(sql, asked, |row| row.get(0))
            });
            let found: Result<Vec<i64>, StoreError> = found;
            let found = found.expect("found");
            let sum: i64 = found.iter().sum();
            assert_eq!((found.len(), sum), (25_000, MANY * (MANY + 1) / 2));
        }
    }

    #[test]
    fn nothing_is_asked_for_nobody() {
        for scratch in Scratch::on_each_engine() {
            let found = scratch.store.read(|read| {
                let sql = "SELECT id FROM tasks_task WHERE id = ?1";
                read.all_of_each(sql, Vec::<[Value<'_>; 1]>::new(), |row| row.get::<i64>(0))
            });
            let found: Result<Vec<i64>, StoreError> = found;
            assert_eq!(found.expect("nothing"), Vec::<i64>::new());
        }
    }
}
