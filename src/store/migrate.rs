//! Migrations: numbered files of portable SQL, embedded, forward only.
//!
//! A shipped file is never edited. What engines say differently is
//! expanded here: a table's end becomes
//! `STRICT`, `BIGINT` is SQLite's `INTEGER`, and `-- append-only: TABLE (KEY)` becomes the
//! triggers that refuse to change, remove or replace its rows.

use rusqlite::Connection;

use crate::store::{Read, StoreError};

/// Every migration, oldest first; its number is its place, from 1.
const MIGRATIONS: [&str; 10] = [
    include_str!("../../migrations/0001_log.sql"),
    include_str!("../../migrations/0002_app.sql"),
    include_str!("../../migrations/0003_auth.sql"),
    include_str!("../../migrations/0004_tasks.sql"),
    include_str!("../../migrations/0005_accounting.sql"),
    include_str!("../../migrations/0006_analytics.sql"),
    include_str!("../../migrations/0007_delivery.sql"),
    include_str!("../../migrations/0008_delivery_traces.sql"),
    include_str!("../../migrations/0009_tasks_fairness.sql"),
    include_str!("../../migrations/0010_auth.sql"),
];

/// The schema that this program knows: the number of its last migration.
#[expect(
    clippy::cast_possible_wrap,
    reason = "there are a handful of migrations"
)]
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// Brings a store from schema `from` to the newest, each migration in a transaction of its own.
pub(super) fn migrate(connection: &Connection, from: i64) -> Result<(), StoreError> {
    for (number, sql) in (1..).zip(MIGRATIONS) {
        if number <= from {
            continue;
        }
        let steps = format!(
            "BEGIN IMMEDIATE;\n{}\nUPDATE log_head SET schema = {number};\nCOMMIT;",
            for_sqlite(sql)
        );
        let done = connection.execute_batch(&steps);
        done.map_err(|error| StoreError::from_sqlite(&error))?;
    }
    Ok(())
}

fn for_sqlite(sql: &str) -> String {
    let lines = sql.lines().map(|line| match append_only(line) {
        Some((table, key)) => guards(table, key),
        None if line == ");" => ") STRICT;".to_owned(),
        None => line.replace(" BIGINT", " INTEGER"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn append_only(line: &str) -> Option<(&str, &str)> {
    let (table, key) = line.strip_prefix("-- append-only: ")?.split_once(" (")?;
    Some((table, key.strip_suffix(')')?))
}

/// `INSERT OR REPLACE` slips past a trigger on DELETE where recursive triggers are off, as they
/// are in other programs; so an INSERT over a key that is there is refused as well.
fn guards(table: &str, key: &str) -> String {
    guard_statements(table, key).join(";\n") + ";"
}

/// The triggers word for word, as SQLite keeps them.
fn guard_statements(table: &str, key: &str) -> [String; 3] {
    let same = key
        .split(", ")
        .map(|column| format!("{column} = NEW.{column}"));
    let same = same.collect::<Vec<_>>().join(" AND ");
    let refuse = format!("SELECT RAISE(ABORT, '{table} is append-only');");
    [
        format!("CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse} END"),
        format!("CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse} END"),
        format!(
            "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} \
             WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refuse} END"
        ),
    ]
}

/// Tables that should be append-only and whose triggers are gone or are not the ones that popug
/// made.
pub fn unguarded(read: &Read<'_>) -> Result<Vec<&'static str>, StoreError> {
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
    let there: Vec<String> = read.all(sql, &[], |row| row.get(0))?;
    let lines = MIGRATIONS.into_iter().flat_map(str::lines);
    let unguarded = lines.filter_map(append_only).filter(|(table, key)| {
        let wanted = guard_statements(table, key);
        !wanted.iter().all(|it| there.contains(it))
    });
    Ok(unguarded.map(|(table, _)| table).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migrated() -> Connection {
        let connection = Connection::open_in_memory().expect("memory");
        migrate(&connection, 0).expect("migrates");
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
