//! The worker: it hears and delivers beside others, and ends when it is asked to.

use std::fs::{self, File};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::payday::{MORNING_AFTER, worked};
use crate::support::{World, words};

/// Nothing here takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A worker that runs, and what it says.
struct Running {
    child: Child,
    said: std::path::PathBuf,
}

impl Running {
    fn start(world: &World, name: &str, line: &str) -> Self {
        let said = world.home().join(name);
        let mut command = world.command(&words(line));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(File::create(&said).expect("a file"));
        let child = command.spawn().expect("popug starts");
        let running = Self { child, said };
        until(|| running.said().contains("working on"));
        running
    }

    fn said(&self) -> String {
        fs::read_to_string(&self.said).expect("what it says")
    }

    /// Asks it to end, and gives back what it said. It must end well.
    fn end(mut self, signal: Signal) -> String {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).expect("an id"));
        kill(pid, signal).expect("asked");
        let mut status = None;
        until(|| {
            status = self.child.try_wait().expect("a child");
            status.is_some()
        });
        assert_eq!(status.and_then(|it| it.code()), Some(0), "{}", self.said());
        self.said()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A test that failed leaves nobody behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn until(mut condition: impl FnMut() -> bool) {
    let began = Instant::now();
    while !condition() {
        assert!(began.elapsed() < PATIENCE, "it never comes true");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// Puts a setting into the log that nobody has heard yet.
fn say(world: &World, value: u32) {
    let data = format!(r#"{{"key":"mail_from","value":"popug{value}@popug.example"}}"#);
    world.forge("setting.updated", 1, "setting/mail_from", &data);
}

fn all_is_heard(world: &World) -> bool {
    let behind = "SELECT count(*) FROM events_offset, log_head
                  WHERE events_offset.seq < log_head.seq";
    world.number(behind) == 0
}

/// So many letters to kesha wait, a day each.
fn queued(letters: i64) -> World {
    let world = World::one_worker();
    for invoice in 1..=letters {
        let day = format!("2026-{:02}-{:02}", 1 + invoice / 28, 1 + invoice % 28);
        let data = format!(
            r#"{{"invoice":{invoice},"day":"{day}","user":2,"transaction":{},"amount_cents":100}}"#,
            1_000 + invoice
        );
        world.forge("account.finalized", 1, "user/2", &data);
    }
    world
}

fn sent(world: &World) -> i64 {
    world.number("SELECT count(*) FROM delivery_letter WHERE state = 'sent'")
}

fn in_the_mailbox(world: &World) -> i64 {
    i64::try_from(world.letters().len()).expect("a number")
}

#[test]
fn it_hears_what_others_write_and_ends_when_it_is_asked_to() {
    for signal in [Signal::SIGTERM, Signal::SIGINT] {
        let world = World::company();
        let worker = Running::start(&world, "worker", "worker");
        for value in 0..3 {
            say(&world, value);
            until(|| all_is_heard(&world));
        }
        assert_eq!(
            worker.end(signal),
            format!(
                "working on {}; SIGTERM or Ctrl-C ends it\n",
                world.address()
            )
        );
    }
}

#[test]
fn what_is_due_is_handed_over_once_however_many_workers_there_are() {
    let mut world = worked();
    world.at(MORNING_AFTER);
    world.block_mailbox();
    world.run_as("penny", "day close").must();
    let letters = world.number("SELECT count(*) FROM delivery_letter");
    assert!(letters > 1);
    world.unblock_mailbox();

    let workers = ["one", "two", "three"].map(|name| Running::start(&world, name, "worker"));
    let ids: Vec<String> = (1..=letters).map(|id| id.to_string()).collect();
    let retry = format!("mail retry {}", ids.join(" "));
    world.run_as("penny", &retry).must();
    until(|| sent(&world) == letters);
    for worker in workers {
        worker.end(Signal::SIGTERM);
    }
    assert_eq!(in_the_mailbox(&world), letters);
    world.run("doctor").must();
}

#[test]
fn many_workers_let_each_event_have_its_effect_once() {
    let world = World::company();
    let workers = ["one", "two"].map(|name| Running::start(&world, name, "worker"));
    let adds: Vec<String> = (1..=20)
        .map(|nth| format!("add 'Perch {nth}' --as gruff"))
        .collect();
    for ran in world.at_once(&adds) {
        ran.must();
    }
    until(|| all_is_heard(&world));
    for worker in workers {
        worker.end(Signal::SIGTERM);
    }
    let fees = "SELECT count(*) FROM accounting_transaction WHERE kind = 'fee'";
    assert_eq!(world.number(fees), 20);
    world.run("doctor").must();
}

#[test]
fn one_that_is_ended_while_it_delivers_leaves_nothing_half_done() {
    let letters = 120;
    let world = queued(letters);
    let worker = Running::start(&world, "first", "worker");
    until(|| in_the_mailbox(&world) >= 3);
    worker.end(Signal::SIGTERM);
    assert_eq!(in_the_mailbox(&world), sent(&world));
    let worker = Running::start(&world, "second", "worker");
    until(|| sent(&world) == letters);
    worker.end(Signal::SIGTERM);
    assert_eq!(in_the_mailbox(&world), letters);
    let attempts = "SELECT max(attempts) FROM delivery_letter";
    assert_eq!(world.number(attempts), 1);
}

#[test]
fn one_that_is_killed_while_it_delivers_sends_nothing_twice() {
    let letters = 60;
    let world = queued(letters);
    let mut worker = Running::start(&world, "first", "worker");
    until(|| in_the_mailbox(&world) >= 3);
    worker.child.kill().expect("killed");
    worker.child.wait().expect("ended");
    let worker = Running::start(&world, "second", "worker");
    until(|| sent(&world) == letters);
    worker.end(Signal::SIGTERM);
    assert_eq!(in_the_mailbox(&world), letters);
}

#[test]
fn a_busy_store_is_told_of_and_tried_again() {
    let world = queued(1);
    let worker = Running::start(&world, "worker", "worker --wait 0");
    until(|| sent(&world) == 1);
    // Something to do that takes the store, which somebody else holds from before it is there.
    let mut raw = world.raw();
    let due = "UPDATE delivery_letter SET state = 'pending', next_at = 0, sent_at = NULL";
    let begin = raw.begin();
    raw.run(&format!("{begin} {due}; COMMIT; {begin}"))
        .expect("held");
    until(|| {
        worker
            .said()
            .contains("the store has been busy for 0 seconds; trying again in ")
    });
    raw.run("ROLLBACK").expect("let go");
    until(|| sent(&world) == 1);
    worker.end(Signal::SIGTERM);
}

#[test]
fn a_mailbox_that_is_set_wrongly_is_told_once_and_hinders_nothing_else() {
    let mut world = queued(1);
    world.say_no_mailbox();
    let pigeon = r#"{"key":"mail","value":"pigeon:coop"}"#;
    world.forge("setting.updated", 1, "setting/mail", pigeon);
    let worker = Running::start(&world, "worker", "worker");
    until(|| worker.said().contains("pigeon"));
    say(&world, 1);
    until(|| all_is_heard(&world));
    let said = worker.end(Signal::SIGTERM);
    assert_eq!(said.matches("pigeon").count(), 1, "{said}");
}

#[test]
fn a_store_that_is_not_there_ends_it() {
    World::empty().run("worker").must_fail(6);
    let world = World::new();
    for line in ["worker --dry-run", "worker --key K", "worker --once"] {
        world.run(line).must_fail(2);
    }
}

/// Nobody is logged in where a worker runs.
#[test]
fn it_needs_no_login() {
    let world = World::company();
    fs::remove_dir_all(world.home().join("state")).expect("no sessions");
    let worker = Running::start(&world, "worker", "worker");
    say(&world, 1);
    until(|| all_is_heard(&world));
    worker.end(Signal::SIGTERM);
}
