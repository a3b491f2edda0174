//! A backup in which something is wrong: what `doctor` would not pass is left alone, unless it is
//! the last resort.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::names;
use crate::support::payday::work;
use crate::support::{FileOnly, Story, World, on_file};

#[expect(clippy::disallowed_methods, reason = "tests tamper with files")]
fn edited(world: &World, sql: &str) -> PathBuf {
    let file = world.home().join("edited.backup");
    fs::copy(world.home().join("monday.backup"), &file).expect("a copy");
    let raw = Connection::open(&file).expect("opens");
    raw.execute_batch(sql).expect(sql);
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .expect("one file");
    file
}

fn is_there(world: &World, name: &str) -> bool {
    let path: &Path = name.as_ref();
    fs::symlink_metadata(world.home().join(path)).is_ok()
}

#[test]
fn what_doctor_would_not_pass_is_left_alone_and_leaves_nothing_behind() {
    let world = on_file(FileOnly::Copies).company();
    work(&world, 4);
    world.run("backup monday.backup").must();
    for sql in [
        "UPDATE accounting_account SET balance_cents = balance_cents + 100 WHERE kind = 'popug'",
        "UPDATE tasks_task SET title = 'Oil the cat' WHERE id = 1",
        "UPDATE auth_user SET role = 'admin' WHERE name = 'kesha'",
        "DELETE FROM accounting_account_day",
        "UPDATE log_head SET hash = (SELECT hash FROM events_log WHERE seq = 3)",
        "UPDATE app_setting SET value = 'Mars/Olympus' WHERE key = 'timezone'",
    ] {
        edited(&world, sql);
        let before = names(world.home());
        let refused = world.run("restore edited.backup --store new/deep/other.db");
        let told = "error: edited.backup would make no sound store: ";
        assert!(refused.must_fail(7).stderr.starts_with(told), "{sql}");
        assert_eq!(names(world.home()), before, "{sql}");
        assert!(!is_there(&world, "new"), "{sql}");
    }
    world
        .run("restore monday.backup --store new/deep/other.db")
        .must();
    assert_eq!(
        names(&world.home().join("new/deep")),
        ["other.db", "other.db-head"]
    );
}

#[test]
fn a_damaged_backup_is_restored_as_it_is_where_that_is_the_last_resort() {
    let world = on_file(FileOnly::Copies).company();
    world.run_as("gruff", "add 'Oil the perch'").must();
    world.run("backup monday.backup").must();
    edited(
        &world,
        "UPDATE tasks_task SET title = 'Oil the cat' WHERE id = 1",
    );
    insta::assert_snapshot!(Story(vec![
        world.run("restore edited.backup --store other.db"),
        world.run("restore edited.backup --store other.db --damaged"),
    ]), @"
    $ popug restore edited.backup --store other.db
    [stderr]
    error: edited.backup would make no sound store: tasks: task 1: its text is not what the log says
    hint: it is left alone; take another backup, or, as a last resort, restore this one as it is with --damaged and look at it with `popug doctor`
    [exit 7]
    $ popug restore edited.backup --store other.db --damaged
    other.db is the store, restored up to event 19, hash {hash}
    [stderr]
    warning: the backup was not examined
    hint: look at what has come of it with `popug doctor`
    ");
    assert_eq!(world.run("doctor --store other.db").code, 7);
}

#[test]
fn a_backup_whose_last_events_nobody_has_heard_is_whole() {
    let world = on_file(FileOnly::Copies).company();
    world.run_as("gruff", "add 'Oil the perch'").must();
    world.run("backup monday.backup").must();
    // As if it had been made between the two commits of an `add`.
    edited(
        &world,
        "DELETE FROM analytics_task; DELETE FROM analytics_day; DELETE FROM analytics_balance;
         DELETE FROM analytics_change;
         UPDATE events_offset SET seq = 0, heard = 0 WHERE consumer = 'analytics'",
    );
    world.run("restore edited.backup --store other.db").must();
}
