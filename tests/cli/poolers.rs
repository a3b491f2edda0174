//! A store behind a pooler, which lends a connection of the server for one transaction: what one of
//! them left there would meet the next.

use std::fs;
use std::thread;

use serde_json::Value;

use crate::cluster::{Pooler, cluster};
use crate::support::{Engine, Place, World, Worlds};

/// Processes at a time, more than the pooler has connections.
const AT_ONCE: usize = 4;
/// What each of them does.
const TASKS: usize = 8;

#[test]
fn a_pooler_may_lend_a_connection_for_a_transaction() {
    let Some(server) = cluster() else { return };
    let Some(pooler) = Pooler::before(server, 2) else {
        return;
    };
    let world: World = Worlds::on(Engine::Postgres).one_worker();
    let Place::Database(database) = world.place() else {
        panic!("a database");
    };
    let url = pooler.through(&database.url());
    let through = [("POPUG_STORE", url.as_str())];
    thread::scope(|scope| {
        for process in 0..AT_ONCE {
            let (world, through) = (&world, &through);
            scope.spawn(move || {
                for task in 0..TASKS {
                    let add = format!("add 'task {task} of {process}' --as kesha");
                    world.with(through, &add).must();
                }
            });
        }
    });
    let rows: String = (0..50).map(|n| format!("imported {n}\n")).collect();
    let file = world.home().join("tasks.csv");
    fs::write(file, format!("title\n{rows}")).expect("a file");
    world
        .with(&through, "task import tasks.csv --as polly")
        .must();
    let listed = world
        .with(&through, "task list --all --json --as kesha")
        .must();
    let tasks: Vec<Value> = serde_json::from_str(&listed.stdout).expect("tasks");
    assert_eq!(tasks.len(), AT_ONCE * TASKS + 50);
    world.with(&through, "doctor").must();
}
