//! SQL that means the same on both engines. Whether it is understood at all, they say themselves:
//! SQLite here, PostgreSQL in `postgres`.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::dialect::for_sqlite;
use crate::source::{names, read};
use crate::sql::{Statement, statements};

/// What both engines understand, each in its own way; what one of them does not, it says itself, here
/// and in `postgres`.
const STRANGE: [&str; 7] = [
    // Any number, or none, to SQLite.
    "LIMIT -1",
    // ASCII alone on SQLite.
    "LOWER(",
    "UPPER(",
    // Other arguments.
    "JSON_",
    // A name to SQLite, and the first parameter to PostgreSQL.
    "$1",
    // 32 bits to PostgreSQL, 64 to SQLite.
    "AS INTEGER",
    // Flags are numbers, which are no truth to PostgreSQL.
    " TRUE",
];

/// An empty store's tables on SQLite.
fn laid() -> Connection {
    let sqlite = Connection::open_in_memory().expect("a database");
    for name in names("migrations") {
        let sql = for_sqlite(&read(&format!("migrations/{name}")));
        let laid = sqlite.execute_batch(&sql);
        laid.unwrap_or_else(|error| panic!("{error}: {name}"));
    }
    sqlite
}

#[test]
fn sqlite_understands_every_statement() {
    let sqlite = laid();
    complaints(|text| {
        let refused = sqlite.prepare(text).err();
        refused.iter().map(ToString::to_string).collect()
    });
}

fn complaints(of: impl Fn(&str) -> Vec<String>) {
    let all = statements().into_iter();
    let wrong = all.flat_map(|Statement { path, text }| {
        let found = of(&text).into_iter();
        let found = found.map(|it| format!("src/{path} says {it}: {text}"));
        found.collect::<Vec<_>>()
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sql_is_portable() {
    complaints(|text| {
        let text = text.to_uppercase();
        let found = STRANGE.iter().filter(|it| text.contains(*it));
        found.map(|it| (*it).to_owned()).collect()
    });
}

/// What is folded in Rust is the same to both: SQLite's LIKE takes `a` for `A`.
#[test]
fn only_what_is_folded_is_searched() {
    complaints(|text| {
        let before = text.split(" LIKE ").map(|it| it.split_whitespace().last());
        let mut searched: Vec<Option<&str>> = before.collect();
        searched.pop();
        let other = searched.into_iter().filter(|it| *it != Some("t.folded"));
        other.map(|it| format!("{it:?} LIKE")).collect()
    });
}

/// The text up to one of the ends outside of all parentheses.
fn within<'t>(text: &'t str, end: &str) -> &'t str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if depth == 0 && text[at..].starts_with(end) {
            return &text[..at];
        }
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// Where null comes in an order, the engines disagree. What may be null and never is where a
/// statement orders by it, and why.
const NEVER_NULL: [(&str, &str); 3] = [
    ("next_at", "WHERE state = 'pending'"),
    ("letter.next_at", "WHERE letter.state = 'pending'"),
    ("a.user_id", "WHERE a.kind = 'popug'"),
];

/// The columns of each table that may be null.
fn nullable() -> BTreeMap<String, Vec<String>> {
    let sqlite = laid();
    let columns = "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                   WHERE t.type = 'table' AND NOT c.\"notnull\" AND NOT c.pk";
    let mut columns = sqlite.prepare(columns).expect("a statement");
    let rows = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.expect("columns") {
        let (table, column) = row.expect("a column");
        found.entry(table).or_default().push(column);
    }
    found
}

/// The tables of a statement by the names that it gives them, and whether a row may lack them.
fn tables(text: &str) -> Vec<(String, String, bool)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !matches!(*word, "FROM" | "JOIN") {
            continue;
        }
        let next = |by: usize| words.get(at + by).copied().unwrap_or_default();
        let name = if next(2) == "AS" { next(3) } else { next(2) };
        let optional = at > 0 && words[at - 1] == "LEFT";
        found.push((next(1).to_owned(), name.to_owned(), optional));
    }
    found
}

/// What a statement orders by, without directions, and whether it says where null comes.
fn orders(text: &str) -> Vec<(String, bool)> {
    let orders = text.split("ORDER BY ").skip(1);
    let mut found = Vec::new();
    for order in orders {
        let mut rest = within(order, "LIMIT");
        while !rest.trim().is_empty() {
            let item = within(rest, ",");
            rest = rest[item.len()..].trim_start_matches(',');
            let says = item.contains("NULLS LAST") || item.contains("NULLS FIRST");
            let by = item.split_whitespace().next().unwrap_or_default();
            found.push((by.to_owned(), says));
        }
    }
    found
}

#[test]
fn an_order_says_where_null_comes() {
    let nullable = nullable();
    let may_be_null = |text: &str, by: &str| {
        let (of, column) = by.split_once('.').unwrap_or(("", by));
        let tables = tables(text).into_iter();
        let mut named = tables.filter(|(_, name, _)| of.is_empty() || name == of);
        named.any(|(table, _, optional)| {
            let columns = nullable.get(&table);
            optional && !of.is_empty() || columns.is_some_and(|it| it.iter().any(|it| it == column))
        })
    };
    complaints(|text| {
        let silent = orders(text).into_iter().filter(|(_, says)| !says);
        let silent = silent.filter(|(by, _)| {
            let never = |(it, why): &(&str, &str)| it == by && text.contains(why);
            may_be_null(text, by) && !NEVER_NULL.iter().any(never)
        });
        silent
            .map(|(by, _)| format!("ORDER BY {by} without NULLS"))
            .collect()
    });
}

#[test]
fn orders_are_read() {
    let text = "SELECT a FROM x t LEFT JOIN y AS u ON u.a = t.a
                WHERE (SELECT b FROM z ORDER BY b DESC LIMIT 1) = 1
                ORDER BY CASE t.a WHEN 1 THEN 0 ELSE 1 END, u.a DESC NULLS LAST, t.b LIMIT ?1";
    let read: Vec<(String, bool)> = orders(text);
    let read: Vec<(&str, bool)> = read.iter().map(|(by, says)| (by.as_str(), *says)).collect();
    let expected = [("b", false), ("CASE", false), ("u.a", true), ("t.b", false)];
    assert_eq!(read, expected);
    let tables = tables(text);
    assert_eq!(tables[1], ("y".to_owned(), "u".to_owned(), true));
    let nullable = nullable();
    assert!(nullable["delivery_letter"].contains(&"sent_to".to_owned()));
    assert!(nullable["analytics_task"].contains(&"ticket".to_owned()));
    assert!(!nullable["tasks_task"].contains(&"title".to_owned()));
}
