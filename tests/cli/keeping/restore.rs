//! A store out of a backup, all of it or nothing, and never over another.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rusqlite::Connection;

use super::{complaints, names};
use crate::support::payday::{MORNING_AFTER, work};
use crate::support::{FileOnly, Story, World, on_file};

/// Moves the store away, all but its head file.
fn lose_the_store(world: &World) {
    fs::remove_file(world.store()).expect("removed");
}

#[test]
fn a_restored_store_is_the_store_with_everybody_still_logged_in() {
    let world = on_file(FileOnly::Copies).company();
    world.run_as("gruff", "add 'Oil the perch'").must();
    world.run("backup monday.backup").must();
    fs::remove_dir_all(world.store().parent().expect("a directory")).expect("removed");
    let before = fs::read(world.home().join("monday.backup")).expect("a backup");
    insta::assert_snapshot!(Story(vec![
        world.run("whoami"),
        world.run("restore monday.backup"),
        world.run("task list"),
        world.run("add 'Sweep the cage'"),
    ]), @"
    $ popug whoami
    [stderr]
    error: there is no store at ~/data/popug/popug.db
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    $ popug restore monday.backup
    ~/data/popug/popug.db is the store, restored up to event 19, hash {hash}
    $ popug task list
    ID  TICKET  TITLE          ASSIGNEE     FEE  REWARD       AGE
     1          Oil the perch  loro      $10.00  $21.00  just now
    $ popug add 'Sweep the cage'
    task 2 falls to loro: fee $16.00, reward $25.00
    ");
    let directory = world.store().with_file_name("");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(names(&directory), ["popug.db", "popug.db-head"]);
    assert_eq!(mode(&world.store()), 0o600);
    assert_eq!(mode(&world.head_file()), 0o600);
    assert_eq!(mode(&directory), 0o700);
    assert_eq!(complaints(&world, "data/popug/popug.db"), [""; 0]);
    let after = fs::read(world.home().join("monday.backup")).expect("a backup");
    assert!(before == after, "a backup was changed by restoring it");
}

#[test]
fn a_restore_replaces_nothing_and_takes_nothing_but_a_whole_backup() {
    let world = on_file(FileOnly::Copies).company();
    world.run("backup monday.backup").must();
    let at = |name: &str| world.home().join(name);
    fs::write(at("notes.txt"), "Oil the perch.\n").expect("a text");
    let whole = fs::read(at("monday.backup")).expect("a backup");
    fs::write(at("half.backup"), &whole[..whole.len() / 2]).expect("a file");
    let mut torn = whole;
    let middle = torn.len() / 2;
    torn[middle..middle + 4096].fill(7);
    fs::write(at("torn.backup"), torn).expect("a file");
    fs::copy(at("monday.backup"), at("newer.backup")).expect("a copy");
    edit(&at("newer.backup"), "UPDATE log_head SET schema = 999");
    fs::copy(at("monday.backup"), at("ahead.backup")).expect("a copy");
    edit(&at("ahead.backup"), "UPDATE log_head SET seq = seq + 1");
    fs::write(at("gone.db-wal"), "left behind").expect("a WAL");
    let mut open = world.raw();
    open.number("SELECT seq FROM log_head");
    world.run("add 'Oil the perch'").must();

    let before = names(world.home());
    for name in ["half", "torn"] {
        let refused = world.run(&format!("restore {name}.backup --store other.db"));
        let told = format!("error: {name}.backup would make no sound store: ");
        assert!(refused.must_fail(7).stderr.starts_with(&told));
    }
    let newer = world.run("restore newer.backup --store other.db");
    let newer = newer.must_fail(6).stderr;
    assert!(
        newer.starts_with("error: the store has schema 999; "),
        "{newer}"
    );
    insta::assert_snapshot!(Story(vec![
        world.run("restore monday.backup"),
        world.run("restore monday.backup --store gone.db"),
        world.run("restore sunday.backup --store other.db"),
        world.run("restore data --store other.db"),
        world.run("restore notes.txt --store other.db"),
        world.run("restore ahead.backup --store other.db"),
        world.run("restore data/popug/popug.db --store other.db"),
        world.run("restore monday.backup --store other.db --group nobody-is-in-it"),
    ]), @"
    $ popug restore monday.backup
    [stderr]
    error: there is a store at ~/data/popug/popug.db already
    hint: it is left alone; restore elsewhere with --store, or move it aside with what lies beside it
    [exit 5]
    $ popug restore monday.backup --store gone.db
    [stderr]
    error: there is a store at gone.db-wal already
    hint: it is left alone; restore elsewhere with --store, or move it aside with what lies beside it
    [exit 5]
    $ popug restore sunday.backup --store other.db
    [stderr]
    error: there is no backup at sunday.backup
    hint: `popug backup FILE` makes one
    [exit 3]
    $ popug restore data --store other.db
    [stderr]
    error: data is not a popug store; it is left alone
    hint: name a file that `popug backup` made
    [exit 6]
    $ popug restore notes.txt --store other.db
    [stderr]
    error: notes.txt is not a popug store; it is left alone
    hint: name a file that `popug backup` made
    [exit 6]
    $ popug restore ahead.backup --store other.db
    [stderr]
    error: ahead.backup would make no sound store: log: the chain breaks at event 15: the head of the log names another last event
    hint: it is left alone; take another backup, or, as a last resort, restore this one as it is with --damaged and look at it with `popug doctor`
    [exit 7]
    $ popug restore data/popug/popug.db --store other.db
    [stderr]
    error: data/popug/popug.db is no backup but a store in use, with a -wal file beside it
    hint: make a backup of it: `popug backup FILE --store STORE`
    [exit 5]
    $ popug restore monday.backup --store other.db --group nobody-is-in-it
    [stderr]
    error: there is no group 'nobody-is-in-it'
    [exit 2]
    ");
    assert_eq!(names(world.home()), before);
}

#[expect(clippy::disallowed_methods, reason = "tests tamper with files")]
fn edit(path: &Path, sql: &str) {
    let raw = Connection::open(path).expect("opens");
    raw.execute_batch(sql).expect("an edit");
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .expect("one file");
}

#[test]
fn an_older_backup_is_restored_knowingly_and_the_log_keeps_that() {
    let world = on_file(FileOnly::Copies).company();
    world.run("backup monday.backup").must();
    world.run("add 'Oil the perch'").must();
    lose_the_store(&world);
    let before = names(&world.store().with_file_name(""));
    insta::assert_snapshot!(Story(vec![world.run("restore monday.backup")]), @"
    $ popug restore monday.backup
    [stderr]
    error: nobody is there to be asked: event 19 was acknowledged here, and the backup ends at 15: restore it without what is missing?
    hint: --yes says yes beforehand
    [exit 2]
    ");
    assert_eq!(names(&world.store().with_file_name("")), before);
    insta::assert_snapshot!(Story(vec![
        world.run("restore monday.backup --yes"),
        world.run("task list --all"),
        world.run("add 'Sweep the cage'"),
        world.run("event list --name setting.updated --limit 1 --fields id,subject,data --as polly"),
    ]), @r#"
    $ popug restore monday.backup --yes
    ~/data/popug/popug.db is the store, restored up to event 15, hash {hash}
    $ popug task list --all
    ID  STATUS  TICKET  TITLE  ASSIGNEE  FEE  REWARD  CLOSED
    $ popug add 'Sweep the cage'
    task 1 falls to penny: fee $10.00, reward $40.00
    $ popug event list --name setting.updated --limit 1 --fields id,subject,data --as polly
    SEQ  SUBJECT               DATA
     16  setting/lost_commits  {"key":"lost_commits","value":"{\"how\":\"restore\",\"acknowledged\":19,\"acknowledged_hash\":\"{hash}\",\"found\":15,\"found_hash\":\"{hash}\"}"}
    "#);
    insta::assert_snapshot!(complaints(&world, "data/popug/popug.db").join("\n"), @"losses: on 2026-11-02 the store went on from event 15, though event 19 had been acknowledged (`popug restore`)");
}

#[test]
fn a_head_file_of_another_history_is_told_as_well() {
    let world = on_file(FileOnly::Copies).company();
    world.run("backup monday.backup").must();
    let other = on_file(FileOnly::Copies).one_worker();
    for _ in 0..9 {
        other.run_as("kesha", "add 'Oil the perch'").must();
    }
    lose_the_store(&world);
    fs::copy(other.head_file(), world.head_file()).expect("a copy");
    world.run("restore monday.backup").must_fail(2);
    let told = world
        .run("restore monday.backup --yes --json")
        .must()
        .json();
    assert_eq!(told["acknowledged"], other.head().seq);
    world.run("add 'Sweep the cage'").must();
}

/// What was sent after the backup is sent again, and its readers know it for the same.
#[test]
fn letters_that_were_sent_since_the_backup_are_sent_again_as_the_same() {
    let mut world = on_file(FileOnly::Copies).company();
    work(&world, 8);
    world.run("backup monday.backup").must();
    world.at(MORNING_AFTER);
    world.run_as("penny", "day close").must();
    let ids = |world: &World| {
        let letters = world.letters().into_iter();
        let ids = letters.map(|it| it.header("Message-ID").to_owned());
        ids.collect::<Vec<_>>()
    };
    let sent = ids(&world);
    assert!(!sent.is_empty());
    lose_the_store(&world);
    world.run("restore monday.backup --yes").must();
    world.run_as("penny", "day close").must();
    assert_eq!(ids(&world), sent);
    let queue = world.json_as("penny", "mail list");
    assert_eq!(queue.as_array().map(Vec::len), Some(sent.len()));
}

#[test]
fn a_store_that_a_group_shares_is_restored_for_it() {
    let world = on_file(FileOnly::Copies).company();
    let gid = nix::unistd::getegid();
    let group = nix::unistd::Group::from_gid(gid).expect("asked");
    let group = group.expect("a group of one's own").name;
    world.run("backup monday.backup").must();
    let restore = format!("restore monday.backup --store shared/popug.db --group {group}");
    world.run(&restore).must();
    let mode = |name: &str| {
        let found = fs::metadata(world.home().join(name)).expect("there");
        found.permissions().mode() & 0o7777
    };
    assert_eq!(mode("shared"), 0o2770);
    assert_eq!(mode("shared/popug.db"), 0o660);
    assert_eq!(mode("shared/popug.db-head"), 0o660);
    assert_eq!(complaints(&world, "shared/popug.db"), [""; 0]);
    world
        .run("backup shared/x.backup --store shared/popug.db")
        .must();
    assert_eq!(mode("shared/x.backup"), 0o600);
}
