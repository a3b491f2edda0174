//! SQL: where it stands, and whose tables it names.

use crate::source::{names, read};
use crate::sql::{is_sql, may_hold_sql, program};

/// What tables are called by, and the floor that they belong to.
const PREFIXES: [(&str, &str); 8] = [
    ("log_", "events"),
    ("events_", "events"),
    ("app_", "app"),
    ("auth_", "auth"),
    ("tasks_", "tasks"),
    ("accounting_", "accounting"),
    ("analytics_", "analytics"),
    ("delivery_", "delivery"),
];

#[test]
fn sql_stands_in_sql_and_nowhere_else() {
    let mut wrong = Vec::new();
    for source in program().filter(|it| !may_hold_sql(&it.path)) {
        for text in source.strings.iter().filter(|text| is_sql(text)) {
            wrong.push(format!("src/{}: {text}", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The tables that a text names, by their prefixes.
fn tables(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let tables = words.filter(|word| PREFIXES.iter().any(|(it, _)| word.starts_with(it)));
    tables.collect()
}

#[test]
fn sql_names_only_tables_of_its_own_floor() {
    let mut wrong = Vec::new();
    for source in program().filter(|it| may_hold_sql(&it.path)) {
        let floor = source.floor();
        for text in &source.strings {
            for table in tables(text) {
                let own = |(prefix, owner): &(&str, &str)| {
                    table.starts_with(prefix) && (*owner == floor || floor == "store")
                };
                if !PREFIXES.iter().any(own) {
                    wrong.push(format!("src/{} names {table}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The store names the head that every write takes and the hash that it is compared with, and
/// nothing that belongs to a domain.
#[test]
fn the_store_names_no_table_of_a_domain() {
    let store = program().filter(|it| it.floor() == "store");
    for source in store {
        for text in &source.strings {
            for table in tables(text) {
                let below =
                    ["log_head", "log_write", "log_append_only", "events_log"].contains(&table);
                assert!(below, "src/{} names {table}", source.path);
            }
        }
    }
}

#[test]
fn a_migration_makes_tables_of_one_floor() {
    for name in names("migrations") {
        let text = read(&format!("migrations/{name}"));
        for line in text.lines() {
            let Some(table) = line.strip_prefix("CREATE TABLE ") else {
                continue;
            };
            let floor = name[5..].trim_end_matches(".sql");
            let floor = if floor == "log" { "events" } else { floor };
            let own = PREFIXES.iter().filter(|(_, owner)| *owner == floor);
            let own = own.map(|(prefix, _)| prefix);
            assert!(
                own.into_iter().any(|it| table.starts_with(it)),
                "{name}: {table}"
            );
        }
    }
}
