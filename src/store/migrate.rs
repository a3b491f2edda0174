//! Migrations: numbered files of portable SQL, embedded, forward only.
//!
//! A shipped file is never edited. What engines say differently, `dialect` expands.

use std::collections::BTreeSet;

use crate::store::dialect::{append_only, guards};
use crate::store::read::Source;
use crate::store::{Read, StoreError, columns, postgres, sqlite};

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

/// What of the tables is not as this program makes it: `the index tasks_task_status is missing`.
pub fn unlike(read: &Read<'_>) -> Result<Vec<String>, StoreError> {
    match read.from {
        Source::Sqlite(_) => unlike_in_file(read),
        Source::Postgres(_) => unlike_on_server(read),
    }
}

/// A server keeps the parts of tables in words of its own: they are counted and named, and compared
/// with those of the file that this program would make.
fn unlike_on_server(read: &Read<'_>) -> Result<Vec<String>, StoreError> {
    let tables = tables();
    let made: BTreeSet<Part> = made_parts()?;
    let found = read.all(postgres::PARTS, &[], columns)?;
    let found: BTreeSet<Part> = found
        .into_iter()
        .filter(|(_, table, _): &Part| tables.contains(&table.as_str()))
        .collect();
    let tell =
        |(kind, table, name): &Part, what: &str| format!("the {kind} {name} of {table} {what}");
    let missing = made.difference(&found).map(|it| tell(it, "is missing"));
    let strange = found
        .difference(&made)
        .map(|it| tell(it, "is none of popug's"));
    Ok(missing.chain(strange).collect())
}

/// What a part of a table is, the table, and its name.
type Part = (String, String, String);

fn made_parts() -> Result<BTreeSet<Part>, StoreError> {
    let mut parts = BTreeSet::new();
    let mut add = |kind: &str, table: &str, name: String| {
        parts.insert((kind.to_owned(), table.to_owned(), name));
    };
    for made in sqlite::made_tables()? {
        let table = made.name.as_str();
        for column in made.columns {
            add("column", table, column);
        }
        for number in 1..=made.rules {
            add("rule", table, number.to_string());
        }
        for (name, is_unique) in made.indexes {
            let kind = if is_unique { "unique index" } else { "index" };
            add(kind, table, name);
        }
    }
    for table in append_only_tables() {
        for moment in ["change", "truncate"] {
            add("trigger", table, format!("{table}_no_{moment}"));
        }
    }
    Ok(parts)
}

fn unlike_in_file(read: &Read<'_>) -> Result<Vec<String>, StoreError> {
    let mut made = sqlite::made()?;
    let mut unlike = Vec::new();
    for (part, sql) in sqlite::schema(read)? {
        let (kind, name) = &part;
        match made.remove(&part) {
            Some(as_made) if as_made == sql => {}
            Some(_) => unlike.push(format!("the {kind} {name} is not as popug makes it")),
            None => unlike.push(format!("the {kind} {name} is none of popug's")),
        }
    }
    let missing = made.keys();
    unlike.extend(missing.map(|(kind, name)| format!("the {kind} {name} is missing")));
    Ok(unlike)
}

/// Tables that should be append-only and whose triggers are gone or are not the ones that popug
/// made.
pub fn unguarded(read: &Read<'_>) -> Result<Vec<&'static str>, StoreError> {
    let tables = guarded();
    let unguarded: Vec<_> = match read.from {
        Source::Sqlite(_) => {
            let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
            let there: Vec<String> = read.all(sql, &[], columns)?;
            let unguarded = tables.filter(|(table, key)| {
                let wanted = guards::sqlite(table, key);
                !wanted.iter().all(|it| there.contains(it))
            });
            unguarded.collect()
        }
        Source::Postgres(_) => {
            let bind = guards::POSTGRES_BODY;
            let there = read.all(guards::POSTGRES_GUARDS, &[&bind], columns)?;
            let unguarded =
                tables.filter(|(table, _)| !guards::is_guarded_on_postgres(table, &there));
            unguarded.collect()
        }
    };
    Ok(unguarded.into_iter().map(|(table, _)| table).collect())
}
