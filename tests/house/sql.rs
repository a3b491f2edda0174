//! The SQL of the program, as text: what stands in its files, and what is put together there.

use crate::source::{Source, sources};

/// How a statement begins.
const STATEMENTS: [&str; 8] = [
    "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "CREATE ", "PRAGMA ", "BEGIN",
];

/// What is the affair of one engine.
const OF_AN_ENGINE: [&str; 3] = ["store/sqlite", "store/postgres", "store/dialect"];

/// A statement that both engines are asked to run.
pub struct Statement {
    /// The file below `src/` where it stands.
    pub path: String,
    /// The statement.
    pub text: String,
}

/// Whether a string of the source is SQL.
pub fn is_sql(text: &str) -> bool {
    let text = text.trim_start();
    STATEMENTS.iter().any(|it| text.starts_with(it))
}

/// The files of the program itself.
pub fn program() -> impl Iterator<Item = &'static Source> {
    let is_below = |path: &str, module: &String| {
        let behind = path.strip_prefix(module.as_str());
        behind.is_some_and(|it| it == ".rs" || it.starts_with('/'))
    };
    let tests = || sources().iter().flat_map(|it| &it.for_tests);
    let program = sources().iter();
    program.filter(move |it| !tests().any(|module| is_below(&it.path, module)))
}

/// Whether SQL may stand there.
pub fn may_hold_sql(path: &str) -> bool {
    path.starts_with("store/") || path.ends_with("/sql.rs") || path.contains("/sql/")
}

/// Every statement that is written once for both engines. Those of `insert_many` and `update_many`
/// are made by the engines.
pub fn statements() -> Vec<Statement> {
    let mut found = Vec::new();
    for source in program().filter(|it| may_hold_sql(&it.path)) {
        if OF_AN_ENGINE.iter().any(|it| source.path.starts_with(it)) {
            continue;
        }
        let texts = &source.strings;
        let whole = texts.iter().filter(|text| is_whole(text, source.floor()));
        let lists = lists(&source.path, texts);
        found.extend(whole.cloned().chain(lists).map(|text| Statement {
            path: source.path.clone(),
            text,
        }));
    }
    found
}

fn is_whole(text: &str, floor: &str) -> bool {
    let of_a_table = floor != "store" || text.contains("log_head") || text.contains("events_log");
    is_sql(text) && of_a_table && !text.ends_with(' ') && !text.contains('{')
}

/// The lists of tasks are put together of a beginning, one of several conditions that an index
/// serves, where the list begins, all other conditions, an order and an end.
fn lists(path: &str, texts: &[String]) -> Vec<String> {
    if path != "tasks/sql/lists.rs" {
        return Vec::new();
    }
    let is_index = |it: &&String| it.starts_with("t.") && it.ends_with(['1', '2']);
    let mut narrowed: Vec<&str> = texts.iter().filter(is_index).map(String::as_str).collect();
    narrowed.retain(|it| !it.contains("?11"));
    narrowed.push("1 = 1");
    let part = |begin: &str| {
        let found = texts.iter().find(|it| it.trim_start().starts_with(begin));
        found.unwrap_or_else(|| panic!("no text begins with {begin}"))
    };
    let others = part("AND (CAST(?1 AS TEXT)");
    let mut all = Vec::new();
    for narrowed in narrowed {
        for (from, order) in orders(texts, part) {
            let list = part("SELECT t.id");
            all.push(format!(
                "{list}WHERE {narrowed} AND {from}{others} ORDER BY {order} LIMIT ?10"
            ));
        }
        let count = part("SELECT COUNT(*) FROM (SELECT 1");
        all.push(format!(
            "{count}WHERE {narrowed} AND 1 = 1{others} LIMIT ?10) counted"
        ));
    }
    assert!(all.len() > 50, "{} lists", all.len());
    all
}

/// Where the lists begin, and their orders.
fn orders<'t>(texts: &'t [String], part: impl Fn(&str) -> &'t String) -> Vec<(String, String)> {
    let is_key = |it: &&String| {
        let word = |c: char| c.is_ascii_lowercase() || c == '_' || c == '.';
        (it.starts_with("t.") || *it == "b.name") && it.chars().all(word) && *it != "t.id"
    };
    let keys: std::collections::BTreeSet<&String> = texts.iter().filter(is_key).collect();
    let mut orders = vec![
        (part("t.id >= ?11").clone(), "t.id".to_owned()),
        (part("t.id <= ?11").clone(), part("t.id DESC").clone()),
    ];
    for key in keys {
        for (compared, order) in [
            (", t.id) >= ", " NULLS LAST, t.id"),
            (", t.id) <= ", " DESC NULLS LAST, t.id DESC"),
        ] {
            let (begin, compared) = (part("(CAST(?11 AS BIGINT)"), part(compared.trim_start()));
            let end = part(", t.id FROM tasks_task t");
            let from = format!("{begin}{key}{compared}{key}{end}");
            orders.push((from, format!("{key}{}", part(order.trim_start()))));
        }
    }
    orders
}

#[test]
fn lists_are_put_together() {
    let lists = statements()
        .into_iter()
        .filter(|it| it.path == "tasks/sql/lists.rs");
    let texts: Vec<String> = lists.map(|it| it.text).collect();
    let one = texts.iter().find(|text| {
        text.contains("WHERE t.status = ?1 AND ")
            && text.ends_with("ORDER BY t.folded NULLS LAST, t.id LIMIT ?10")
    });
    assert!(one.is_some(), "{}", texts.join("\n"));
}
