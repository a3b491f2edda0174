//! Keeping a store: backups, restoring one, going on after a loss, upgrading.

mod backup;
mod damaged;
mod loss;
mod restore;
mod upgrade;

use std::fs;
use std::path::Path;

use crate::support::World;

/// The names of what lies in a directory.
fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What `doctor` does not find well.
fn complaints(world: &World, store: &str) -> Vec<String> {
    let found = world.run(&format!("doctor --json --store {store}")).json();
    let found = found.as_array().expect("an array").iter();
    let bad = found.filter(|it| it["level"] != "ok");
    let text = |it: &serde_json::Value, key| it[key].as_str().unwrap_or_default().to_owned();
    bad.map(|it| format!("{}: {}", text(it, "check"), text(it, "detail")))
        .collect()
}

/// The ids of all tasks in a store.
fn tasks(world: &World, store: &str) -> Vec<i64> {
    let all = world.json(&format!("task list --all --as loro --store {store}"));
    let all = all.as_array().expect("an array").iter();
    all.map(|it| it["id"].as_i64().expect("an id")).collect()
}
