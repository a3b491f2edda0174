//! Laying the tables of a file, and bringing them to the newest schema.

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::dialect::for_sqlite;
use crate::store::migrate::MIGRATIONS;
use crate::store::sqlite::Sqlite;
use crate::store::sqlite::transaction::OpenTransaction;
use crate::store::unsuspended::Unsuspended;

/// Lays every table of a new store.
pub(super) fn lay(connection: &Connection) -> Result<(), StoreError> {
    for (number, sql) in (1_i64..).zip(MIGRATIONS) {
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
    pub(in crate::store) fn step(&self, number: i64, sql: &str) -> Result<(), StoreError> {
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
    use super::*;

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
