//! Migrations: numbered files of portable SQL, embedded, forward only.
//!
//! A shipped file is never edited. What engines say differently, `dialect` expands.

use crate::store::dialect::{append_only, guards};
use crate::store::read::Source;
use crate::store::{Read, StoreError};

/// Every migration, oldest first; its number is its place, from 1.
pub(super) const MIGRATIONS: [&str; 17] = [
    include_str!("../../migrations/0001_log.sql"),
    include_str!("../../migrations/0002_app.sql"),
    include_str!("../../migrations/0003_auth.sql"),
    include_str!("../../migrations/0004_tasks.sql"),
    include_str!("../../migrations/0005_accounting.sql"),
    include_str!("../../migrations/0006_analytics.sql"),
    include_str!("../../migrations/0007_delivery.sql"),
    include_str!("../../migrations/0008_delivery_traces.sql"),
    include_str!("../../migrations/0009_tasks_fairness.sql"),
    include_str!("../../migrations/0010_tasks.sql"),
    include_str!("../../migrations/0011_tasks.sql"),
    include_str!("../../migrations/0012_analytics.sql"),
    include_str!("../../migrations/0013_auth.sql"),
    include_str!("../../migrations/0014_log.sql"),
    include_str!("../../migrations/0015_accounting.sql"),
    include_str!("../../migrations/0016_looking_up.sql"),
    include_str!("../../migrations/0017_auth.sql"),
];

/// The schema that this program knows: the number of its last migration.
#[expect(
    clippy::cast_possible_wrap,
    reason = "there are a handful of migrations"
)]
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// The tables that are append-only.
pub(super) fn append_only_tables() -> impl Iterator<Item = &'static str> {
    guarded().map(|(table, _)| table)
}

/// They and their keys.
fn guarded() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = MIGRATIONS.into_iter().flat_map(str::lines);
    lines.filter_map(append_only)
}

/// Every table that migrations lay, in the order in which they are made: one that refers to another
/// comes behind it.
pub(super) fn tables() -> Vec<&'static str> {
    let mut tables = Vec::new();
    for line in MIGRATIONS.into_iter().flat_map(str::lines) {
        let words: Vec<&str> = line.trim_end_matches(';').split_whitespace().collect();
        match words.as_slice() {
            ["CREATE", "TABLE", name, ..] => tables.push(*name),
            ["DROP", "TABLE", name] => tables.retain(|it| it != name),
            ["ALTER", "TABLE", old, "RENAME", "TO", new] => tables
                .iter_mut()
                .filter(|it| *it == old)
                .for_each(|it| *it = new),
            _ => {}
        }
    }
    tables
}

/// Tables that should be append-only and whose triggers are gone or are not the ones that popug
/// made.
pub fn unguarded(read: &Read<'_>) -> Result<Vec<&'static str>, StoreError> {
    let tables = guarded();
    let unguarded: Vec<_> = match read.from {
        Source::Sqlite(_) => {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
            let there: Vec<String> = read.all(sql, &[], |row| row.get(0))?;
            let unguarded = tables.filter(|(table, key)| {
                let wanted = guards::sqlite(table, key);
                !wanted.iter().all(|it| there.contains(it))
            });
            unguarded.collect()
        }
        Source::Postgres(_) => {
            let bind = guards::POSTGRES_BODY;
            let there = read.all(guards::POSTGRES_GUARDS, &[&bind], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            let unguarded =
                tables.filter(|(table, _)| !guards::is_guarded_on_postgres(table, &there));
            unguarded.collect()
        }
    };
    Ok(unguarded.into_iter().map(|(table, _)| table).collect())
}
