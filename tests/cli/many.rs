//! Many at once, and twice: nothing is lost, nothing counts twice.

use std::collections::BTreeSet;

use crate::support::World;

#[test]
fn forty_adds_at_once_are_forty_tasks_and_forty_fees() {
    let world = World::company();
    let adds: Vec<String> = (1..=40)
        .map(|n| format!("add 'Task {n}' --json --quiet --as gruff"))
        .collect();
    let mut ids = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for ran in world.at_once(&adds) {
        let ran = ran.must();
        assert_eq!(ran.stderr, "", "{ran}");
        let task = ran.json();
        assert!(
            task["fee_cents"].is_i64() && task["reward_cents"].is_i64(),
            "{ran}"
        );
        ids.insert(task["id"].as_i64().expect("an id"));
        titles.insert(task["title"].as_str().expect("a title").to_owned());
    }
    assert_eq!(ids, (1..=40).collect());
    assert_eq!(titles.len(), 40);
    let fees = "SELECT count(DISTINCT task_id) FROM accounting_transaction WHERE kind = 'fee'";
    assert_eq!(world.number(fees), 40);
    assert_eq!(
        world.number("SELECT count(*) FROM accounting_transaction"),
        40
    );
    assert_eq!(
        world.number("SELECT count(*) - max(seq) FROM events_log"),
        0
    );
    assert_eq!(
        world.number("SELECT seq FROM log_head"),
        world.number("SELECT max(seq) FROM events_log")
    );
    world.run("doctor").must();
}

#[test]
fn one_key_from_eight_processes_is_one_task() {
    let world = World::company();
    let lines = vec!["add 'Oil the perch' --key K-1 --as gruff --json".to_owned(); 8];
    let answers: BTreeSet<String> = world
        .at_once(&lines)
        .into_iter()
        .map(|ran| {
            let task = ran.must().json();
            format!("{} {}", task["id"], task["assignee"])
        })
        .collect();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let tasks = world.json_as("gruff", "task list --all");
    assert_eq!(tasks.as_array().map(Vec::len), Some(1));
    assert_eq!(
        world.number("SELECT count(*) FROM accounting_transaction"),
        1
    );
}

#[test]
fn the_same_key_gives_the_first_answer_and_does_nothing() {
    let world = World::company();
    let add = "add 'Oil the perch' --key K-1 --as gruff";
    let first = world.run(add).must();
    let before = world.head();
    let again = world.run(add).must();
    assert_eq!(again.stdout, first.stdout);
    assert_eq!(world.head(), before);
    // It is the first answer, however the task reads by now.
    world.run_as("gruff", "task edit 1 --title 'Oil it'").must();
    assert_eq!(world.json(add)["title"], "Oil the perch");
}

#[test]
fn a_key_with_other_content_is_refused() {
    let world = World::company();
    world
        .run_as("gruff", "add 'Oil the perch' --key K-1")
        .must();
    let before = world.head();
    insta::assert_snapshot!(world.run_as("gruff", "add 'Sweep the cage' --key K-1"), @"
    $ popug add 'Sweep the cage' --key K-1 --as gruff
    [stderr]
    error: the key 'K-1' was used for another request
    hint: use a key of its own for each request
    [exit 5]
    ");
    insta::assert_snapshot!(world.run_as("gruff", "task reassign --yes --key K-1"), @"
    $ popug task reassign --yes --key K-1 --as gruff
    [stderr]
    error: the key 'K-1' was used for another request
    hint: use a key of its own for each request
    [exit 5]
    ");
    assert_eq!(world.head(), before);
    // A key is its actor's own.
    world
        .run_as("kesha", "add 'Sweep the cage' --key K-1")
        .must();
}

#[test]
fn a_key_stands_for_successes_only() {
    let world = World::new();
    let add = "add 'Oil the perch' --key K-1 --as polly";
    world.run(add).must_fail(5);
    world.hire("kesha", "worker");
    world.run(add).must();
}

#[test]
fn a_key_is_looked_up_behind_the_rights() {
    let world = World::company();
    let reassign = "task reassign --yes --key K-1";
    world.run_as("gruff", "add 'Oil the perch'").must();
    world.run_as("gruff", reassign).must();
    world.run_as("polly", "user set gruff --role worker").must();
    world.log_in("gruff");
    world.run_as("gruff", reassign).must_fail(4);
}

#[test]
fn every_write_takes_a_key_and_is_done_once() {
    let mut world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.run("add 'Sweep the cage'").must();
    world.at("2026-11-03T06:00:00Z");
    let lines = [
        "task edit 1 --title 'Oil it' --as kesha",
        "done 1 --as kesha",
        "task reassign --yes --as polly",
        "account adjust kesha +1.00 --reason crumb --yes --as polly",
        "account reverse 1 --reason slip --yes --as polly",
        "account bring-back --yes --as polly",
        "user set kesha --full-name Kesha --as polly",
        "day close --as polly",
    ];
    for (nth, line) in lines.into_iter().enumerate() {
        let keyed = format!("{line} --json --key K-{nth}");
        let first = world.run(&keyed).must();
        let before = world.head();
        let again = world.run(&keyed).must();
        assert_eq!(again.stdout, first.stdout);
        assert_eq!(world.head(), before, "{line}");
    }
}

#[test]
fn requests_with_a_secret_take_no_key() {
    let world = World::company();
    let before = world.head();
    let add = "user add zazu --role worker --email z@popug.example --key K-1";
    insta::assert_snapshot!(world.run_as("polly", add), @"
    $ popug user add zazu --role worker --email z@popug.example --key K-1 --as polly
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    ");
    insta::assert_snapshot!(world.with_input("login kesha --beak-stdin --key K-1", "sharp and curved"), @"
    $ popug login kesha --beak-stdin --key K-1
    [stderr]
    error: this command takes no key; leave --key out
    [exit 2]
    ");
    world
        .run("enroll abcd-efgh-jkmn-pqrs-tuvw --key K-1")
        .must_fail(2);
    assert_eq!(world.head(), before);
}

#[test]
fn a_key_is_one_short_line() {
    let world = World::company();
    for key in ["''", "'a\nb'", &"k".repeat(201)] {
        world
            .run_as("gruff", &format!("add 'Oil the perch' --key {key}"))
            .must_fail(2);
    }
    world
        .run_as("gruff", "task reassign -n --key K-1")
        .must_fail(2);
}

#[test]
fn of_two_processes_that_close_a_task_one_is_paid() {
    let world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    let lines = vec!["done 1".to_owned(); 8];
    let mut codes: Vec<i32> = world.at_once(&lines).iter().map(|ran| ran.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 5, 5, 5, 5, 5, 5, 5]);
    let rewards = "SELECT count(*) FROM accounting_transaction WHERE kind = 'reward'";
    assert_eq!(world.number(rewards), 1);
}

#[test]
fn of_many_that_make_a_store_at_once_one_does() {
    let world = World::empty();
    let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
    let ran = world.at_once_with(&vec![init.to_owned(); 4], "sharp and curved");
    let mut codes: Vec<i32> = ran.iter().map(|ran| ran.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 5, 5, 5]);
    world.run("doctor").must();
    let left: Vec<String> = std::fs::read_dir(world.home().join("data/popug"))
        .into_iter()
        .flatten()
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.starts_with(".popug-"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}
