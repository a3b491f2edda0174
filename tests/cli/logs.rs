//! What `-v`, `-vv` and `POPUG_LOG` tell on standard error.

use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::support::payday::{MORNING_AFTER, work};
use crate::support::{FileOnly, Ran, World, on_file};

/// The lines on standard error that begin so, with no figures in them.
fn lines(ran: &Ran, begin: &str) -> Vec<String> {
    let lines = ran.stderr.lines().filter(|line| line.starts_with(begin));
    let masked = lines.map(|line| line.replace(|it: char| it.is_ascii_digit(), ""));
    masked.collect()
}

#[test]
fn a_request_tells_what_it_took_where_more_is_wanted() {
    let world = World::one_worker();
    let added = world.run("-v add 'Oil the perch'").must();
    assert_eq!(
        lines(&added, ""),
        ["popug: add took  ms reads= writes= retries="]
    );
    assert!(added.stderr.contains(" retries=0"), "{added}");
    assert!(!added.stderr.contains(" writes=0"), "{added}");
    let listed = world.run("-v task list").must();
    assert_eq!(
        lines(&listed, ""),
        ["popug: task.list took  ms reads= writes= retries="]
    );
    assert!(listed.stderr.contains(" writes=0"), "{listed}");
    assert!(!listed.stderr.contains(" reads=0"), "{listed}");
    let quiet = world.run("add 'Count the seeds'").must();
    assert_eq!(quiet.stderr, "");
}

#[test]
fn every_command_tells_once_what_it_took_and_asked() {
    let world = on_file(FileOnly::Files).one_worker();
    for (line, name) in [
        ("whoami", "whoami"),
        ("status", "status"),
        ("doctor", "doctor"),
        ("user list", "user.list"),
        ("account log kesha", "account.log"),
        ("export all everything", "export.all"),
        ("mail send", "mail.send"),
        ("day close --date today --yes", "day.close"),
        ("backup monday.backup", "backup"),
        ("store upgrade", "store.upgrade"),
        ("restore monday.backup --store other.db --yes", "restore"),
        ("logout", "logout"),
    ] {
        let ran = world.run(&format!("-v {line}"));
        let told = ran.stderr.lines().filter(|line| line.contains(" took "));
        let told: Vec<&str> = told.collect();
        let begin = format!("popug: {name} took ");
        assert!(
            matches!(told[..], [one] if one.starts_with(&begin)),
            "{ran}"
        );
        assert!(
            ran.code != 0 || !told[0].contains(" reads=0 writes=0"),
            "{ran}"
        );
    }
}

#[test]
fn what_is_handed_over_is_told() {
    let mut world = World::company();
    work(&world, 8);
    world.at(MORNING_AFTER);
    let closed = world.run_as("penny", "-v day close").must();
    let told = lines(&closed, "popug: ");
    assert_eq!(
        told,
        [
            "popug:  letters are handed over",
            "popug: day.close took  ms reads= writes= retries="
        ]
    );
    let sent = world.run_as("penny", "-vv mail send").must();
    assert!(lines(&sent, "debug: letter ").is_empty(), "{sent}");
}

#[test]
fn what_is_waited_for_is_told() {
    // A server lets a writer wait without a word.
    let world = on_file(FileOnly::Files).one_worker();
    let mut raw = world.raw();
    raw.run(raw.begin()).expect("the store is taken");
    let added = thread::scope(|scope| {
        let adding = scope.spawn(|| world.run("-vv add 'Oil the perch'"));
        thread::sleep(Duration::from_millis(700));
        raw.run("COMMIT").expect("the store is given back");
        adding.join().expect("it ran")
    });
    let added = added.must();
    assert!(!added.stderr.contains(" retries=0"), "{added}");
    assert!(added.stderr.contains("debug: "), "{added}");
}

#[test]
fn a_trace_has_every_transaction_and_machines_get_objects() {
    let world = World::one_worker();
    let variables = [("POPUG_LOG", "popug=trace")];
    let traced = world.with(&variables, "add 'Oil the perch'").must();
    for what in ["BEGIN", "COMMIT"] {
        let found = lines(&traced, "trace: ").iter().any(|it| it.contains(what));
        assert!(found, "{what}: {traced}");
    }
    let variables = [("POPUG_LOG", "info"), ("POPUG_LOG_FORMAT", "json")];
    let told = world.with(&variables, "add 'Count the seeds'").must();
    let line: Value = serde_json::from_str(told.stderr.trim_end()).expect("an object");
    assert_eq!(line["level"], "INFO");
    assert_eq!(line["fields"]["retries"], 0);
}
