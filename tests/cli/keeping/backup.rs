//! One whole file, made while everybody goes on working.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::{complaints, names, tasks};
use crate::books::chance::Chance;
use crate::support::{FileOnly, Story, World, on_file, short_or_long, words};

/// No backup here takes longer, in microseconds.
const LIFE: i64 = 60_000;

fn kept(world: &World) -> PathBuf {
    let kept = world.home().join("kept");
    fs::create_dir(&kept).expect("a directory");
    kept
}

/// What is left where a process was killed over a file that has no name yet.
fn abandoned(directory: &Path) {
    let token = "0123456789abcdef0123456789abcdef";
    let draft = directory.join(format!(".popug-{token}"));
    fs::create_dir(&draft).expect("a directory");
    for suffix in ["", "-wal", "-head"] {
        fs::write(draft.join(format!("{token}{suffix}")), "half").expect("a file");
    }
}

#[test]
fn what_a_killed_process_left_behind_is_swept_by_the_next_one_there() {
    let world = on_file(FileOnly::Copies).company();
    let kept = kept(&world);
    let beside = world.store().with_file_name("");
    let lines = [
        ("backup kept/monday.backup", &kept),
        ("export hledger -o kept/books --as penny", &kept),
        ("export all kept/everything --as polly", &kept),
        ("man --out kept", &kept),
        ("task list --as polly", &beside),
        ("doctor", &beside),
    ];
    for (line, directory) in lines {
        abandoned(directory);
        world.run(line).must();
        let left = names(directory).into_iter();
        let left: Vec<String> = left.filter(|it| it.starts_with('.')).collect();
        assert_eq!(left, [""; 0], "{line}");
    }
}

#[test]
fn a_backup_says_what_it_holds_and_replaces_nothing() {
    let world = on_file(FileOnly::Copies).company();
    world.run_as("gruff", "add 'Oil the perch'").must();
    insta::assert_snapshot!(world.run("backup monday.backup --format csv --fields file,seq,hash"), @"
    $ popug backup monday.backup --format csv --fields file,seq,hash
    file,seq,hash
    monday.backup,19,{hash}
    ");
    let told = world.run("backup tuesday.backup").must().stdout;
    let head = world.head();
    let sentence = format!("tuesday.backup holds the store up to event {} (", head.seq);
    assert!(told.starts_with(&sentence), "{told}");
    assert!(
        told.ends_with(&format!(" KiB), hash {}\n", head.hash)),
        "{told}"
    );
    insta::assert_snapshot!(Story(vec![
        world.run("backup monday.backup"),
        world.run("backup data/popug/popug.db"),
        world.run("backup nowhere/monday.backup"),
        world.run("backup friday.backup --store nowhere.db"),
        world.run("backup friday.backup --dry-run"),
        world.run("backup friday.backup --key once"),
        world.run("backup friday.backup --fields size"),
    ]), @"
    $ popug backup monday.backup
    [stderr]
    error: there is a file at monday.backup already; it is left alone
    hint: name another file
    [exit 5]
    $ popug backup data/popug/popug.db
    [stderr]
    error: there is a file at data/popug/popug.db already; it is left alone
    hint: name another file
    [exit 5]
    $ popug backup nowhere/monday.backup
    [stderr]
    error: nowhere/monday.backup: No such file or directory (os error 2)
    hint: see whether its directory is there and may be written to
    [exit 6]
    $ popug backup friday.backup --store nowhere.db
    [stderr]
    error: there is no store at nowhere.db
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    $ popug backup friday.backup --dry-run
    [stderr]
    error: this command has no dry run; leave --dry-run out
    [exit 2]
    $ popug backup friday.backup --key once
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    $ popug backup friday.backup --fields size
    [stderr]
    error: there is no field 'size' in this answer
    hint: the fields are file, store_id, seq, hash, schema, bytes
    [exit 2]
    ");
    let mode = fs::metadata(world.home().join("monday.backup"));
    assert_eq!(mode.expect("a file").permissions().mode() & 0o777, 0o600);
    let told = world.json("backup friday.backup");
    assert_eq!(
        (&told["seq"], &told["hash"]),
        (&head.seq.into(), &head.hash.into())
    );
    assert_eq!(told["store_id"], "STORE-ID");
    let length = fs::metadata(world.home().join("friday.backup")).expect("a file");
    assert_eq!(told["bytes"], length.len());
    assert_eq!(
        names(world.home()),
        [
            "data",
            "friday.backup",
            "monday.backup",
            "state",
            "tuesday.backup"
        ]
    );
}

/// Lets the writers end, whether or not the test holds.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn under_four_writers_a_backup_holds_everything_that_was_acknowledged_before_it() {
    let world = on_file(FileOnly::Copies).company();
    let acknowledged = Mutex::new(Vec::new());
    let enough = AtomicBool::new(false);
    thread::scope(|threads| {
        let _end = End(&enough);
        for name in ["gruff", "kesha", "ara", "loro"] {
            let (world, acknowledged, enough) = (&world, &acknowledged, &enough);
            threads.spawn(move || {
                while !enough.load(Ordering::Relaxed) {
                    let task = world.json_as(name, "add 'Oil the perch'");
                    let id = task["id"].as_i64().expect("an id");
                    acknowledged.lock().expect("the list").push(id);
                }
            });
        }
        for round in 1..=4 {
            while acknowledged.lock().expect("the list").len() < round * 8 {
                thread::sleep(Duration::from_millis(5));
            }
            let before = acknowledged.lock().expect("the list").clone();
            let told = world.json(&format!("backup {round}.backup"));
            let store = format!("{round}.db");
            world
                .run(&format!("restore {round}.backup --store {store}"))
                .must();
            let shown = world.json(&format!("event list --as polly --store {store}"));
            let last = shown.as_array().and_then(|all| all.last()).expect("events");
            assert_eq!(last["id"], told["seq"].to_string());
            assert_eq!(complaints(&world, &store), [""; 0]);
            let there = tasks(&world, &store);
            let missing: Vec<_> = before.iter().filter(|id| !there.contains(id)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    });
    assert_eq!(complaints(&world, "data/popug/popug.db"), [""; 0]);
}

fn spawn(world: &World, line: &str) -> Child {
    let mut command = world.command(&words(line));
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::null()).spawn().expect("popug starts")
}

/// So many backups that get a signal at some moment; answers how many had been made by then, after having
/// seen that each of those is whole.
fn signalled(signal: Signal, rounds: usize) -> usize {
    let world = on_file(FileOnly::Copies).company();
    let kept = kept(&world);
    let mut chance = Chance::new(1);
    let mut made = 0;
    for round in 0..rounds {
        let mut child = spawn(&world, &format!("backup kept/{round}.backup"));
        let life = chance.between(0, LIFE).unsigned_abs();
        thread::sleep(Duration::from_micros(life));
        let pid = i32::try_from(child.id()).expect("a process id");
        // It may have ended by itself.
        let _ = kill(Pid::from_raw(pid), signal);
        child.wait().expect("ended");
        world.run_as("gruff", "add 'Oil the perch'").must();
        if kept.join(format!("{round}.backup")).exists() {
            made += 1;
            let store = format!("{round}.db");
            world
                .run(&format!("restore kept/{round}.backup --store {store}"))
                .must();
            assert_eq!(complaints(&world, &store), [""; 0]);
        }
    }
    if signal == Signal::SIGKILL {
        world.run("backup kept/last.backup").must();
    }
    let mut others = names(&kept);
    others.retain(|name| !name.ends_with(".backup"));
    assert_eq!(others, [""; 0]);
    assert_eq!(complaints(&world, "data/popug/popug.db"), [""; 0]);
    made
}

#[test]
fn a_backup_that_is_killed_leaves_nothing_that_looks_like_one() {
    let made = signalled(Signal::SIGKILL, 24);
    assert!((1..24).contains(&made), "{made} were made");
}

#[test]
fn a_backup_that_is_interrupted_leaves_nothing() {
    signalled(Signal::SIGINT, short_or_long(8, 24));
    signalled(Signal::SIGTERM, short_or_long(8, 24));
}

#[test]
fn without_room_there_is_no_backup_and_nothing_is_left_behind() {
    let world = on_file(FileOnly::Copies).company();
    let kept = kept(&world);
    let refused = world.shell("ulimit -f 200 && exec popug backup kept/monday.backup");
    insta::assert_snapshot!(refused.must_fail(6), @"
    $ popug ulimit -f 200 && exec popug backup kept/monday.backup
    [stderr]
    error: there is no room left for kept/monday.backup
    hint: make room and try again; nothing was changed
    [exit 6]
    ");
    assert_eq!(names(&kept), [""; 0]);
    world.run("backup kept/monday.backup").must();
    world.run("doctor").must();
}

#[test]
fn a_store_that_others_can_read_is_told() {
    let world = on_file(FileOnly::Copies).company();
    fs::set_permissions(world.store(), fs::Permissions::from_mode(0o644)).expect("set");
    let doctor = world.run("doctor --format csv --fields check,level,detail,hint");
    let mut rows = doctor.stdout.lines();
    let files = rows.find(|it| it.starts_with("files"));
    insta::assert_snapshot!(files.expect("a row"), @"files,warn,~/data/popug/popug.db is open to others (mode 0644); 2 more,chmod 0600 ~/data/popug/popug.db");
}
