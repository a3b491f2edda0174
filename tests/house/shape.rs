//! The shape of files: how long, how they begin, what they import; and of the folders beside them.

use crate::source::{names, read, sources};

/// Lines of a file in `src/`.
const LINES: usize = 400;

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    let long = sources().iter().filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > LINES).then(|| format!("src/{} has {lines} lines", source.path))
    });
    none(&long.collect::<Vec<_>>());
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = sources().iter().filter_map(|source| {
        let says = source.text.starts_with("//! ");
        (!says).then(|| format!("src/{} does not begin with //!", source.path))
    });
    none(&silent.collect::<Vec<_>>());
}

/// A test may name everything of the module above it, and nobody else.
#[test]
fn nothing_is_imported_by_a_glob() {
    let mut wrong = Vec::new();
    for source in sources() {
        for import in source.code.split("use ").skip(1) {
            let import = import.split(';').next().unwrap_or_default().trim();
            let glob =
                import.ends_with("::*") || import.contains("::*,") || import.contains("::*}");
            if glob && import != "super::*" {
                wrong.push(format!("src/{} uses {import}", source.path));
            }
        }
    }
    none(&wrong);
}

#[test]
fn nothing_is_allowed_without_a_reason() {
    let allowed = sources().iter().filter_map(|source| {
        let allows = source.code.contains("#[allow(") || source.code.contains("#![allow(");
        allows.then(|| format!("src/{} has an #[allow]", source.path))
    });
    none(&allowed.collect::<Vec<_>>());
}

/// What CI passes over where stores are on a server is about that engine no more than about the other.
#[test]
fn what_ci_runs_once_asks_for_no_engine_of_the_tests() {
    let ci = read(".ci/run");
    let modules = ci
        .split_once("same_on_every_engine=(")
        .expect("the modules")
        .1;
    let (modules, _) = modules.split_once(')').expect("their end");
    for module in modules.split(' ') {
        let below = names("tests/cli").into_iter().filter(|it| it == module);
        let below = below.flat_map(|it| names(&format!("tests/cli/{it}")));
        let files = below.map(|it| format!("{module}/{it}"));
        for file in files.chain([format!("{module}.rs")]) {
            let text = read(&format!("tests/cli/{file}"));
            let asks = ["usual", "empty", "new", "company", "one_worker"]
                .into_iter()
                .find(|it| text.contains(&format!("World::{it}()")));
            assert_eq!(asks, None, "tests/cli/{file}");
        }
    }
}

#[test]
fn migrations_are_numbered_without_gaps_and_all_known() {
    let known = read("src/store/migrate.rs");
    let mut last = 0;
    for (number, name) in (1..).zip(names("migrations")) {
        assert!(
            name.starts_with(&format!("{number:04}_")),
            "{name} is not {number}"
        );
        let line = format!("include_str!(\"../../migrations/{name}\")");
        let at = known.find(&line);
        let at = at.unwrap_or_else(|| panic!("store/migrate.rs does not know {name}"));
        assert!(at > last, "{name} is not in its place in store/migrate.rs");
        last = at;
    }
}

#[test]
fn the_changelog_has_a_place_for_what_comes() {
    let changelog = read("CHANGELOG.md");
    let versions = changelog.lines().filter(|line| line.starts_with("## "));
    assert_eq!(versions.into_iter().next(), Some("## [Unreleased]"));
}
