//! The SQL of the program, as text: what stands in its files, and what is put together there.

use crate::source::{Source, only_for_tests, sources};

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

/// Whether a string of the source is SQL, with or without its quotes.
pub fn is_sql(text: &str) -> bool {
    let text = text.trim_start_matches('"').trim_start();
    STATEMENTS.iter().any(|it| text.starts_with(it))
}

/// The files of the program itself.
pub fn program() -> Vec<Source> {
    let sources = sources();
    let tests = only_for_tests(&sources);
    let is_below = |path: &str, module: &String| {
        let behind = path.strip_prefix(module.as_str());
        behind.is_some_and(|it| it == ".rs" || it.starts_with('/'))
    };
    let program = sources.into_iter();
    program
        .filter(|it| !tests.iter().any(|module| is_below(&it.path, module)))
        .collect()
}

/// Whether SQL may stand there.
pub fn may_hold_sql(path: &str) -> bool {
    path.starts_with("store/") || path.ends_with("/sql.rs") || path.contains("/sql/")
}

/// Every statement that is written once for both engines. Those of `insert_many` and `update_many`
/// are made by the engines.
pub fn statements() -> Vec<Statement> {
    let mut found = Vec::new();
    for source in program().into_iter().filter(|it| may_hold_sql(&it.path)) {
        if OF_AN_ENGINE.iter().any(|it| source.path.starts_with(it)) {
            continue;
        }
        let texts = source.strings_of_the_program().into_iter();
        let texts: Vec<String> = texts.map(|text| unquoted(&text)).collect();
        let whole = texts.iter().filter(|text| is_whole(text, source.floor()));
        let lists = lists(&texts);
        found.extend(whole.cloned().chain(lists).map(|text| Statement {
            path: source.path.clone(),
            text,
        }));
    }
    found
}

fn is_whole(text: &str, floor: &str) -> bool {
    let of_a_table = floor != "store" || text.contains("log_head") || text.contains("events_log");
    is_sql(text) && of_a_table && !text.ends_with("WHERE ") && !text.contains('{')
}

/// A list that is narrowed and ordered in many ways is put together of a beginning that ends with
/// WHERE, a middle that ends with ORDER BY and an end, and of what is put between them.
fn lists(texts: &[String]) -> Vec<String> {
    let Some(at) = texts.iter().position(|text| text.ends_with("WHERE ")) else {
        return Vec::new();
    };
    let [begin, middle, end, parts @ ..] = &texts[at..] else {
        panic!("a list of which something is missing: {}", texts[at]);
    };
    assert!(middle.ends_with("ORDER BY "), "{middle}");
    let is_condition = |it: &&String| it.contains(" = ") && !is_sql(it);
    let narrowed = parts.iter().filter(is_condition);
    let is_order = |it: &&String| it.starts_with(char::is_alphabetic) && it.contains('.');
    let orders = parts
        .iter()
        .filter(is_order)
        .filter(|it| !it.contains(" = "));
    let orders: Vec<&String> = orders.collect();
    let all = narrowed.flat_map(|narrowed| {
        let each = orders.iter();
        each.map(move |order| format!("{begin}{narrowed}{middle}{order}{end}"))
    });
    let all: Vec<String> = all.collect();
    assert!(all.len() > 10, "{} lists", all.len());
    all
}

/// What a string of the source says.
fn unquoted(text: &str) -> String {
    let text = text.strip_prefix('"').unwrap_or(text);
    let text = text.strip_suffix('"').unwrap_or(text);
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        said.push_str(before);
        let next = behind.chars().next().expect("something escaped");
        rest = &behind[next.len_utf8()..];
        match next {
            '\n' => rest = rest.trim_start(),
            'n' => said.push('\n'),
            other => said.push(other),
        }
    }
    said + rest
}

#[test]
fn a_string_is_what_it_says() {
    let source = "\"x LIKE ?1 \\\n     ESCAPE '\\\\' AND \\\"y\\\" = 1\"";
    assert_eq!(unquoted(source), "x LIKE ?1 ESCAPE '\\' AND \"y\" = 1");
}

#[test]
fn lists_are_put_together() {
    let lists = statements()
        .into_iter()
        .filter(|it| it.path == "tasks/sql/lists.rs");
    let texts: Vec<String> = lists.map(|it| it.text).collect();
    let one = texts.iter().find(|text| {
        text.contains("WHERE t.status = ?1\n")
            && text.ends_with("ORDER BY t.folded, t.id LIMIT ?10")
    });
    assert!(one.is_some(), "{}", texts.join("\n"));
}
