//! The dashboard as a person has it before them: the real program in a terminal.

mod ended;
mod others;
mod screen;

use serde_json::Value;

use crate::support::{BEAK, World};
use crate::terminal::Terminal;

/// What stands in a row of the screen, from 0.
fn row(terminal: &Terminal, row: u16) -> String {
    let mut rows = terminal.screen().rows(0, 80);
    rows.nth(usize::from(row)).unwrap_or_default()
}

/// What the last but one row says: what has happened, or what is asked.
fn notice(terminal: &Terminal) -> String {
    row(terminal, 22).trim_end().to_owned()
}

fn balance(world: &World, user: &str) -> i64 {
    let account = world.json_as(user, "account show");
    account["balance_cents"].as_i64().expect("an amount")
}

fn titles(tasks: &Value) -> Vec<&str> {
    let tasks = tasks.as_array().expect("tasks").iter();
    tasks.map(|it| it["title"].as_str().expect("one")).collect()
}

#[test]
fn a_popug_logs_in_adds_filters_closes_and_quits() {
    let world = World::one_worker();
    world.run("logout --all").must();
    let mut terminal = world.on_terminal("");
    terminal.shows("Who are you?").types("kesha\tblunt\r");
    terminal.shows("the name or the beak is wrong");
    terminal.types(&format!("{BEAK}\r")).shows("Nothing to do.");
    let whole = String::from_utf8_lossy(terminal.bytes()).into_owned();
    assert!(!whole.contains(BEAK) && !whole.contains("blunt"));

    for title in ["Oil the perch", "Count the seeds"] {
        terminal.types(&format!("n{title}\r\r"));
        terminal.shows(&format!("({title}) is kesha's, -$"));
    }
    terminal
        .shows("2 tasks ")
        .types("/seeds\r")
        .shows("1 task ");
    terminal.hides("Oil the perch");
    terminal.types("c").shows("[y/N]");
    let reward = world.json("task show 2")["reward_cents"].as_i64();
    let after = balance(&world, "kesha") + reward.expect("a reward");
    let (reward, after) = (dollars(reward.expect("a reward")), dollars(after));
    let asked = format!("close 2 Count the seeds: +{reward} → balance {after}  [y/N]");
    assert_eq!(notice(&terminal), asked);
    // Enter says nothing, and neither does what is no y.
    terminal.types("\rx\x1b").shows("nothing was done");
    assert_eq!(world.json("task show 2")["status"], "open");
    terminal.types("cy").shows("closed 1: ");
    let told = format!("closed 1: +{reward}, balance {after}");
    assert_eq!(notice(&terminal), told);
    terminal.shows("No task has that in it.");
    let title = format!("balance {after}");
    terminal.until(&title, |it| {
        it.rows(0, 80).next().unwrap_or_default().ends_with(&title)
    });
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();

    let closed = world.json("task list --closed");
    assert_eq!(titles(&closed), ["Count the seeds"]);
    assert_eq!(titles(&world.json("mine")), ["Oil the perch"]);
    assert_eq!(dollars(balance(&world, "kesha")), after);
    // The session that began in the dashboard goes on at the prompt.
    assert_eq!(world.json("whoami")["user"], "kesha");
}

/// An amount as the screen shows it.
fn dollars(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.abs();
    format!("{sign}${}.{:02}", cents / 100, cents % 100)
}

#[test]
fn a_manager_reassigns() {
    let world = World::company();
    for title in ["Oil the perch", "Count the seeds", "Sweep the cage"] {
        world.run_as("gruff", &format!("add '{title}'")).must();
    }
    let mut terminal = world.on_terminal("dashboard --as gruff");
    terminal
        .shows("gruff (manager)")
        .shows("3 tasks ")
        .types("R");
    terminal.shows("reassign 3 tasks among 4 popugs: ");
    let fees = world.json_as("gruff", "task reassign --dry-run")["fees_cents"].clone();
    let fees = fees.as_i64().map(dollars).expect("fees");
    terminal.types("n").shows("nothing was done").types("R");
    terminal
        .shows("[y/N]")
        .types("y")
        .shows("reassigned 3 tasks");
    assert_eq!(
        notice(&terminal),
        format!("reassigned 3 tasks, management +{fees}")
    );
    terminal.types("\x03");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_before();
    let draws = world.json_as("gruff", "draw list");
    let last = draws.as_array().and_then(|it| it.last()).expect("a draw");
    assert_eq!((&last["by"], &last["tasks"]), (&"gruff".into(), &3.into()));
}

#[test]
fn a_wall_screen_changes_nothing() {
    let mut world = World::one_worker();
    world.run("add 'Oil the perch'").must();
    world.at("2026-11-04T09:00:00Z");
    let noted = "SELECT used_at FROM auth_session ORDER BY used_at";
    let before = world.raw().texts(noted);
    let mut terminal = world.on_terminal("dashboard --read-only");
    terminal.shows("read-only").shows("Oil the perch");
    terminal
        .types("c")
        .shows("close: this dashboard is read-only");
    terminal
        .types("n")
        .shows("new: this dashboard is read-only");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(
        world.raw().texts(noted),
        before,
        "not even that it was there"
    );
    assert_eq!(world.json("mine").as_array().map(Vec::len), Some(1));
    assert_ne!(world.raw().texts(noted), before);
}
