//! The floors: a folder under `src/` names only floors below its own.

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

/// What a file names that is not below it.
fn upward(source: &Source) -> Vec<&str> {
    let own = source.floor();
    let named = source.named.iter().map(String::as_str);
    let upward = named.filter(|name| *name != own && height(name) >= height(own));
    upward.collect()
}

#[test]
fn a_folder_names_only_floors_below_its_own() {
    let mut wrong = Vec::new();
    for source in sources() {
        for name in upward(source) {
            wrong.push(format!("src/{} names {name}", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nobody_climbs_out_of_its_folder_by_super() {
    let climbs = |source: &Source| {
        let depth = source.path.matches('/').count();
        let climbs = source.code.matches("super::super::").count();
        depth <= 2 && climbs > 0
    };
    let wrong: Vec<&str> = sources()
        .iter()
        .filter(|it| climbs(it))
        .map(|it| it.path.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_engine_is_known_to_the_store_alone() {
    let others = sources().iter().filter(|source| source.floor() != "store");
    let wrong: Vec<&str> = others
        .filter(|source| source.code.contains("rusqlite"))
        .map(|source| source.path.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// What stands behind the door; a place, errors and hashes are named on either side of it.
const BEHIND_THE_DOOR: [&str; 5] = ["Store", "Read", "Write", "Head", "Stamp"];

#[test]
fn a_face_holds_a_door_and_no_store() {
    let mut wrong = Vec::new();
    for source in sources() {
        if height(source.floor()) <= height("app") {
            continue;
        }
        // What stands behind `crate::store::` is then among the first names.
        let lifted = source.text.replace("crate::store::", "crate::");
        let named = Source::new(&source.path, lifted).named;
        let behind = BEHIND_THE_DOOR.into_iter().filter(|it| named.contains(*it));
        wrong.extend(behind.map(|it| format!("src/{} names {it}", source.path)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
