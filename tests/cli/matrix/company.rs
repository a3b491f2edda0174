//! A company that has some of everything.

use std::cell::OnceCell;
use std::fs;

use crate::support::{BEAK, Founded, Ran, World, Worlds, worlds_for};

/// A company as it stands, and what the words in capitals mean in it.
pub struct Company {
    /// The world that every command begins in.
    pub world: World,
    words: Vec<(&'static str, String)>,
}

/// The companies that rows begin in: all on one engine, but for those about files.
pub struct Companies {
    usual: Company,
    on_file: OnceCell<Company>,
}

impl Companies {
    /// The company of most rows; the other is made when it is needed.
    pub fn new() -> Self {
        Self {
            usual: Company::of(World::usual()),
            on_file: OnceCell::new(),
        }
    }

    /// The one for a command.
    pub fn of(&self, command: &str) -> &Company {
        let worlds = worlds_for(command);
        match worlds == World::usual() {
            true => &self.usual,
            false => self.on_file.get_or_init(|| Company::of(worlds)),
        }
    }
}

impl Company {
    /// A closed day with two payouts whose letters wait, an open one, an adjustment, an event that
    /// nobody takes in, a backup where there is a file, another store that is fresh; polly asks.
    fn of(worlds: Worlds) -> Self {
        static READY: Founded = Founded::new();
        let world = READY.copy(worlds, lived);
        let first = |line: &str| world.json(line)[0]["id"].to_string();
        let day = world.json("day show 2026-11-02");
        let kept = |name: &str| fs::read_to_string(world.home().join(name)).expect("it is kept");
        let words = vec![
            ("MINE", first("task list --assignee kesha")),
            ("DONE", first("task list --closed")),
            ("FEE", first("account log kesha --limit 1")),
            ("SEAL", day["seal"].as_str().expect("a seal").to_owned()),
            ("CODE", kept("code")),
        ];
        Self { world, words }
    }

    /// A copy of the world, and what is typed in it.
    pub fn begin(&self, line: &str) -> (World, String) {
        let mut line = line.to_owned();
        for (word, value) in &self.words {
            line = line.replace(word, value);
        }
        (self.world.copy(), line)
    }

    /// Runs a command line in the company as it was.
    pub fn run(&self, line: &str) -> Ran {
        let (world, line) = self.begin(line);
        Self::type_in(&world, &line)
    }

    /// Runs a command line in a copy of it; whoever is asked for a beak gives the one that everybody
    /// has.
    pub fn type_in(world: &World, line: &str) -> Ran {
        world.with_input(line, &format!("{BEAK}\n{BEAK}\n"))
    }
}

fn lived(worlds: Worlds) -> World {
    let mut world = worlds.company();
    for title in [
        "'[POPUG-1] Oil the perch'",
        "'=SUM(A1)' --description 'It takes\ntwo lines.'",
        "'鸚鵡 und 👩‍🔬, \"all\" of them'",
        "'Sweep the cage'",
        "'Feed the cat'",
        "'Count the seeds'",
    ] {
        world.run_as("loro", &format!("add {title}")).must();
    }
    let done = world.json_as("polly", "task list")[0].clone();
    let closer = done["assignee"].as_str().expect("a name");
    world.run_as(closer, &format!("done {}", done["id"])).must();
    while open_of(&world, "kesha") == 0 {
        world.run_as("gruff", "task reassign --yes").must();
    }
    let mend = "account adjust kesha +99.50 --reason 'a crumb, found' --yes";
    world.run_as("penny", mend).must();
    world.at("2026-11-03T09:00:00Z");
    let nowhere = [("POPUG_MAIL", "maildir:/dev/null/mail")];
    world.with(&nowhere, "day close --as penny").must();
    if world.is_on_file() {
        world.run_as("polly", "backup older.backup").must();
    }
    for (name, rows) in [
        (
            "tasks.csv",
            "title,key\n[POPUG-9] Paint the perch,9\nSing,10\n",
        ),
        ("none.csv", "title\n"),
        (
            "popugs.csv",
            "name,role,email,full_name\nzazu,worker,z@popug.example,=Zazu\n",
        ),
        ("nobody.csv", "name,role,email\n"),
        (
            "bad.csv",
            "title,ticket\nSing,popug\n[POPUG-9] Paint,POPUG-10\n",
        ),
    ] {
        std::fs::write(world.home().join(name), rows).expect("a file");
    }

    let add = "user add newcomer --role worker --email n@popug.example";
    let code = world.json_as("polly", add)["enroll_code"].clone();
    let code = code.as_str().expect("a code");
    fs::write(world.home().join("code"), code).expect("it is kept");
    let polly = [("POPUG_AS", "polly")];
    let robot = "token create robot --for task.create,account.own --as kesha";
    for create in ["token create cron --for day.close --expires never", robot] {
        world.with(&polly, create).must();
    }
    let fresh = "init --store fresh.db --admin polly --email polly@popug.example --timezone UTC";
    world
        .with_input(&format!("{fresh} --beak-stdin"), BEAK)
        .must();
    world.forge("task.lost", 1, "task/99", "{}");
    world.run_as("loro", "add 'Mend the swing'").must();
    world.act_as("polly");
    world
}

fn open_of(world: &World, name: &str) -> usize {
    let tasks = world.json_as("polly", &format!("task list --assignee {name}"));
    tasks.as_array().expect("an array").len()
}
