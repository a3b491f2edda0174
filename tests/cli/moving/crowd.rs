//! A store that moves while others write to it, and one whose move is cut short.

use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use super::{HERE, Target, company, complaints, tasks};
use crate::books::chance::Chance;
use crate::support::{Ran, World, words};

/// No move here takes longer, in microseconds.
const LIFE: i64 = 900_000;

/// Everybody adds tasks to a store until that has moved; meanwhile it is moved. Answers what each was
/// told in the end.
fn moved_under_writers(world: &World, from: &str, to: &str) -> Vec<Ran> {
    let acknowledged = Mutex::new(Vec::new());
    let refusals = thread::scope(|threads| {
        let writers = ["gruff", "kesha", "ara", "loro"].map(|name| {
            let acknowledged = &acknowledged;
            threads.spawn(move || {
                let add = format!("add 'Oil the perch' --json --as {name} --store {from}");
                loop {
                    let ran = world.run(&add);
                    if ran.code != 0 {
                        return ran;
                    }
                    let id = ran.json()["id"].as_i64().expect("an id");
                    acknowledged.lock().expect("the list").push(id);
                }
            })
        });
        while acknowledged.lock().expect("the list").len() < 8 {
            thread::sleep(Duration::from_millis(5));
        }
        world.run(&format!("store copy {from} {to}")).must();
        writers.map(|it| it.join().expect("joined")).into()
    });
    let there = tasks(world, to);
    let mut acknowledged = acknowledged.into_inner().expect("the list");
    acknowledged.retain(|id| !there.contains(id));
    assert!(acknowledged.is_empty(), "{acknowledged:?} are lost");
    refusals
}

#[test]
fn whatever_four_writers_were_acknowledged_has_moved_with_the_store() {
    for there in Target::each() {
        let world = company();
        let back = "back.db";
        for (from, to) in [(HERE, there.name()), (&there.name(), back.to_owned())] {
            for refused in moved_under_writers(&world, from, &to) {
                let refused = refused.must_fail(5);
                let sentence = "error: the store has moved to ";
                assert!(refused.stderr.starts_with(sentence), "{refused}");
            }
            assert_eq!(complaints(&world, &to), [""; 0]);
            assert_eq!(tasks(&world, &to), tasks(&world, from));
        }
        world
            .run(&format!("add 'Sweep the cage' --store {back}"))
            .must();
        assert_eq!(complaints(&world, back), [""; 0]);
    }
}

fn spawn(world: &World, line: &str) -> Child {
    let mut command = world.command(&words(line));
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::null()).spawn().expect("popug starts")
}

/// Moves that are killed at some moment, each said again until the store is where it should be.
fn killed(there: &Target, seed: u64) {
    let mut chance = Chance::new(seed);
    let world = company();
    let mut from = HERE.to_owned();
    for round in 0..6 {
        let to = match (round % 2, there) {
            (0, Target::Database(_)) if round == 0 => there.name(),
            _ => format!("{round}.db"),
        };
        let line = format!("store copy {from} {to}");
        let mut child = spawn(&world, &line);
        let life = chance.between(0, LIFE).unsigned_abs();
        thread::sleep(Duration::from_micros(life));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("ended");
        let again = world.run(&line);
        match again.code {
            0 => {}
            5 => assert!(
                again.stderr.starts_with("error: the store has moved to "),
                "{again}"
            ),
            _ => panic!("{again}"),
        }
        let add = "add 'Oil the perch' --as gruff --store";
        world.run(&format!("{add} {from}")).must_fail(5);
        assert_eq!(tasks(&world, &to).len(), round, "{again}");
        world.run(&format!("{add} {to}")).must();
        assert_eq!(complaints(&world, &to), [""; 0]);
        from = to;
    }
}

#[test]
fn a_move_that_is_killed_leaves_the_store_here_or_there_and_the_next_one_ends_it() {
    for (seed, there) in (1..).zip(Target::each()) {
        killed(&there, seed);
    }
}

/// The moment between the two commits is too short to be met by a signal.
#[test]
fn a_copy_that_is_whole_but_not_known_is_taken_for_what_it_is() {
    for there in Target::each() {
        let world = company();
        let line = format!("store copy {HERE} {}", there.name());
        let first = world.json(&line);
        world.tamper("UPDATE log_head SET moved_to = NULL");
        let again = world.json(&line);
        assert_eq!(
            (&first["resumed"], &again["resumed"]),
            (&false.into(), &true.into())
        );
        assert_eq!(first["rows"], again["rows"]);
        world.tamper("UPDATE log_head SET moved_to = NULL");
        let told = there.named(world.run(&line).must());
        assert!(
            told.stdout.starts_with("THERE was there already; "),
            "{told}"
        );
        world.run("add 'Oil the perch'").must_fail(5);

        world.tamper("UPDATE log_head SET moved_to = NULL");
        world.run("add 'Oil the perch'").must();
        insta::allow_duplicates! {
            insta::assert_snapshot!(there.named(world.run(&line)), @"
            $ popug store copy data/popug/popug.db THERE
            [stderr]
            error: THERE is a copy of this store, and one of the two was written since (events_log)
            hint: go on with one of them alone, or move the copy out of the way and copy anew
            [exit 5]
            ");
        }
        world.run("add 'Sweep the cage'").must();
    }
}
