//! A home to run popug in: empty, with a clock and a seed if wanted, and thrown away afterwards.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What pages show instead of the scratch home.
pub const HOME: &str = "/home/you";

/// A home directory with nothing in it.
pub struct Scratch {
    home: TempDir,
}

/// What a process wrote, and how it ended.
pub struct Ran {
    /// Standard output, and standard error behind it.
    pub shown: String,
    /// Standard output alone.
    pub stdout: String,
    /// The exit code.
    pub code: i32,
}

impl Scratch {
    /// An empty home.
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a home");
        Self { home }
    }

    /// A home of its own that begins as this one stands.
    pub fn copy(&self) -> Self {
        let copy = Self::new();
        copy_below(self.home(), copy.home());
        copy
    }

    /// Where it is.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The binary under test.
    pub fn popug() -> PathBuf {
        assert_cmd::cargo::cargo_bin!("popug").to_owned()
    }

    /// A program of this home that was not started yet.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command
            .env_clear()
            .env("HOME", self.home())
            .env("PATH", "/usr/bin:/bin")
            .env("POPUG", Self::popug())
            .current_dir(self.home());
        command
    }

    /// Runs a program to its end.
    pub fn run(&self, command: &mut Command, input: &str) -> Ran {
        let command = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        if let Some(mut stdin) = child.stdin.take() {
            // Who does not read may be gone already.
            let _ = stdin.write_all(input.as_bytes());
        }
        let output = child.wait_with_output().expect("it ends");
        let home = self.home().display().to_string();
        let text = |bytes| {
            let text = String::from_utf8(bytes).expect("UTF-8");
            text.replace(&home, HOME)
        };
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        Ran {
            shown: format!("{stdout}{stderr}"),
            stdout,
            code: output.status.code().unwrap_or(-1),
        }
    }
}

fn copy_below(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            fs::create_dir(&to).expect("a directory");
            copy_below(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a copy");
        }
    }
}
