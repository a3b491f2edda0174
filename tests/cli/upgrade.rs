//! A store of an older popug, brought here: what was asked by a key stays answered.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use serde_json::Value;

use crate::support::{FileOnly, Ran, World, on_file};

/// What an older popug was asked, each by a key.
#[derive(Deserialize)]
struct Asked {
    token: String,
    asked: Vec<Request>,
}

#[derive(Deserialize)]
struct Request {
    at: String,
    by: String,
    key: String,
    line: String,
    /// What the same key is refused for.
    other: String,
    answer: Value,
}

const STORE: &str = include_str!("upgrade/store.sql");
const ASKED: &str = include_str!("upgrade/asked.json");

/// The store as it was, in the usual place.
fn older() -> (World, Asked) {
    let world = on_file(FileOnly::Copies).empty();
    fs::create_dir_all(world.store().with_file_name("")).expect("a directory");
    let mut raw = world.raw();
    raw.run("PRAGMA foreign_keys = OFF").expect("off");
    raw.run(STORE).expect("a store");
    (world, serde_json::from_str(ASKED).expect("requests"))
}

/// The same, upgraded, with everybody logged in and the files that were imported.
fn upgraded() -> (World, Asked) {
    let (mut world, asked) = older();
    let last = asked.asked.last().expect("requests");
    world.at(&last.at);
    world.run("store upgrade --yes").must();
    for name in ["polly", "gruff", "penny", "kesha"] {
        world.log_in(name);
    }
    let tasks = "{\"title\":\"[POPUG-7] Polish the mirror\",\"key\":\"a\"}\n\
                 {\"title\":\"Sweep the seeds\",\"description\":\"all of them\",\"key\":\"b\"}\n";
    fs::write(world.home().join("tasks.jsonl"), tasks).expect("a file");
    let other = "{\"title\":\"Sweep the crumbs\"}\n";
    fs::write(world.home().join("other.jsonl"), other).expect("a file");
    (world, asked)
}

impl Asked {
    fn ask(&self, world: &World, by: &str, line: &str) -> Ran {
        match by.strip_prefix("token:") {
            Some(_) => world.with(&[("POPUG_TOKEN", &self.token)], line),
            None => world.run_as(by, line),
        }
    }

    /// Every request again: it gets its first answer, perhaps with new keys, and nothing happens.
    fn ask_again(&self, world: &mut World) {
        let head = world.head();
        for it in &self.asked {
            world.at(&it.at);
            let line = format!("{} --key {} --json", it.line, it.key);
            let again = self.ask(world, &it.by, &line).must().json();
            assert!(holds(&again, &it.answer), "{line}: {again} {}", it.answer);
        }
        assert_eq!(world.head(), head);
        for it in &self.asked {
            let line = format!("{} --key {} --json", it.other, it.key);
            let refused = self.ask(world, &it.by, &line).must_fail(5);
            assert_eq!(refused.error()["kind"], "conflict", "{refused}");
        }
        assert_eq!(world.head(), head);
    }
}

/// Whether an answer says all that the first one did.
fn holds(answer: &Value, first: &Value) -> bool {
    match (answer, first) {
        (Value::Object(answer), Value::Object(first)) => {
            let mut keys = first.iter();
            keys.all(|(key, first)| answer.get(key).is_some_and(|it| holds(it, first)))
        }
        (Value::Array(answer), Value::Array(first)) => {
            let mut both = answer.iter().zip(first);
            answer.len() == first.len() && both.all(|(answer, first)| holds(answer, first))
        }
        _ => answer == first,
    }
}

#[test]
fn a_key_of_an_older_popug_still_stands_for_its_request_and_its_answer() {
    let (mut world, asked) = upgraded();
    asked.ask_again(&mut world);
    world.run("doctor").must();
}

#[test]
fn a_copy_of_an_older_store_keeps_the_keys() {
    let (file, asked) = upgraded();
    let mut world = World::usual().empty();
    if world.is_on_file() {
        return;
    }
    let from = file.store().display().to_string();
    let to = world.address();
    world.run(&format!("store copy {from} {to} --yes")).must();
    for name in ["polly", "gruff", "penny", "kesha"] {
        world.log_in(name);
    }
    for name in ["tasks.jsonl", "other.jsonl"] {
        fs::copy(file.home().join(name), world.home().join(name)).expect("a copy");
    }
    asked.ask_again(&mut world);
}

/// The fixture holds a request of every kind that takes a key.
#[test]
fn the_older_popug_was_asked_for_everything_that_takes_a_key() {
    let (_, asked) = older();
    let commands = asked.asked.iter().map(|it| {
        let words: Vec<&str> = it.line.split(' ').collect();
        let words = if words[0] == "event" {
            &words[..3]
        } else {
            &words[..2]
        };
        (words.join(" "), ())
    });
    let commands: BTreeMap<String, ()> = commands.collect();
    let commands: Vec<String> = commands.into_keys().collect();
    insta::assert_snapshot!(commands.join("\n"), @"
    account adjust
    account reverse
    day close
    event dead discard
    mail discard
    mail retry
    payment retry
    setting set
    task add
    task close
    task edit
    task import
    task reassign
    token revoke
    user set
    ");
}

/// Those that a token made anew gives under the same name are not those of its namesake.
#[test]
fn a_token_made_anew_does_not_inherit_the_keys_of_its_namesake() {
    let (mut world, asked) = upgraded();
    let its = asked.asked.iter().find(|it| it.by == "token:cron");
    let its = its.expect("a request of the token");
    world.act_as("polly");
    let create = "token create cron --for task.create --as penny";
    world.run("token revoke cron").must();
    let made = world.json(create)["token"]
        .as_str()
        .expect("a token")
        .to_owned();
    let line = format!("{} --key {} --json", its.line, its.key);
    let with = |token: &str| world.with(&[("POPUG_TOKEN", token), ("POPUG_AS", "")], &line);
    let first = with(&made).must().json();
    assert_ne!(first["id"], its.answer["id"]);
    assert_eq!(with(&made).must().json(), first);
    world.run("token revoke cron").must();
    // The clock stands still, and still they are told apart.
    let made = world.json(create)["token"]
        .as_str()
        .expect("a token")
        .to_owned();
    assert_ne!(with(&made).must().json()["id"], first["id"]);
}

/// Sessions of a popug that noted no use go on, and lie idle from the upgrade on.
#[test]
fn a_session_without_a_note_counts_from_the_upgrade() {
    let (mut world, _) = older();
    let none = "SELECT COUNT(*) FROM auth_session WHERE used_at IS NULL";
    world.at("2026-11-20T09:00:00Z");
    world.run("store upgrade --yes").must();
    assert_eq!(world.number(none), 0);
    let noted = "SELECT COUNT(*) FROM auth_session WHERE used_at = 1795165200000000";
    assert!(world.number(noted) > 0);
}
