//! What a library that is loaded before popug is to do with it: see `shim/plan.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{FileOnly, Ran, World, on_file, program, words};

/// What becomes of the operations of a command on the files beside the store.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    deed: Option<(usize, &'static str)>,
    onwards: bool,
    count: Option<PathBuf>,
    record: Option<PathBuf>,
}

impl Plan {
    /// At the n-th operation, from 1, this happens.
    pub fn at(n: usize, deed: &'static str) -> Self {
        let deed = Some((n, deed));
        Self {
            deed,
            ..Self::default()
        }
    }

    /// And at all after it, where this is so.
    pub fn onwards(self, onwards: bool) -> Self {
        Self { onwards, ..self }
    }

    /// Every operation is written down there.
    pub fn recorded(file: PathBuf) -> Self {
        let record = Some(file);
        Self {
            record,
            ..Self::default()
        }
    }

    /// The command with the library before it.
    pub fn command(&self, world: &World, line: &str) -> Command {
        let mut command = world.command(&words(line));
        self.load(world, &mut command);
        command
    }

    /// Loads the library before a command.
    pub fn load(&self, world: &World, command: &mut Command) {
        command.env("LD_PRELOAD", library());
        command.env("LAB_ROOT", directory(world));
        if let Some((at, deed)) = self.deed {
            command.env("LAB_AT", at.to_string()).env("LAB_DO", deed);
        }
        if self.onwards {
            command.env("LAB_ONWARDS", "1");
        }
        if let Some(count) = &self.count {
            command.env("LAB_COUNT", count);
        }
        if let Some(record) = &self.record {
            command.env("LAB_RECORD", record);
        }
    }

    /// Runs a command to its end.
    pub fn run(&self, world: &World, line: &str) -> Ran {
        world.finish(line, self.command(world, line), "")
    }
}

/// The letters of all operations of a command that nothing disturbs, in their order.
pub fn operations(world: &World, line: &str) -> Vec<u8> {
    let count = world.home().join("count");
    let plan = Plan {
        count: Some(count.clone()),
        ..Plan::default()
    };
    plan.run(world, line).must();
    let letters = fs::read(&count).expect("a count");
    fs::remove_file(count).expect("removed");
    letters
}

/// The directory of the store.
pub fn directory(world: &World) -> PathBuf {
    let directory = world.store().parent().map(Path::to_owned);
    directory.expect("a directory")
}

/// A company on a file. Where there is no such library there is none, and the test is skipped.
pub fn company() -> Option<World> {
    if !cfg!(target_os = "linux") {
        skip("a library before popug takes Linux");
        return None;
    }
    let world = on_file(FileOnly::Damage).company();
    for title in ["Oil the perch", "Sweep the cage", "Hide the crackers"] {
        world.run(&format!("add '{title}' --as gruff")).must();
    }
    world
        .run("account adjust kesha +5000 --reason 'a bonus' --yes --as penny")
        .must();
    Some(world)
}

/// Says why a test is none here.
#[expect(clippy::print_stderr, reason = "it is for whoever runs the tests")]
pub fn skip(why: &str) {
    eprintln!("skipped: {why}");
}

/// `cargo test` builds it with the other examples.
fn library() -> PathBuf {
    let built = program().with_file_name("examples").join("libshim.so");
    assert!(
        built.exists(),
        "{} is missing: cargo build --example shim",
        built.display()
    );
    built
}
