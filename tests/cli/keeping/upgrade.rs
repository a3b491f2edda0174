//! From the schema of an older popug to this one's.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::{complaints, names};
use crate::books::chance::Chance;
use crate::support::{BEAK, FileOnly, World, on_file, words};

/// No upgrade here takes longer, in microseconds.
const LIFE: i64 = 60_000;

const STORE: &str = "data/popug/popug.db";

/// A world with the store of a popug that knew schema 7: a company with a closed day behind it.
#[expect(clippy::disallowed_methods, reason = "a store of an older popug")]
fn older() -> World {
    let mut world = on_file(FileOnly::Copies).empty();
    world.at("2026-11-03T09:00:00Z");
    let raw = Connection::open(world.home().join("7.db")).expect("opens");
    raw.execute_batch("PRAGMA foreign_keys = OFF").expect("off");
    raw.execute_batch(include_str!("schema-7.sql"))
        .expect("a store");
    drop(raw);
    world.run("restore 7.db").must();
    world
}

fn schema(world: &World) -> i64 {
    world.number("SELECT schema FROM log_head")
}

/// The backups beside the store, by their names.
fn backups(world: &World) -> Vec<String> {
    let mut names = names(&world.store().with_file_name(""));
    names.retain(|name| name.starts_with("popug.db-schema-"));
    names
}

#[test]
fn until_it_is_upgraded_every_command_says_so_but_those_that_keep_a_store() {
    let world = older();
    for line in [
        "whoami",
        "task list",
        "doctor",
        "day close",
        "store accept-loss --yes",
    ] {
        let refused = world.run(line).must_fail(6);
        let begin = "error: the store has schema 7 and must be upgraded to ";
        assert!(refused.stderr.starts_with(begin), "{refused}");
        let hint = "hint: upgrade it with `popug store upgrade`\n";
        assert!(refused.stderr.ends_with(hint), "{refused}");
    }
    world.run("backup monday.backup").must();
    let restored = world.run("restore monday.backup --store other.db").must();
    insta::assert_snapshot!(restored.stderr, @"hint: it is of an older popug; upgrade it with `popug store upgrade`");
    assert_eq!(schema(&world), 7);
}

#[test]
fn an_upgrade_asks_and_makes_a_backup_first() {
    let world = older();
    let head = world.head();
    let unasked = world.run("store upgrade").must_fail(2);
    let begin = "error: nobody is there to be asked: back ~/data/popug/popug.db up and upgrade it \
                 from schema 7 to ";
    assert!(unasked.stderr.starts_with(begin), "{unasked}");
    assert_eq!((schema(&world), backups(&world).len()), (7, 0));

    let told = world.json("store upgrade --yes");
    assert_eq!(told["from"], 7);
    assert_eq!(told["to"], schema(&world));
    assert!(schema(&world) > 7);
    assert_eq!(backups(&world), ["popug.db-schema-7-20261103T090000Z"]);
    // The log tells which store it is of, which it did not before.
    assert_eq!(world.head().seq, head.seq + 1);
    assert_eq!(world.run("doctor --fields detail").code, 0);
    assert_eq!(complaints(&world, STORE), [""; 0]);
    world.log_in("kesha");
    world.run("add 'Oil the perch'").must();
    assert_eq!(complaints(&world, STORE), [""; 0]);

    let again = world.run("store upgrade").must();
    let sentence = format!(
        "~/data/popug/popug.db has schema {}, the newest: nothing to do\n",
        schema(&world)
    );
    assert_eq!((again.stdout, again.stderr.as_str()), (sentence, ""));
    assert_eq!(backups(&world).len(), 1);
}

#[test]
fn the_backup_of_an_upgrade_is_the_store_as_it_was() {
    let world = older();
    world.run("store upgrade --yes").must();
    let backup = format!("data/popug/{}", backups(&world)[0]);
    let mode = fs::metadata(world.home().join(&backup)).expect("a backup");
    assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    let told = world.json(&format!("restore {backup} --store old.db"));
    assert_eq!(told["schema"], 7);
    world.run("store upgrade --yes --store old.db").must();
    assert_eq!(complaints(&world, "old.db"), [""; 0]);
}

#[test]
fn an_upgrade_that_is_killed_leaves_one_schema_or_the_other() {
    let mut chance = Chance::new(1);
    for _ in 0..12 {
        let world = older();
        let mut command = world.command(&words("store upgrade --yes"));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::null()).spawn().expect("starts");
        let life = chance.between(0, LIFE).unsigned_abs();
        thread::sleep(Duration::from_micros(life));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("ended");
        for backup in backups(&world) {
            let restore = format!("restore data/popug/{backup} --store {backup}.db");
            world.run(&restore).must();
        }
        let told = world.json("store upgrade --yes");
        assert_eq!(told["to"], schema(&world));
        world.log_in("kesha");
        world.run("doctor").must();
    }
}

#[test]
fn two_upgrades_at_once_are_one() {
    let world = older();
    let lines = vec!["store upgrade --yes".to_owned(); 4];
    for ran in world.at_once(&lines) {
        ran.must();
    }
    assert!(schema(&world) > 7);
    assert_eq!(complaints(&world, STORE), [""; 0]);
    for backup in backups(&world) {
        let restore = format!("restore data/popug/{backup} --store {backup}.db");
        world.run(&restore).must();
    }
}

/// The log of an older store cannot take the record in: until the loss is accepted, the head file
/// of the store that lay there stays and refuses writes.
#[test]
fn an_older_backup_that_loses_commits_is_upgraded_before_the_loss_is_accepted() {
    let world = older();
    world.run("backup monday.backup").must();
    world.run("store upgrade --yes").must();
    world.log_in("kesha");
    world.run("add 'Oil the perch'").must();
    let acknowledged = world.head().seq;
    fs::remove_file(world.store()).expect("removed");

    world.run("restore monday.backup").must_fail(2);
    let told = world.json("restore monday.backup --yes");
    assert_eq!(told["acknowledged"], acknowledged);
    world.run("store upgrade --yes").must();
    world
        .with_input("login kesha --beak-stdin", BEAK)
        .must_fail(6);
    let told = world.json("store accept-loss --yes");
    assert_eq!(told["acknowledged"], acknowledged);
    world.log_in("kesha");
    world.run("add 'Sweep the cage'").must();
}
