//! A company in which everybody has something that others may not touch.

use std::fs;

use crate::support::{BEAK, Founded, World, Worlds};

/// A popug of each role. Each has an open task, from when it was a worker, and money of its own.
pub const ROLES: [(&str, &str); 4] = [
    ("kesha", "worker"),
    ("penny", "accountant"),
    ("gruff", "manager"),
    ("percy", "admin"),
];

/// Nobody is logged in.
pub const NOBODY: &str = "nobody";

/// A company with a closed day behind it. Everybody of `ROLES` has an open task.
pub fn company() -> World {
    company_of(World::usual())
}

/// The same, of the others.
pub fn company_of(worlds: Worlds) -> World {
    static READY: Founded = Founded::new();
    READY.copy(worlds, |worlds| {
        let mut world = worlds.company();
        world.hire("percy", "worker");
        world.run_as("polly", "user set gruff --role worker").must();
        let everybody = |world: &World| {
            let mut names = ROLES.iter().map(|(name, _)| *name);
            names.all(|name| !tasks_of(world, name).is_empty()) && tasks_of(world, "ara").len() > 1
        };
        while !everybody(&world) {
            world.run_as("loro", "add 'Sweep the cage'").must();
        }
        for (name, role) in [("gruff", "manager"), ("percy", "admin")] {
            let promote = format!("user set {name} --role {role}");
            world.run_as("polly", &promote).must();
            world.log_in(name);
        }
        let done = format!("done {}", task_of(&world, "ara"));
        world.run_as("ara", &done).must();
        world.at("2026-11-03T09:00:00Z");
        world.run_as("penny", "day close").must();
        let roster = "name,role,email\nrio,worker,rio@popug.example\n";
        fs::write(world.home().join("popugs.csv"), roster).expect("a roster");
        let polly = [("POPUG_AS", "polly")];
        world
            .with(&polly, "token create cron --for day.close")
            .must();
        let add = "user add newcomer --role worker --email n@popug.example";
        let code = world.json_as("polly", add)["enroll_code"].clone();
        fs::write(world.home().join("code"), code.as_str().expect("a code"))
            .expect("the code is kept");
        fs::write(world.home().join("rows.csv"), "title\nSing\n").expect("rows");
        let fresh = "init --store fresh.db --admin zazu --email z@popug.example --beak-stdin";
        world.with_input(fresh, BEAK).must();
        if world.is_on_file() {
            world.run("backup older.backup").must();
        }
        world
    })
}

/// The open tasks of a popug.
pub fn tasks_of(world: &World, name: &str) -> Vec<i64> {
    let tasks = world.json_as("polly", &format!("task list --assignee {name}"));
    let tasks = tasks.as_array().expect("an array").iter();
    tasks
        .map(|task| task["id"].as_i64().expect("an id"))
        .collect()
}

/// One of them.
pub fn task_of(world: &World, name: &str) -> i64 {
    tasks_of(world, name)[0]
}

/// The last transaction that charged a popug a fee.
pub fn fee_of(world: &World, name: &str) -> i64 {
    let log = world.json_as("polly", &format!("account log {name}"));
    let rows = log.as_array().expect("an array").iter();
    let mut fees = rows.filter(|row| row["kind"] == "fee");
    let fee = fees.next_back().expect("a fee");
    fee["id"].as_i64().expect("an id")
}

/// The same, after everybody has logged out.
pub fn deserted_of(worlds: Worlds) -> World {
    let world = company_of(worlds);
    fs::remove_dir_all(world.home().join("state")).expect("no sessions");
    world
}
