//! Days of work and what was paid for them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::world::World;

pub const MORNING_AFTER: &str = "2026-11-03T06:00:00Z";

/// A company with a day of work: eight tasks, all closed but for loro's.
pub fn worked() -> World {
    let world = World::company();
    work(&world, 8);
    world
}

/// So many tasks are made, and closed by everybody but loro, who lets them lie.
pub fn work(world: &World, tasks: usize) {
    for _ in 0..tasks {
        let task = world.json_as("gruff", "add 'Oil the perch'");
        let assignee = task["assignee"].as_str().expect("a name");
        if assignee != "loro" {
            world
                .run_as(assignee, &format!("done {}", task["id"]))
                .must();
        }
    }
}

/// Each popug's balance at the end of a day.
pub fn balances(world: &World, day: &str) -> BTreeMap<String, i64> {
    let rows = world.json_as("penny", &format!("account list --date {day}"));
    by_user(&rows, "balance_cents")
}

/// What each popug was paid for a day.
pub fn paid(world: &World, day: &str) -> BTreeMap<String, i64> {
    let shown = world.json_as("penny", &format!("day show {day}"));
    by_user(&shown["invoices"], "amount_cents")
}

pub fn by_user(rows: &Value, key: &str) -> BTreeMap<String, i64> {
    let rows = rows.as_array().expect("an array").iter();
    rows.map(|row| {
        let user = row["user"].as_str().expect("a name").to_owned();
        (user, row[key].as_i64().expect("an amount"))
    })
    .collect()
}

pub fn in_the_black(mut balances: BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    balances.retain(|_, balance| *balance > 0);
    balances
}
