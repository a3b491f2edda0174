//! The source as a compiler reads it: its files, what is code in them, and what their strings say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;

/// A file below `src/`.
#[derive(Default)]
pub struct Source {
    /// Its path below `src/`, such as `tasks/model.rs`.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// Everything but comments, literals and needless blanks.
    pub code: String,
    /// What the strings of the program say: nothing of its tests.
    pub strings: Vec<String>,
    /// The first names behind `crate::`, those of a group included.
    pub named: BTreeSet<String>,
    /// The modules in files of their own that are compiled for tests alone.
    pub for_tests: Vec<String>,
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
pub fn sources() -> &'static [Source] {
    static READ: OnceLock<Vec<Source>> = OnceLock::new();
    READ.get_or_init(|| {
        let src = root().join("src");
        let mut paths = Vec::new();
        let mut folders = vec![src.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    paths.push(path);
                }
            }
        }
        paths.sort();
        let source = |path: &PathBuf| {
            let below = path.strip_prefix(&src).expect("below src");
            let text = fs::read_to_string(path).expect("UTF-8");
            Source::new(&below.to_string_lossy(), text)
        };
        paths.iter().map(source).collect()
    })
}

impl Source {
    /// A file of this path that says `text`.
    pub fn new(path: &str, text: String) -> Self {
        let tokens = text.parse();
        let path = path.to_owned();
        let mut source = Self {
            path,
            text,
            ..Self::default()
        };
        source.read(tokens.expect("Rust"), false);
        source
    }

    /// The folder right below `src/`, or the file's own name there: `tasks`, `main`.
    pub fn floor(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn read(&mut self, tokens: TokenStream, of_tests: bool) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut next_of_tests = false;
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) => {
                    let (open, close) = ends(group.delimiter());
                    let inside = group.stream().to_string();
                    // What documents something is an attribute to a compiler.
                    if open == "[" && inside.starts_with("doc =") {
                        let code = self.code.trim_end_matches(['#', '!']).len();
                        self.code.truncate(code);
                        continue;
                    }
                    next_of_tests |= open == "[" && inside == "cfg (test)";
                    self.code.push_str(open);
                    self.read(group.stream(), of_tests || next_of_tests && open == "{");
                    self.code.push_str(close);
                    next_of_tests &= open != "{";
                }
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    if self
                        .code
                        .ends_with(|c: char| c.is_alphanumeric() || c == '_')
                    {
                        self.code.push(' ');
                    }
                    self.code.push_str(&name);
                    if name == "crate" {
                        self.named
                            .extend(trees.get(at + 3).into_iter().flat_map(firsts));
                    }
                }
                TokenTree::Punct(sign) => {
                    self.code.push(sign.as_char());
                    if sign.as_char() == ';' && std::mem::take(&mut next_of_tests) {
                        self.declared_for_tests(&trees[..at]);
                    }
                }
                TokenTree::Literal(literal) => {
                    let said = syn::parse_str::<LitStr>(&literal.to_string());
                    self.strings
                        .extend(said.ok().filter(|_| !of_tests).map(|it| it.value()));
                }
            }
        }
    }

    /// Takes note of a module where that is what is declared.
    fn declared_for_tests(&mut self, before: &[TokenTree]) {
        let [.., TokenTree::Ident(word), TokenTree::Ident(name)] = before else {
            return;
        };
        let own = self.path.strip_suffix(".rs").unwrap_or_default();
        let folder = own.strip_suffix("/mod").unwrap_or(own);
        if word == "mod" {
            self.for_tests.push(format!("{folder}/{name}"));
        }
    }
}

const fn ends(of: Delimiter) -> (&'static str, &'static str) {
    match of {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// The name that stands there, or each that begins a member of a group.
fn firsts(tree: &TokenTree) -> Vec<String> {
    let TokenTree::Group(group) = tree else {
        return vec![tree.to_string()];
    };
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_comma = |tree: &TokenTree| tree.to_string() == ",";
    let members = trees.split(is_comma);
    members
        .filter_map(|it| Some(it.first()?.to_string()))
        .collect()
}

#[test]
fn comments_and_strings_are_no_code() {
    let text = r##"let a = "x // \" y"; // say "no"
/// crate::cli
let b = '"'; let c = r#"a "b" c"#; 'outer: loop {} let d = '\''; use crate::{kernel::{a, b}, store};
crate::app::x(crate::cli);
#[cfg(test)]
mod tests { let e = "of tests"; }
#[cfg(test)]
pub mod trial;
let f = "x LIKE ?1 \
        ESCAPE '\\'";"##;
    let source = Source::new("tasks/model.rs", text.to_owned());
    let begin = "let a=;let b=;let c=;'outer:loop{}let d=;use crate::{kernel::{a,b},store};";
    assert!(source.code.starts_with(begin), "{}", source.code);
    assert_eq!(
        source.strings,
        ["x // \" y", "a \"b\" c", "x LIKE ?1 ESCAPE '\\'"]
    );
    assert_eq!(source.floor(), "tasks");
    assert_eq!(source.for_tests, ["tasks/model/trial"]);
    let named: Vec<&str> = source.named.iter().map(String::as_str).collect();
    assert_eq!(named, ["app", "cli", "kernel", "store"]);
}
