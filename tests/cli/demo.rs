//! The company of the demo: what it lives through could have happened.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{FileOnly, Ran, World, on_file, words};

/// Nothing takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

fn demo(now: &str, line: &str) -> (World, Ran) {
    let mut world = on_file(FileOnly::Files).empty();
    world.at(now);
    let made = world.run(&format!("demo --store d.db {line}"));
    (world, made.must())
}

#[test]
fn nothing_in_a_demo_happens_before_what_it_follows_from_nor_after_now() {
    for (now, line) in [
        ("2026-11-23T18:00:00Z", "--days 1 --workers 2 --tasks 160"),
        ("2026-11-23T09:20:00Z", "--days 2 --workers 2 --tasks 30"),
        ("2026-11-23T00:02:00Z", "--days 2 --workers 2 --tasks 12"),
    ] {
        let (world, _) = demo(now, line);
        let log = world.json("event list --limit 0 --store d.db");
        let log = log.as_array().expect("events");
        let times: Vec<&str> = log.iter().filter_map(|it| it["time"].as_str()).collect();
        assert_eq!(times.len(), log.len());
        assert!(times.is_sorted(), "{now}");
        assert!(times.last() <= Some(&now), "{now}: {:?}", times.last());
        for task in world
            .json("task list --all --store d.db")
            .as_array()
            .expect("tasks")
        {
            let at = |key: &str| task[key].as_str().unwrap_or("9999").to_owned();
            assert!(at("created_at") <= at("assigned_at"), "{task}");
            assert!(at("assigned_at") <= at("closed_at"), "{task}");
        }
    }
}

#[test]
fn a_demo_of_one_day_has_closed_it() {
    let (world, made) = demo("2026-11-23T18:00:00Z", "--days 1 --workers 2 --tasks 6");
    let first: Vec<&str> = made.stdout.lines().take(4).collect();
    insta::assert_snapshot!(first.join("\n"), @"
    UberPopug Inc, 1 day later

    6 tasks fell to 3 popugs at random; 6 are closed, 0 are open.
    Cron closed 1 day.
    ");
    assert_eq!(
        world.json("day list --store d.db").as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn the_story_of_a_demo_ends_with_how_to_open_the_dashboard() {
    let (_, made) = demo("2026-11-23T18:00:00Z", "--days 1 --workers 2 --tasks 6");
    let last = made.stdout.lines().last().unwrap_or_default();
    assert_eq!(last, "  popug dashboard --store d.db");
}

#[test]
fn a_demo_that_was_cut_short_is_made_again() {
    let world = on_file(FileOnly::Files).empty();
    let line = "demo --store d.db --days 7 --workers 5 --tasks 400";
    let mut command = world.command(&words(line));
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = child.expect("popug starts");
    let since = Instant::now();
    while !world.home().join("d.db").exists() {
        assert!(since.elapsed() < PATIENCE, "it is not begun");
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    let again = "demo --store d.db --days 1 --workers 2 --tasks 2";
    let refused = world.run(again).must_fail(5);
    assert!(refused.stderr.contains("--fresh"), "{refused}");
    world.run(&format!("{again} --fresh")).must();
}
