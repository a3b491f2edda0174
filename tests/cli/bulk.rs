//! Many tasks at once: chance is fair, nothing is half done whatever ends the process, and others
//! go on working beside it.

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

use crate::books::chance::Chance;
use crate::support::{World, short_or_long, words};

/// A file of rows with keys.
fn write(world: &World, name: &str, rows: usize) {
    let mut text = "title,key\n".to_owned();
    for row in 1..=rows {
        text.push_str(&format!("[POPUG-{row}] Oil perch {row},{name}-{row}\n"));
    }
    fs::write(world.home().join(name), text).expect("a file");
}

/// Chi-square of counts that should be equal, in hundredths.
fn chi_square(counts: &[u64]) -> u64 {
    let (kinds, all) = (counts.len() as u64, counts.iter().sum::<u64>());
    let off = counts
        .iter()
        .map(|count| (kinds * count).abs_diff(all).pow(2));
    100 * off.sum::<u64>() / (kinds * all)
}

/// How often each of these values stands in a field; nothing else may stand there.
fn counts<T: PartialEq<Value>>(tasks: &[Value], field: &str, values: &[T]) -> Vec<u64> {
    let mut counts = vec![0; values.len()];
    for task in tasks {
        let found = values.iter().position(|value| *value == task[field]);
        counts[found.unwrap_or_else(|| panic!("{field}: {task}"))] += 1;
    }
    counts
}

#[test]
fn thousands_of_tasks_fall_to_the_pool_and_are_priced_uniformly() {
    let world = World::company();
    let many = short_or_long(3_000, 10_000);
    write(&world, "tasks.csv", many);
    let done = world.json("task import tasks.csv");
    assert_eq!(
        (&done["imported"], &done["draw"]),
        (&many.into(), &1.into())
    );

    let listed = world.json("task list --all");
    let tasks = listed.as_array().expect("an array");
    assert_eq!(tasks.len(), many);
    let fees = tasks
        .iter()
        .map(|task| task["fee_cents"].as_i64().expect("a fee"));
    assert_eq!(done["fees_cents"], fees.sum::<i64>());

    // Beyond these lie 0.1 % of all draws, with one degree of freedom less than there are values.
    let pool = ["penny", "kesha", "ara", "loro"];
    let fell = counts(tasks, "assignee", &pool);
    assert!(chi_square(&fell) < 1_627, "{fell:?}");
    let dollars = |from: i64, to: i64| (from..=to).map(|it| it * 100).collect::<Vec<_>>();
    let fees = counts(tasks, "fee_cents", &dollars(10, 20));
    assert!(chi_square(&fees) < 2_959, "{fees:?}");
    let rewards = counts(tasks, "reward_cents", &dollars(20, 40));
    assert!(chi_square(&rewards) < 4_531, "{rewards:?}");

    world.run("draw verify").must();
    world.run_as("gruff", "task reassign --yes").must();
    let verified = world.json("draw verify");
    let verified = verified.as_array().expect("an array");
    assert_eq!(verified.len(), 2);
    assert!(
        verified
            .iter()
            .all(|draw| draw["verified"] == true && draw["tasks"] == many)
    );
    world.run("doctor").must();
}

fn spawn(world: &World, line: &str) -> Child {
    let mut command = world.command(&words(line));
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::null()).spawn().expect("popug starts")
}

fn tasks(world: &World) -> usize {
    let listed = world.json("task list --all --fields id,fee_cents");
    let tasks = listed.as_array().expect("an array");
    assert!(tasks.iter().all(|task| task["fee_cents"].is_i64()));
    tasks.len()
}

/// The moments are random, and so is what they hit: reading the file, the import itself, or the
/// consumers behind it.
#[test]
fn an_import_that_is_cut_short_leaves_all_or_nothing() {
    const ROWS: usize = 400;
    let world = World::company();
    let mut chance = Chance::new(1);
    write(&world, "first", ROWS);
    let began = Instant::now();
    world.run("task import first").must();
    let life = i64::try_from(began.elapsed().as_micros()).expect("not so long");

    let mut there = tasks(&world);
    for round in 0..short_or_long(3, 12) {
        let name = format!("round-{round}");
        write(&world, &name, ROWS);
        let mut child = spawn(&world, &format!("task import {name}"));
        let at = chance.between(life / 10, life).unsigned_abs();
        std::thread::sleep(Duration::from_micros(at));
        let signal = [Signal::SIGKILL, Signal::SIGINT, Signal::SIGTERM][round % 3];
        let pid = Pid::from_raw(i32::try_from(child.id()).expect("a process id"));
        // It may have ended by itself.
        let _ = kill(pid, signal);
        child.wait().expect("ended");

        // Looking at it lets the consumers hear the rest.
        world.run("doctor").must();
        let now = tasks(&world);
        assert!(now == there || now == there + ROWS, "{there}, then {now}");
        // Once more completes it, or finds every key known.
        world.run(&format!("task import {name}")).must();
        there += ROWS;
        assert_eq!(tasks(&world), there);
    }
    world.run("draw verify").must();
    world.run("doctor").must();
}

#[test]
fn another_process_adds_a_task_while_many_are_imported() {
    let world = World::company();
    write(&world, "many", 2_000);
    let mut child = spawn(&world, "task import many");
    let mut added = 0;
    while child.try_wait().expect("a child").is_none() {
        world.run_as("kesha", "add 'Sing'").must();
        world.run_as("penny", "account list").must();
        added += 1;
    }
    assert!(child.wait().expect("ended").success());
    assert!(added > 0);
    world.run("doctor").must();
    assert_eq!(tasks(&world), 2_000 + added);
}
