//! Why some tests keep their store in a file whatever the others do.

use super::engine::Engine;
use super::world::{World, Worlds};

/// What a test is about that only a store in a file has.
#[derive(Clone, Copy, Debug)]
pub enum FileOnly {
    /// The file itself: what damages it, what is no store at all, a disk without room.
    Damage,
    /// The head file, which remembers what was acknowledged.
    HeadFile,
    /// Who of this system may open the file, and what else lies beside it.
    Files,
    /// Copies of the file: `backup`, `restore`, and the one that `store upgrade` makes.
    Copies,
    /// The usual place, where a store is made and looked for as long as no address is given.
    UsualPlace,
    /// Where letters lie when nothing is said: beside the file.
    UsualMaildir,
}

/// Commands whose answers tell of the store's file, or that are refused where there is none.
const COMMANDS: [&str; 3] = ["backup", "restore", "doctor"];

/// Worlds for a command with everything that it may be typed with.
pub fn worlds_for(command: &str) -> Worlds {
    let mut about_files = COMMANDS.iter();
    match about_files.any(|it| command.split(' ').next() == Some(it)) {
        true => on_file(FileOnly::Copies),
        false => World::usual(),
    }
}

/// Worlds whose stores are files, for tests of what only these have.
pub fn on_file(_: FileOnly) -> Worlds {
    Worlds::on(Engine::Sqlite)
}
