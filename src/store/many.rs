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
    fn what_is_put_is_all_that_is_there_of_a_key() {
        let users = Update {
            table: "delivery_user",
            key: &["id"],
            set: &["name", "email", "full_name"],
        };
        let row = |id: i64, name: &'static str, full_name: Option<&'static str>| {
            let full_name = full_name.map_or(Value::Null, |it| Value::Text(it.into()));
            let email = Value::Text("x@x.example".into());
            [Value::Int(id), Value::Text(name.into()), email, full_name]
        };
        for scratch in Scratch::on_each_engine() {
            let found = scratch.store.write(&stamp(NOW), |tx| {
                tx.put_many(&users, [row(1, "kesha", Some("K")), row(2, "iskra", None)])?;
                tx.put_many(&users, [row(1, "kesha", None), row(3, "gosha", None)])?;
                let sql = "SELECT id, name, full_name FROM delivery_user ORDER BY id";
                tx.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            });
            let found: Result<Vec<(i64, String, Option<String>)>, StoreError> = found;
            let found = found.expect("put").into_iter();
            let found: Vec<_> = found
                .map(|(id, name, full)| format!("{id} {name} {full:?}"))
                .collect();
            assert_eq!(found, ["1 kesha None", "2 iskra None", "3 gosha None"]);
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
