//! What becomes of a token: its secret, its use, its end.

use super::{with, with_token};
use crate::support::{BEAK, World};

#[test]
fn a_token_outlives_a_change_of_beak_and_of_admins() {
    let (world, robot) = with_token("robot --for account.own --as kesha");
    let beaks = format!("{BEAK}\nblunt and straight\n");
    world
        .with_input("beak --beak-stdin --as kesha", &beaks)
        .must();
    world.run("user enroll kesha").must();
    with(&world, &robot, "account show").must();
    world.hire("percy", "admin");
    world.run_as("percy", "user set polly --role worker").must();
    with(&world, &robot, "account show").must();
}

#[test]
fn a_token_is_no_secret_of_the_store_nor_of_its_logs() {
    let (world, secret) = with_token("robot --for task.create,task.read --as kesha");
    let loud = [
        ("POPUG_TOKEN", secret.as_str()),
        ("POPUG_AS", ""),
        ("POPUG_LOG", "trace"),
    ];
    let ran = world
        .with(&loud, "add 'Oil the perch' --key morning --json")
        .must();
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains(&secret));
    let wrong = format!("popug_{}", "ab".repeat(32));
    let refused = with(&world, &wrong, "task list --json").must_fail(4);
    assert!(!refused.stderr.contains(&wrong));
    let listed = world.run("token list --json").must().stdout;
    let events = world.run("event list --json").must().stdout;
    for text in [listed, events] {
        assert!(!text.contains(&secret), "{text}");
    }
    assert!(!world.keeps(&secret), "the store holds a token");
}

#[test]
fn the_use_of_a_token_is_noted_once_an_hour() {
    let (mut world, robot) = with_token("robot --for task.read");
    let used = |world: &World| world.json("token list")[0]["last_used_at"].clone();
    assert!(used(&world).is_null());
    for (at, noted) in [
        ("2026-11-02T09:10:00Z", "2026-11-02T09:10:00Z"),
        ("2026-11-02T10:09:59Z", "2026-11-02T09:10:00Z"),
        ("2026-11-02T10:10:00Z", "2026-11-02T10:10:00Z"),
    ] {
        world.at(at);
        with(&world, &robot, "task list").must();
        assert_eq!(used(&world), noted);
    }
}

/// Somebody else writes all the while: reading neither waits for that nor fails of it.
#[test]
fn a_token_reads_while_others_write() {
    let (world, robot) = with_token("robot --for task.read");
    let mut raw = world.raw();
    raw.run(raw.begin()).expect("the store is taken");
    let begun = std::time::Instant::now();
    let read = with(&world, &robot, "task list --wait 60").must();
    assert_eq!(read.stderr, "");
    assert!(begun.elapsed().as_secs() < 30, "it waited");
    raw.run("ROLLBACK").expect("the store is given back");
    assert!(world.json("token list")[0]["last_used_at"].is_null());
}

#[test]
fn a_token_that_is_revoked_while_it_is_used_does_nothing_afterwards() {
    let (world, robot) = with_token("robot --for task.create --as kesha");
    let mut lines = vec!["add 'Oil the perch'".to_owned(); 8];
    lines.insert(4, "token revoke robot".to_owned());
    let ran = std::thread::scope(|scope| {
        let tries: Vec<_> = lines
            .iter()
            .map(|line| {
                let (world, robot) = (&world, &robot);
                scope.spawn(move || match line.as_str() {
                    "token revoke robot" => world.run(line),
                    line => with(world, robot, line),
                })
            })
            .collect();
        let ended = tries.into_iter().map(|it| it.join().expect("it ended"));
        ended.collect::<Vec<_>>()
    });
    let added = ran
        .iter()
        .filter(|it| it.stdout.starts_with("task "))
        .count();
    for ran in ran.iter().filter(|it| it.code != 0) {
        assert_eq!(ran.code, 4, "{ran}");
        assert!(
            ran.stderr
                .starts_with("error: the token robot was revoked\n"),
            "{ran}"
        );
    }
    let tasks = world.json("task list --all");
    assert_eq!(tasks.as_array().expect("an array").len(), added);
    with(&world, &robot, "add 'Oil the perch'").must_fail(4);
}

#[test]
fn doctor_finds_a_token_that_acted_and_is_not_kept() {
    let (mut world, cron) = with_token("cron --for day.close");
    world.at("2026-11-03T09:00:00Z");
    with(&world, &cron, "day close").must();
    let found = |world: &World| {
        let ran = world.run("doctor --json");
        let found = ran.json().as_array().expect("findings").clone();
        let found = found.into_iter().find(|it| it["check"] == "tokens");
        (
            ran.code,
            found.expect("tokens")["detail"]
                .as_str()
                .expect("a text")
                .to_owned(),
        )
    };
    assert_eq!(
        found(&world),
        (0, "1 token; each that acted is kept".to_owned())
    );
    world.hire("percy", "admin");
    world
        .run_as("percy", "user set polly --active false")
        .must();
    let left = "the token cron, made by polly, may no longer day.close";
    assert_eq!(found(&world), (0, left.to_owned()));
    world.raw().run("DELETE FROM auth_token").expect("gone");
    let (code, detail) = found(&world);
    assert_eq!(code, 7);
    assert!(
        detail.ends_with("tells of the token cron, which is not kept"),
        "{detail}"
    );
}
