//! The floors: a folder under `src/` names only floors below its own.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// The floors, lowest first; those of one line do not name each other.
const FLOORS: [&[&str]; 9] = [
    &["kernel"],
    &["files"],
    &["store"],
    &["events"],
    &["auth", "tasks", "accounting", "analytics", "delivery"],
    &["app"],
    &["dashboard"],
    &["cli"],
    &["main"],
];

fn height(floor: &str) -> usize {
    let found = FLOORS.iter().position(|floors| floors.contains(&floor));
    found.unwrap_or_else(|| panic!("{floor} is no floor: give it a place in FLOORS"))
}

/// The first names behind `crate::`, those of a group included.
fn named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let group = rest.strip_prefix('{').map(|group| members(group));
        for path in group.unwrap_or_else(|| vec![rest]) {
            let ends = |c: char| !c.is_alphanumeric() && c != '_';
            let name = path.trim_start().split(ends).next().unwrap_or_default();
            if !name.is_empty() {
                named.insert(name.to_owned());
            }
        }
    }
    named
}

/// What stands between the commas of a group, as far as it is closed.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[begin..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    members
}

/// What a file names that is not below it.
fn upward(source: &Source) -> Vec<String> {
    let own = source.floor();
    let named = named(&source.code()).into_iter();
    let upward = named.filter(|name| name != own && height(name) >= height(own));
    upward.collect()
}

#[test]
fn a_folder_names_only_floors_below_its_own() {
    let mut wrong = Vec::new();
    for source in sources() {
        for name in upward(&source) {
            wrong.push(format!("src/{} names {name}", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nobody_climbs_out_of_its_folder_by_super() {
    let climbs = |source: &Source| {
        let depth = source.path.matches('/').count();
        let climbs = source.code().matches("super::super::").count();
        depth <= 2 && climbs > 0
    };
    let sources = sources();
    let wrong: Vec<&str> = sources
        .iter()
        .filter(|it| climbs(it))
        .map(|it| it.path.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_engine_is_known_to_the_store_alone() {
    let sources = sources();
    let others = sources.iter().filter(|source| source.floor() != "store");
    let wrong: Vec<&str> = others
        .filter(|source| source.code().contains("rusqlite"))
        .map(|source| source.path.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn groups_are_looked_into() {
    let code = "use crate::{kernel::{a, b}, store}; crate::app::x(crate::cli)";
    let named: Vec<String> = named(code).into_iter().collect();
    assert_eq!(named, ["app", "cli", "kernel", "store"]);
}
