//! Laying the tables of a file, and bringing them to the newest schema.

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::dialect::for_sqlite;
use crate::store::migrate::{MIGRATIONS, SCHEMA};
use crate::store::sqlite::{OpenTransaction, Sqlite};
use crate::store::unsuspended::Unsuspended;

/// Lays every table of a new store.
pub(super) fn lay(connection: &Connection) -> Result<(), StoreError> {
    lay_through(connection, SCHEMA)
}

/// Lays the tables of a schema, as the popug did that knew no newer one.
fn lay_through(connection: &Connection, schema: i64) -> Result<(), StoreError> {
    for (number, sql) in (1..=schema).zip(MIGRATIONS) {
        let steps = format!(
            "BEGIN IMMEDIATE;\n{}\nUPDATE log_head SET schema = {number};\nCOMMIT;",
            for_sqlite(sql)
        );
        let done = connection.execute_batch(&steps);
        done.map_err(|error| StoreError::from_sqlite(&error))?;
    }
    Ok(())
}

impl Sqlite {
    /// Brings the store to the newest schema, each migration in a transaction of its own; answers
    /// from which. Of two that do so at once each step is done by one of them.
    pub(in crate::store) fn upgrade(&self) -> Result<i64, StoreError> {
        let from = self.head()?.schema;
        for (number, sql) in (1..).zip(MIGRATIONS) {
            if number > from {
                self.step(number, sql)?;
            }
        }
        Ok(from)
    }

    /// A step, unless somebody else has done it.
    fn step(&self, number: i64, sql: &str) -> Result<(), StoreError> {
        let _unsuspended = Unsuspended::begin();
        self.begin_immediate()?;
        let open = OpenTransaction { sqlite: self };
        if self.head()?.schema >= number {
            return Ok(());
        }
        self.run(&for_sqlite(sql))?;
        self.run(&format!("UPDATE log_head SET schema = {number}"))?;
        open.commit()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;
    use crate::store::open::Engine;
    use crate::store::sqlite::ours;
    use crate::store::testing::{Scratch, file};
    use crate::store::{Hash, Place, Store};

    /// A store as an older popug made it.
    #[expect(clippy::disallowed_methods, reason = "a store of an older popug")]
    fn older(schema: i64) -> (TempDir, Place) {
        let directory = tempfile::tempdir().expect("a directory");
        let place = Place::file(directory.path().join("popug.db"));
        let raw = Connection::open(file(&place).path()).expect("opens");
        ours::mark(&raw).expect("marked");
        raw.execute_batch("PRAGMA journal_mode = WAL")
            .expect("a WAL");
        lay_through(&raw, schema).expect("laid");
        let row = (Hash::ZERO.to_string(), schema);
        let sql = "INSERT INTO log_head (one, seq, hash, schema, store_id, sandbox, created_at)
                   VALUES (1, 0, ?1, ?2, 'older', 0, 0)";
        raw.execute(sql, row).expect("a head");
        (directory, place)
    }

    /// Everything that a store consists of, word for word.
    #[expect(clippy::disallowed_methods, reason = "looks past popug's care")]
    fn shape(path: &Path) -> Vec<String> {
        let raw = Connection::open(path).expect("opens");
        let sql = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name";
        let mut statement = raw.prepare(sql).expect("a statement");
        let rows = statement.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("a schema")
    }

    fn sqlite(store: &Store) -> &Sqlite {
        match &store.engine {
            Engine::Sqlite(sqlite) => sqlite,
            Engine::Postgres(_) => panic!("a file"),
        }
    }

    fn opened(place: &Place) -> Store {
        Store::open_older(place, Duration::from_secs(60)).expect("opens")
    }

    #[test]
    fn an_upgraded_store_equals_a_fresh_one() {
        let fresh = Scratch::new();
        let fresh = shape(file(fresh.store.place()).path());
        for from in 1..SCHEMA {
            let (_directory, place) = older(from);
            let refused = Store::open(&place, Duration::ZERO).err().expect("too old");
            assert!(matches!(refused, StoreError::ToUpgrade { .. }), "{refused}");
            assert_eq!(opened(&place).upgrade().expect("upgraded"), from);
            Store::open(&place, Duration::ZERO).expect("opens");
            assert_eq!(shape(file(&place).path()), fresh, "from {from}");
        }
    }

    #[test]
    fn a_crash_after_each_step_leaves_a_schema_from_which_the_next_upgrade_goes_on() {
        let (_directory, place) = older(1);
        for (number, sql) in (1..=SCHEMA).zip(MIGRATIONS).skip(1) {
            let store = opened(&place);
            sqlite(&store).step(number, sql).expect("a step");
            assert_eq!(store.head().expect("a head").schema, number);
        }
        let fresh = Scratch::new();
        assert_eq!(
            shape(file(&place).path()),
            shape(file(fresh.store.place()).path())
        );
    }

    #[test]
    fn a_step_that_fails_half_way_leaves_nothing_of_itself() {
        let (_directory, place) = older(2);
        let before = shape(file(&place).path());
        let store = opened(&place);
        let broken = "CREATE TABLE auth_half (id BIGINT\n);\nINSERT INTO nothing VALUES (1);";
        sqlite(&store).step(3, broken).expect_err("it is broken");
        assert_eq!(store.head().expect("a head").schema, 2);
        assert_eq!(shape(file(&place).path()), before);
        assert_eq!(store.upgrade().expect("upgraded"), 2);
    }

    #[test]
    fn of_many_upgrades_at_once_each_step_is_done_once() {
        let (_directory, place) = older(1);
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| opened(&place).upgrade().expect("upgraded"));
            }
        });
        let fresh = Scratch::new();
        assert_eq!(
            shape(file(&place).path()),
            shape(file(fresh.store.place()).path())
        );
    }

    fn migrated() -> Connection {
        let connection = Connection::open_in_memory().expect("memory");
        lay(&connection).expect("migrates");
        connection
    }

    #[test]
    fn every_table_is_strict_and_has_a_prefix() {
        let connection = migrated();
        let mut statement = connection
            .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
            .expect("a statement");
        let tables: Vec<(String, bool)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("rows")
            .collect::<Result<_, _>>()
            .expect("tables");
        let prefixes = [
            "log_",
            "events_",
            "app_",
            "auth_",
            "tasks_",
            "accounting_",
            "analytics_",
            "delivery_",
        ];
        assert!(tables.len() > 10);
        for (table, strict) in tables {
            assert!(strict, "{table} is not STRICT");
            assert!(
                prefixes.iter().any(|it| table.starts_with(it)),
                "{table} has no prefix"
            );
        }
    }

    #[test]
    fn what_is_append_only_can_be_neither_changed_nor_removed_nor_replaced() {
        let connection = migrated();
        connection
            .execute_batch("PRAGMA recursive_triggers = OFF")
            .expect("a pragma");
        let row = "INSERT INTO tasks_pool_change (version, user_id, joins) VALUES (1, 1, 1)";
        connection.execute(row, []).expect("a first row");
        for attempt in [
            "UPDATE tasks_pool_change SET joins = 0",
            "DELETE FROM tasks_pool_change",
            "INSERT OR REPLACE INTO tasks_pool_change (version, user_id, joins) VALUES (1, 2, 1)",
        ] {
            let refused = connection.execute(attempt, []).expect_err(attempt);
            assert!(
                refused
                    .to_string()
                    .contains("tasks_pool_change is append-only"),
                "{refused}"
            );
        }
    }
}
