//! Every example that a help gives, run as it stands there.

use std::process::Command;

use crate::support::{Founded, World, Worlds, leaves, program, worlds_for};

/// Examples that end otherwise than well where they are tried, and why.
const OTHERWISE: [(&str, i32, &str); 17] = [
    ("init", 5, "there is a store already"),
    ("login", 2, "nobody types a beak"),
    ("beak", 2, "nobody types a beak"),
    ("enroll", 4, "nobody has this code"),
    ("user add", 5, "there is a kesha already"),
    ("token revoke", 3, "there is no cron yet"),
    ("day verify", 2, "SEAL stands for one"),
    ("mail show", 3, "nobody was paid"),
    ("mail retry", 3, "nobody was paid"),
    ("mail discard", 3, "nobody was paid"),
    ("payment retry", 3, "nobody was paid"),
    ("event dead show", 3, "no letter is dead"),
    ("event dead discard", 3, "no letter is dead"),
    ("restore", 3, "no backup was made"),
    ("store copy", 6, "there is no popug.db here"),
    ("store accept-loss", 5, "nothing is lost"),
    ("dashboard", 2, "there is no terminal"),
];

/// Those that work until they are asked to end.
const UNENDING: [&str; 1] = ["worker"];

/// A company with a closed day behind it and a dozen open tasks, the twelfth of them kesha's.
fn company(worlds: Worlds) -> World {
    let mut world = worlds.company();
    for nth in 1..=11 {
        world.run_as("loro", &format!("add 'Perch {nth}'")).must();
    }
    while assignee(&world, 12).as_deref() != Some("kesha") {
        match assignee(&world, 12) {
            None => world.run_as("loro", "add 'Perch 12'").must(),
            Some(_) => world.run_as("gruff", "task reassign --yes").must(),
        };
    }
    world.at("2026-11-03T09:00:00Z");
    world.run_as("polly", "day close").must();
    let rows = "title,key\nPaint the perch,1\n";
    std::fs::write(world.home().join("tasks.csv"), rows).expect("a file");
    world
}

fn assignee(world: &World, task: u32) -> Option<String> {
    let ran = world.run_as("polly", &format!("task show {task} --json"));
    if ran.code == 3 {
        return None;
    }
    Some(ran.must().json()["assignee"].as_str()?.to_owned())
}

fn example(world: &World, command: &str) -> String {
    let help = world.run(&format!("{command} --help")).must().stdout;
    let line = help.lines().find_map(|line| line.strip_prefix("Example: "));
    let line = line.unwrap_or_else(|| panic!("{command} has no example"));
    line.to_owned()
}

/// As whom an example is tried: whoever's task it is, and else somebody who may.
fn actor(command: &str) -> &'static str {
    match command {
        "done" | "task close" => "kesha",
        "task reassign" => "gruff",
        _ => "polly",
    }
}

#[test]
fn every_example_of_the_help_runs() {
    let companies = Founded::new();
    let usual = World::empty();
    for command in leaves() {
        let mut line = example(&usual, command);
        if UNENDING.contains(&command.as_str()) {
            line = format!("timeout --preserve-status 1 {line}");
        }
        let mut world = companies.copy(worlds_for(command), company);
        world.act_as(actor(command));
        let roster = "name,role,email\nzazu,worker,zazu@popug.example\n";
        std::fs::write(world.home().join("popugs.csv"), roster).expect("a file");
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]);
        world.clean(&mut shell);
        let directory = program().parent().expect("a directory").display();
        shell.env("PATH", format!("{directory}:/usr/bin:/bin"));
        let completions = world
            .home()
            .join(".local/share/bash-completion/completions");
        std::fs::create_dir_all(completions).expect("a directory");
        let ran = world.finish(&line, shell, "");
        let otherwise = OTHERWISE.iter().find(|(name, ..)| name == command);
        let (expected, why) = otherwise.map_or((0, ""), |(_, code, why)| (*code, *why));
        assert_eq!(ran.code, expected, "{command} ({why}): {ran}");
    }
}
