//! A store that a group shares: another of its members closes the day after the first one did, and
//! root leaves nothing behind that they cannot write. Other users are there for root alone.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::Command;

use crate::support::{BEAK, FileOnly, Ran, World, on_file, program, words};

/// A group that every system has, and two users who are in it and in one of their own.
const GROUP: (&str, u32) = ("users", 100);
const POLLY: u32 = 60_001;
const PENNY: u32 = 60_002;

const INIT: &str = "init --admin polly --email p@popug.example --timezone UTC --beak-stdin";

/// A home that others can look into, with a directory for each user; `None` where this user cannot
/// be others.
fn shared_home() -> Option<World> {
    if !nix::unistd::geteuid().is_root() {
        return None;
    }
    let world = on_file(FileOnly::Files).empty();
    open(world.home(), 0o755);
    for (name, user) in [("of-60001", POLLY), ("of-60002", PENNY), ("of-0", 0)] {
        directory(&world, name, user, user, 0o700);
    }
    Some(world)
}

fn open(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its mode");
}

fn directory(world: &World, name: &str, user: u32, group: u32, mode: u32) {
    let path = world.home().join(name);
    fs::create_dir(&path).expect("a directory");
    chown(&path, Some(user), Some(group)).expect("its owner");
    open(&path, mode);
}

/// Mode and group of what lies in the home.
fn of(world: &World, name: &str) -> (u32, u32) {
    let found = fs::metadata(world.home().join(name)).expect(name);
    (found.mode() & 0o7777, found.gid())
}

/// Runs a command line as a user of the system, at the store that the group shares.
fn run(world: &World, user: u32, line: &str, input: &str) -> Ran {
    run_with(world, user, &format!("{line} --store team/popug.db"), input)
}

fn run_with(world: &World, user: u32, line: &str, input: &str) -> Ran {
    let mut command = Command::new("setpriv");
    command.args([
        format!("--reuid={user}"),
        format!("--regid={user}"),
        format!("--groups={}", GROUP.1),
        program().display().to_string(),
    ]);
    command.args(words(line));
    world.clean(&mut command);
    let own = world.home().join(format!("of-{user}"));
    command
        .env("HOME", &own)
        .env("XDG_STATE_HOME", own.join("state"));
    world.finish(line, command, input)
}

/// A store of the group's with an accountant, each logged in for one user of the system, root too.
fn team() -> Option<World> {
    let world = shared_home()?;
    directory(&world, "team", POLLY, GROUP.1, 0o2770);
    run(&world, POLLY, &format!("{INIT} --group {}", GROUP.0), BEAK).must();
    let add = "user add penny --role accountant --email penny@popug.example --beak-stdin";
    run(&world, POLLY, add, BEAK).must();
    run(&world, PENNY, "login penny --beak-stdin", BEAK).must();
    run(&world, 0, "login penny --beak-stdin", BEAK).must();
    Some(world)
}

/// Somebody earns something, and the day ends.
fn a_day_of_work(world: &mut World, next: &str) {
    run(world, POLLY, "add 'Oil the perch'", "").must();
    let mine = run(world, PENNY, "mine --format csv --fields id", "").must();
    let id = mine.stdout.lines().nth(1).expect("a task");
    run(world, PENNY, &format!("done {id}"), "").must();
    world.clock = format!("{next}T00:15:00Z");
}

/// What `doctor` says of the files.
fn files_row(world: &World) -> String {
    let found = run(
        world,
        POLLY,
        "doctor --format csv --fields check,level,detail,hint",
        "",
    );
    let row = found.stdout.lines().find(|line| line.starts_with("files,"));
    world.named(row.unwrap_or_else(|| panic!("{found}")))
}

#[test]
fn the_second_to_close_delivers_and_so_does_root() {
    let Some(mut world) = team() else { return };
    let closers = [
        (POLLY, "2026-11-03"),
        (PENNY, "2026-11-04"),
        (0, "2026-11-05"),
        (PENNY, "2026-11-06"),
    ];
    for (closer, next) in closers {
        a_day_of_work(&mut world, next);
        let closed = run(&world, closer, "day close", "").must();
        assert_eq!(closed.stderr, "", "{closed}");
    }
    let letters = run(&world, PENNY, "mail list --json", "").must().json();
    let letters = letters.as_array().expect("letters");
    assert_eq!(letters.len(), closers.len());
    assert!(
        letters.iter().all(|it| it["state"] == "sent"),
        "{letters:?}"
    );
    for part in ["", "/tmp", "/new", "/cur"] {
        let part = format!("team/popug.db-mail{part}");
        assert_eq!(of(&world, &part), (0o2770, GROUP.1), "{part}");
    }
    for entry in fs::read_dir(world.home().join("team/popug.db-mail/new")).expect("letters") {
        let found = entry.expect("a letter").metadata().expect("a letter");
        assert_eq!((found.mode() & 0o777, found.gid()), (0o660, GROUP.1));
        assert_ne!(found.uid(), 0, "what root delivers is the store's owner's");
    }
    assert_eq!(files_row(&world), "files,ok,for its owner and group,");
}

#[test]
fn what_root_makes_beside_a_store_is_its_owners() {
    let Some(mut world) = team() else { return };
    a_day_of_work(&mut world, "2026-11-03");
    fs::remove_file(world.home().join("team/popug.db-head")).expect("gone");
    run(&world, 0, "day close", "").must();
    assert_eq!(of(&world, "team/popug.db-head"), (0o660, GROUP.1));
    let head = fs::metadata(world.home().join("team/popug.db-head")).expect("there");
    assert_eq!(head.uid(), POLLY);
    run(&world, PENNY, "add 'Sweep the cage'", "").must();
}

#[test]
fn doctor_names_what_is_closed_to_the_group_and_what_opens_it() {
    let Some(mut world) = team() else { return };
    a_day_of_work(&mut world, "2026-11-03");
    run(&world, POLLY, "day close", "").must();
    let at = |name: &str| world.home().join("team").join(name);
    for (name, mode, opened) in [
        ("popug.db-head", 0o640, "chmod 0660"),
        ("popug.db-mail/new", 0o700, "chmod 2770"),
        ("", 0o750, "chmod 2770"),
    ] {
        let before = fs::metadata(at(name)).expect(name).mode() & 0o7777;
        open(&at(name), mode);
        let row = files_row(&world);
        let path = format!("team/{name}");
        let path = path.trim_end_matches('/');
        let told = format!("{path} is not for the group users (mode {mode:04o}, group users)");
        assert!(
            row.starts_with("files,warn,") && row.contains(&told),
            "{row}"
        );
        let mending = format!("chgrp users {path} && {opened} {path}");
        assert!(row.contains(&mending), "{row}");
        open(&at(name), before);
    }
    assert_eq!(files_row(&world), "files,ok,for its owner and group,");
}

#[test]
fn an_empty_directory_is_given_to_the_group_and_it_is_said() {
    let Some(world) = shared_home() else { return };
    directory(&world, "team", POLLY, POLLY, 0o755);
    let made = run(&world, POLLY, &format!("{INIT} --group users"), BEAK).must();
    let told = "team is for the group users now, with mode 2770";
    assert!(made.stderr.starts_with(told), "{made}");
    assert_eq!(of(&world, "team"), (0o2770, GROUP.1));
    run(&world, PENNY, "status", "").must();
}

#[test]
fn directories_that_are_missing_are_made_for_the_group() {
    let Some(world) = shared_home() else { return };
    directory(&world, "srv", POLLY, POLLY, 0o755);
    let line = format!("{INIT} --group users --store srv/books/team/popug.db");
    run_with(&world, POLLY, &line, BEAK).must();
    for made in ["srv/books", "srv/books/team"] {
        assert_eq!(of(&world, made), (0o2770, GROUP.1), "{made}");
    }
    run_with(&world, PENNY, "status --store srv/books/team/popug.db", "").must();
}

#[test]
fn a_directory_with_other_things_in_it_is_not_given_to_a_group() {
    let Some(world) = shared_home() else { return };
    directory(&world, "team", POLLY, POLLY, 0o755);
    fs::write(world.home().join("team/diary"), "mine").expect("a file");
    let refused = run(&world, POLLY, &format!("{INIT} --group users"), BEAK);
    insta::assert_snapshot!(refused.must_fail(5), @"
    $ popug init --admin polly --email p@popug.example --timezone UTC --beak-stdin --group users --store team/popug.db
    [stderr]
    error: team is not for the group users (mode 0755, group 60001), and is not given to it: other things lie there, or it is another user's
    hint: name a store in a directory of its own; or where all of it is to be the group's: chgrp users team && chmod 2770 team
    [exit 5]
    ");
    assert_eq!(of(&world, "team"), (0o755, POLLY));
    assert!(!world.home().join("team/popug.db").exists());
    run(&world, POLLY, INIT, BEAK).must();
    run(&world, POLLY, "backup of-60001/monday.backup", "").must();
    let restore = "restore of-60001/monday.backup --group users --store team/other.db";
    run_with(&world, POLLY, restore, "").must_fail(5);
    directory(&world, "sticky", POLLY, POLLY, 0o1777);
    let line = format!("{INIT} --group users --store sticky/popug.db");
    run_with(&world, POLLY, &line, BEAK).must_fail(5);
}

#[test]
fn a_group_that_cannot_get_to_the_store_is_told_of() {
    let Some(world) = shared_home() else { return };
    let line = format!("{INIT} --group users --store of-60001/team/popug.db");
    let made = run_with(&world, POLLY, &line, BEAK).must();
    let told =
        "warning: the group users cannot get to of-60001/team/popug.db: ~/of-60001 is closed to it";
    assert!(made.stderr.starts_with(told), "{made}");
}
