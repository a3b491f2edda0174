//! A company with a past, from a file to a server and back: to the byte the same.

use std::collections::BTreeMap;
use std::fs;

use super::{HERE, Target, company, complaints};
use crate::support::payday::{MORNING_AFTER, work};
use crate::support::{BEAK, Ran, World};

const NOWHERE: [(&str, &str); 1] = [("POPUG_MAIL", "maildir:/dev/null/mail")];

/// Two closed days, one whose letters went out and one whose letters wait, and an open one. Money was
/// mended, tasks imported and drawn anew, an event could not be taken in, tokens and keys were used.
fn lived() -> World {
    let mut world = company();
    work(&world, 8);
    let done = world.json_as("polly", "task list --closed")[0]["id"].clone();
    world.run_as("gruff", "task reassign --yes").must();
    let adjust = "account adjust kesha +99.50 --reason 'a crumb, \"found\"' --yes";
    world.run_as("penny", adjust).must();
    world
        .run_as("polly", "account reverse 1 --reason slip --yes")
        .must();
    world.at(MORNING_AFTER);
    world.run_as("penny", "day close").must();
    let rows = "title,key,description\n[POPUG-9] Paint,9,\"two\n\tlines\"\nSing 鸚鵡 👩‍🔬,10,\n";
    fs::write(world.home().join("tasks.csv"), rows).expect("a file");
    world.run_as("gruff", "task import tasks.csv").must();
    work(&world, 4);
    world
        .run_as("gruff", "add 'Mend the swing' --key mend")
        .must();
    let add = "user add newcomer --role worker --email n@popug.example";
    world.run_as("polly", add).must();
    world.run_as("polly", "setting set fee_max 25").must();
    let token = world.with(
        &[("POPUG_AS", "polly")],
        "token create cron --for day.close --json",
    );
    let token = token.must().json()["token"].clone();
    fs::write(world.home().join("token"), token.as_str().expect("a token")).expect("kept");
    world
        .with_input("login ara --beak-stdin", "a wrong beak")
        .must_fail(4);
    world.at("2026-11-04T06:00:00Z");
    world.with(&NOWHERE, "day close --as penny").must();
    world.forge(
        "task.closed",
        1,
        &format!("task/{done}"),
        &format!("{{\"task\":{done},\"by\":3}}"),
    );
    world.run_as("gruff", "add 'Sweep the cage'").must();
    world
}

/// What everybody may ask of a store.
const QUESTIONS: [&str; 26] = [
    "account earnings",
    "account list --all",
    "account list --date 2026-11-02",
    "account log kesha",
    "account statement ara --date 2026-11-02",
    "analytics summary",
    "analytics top --by day",
    "day list",
    "day report 2026-11-02",
    "day show 2026-11-02",
    "draw fairness",
    "draw list",
    "draw verify",
    "event consumers",
    "event dead list",
    "event list --limit 0",
    "export csv",
    "mail list",
    "mail show 1",
    "payment list",
    "setting list",
    "task list --all --sort title --reverse",
    "task show 1",
    "task why 1 --all",
    "token list",
    "user list",
];

/// Every answer of a store, and every file of an export.
fn answers(world: &World, store: &str) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for question in QUESTIONS {
        let line = format!("{question} --as polly --store {store} --json");
        let ran = if question.starts_with("export") || question.starts_with("day report") {
            world.run(&line.replace(" --json", ""))
        } else {
            world.run(&line)
        };
        answers.insert(question.to_owned(), ran.must().stdout);
    }
    let export = format!("export all folder --as polly --store {store}");
    world.run(&export).must();
    let folder = world.home().join("folder");
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a text");
        answers.insert(path.display().to_string(), text);
    }
    fs::remove_dir_all(folder).expect("out of the way");
    let doctor = world.run(&format!("doctor --format csv --store {store}"));
    let of_the_place = [
        "store,",
        "moved,",
        "acknowledged,",
        "files,",
        "server,",
        "connection,",
        "rights,",
        "letters,",
        "trust,",
    ];
    let mut lines: Vec<&str> = doctor.stdout.lines().collect();
    lines.retain(|line| !of_the_place.iter().any(|it| line.starts_with(it)));
    answers.insert("doctor".to_owned(), lines.join("\n"));
    answers
}

fn assert_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (question, answer) in one {
        assert_eq!(Some(answer), other.get(question), "{question}");
    }
}

/// The token works, a key stands for what was done, seals hold, codes and wrong beaks count.
fn assert_alive(world: &World, store: &str, seal: &str) {
    let store = format!("--store {store}");
    let count = || {
        let log = world.json(&format!("event list --as polly --limit 0 {store}"));
        log.as_array().map(Vec::len)
    };
    let before = count();
    let again = format!("add 'Mend the swing' --key mend --as gruff {store}");
    world.run(&again).must();
    let other = format!("add 'Mend it' --key mend --as gruff {store}");
    world.run(&other).must_fail(5);
    let import = format!("task import tasks.csv --as gruff {store} --json");
    assert_eq!(world.run(&import).must().json()["imported"], 0);
    assert_eq!(count(), before);
    let verify = |seal: &str| world.run(&format!("day verify 2026-11-02 {seal} --as loro {store}"));
    verify(seal).must();
    assert_eq!(verify(&seal.replace(['0', '1', '2'], "3")).code, 7);
    let kept = format!("doctor --seal 2026-11-02:{seal} {store}");
    world.run(&kept).must();
    let token = fs::read_to_string(world.home().join("token")).expect("it");
    let cron: Ran = world.with(
        &[("POPUG_TOKEN", &token)],
        &format!("whoami --json {store}"),
    );
    assert_eq!(cron.must().json()["token"], "cron");
}

#[test]
fn a_company_with_a_past_moves_there_and_back_and_is_the_same_to_the_byte() {
    for there in Target::each() {
        let mut world = lived();
        assert_eq!(
            complaints(&world, HERE),
            ["consumers: accounting: dead letters: 1, parked behind them: 0"]
        );
        let shown = world.json_as("loro", "account statement --date 2026-11-02");
        let seal = shown["seal"].as_str().expect("a seal").to_owned();
        let letter = world.letters()[0].body();
        assert!(letter.contains(&seal), "{letter}");
        let before = answers(&world, HERE);
        let name = there.name();
        world.run(&format!("store copy {HERE} {name}")).must();
        assert_same(&before, &answers(&world, &name));
        assert_alive(&world, &name, &seal);
        let then = answers(&world, &name);
        world.run(&format!("store copy {name} back.db")).must();
        assert_same(&then, &answers(&world, "back.db"));
        assert_same(&then, &answers(&world, &name));
        assert_alive(&world, "back.db", &seal);

        // The company goes on where it is.
        world.at("2026-11-05T06:00:00Z");
        let login = "login penny --beak-stdin --store back.db";
        world.with_input(login, BEAK).must();
        world.run("day close --as penny --store back.db").must();
        world
            .run("add 'Oil it again' --as penny --store back.db")
            .must();
        assert_eq!(
            complaints(&world, "back.db"),
            ["consumers: accounting: dead letters: 1, parked behind them: 0"]
        );
    }
}
