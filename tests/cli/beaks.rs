//! Beaks: changed by their popugs, lost and set anew, guessed in vain.

use std::process::Command;

use nix::sys::signal::Signal;

use crate::support::{BEAK, FileOnly, Ran, Story, World, on_file};

/// Another beak.
const NEW: &str = "blunt and straight";

fn change(world: &World, name: &str, old: &str, new: &str) -> Ran {
    let line = format!("beak --beak-stdin --as {name}");
    world.with_input(&line, &format!("{old}\n{new}\n"))
}

fn log_in(world: &World, name: &str, beak: &str) -> Ran {
    world.with_input(&format!("login {name} --beak-stdin"), beak)
}

fn code_of(ran: Ran) -> String {
    let code = ran.must().json()["enroll_code"].clone();
    code.as_str().expect("a code").to_owned()
}

#[test]
fn a_popug_changes_its_beak_and_its_other_sessions_end() {
    let world = World::company();
    let elsewhere = world.copy();
    world.log_in("kesha");
    let stale = elsewhere.home().join("state");
    insta::assert_snapshot!(change(&world, "kesha", BEAK, NEW), @"
    $ popug beak --beak-stdin --as kesha
    the beak of kesha is changed; its other sessions have ended
    ");
    world.run_as("kesha", "whoami").must();
    world.run_as("ara", "whoami").must();
    let state = stale.display().to_string();
    let there = world.with(&[("XDG_STATE_HOME", &state)], "whoami --as kesha");
    assert_eq!(
        there.must_fail(4).stderr.lines().next(),
        Some("error: the session has ended")
    );
    log_in(&world, "kesha", BEAK).must_fail(4);
    log_in(&world, "kesha", NEW).must();
    insta::assert_snapshot!(world.with_input("beak --beak-stdin --json --as ara", &format!("{BEAK}\n{NEW}")), @r#"
    $ popug beak --beak-stdin --json --as ara
    {
      "user": "ara",
      "role": "worker"
    }
    "#);
}

#[test]
fn a_beak_that_cannot_be_set_changes_nothing() {
    let world = World::company();
    insta::assert_snapshot!(Story(vec![
        change(&world, "kesha", "made up by me", NEW),
        change(&world, "kesha", BEAK, "short"),
        world.with_input("beak --beak-stdin --as kesha", BEAK),
        world.with_input("beak --as kesha", &format!("{BEAK}\n{NEW}\n{NEW}\n")),
        world.with_input("beak --beak-stdin --dry-run --as kesha", BEAK),
        world.with_input("beak --beak-stdin --fields name --as kesha", &format!("{BEAK}\n{NEW}")),
    ]), @"
    $ popug beak --beak-stdin --as kesha
    [stderr]
    error: the old beak is wrong
    [exit 4]
    $ popug beak --beak-stdin --as kesha
    [stderr]
    error: a beak needs at least 8 characters; this one has 5
    [exit 2]
    $ popug beak --beak-stdin --as kesha
    [stderr]
    error: there is no beak on standard input
    [exit 2]
    $ popug beak --as kesha
    [stderr]
    error: the beak is asked on a terminal, and there is none
    hint: give it on standard input: --beak-stdin
    [exit 2]
    $ popug beak --beak-stdin --dry-run --as kesha
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug beak --beak-stdin --fields name --as kesha
    [stderr]
    error: there is no field 'name' in this answer
    hint: the fields are user, role
    [exit 2]
    ");
    log_in(&world, "kesha", BEAK).must();
}

#[test]
fn wrong_old_beaks_count_like_wrong_logins() {
    let mut world = World::company();
    for _ in 0..3 {
        change(&world, "kesha", "made up by me", NEW).must_fail(4);
    }
    for _ in 0..2 {
        log_in(&world, "kesha", "made up by me").must_fail(4);
    }
    insta::assert_snapshot!(change(&world, "kesha", BEAK, NEW), @"
    $ popug beak --beak-stdin --as kesha
    [stderr]
    error: too many wrong beaks; try again in 2 s
    [exit 4]
    ");
    world.at("2026-11-02T09:00:02Z");
    change(&world, "kesha", BEAK, NEW).must();
}

/// The clock stands still, so whoever is blocked stays so.
#[test]
fn trying_at_once_tells_no_more_than_one_after_the_other() {
    let world = World::company();
    let guesses = vec!["login kesha --beak-stdin".to_owned(); 16];
    let ran = world.at_once_with(&guesses, "made up by me\n");
    let told = |what: &str| {
        let begin = format!("error: {what}");
        ran.iter()
            .filter(|it| it.stderr.starts_with(&begin))
            .count()
    };
    assert_eq!(told("the name or the beak is wrong"), 5);
    assert_eq!(told("too many wrong beaks; try again in 2 s"), 11);
}

#[test]
fn an_admin_lets_a_popug_enrol_anew() {
    let world = World::company();
    let before = world.head();
    insta::assert_snapshot!(world.run_as("polly", "user enroll kesha"), @"
    $ popug user enroll kesha --as polly
    kesha sets its beak with: popug enroll {code}
    ");
    world.run_as("kesha", "whoami").must_fail(4);
    log_in(&world, "kesha", BEAK).must_fail(4);
    let first = code_of(world.run_as("polly", "user enroll KESHA --json"));
    let code = code_of(world.run_as("polly", "user enroll kesha --json"));
    let enroll = |code: &str| world.with_input(&format!("enroll {code} --beak-stdin"), NEW);
    enroll(&first).must_fail(4);
    enroll(&code).must();
    log_in(&world, "kesha", NEW).must();
    let told = world.json_as("polly", &format!("event list --after {}", before.seq));
    let told = told.as_array().expect("events");
    assert_eq!(told.len(), 3);
    for event in told {
        assert_eq!(
            (&event["type"], &event["actor"]),
            (&"popug.user.updated".into(), &"polly".into())
        );
    }
    world.run_as("polly", "doctor").must();
}

#[test]
fn nobody_enrols_who_is_not_there() {
    let world = World::company();
    world.run_as("polly", "user set ara --active false").must();
    let before = world.head();
    insta::assert_snapshot!(Story(vec![
        world.run_as("polly", "user enroll zazu"),
        world.run_as("polly", "user enroll ara"),
        world.run("user enroll ara --recover"),
        world.run("user enroll me --recover"),
        world.run("user enroll kesha --recover --fields code"),
    ]), @"
    $ popug user enroll zazu --as polly
    [stderr]
    error: there is no popug 'zazu'
    hint: `popug user list` shows everybody
    [exit 3]
    $ popug user enroll ara --as polly
    [stderr]
    error: ara is not active
    hint: make it active first: `popug user set NAME --active true`
    [exit 5]
    $ popug user enroll ara --recover
    [stderr]
    error: ara is not active
    hint: make it active first: `popug user set NAME --active true`
    [exit 5]
    $ popug user enroll me --recover
    [stderr]
    error: without a login nobody is me; name the popug
    [exit 2]
    $ popug user enroll kesha --recover --fields code
    [stderr]
    error: there is no field 'code' in this answer
    hint: the fields are name, enroll_code
    [exit 2]
    ");
    assert_eq!(world.head(), before);
    world.run_as("kesha", "whoami").must();
}

#[test]
fn whoever_owns_the_file_recovers_a_popug_and_the_log_says_so() {
    let world = World::company();
    let polly = world.run("logout --as polly").must();
    assert_eq!(polly.stdout, "polly is logged out\n");
    insta::assert_snapshot!(world.run("user enroll polly --recover"), @"
    $ popug user enroll polly --recover
    polly sets its beak with: popug enroll {code}
    ");
    let code = code_of(world.run("user enroll polly --recover --json"));
    world
        .with_input(&format!("enroll {code} --beak-stdin"), NEW)
        .must();
    let told = world.json_as("polly", "event list --name user.updated");
    assert_eq!(told[0]["actor"], "system");
    let found = world.json("doctor");
    let mut found = found.as_array().expect("findings").iter();
    let users = found.find(|it| it["check"] == "users").expect("users");
    assert_eq!(users["ok"], true);
    insta::assert_snapshot!(users["detail"].as_str().expect("a text"), @"6 popugs, each as the log tells it; recovered by the file's owner: polly at event 16, polly at event 17");
}

/// Needs another user of the system, whom only root can be.
#[test]
fn another_user_of_the_system_recovers_nobody() {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;

    if !nix::unistd::geteuid().is_root() {
        return;
    }
    let world = on_file(FileOnly::Files).company();
    let shared = tempfile::tempdir().expect("a directory");
    let open = std::fs::Permissions::from_mode(0o777);
    std::fs::set_permissions(shared.path(), open.clone()).expect("a mode");
    let store = shared.path().join("popug.db");
    let program = shared.path().join("popug");
    std::fs::copy(world.store(), &store).expect("a copy");
    // A file that this process had open for writing could not be run by another thread's child.
    let mut copy = Command::new("cp");
    let copied = copy.arg(crate::support::program()).arg(&program).status();
    assert!(copied.expect("cp runs").success());
    std::fs::set_permissions(&program, open.clone()).expect("a mode");
    std::fs::set_permissions(&store, open).expect("a mode");
    chown(&store, Some(65_533), None).expect("another owner");
    let as_user = |user: u32| {
        let mut command = Command::new(&program);
        world.clean(&mut command);
        command
            .current_dir(shared.path())
            .env("POPUG_STORE", &store)
            .env("HOME", shared.path());
        command
            .args(["user", "enroll", "polly", "--recover"])
            .uid(user)
            .gid(user);
        world.finish("user enroll polly --recover", command, "")
    };
    let refused = as_user(65_534).must_fail(4);
    assert!(
        refused
            .stderr
            .contains("belongs to another user, who alone may do this"),
        "{refused}"
    );
    as_user(65_533).must();
}

#[test]
fn a_code_enrols_once_however_many_try_at_once() {
    let world = World::company();
    let code = code_of(world.run_as("polly", "user enroll kesha --json"));
    let tries = vec![format!("enroll {code} --beak-stdin"); 6];
    let ran = world.at_once_with(&tries, NEW);
    let codes: Vec<i32> = ran.iter().map(|it| it.code).collect();
    let won = codes.iter().filter(|code| **code == 0).count();
    assert_eq!(
        (won, codes.iter().filter(|code| **code == 4).count()),
        (1, 5)
    );
    world.run_as("kesha", "whoami").must();
}

#[test]
fn whoever_is_ended_at_the_question_for_a_beak_leaves_a_terminal_that_echoes() {
    let world = World::company();
    for line in ["login kesha", "beak --as kesha"] {
        for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP] {
            let mut terminal = world.on_terminal(line);
            terminal.until("a question", |screen| screen.contents().contains(": "));
            assert!(!terminal.is_in_its_mode(), "{line}: what is typed shows");
            assert_eq!(terminal.signal(signal).ends(), -(signal as i32), "{line}");
            assert!(terminal.is_in_its_mode(), "{line}: {signal}");
        }
    }
}
