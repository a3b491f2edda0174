//! Files that are cut short, foreign, too new or full of poison: what is left goes on, and nothing
//! is made worse.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::support::{FileOnly, OF_THE_SERVER, Story, World, on_file};

/// One worker with a task, and a second one that was acknowledged and then lost: the WAL was cut
/// short before it.
pub fn cut_short() -> World {
    let mut world = on_file(FileOnly::Damage).one_worker();
    world.act_as("kesha");
    // As long as somebody has the file open, its WAL stays.
    let mut open = world.raw();
    open.number("SELECT seq FROM log_head");
    let wal = world.store().with_file_name("popug.db-wal");
    world.run("add 'Oil the perch'").must();
    let length = fs::metadata(&wal).expect("a WAL").len();
    world.run("add 'Sweep the cage'").must();

    let crashed = world.copy();
    let beside = |suffix: &str| crashed.store().with_file_name(format!("popug.db{suffix}"));
    fs::remove_file(beside("-shm")).expect("no shared memory");
    let file = fs::OpenOptions::new().write(true).open(beside("-wal"));
    file.and_then(|file| file.set_len(length)).expect("cut");
    crashed
}

/// Every check is told of, whichever row makes no sense.
#[test]
fn a_row_that_makes_no_sense_leaves_the_other_checks_of_its_domain() {
    let world = on_file(FileOnly::Damage).one_worker();
    world.run("add 'Oil the perch'").must();
    let checks = |world: &World| -> Vec<(String, bool)> {
        let found = world.run("doctor --json").json();
        let found = found.as_array().expect("findings").iter();
        let check = |it: &serde_json::Value| it["check"].as_str().expect("a name").to_owned();
        found.map(|it| (check(it), it["ok"] == true)).collect()
    };
    let all: Vec<String> = checks(&world).into_iter().map(|(check, _)| check).collect();
    for (sql, bad) in [
        ("UPDATE tasks_task SET status = 'opan'", &["tasks"][..]),
        ("UPDATE tasks_pool_change SET joins = 7", &["pool"]),
        ("UPDATE tasks_draw SET day = 'x'", &["draws"]),
        (
            "UPDATE accounting_transaction SET kind = 'bribe'",
            &["ledger"],
        ),
        (
            "UPDATE accounting_task SET ticket = 'x y'",
            &["prices", "copies"],
        ),
        ("UPDATE auth_user SET role = 'x' WHERE id = 1", &["users"]),
        ("UPDATE events_log SET hash = 'x' WHERE seq = 5", &["log"]),
    ] {
        let world = world.copy();
        world.tamper(sql);
        let found = checks(&world);
        for check in &all {
            assert!(
                found.iter().any(|it| it.0 == *check),
                "{sql}: {check}, {found:?}"
            );
        }
        assert!(
            found.iter().any(|it| bad.contains(&it.0.as_str()) && !it.1),
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn a_list_that_fails_on_the_way_leaves_standard_output_empty() {
    let mut world = on_file(FileOnly::Damage).one_worker();
    world.act_as("kesha");
    for _ in 0..3 {
        world.run("add 'Oil the perch'").must();
    }
    world.tamper("UPDATE tasks_task SET status = 'opan' WHERE id = 1");
    for form in ["table", "json", "jsonl", "csv"] {
        let line = format!("task list --all --limit 0 --format {form}");
        let refused = world.run(&line).must_fail(6);
        assert_eq!(refused.stdout, "", "{refused}");
    }
}

#[test]
fn after_lost_commits_reads_go_on_and_writes_are_refused() {
    let world = cut_short();
    insta::assert_snapshot!(Story(vec![
        world.run("task list"),
        world.run("account log"),
        world.run("add 'Feed the cat'"),
        world.run("done 1"),
        world.with_input("login polly --beak-stdin", "sharp and curved"),
        world.with(
            &[("POPUG_CLOCK", "2026-11-03T06:00:00Z")],
            "day close --as polly"
        ),
    ]), @"
    $ popug task list
    ID  TICKET  TITLE          ASSIGNEE     FEE  REWARD       AGE
     1          Oil the perch  kesha     $11.00  $29.00  just now
    $ popug account log
    ID  AT                DAY         KIND   AMOUNT  BALANCE  TASK  FOR
     1  2026-11-02 09:00  2026-11-02  fee   -$11.00  -$11.00     1  Oil the perch
    $ popug add 'Feed the cat'
    [stderr]
    error: the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15
    hint: look with `popug doctor`, keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`
    [exit 6]
    $ popug done 1
    [stderr]
    error: the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15
    hint: look with `popug doctor`, keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`
    [exit 6]
    $ popug login polly --beak-stdin
    [stderr]
    error: the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15
    hint: look with `popug doctor`, keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`
    [exit 6]
    $ popug day close --as polly
    [stderr]
    error: the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15
    hint: look with `popug doctor`, keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`
    [exit 6]
    ");
    let doctor = world.run("doctor --format csv --fields check,level,detail,hint");
    assert_eq!(doctor.code, 7, "{doctor}");
    let wrong: Vec<&str> = doctor
        .stdout
        .lines()
        .filter(|line| line.contains(",fail,"))
        .collect();
    insta::assert_snapshot!(wrong.join("\n"), @r#"acknowledged,fail,"the store has lost commits that it acknowledged: event 19 was the last, the log now ends at 15","writes are refused; keep a copy of the store and its -wal file, then go on without what is lost: `popug store accept-loss`""#);
}

#[test]
fn a_head_file_that_is_torn_or_gone_is_made_anew() {
    let world = on_file(FileOnly::HeadFile).one_worker();
    fs::write(world.head_file(), b"torn").expect("torn");
    insta::assert_snapshot!(world.run("add 'Oil the perch'"), @"
    $ popug add 'Oil the perch'
    task 1 falls to kesha: fee $11.00, reward $29.00
    [stderr]
    warning: ~/data/popug/popug.db-head is absent or torn; it is made anew
    ");
    insta::assert_snapshot!(world.run("add 'Sweep the cage'"), @"
    $ popug add 'Sweep the cage'
    task 2 falls to kesha: fee $10.00, reward $21.00
    ");
    fs::remove_file(world.head_file()).expect("gone");
    insta::assert_snapshot!(world.run("add 'Feed the cat'"), @"
    $ popug add 'Feed the cat'
    task 3 falls to kesha: fee $16.00, reward $25.00
    [stderr]
    warning: ~/data/popug/popug.db-head is absent or torn; it is made anew
    ");
    let mode = fs::metadata(world.head_file())
        .expect("made anew")
        .permissions();
    assert_eq!(
        mode,
        fs::metadata(world.store()).expect("a store").permissions()
    );
    world.run("doctor").must();
}

/// A worker with a task, about which the log says something that nobody can take in.
fn poisoned(data: &str) -> World {
    let mut world = World::one_worker();
    world.act_as("kesha");
    world.run("add 'Oil the perch'").must();
    world.forge("task.updated", 1, "task/1", data);
    world
}

#[test]
fn poison_is_put_aside_and_only_its_subject_waits() {
    let world = poisoned("{\"task\":1}");
    insta::assert_snapshot!(world.run("add 'Sweep the cage'"), @"
    $ popug add 'Sweep the cage'
    task 2 falls to kesha: fee $10.00, reward $40.00
    [stderr]
    warning: accounting cannot take in event 16: task.updated does not fit its schema: missing field `title` at line 1 column 10
    warning: analytics cannot take in event 16: task.updated does not fit its schema: missing field `title` at line 1 column 10
    ");
    insta::assert_snapshot!(world.run("done 1"), @"
    $ popug done 1
    closed 1; its reward is not credited yet
    ");
    insta::assert_snapshot!(world.run("done 2"), @"
    $ popug done 2
    closed 2: +$40.00, balance $19.00
    ");
    insta::assert_snapshot!(world.run("account log"), @"
    $ popug account log
    ID  AT                DAY         KIND     AMOUNT  BALANCE  TASK  FOR
     1  2026-11-02 09:00  2026-11-02  fee     -$11.00  -$11.00     1  Oil the perch
     2  2026-11-02 09:00  2026-11-02  fee     -$10.00  -$21.00     2  Sweep the cage
     3  2026-11-02 09:00  2026-11-02  reward  +$40.00   $19.00     2  Sweep the cage
    ");
    insta::assert_snapshot!(world.run_as("polly", "event consumers"), @"
    $ popug event consumers --as polly
    CONSUMER    OFFSET  HEAD  LAG  DEAD  PARKED
    accounting      23    23    0     1       1
    tasks           23    23    0     0       0
    analytics       23    23    0     1       0
    delivery        23    23    0     0       0
    ");
    insta::assert_snapshot!(world.run_as("polly", "event dead list"), @"
    $ popug event dead list --as polly
    ID  CONSUMER    SEQ  EVENT         SUBJECT  STATE  BEHIND IT  REASON
     1  accounting   16  task.updated  task/1   dead           1  task.updated does not fit its schema: missing field `title` at line 1 column 10
     2  analytics    16  task.updated  task/1   dead           0  task.updated does not fit its schema: missing field `title` at line 1 column 10
    ");
    let doctor = world.run("doctor --format csv --fields check,level,detail");
    let not_fine: Vec<&str> = doctor
        .stdout
        .lines()
        .filter(|line| !line.contains(",ok,"))
        .filter(|line| !OF_THE_SERVER.contains(&line.split(',').next().unwrap_or_default()))
        .collect();
    insta::assert_snapshot!(not_fine.join("\n"), @r#"
    check,level,detail
    log,fail,event 16 cannot be read: task.updated does not fit its schema: missing field `title` at line 1 column 10
    consumers,warn,"accounting: dead letters: 1, parked behind them: 1"
    consumers,warn,"analytics: dead letters: 1, parked behind them: 0"
    "#);
}

#[test]
fn what_waits_behind_poison_is_heard_when_it_is_given_up() {
    let world = poisoned("{\"task\":1}");
    world.run("done 1").must();
    let dead = world.json_as("polly", "event dead list");
    let dead = dead.as_array().expect("an array").iter();
    let ids: Vec<String> = dead.map(|letter| letter["id"].to_string()).collect();
    insta::assert_snapshot!(world.run_as("polly", &format!("event dead retry {}", ids[0])), @"
    $ popug event dead retry 1 --as polly
    letter 1 stays dead: task.updated does not fit its schema: missing field `title` at line 1 column 10
    [exit 7]
    ");
    for id in &ids {
        let discard = format!("event dead discard {id} --reason 'nobody wrote it' --yes");
        world.run_as("polly", &discard).must();
    }
    insta::assert_snapshot!(world.run("account log"), @"
    $ popug account log
    ID  AT                DAY         KIND     AMOUNT  BALANCE  TASK  FOR
     1  2026-11-02 09:00  2026-11-02  fee     -$11.00  -$11.00     1  Oil the perch
     2  2026-11-02 09:00  2026-11-02  reward  +$29.00   $18.00     1  Oil the perch
    ");
    insta::assert_snapshot!(world.run_as("polly", "event consumers"), @"
    $ popug event consumers --as polly
    CONSUMER    OFFSET  HEAD  LAG  DEAD  PARKED
    accounting      18    18    0     0       0
    tasks           18    18    0     0       0
    analytics       18    18    0     0       0
    delivery        18    18    0     0       0
    ");
    insta::assert_snapshot!(world.run_as("polly", "event dead list"), @"
    $ popug event dead list --as polly
    ID  CONSUMER  SEQ  EVENT  SUBJECT  STATE  BEHIND IT  REASON
    ");
}

#[test]
fn an_event_of_an_unknown_name_or_version_is_poison_too() {
    let world = World::one_worker();
    world.forge("task.eaten", 1, "task/8", "{}");
    world.forge("task.closed", 7, "task/9", "{}");
    world.run("add 'Oil the perch'").must();
    insta::assert_snapshot!(world.run_as("polly", "event dead list --fields consumer,seq,name,reason"), @"
    $ popug event dead list --fields consumer,seq,name,reason --as polly
    CONSUMER    SEQ  EVENT        REASON
    accounting   12  task.eaten   event 12 has the unknown name 'task.eaten'
    accounting   13  task.closed  there is no version 7 of task.closed
    tasks        12  task.eaten   event 12 has the unknown name 'task.eaten'
    analytics    12  task.eaten   event 12 has the unknown name 'task.eaten'
    delivery     12  task.eaten   event 12 has the unknown name 'task.eaten'
    ");
}

#[test]
fn another_programs_files_are_left_alone() {
    let world = World::empty();
    let foreign = world.home().join("bookmarks.db");
    make_foreign(&foreign);
    fs::write(world.home().join("notes.txt"), "Oil the perch.\n").expect("a text");
    fs::write(world.home().join("empty"), "").expect("a file");
    fs::create_dir(world.home().join("nest")).expect("a directory");
    for name in ["bookmarks.db", "notes.txt", "empty", "nest"] {
        let path = world.home().join(name);
        let before = fs::read(&path).ok();
        let there = entries(&world);
        for line in ["task list", "whoami", "doctor", "login polly --beak-stdin"] {
            let ran = world.with_input(&format!("{line} --store {name}"), "sharp and curved");
            let ran = ran.must_fail(6);
            assert_eq!(
                ran.stderr,
                format!(
                    "error: {name} is not a popug store; it is left alone\n\
                     hint: name a store with --store or POPUG_STORE\n"
                )
            );
        }
        let init =
            format!("init --admin polly --email p@popug.example --beak-stdin --store {name}");
        world.with_input(&init, "sharp and curved").must_fail(5);
        world
            .run(&format!("demo --fresh --store {name}"))
            .must_fail(5);
        assert_eq!(fs::read(&path).ok(), before, "{name}");
        assert_eq!(entries(&world), there);
    }
}

#[expect(clippy::disallowed_methods, reason = "it is no store of popug's")]
fn make_foreign(path: &Path) {
    let foreign = Connection::open(path).expect("a database");
    foreign
        .execute_batch("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')")
        .expect("a table");
}

fn entries(world: &World) -> Vec<String> {
    let entries = fs::read_dir(world.home()).expect("a directory");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_store_of_a_newer_popug_is_refused() {
    let world = World::new();
    world.tamper("UPDATE log_head SET schema = 999");
    let before = world.kept();
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: the store has schema 999; this popug knows 17
    hint: use the popug that upgraded it, or a newer one
    [exit 6]
    ");
    world.run("add 'Oil the perch'").must_fail(6);
    world.run("doctor").must_fail(6);
    assert!(world.kept() == before, "the store was changed");
}

#[test]
fn a_store_of_an_older_popug_is_to_be_upgraded() {
    let world = World::new();
    world.tamper("UPDATE log_head SET schema = 1");
    insta::assert_snapshot!(world.run("whoami"), @"
    $ popug whoami
    [stderr]
    error: the store has schema 1 and must be upgraded to 17
    hint: upgrade it with `popug store upgrade`
    [exit 6]
    ");
}

#[test]
fn a_store_that_is_not_there_is_not_made() {
    let world = World::empty();
    insta::assert_snapshot!(world.run("task list --store nowhere.db"), @"
    $ popug task list --store nowhere.db
    [stderr]
    error: there is no store at nowhere.db
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    ");
    assert_eq!(entries(&world), Vec::<String>::new());
}

#[test]
fn a_demo_is_replaced_by_a_demo_alone() {
    let world = on_file(FileOnly::Files).founded();
    let init = "init --admin polly --email p@popug.example --beak-stdin";
    insta::assert_snapshot!(world.with_input(init, "sharp and curved"), @"
    $ popug init --admin polly --email p@popug.example --beak-stdin
    [stderr]
    error: there is a store at ~/data/popug/popug.db already
    hint: log in to it with `popug login`, or name another with --store
    [exit 5]
    ");
    let before = world.kept();
    let demo = format!("demo --fresh --store {}", world.address());
    insta::assert_snapshot!(world.run(&demo), @"
    $ popug demo --fresh --store ~/data/popug/popug.db
    [stderr]
    error: there is a store at ~/data/popug/popug.db already
    hint: it is no demo and is left alone; name another with --store
    [exit 5]
    ");
    assert!(world.kept() == before, "the store was changed");
}
