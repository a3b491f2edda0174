//! One short line for a shell prompt: quick, silent, and without a trace.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use crate::support::{FileOnly, Story, World, on_file};

fn silent(world: &World, line: &str) {
    let ran = world.run(line);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (0, "", ""), "{ran}");
}

/// Every file below a directory, with its length and when it was written.
fn files(directory: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let meta = fs::metadata(&path).expect("a file");
            let written = meta.modified().expect("a time");
            found.insert(path.display().to_string(), (meta.len(), written));
        }
    }
    found
}

#[test]
fn it_tells_open_tasks_and_balance() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    insta::assert_snapshot!(Story(vec![
        world.run("prompt"),
        world.run_as("polly", "prompt"),
        world.run("prompt --json"),
        world.run("prompt --format csv"),
        world.run("prompt --fields open"),
    ]), @r#"
    $ popug prompt
    1 open, -$11.00
    $ popug prompt --as polly
    0 open, $0.00
    $ popug prompt --json
    {
      "open": 1,
      "balance_cents": -1100
    }
    $ popug prompt --format csv
    open,balance_cents
    1,-1100
    $ popug prompt --fields open
    Open  1
    "#);
}

#[test]
fn where_there_is_nothing_to_tell_it_says_nothing() {
    let empty = World::empty();
    silent(&empty, "prompt");
    silent(&empty, "prompt --store nowhere/popug.db");
    silent(&empty, "prompt --demo -v");
    assert_eq!(files(empty.home()).len(), 0, "it made nothing");

    let mut world = World::one_worker();
    silent(&world, "prompt --as nobody");
    silent(&world, "prompt --fields nonsense");
    let ran = world.with(&[("POPUG_MAIL", "pigeon")], "prompt");
    assert_eq!((ran.code, &*ran.stderr), (0, ""), "{ran}");
    world.at("2026-11-20T09:00:00Z");
    silent(&world, "prompt");
}

#[test]
fn it_says_nothing_of_a_file_that_is_no_store() {
    let world = on_file(FileOnly::Damage).one_worker();
    fs::write(world.store(), "no store").expect("spoilt");
    silent(&world, "prompt");
}

#[test]
fn it_leaves_no_trace() {
    let mut world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let before = files(world.home());
    world.run("prompt").must();
    // Long enough for any other command to note that the session was used.
    world.at("2026-11-06T09:00:00Z");
    world.run("prompt").must();
    assert_eq!(files(world.home()), before);
}

#[test]
fn it_waits_for_no_writer() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let mut writer = world.raw();
    writer.run(writer.begin()).expect("a write");
    let ran = world.run("prompt").must();
    assert!(ran.stdout.starts_with("1 open, "), "{ran}");
    drop(writer);

    let mut alone = world.raw();
    alone.run(alone.lock_out()).expect("a lock");
    let began = Instant::now();
    silent(&world, "prompt");
    assert!(began.elapsed() < Duration::from_secs(5));
}
