//! A world: a home, a clock, a seed and a clean environment.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The beak of everybody in a world.
pub const BEAK: &str = "sharp and curved";

/// A home directory with nothing in it, a clock that stands still and a seed.
pub struct World {
    home: TempDir,
    /// The instant that every command takes for now.
    pub clock: String,
    seed: &'static str,
    user: Option<String>,
}

/// What a command printed, and how it ended.
pub struct Ran {
    line: String,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// The exit code.
    pub code: i32,
}

impl World {
    /// A world without a store.
    pub fn empty() -> Self {
        let home = tempfile::tempdir().expect("a home");
        let clock = "2026-11-02T09:00:00Z".to_owned();
        Self {
            home,
            clock,
            seed: "1",
            user: None,
        }
    }

    /// A world with a store, whose admin is polly.
    pub fn new() -> Self {
        let world = Self::empty();
        let init = "init --admin polly --email polly@popug.example --timezone UTC --beak-stdin";
        world.with_input(init, BEAK).must();
        world
    }

    /// A world with a manager (gruff), an accountant (penny) and workers kesha, ara and loro.
    pub fn company() -> Self {
        let world = Self::new();
        for (name, role) in [
            ("gruff", "manager"),
            ("penny", "accountant"),
            ("kesha", "worker"),
            ("ara", "worker"),
            ("loro", "worker"),
        ] {
            world.hire(name, role);
        }
        world
    }

    /// Makes a popug and logs it in beside the others.
    pub fn hire(&self, name: &str, role: &str) {
        let add =
            format!("user add {name} --role {role} --email {name}@popug.example --beak-stdin");
        self.with_input(&format!("{add} --as polly"), BEAK).must();
        self.with_input(&format!("login {name} --beak-stdin"), BEAK)
            .must();
    }

    /// The same world, seen by one of its popugs.
    pub fn act_as(&mut self, name: &str) {
        self.user = Some(name.to_owned());
    }

    /// The home directory.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The store's file.
    pub fn store(&self) -> PathBuf {
        self.home.path().join("data/popug/popug.db")
    }

    /// Runs a command line, split at spaces; single quotes keep words together.
    pub fn run(&self, line: &str) -> Ran {
        self.with_input(line, "")
    }

    /// Runs a command line as one of the popugs.
    pub fn run_as(&self, user: &str, line: &str) -> Ran {
        self.run(&format!("{line} --as {user}"))
    }

    /// Runs a command line with something on standard input.
    pub fn with_input(&self, line: &str, input: &str) -> Ran {
        self.finish(line, self.command(&words(line)), input)
    }

    /// Runs a command line and reads its standard output as JSON.
    pub fn json(&self, line: &str) -> Value {
        let ran = self.run(&format!("{line} --json"));
        assert_eq!(ran.code, 0, "{ran}");
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran}"))
    }

    /// A process of this world that was not started yet.
    pub fn command(&self, args: &[String]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("popug"));
        let home = self.home.path();
        command
            .args(args)
            .env_clear()
            .env("HOME", home)
            .env("PATH", "/usr/bin:/bin")
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("POPUG_CLOCK", &self.clock)
            .env("POPUG_SEED", self.seed)
            .current_dir(home);
        if let Some(user) = &self.user {
            command.env("POPUG_AS", user);
        }
        command
    }

    /// Runs a process of this world to its end.
    pub fn finish(&self, line: &str, mut command: Command, input: &str) -> Ran {
        use std::io::Write;
        let spawned = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = spawned.expect("popug starts");
        if let Some(mut stdin) = child.stdin.take() {
            // A command that does not read its input may be gone already.
            let _ = stdin.write_all(input.as_bytes());
        }
        let output = child.wait_with_output().expect("popug ends");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            text.replace(&self.home.path().display().to_string(), "~")
        };
        Ran {
            line: line.to_owned(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            code: output.status.code().unwrap_or(-1),
        }
    }
}

impl Ran {
    /// Fails the test unless the command succeeded.
    #[track_caller]
    pub fn must(self) -> Self {
        assert_eq!(self.code, 0, "{self}");
        self
    }
}

/// The command, what it printed and how it ended, as snapshots show it. What is not mentioned is
/// empty, and the exit code 0.
impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ popug {}", self.line)?;
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "[stderr]\n{}", self.stderr)?;
        }
        if self.code != 0 {
            writeln!(f, "[exit {}]", self.code)?;
        }
        Ok(())
    }
}

/// Splits a line at spaces; single quotes keep words together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut begun, mut quoted) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '\'' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}
