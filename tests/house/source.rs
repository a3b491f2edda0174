//! The source as text: its files, and which of their characters are code, comment or string.

use std::fs;
use std::path::{Path, PathBuf};

/// A file below `src/`.
pub struct Source {
    /// Its path below `src/`, such as `tasks/model.rs`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// What a stretch of source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Neither of the others.
    Code,
    /// A comment, of whatever sort.
    Comment,
    /// What stands between the quotes of a string.
    Text,
}

/// The root of the crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the crate.
pub fn read(path: &str) -> String {
    let read = fs::read_to_string(root().join(path));
    read.unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in a folder of the crate, in their order.
pub fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Every file below `src/`.
pub fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found.iter().map(|path| source(&src, path)).collect()
}

fn source(src: &Path, path: &PathBuf) -> Source {
    let below = path.strip_prefix(src).expect("below src");
    Source {
        path: below.to_string_lossy().into_owned(),
        text: fs::read_to_string(path).expect("UTF-8"),
    }
}

impl Source {
    /// The folder right below `src/`, or the file's own name there: `tasks`, `main`.
    pub fn floor(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Everything but comments and strings.
    pub fn code(&self) -> String {
        self.of(Kind::Code)
    }

    /// The strings, and nothing of the tests at the file's end.
    pub fn strings_of_the_program(&self) -> Vec<String> {
        let end = self.text.find("#[cfg(test)]\nmod tests {");
        let program = &self.text[..end.unwrap_or(self.text.len())];
        let pieces = pieces(program).into_iter();
        pieces
            .filter(|(kind, _)| *kind == Kind::Text)
            .map(|(_, text)| text)
            .collect()
    }

    fn of(&self, wanted: Kind) -> String {
        let pieces = pieces(&self.text).into_iter();
        let wanted = pieces.filter(|(kind, _)| *kind == wanted);
        wanted.map(|(_, text)| text).collect()
    }
}

/// The modules that are compiled for tests alone, by what those above them say: their paths without
/// `.rs`.
pub fn only_for_tests(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let folder = match source.path.strip_suffix("/mod.rs") {
            Some(folder) => folder,
            None => source.path.strip_suffix(".rs").unwrap_or_default(),
        };
        for declared in source.text.split("#[cfg(test)]\n").skip(1) {
            let line = declared.lines().next().unwrap_or_default();
            let name = line.trim_start_matches("pub ").strip_prefix("mod ");
            if let Some(name) = name.and_then(|name| name.strip_suffix(';')) {
                found.push(format!("{folder}/{name}"));
            }
        }
    }
    found
}

/// Splits source at the borders of comments and strings. It knows of Rust what the house uses.
fn pieces(text: &str) -> Vec<(Kind, String)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut code = String::new();
    while let Some(c) = rest.chars().next() {
        let (kind, length) = piece(rest);
        let (taken, left) = rest.split_at(length.max(c.len_utf8()));
        if kind == Kind::Code {
            code.push_str(taken);
        } else {
            pieces.push((Kind::Code, std::mem::take(&mut code)));
            pieces.push((kind, taken.to_owned()));
        }
        rest = left;
    }
    pieces.push((Kind::Code, code));
    pieces
}

/// What the text begins with, and how many bytes of it.
fn piece(text: &str) -> (Kind, usize) {
    if text.starts_with("//") {
        return (Kind::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if let Some(quoted) = text.strip_prefix('"') {
        return (Kind::Text, 1 + after_quote(quoted));
    }
    for marks in ["#", "##"] {
        let begin = format!("r{marks}\"");
        if let Some(quoted) = text.strip_prefix(&begin) {
            let end = format!("\"{marks}");
            let length = quoted.find(&end).expect("a raw string ends");
            return (Kind::Text, begin.len() + length + end.len());
        }
    }
    // A character that could be taken for the begin of a string.
    if text.starts_with("'\"'") || text.starts_with("b'\"'") {
        return (Kind::Code, text.find("\"'").unwrap_or(1) + 2);
    }
    if text.starts_with("'\\") {
        let end = text[3..].find('\'').expect("a character ends");
        return (Kind::Code, 3 + end + 1);
    }
    (Kind::Code, 0)
}

/// The bytes up to and including the quote that ends a string.
fn after_quote(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    panic!("a string does not end: {}", &text[..text.len().min(80)]);
}

#[test]
fn comments_and_strings_are_no_code() {
    let text = r##"let a = "x // \" y"; // say "no"
/// crate::cli
let b = '"'; let c = r#"a "b" c"#; 'outer: loop {} let d = '\''; use crate::kernel;"##;
    let source = Source {
        path: "tasks/model.rs".to_owned(),
        text: text.to_owned(),
    };
    let code: Vec<String> = source.code().lines().map(str::to_owned).collect();
    assert_eq!(
        code,
        [
            "let a = ; ",
            "",
            "let b = '\"'; let c = ; 'outer: loop {} let d = '\\''; use crate::kernel;"
        ]
    );
    assert_eq!(source.strings_of_the_program().len(), 2);
    assert_eq!(source.floor(), "tasks");
}
