//! A company that is driven through the program, and the books that are kept beside it.

use std::fmt::Write as _;

use chrono::{DateTime, TimeDelta, Utc};
use serde::de::DeserializeOwned;

use crate::support::{Ran, World};

use super::answers::User;
use super::chance::Chance;
use super::company::{Company, Popug};
use super::ledger::Books;
use super::letters::Letter;

const BEAK: &str = "sharp and curved";

/// Where and when a company is founded.
#[derive(Clone, Copy)]
pub struct Founding {
    pub zone: &'static str,
    pub at: &'static str,
}

/// A request that was kept under a key, and what it was answered.
#[derive(Clone)]
pub struct Kept {
    pub who: String,
    pub role: String,
    pub args: Vec<String>,
    pub answer: String,
}

pub struct History {
    pub world: World,
    pub chance: Chance,
    pub now: DateTime<Utc>,
    pub company: Company,
    pub books: Books,
    pub kept: Vec<Kept>,
    pub letters: Vec<Letter>,
    seed: u64,
    journal: String,
}

impl History {
    /// A company with an admin (polly), a manager (gruff), an accountant (penny) and two workers.
    pub fn begin(founding: Founding, seed: u64) -> Self {
        let now: DateTime<Utc> = founding.at.parse().expect("an instant");
        let zone = founding.zone.parse().expect("a zone");
        let mut history = Self {
            world: World::empty(),
            chance: Chance::new(seed),
            now,
            company: Company::default(),
            books: Books::begin(zone, now),
            kept: Vec::new(),
            letters: Vec::new(),
            seed,
            journal: String::new(),
        };
        let init = format!("init --admin polly --email polly@popug.example --timezone {zone}");
        let mut args = strings(&init.split(' ').collect::<Vec<_>>());
        args.push("--beak-stdin".to_owned());
        history.run(&args, BEAK).must();
        history.company.popugs.push(Popug {
            user: user("polly", "admin", None),
            beak: true,
        });
        history.hire("gruff", "manager", Some("Gruff the Grey"));
        history.hire("penny", "accountant", None);
        history.hire("kesha", "worker", Some("Кеша «Смелый»"));
        history.hire("ara", "worker", None);
        history
    }

    /// A popug joins, and is logged in.
    pub fn hire(&mut self, name: &str, role: &str, full_name: Option<&str>) {
        let user = user(name, role, full_name);
        let mut args = strings(&["user", "add", name, "--role", role, "--email", &user.email]);
        if let Some(full_name) = full_name {
            args.extend(strings(&["--full-name", full_name]));
        }
        args.extend(strings(&["--beak-stdin", "--json", "--as", "polly"]));
        let told: User = read(&self.run_in(&args, BEAK).must());
        assert_eq!(told, user);
        self.company.popugs.push(Popug { user, beak: true });
        self.log_in(name);
    }

    /// A popug joins without a beak; answers the code with which it enrols.
    pub fn hire_with_code(&mut self, name: &str, role: &str) -> String {
        let user = user(name, role, None);
        let args = ["user", "add", name, "--role", role, "--email", &user.email];
        let ran = self.must("polly", &args);
        assert_eq!(read::<User>(&ran), user);
        let told: serde_json::Value = read(&ran);
        self.company.popugs.push(Popug { user, beak: false });
        told["enroll_code"].as_str().expect("a code").to_owned()
    }

    /// A popug sets its beak with its code, and is logged in.
    pub fn enrol(&mut self, name: &str, code: &str) {
        self.run(&strings(&["enroll", code, "--beak-stdin"]), BEAK)
            .must();
        self.company.popug(name).beak = true;
    }

    fn log_in(&mut self, name: &str) {
        self.run(&strings(&["login", name, "--beak-stdin"]), BEAK)
            .must();
    }

    /// Runs a command for one of the popugs, which logs in again where its session has ended.
    pub fn by(&mut self, who: &str, args: &[&str]) -> Ran {
        let mut args = strings(args);
        args.extend(strings(&["--json", "--as", who]));
        let ran = self.run(&args, "");
        if ran.code == 4 && ran.stderr.contains("\"unauthenticated\"") {
            self.log_in(who);
            return self.run(&args, "");
        }
        ran
    }

    /// Runs a command of the admin's that reads a beak.
    fn run_in(&mut self, args: &[String], input: &str) -> Ran {
        let ran = self.run(args, input);
        if ran.code == 4 {
            self.log_in("polly");
            return self.run(args, input);
        }
        ran
    }

    pub fn must(&mut self, who: &str, args: &[&str]) -> Ran {
        self.by(who, args).must()
    }

    /// Runs a command that must succeed, and reads its answer.
    pub fn ask<T: DeserializeOwned>(&mut self, who: &str, args: &[&str]) -> T {
        read(&self.must(who, args))
    }

    /// Runs a command that must be refused with this exit code, and leave the log as it was.
    pub fn refused(&mut self, who: &str, args: &[&str], code: i32) {
        let before = self.head();
        let ran = self.by(who, args);
        assert_eq!(ran.code, code, "{ran}");
        assert_eq!(ran.stdout, "", "{ran}");
        assert_eq!(self.head(), before, "{ran}");
    }

    /// The last event of the log.
    pub fn head(&mut self) -> String {
        let ran = self.must("polly", &["event", "list", "--limit", "1"]);
        let last: Vec<serde_json::Value> = read(&ran);
        last[0]["id"].to_string()
    }

    fn run(&mut self, args: &[String], input: &str) -> Ran {
        let line = self.line(args);
        let command = self.command(args);
        let ran = self.world.finish(&line, command, input);
        if ran.code != 0 {
            let _ = writeln!(self.journal, "    exit {}: {}", ran.code, ran.stderr.trim());
        }
        ran
    }

    /// A process that was not started yet.
    pub fn command(&self, args: &[String]) -> std::process::Command {
        let mut command = self.world.command(args);
        command.env("POPUG_CLOCK", self.clock());
        command.env("POPUG_SEED", self.seed.to_string());
        command
    }

    fn clock(&self) -> String {
        self.now.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Writes a command into the journal.
    pub fn line(&mut self, args: &[String]) -> String {
        let mut line = String::new();
        for arg in args {
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_.,:/@+=".contains(c);
            let quoted = if !arg.is_empty() && arg.chars().all(plain) {
                arg.clone()
            } else {
                format!("'{arg}'")
            };
            line = format!("{line} {quoted}");
        }
        let line = line.trim_start().to_owned();
        let _ = writeln!(self.journal, "POPUG_CLOCK={} popug {line}", self.clock());
        line
    }

    pub fn pass(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }
}

/// What led to a failure, to be run again by hand.
impl Drop for History {
    #[expect(clippy::print_stderr, reason = "a failing test tells where tests tell")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("POPUG_SEED={}\n{}", self.seed, self.journal);
        }
    }
}

fn user(name: &str, role: &str, full_name: Option<&str>) -> User {
    User {
        name: name.to_owned(),
        role: role.to_owned(),
        email: format!("{name}@popug.example"),
        full_name: full_name.map(str::to_owned),
        active: true,
    }
}

/// Reads an answer.
#[track_caller]
pub fn read<T: DeserializeOwned>(ran: &Ran) -> T {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran}"))
}

pub fn strings(args: &[&str]) -> Vec<String> {
    args.iter().map(|it| (*it).to_owned()).collect()
}
