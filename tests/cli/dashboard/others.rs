//! What other processes do while the dashboard is there.

use std::time::{Duration, Instant};

use crate::support::{BEAK, World};

use super::{balance, dollars, notice};

#[test]
fn what_others_do_appears_within_a_second_and_says_what_is_mine() {
    let world = World::one_worker();
    let mut terminal = world.on_terminal("");
    terminal.shows("Nothing to do.");
    let added = world.run_as("polly", "add 'Oil the perch'");
    let done = Instant::now();
    added.must();
    terminal.shows("Oil the perch").shows("for you: ");
    let passed = done.elapsed();
    let fee = dollars(balance(&world, "kesha"));
    assert_eq!(notice(&terminal), format!("for you: 1 new task, {fee}"));
    // A server is asked once a second.
    let bound = Duration::from_millis(if world.is_on_file() { 1000 } else { 2000 });
    assert!(passed < bound, "it took {passed:?}");

    // One stays on the task that one is on.
    world.run_as("polly", "add 'Count the seeds'").must();
    terminal.shows("Count the seeds");
    terminal.types("c").shows("close 1 Oil the perch: ");
}

#[test]
fn a_warning_is_a_notice_and_tears_no_screen() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let mut terminal = world.on_terminal("");
    terminal.shows("Oil the perch").types("c").shows("[y/N]");
    let mut raw = world.raw();
    raw.run(raw.begin()).expect("the store is taken");
    terminal.types("y");
    let waits = "closing … waiting for another process that is writing to the store";
    terminal.shows(waits);
    assert_eq!(notice(&terminal), waits);
    raw.run("COMMIT").expect("the store is given back");
    terminal.shows("Nothing to do.").shows("closed 1: ");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();
    let written = String::from_utf8_lossy(terminal.bytes()).into_owned();
    assert!(!written.contains("warning:"), "{written}");
}

#[test]
fn a_session_that_ends_asks_for_the_beak_over_the_same_view() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let mut terminal = world.on_terminal("");
    terminal.shows("Oil the perch");
    world.run("logout --all").must();
    terminal.shows("Who are you?");
    assert!(terminal.text().contains("kesha (worker)"), "the same view");
    let again = format!("\t{BEAK}\r");
    terminal.types(&again).hides("Who are you?");
    terminal.types("n").shows("A new task");
    terminal.types("\x1b").hides("A new task").types("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(world.json("whoami")["user"], "kesha");
}

#[test]
fn a_beak_that_was_changed_elsewhere_is_asked_for() {
    let world = World::one_worker();
    let mut terminal = world.on_terminal("");
    terminal.shows("Nothing to do.");
    // As whoever has forgotten it does.
    let code = world.json_as("polly", "user enroll kesha")["enroll_code"].clone();
    terminal.shows("Who are you?");
    let code = code.as_str().expect("a code");
    let enroll = format!("enroll {code} --beak-stdin");
    world.with_input(&enroll, "quite another beak").must();
    terminal.types(&format!("\t{BEAK}\r"));
    terminal.shows("the name or the beak is wrong");
    terminal.types("quite another beak\r").hides("Who are you?");
    terminal.shows("Nothing to do.");
}
